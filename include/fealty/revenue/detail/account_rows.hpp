// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::revenue::detail {

using fealty::detail::name_or;

/// The enumerator that each code of a dictionary names, -1 where it names none.
template <std::size_t N>
std::vector<int> enum_indices(const Ids& texts, const std::array<std::string_view, N>& names) {
  std::vector<int> indices;
  for (std::uint32_t code = 0; code < texts.size(); ++code) {
    const auto found = std::find(names.begin(), names.end(), texts.text(code));
    indices.push_back(found == names.end() ? -1 : static_cast<int>(found - names.begin()));
  }
  return indices;
}

/// Refuses a table whose column is absent or has another length than the accounts.
template <class AnyColumn>
void require_column(const std::string& who, std::string_view field, const AnyColumn& column,
                    std::size_t rows) {
  fealty::detail::require_column(who, field, column, rows, "account");
}
template <class AnyColumn>
void check_length(const std::string& who, std::string_view field, const AnyColumn& column, std::size_t rows) {
  if (column.present()) require_column(who, field, column, rows);
}

/// Whether a table refuses a day. One comparison, so that a whole column is checked without branches.
inline bool out_of_range(std::int32_t day) {
  constexpr auto first = static_cast<std::uint32_t>(min_day), last = static_cast<std::uint32_t>(max_day);
  return static_cast<std::uint32_t>(day) - first > last - first;
}

inline void check_accounts(fealty::detail::RowCheck& check, const IdColumn& account) {
  const auto codes = account.codes();
  check.rule(
      "null_account", [&](std::size_t row) { return codes[row] == no_id; },
      [&](std::size_t) {
        return ErrorDetail{
            "", name_or(account.name(), "account"), {}, "", "is null; every row needs an account"};
      });
}

/// Checks a column of days that every row needs.
inline void check_days(fealty::detail::RowCheck& check, const Column<std::int32_t>& days,
                       std::string_view field) {
  const std::string name = name_or(days.name(), field);
  check.cells(days, name);
  if (days.may_have_nulls())
    check.rule(
        "null_date", [&](std::size_t row) { return !days.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs this date"};
        });
  check.rule(
      "date_out_of_range", [&](std::size_t row) { return out_of_range(days[row]); },
      [&](std::size_t row) {
        return ErrorDetail{
            "", name, {}, to_string(Date{days[row]}), "is not between 1900-01-01 and 9999-12-31"};
      });
}

}  // namespace fealty::revenue::detail
