// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fealty::adoption::detail {

/// Refuses whole numbers that are null or not between 0 and 1,000,000,000.
inline void check_numbers(fealty::detail::RowCheck& check, const Column<std::int64_t>& numbers,
                          std::string_view field) {
  const std::string name = fealty::detail::name_or(numbers.name(), field);
  check.cells(numbers, name);
  if (numbers.may_have_nulls())
    check.rule(
        "null_number", [&](std::size_t row) { return !numbers.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs this number"};
        });
  check.rule(
      "unusable_number", [&](std::size_t row) { return numbers[row] < 0 || numbers[row] > 1'000'000'000; },
      [&](std::size_t row) {
        return ErrorDetail{
            "", name, {}, fmt::format("{}", numbers[row]), "is not a number from 0 to 1,000,000,000"};
      });
}

/// Refuses rows that lack an id.
inline void check_given(fealty::detail::RowCheck& check, const char* code, const IdColumn& ids,
                        std::string_view field) {
  const auto codes = ids.codes();
  check.rule(
      code, [codes](std::size_t row) { return codes[row] == no_id; },
      [&](std::size_t) {
        return ErrorDetail{
            "", fealty::detail::name_or(ids.name(), field), {}, "", "is null; every row needs it"};
      });
}

}  // namespace fealty::adoption::detail
