// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::survival {

/// What lifetimes are distributed like. But for the last, the logarithm of an age is an intercept + effects +
/// scale x error: effects stretch time.
enum class LifetimeDistribution {
  exponential,           ///< a constant hazard: the scale is 1
  weibull,               ///< a hazard that rises or falls with a power of age
  lognormal,             ///< a hazard that rises and then falls: normal errors
  loglogistic,           ///< likewise, with more lives that last: logistic errors
  generalized_gamma,     ///< of these by its shape: 0 lognormal, 1 Weibull, equal to the scale gamma
  piecewise_exponential  ///< a hazard that is constant between `breaks`; effects multiply it
};
constexpr auto enum_names(LifetimeDistribution) {
  return std::array<std::string_view, 6>{"exponential", "weibull",           "lognormal",
                                         "loglogistic", "generalized_gamma", "piecewise_exponential"};
}

}  // namespace fealty::survival
