// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Refuses a number of days that is not between 1 and 65,535.
inline void require_days(const char* who, const char* what, std::int32_t days) {
  if (days < 1 || days > 0xffff)
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", days),
                        .rule = "is not a number of days from 1 to 65,535"});
}

/// Events that count, under the option's own name in errors.
inline QualifyingEvents named_events(const char* who, const char* option, const UsageData& data,
                                     const std::vector<std::string>& events, std::optional<Date> as_of) {
  try {
    return QualifyingEvents(who, data, events, as_of);
  } catch (const InvalidInput& error) {
    ErrorDetail detail = error.detail();
    if (detail.what == "events") detail.what = option;
    throw InvalidInput(std::move(detail));
  }
}

/// The last day that is known; none where there is neither a row nor an option.
inline std::optional<Date> known_as_of(const UsageData& data, const QualifyingEvents& events) {
  return data.rows == 0 && events.as_of_inferred() ? std::nullopt : std::optional(events.as_of());
}

/// Tells of a window that begins before the first day that is known even where it ends with the last.
inline void note_long_window(const char* who, Date since, Date as_of, std::int32_t window,
                             std::vector<Finding>& findings) {
  if (as_of.days - since.days + 1 < window)
    findings.push_back(
        {"window_longer_than_data",
         Severity::warning,
         {},
         fmt::format("{}: no window of {} days lies within {} to {}; every count may be too low", who, window,
                     to_string(since), to_string(as_of))});
}

/// Those of ascending days that lie in (after, last].
inline std::span<const std::uint16_t> days_within(std::span<const std::uint16_t> days, std::int32_t after,
                                                  std::int32_t last) {
  const auto begin = std::upper_bound(days.begin(), days.end(), after);
  return days.subspan(static_cast<std::size_t>(begin - days.begin()),
                      static_cast<std::size_t>(std::upper_bound(begin, days.end(), last) - begin));
}

}  // namespace fealty::adoption::detail
