// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/beta_ratio.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>

#include <boost/math/quadrature/gauss.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fealty::survival::detail {

/// The sum over t from 1 on of the share of customers that renew t times more, discounted.
///
/// The first terms are added up. What follows is their integral, by the formula of Euler and Maclaurin up to
/// the first derivative: what that leaves out is bounded, and terms are added until it is small.
class RenewalSum {
 public:
  /// \param renewals  so often they have renewed
  /// \param discount  per period
  RenewalSum(const RenewalSurvival& model, double renewals, double discount)
      : model_(model), renewals_(renewals), begin_(AgePower::of(renewals, model.shape)),
        log_discount_(std::log1p(discount)), decline_(model.alpha * model.shape) {}

  /// NaN where it is infinite.
  double value() {
    if (std::isnan(model_.alpha + model_.beta + model_.shape)) return nan;
    if (log_discount_ == 0 && decline_ <= 1) return nan;
    double t = 1, check = 32;
    for (int doublings = 0;; ++t) {
      if (t == check) {
        if (left_out(t) <= 1e-12 * sum_ || ++doublings == most_doublings) break;
        check *= 2;
      }
      sum_ += term(t);
    }
    sum_ += term(t) * (0.5 - slope(std::log(t)) / t / 12);
    integrate(std::log(t));
    return std::isfinite(sum_) ? sum_ : nan;
  }

 private:
  static constexpr int most_doublings = 16;  // a million terms

  double term(double t) const {
    return std::exp(model_.log_share(renewals_, renewals_ + t) - log_discount_ * t);
  }
  /// The logarithm of age, renewals + t, where t may be larger than any double.
  double log_age(double log_t) const { return log_t + std::log1p(renewals_ * std::exp(-log_t)); }
  double log_term(double log_t) const {
    const double t = std::exp(log_t);
    const AgePower end(model_.shape * log_age(log_t));
    const double step = end.excess > 0 || renewals_ < t
                            ? end.power - begin_.power
                            : begin_.power * std::expm1(model_.shape * std::log1p(t / renewals_));
    return model_.log_share(begin_, end, step) - (log_discount_ > 0 ? log_discount_ * t : 0);
  }
  /// Of a term's logarithm over that of t.
  double slope(double log_t) const {
    const double power = AgePower(model_.shape * log_age(log_t)).power;
    const double by_age = model_.shape * power * digamma_gap(model_.beta + power, model_.alpha);
    return by_age * std::exp(log_t - log_age(log_t)) -
           (log_discount_ > 0 ? log_discount_ * std::exp(log_t) : 0);
  }
  /// At most: 2 zeta(3) / (2 pi)^3 times the integral of |third derivative| from t on. Cauchy's formula
  /// bounds that by the terms on a circle around each age, of the radius part age: S is a mean of exp(-rate
  /// age^shape), whose absolute value is that of the exponent's real part.
  double left_out(double t) const {
    double least = std::numeric_limits<double>::infinity();
    double part = std::sin(std::min(std::numbers::pi / 3 / model_.shape, 1.0));
    for (int k = 0; k < 24; ++k, part /= 2) {
      const double age = renewals_ + t, near = (1 - part) * age;
      const AgePower end(model_.shape * std::log(near) + std::log(std::cos(model_.shape * std::asin(part))));
      const double share = end.power < begin_.power ? -log_beta_step(model_.alpha, model_.beta + end.power,
                                                                     begin_.power - end.power)
                                                    : model_.log_share(begin_, end, end.power - begin_.power);
      const double most = std::exp(share - log_discount_ * (t - part * age));
      least = std::min(least, 0.0291 * most / (part * part * part * age * age));
    }
    return least;
  }
  /// Over the logarithm of t, in stretches along which terms change by a few powers of e.
  void integrate(double from) {
    const double shape = model_.shape;
    const auto share = [&](double log_t) { return std::exp(log_term(log_t) + log_t); };
    while (!is_negligible(from)) {
      const bool power_law = shape * log_age(from) >= log_far();
      if (power_law && log_discount_ == 0) {
        sum_ += std::exp(log_term(from) + log_age(from)) / (decline_ - 1);
        return;
      }
      const double width = std::min({1.0, power_law ? 1.0 : 1 / shape, 8 / (1 + std::abs(slope(from)))});
      sum_ += boost::math::quadrature::gauss<double, 20>::integrate(share, from, from + width);
      from += width;
    }
  }
  /// Of age^shape: from there on S is age^-decline in all digits.
  double log_far() const {
    return std::log(1e17 * (1 + model_.alpha)) + std::log(1 + model_.alpha + model_.beta);
  }
  /// Whether the integral from t on is: S falls, and as fast as (1 + (alpha + beta) / age^shape)^alpha
  /// age^-decline.
  bool is_negligible(double log_t) const {
    const double here = log_term(log_t);
    const double enough = std::log(1e-17 * sum_ + std::numeric_limits<double>::min());
    if (log_discount_ > 0 && here - std::log(log_discount_) <= enough) return true;
    if (decline_ <= 1) return false;
    const double age = log_age(log_t), power = AgePower(model_.shape * age).power;
    return here + age - std::log(decline_ - 1) +
               model_.alpha * std::log1p((model_.alpha + model_.beta) / power) <=
           enough;
  }

  RenewalSurvival model_;
  double renewals_;
  AgePower begin_;
  double log_discount_, decline_, sum_ = 0;
};

}  // namespace fealty::survival::detail
