// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption::detail {

/// The days on which trailing windows end: the last of each period that as_of has ended.
struct WindowDates {
  std::int32_t since = 0;          // first day that is known
  std::vector<std::int32_t> days;  // since 1970-01-01, ascending

  WindowDates(const char* who, const UsageData& data, const QualifyingEvents& events, Period every,
              std::optional<Date> first) {
    const std::int32_t as_of = events.as_of().days;
    since = first ? first->days : std::min(data.first_day().value_or(Date{as_of}).days, as_of);
    if (since > as_of || since < UsageData::day_zero)
      throw InvalidInput(
          {.who = who,
           .what = "since",
           .where = {},
           .value = to_string(Date{since}),
           .rule = since > as_of ? "is after as_of " + to_string(events.as_of()) : "is before 1900-01-01"});
    if (data.rows == 0 && !first) return;
    const PeriodGrid grid({since}, events.as_of(), every);
    for (std::size_t i = 0; i < grid.size() && grid.last_day(i) <= events.as_of(); ++i)
      days.push_back(grid.last_day(i).days);
  }

  std::size_t size() const { return days.size(); }
  /// Whether a window of so many days up to a date is known.
  bool complete(std::size_t i, std::int32_t window) const { return days[i] - window + 1 >= since; }
};

}  // namespace fealty::adoption::detail
