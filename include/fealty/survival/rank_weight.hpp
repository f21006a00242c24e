// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::survival {

/// How much the ends at an age count in a rank test, by who was at risk before.
enum class RankWeight {
  log_rank,           ///< 1: best where hazards are proportional
  gehan,              ///< number at risk (Gehan, Breslow, generalized Wilcoxon)
  tarone_ware,        ///< its square root
  peto,               ///< a survival estimate, prod(1 - d / (n + 1)) (Peto and Peto, Prentice)
  fleming_harrington  ///< S^rho (1 - S)^gamma, S being all groups' Kaplan-Meier curve just before
};
constexpr auto enum_names(RankWeight) {
  return std::array<std::string_view, 5>{"log_rank", "gehan", "tarone_ware", "peto", "fleming_harrington"};
}

}  // namespace fealty::survival
