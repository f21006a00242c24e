// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::revenue {

/// What can happen to MRR.
enum class MovementKind {
  new_business,  ///< MRR for the first time
  reactivation,  ///< MRR again
  expansion,     ///< more than before
  contraction,   ///< less than before, still a customer
  churn,         ///< no longer a customer
  exchange       ///< the same MRR, at other rates of exchange
};
constexpr auto enum_names(MovementKind) {
  return std::array<std::string_view, 6>{"new_business", "reactivation", "expansion",
                                         "contraction",  "churn",        "exchange"};
}

}  // namespace fealty::revenue
