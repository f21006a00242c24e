// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The checks of a study, in their order.
inline constexpr std::array<std::string_view, 8> study_codes{
    "delayed_entry_ignored", "origin_is_window_start", "status_not_mapped", "informative_censoring",
    "immortal_time",         "horizon_beyond_support", "many_spells",       "ends_on_last_day"};

/// What a check of a study came to.
struct StudyCheck {
  bool made = true;
  bool found = false;
  std::vector<std::int64_t> rows = {};  // that it points at, ascending
  double share = 0;
  double p_value = std::numeric_limits<double>::quiet_NaN();
  std::string message = {};

  static StudyCheck not_made(std::string why) {
    StudyCheck check;
    check.made = false;
    check.share = std::numeric_limits<double>::quiet_NaN();
    check.message = std::move(why);
    return check;
  }
  static StudyCheck clear(std::string message) {
    StudyCheck check;
    check.message = std::move(message);
    return check;
  }
};

inline double share_of(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace fealty::survival::detail
