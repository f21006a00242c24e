// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::survival {

/// Scale on which the confidence band of a probability is symmetric around the estimate.
enum class ConfidenceScale {
  plain,    ///< of the probability itself
  log,      ///< of its logarithm
  log_log,  ///< of log(-log): keeps the band within [0, 1]
  logit,    ///< of log(p / (1 - p))
  arcsin    ///< of arcsin(sqrt(p))
};
constexpr auto enum_names(ConfidenceScale) {
  return std::array<std::string_view, 5>{"plain", "log", "log_log", "logit", "arcsin"};
}

}  // namespace fealty::survival
