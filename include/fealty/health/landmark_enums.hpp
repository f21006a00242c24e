// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::health {

/// Which accounts could have the outcome in the window.
enum class AtRisk {
  all,           ///< every one: contracts that can be left, or extended, at any time
  due_in_window  ///< those whose renewal is due in it: before, an account that wants to leave cannot
};
constexpr auto enum_names(AtRisk) { return std::array<std::string_view, 2>{"all", "due_in_window"}; }

/// Whether a snapshot became an example, or a life, or why not.
enum class LandmarkStatus {
  used,              ///< an example, or a life
  already_happened,  ///< on or before as_of: it cannot happen again
  not_at_risk,       ///< no renewal is due in the window
  window_open,       ///< the window ends after the last day that is known; of lives, their first period
  happened_in_gap,   ///< too early for the window, and once only: neither with nor without the outcome
  not_first          ///< of lives, where each account has one only: it has an earlier one
};
constexpr auto enum_names(LandmarkStatus) {
  return std::array<std::string_view, 6>{"used",        "already_happened", "not_at_risk",
                                         "window_open", "happened_in_gap",  "not_first"};
}

}  // namespace fealty::health
