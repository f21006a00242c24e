// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/beta_ratio.hpp>

#include <algorithm>
#include <cmath>

namespace fealty::survival::detail {

/// An age t to the power of a shape, which may be larger than any double.
struct AgePower {
  double log = 0;     // of t^shape
  double power = 0;   // t^shape, or e^150 where it is larger
  double excess = 0;  // of the logarithm, over 150

  AgePower() = default;  // of age 0
  explicit AgePower(double log_power)
      : log(log_power), power(std::exp(std::min(log_power, most))), excess(std::max(log_power - most, 0.0)) {}
  static AgePower of(double age, double shape) {
    return age == 0 ? AgePower() : AgePower(shape * std::log(age));
  }
  static constexpr double most = 150;
};

/// How a customer stays whose chances are drawn from a beta distribution, by a renewal model.
struct RenewalSurvival {
  double alpha, beta, shape;

  /// The logarithm of the share of those at an age that come to a later one.
  double log_share(double from, double to) const {
    const AgePower begin = AgePower::of(from, shape), end = AgePower::of(to, shape);
    return log_share(begin, end, distance(from, to, begin, end));
  }
  /// \param distance  between the powers
  double log_share(const AgePower& begin, const AgePower& end, double distance) const {
    // Far out a customer stays as the power -alpha of t^shape.
    return log_beta_step(alpha, beta + begin.power, distance) - alpha * (end.excess - begin.excess);
  }
  /// Between the powers of two ages, exactly also where they are close.
  double distance(double from, double to, const AgePower& begin, const AgePower& end) const {
    if (from == 0 || end.excess > 0) return end.power - begin.power;
    return begin.power * std::expm1(shape * std::log1p((to - from) / from));
  }
};

}  // namespace fealty::survival::detail
