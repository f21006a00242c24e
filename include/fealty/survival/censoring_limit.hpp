// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::survival {

/// Which chance to be still watched weights lives, where some are last seen at the same age.
enum class CensoringLimit {
  before_age,  ///< that just before the age: who is last seen at an age is known to have passed it (R's
               ///< survival)
  at_age       ///< that at the age: who is last seen at it is not known to have passed it (scikit-survival)
};
constexpr auto enum_names(CensoringLimit) { return std::array<std::string_view, 2>{"before_age", "at_age"}; }

}  // namespace fealty::survival
