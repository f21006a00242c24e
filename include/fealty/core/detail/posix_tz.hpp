// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fealty::detail {

inline constexpr std::int64_t seconds_per_day = 86400;

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Days since 1970-01-01 of a day of the Gregorian calendar, in any year: a rule has no end.
constexpr std::int64_t day_of_year_month_day(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t since_march = (month + 9) % 12;  // so that the leap day is a year's last
  const std::int64_t y = year - (month <= 2 ? 1 : 0);
  return 365 * y + floor_divide(y, 4) - floor_divide(y, 100) + floor_divide(y, 400) +
         (153 * since_march + 2) / 5 + day - 719469;
}
constexpr std::int64_t year_of_day(std::int64_t day) {
  std::int64_t year = 1970 + floor_divide(day * 400, 146097);  // at most one off
  while (day_of_year_month_day(year, 1, 1) > day) --year;
  while (day_of_year_month_day(year + 1, 1, 1) <= day) ++year;
  return year;
}

/// The day and time of a year on which a rule changes the clocks.
struct PosixChange {
  enum class Form { without_leap_day, with_leap_day, weekday_of_month };
  Form form = Form::with_leap_day;
  std::int32_t month = 0, week = 0, day = 0;
  std::int32_t time = 7200;  // seconds after midnight, on the clock that is in use then

  /// Seconds since 1970-01-01T00:00 on that clock.
  std::int64_t of_year(std::int64_t year) const {
    const std::int64_t first = day_of_year_month_day(year, 1, 1);
    std::int64_t on = first + day;
    if (form == Form::without_leap_day) {  // 1 to 365, where 60 is always the first of March
      const bool leap = day_of_year_month_day(year + 1, 1, 1) - first == 366;
      on = first + day - (leap && day >= 60 ? 0 : 1);
    }
    if (form == Form::weekday_of_month) {
      const std::int64_t begin = day_of_year_month_day(year, month, 1);
      const std::int64_t end = day_of_year_month_day(month == 12 ? year + 1 : year, month % 12 + 1, 1);
      const std::int64_t weekday = (begin % 7 + 7 + 4) % 7;  // 1970-01-01 was a Thursday
      on = begin + (day - weekday + 7) % 7 + 7 * (week - 1);
      if (on >= end) on -= 7;  // the fifth week is the last
    }
    return on * seconds_per_day + time;
  }
};

/// A rule for all years: the value of the environment variable TZ.
struct PosixTz {
  std::int32_t standard = 0, daylight = 0;  // seconds east of UTC
  bool has_daylight = false;
  PosixChange start, end;  // of daylight saving time
};

/// Reads such a rule: std offset [dst [offset] , date [/time] , date [/time]].
class PosixTzReader {
 public:
  explicit PosixTzReader(std::string_view text) : text_(text) {}

  std::optional<PosixTz> read() {
    PosixTz rule;
    std::int32_t west = 0;
    if (!abbreviation() || !time(24, west)) return std::nullopt;
    rule.standard = -west;
    if (text_.empty()) return rule;
    rule.has_daylight = true;
    rule.daylight = rule.standard + 3600;
    if (!abbreviation()) return std::nullopt;
    if (!text_.empty() && text_.front() != ',') {
      if (!time(24, west)) return std::nullopt;
      rule.daylight = -west;
    }
    if (!take(',') || !change(rule.start) || !take(',') || !change(rule.end) || !text_.empty())
      return std::nullopt;
    return rule;
  }

 private:
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  bool abbreviation() {
    const bool quoted = take('<');
    std::size_t size = 0;
    while (size < text_.size() &&
           (is_letter(text_[size]) ||
            (quoted && (is_digit(text_[size]) || text_[size] == '+' || text_[size] == '-'))))
      ++size;
    text_.remove_prefix(size);
    return size >= 3 && (!quoted || take('>'));
  }
  bool number(std::int32_t least, std::int32_t most, std::int32_t& value) {
    std::size_t digits = 0;
    for (value = 0; digits < text_.size() && digits < 4 && is_digit(text_[digits]); ++digits)
      value = value * 10 + (text_[digits] - '0');
    text_.remove_prefix(digits);
    return digits > 0 && value >= least && value <= most;
  }
  /// [+-]hours[:minutes[:seconds]]
  bool time(std::int32_t most_hours, std::int32_t& seconds) {
    const bool negative = take('-');
    if (!negative) take('+');
    std::int32_t hour = 0, minute = 0, second = 0;
    if (!number(0, most_hours, hour)) return false;
    if (take(':') && (!number(0, 59, minute) || (take(':') && !number(0, 59, second)))) return false;
    seconds = (negative ? -1 : 1) * (3600 * hour + 60 * minute + second);
    return true;
  }
  bool change(PosixChange& change) {
    using Form = PosixChange::Form;
    if (take('M')) {
      change.form = Form::weekday_of_month;
      if (!number(1, 12, change.month) || !take('.') || !number(1, 5, change.week) || !take('.') ||
          !number(0, 6, change.day))
        return false;
    } else {
      change.form = take('J') ? Form::without_leap_day : Form::with_leap_day;
      const bool counts_from_1 = change.form == Form::without_leap_day;
      if (!number(counts_from_1 ? 1 : 0, 365, change.day)) return false;
    }
    return !take('/') || time(167, change.time);
  }

  std::string_view text_;
};

}  // namespace fealty::detail
