// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::health {

/// Which way a number points.
enum class Polarity {
  higher_is_healthier,  ///< more is better: usage, satisfaction, a health score
  lower_is_healthier    ///< more is worse: open tickets, days of late payment, a probability of churn
};
constexpr auto enum_names(Polarity) {
  return std::array<std::string_view, 2>{"higher_is_healthier", "lower_is_healthier"};
}

}  // namespace fealty::health
