// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/binning.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Settings of brier_decomposition().
struct BrierDecompositionOptions {
  std::string score = "score";            ///< attribute that holds the probability of the outcome, in [0, 1]
  std::int32_t bins = 10;                 ///< within which probabilities are taken together; 1 or more
  Binning binning = Binning::equal_mass;  ///< how they are cut
};

/// What a Brier score is made of.
enum class BrierTerm {
  reliability,  ///< how far the bins' mean probabilities are from their shares of outcomes; 0 if right
  resolution,   ///< how far these shares are from that of all: how much the bins tell apart
  uncertainty,  ///< Brier score of the share of all outcomes
  within_bin_variance,    ///< of probabilities around their bin's mean
  within_bin_covariance,  ///< of probabilities and outcomes within bins, twice: what the bins hide
};
constexpr auto enum_names(BrierTerm) {
  return std::array<std::string_view, 5>{"reliability", "resolution", "uncertainty", "within_bin_variance",
                                         "within_bin_covariance"};
}

/// A Brier score term by term, one row for each.
struct BrierDecomposition {
  std::vector<BrierTerm> term;       ///< what the row tells
  std::vector<double> value;         ///< NaN without examples
  std::vector<double> contribution;  ///< value, or less it for resolution and within_bin_covariance: they add
                                     ///< up to the Brier score
  double brier = 0;                  ///< mean square of probability - outcome
  double generalized_resolution = 0;  ///< resolution - within_bin_variance + within_bin_covariance: does not
                                      ///< depend on where bins are cut as much as resolution does
  std::int64_t examples = 0;          ///< rows that were used
  std::int64_t outcomes = 0;          ///< of them, with the outcome
  std::int64_t left_out = 0;          ///< rows in which the probability is missing
  std::int64_t bins = 0;              ///< that have rows
  Binning binning = Binning::equal_mass;  ///< how they were cut
  std::vector<Finding> findings = {};     ///< codes: missing_score, no_examples, one_class

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("term", self.term);
    f("value", self.value);
    f("contribution", self.contribution);
  }
};

/// Why a Brier score is what it is: reliability - resolution + uncertainty + within_bin_variance -
/// within_bin_covariance, exactly.
///
/// The first three are Murphy's, and add up to the score only where all probabilities of a bin are the same;
/// the other two are what is lost by bins. Weights count as so many rows.
///
/// \param examples  probabilities that were known, and what happened
/// \param options   the probability, bins
/// \returns         one row for each term
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins
///                       below 1
/// \see Stephenson, Coelho & Jolliffe (2008), Weather and Forecasting 23:752-757; Murphy (1973), Journal of
///      Applied Meteorology 12:595-600
BrierDecomposition brier_decomposition(const Examples& examples,
                                       const BrierDecompositionOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_brier_decomposition.hpp>
