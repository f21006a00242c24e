// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::adoption {

/// Who is counted.
enum class UsageUnit {
  users,    ///< people; where accounts are taken together, a user of several counts once
  accounts  ///< accounts: one is active when anybody in it is
};
constexpr auto enum_names(UsageUnit) { return std::array<std::string_view, 2>{"users", "accounts"}; }

}  // namespace fealty::adoption
