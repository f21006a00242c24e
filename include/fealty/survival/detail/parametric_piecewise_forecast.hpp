// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_piecewise.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// The future of a life whose hazard is constant on intervals.
class PiecewiseForecast {
 public:
  /// \param x  covariates in the units of the design
  PiecewiseForecast(const ParametricCurve& model, const Eigen::VectorXd& x) : model_(model), x_(x) {
    const double effect = x.dot(model.theta.tail(x.size()));
    for (std::size_t j = 0; j < model.form.intervals.size(); ++j)
      hazard_.push_back(std::exp(model.theta[static_cast<Eigen::Index>(j)] + effect));
  }

  Forecast log_survival(double age) const {
    std::vector<double> passed(hazard_.size());
    model_.form.intervals.spent(0, age, [&](std::size_t j, double time) { passed[j] = -hazard_[j] * time; });
    double sum = 0;
    for (const double each : passed) sum += each;
    return spread(sum, passed);
  }
  double hazard(double age) const { return hazard_[model_.form.intervals.of(age)]; }

  /// The age at which the log survival is down to a level; NaN where it never is.
  double age_at(double level, double) const {
    double left = -level;
    for (std::size_t j = 0; j < hazard_.size(); ++j) {
      const double from = model_.form.intervals.from(j),
                   passed = hazard_[j] * (model_.form.intervals.to(j) - from);
      if (std::isnan(hazard_[j])) break;
      if (hazard_[j] > 0 && passed >= left) return from + left / hazard_[j];
      if (hazard_[j] > 0) left -= passed;
    }
    return nan;
  }

  /// The mean time from an age on.
  Forecast mean(double given) const {
    if (!(hazard_.back() > 0)) return {nan, Eigen::VectorXd::Constant(model_.theta.size(), nan)};
    const std::size_t intervals = hazard_.size();
    std::vector<double> area(intervals), by_rate(intervals), time(intervals);
    double survival = 1, sum = 0;
    model_.form.intervals.spent(given, HUGE_VAL, [&](std::size_t j, double t) {
      const double h = hazard_[j], left = std::exp(-h * t);
      const double mean = h > 0 ? -std::expm1(-h * t) / h : t;
      time[j] = t;
      area[j] = survival * mean;
      by_rate[j] = h > 0 ? survival * ((std::isinf(t) ? 0 : t * left) - mean) : 0;
      survival *= left;
      sum += area[j];
    });
    double later = 0;
    for (std::size_t j = intervals; j-- > 0;) {
      if (later > 0) by_rate[j] -= hazard_[j] * time[j] * later;
      later += area[j];
    }
    return spread(sum, by_rate);
  }

 private:
  Forecast spread(double value, const std::vector<double>& by_rate) const {
    Forecast found{value, Eigen::VectorXd::Zero(model_.theta.size())};
    double all = 0;
    for (std::size_t j = 0; j < by_rate.size(); ++j) {
      found.by_parameter[static_cast<Eigen::Index>(j)] = by_rate[j];
      all += by_rate[j];
    }
    found.by_parameter.tail(x_.size()) = all * x_;
    return found;
  }

  const ParametricCurve& model_;
  const Eigen::VectorXd& x_;
  std::vector<double> hazard_;
};

}  // namespace fealty::survival::detail
