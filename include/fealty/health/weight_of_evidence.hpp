// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/evidence_counts.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Which way the weight of evidence goes as the number rises, from bin to bin.
enum class Monotone {
  none,          ///< any
  increasing,    ///< the higher, the more outcomes
  decreasing,    ///< the higher, the fewer
  any_direction  ///< one of the two: the one that tells more
};
constexpr auto enum_names(Monotone) {
  return std::array<std::string_view, 4>{"none", "increasing", "decreasing", "any_direction"};
}

/// Settings of weight_of_evidence().
struct WeightOfEvidenceOptions {
  std::string feature = {};  ///< the attribute; of counts that of the counts
  std::int32_t bins = 5;     ///< of numbers, at most so many, missing ones apart; at least 1
  double min_share = 0.05;   ///< of the weight of the numbers in each bin, 0 to .5; a custom of the field
  Monotone monotone = Monotone::none;  ///< which way bins of numbers have to go
  double smoothing = 0.5;              ///< examples added to both cells of a bin of which one is empty, > 0
  std::optional<std::vector<double>> edges =
      {};             ///< upper ends of bins of numbers; by default 100 bins of about as many examples
  bool merge = true;  ///< whether neighbors become one, down to `bins`; if not, bins stay as they are
};

/// What each value of an attribute says about the outcome, one row for each bin: numbers ascending, texts by
/// their bytes, then those that are missing.
struct WeightOfEvidence {
  std::vector<BinKind> kind;               ///< what the bin holds
  std::vector<double> lower;               ///< of numbers: above it; -infinity of the first; NaN otherwise
  std::vector<double> upper;               ///< of numbers: up to it; infinity of the last; NaN otherwise
  std::vector<std::string> category;       ///< of a text; empty otherwise
  std::vector<std::int64_t> examples;      ///< rows in the bin
  std::vector<std::int64_t> outcomes;      ///< of them, with the outcome
  std::vector<double> share_outcomes;      ///< of the weight of all outcomes, those of the bin
  std::vector<double> share_others;        ///< of the weight of all others, those of the bin
  std::vector<double> weight_of_evidence;  ///< ln(share_outcomes / share_others); NaN of an empty bin
  std::vector<double> contribution;        ///< (share_outcomes - share_others) times it
  std::string feature = {};                ///< the attribute
  double information_value = std::numeric_limits<double>::quiet_NaN();  ///< sum of the contributions; NaN of
                                                                        ///< one class
  Monotone monotone = Monotone::none;  ///< which way bins of numbers go, if they had to
  double smoothing = 0.5;              ///< added to both cells of a bin of which one is empty
  std::vector<Finding> findings = {};  ///< codes: no_examples, one_class, one_bin, empty_cell

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("kind", self.kind);
    f("lower", self.lower);
    f("upper", self.upper);
    f("category", self.category);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
    f("share_outcomes", self.share_outcomes);
    f("share_others", self.share_others);
    f("weight_of_evidence", self.weight_of_evidence);
    f("contribution", self.contribution);
  }
};

/// Weight of evidence: how much more often a value is found among examples with the outcome than among the
/// others, as a logarithm. Above 0, the outcome is more likely.
///
/// Texts have a bin each, and so have rows in which the attribute is missing. Numbers are first cut into 100
/// bins of about as many examples, at values that occur; then neighbors become one such that of all ways with
/// at most `bins` bins of at least `min_share`, and monotone if asked, the one with the highest information
/// value is found (by dynamic programming; among equals the one with fewest bins).
///
/// A bin that has no outcomes, or nothing else, would have an infinite weight: `smoothing` is added to both
/// of its cells, the shares of the bin are of these, and a finding says so.
///
/// \param examples  as made by Examples
/// \param options   feature, bins, monotone
/// \returns         a row for each bin
/// \throws InvalidInput  for names of no attribute, dates, infinite numbers; bins < 1; unless
///                       0 <= min_share <= .5 and smoothing > 0; for edges that do not ascend, or of texts;
///                       for more than 200 bins that are to be merged
/// \see Good (1950), Probability and the Weighing of Evidence; Siddiqi (2006), Credit Risk Scorecards, ch. 6;
///      Kullback & Leibler (1951), Annals of Mathematical Statistics 22:79-86 (their divergence J is the
///      information value)
WeightOfEvidence weight_of_evidence(const Examples& examples, const WeightOfEvidenceOptions& options);
/// The same of counts, whose bins take the place of the 100.
WeightOfEvidence weight_of_evidence(const EvidenceCounts& counts,
                                    const WeightOfEvidenceOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_weight_of_evidence.hpp>
