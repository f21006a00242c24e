// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/nelson_aalen.hpp>

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// What lives that end at one age add to the cumulative hazard and to its variance.
struct HazardStep {
  double hazard = 0, variance = 0;
};
/// \param n, d    weight of those at risk and of those that end
/// \param ended   how many these are; each has the same share of their weight
inline HazardStep hazard_step(double n, double d, double ended, HazardTies ties) {
  if (ended == 0) return {};
  const double each = d / ended;
  if (ties == HazardTies::nelson_aalen) return {d / n, each * d / (n * n)};
  HazardStep step;
  if (constexpr double many = 1000; ended > many) {  // the same sums in one
    using boost::math::digamma, boost::math::trigamma;
    const double first = n / each + 1, last = first - ended;
    return {digamma(first) - digamma(last), trigamma(last) - trigamma(first)};
  }
  for (double k = 0; k < ended; ++k) {
    const double left = n - k * each;
    step.hazard += each / left;
    step.variance += each * each / (left * left);
  }
  return step;
}

/// Cumulative hazards, one group after the other.
class NelsonAalen {
 public:
  NelsonAalen(const LifeTable& table, const NelsonAalenOptions& options, SquaresOf squares)
      : z_(band_width("nelson_aalen", options.confidence)), squares_(std::move(squares)),
        group_(!table.by().empty()) {
    curve_.confidence = options.confidence;
    curve_.scale = options.scale;
    curve_.ties = options.ties;
    curve_.given_age = checked_age("nelson_aalen", "given_age", options.given_age);
    curve_.weight_kind = table.weight_kind();
    curve_.robust = is_robust(options.robust, table.weight_kind(), options.cluster);
    if (curve_.robust && options.ties != HazardTies::nelson_aalen)
      throw InvalidInput(
          {.who = "nelson_aalen",
           .what = "ties",
           .where = {},
           .value = "fleming_harrington",
           .rule = "have no robust standard errors; take ties = nelson_aalen or robust = false"});
    for_each_group(table, [&](const Label& label, const LifeCells& cells) { add(label, risk_table(cells)); });
    curve_.group = group_.take();
  }
  HazardCurve take() { return std::move(curve_); }

 private:
  void add(const Label& label, const RiskTable& table) {
    const std::size_t begin = first_after(table, curve_.given_age);
    const std::vector<double> squares = curve_.robust ? robust(label, table, begin) : std::vector<double>();
    HazardStep sum;
    for (std::size_t i = begin; i < table.size(); ++i) {
      const HazardStep step =
          hazard_step(table.at_risk_weight[i], table.ended_weight[i], ended(table, i), curve_.ties);
      sum.hazard += step.hazard;
      sum.variance += step.variance;
      put(table, i, sum.hazard, std::sqrt(curve_.robust ? squares[i] : sum.variance));
    }
    group_.add(label, table.size() - begin);
  }
  /// How many lives end: cases are so many that are alike.
  double ended(const RiskTable& table, std::size_t i) const {
    return curve_.weight_kind == WeightKind::cases ? table.ended_weight[i]
                                                   : static_cast<double>(table.ended[i]);
  }
  /// The sum of squares of how much each life moves the hazard.
  std::vector<double> robust(const Label& label, const RiskTable& table, std::size_t begin) const {
    Influence influence;
    double drift = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      if (i >= begin) drift += d / (n * n);
      influence.ended.push_back(i < begin ? 0 : drift - 1 / n);
      influence.drift.push_back(drift);
    }
    return squares_ ? squares_(label, table, influence) : squares_of_table("nelson_aalen", table, influence);
  }
  Band limits(double hazard, double std_error) const {
    const double half = z_ * std_error;
    if (curve_.scale == HazardScale::plain) return {std::max(0.0, hazard - half), hazard + half};
    if (hazard <= 0) return {nan, nan};
    return {hazard * std::exp(-half / hazard), hazard * std::exp(half / hazard)};
  }
  void put(const RiskTable& table, std::size_t i, double hazard, double std_error) {
    const Band band = limits(hazard, std_error);
    curve_.time.push_back(table.age[i]);
    curve_.at_risk.push_back(table.at_risk[i]);
    curve_.ended.push_back(table.ended[i]);
    curve_.censored.push_back(table.censored[i]);
    curve_.cumulative_hazard.push_back(hazard);
    curve_.std_error.push_back(std_error);
    curve_.lower.push_back(band.lower);
    curve_.upper.push_back(band.upper);
    curve_.survival.push_back(std::exp(-hazard));
    curve_.survival_lower.push_back(std::exp(-band.upper));
    curve_.survival_upper.push_back(std::exp(-band.lower));
  }

  double z_;
  SquaresOf squares_;
  GroupColumn group_;
  HazardCurve curve_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline HazardCurve nelson_aalen(const LifeTable& table, const NelsonAalenOptions& options) {
  detail::require_lives("nelson_aalen", options);
  return detail::NelsonAalen(table, options, {}).take();
}

inline HazardCurve nelson_aalen(const Lifetimes& lives, const NelsonAalenOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  return detail::NelsonAalen(table, options, detail::squares_of_lives("nelson_aalen", lives, options)).take();
}

}  // namespace fealty::survival
