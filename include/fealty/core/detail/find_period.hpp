// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>

#include <cstddef>
#include <string>

namespace fealty::detail {

/// The index of the period that a name, or a day in it, stands for.
///
/// \throws InvalidInput  when there is none
inline std::size_t find_period(const char* who, const PeriodGrid& grid, const std::string& period) {
  const std::size_t last = grid.size() - 1;
  if (const auto day = try_parse_date(period); day && *day >= grid.start(0) && *day <= grid.last_day(last))
    return grid.index(day->days);
  for (std::size_t i = 0; i <= last; ++i)
    if (grid.label(i) == period) return i;
  throw InvalidInput({.who = who,
                      .what = "period",
                      .where = {},
                      .value = "\"" + period + "\"",
                      .rule = fmt::format("is not one of {} to {}", grid.label(0), grid.label(last))});
}

}  // namespace fealty::detail
