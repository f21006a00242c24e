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

/// Tells of a window that begins before the data even on the last day.
inline void note_long_window(const char* who, const UsageData& data, const QualifyingEvents& events,
                             std::int32_t window, std::vector<Finding>& findings) {
  if (data.rows == 0 || events.last() < data.first) return;
  const std::int32_t known = events.last() - data.first + 1;
  if (window > known)
    findings.push_back(
        {"window_longer_than_data",
         Severity::warning,
         {},
         fmt::format("{}: window = {} days is longer than the {} of the data, {} to {}", who, window, known,
                     to_string(Date{UsageData::day_zero + data.first}), to_string(events.as_of()))});
}

/// Those of ascending days that lie in (after, last].
inline std::span<const std::uint16_t> days_within(std::span<const std::uint16_t> days, std::int32_t after,
                                                  std::int32_t last) {
  const auto begin = std::upper_bound(days.begin(), days.end(), after);
  return days.subspan(static_cast<std::size_t>(begin - days.begin()),
                      static_cast<std::size_t>(std::upper_bound(begin, days.end(), last) - begin));
}

}  // namespace fealty::adoption::detail
