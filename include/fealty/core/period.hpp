// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty {

/// How time is cut.
enum class Period {
  day,
  week,  ///< ISO 8601: Monday to Sunday
  month,
  quarter,
  year
};

constexpr auto enum_names(Period) {
  return std::array<std::string_view, 5>{"day", "week", "month", "quarter", "year"};
}

namespace detail {
/// Months since year 0 of the first month of the period that holds `date`.
inline std::int32_t period_first_month(Date date, std::int32_t months, std::int32_t fiscal_year_start) {
  const auto [year, month, day] = year_month_day(date);
  const std::int32_t since = year * 12 + (month - 1) - (fiscal_year_start - 1);
  return since - since % months + (fiscal_year_start - 1);
}
inline std::int32_t period_months(Period period) {
  return period == Period::month ? 1 : period == Period::quarter ? 3 : 12;
}
inline std::int32_t weekday_from_monday(Date date) {  // 1970-01-01 was a Thursday
  return ((date.days + 3) % 7 + 7) % 7;
}
inline void check_fiscal_year_start(const char* who, std::int32_t month) {
  if (month < 1 || month > 12)
    throw InvalidInput({.who = who,
                        .what = "fiscal_year_start",
                        .where = {},
                        .value = fmt::format("{}", month),
                        .rule = "is not a month from 1 to 12"});
}
}  // namespace detail

/// The first day of the period that holds a day.
///
/// \param date               a day from 1400-12-31 to 9999-12-31
/// \param period             how time is cut
/// \param fiscal_year_start  first month of the fiscal year, 1 to 12; matters to quarters and years
/// \throws InvalidInput  out of these ranges
inline Date period_start(Date date, Period period, std::int32_t fiscal_year_start) {
  detail::check_fiscal_year_start("period_start", fiscal_year_start);
  if (date.days < -207824 || date.days > max_day)
    throw InvalidInput({.who = "period_start",
                        .what = "date",
                        .where = {},
                        .value = to_string(date),
                        .rule = "is not between 1400-12-31 and 9999-12-31"});
  if (period == Period::day) return date;
  if (period == Period::week) return {date.days - detail::weekday_from_monday(date)};
  const std::int32_t first =
      detail::period_first_month(date, detail::period_months(period), fiscal_year_start);
  return make_date(first / 12, first % 12 + 1, 1);
}

/// The periods from one day to another, without gaps: index 0 holds the first day.
class PeriodGrid {
 public:
  static constexpr std::size_t max_size = 65'535;  ///< periods: 179 years of days, 5,461 of months

  /// \param first              a day of the first period
  /// \param last               a day of the last period, not before `first`
  /// \param fiscal_year_start  1 to 12
  /// \throws InvalidInput  out of range, or with more than 65,535 periods
  PeriodGrid(Date first, Date last, Period period, std::int32_t fiscal_year_start = 1)
      : period_(period), fiscal_year_start_(fiscal_year_start) {
    detail::check_fiscal_year_start("PeriodGrid", fiscal_year_start);
    if (last < first)
      throw InvalidInput({.who = "PeriodGrid",
                          .what = "last",
                          .where = {},
                          .value = to_string(last),
                          .rule = fmt::format("is before first {}", to_string(first))});
    if (first.days < min_day || last.days > max_day)
      throw InvalidInput({.who = "PeriodGrid",
                          .what = first.days < min_day ? "first" : "last",
                          .where = {},
                          .value = to_string(first.days < min_day ? first : last),
                          .rule = "is not between 1900-01-01 and 9999-12-31"});
    fill(period_start(first, period, fiscal_year_start), last);
  }

  /// How many periods there are.
  std::size_t size() const { return starts_.size() - 1; }
  /// How time is cut.
  Period period() const { return period_; }
  /// First month of the fiscal year, 1 to 12.
  std::int32_t fiscal_year_start() const { return fiscal_year_start_; }
  /// The first day of a period.
  ///
  /// \throws InvalidInput  unless index < size()
  Date start(std::size_t index) const { return {starts_[within(index)]}; }
  /// The last day of a period.
  ///
  /// \throws InvalidInput  unless index < size()
  Date last_day(std::size_t index) const { return {starts_[within(index) + 1] - 1}; }

  /// The index of the period that holds a day; `size()` for a day that none holds.
  std::uint32_t index(std::int32_t day) const {
    const auto offset = static_cast<std::size_t>(std::int64_t{day} - starts_.front());
    return offset < index_of_.size() ? index_of_[offset] : static_cast<std::uint32_t>(size());
  }

  /// A period's name: 2024-12-31, 2024-W52, 2024-12, 2024-Q4 or 2024; FY2024 when the fiscal year
  /// starts in another month than January, named by the calendar year it ends in.
  ///
  /// \throws InvalidInput  unless index < size()
  std::string label(std::size_t index) const;

 private:
  std::size_t within(std::size_t index) const {
    if (index < size()) return index;
    throw InvalidInput({.who = "PeriodGrid",
                        .what = "index",
                        .where = {},
                        .value = fmt::format("{}", index),
                        .rule = fmt::format("is not below {}, the number of periods", size())});
  }
  void fill(Date first, Date last) {
    starts_.push_back(first.days);
    while (starts_.back() <= last.days) {
      if (starts_.size() > max_size)
        throw InvalidInput({.who = "PeriodGrid",
                            .what = "last",
                            .where = {},
                            .value = to_string(last),
                            .rule = fmt::format("makes more than 65,535 periods since {}; take longer ones",
                                                to_string(first))});
      starts_.push_back(next(starts_.back()));
    }
    index_of_.reserve(static_cast<std::size_t>(starts_.back() - starts_.front()));
    for (std::size_t i = 0; i < size(); ++i)
      index_of_.insert(index_of_.end(), static_cast<std::size_t>(starts_[i + 1] - starts_[i]),
                       static_cast<std::uint16_t>(i));
  }
  std::int32_t next(std::int32_t start) const {
    if (period_ == Period::day) return start + 1;
    if (period_ == Period::week) return std::min(start + 7, max_day + 1);
    const auto [year, month, day] = year_month_day({start});
    const std::int32_t to = year * 12 + (month - 1) + detail::period_months(period_);
    return to / 12 > 9999 ? max_day + 1 : make_date(to / 12, to % 12 + 1, 1).days;
  }

  Period period_;
  std::int32_t fiscal_year_start_;
  std::vector<std::int32_t> starts_;     // of each period, and of the one after the last
  std::vector<std::uint16_t> index_of_;  // of each day from the first period's first day
};

namespace detail {
inline std::string week_label(Date monday) {  // a week belongs to the year of its Thursday
  const Date thursday{monday.days + 3};
  const std::int32_t year = year_month_day(thursday).year;
  return fmt::format("{:04}-W{:02}", year, (thursday.days - make_date(year, 1, 1).days) / 7 + 1);
}
}  // namespace detail

inline std::string PeriodGrid::label(std::size_t index) const {
  const Date first = start(index);
  if (period_ == Period::day) return to_string(first);
  if (period_ == Period::week) return detail::week_label(first);
  const auto [year, month, day] = year_month_day(first);
  if (period_ == Period::month) return fmt::format("{:04}-{:02}", year, month);
  const std::int32_t since = (month - fiscal_year_start_ + 12) % 12;  // months into the fiscal year
  const std::int32_t fiscal = year + (fiscal_year_start_ > 1 && month >= fiscal_year_start_ ? 1 : 0);
  const std::string text = fmt::format("{}{:04}", fiscal_year_start_ > 1 ? "FY" : "", fiscal);
  return period_ == Period::year ? text : fmt::format("{}-Q{}", text, since / 3 + 1);
}

}  // namespace fealty
