// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Sums over bins and within them.
struct BrierSums {
  fealty::detail::DoubleSum brier, reliability, resolution, variance, covariance;

  BrierSums() = default;
  BrierSums(const CalibrationRows& rows, const std::vector<ProbabilityBin>& bins) {
    const double share = rows.share();
    for (const ProbabilityBin& bin : bins) {
      const double off = bin.predicted - bin.observed, apart = bin.observed - share;
      reliability.add(bin.weight * off * off);
      resolution.add(bin.weight * apart * apart);
      for (std::size_t i = bin.begin; i < bin.end; ++i) {
        const CalibrationRow& row = rows.rows[i];
        const double miss = row.score - row.outcome, deviation = row.score - bin.predicted;
        brier.add(row.weight * miss * miss);
        variance.add(row.weight * deviation * deviation);
        covariance.add(2 * row.weight * deviation * (row.outcome - bin.observed));
      }
    }
  }
};

/// Term by term; the rest is the caller's.
inline BrierDecomposition decomposed(const BrierSums& sums, double weight, double share) {
  BrierDecomposition out;
  const auto put = [&](BrierTerm term, double value, double sign) {
    if (!(weight > 0)) value = std::numeric_limits<double>::quiet_NaN();
    out.term.push_back(term);
    out.value.push_back(value);
    out.contribution.push_back(sign * value);
  };
  const double resolution = sums.resolution.value() / weight;
  const double variance = sums.variance.value() / weight;
  const double covariance = sums.covariance.value() / weight;
  put(BrierTerm::reliability, sums.reliability.value() / weight, 1);
  put(BrierTerm::resolution, resolution, -1);
  put(BrierTerm::uncertainty, share * (1 - share), 1);
  put(BrierTerm::within_bin_variance, variance, 1);
  put(BrierTerm::within_bin_covariance, covariance, -1);
  out.brier = sums.brier.value() / weight;
  out.generalized_resolution = resolution - variance + covariance;
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline BrierDecomposition brier_decomposition(const Examples& examples,
                                              const BrierDecompositionOptions& options) {
  constexpr const char* who = "brier_decomposition";
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  const auto bins = detail::probability_bins(who, rows, options.binning, options.bins);
  BrierDecomposition out = detail::decomposed(detail::BrierSums(rows, bins), rows.weight, rows.share());
  out.examples = static_cast<std::int64_t>(rows.size());
  out.outcomes = rows.outcomes;
  out.left_out = rows.left_out;
  out.bins = static_cast<std::int64_t>(bins.size());
  out.binning = options.binning;
  out.findings = std::move(rows.findings);
  detail::note_outcomes(who, rows, 0, out.findings);
  return out;
}

}  // namespace fealty::health
