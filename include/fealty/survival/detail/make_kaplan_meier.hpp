// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/kaplan_meier.hpp>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Product-limit curves, one group after the other.
class KaplanMeier {
 public:
  KaplanMeier(const LifeTable& table, const KaplanMeierOptions& options, SquaresOf squares)
      : z_(band_width("kaplan_meier", options.confidence)), squares_(std::move(squares)),
        group_(!table.by().empty()) {
    curve_.confidence = options.confidence;
    curve_.scale = options.scale;
    curve_.given_age = checked_age("kaplan_meier", "given_age", options.given_age);
    curve_.weight_kind = table.weight_kind();
    curve_.robust = is_robust(options.robust, table.weight_kind(), options.cluster);
    for_each_group(table, [&](const Label& label, const LifeCells& cells) { add(label, risk_table(cells)); });
    curve_.group = group_.take();
  }
  SurvivalCurve take() { return std::move(curve_); }

 private:
  void add(const Label& label, const RiskTable& table) {
    const std::size_t begin = first_after(table, curve_.given_age);
    const std::vector<double> squares = curve_.robust ? robust(label, table, begin) : std::vector<double>();
    double survival = 1, greenwood = 0;
    for (std::size_t i = begin; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      survival = table.ended[i] == table.at_risk[i] ? 0 : survival * ((n - d) / n);
      greenwood += d / (n * (n - d));
      put(table, i, survival, std::sqrt(curve_.robust ? squares[i] : greenwood));
    }
    group_.add(label, table.size() - begin);
  }
  /// The sum of squares of how much each life moves log S.
  std::vector<double> robust(const Label& label, const RiskTable& table, std::size_t begin) const {
    Influence influence;
    double drift = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      influence.ended.push_back(i < begin ? 0 : drift - 1 / n);
      if (i >= begin && d > 0) drift += d / (n * (n - d));
      influence.drift.push_back(drift);
    }
    return squares_ ? squares_(label, table, influence) : squares_of_table("kaplan_meier", table, influence);
  }
  void put(const RiskTable& table, std::size_t i, double survival, double std_error) {
    const Band limits = band(survival, std_error, z_, curve_.scale);
    curve_.time.push_back(table.age[i]);
    curve_.at_risk.push_back(table.at_risk[i]);
    curve_.ended.push_back(table.ended[i]);
    curve_.censored.push_back(table.censored[i]);
    curve_.at_risk_weight.push_back(table.at_risk_weight[i]);
    curve_.ended_weight.push_back(table.ended_weight[i]);
    curve_.survival.push_back(survival);
    curve_.std_error.push_back(survival > 0 ? survival * std_error : nan);
    curve_.lower.push_back(limits.lower);
    curve_.upper.push_back(limits.upper);
  }

  double z_;
  SquaresOf squares_;
  GroupColumn group_;
  SurvivalCurve curve_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline SurvivalCurve kaplan_meier(const LifeTable& table, const KaplanMeierOptions& options) {
  detail::require_lives("kaplan_meier", options);
  return detail::KaplanMeier(table, options, {}).take();
}

inline SurvivalCurve kaplan_meier(const Lifetimes& lives, const KaplanMeierOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  return detail::KaplanMeier(table, options, detail::squares_of_lives("kaplan_meier", lives, options)).take();
}

}  // namespace fealty::survival
