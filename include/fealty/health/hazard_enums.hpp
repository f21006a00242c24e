// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::health {

/// How the chance to end in a period follows from a sum of effects.
enum class HazardLink {
  logit,   ///< log odds: effects are odds ratios of ending in a period
  cloglog  ///< log(-log(1 - chance)): effects are hazard ratios, whatever the length of a period
};
constexpr auto enum_names(HazardLink) { return std::array<std::string_view, 2>{"logit", "cloglog"}; }

/// How the chance to end depends on the age.
enum class HazardBaseline {
  by_period,   ///< a coefficient for each period: any shape, as far as lives were seen
  polynomial,  ///< a power series of the period, of `degree`
  log_period   ///< a line in the logarithm of the period
};
constexpr auto enum_names(HazardBaseline) {
  return std::array<std::string_view, 3>{"by_period", "polynomial", "log_period"};
}

}  // namespace fealty::health
