// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/bin_counts.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// How a stability index is usually read.
enum class DriftReading {
  none,      ///< there is no index, or it has one bin and tells nothing
  stable,    ///< below .1
  moderate,  ///< below .25
  large      ///< .25 or more
};
constexpr auto enum_names(DriftReading) {
  return std::array<std::string_view, 4>{"none", "stable", "moderate", "large"};
}

/// Settings of psi().
struct PsiOptions {
  std::string score = "score";  ///< the attribute; counts have their own
  std::int32_t bins = 10;       ///< of numbers, of about as many rows of the reference, 1 to 1,000
  std::optional<std::vector<double>> edges = {};  ///< upper ends of bins of numbers but the last, instead
  double smoothing = 0.5;        ///< rows added to both cells of a bin of which one is empty, > 0
  double confidence = 0.95;      ///< of what chance alone may bring about, and of the interval, in (0, 1)
  std::string account = {};      ///< attribute that tells whose a row is; without, rows are independent
  std::string fingerprint = {};  ///< attribute that tells under which configuration a row was scored
};

/// How far a score has moved, one row for each bin.
struct PopulationStability {
  std::vector<BinKind> kind;            ///< what the bin holds
  std::vector<double> lower;            ///< of numbers: above it; -infinity of the first; NaN otherwise
  std::vector<double> upper;            ///< of numbers: up to it; infinity of the last; NaN otherwise
  std::vector<std::string> category;    ///< of a text; empty otherwise
  std::vector<std::int64_t> reference;  ///< rows of the reference in the bin
  std::vector<std::int64_t> current;    ///< rows of the current sample
  std::vector<double> reference_share;  ///< of all rows
  std::vector<double> current_share;    ///< of all rows
  std::vector<double> contribution;     ///< (current_share - reference_share) ln(the one / the other)
  double psi =
      std::numeric_limits<double>::quiet_NaN();  ///< sum of the contributions; NaN of an empty sample
  double std_error =
      std::numeric_limits<double>::quiet_NaN();  ///< of the index; NaN of one bin, or one account
  double psi_lower =
      std::numeric_limits<double>::quiet_NaN();  ///< of the interval of the index; NaN without an error
  double psi_upper = std::numeric_limits<double>::quiet_NaN();  ///< likewise
  DriftReading reading = DriftReading::none;                    ///< how that is usually read
  std::int64_t degrees_of_freedom = 0;                          ///< bins that hold rows, less 1
  double expected =
      std::numeric_limits<double>::quiet_NaN();  ///< the index that chance brings about on average
  double limit =
      std::numeric_limits<double>::quiet_NaN();  ///< what chance exceeds in 1 - confidence of cases
  double p_value = std::numeric_limits<double>::quiet_NaN();  ///< that chance alone brings about as much
  double confidence = 0.95;                                   ///< of `limit` and the interval
  double smoothing = 0.5;              ///< added to both cells of a bin of which one is empty
  std::vector<Finding> findings = {};  ///< codes: empty_sample, one_bin, empty_cell, drift, within_chance,
                                       ///< configuration_changed

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("kind", self.kind);
    f("lower", self.lower);
    f("upper", self.upper);
    f("category", self.category);
    f("reference", self.reference);
    f("current", self.current);
    f("reference_share", self.reference_share);
    f("current_share", self.current_share);
    f("contribution", self.contribution);
  }
};

/// The population stability index: how far the distribution of a score has moved from a reference.
///
/// Numbers are put into bins of about as many rows of the reference, at values that occur; texts have a bin
/// each, and so have rows in which the score is missing. A bin that one of the samples does not reach would
/// be infinitely far: `smoothing` is added to both of its cells, and a finding says so.
///
/// The readings .1 and .25 know nothing of the size of the samples. Where nothing has moved, the index is
/// about (1 / n + 1 / m) times a chi-squared of bins - 1 degrees of freedom, n and m being the rows: in small
/// samples it exceeds .1 by chance alone. So `drift` is told only beyond `limit`; a larger reading within it
/// is told as within_chance. Several rows of one account make chance larger than that. A reference of one
/// value alone has one bin, in which whatever came later lies too: that reads as none, not as stable.
///
/// The interval is of the index of ever more rows in these bins, by the delta method, with the variance that
/// chance has where nothing moves added. What chance brings about on average lifts the index: the lower bound
/// is without it, and 0 where no more is there; the upper bound keeps it, so that the interval covers more
/// than it says. With `account`, accounts of both samples are independent, not their rows (sandwich, G / (G -
/// 1)), and chance adds what it adds to such (Rao & Scott); `expected`, `limit` and the p value are of rows.
///
/// \param reference  rows as they were, such as when a model was made
/// \param current    rows as they are
/// \param options    score, bins or edges, fingerprint
/// \returns          a row for each bin
/// \throws InvalidInput  for names of no attribute, dates, infinite numbers, numbers in one sample and
///                       texts in the other, an account that is missing; bins that are not from 1 to 1,000;
///                       edges that do not ascend; unless smoothing > 0 and 0 < confidence < 1
/// \see Yurdakul & Naranjo (2020), Journal of Risk Model Validation 14(4):89-100; Siddiqi (2006), Credit Risk
///      Scorecards, ch. 8, for the readings; Rao & Scott (1981), Journal of the American Statistical
///      Association 76:221-230
PopulationStability psi(const Frame& reference, const Frame& current, const PsiOptions& options = {});
/// The same of counts, with their bins.
PopulationStability psi(const BinCounts& reference, const BinCounts& current, const PsiOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_psi.hpp>
