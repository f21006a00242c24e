// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/detail/probability_tally.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// Settings of ProbabilitySums.
struct ProbabilitySumsOptions {
  std::string score = "score";  ///< attribute that holds the probability of the outcome, in [0, 1]
  std::int32_t bins = 10;       ///< of equal width, which no data move; 1 to 1,000
  double clip = 1e-15;          ///< for logarithms, probabilities are kept so far from 0 and 1; in (0, .5)
};

/// The partial state of how far probabilities are from what happened: sums of them, of their squares and of
/// their logarithms, by bins of equal width. Its size is that of its bins, whatever the number of examples.
///
/// States of partitions, batches of a stream and other processes add up to that of all examples. No sum is
/// rounded, so that no order of updates and merges changes a bit of them. Weights count as so many rows;
/// accounts are not known to sums.
class ProbabilitySums {
 public:
  /// \throws InvalidInput  unless 1 <= bins <= 1,000 and 0 < clip < .5
  explicit ProbabilitySums(ProbabilitySumsOptions options = {});

  /// Adds examples.
  ///
  /// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1];
  ///                       nothing is added then
  void update(const Examples& examples);
  /// Adds the sums of another state.
  ///
  /// \throws InvalidInput  when its settings are others
  void merge(const ProbabilitySums& other);

  /// Examples so far, those without a probability included.
  std::int64_t size() const { return examples() + left_out_; }
  /// Examples that are in the sums.
  std::int64_t examples() const { return total().examples; }
  /// Of them, those with the outcome.
  std::int64_t outcomes() const { return total().outcomes; }
  /// Examples in which the probability is missing.
  std::int64_t left_out() const { return left_out_; }
  /// Mean square of probability - outcome; NaN without examples.
  double brier() const;
  /// Mean of less the logarithm of the probability of what happened; NaN without examples.
  double log_loss() const;
  /// Mean probability - share of outcomes; NaN without examples.
  double mean_difference() const;

  /// What brier_decomposition() has of all examples, in bins of equal width.
  BrierDecomposition brier_decomposition() const;
  /// What calibration_curve() has of all examples, in bins of equal width, without many_rows.
  ///
  /// \param confidence  coverage of the intervals, in (0, 1)
  CalibrationCurve calibration_curve(double confidence = 0.95) const;

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static ProbabilitySums deserialize(std::span<const std::uint8_t> bytes);

  const std::map<std::int32_t, detail::ProbabilityTally>& tallies() const { return tallies_; }
  detail::ProbabilityTally total() const;

 private:
  void check() const;

  ProbabilitySumsOptions options_;
  std::int64_t left_out_ = 0;
  std::map<std::int32_t, detail::ProbabilityTally> tallies_;  // of bins that have examples
};
static_assert(PartialState<ProbabilitySums, Examples>);

}  // namespace fealty::health

#include <fealty/health/detail/make_probability_sums.hpp>
