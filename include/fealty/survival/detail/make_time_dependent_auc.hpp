// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/censoring_weights.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/influence_variance.hpp>
#include <fealty/survival/detail/predictions.hpp>
#include <fealty/survival/detail/roc_area.hpp>
#include <fealty/survival/time_dependent_auc.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Areas under ROC curves, age by age.
class RocAreas {
 public:
  RocAreas(const Lifetimes& lives, const TimeDependentAucOptions& options)
      : data_(lives.data()), options_(options), z_(band_width(who, options.confidence)) {
    check();
    for (const std::string& name : options.scores)
      risk_.push_back(risk_scores(who, data_, name, options.higher_ends_earlier, "scores"));
    if (options.scores.empty())
      risk_.push_back(risk_scores(who, data_, options.score, options.higher_ends_earlier));
    for (std::uint32_t row = 0; row < data_.rows; ++row)
      if (complete(row)) rows_.push_back(row);
    for (std::vector<double>& column : risk_) {
      std::vector<double> used;
      for (const std::uint32_t row : rows_) used.push_back(column[row]);
      column = std::move(used);
    }
    found_.lives = static_cast<std::int64_t>(rows_.size());
    found_.left_out = static_cast<std::int64_t>(data_.rows) - found_.lives;
    found_.censoring = options.censoring;
    found_.confidence = options.confidence;
    measure();
  }
  TimeDependentAuc take() { return std::move(found_); }

 private:
  static constexpr const char* who = "time_dependent_auc";

  void check() const {
    const auto refuse = [](const char* what, std::string value, std::string rule) {
      throw InvalidInput(
          {.who = who, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
    };
    check_ages(who, options_.ages);
    const std::size_t names = options_.scores.size();
    if (!options_.score.empty() && names > 0)
      refuse("scores", fmt::format("{} names", names), "were given beside `score`; one of the two says them");
    if (names > 0 && names != options_.ages.size())
      refuse("scores", fmt::format("{} names", names),
             fmt::format("do not match the {} ages", options_.ages.size()));
    refuse_late(who, data_, "a weight by the chance to be still watched");
  }
  bool complete(std::uint32_t row) const {
    for (const auto& column : risk_)
      if (std::isnan(column[row])) return false;
    return true;
  }

  void measure() {
    const CensoringWeights weights(data_, rows_, options_.censoring);
    const InfluenceVariance variance(who, data_, rows_, options_.cluster);
    std::vector<std::uint32_t> order;
    Mean mean(rows_.size());
    for (std::size_t i = 0; i < options_.ages.size(); ++i) {
      const double age = options_.ages[i];
      const CensoringWeights::Age at = weights.at(age);
      const std::vector<double>& risk = risk_[risk_.size() == 1 ? 0 : i];
      if (i == 0 || risk_.size() > 1) order = by_risk(risk);
      RocArea area(weights, at, risk, order);
      if (!at.known) {
        area.area = nan;
        found_.findings.push_back(beyond_last_life(who, i, age, weights.steps));
      }
      put(age, area, std::sqrt(variance(area.slopes)));
      mean.add(weights, at, area);
    }
    found_.mean_auc = mean.value();
    found_.mean_std_error = std::isnan(mean.value()) ? nan : std::sqrt(variance(mean.slopes()));
  }

  /// The mean over ages, weighted by how much survival falls.
  class Mean {
   public:
    explicit Mean(std::size_t lives) : sum_slopes_(lives), curve_slopes_(lives) {}

    void add(const CensoringWeights& weights, const CensoringWeights::Age& at, const RocArea& area) {
      const double curve = weights.survival.value[at.up_to], fall = curve_ - curve;
      if (!at.known) sum_ = nan;
      if (fall > 0) sum_ += fall * area.area;
      for (std::size_t life = 0; life < sum_slopes_.size(); ++life) {
        const double slope =
            curve * weights.survival.slope(at.up_to, weights.exit(life), weights.ended(life));
        if (fall > 0)
          sum_slopes_[life] += (curve_slopes_[life] - slope) * area.area + fall * area.slopes[life];
        curve_slopes_[life] = slope;
      }
      curve_ = curve;
    }
    double value() const { return curve_ < 1 ? sum_ / (1 - curve_) : nan; }
    std::vector<double> slopes() const {
      std::vector<double> slopes(sum_slopes_);
      for (std::size_t life = 0; life < slopes.size(); ++life)
        slopes[life] = (slopes[life] + value() * curve_slopes_[life]) / (1 - curve_);
      return slopes;
    }

   private:
    double sum_ = 0, curve_ = 1;
    std::vector<double> sum_slopes_, curve_slopes_;  // along the weight of each life
  };

  void put(double age, const RocArea& area, double std_error) {
    if (std::isnan(area.area)) std_error = nan;
    const Interval interval = probability_interval(area.area, std_error, z_);
    found_.age.push_back(age);
    found_.auc.push_back(area.area);
    found_.std_error.push_back(std_error);
    found_.lower.push_back(interval.lower);
    found_.upper.push_back(interval.upper);
    found_.ended.push_back(area.ended);
    found_.passed.push_back(area.passed);
  }

  const LifetimeData& data_;
  const TimeDependentAucOptions& options_;
  double z_;
  std::vector<std::vector<double>> risk_;
  std::vector<std::uint32_t> rows_;
  TimeDependentAuc found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline TimeDependentAuc time_dependent_auc(const Lifetimes& lives, const TimeDependentAucOptions& options) {
  return detail::RocAreas(lives, options).take();
}

}  // namespace fealty::survival
