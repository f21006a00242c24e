// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

namespace detail {
struct ParametricCurve;
}

/// What lifetimes are distributed like. All but the last are of accelerated lives: log age = intercept +
/// effects + scale x error.
enum class LifetimeDistribution {
  exponential,            ///< a constant hazard; scale 1
  weibull,                ///< a hazard that rises or falls with a power of age
  lognormal,              ///< a hazard that rises and falls; normal errors
  loglogistic,            ///< likewise, with more that last; logistic errors
  generalized_gamma,      ///< by Prentice's shape: 0 is lognormal, 1 Weibull, the scale gamma
  piecewise_exponential,  ///< a hazard that changes at `breaks`, proportional to exp(effects)
};
constexpr auto enum_names(LifetimeDistribution) {
  return std::array<std::string_view, 6>{"exponential", "weibull",           "lognormal",
                                         "loglogistic", "generalized_gamma", "piecewise_exponential"};
}

/// Settings of parametric().
struct ParametricOptions {
  std::vector<std::string> covariates = {};  ///< attributes: numbers, flags, or texts by their levels
  LifetimeDistribution distribution = LifetimeDistribution::weibull;  ///< of the lifetimes
  std::vector<double> breaks = {};  ///< of piecewise_exponential: ages at which the hazard changes, ascending
  bool cure = false;                ///< a share of lives never ends
  std::vector<std::string> cure_covariates = {};  ///< attributes on which that share depends
  std::string ended_by = {};        ///< attribute: an age by which a life had ended that was last seen at its
                                    ///< duration (interval-censored); null for others
  std::string cluster = {};         ///< attribute of lives that are not independent; implies robust
  std::optional<bool> robust = {};  ///< standard errors by how much each life matters; by default for
                                    ///< weights that are not cases, and clusters
  double confidence = 0.95;         ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;          ///< relative change of the log-likelihood at which to stop, in (0, 1)
  std::int32_t max_iterations = 50;  ///< Newton steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};
}  // namespace fealty::survival
