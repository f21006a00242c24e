// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fealty::revenue::detail {

/// What a period's name says before it is known when fiscal years start: the inverse of
/// PeriodGrid::label().
struct PeriodName {
  Period kind = Period::day;
  bool fiscal = false;    // FY2024, FY2024-Q1
  std::int32_t year = 0;  // as it is written
  std::int32_t part = 1;  // week, month or quarter of it
  Date day = {};          // of kind day
};

/// The Monday of an ISO 8601 week: week 1 holds 4 January.
inline Date week_start(std::int32_t year, std::int32_t week) {
  const Date fourth = make_date(year, 1, 4);
  return {fourth.days - fealty::detail::weekday_from_monday(fourth) + 7 * (week - 1)};
}

/// Reads digits alone; -1 for any other text.
inline std::int32_t digits_of(std::string_view text, std::size_t count) {
  if (text.size() != count) return -1;
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Reads 2024-12-31, 2024-W52, 2024-12, 2024-Q4, 2024, FY2024-Q4 or FY2024, of the years 1900 to 9999.
inline std::optional<PeriodName> parse_period_name(std::string_view text) {
  PeriodName name;
  if (const auto day = try_parse_date(text)) {
    if (day->days < min_day) return std::nullopt;
    name.day = *day;
    return name;
  }
  name.fiscal = text.substr(0, 2) == "FY";
  if (name.fiscal) text.remove_prefix(2);
  name.year = digits_of(text.substr(0, 4), 4);
  if (name.year < 1900) return std::nullopt;
  text.remove_prefix(4);
  name.kind = Period::year;
  if (text.empty()) return name;
  if (text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const bool quarter = text.substr(0, 1) == "Q", week = text.substr(0, 1) == "W";
  if (quarter || week) text.remove_prefix(1);
  name.kind = quarter ? Period::quarter : week ? Period::week : Period::month;
  name.part = digits_of(text, quarter ? 1 : 2);
  if (name.part < 1 || name.part > (quarter ? 4 : week ? 53 : 12)) return std::nullopt;
  if (name.fiscal && !quarter) return std::nullopt;
  const bool is_week =
      week && (name.part < 53 || week_start(name.year, 53).days + 3 <= make_date(name.year, 12, 31).days);
  return week && !is_week ? std::nullopt : std::optional(name);
}

/// The first day of the period that a name, or a day in it, stands for; none for a name of other periods.
inline std::optional<Date> start_of(const PeriodName& name, Period period, std::int32_t fiscal_year_start) {
  if (name.kind == Period::day) return period_start(name.day, period, fiscal_year_start);
  if (name.kind != period) return std::nullopt;
  if (period == Period::week) return week_start(name.year, name.part);
  if (period == Period::month) return make_date(name.year, name.part, 1);
  const bool fiscal = fiscal_year_start > 1;  // FY2024 of a year from January is 2024
  if (fiscal && !name.fiscal) return std::nullopt;
  const std::int32_t month = fiscal_year_start + (period == Period::quarter ? 3 * (name.part - 1) : 0);
  const std::int32_t months = (name.year - (fiscal ? 1 : 0)) * 12 + month - 1;
  return make_date(months / 12, months % 12 + 1, 1);
}

inline std::string kind_name(Period period, std::int32_t fiscal_year_start, bool fiscal) {
  const bool years = period == Period::quarter || period == Period::year;
  const std::string_view which = !years || fiscal_year_start == 1 ? "" : fiscal ? "fiscal " : "calendar ";
  return fmt::format("{}{}", which, enum_names(period)[static_cast<std::size_t>(period)]);
}

/// A ledger's periods in words, such as "months, 2024-01 to 2024-12".
inline std::string grid_in_words(const std::optional<PeriodGrid>& grid, Period period,
                                 std::int32_t fiscal_year_start) {
  const std::string kind = kind_name(period, fiscal_year_start, true) + "s";
  if (!grid) return kind + ", but none yet";
  return fmt::format("{}, {} to {}", kind, grid->label(0), grid->label(grid->size() - 1));
}

}  // namespace fealty::revenue::detail
