// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_jet.hpp>
#include <fealty/survival/detail/parametric_quadrature.hpp>

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace fealty::survival::detail {

/// (e^y - 1 - y) / y^2 and its derivatives, smooth at 0.
inline Slope second_difference(double y) {
  if (std::abs(y) >= 1) {
    const double e = std::exp(y), value = (std::expm1(y) - y) / (y * y);
    const double first = (std::expm1(y) - 2 * y * value) / (y * y);
    return {value, first, (e - 2 * value - 4 * y * first) / (y * y)};
  }
  Slope sum;
  double term = 1 / 6402373705728000.0;  // 1 / 18!
  for (int n = 16; n >= 0; --n) {        // of the series of y^n / (n + 2)!
    sum.second = sum.second * y + 2 * sum.first;
    sum.first = sum.first * y + sum.value;
    sum.value = sum.value * y + term;
    term *= n + 2;
  }
  return sum;
}

/// What Stirling's formula leaves of log gamma(1 / q^2), and its derivatives by q: smooth at 0, and even.
inline Slope stirling_rest(double q) {
  const double q2 = q * q;
  if (q2 < 0.09) {
    constexpr double c[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                            1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400};
    Slope sum;
    for (int n = 7; n >= 0; --n) {
      const double power = 4 * n + 2, term = c[n] * std::pow(q2, 2 * n);
      sum.value += term * q2;
      sum.first += power * term * q;
      sum.second += power * (power - 1) * term;
    }
    return sum;
  }
  using namespace boost::math;
  const double k = 1 / q2, log_k = std::log(k);
  const double by_k = digamma(k) - log_k + q2 / 2, twice_by_k = trigamma(k) - q2 - q2 * q2 / 2;
  const double dk = -2 * k / q, ddk = 6 * k * k;
  return {lgamma(k) - (k - 0.5) * log_k + k - std::log(2 * std::numbers::pi) / 2, by_k * dk,
          twice_by_k * dk * dk + by_k * ddk};
}

/// The generalized gamma distribution of a standardized log age z, in Prentice's parametrization. Its log
/// density is -log(2 pi) / 2 - rest(q) - z^2 h(q z), of the two functions above: as smooth at q = 0, where it
/// is the normal one, as anywhere.
///
/// \see Prentice (1974), Biometrika 61:539-544
class GammaError {
 public:
  explicit GammaError(double q) : q_(q), rest_(stirling_rest(q)) {}

  ShapedSlope log_density(double z) const {
    const Slope h = second_difference(q_ * z);
    const double y = q_ * z, z2 = z * z;
    return {.value = -std::log(2 * std::numbers::pi) / 2 - rest_.value - z2 * h.value,
            .z = -z * (1 + y * h.value),
            .zz = -std::exp(y),
            .q = -rest_.first - z2 * z * h.first,
            .zq = -z2 * (h.value + y * h.first),
            .qq = -rest_.second - z2 * z2 * h.second};
  }
  ShapedSlope log_survival(double z) const {
    if (z >= 0) return upper_tail(z);
    // The lower tail is the upper one of -z and -q.
    const ShapedSlope lower = GammaError(-q_, rest_).upper_tail(-z);
    const double below = std::exp(lower.value), odds = below / (1 - below), bend = odds * (1 + odds);
    return {.value = std::log1p(-below),
            .z = odds * lower.z,
            .zz = -odds * lower.zz - bend * lower.z * lower.z,
            .q = odds * lower.q,
            .zq = -odds * lower.zq - bend * lower.z * lower.q,
            .qq = -odds * lower.qq - bend * lower.q * lower.q};
  }

 private:
  GammaError(double q, const Slope& rest) : q_(q), rest_{rest.value, -rest.first, rest.second} {}

  /// How much the log density is lower at z + v than at z: convex, from 0 on.
  double fall(double v, double slope, double bend) const {
    return v * slope + v * v * bend * second_difference_value(q_ * v);
  }
  static double second_difference_value(double y) {
    return std::abs(y) >= 1 ? (std::expm1(y) - y) / (y * y) : second_difference(y).value;
  }
  /// Integrates the density over its value at z, from z >= 0 on; its derivatives by q inside the integral.
  ShapedSlope upper_tail(double z) const {
    const ShapedSlope at = log_density(z);
    const double slope = -at.z, bend = -at.zz;
    if (!std::isfinite(at.value) || !std::isfinite(bend)) {
      constexpr double none = -std::numeric_limits<double>::infinity();
      return {.value = none, .z = none, .zz = none};
    }
    const double width = reach(slope, bend);
    double mass = 0, by_q = 0, by_qq = 0;
    graded_gauss(width, std::min(width / 2, 8 / std::abs(q_)), [&](double v, double weight) {
      const double u = z + v, density = weight * std::exp(-fall(v, slope, bend));
      const Slope h = second_difference(q_ * u);
      const double first = -rest_.first - u * u * u * h.first;
      mass += density;
      by_q += density * first;
      by_qq += density * (first * first - rest_.second - u * u * u * u * h.second);
    });
    const double hazard = 1 / mass, q = by_q / mass;
    return {.value = at.value + std::log(mass),
            .z = -hazard,
            .zz = -hazard * (at.z + hazard),
            .q = q,
            .zq = -hazard * (at.q - q),
            .qq = by_qq / mass - q * q};
  }
  /// How far it takes to fall by 45, about.
  double reach(double slope, double bend) const {
    constexpr double enough = 45;
    double v = enough / (slope + std::sqrt(enough * bend));
    for (int i = 0; i < 60; ++i) {
      const double off = fall(v, slope, bend) - enough, y = q_ * v;
      if (off > -4 && off < 4) break;
      const double steep = slope + bend * (q_ == 0 ? v : std::expm1(y) / q_);
      // From below the next is beyond; from far beyond it is on its way back.
      v = std::isfinite(off) ? v - off / steep : v / 2;
    }
    return v;
  }

  double q_;
  Slope rest_;
};

}  // namespace fealty::survival::detail
