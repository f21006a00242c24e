// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Rules that the tables of this module share.
namespace fealty::health::detail {

using fealty::detail::name_or;
using revenue::detail::check_days;

/// Refuses a frame of another length than the table.
inline void check_frame(const char* who, const char* field, const Frame& frame, std::size_t rows,
                        const std::string& first) {
  if (frame.size() > 0 && frame.rows() != rows)
    throw InvalidInput({.who = who,
                        .what = field,
                        .where = {},
                        .value = fmt::format("{} rows", frame.rows()),
                        .rule = fmt::format("does not match the {} rows of {}", rows, first)});
}

/// Refuses rows that lack an id.
inline void check_ids(fealty::detail::RowCheck& check, const char* code, const IdColumn& ids,
                      std::string_view field) {
  const auto codes = ids.codes();
  check.rule(
      code, [codes](std::size_t row) { return codes[row] == no_id; },
      [&](std::size_t) {
        return ErrorDetail{"", name_or(ids.name(), field), {}, "", "is null; every row needs it"};
      });
}

/// Refuses flags that are neither 0 nor 1.
inline void check_flags(fealty::detail::RowCheck& check, const Column<std::uint8_t>& flags,
                        std::string_view field) {
  const std::string name = name_or(flags.name(), field);
  check.cells(flags, name);
  check.rule(
      "unusable_flag", [&](std::size_t row) { return !flags.valid(row) || flags[row] > 1; },
      [&](std::size_t row) {
        const bool there = flags.valid(row);
        return ErrorDetail{"",
                           name,
                           {},
                           there ? fmt::format("{}", flags[row]) : "",
                           there ? "is not 0 or 1" : "is null; every row needs 0 or 1"};
      });
}

/// Refuses days that are told, and lie before 1900 or after 9999.
inline void check_days_told(fealty::detail::RowCheck& check, const Column<std::int32_t>& days,
                            std::string_view field) {
  if (!days.present()) return;
  const std::string name = name_or(days.name(), field);
  check.cells(days, name);
  check.rule(
      "date_out_of_range",
      [&](std::size_t row) { return days.valid(row) && revenue::detail::out_of_range(days[row]); },
      [&](std::size_t row) {
        return ErrorDetail{
            "", name, {}, to_string(Date{days[row]}), "is not between 1900-01-01 and 9999-12-31"};
      });
}

/// Refuses numbers that are null, NaN or infinite.
inline void check_finite(fealty::detail::RowCheck& check, const char* code, const Column<double>& numbers,
                         std::string_view field) {
  const std::string name = name_or(numbers.name(), field);
  check.cells(numbers, name);
  check.rule(
      code, [&](std::size_t row) { return !numbers.valid(row) || !std::isfinite(numbers[row]); },
      [&](std::size_t row) {
        const bool there = numbers.valid(row);
        return ErrorDetail{"",
                           name,
                           {},
                           there ? fmt::format("{}", numbers[row]) : "",
                           there ? "is not a finite number" : "is null; every row needs this number"};
      });
}

}  // namespace fealty::health::detail
