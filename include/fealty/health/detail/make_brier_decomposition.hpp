// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/detail/account_variance.hpp>
#include <fealty/health/detail/bin_errors.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include <algorithm>
#include <cmath>
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

/// How sure the terms are.
class BrierErrors {
 public:
  BrierErrors(const CalibrationRows& rows, const std::vector<ProbabilityBin>& bins)
      : rows_(rows), bins_(bins), bin_of_(bin_of_each(rows, bins)), variance_(rows) {
    BinErrors errors(rows);
    const std::vector<double> of_errors = errors.of_errors(bins);
    for (std::size_t k = 0; k < bins.size(); ++k) {
      const ProbabilityBin& bin = bins[k];
      const double part = bin.weight / rows.weight, of_error = of_errors[k];
      const double of_share =
          errors(bin, [&](const CalibrationRow& row) { return row.outcome - bin.observed; });
      chance_[0] += part * of_error, squares_[0] += 2 * part * part * of_error * of_error;
      chance_[1] += part * of_share, squares_[1] += 2 * part * part * of_share * of_share;
    }
  }

  /// \param at  row of the term
  void put(std::size_t at, double confidence, BrierDecomposition& to) const {
    const BrierTerm term = to.term[at];
    const double value = to.value[at];
    const bool lifted = term == BrierTerm::reliability || term == BrierTerm::resolution;
    const double z = fealty::detail::normal_quantile(0.5 + confidence / 2);
    const double error = std::sqrt(of(term, value) + (lifted ? squares_[at] : 0));
    double lower = value - z * error - (lifted ? chance_[at] : 0), upper = value + z * error;
    if (term == BrierTerm::uncertainty) {  // highest of a share of a half
      const double share = rows_.share(), half = z * share_error();
      const double low = std::max(0.0, share - half), high = std::min(1.0, share + half);
      lower = std::min(low * (1 - low), high * (1 - high));
      upper = low <= 0.5 && high >= 0.5 ? 0.25 : std::max(low * (1 - low), high * (1 - high));
    } else if (term != BrierTerm::within_bin_covariance) {
      lower = std::max(0.0, lower);
    }
    const bool known = !std::isnan(error) && !std::isnan(value);
    to.std_error[at] = error;
    to.lower[at] = known ? lower : error;
    to.upper[at] = known ? upper : error;
  }

 private:
  /// What a row brings to the mean that a term is; moves of the bins' means go with it.
  double influence(BrierTerm term, double value, const CalibrationRow& row) const {
    const ProbabilityBin& bin = bins_[bin_of_[static_cast<std::size_t>(&row - rows_.rows.data())]];
    const double off = bin.predicted - bin.observed, apart = bin.observed - rows_.share();
    const double deviation = row.score - bin.predicted, surprise = row.outcome - bin.observed;
    switch (term) {
      case BrierTerm::reliability:
        return off * off + 2 * off * (deviation - surprise) - value;
      case BrierTerm::resolution:
        return apart * apart + 2 * apart * surprise - value;
      case BrierTerm::uncertainty:
        return (1 - 2 * rows_.share()) * (row.outcome - rows_.share());
      case BrierTerm::within_bin_variance:
        return deviation * deviation - value;
      case BrierTerm::within_bin_covariance:
        break;
    }
    return 2 * deviation * surprise - value;
  }
  double of(BrierTerm term, double value) const {
    return variance_([&](const CalibrationRow& row) { return influence(term, value, row); }) /
           (rows_.weight * rows_.weight);
  }
  double share_error() const {
    return std::sqrt(variance_([&](const CalibrationRow& row) { return row.outcome - rows_.share(); })) /
           rows_.weight;
  }

  const CalibrationRows& rows_;
  const std::vector<ProbabilityBin>& bins_;
  std::vector<std::uint32_t> bin_of_;
  AccountVariance variance_;
  double chance_[2]{}, squares_[2]{};  // of reliability and resolution: what chance adds, and its spread
};

/// Term by term; the rest is the caller's.
inline BrierDecomposition decomposed(const BrierSums& sums, double weight, double share) {
  BrierDecomposition out;
  const auto put = [&](BrierTerm term, double value, double sign) {
    if (!(weight > 0)) value = std::numeric_limits<double>::quiet_NaN();
    out.term.push_back(term);
    out.value.push_back(value);
    out.contribution.push_back(sign * value);
    for (auto* column : {&out.std_error, &out.lower, &out.upper})
      column->push_back(std::numeric_limits<double>::quiet_NaN());
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
  fealty::detail::check_confidence(who, options.confidence);
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  const auto bins = detail::probability_bins(who, rows, options.binning, options.bins);
  BrierDecomposition out = detail::decomposed(detail::BrierSums(rows, bins), rows.weight, rows.share());
  const detail::BrierErrors errors(rows, bins);
  for (std::size_t i = 0; i < out.term.size(); ++i) errors.put(i, options.confidence, out);
  out.examples = static_cast<std::int64_t>(rows.size());
  out.outcomes = rows.outcomes;
  out.accounts = rows.accounts;
  out.left_out = rows.left_out;
  out.confidence = options.confidence;
  out.bins = static_cast<std::int64_t>(bins.size());
  out.binning = options.binning;
  out.findings = std::move(rows.findings);
  detail::note_outcomes(who, rows, 0, out.findings);
  return out;
}

}  // namespace fealty::health
