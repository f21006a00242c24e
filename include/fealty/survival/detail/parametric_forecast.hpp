// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_error.hpp>
#include <fealty/survival/detail/parametric_life.hpp>
#include <fealty/survival/detail/parametric_quadrature.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace fealty::survival::detail {

/// A figure, and its derivatives by the parameters of the model.
struct Forecast {
  double value = 0;
  Eigen::VectorXd by_parameter;

  double std_error(const Eigen::MatrixXd& covariance) const {
    const double variance = by_parameter.dot(covariance * by_parameter);
    return std::sqrt(variance < 0 ? 0 : variance);
  }
};

/// The future of an accelerated life.
class AcceleratedForecast {
 public:
  /// \param x  covariates in the units of the design
  AcceleratedForecast(const ParametricCurve& model, const ErrorDistribution& error, const Eigen::VectorXd& x)
      : model_(model), x_(x), location_(of(location_part)), scale_(std::exp(of(log_scale_part))),
        shape_(of(shape_part)), life_(error, location_, of(log_scale_part), shape_,
                                      model.form.cure ? std::optional(of(cure_part)) : std::nullopt) {}

  Forecast log_survival(double age) const { return spread(life_.log_survival(age)); }
  double hazard(double age) const { return life_.log_survival(age).first[location_part] / age; }

  /// The age at which the log survival is down to a level; NaN where it never is.
  double age_at(double level, double given) const {
    if (model_.form.cure && level <= -std::log1p(std::exp(-of(cure_part)))) return nan;
    double low = given > 0 ? std::log(given) : location_, step = scale_;
    if (!(given > 0))
      while (at(low).value < level) low -= step, step *= 2;
    double high = std::max(low, location_);
    for (step = scale_; at(high).value > level; step *= 2) {
      if (!(step < 1e6)) return nan;
      low = high;
      high += step;
    }
    return std::exp(solve(low, high, [&](double y) {
      const Jet jet = at(y);
      return std::pair(jet.value - level, jet.first[location_part]);
    }));
  }

  /// The mean time from an age on: an integral over the log age y, of exp(y) times survival.
  Forecast mean(double given) const {
    Forecast mean{nan, Eigen::VectorXd::Constant(model_.theta.size(), nan)};
    if (!finite_mean()) return mean;
    const Jet passed = life_.log_survival(given);
    const double first = given > 0 ? std::log(given) : -HUGE_VAL, peak = this->peak(first);
    Jet sum;
    for (const double side : {1.0, -1.0}) {
      const double most = side > 0 ? HUGE_VAL : peak - first;
      if (!(most > 0)) continue;
      const double width = std::min(most, reach(peak, side));
      graded_gauss(width, std::min(width / 2, scale_ / std::max(1.0, std::abs(shape_))),
                   [&](double v, double weight) {
                     const double y = peak + side * v;
                     const Jet survival = at(y) - passed;
                     const double area = weight * std::exp(y + survival.value);
                     sum.value += area;
                     for (std::size_t i = 0; i < Jet::variables; ++i)
                       sum.first[i] += area * survival.first[i];
                   });
    }
    return spread(sum);
  }

 private:
  /// A part of the life's distribution.
  double of(LifePart which) const {
    for (const CurvePart& part : model_.parts)
      if (part.which == which)
        return model_.theta[part.first] +
               x_.segment(part.from, part.columns).dot(model_.theta.segment(part.first + 1, part.columns));
    return 0;
  }
  /// From derivatives by the parts to those by the parameters.
  Forecast spread(const Jet& jet) const {
    Forecast found{jet.value, Eigen::VectorXd::Zero(model_.theta.size())};
    for (const CurvePart& part : model_.parts) {
      found.by_parameter[part.first] = jet.first[part.which];
      found.by_parameter.segment(part.first + 1, part.columns) =
          jet.first[part.which] * x_.segment(part.from, part.columns);
    }
    return found;
  }

  Jet at(double log_age) const { return life_.log_survival_at(log_age); }
  bool finite_mean() const {
    if (model_.form.cure) return false;
    if (model_.form.distribution == LifetimeDistribution::loglogistic) return scale_ < 1;
    return !(shape_ < 0) || -shape_ * scale_ < 1;
  }
  /// Where exp(y) times survival is largest, from a log age on: its logarithm is concave.
  double peak(double first) const {
    const auto rising = [&](double y) { return at(y).first[location_part] < 1; };
    double low = std::max(location_, first), high = low, step = scale_;
    if (!rising(low)) {
      while (low > first && !rising(low)) high = low, low = std::max(first, low - step), step *= 2;
      if (!rising(low)) return low;
    } else {
      while (rising(high)) low = high, high += step, step *= 2;
    }
    for (int i = 0; i < 40; ++i) {
      const double middle = low + (high - low) / 2;
      (rising(middle) ? low : high) = middle;
    }
    return low;
  }
  /// How far it takes to one side of the peak to fall by 45, about.
  double reach(double peak, double side) const {
    const double top = peak + at(peak).value;
    const auto fallen = [&](double v) {
      const double y = peak + side * v;
      return top - (y + at(y).value) > 45;
    };
    double low = 0, high = scale_;
    while (!fallen(high) && high < 1e15) low = high, high *= 2;
    for (int i = 0; i < 6; ++i) {
      const double middle = low + (high - low) / 2;
      (fallen(middle) ? high : low) = middle;
    }
    return high;
  }
  /// Where a falling function is 0, by Newton's steps between two places where it is not below, and below.
  ///
  /// \param f  its value and how steep it falls
  template <class F>
  static double solve(double low, double high, F f) {
    double y = low + (high - low) / 2;
    for (int i = 0; i < 200; ++i) {
      const auto [value, fall] = f(y);
      (value > 0 ? low : high) = y;
      double next = y + value / fall;
      if (!(next > low && next < high)) next = low + (high - low) / 2;
      if (std::abs(next - y) <= 1e-15 * std::max(1.0, std::abs(y))) return next;
      y = next;
    }
    return y;
  }

  const ParametricCurve& model_;
  const Eigen::VectorXd& x_;
  double location_, scale_, shape_;
  AcceleratedLife life_;
};

}  // namespace fealty::survival::detail
