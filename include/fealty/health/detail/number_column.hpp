// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/number_column.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace fealty::health::detail {

using fealty::detail::NumberReader;

/// Refuses numbers that are infinite; NaN is one that is missing.
inline void check_finite_or_missing(const char* who, const std::string& name, const Column<double>& numbers) {
  const double* const values = numbers.values().data();
  constexpr double most = std::numeric_limits<double>::max();
  const auto infinite = [values](std::size_t row) { return std::abs(values[row]) > most; };
  if (!fealty::detail::AnyRow(numbers.size(), infinite)) return;
  for (std::size_t row = 0; row < numbers.size(); ++row)
    if (infinite(row))
      throw InvalidInput({.who = who,
                          .what = name,
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", values[row]),
                          .rule = "is not a finite number"});
}

}  // namespace fealty::health::detail
