// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_gamma.hpp>
#include <fealty/survival/detail/parametric_jet.hpp>
#include <fealty/survival/lifetime_distribution.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace fealty::survival::detail {

/// The smallest extreme value distribution, of Weibull's and exponential log ages.
struct ExtremeValueError {
  static ShapedSlope log_density(double z) {
    const double e = std::exp(z);
    return {.value = z - e, .z = 1 - e, .zz = -e};
  }
  static ShapedSlope log_survival(double z) {
    const double e = std::exp(z);
    return {.value = -e, .z = -e, .zz = -e};
  }
};

struct LogisticError {
  static ShapedSlope log_density(double z) {
    const Slope s = softplus(z);
    return {.value = z - 2 * s.value, .z = 1 - 2 * s.first, .zz = -2 * s.second};
  }
  static ShapedSlope log_survival(double z) {
    const Slope s = softplus(z);
    return {.value = -s.value, .z = -s.first, .zz = -s.second};
  }
};

struct NormalError {
  static double log_height(double z) { return -z * z / 2 - std::log(2 * std::numbers::pi) / 2; }
  static ShapedSlope log_density(double z) { return {.value = log_height(z), .z = -z, .zz = -1}; }
  static ShapedSlope log_survival(double z) {
    if (z > 8) {         // a continued fraction, where erfc would underflow
      double above = 0;  // of the hazard over z
      for (int n = 60; n >= 1; --n) above = n / (z + above);
      const double hazard = z + above;
      return {.value = log_height(z) - std::log(hazard), .z = -hazard, .zz = -hazard * above};
    }
    const double share = std::erfc(std::abs(z) / std::numbers::sqrt2) / 2;  // in the tail
    const double hazard = std::exp(log_height(z)) / (z < 0 ? 1 - share : share);
    return {
        .value = z < 0 ? std::log1p(-share) : std::log(share), .z = -hazard, .zz = -hazard * (hazard - z)};
  }
};

/// What is left of a log age, standardized.
class ErrorDistribution {
 public:
  ErrorDistribution(LifetimeDistribution distribution, double shape) : distribution_(distribution) {
    if (distribution == LifetimeDistribution::generalized_gamma) gamma_.emplace(shape);
  }
  ShapedSlope log_density(double z) const {
    return of([z](const auto& error) { return error.log_density(z); });
  }
  ShapedSlope log_survival(double z) const {
    return of([z](const auto& error) { return error.log_survival(z); });
  }

 private:
  template <class F>
  ShapedSlope of(F f) const {
    if (gamma_) return f(*gamma_);
    if (distribution_ == LifetimeDistribution::lognormal) return f(NormalError());
    if (distribution_ == LifetimeDistribution::loglogistic) return f(LogisticError());
    return f(ExtremeValueError());
  }

  LifetimeDistribution distribution_;
  std::optional<GammaError> gamma_;
};

}  // namespace fealty::survival::detail
