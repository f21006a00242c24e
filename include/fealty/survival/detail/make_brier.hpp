// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/brier.hpp>
#include <fealty/survival/detail/censoring_weights.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/influence_variance.hpp>
#include <fealty/survival/detail/predictions.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// Scores predicted survival, age by age.
class Brier {
 public:
  Brier(const Lifetimes& lives, const BrierOptions& options)
      : data_(lives.data()), options_(options), z_(band_width("brier", options.confidence)) {
    check();
    for (const std::string& name : options.survival)
      predicted_.push_back(predicted_survival("brier", data_, name));
    for (std::uint32_t row = 0; row < data_.rows; ++row)
      if (complete(row)) rows_.push_back(row);
    found_.lives = static_cast<std::int64_t>(rows_.size());
    found_.left_out = static_cast<std::int64_t>(data_.rows) - found_.lives;
    found_.censoring = options.censoring;
    found_.confidence = options.confidence;
    score();
  }
  BrierScore take() { return std::move(found_); }

 private:
  void check() const {
    check_ages("brier", options_.ages);
    if (options_.survival.size() != options_.ages.size())
      throw InvalidInput({.who = "brier",
                          .what = "survival",
                          .where = {},
                          .value = fmt::format("{} names", options_.survival.size()),
                          .rule = fmt::format("do not match the {} ages", options_.ages.size())});
    refuse_late("brier", data_, "a weight by the chance to be still watched");
  }
  bool complete(std::uint32_t row) const {
    for (const auto& column : predicted_)
      if (std::isnan(column[row])) return false;
    return true;
  }

  void score() {
    const CensoringWeights weights(data_, rows_, options_.censoring);
    const InfluenceVariance variance("brier", data_, rows_, options_.cluster);
    const std::vector<double>& ages = options_.ages;
    const double span = ages.size() < 2 ? nan : ages.back() - ages.front();
    std::vector<double> mean_slopes(rows_.size());
    double mean = 0, null_mean = 0;
    for (std::size_t i = 0; i < ages.size(); ++i) {
      const Scored scored = score(weights, i);
      put(ages[i], scored, std::sqrt(variance(scored.slopes)));
      const double from = ages[i == 0 ? 0 : i - 1], to = ages[i + 1 == ages.size() ? i : i + 1];
      const double part = (to - from) / 2 / span;  // of the trapezoids on both sides
      mean += part * scored.brier, null_mean += part * scored.null_brier;
      for (std::size_t life = 0; life < rows_.size(); ++life) mean_slopes[life] += part * scored.slopes[life];
    }
    found_.integrated_brier = ages.size() < 2 ? nan : mean;
    found_.integrated_null_brier = ages.size() < 2 ? nan : null_mean;
    found_.integrated_std_error =
        std::isnan(found_.integrated_brier) ? nan : std::sqrt(variance(mean_slopes));
    found_.integrated_r_squared = r_squared(found_.integrated_brier, found_.integrated_null_brier);
  }

  struct Scored {
    double brier = nan, null_brier = nan;
    std::vector<double> slopes;  // of brier along the weight of each life
  };
  Scored score(const CensoringWeights& weights, std::size_t place) {
    const double age = options_.ages[place];
    const CensoringWeights::Age at = weights.at(age);
    Scored scored{nan, nan, std::vector<double>(rows_.size())};
    if (!at.known) {
      found_.findings.push_back(beyond_last_life("brier", place, age, weights.steps));
      return scored;
    }
    const double curve = weights.survival.value[at.up_to], total = weights.total();
    std::vector<double> by_reading = weights.no_readings();
    double sum = 0, null_sum = 0;
    for (std::size_t life = 0; life < rows_.size(); ++life) {
      const LifeState state = weights.state(life, at);
      if (state == LifeState::unknown) continue;
      const std::size_t reading = weights.reading(life, at, state);
      const double target = state == LifeState::passed ? 1 : 0, g = weights.censoring.value[reading];
      const double miss = target - predicted_[place][rows_[life]], null_miss = target - curve;
      const double term = miss * miss / g, w = weights.weight[life];
      sum += w * term;
      null_sum += w * (null_miss * null_miss / g);
      by_reading[reading] += w * term / total;
      scored.slopes[life] = term / total;
    }
    scored.brier = sum / total, scored.null_brier = null_sum / total;
    for (double& slope : scored.slopes) slope -= scored.brier / total;
    weights.add_slopes(by_reading, scored.slopes);
    return scored;
  }
  static double r_squared(double brier, double null_brier) {
    return null_brier > 0 ? 1 - brier / null_brier : nan;
  }
  void put(double age, const Scored& scored, double std_error) {
    if (std::isnan(scored.brier)) std_error = nan;
    const Interval interval = probability_interval(scored.brier, std_error, z_);
    found_.age.push_back(age);
    found_.brier.push_back(scored.brier);
    found_.std_error.push_back(std_error);
    found_.lower.push_back(interval.lower);
    found_.upper.push_back(interval.upper);
    found_.null_brier.push_back(scored.null_brier);
    found_.r_squared.push_back(r_squared(scored.brier, scored.null_brier));
  }

  const LifetimeData& data_;
  const BrierOptions& options_;
  double z_;
  std::vector<std::vector<double>> predicted_;
  std::vector<std::uint32_t> rows_;
  BrierScore found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline BrierScore brier(const Lifetimes& lives, const BrierOptions& options) {
  return detail::Brier(lives, options).take();
}

}  // namespace fealty::survival
