// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <boost/date_time/gregorian/gregorian_types.hpp>

namespace fealty {

/// The end of a period that has not ended.
inline constexpr std::int32_t open = std::numeric_limits<std::int32_t>::max();

/// A calendar day; columns of days hold its `days` alone.
struct Date {
  std::int32_t days = 0;  ///< since 1970-01-01

  constexpr auto operator<=>(const Date&) const = default;
};

/// Year, month and day of the Gregorian calendar.
struct YearMonthDay {
  std::int32_t year;   ///< 1400 to 9999
  std::int32_t month;  ///< 1 to 12
  std::int32_t day;    ///< 1 to 31

  constexpr auto operator<=>(const YearMonthDay&) const = default;
};

inline constexpr std::int32_t min_day = -25567;   ///< 1900-01-01, the first day a table takes
inline constexpr std::int32_t max_day = 2932896;  ///< 9999-12-31, the last

namespace detail {
inline boost::gregorian::date to_boost(std::int32_t days) {
  constexpr std::int32_t epoch = 2440588;  // 1970-01-01 as a Julian day number
  return boost::gregorian::date(boost::gregorian::gregorian_calendar::from_day_number(
      static_cast<std::uint32_t>(std::int64_t{days} + epoch)));
}
inline Date from_boost(const boost::gregorian::date& date) {
  return {static_cast<std::int32_t>(std::int64_t{date.julian_day()} - 2440588)};
}
}  // namespace detail

namespace detail {
inline bool is_day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return year >= 1400 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                                       static_cast<unsigned short>(month));
}
inline Date day_of(std::int32_t year, std::int32_t month, std::int32_t day) {
  return from_boost({static_cast<unsigned short>(year), static_cast<unsigned short>(month),
                     static_cast<unsigned short>(day)});
}
inline constexpr std::int32_t first_calendar_day = -208188;  // 1400-01-01
inline bool on_calendar(Date date) { return date.days >= first_calendar_day && date.days <= max_day; }
inline void check_on_calendar(const char* who, Date date) {
  if (!on_calendar(date))
    throw InvalidInput({.who = who,
                        .what = "date",
                        .where = {},
                        .value = fmt::format("day {}", date.days),
                        .rule = "is not between 1400-01-01 and 9999-12-31"});
}
}  // namespace detail

/// The day of a year, month and day.
///
/// \throws InvalidInput  when the Gregorian calendar from 1400 to 9999 has no such day
inline Date make_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (!detail::is_day(year, month, day))
    throw InvalidInput({.who = "make_date",
                        .what = "date",
                        .where = {},
                        .value = fmt::format("{:04}-{:02}-{:02}", year, month, day),
                        .rule = "is not a day of the calendar"});
  return detail::day_of(year, month, day);
}

/// Splits a day into year, month and day.
///
/// \throws InvalidInput  before 1400 or after 9999
inline YearMonthDay year_month_day(Date date) {
  detail::check_on_calendar("year_month_day", date);
  const auto parts = detail::to_boost(date.days).year_month_day();
  return {parts.year, parts.month, parts.day};
}

/// Writes a day as YYYY-MM-DD, `open` as "open", and a day beyond the calendar by its number.
inline std::string to_string(Date date) {
  if (date.days == open) return "open";
  if (!detail::on_calendar(date)) return fmt::format("day {}", date.days);
  const auto [year, month, day] = year_month_day(date);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// Reads YYYY-MM-DD, none for any other text.
inline std::optional<Date> try_parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t digits) {
    std::int32_t value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const std::int32_t year = number(0, 4), month = number(5, 2), day = number(8, 2);
  return detail::is_day(year, month, day) ? std::optional(detail::day_of(year, month, day)) : std::nullopt;
}

/// Reads YYYY-MM-DD.
///
/// \throws InvalidInput  for any other text, or a day that the calendar lacks
inline Date parse_date(std::string_view text) {
  if (const auto date = try_parse_date(text)) return *date;
  throw InvalidInput({.who = "parse_date",
                      .what = "date",
                      .where = {},
                      .value = fmt::format("\"{}\"", text),
                      .rule = "is not a day written YYYY-MM-DD"});
}

/// The last day of the month of `date`.
///
/// \throws InvalidInput  before 1400 or after 9999
inline Date month_end(Date date) {
  detail::check_on_calendar("month_end", date);
  return detail::from_boost(detail::to_boost(date.days).end_of_month());
}

/// The same day of the month `months` later, or that month's last day if it is shorter.
///
/// \throws InvalidInput  when the result is before 1400 or after 9999
inline Date add_months(Date date, std::int32_t months) {
  detail::check_on_calendar("add_months", date);
  const auto [year, month, day] = year_month_day(date);
  const std::int64_t index = std::int64_t{year} * 12 + (month - 1) + months;
  if (index < 1400 * 12 || index >= 10000 * 12)
    throw InvalidInput({.who = "add_months",
                        .what = "months",
                        .where = {},
                        .value = fmt::format("{}", months),
                        .rule = fmt::format("leads from {} out of the years 1400 to 9999", to_string(date))});
  const auto to_year = static_cast<std::int32_t>(index / 12);
  const auto to_month = static_cast<std::int32_t>(index % 12) + 1;
  const Date last = month_end(make_date(to_year, to_month, 1));
  const Date same{make_date(to_year, to_month, 1).days + day - 1};
  return same < last ? same : last;
}

}  // namespace fealty
