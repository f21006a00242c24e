// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/survival/lifetime_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Durations of lives that are told by days.
class LifeDates {
 public:
  LifeDates() = default;
  /// \param columns  with `origin`, `end` and `as_of`
  LifeDates(const LifetimeColumns& columns, fealty::detail::RowCheck& check) {
    const std::int32_t as_of = columns.as_of->days;
    const DayColumn &origin = columns.origin, &end = columns.end;
    const std::string first = fealty::detail::name_or(origin.name(), "origin"),
                      last = fealty::detail::name_or(end.name(), "end");
    check_days(check, origin, first);
    check.cells(end, last);
    const auto ends = [&](std::size_t row) { return end.valid(row) && end[row] != open; };
    check.rule(
        "end_before_origin", [&](std::size_t row) { return ends(row) && end[row] < origin[row]; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", last, {}, day(end[row]), fmt::format("is before {} {}", first, day(origin[row]))};
        });
    const std::size_t rows = origin.size();
    std::vector<std::int32_t> days(rows);
    ended_.resize(rows);
    begins_later_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      if (check.is_bad(row)) continue;
      ended_[row] = ends(row) && end[row] <= as_of ? 1 : 0;
      begins_later_[row] = origin[row] > as_of ? 1 : 0;
      if (begins_later_[row] == 0) days[row] = (ended_[row] != 0 ? end[row] : as_of + 1) - origin[row];
    }
    duration_ = DurationColumn(Column<std::int32_t>(std::move(days)).named(last));
  }

  const DurationColumn& duration() const { return duration_; }
  bool ended(std::size_t row) const { return ended_[row] != 0; }
  bool any_begins_later() const {
    return std::find(begins_later_.begin(), begins_later_.end(), 1) != begins_later_.end();
  }
  bool begins_later(std::size_t row) const { return !begins_later_.empty() && begins_later_[row] != 0; }

 private:
  static std::string day(std::int32_t days) { return to_string(Date{days}); }
  static void check_days(fealty::detail::RowCheck& check, const DayColumn& days, const std::string& name) {
    check.cells(days, name);
    if (days.may_have_nulls())
      check.rule(
          "null_date", [&](std::size_t row) { return !days.valid(row); },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "", "is null; every row needs this date"};
          });
    check.rule(
        "date_out_of_range", [&](std::size_t row) { return days[row] < min_day || days[row] > max_day; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, day(days[row]), "is not between 1900-01-01 and 9999-12-31"};
        });
  }

  DurationColumn duration_;
  std::vector<std::uint8_t> ended_, begins_later_;
};

}  // namespace fealty::survival::detail
