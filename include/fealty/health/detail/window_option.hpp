// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace fealty::health::detail {

inline void check_as_of(const char* who, const std::optional<Date>& as_of) {
  if (as_of && (as_of->days < min_day || as_of->days > max_day))
    throw InvalidInput({.who = who,
                        .what = "as_of",
                        .where = {},
                        .value = to_string(*as_of),
                        .rule = "is not between 1900-01-01 and 9999-12-31"});
}
inline void check_days_option(const char* who, const char* what, const std::optional<std::int32_t>& days) {
  if (days && *days < 1)
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", *days),
                        .rule = "is not a number of days >= 1"});
}
/// The first day of a window that as_of ends; before all days without one.
inline std::int64_t window_start(Date as_of, const std::optional<std::int32_t>& days) {
  return days ? std::int64_t{as_of.days} - *days + 1 : std::int64_t{min_day};
}

}  // namespace fealty::health::detail
