// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/influence_variance.hpp>
#include <fealty/survival/detail/predictions.hpp>
#include <fealty/survival/detail/product_limit.hpp>
#include <fealty/survival/detail/risk_steps.hpp>
#include <fealty/survival/survival_calibration.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Puts predicted survival beside observed survival.
class Calibration {
 public:
  Calibration(const Lifetimes& lives, const SurvivalCalibrationOptions& options)
      : data_(lives.data()), options_(options), z_(band_width(who, options.confidence)), ties_(data_) {
    check();
    predicted_ = predicted_survival(who, data_, options.survival);
    for (std::uint32_t row = 0; row < data_.rows; ++row)
      if (!std::isnan(predicted_[row])) rows_.push_back(row);
    std::sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(predicted_[a], weight_of(data_, a)) < std::pair(predicted_[b], weight_of(data_, b));
    });
    found_.age = options.age;
    found_.left_out = static_cast<std::int64_t>(data_.rows - rows_.size());
    found_.confidence = options.confidence;
    found_.scale = options.scale;
    cut();
    measure_all();
  }
  SurvivalCalibration take() { return std::move(found_); }

 private:
  static constexpr const char* who = "survival_calibration";
  using Rows = std::vector<std::uint32_t>;

  void check() const {
    const auto refuse = [](const char* what, std::string value, const char* rule) {
      throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
    };
    if (!(options_.age > 0 && std::isfinite(options_.age)))
      refuse("age", fmt::format("{}", options_.age), "is not an age above 0");
    if (options_.bins < 1) refuse("bins", fmt::format("{}", options_.bins), "is less than 1");
    refuse_late(who, data_, "a mean of predictions");
    if (!options_.cluster.empty())  // also where no error is told
      static_cast<void>(grouping(data_.attributes, {options_.cluster}, who, "cluster"));
  }
  double weight(const Rows& rows) const {
    double sum = 0;
    for (const std::uint32_t row : rows) sum += weight_of(data_, row);
    return sum;
  }
  double mean_prediction(const Rows& rows) const {
    double sum = 0;
    for (const std::uint32_t row : rows) sum += weight_of(data_, row) * predicted_[row];
    return rows.empty() ? nan : sum / weight(rows);
  }

  /// Predictions that are equal go where the middle of their weight lies.
  void cut() {
    const double total = weight(rows_);
    double before = 0;
    std::int32_t current = 0;
    Rows bin;
    for (auto first = rows_.begin(); first != rows_.end();) {
      auto last = first;
      double tied = 0;
      for (; last != rows_.end() && predicted_[*last] == predicted_[*first]; ++last)
        tied += weight_of(data_, *last);
      const auto to =
          std::min(options_.bins - 1, static_cast<std::int32_t>((before + tied / 2) * options_.bins / total));
      if (to != current && !bin.empty()) measure(std::exchange(bin, {}));
      current = to;
      bin.insert(bin.end(), first, last);
      before += tied;
      first = last;
    }
    if (!bin.empty()) measure(bin);
  }

  struct Observed {
    double survival = nan, std_error = nan;  // the error of its logarithm; NaN where none is left
    std::int64_t ended = 0;
    double last = nan;  // age at which a life was seen
  };
  Observed observe(const Rows& rows) const {
    const RiskSteps steps(data_, ties_, rows);
    const ProductLimit curve = ProductLimit::survival(steps);
    const std::size_t up_to = steps.up_to(options_.age);
    Observed found;
    for (std::size_t step = 0; step < up_to; ++step) found.ended += steps.lives_ended[step];
    if (steps.size() > 0) found.last = steps.age.back();
    const bool known =
        steps.size() > 0 && (steps.before(options_.age) < steps.size() || curve.value.back() == 0);
    if (!known) return found;
    found.survival = curve.value[up_to];
    if (found.survival == 0) return found;
    std::vector<double> slopes;
    for (std::size_t life = 0; life < rows.size(); ++life)
      slopes.push_back(curve.slope(up_to, steps.exit[life], data_.ended[rows[life]] != 0));
    found.std_error = std::sqrt(InfluenceVariance(who, data_, rows, options_.cluster)(slopes));
    return found;
  }
  void measure(const Rows& bin) {
    const Observed observed = observe(bin);
    const Band limits = std::isnan(observed.survival)
                            ? Band{nan, nan}
                            : band(observed.survival, observed.std_error, z_, options_.scale);
    if (std::isnan(observed.survival)) note(fmt::format("bin {}", found_.observed.size() + 1), observed.last);
    found_.lowest.push_back(predicted_[bin.front()]);
    found_.highest.push_back(predicted_[bin.back()]);
    found_.predicted.push_back(mean_prediction(bin));
    found_.observed.push_back(observed.survival);
    found_.std_error.push_back(observed.survival * observed.std_error);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
    found_.lives.push_back(static_cast<std::int64_t>(bin.size()));
    found_.ended.push_back(observed.ended);
  }
  void measure_all() {
    const Observed observed = observe(rows_);
    const double lives = weight(rows_);
    found_.mean_predicted = mean_prediction(rows_);
    found_.mean_observed = observed.survival;
    for (const std::uint32_t row : rows_)
      found_.expected_ended += weight_of(data_, row) * (1 - predicted_[row]);
    found_.observed_ended = lives * (1 - observed.survival);
    found_.ended_ratio = found_.expected_ended > 0 ? found_.observed_ended / found_.expected_ended : nan;
    const double error = z_ * observed.survival * observed.std_error / (1 - observed.survival);
    found_.ended_ratio_lower = found_.ended_ratio * std::exp(-error);
    found_.ended_ratio_upper = found_.ended_ratio * std::exp(error);
  }
  void note(const std::string& where, double last) {
    found_.findings.push_back({"beyond_last_life",
                               Severity::warning,
                               {},
                               fmt::format("{}: age = {} is beyond the last life of {} that was seen, at {}",
                                           who, options_.age, where, last)});
  }

  const LifetimeData& data_;
  const SurvivalCalibrationOptions& options_;
  double z_;
  AgeTies ties_;
  std::vector<double> predicted_;
  Rows rows_;
  SurvivalCalibration found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline SurvivalCalibration survival_calibration(const Lifetimes& lives,
                                                const SurvivalCalibrationOptions& options) {
  return detail::Calibration(lives, options).take();
}

}  // namespace fealty::survival
