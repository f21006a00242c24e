// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/calibration_measures.hpp>
#include <fealty/health/detail/account_variance.hpp>
#include <fealty/health/detail/bin_errors.hpp>
#include <fealty/health/detail/calibration_newton.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/logit.hpp>
#include <fealty/health/detail/make_calibrator.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Judges probabilities, measure by measure.
class CalibrationJudge {
 public:
  CalibrationJudge(const Examples& examples, const CalibrationMeasuresOptions& options) : options_(options) {
    fealty::detail::check_confidence(who, options.confidence);
    check_clip(who, options.clip);
    check_least_outcomes(who, options.least_outcomes);
    z_ = fealty::detail::normal_quantile(0.5 + options.confidence / 2);
    rows_ = read_calibration_rows(who, examples, options.score, ScoreRange::probability);
    bins_ = probability_bins(who, rows_, options.binning, options.bins);
    found_.findings = std::move(rows_.findings);
    note_outcomes(who, rows_, options.least_outcomes, found_.findings);
    describe();
    put_means();
    put_curves();
    put_comparison();
    put_errors();
    put_spiegelhalter();
    note_dependent(who, rows_, "Spiegelhalter's test takes them", found_.findings);
  }
  CalibrationMeasures take() { return std::move(found_); }

 private:
  static constexpr const char* who = "calibration_measures";
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  void describe() {
    found_.examples = static_cast<std::int64_t>(rows_.size());
    found_.outcomes = rows_.outcomes;
    found_.accounts = rows_.accounts;
    found_.left_out = rows_.left_out;
    found_.bins = static_cast<std::int64_t>(bins_.size());
    found_.binning = options_.binning;
    found_.clip = options_.clip;
    found_.confidence = options_.confidence;
    found_.share = rows_.share();
    found_.mean_probability = mean([](const CalibrationRow& row) { return row.score; });
  }
  template <class Of>
  double mean(const Of& of) const {
    fealty::detail::DoubleSum sum;
    for (const CalibrationRow& row : rows_.rows) sum.add_product(row.weight, of(row));
    return sum.value() / rows_.weight;
  }
  /// The error of a mean of what a function tells of each row, or of what moves like one.
  template <class Of>
  double error_of_mean(const Of& of, double mean) const {
    const AccountVariance variance(rows_);
    return std::sqrt(variance([&](const CalibrationRow& row) { return of(row) - mean; })) / rows_.weight;
  }
  double clipped(double p) const { return std::clamp(p, options_.clip, 1 - options_.clip); }

  void put(CalibrationMeasure measure, double value, double std_error, double right = none) {
    const double low = value - z_ * std_error, high = value + z_ * std_error;
    put(measure, value, std_error, {low, high}, std::abs(value - right) / std_error);
  }
  void put(CalibrationMeasure measure, double value, double std_error, fealty::detail::Interval interval,
           double z) {
    const bool spread = !std::isnan(std_error) || measure == CalibrationMeasure::maximum_calibration_error;
    const bool known = !std::isnan(value) && spread;
    found_.measure.push_back(measure);
    found_.value.push_back(value);
    found_.std_error.push_back(std::isnan(value) ? none : std_error);
    found_.lower.push_back(known ? interval.lower : none);
    found_.upper.push_back(known ? interval.upper : none);
    found_.p_value.push_back(std::isfinite(z) ? 2 * cdf(complement(boost::math::normal(), std::abs(z)))
                                              : none);
  }
  void say(const char* code, std::string message) {
    found_.findings.push_back({code, Severity::warning, {}, fmt::format("{}: {}", who, std::move(message))});
  }

  void put_means();
  void put_curves();
  void put_curve(const LogisticCurve& curve, bool joint);
  void put_comparison();
  void put_errors();
  void put_spiegelhalter();
  bool has_slope();

  const CalibrationMeasuresOptions& options_;
  double z_ = 0;
  CalibrationRows rows_;
  std::vector<ProbabilityBin> bins_;
  CalibrationMeasures found_;
};

inline void CalibrationJudge::put_means() {
  const auto square = [](const CalibrationRow& row) {
    return (row.score - row.outcome) * (row.score - row.outcome);
  };
  const double brier = mean(square), brier_error = error_of_mean(square, brier);
  put(CalibrationMeasure::brier, brier, brier_error,
      {std::max(0.0, brier - z_ * brier_error), std::min(1.0, brier + z_ * brier_error)}, none);
  const double share = found_.share, spread = share * (1 - share);
  const double skill = spread > 0 ? 1 - brier / spread : none;
  const double error = error_of_mean(
      [&](const CalibrationRow& row) {
        return -square(row) / spread + brier / (spread * spread) * (1 - 2 * share) * row.outcome;
      },
      -brier / spread + brier / (spread * spread) * (1 - 2 * share) * share);
  put(CalibrationMeasure::brier_skill, skill, error, {skill - z_ * error, std::min(1.0, skill + z_ * error)},
      none);
  std::int64_t certain = 0;
  for (const CalibrationRow& row : rows_.rows)
    if (row.score != clipped(row.score)) ++certain;
  if (certain > 0)
    say("certain_scores",
        fmt::format("{} probabilities are 0 or 1; logarithms and logits are taken at {} from "
                    "there, which decides how much they count",
                    certain, options_.clip));
  const auto surprise = [&](const CalibrationRow& row) {
    const double p = clipped(row.score);
    return row.outcome != 0 ? -std::log(p) : -std::log1p(-p);
  };
  const double loss = mean(surprise), loss_error = error_of_mean(surprise, loss);
  put(CalibrationMeasure::log_loss, loss, loss_error,
      {std::max(0.0, loss - z_ * loss_error), loss + z_ * loss_error}, none);
}

inline bool CalibrationJudge::has_slope() {
  if (rows_.fewer() == 0) return false;  // one_class says so
  const bool spread = clipped(rows_.rows.front().score) < clipped(rows_.rows.back().score);
  if (!spread) say("no_spread", "all probabilities are alike; there is no calibration slope");
  const bool apart = separated(rows_, true) || separated(rows_, false);
  if (apart) say("separation", "the probability tells all outcomes; the calibration slope is infinite");
  return spread && !apart;
}

inline void CalibrationJudge::put_curves() {
  CurveData data;
  std::vector<double> logit;
  for (const CalibrationRow& row : rows_.rows) {
    logit.push_back(logit_of(clipped(row.score)));
    data.target.push_back(row.outcome);
    data.weight.push_back(row.weight);
  }
  if (has_slope()) {
    data.features = {logit};
    put_curve(CalibrationNewton(who, data).take(), true);
  } else {
    put(CalibrationMeasure::calibration_slope, none, none);
    put(CalibrationMeasure::calibration_intercept, none, none);
  }
  data.features.clear();
  data.offset = std::move(logit);
  if (rows_.fewer() > 0) put_curve(CalibrationNewton(who, data).take(), false);
  else put(CalibrationMeasure::calibration_in_the_large, none, none);
}

inline void CalibrationJudge::put_curve(const LogisticCurve& curve, bool joint) {
  const double intercept = curve.coefficients[0], slope = joint ? curve.coefficients[1] : 1;
  const AccountVariance variance(rows_);
  const auto error = [&](Eigen::Index of) {
    if (!rows_.has_accounts) return std::sqrt(curve.covariance(of, of));
    return std::sqrt(variance([&](const CalibrationRow& row) {
      const double x = logit_of(clipped(row.score)),
                   miss = row.outcome - inverse_logit(intercept + slope * x);
      return miss * (curve.covariance(of, 0) + (joint ? curve.covariance(of, 1) * x : 0));
    }));
  };
  if (joint) put(CalibrationMeasure::calibration_slope, slope, error(1), 1);
  put(joint ? CalibrationMeasure::calibration_intercept : CalibrationMeasure::calibration_in_the_large,
      intercept, error(0), 0);
}

inline void CalibrationJudge::put_comparison() {
  const double expected = found_.mean_probability, observed = found_.share;
  const double difference = mean([](const CalibrationRow& row) { return row.score - row.outcome; });
  put(CalibrationMeasure::mean_difference, difference,
      error_of_mean([](const CalibrationRow& row) { return row.score - row.outcome; }, difference), 0);
  const bool both = rows_.outcomes > 0 && expected > 0;
  const double ratio = both ? expected / observed : none;
  const double error =
      both ? error_of_mean(
                 [&](const CalibrationRow& row) { return row.score / expected - row.outcome / observed; },
                 0)
           : none;  // of its logarithm
  put(CalibrationMeasure::expected_observed_ratio, ratio, ratio * error,
      {ratio * std::exp(-z_ * error), ratio * std::exp(z_ * error)}, std::log(ratio) / error);
}

inline void CalibrationJudge::put_errors() {
  const BinnedErrors errors(rows_, bins_, options_.confidence);
  const std::vector<std::uint32_t> bin_of = bin_of_each(rows_, bins_);
  const double error = error_of_mean(
      [&](const CalibrationRow& row) {
        const ProbabilityBin& bin = bins_[bin_of[static_cast<std::size_t>(&row - rows_.rows.data())]];
        return (bin.predicted < bin.observed ? -1 : 1) * (row.score - row.outcome);
      },
      errors.expected);
  found_.expected_error_by_chance = errors.by_chance;
  put(CalibrationMeasure::expected_calibration_error, errors.expected, error,
      {std::max(0.0, errors.expected - errors.chance - z_ * error),
       std::min(1.0, errors.expected + z_ * error)},
      none);
  put(CalibrationMeasure::maximum_calibration_error, errors.largest, none,
      {errors.lower_largest, errors.upper_largest}, none);
}

inline void CalibrationJudge::put_spiegelhalter() {
  fealty::detail::DoubleSum sum, variance;
  for (const CalibrationRow& row : rows_.rows) {
    const double p = row.score, lean = 1 - 2 * p;
    sum.add(row.weight * (row.outcome - p) * lean);
    variance.add(row.weight * lean * lean * p * (1 - p));
  }
  const double z = variance.value() > 0 ? sum.value() / std::sqrt(variance.value()) : none;
  put(CalibrationMeasure::spiegelhalter_z, z, none, {none, none}, z);
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline CalibrationMeasures calibration_measures(const Examples& examples,
                                                const CalibrationMeasuresOptions& options) {
  return detail::CalibrationJudge(examples, options).take();
}

}  // namespace fealty::health
