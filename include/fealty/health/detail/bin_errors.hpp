// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::health::detail {

/// The bin of each row.
inline std::vector<std::uint32_t> bin_of_each(const CalibrationRows& rows,
                                              const std::vector<ProbabilityBin>& bins) {
  std::vector<std::uint32_t> of(rows.size());
  for (std::size_t k = 0; k < bins.size(); ++k)
    std::fill(of.begin() + static_cast<std::ptrdiff_t>(bins[k].begin),
              of.begin() + static_cast<std::ptrdiff_t>(bins[k].end), static_cast<std::uint32_t>(k));
  return of;
}

/// Variances of the means of bins: accounts are independent, or rows where no account is known.
class BinErrors {
 public:
  explicit BinErrors(const CalibrationRows& rows) : rows_(rows), of_account_(rows.codes), seen_(rows.codes) {}

  /// \param deviation  of a row from the mean of its bin
  template <class Deviation>
  double operator()(const ProbabilityBin& bin, const Deviation& deviation) {
    fealty::detail::DoubleSum sum;
    double units = bin.weight;
    if (rows_.has_accounts) {
      units = 0;
      for (std::size_t i = bin.begin; i < bin.end; ++i) {
        const CalibrationRow& row = rows_.rows[i];
        of_account_[row.account] += row.weight * deviation(row);
        if (seen_[row.account] == 0) seen_[row.account] = 1, ++units;
      }
      for (std::size_t i = bin.begin; i < bin.end; ++i) {
        double& brings = of_account_[rows_.rows[i].account];
        sum.add_product(brings, brings);
        brings = 0;
        seen_[rows_.rows[i].account] = 0;
      }
    } else {
      for (std::size_t i = bin.begin; i < bin.end; ++i) {
        const double brings = deviation(rows_.rows[i]);
        sum.add(rows_.rows[i].weight * brings * brings);
      }
    }
    return units > 1 ? units / (units - 1) * sum.value() / (bin.weight * bin.weight) : 0;
  }
  /// Of mean probability - share of outcomes, of each bin; at least what right probabilities have, as much
  /// more as all bins have together: one of few rows may show little by chance.
  std::vector<double> of_errors(const std::vector<ProbabilityBin>& bins) {
    std::vector<double> seen, least;
    double all_seen = 0, all_least = 0;
    for (const ProbabilityBin& bin : bins) {
      const double off = bin.predicted - bin.observed, square = bin.weight * bin.weight;
      seen.push_back((*this)(bin, [&](const CalibrationRow& row) { return row.score - row.outcome - off; }));
      least.push_back(0);
      for (std::size_t i = bin.begin; i < bin.end; ++i)
        least.back() += rows_.rows[i].weight * rows_.rows[i].score * (1 - rows_.rows[i].score) / square;
      all_seen += square * seen.back();
      all_least += square * least.back();
    }
    const double more = all_least > 0 ? std::max(1.0, all_seen / all_least) : 1;
    for (std::size_t k = 0; k < bins.size(); ++k) seen[k] = std::max(seen[k], more * least[k]);
    return seen;
  }

 private:
  const CalibrationRows& rows_;
  std::vector<double> of_account_;  // 0 between bins
  std::vector<std::uint8_t> seen_;
};

/// The expected and the maximum calibration error.
struct BinnedErrors {
  double expected = std::numeric_limits<double>::quiet_NaN();
  double largest = expected, lower_largest = expected, upper_largest = expected;
  double by_chance = expected;  // the expected one that right probabilities of independent rows show
  double chance = expected;     // and those with the spread that bins show

  BinnedErrors(const CalibrationRows& rows, const std::vector<ProbabilityBin>& bins, double confidence) {
    if (bins.empty()) return;
    expected = largest = lower_largest = upper_largest = by_chance = chance = 0;
    const double of_normal = std::sqrt(2 / 3.14159265358979323846);
    const double z =  // of all bins at once
        fealty::detail::normal_quantile(1 - (1 - confidence) / (2 * static_cast<double>(bins.size())));
    const std::vector<double> variances = BinErrors(rows).of_errors(bins);
    for (std::size_t k = 0; k < bins.size(); ++k) {
      const ProbabilityBin& bin = bins[k];
      const double off = std::abs(bin.predicted - bin.observed), part = bin.weight / rows.weight;
      const double error = std::sqrt(variances[k]);
      double variance = 0;
      for (std::size_t i = bin.begin; i < bin.end; ++i)
        variance += rows.rows[i].weight * rows.rows[i].score * (1 - rows.rows[i].score);
      expected += part * off;
      by_chance += part * of_normal * std::sqrt(variance) / bin.weight;
      chance += part * of_normal * error;
      largest = std::max(largest, off);
      lower_largest = std::max(lower_largest, off - z * error);
      upper_largest = std::max(upper_largest, off + z * error);
    }
    upper_largest = std::min(1.0, upper_largest);
  }
};

}  // namespace fealty::health::detail
