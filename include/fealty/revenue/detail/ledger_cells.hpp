// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fealty::revenue::detail {

inline constexpr auto cell_names = enum_names(LedgerCell{});
inline constexpr auto kind_names = enum_names(MovementKind{});
inline constexpr std::size_t cell_count = cell_names.size();
inline constexpr auto opening_cell = static_cast<std::size_t>(LedgerCell::opening);
inline constexpr auto closing_cell = static_cast<std::size_t>(LedgerCell::closing);

/// A number for each cell of a period.
using CellRow = std::array<std::int64_t, cell_count>;

/// The cell that a movement is counted in: the one of the same name.
inline std::size_t cell_of(MovementKind kind) {
  std::size_t cell = 0;
  while (cell + 1 < cell_count && cell_names[cell] != kind_names[static_cast<std::size_t>(kind)]) ++cell;
  return cell;
}
/// Whether a movement lowers MRR.
inline bool lowers(MovementKind kind) {
  return kind == MovementKind::contraction || kind == MovementKind::churn;
}
inline std::int64_t signed_amount(MovementKind kind, std::int64_t amount) {
  return lowers(kind) ? -amount : amount;
}
/// What a movement does to the number of customers.
inline std::int64_t customer_change(MovementKind kind) {
  return kind == MovementKind::churn                                                ? -1
         : kind == MovementKind::new_business || kind == MovementKind::reactivation ? 1
                                                                                    : 0;
}

/// The columns of a ledger's periods by cell: amounts, and accounts.
template <class Values>
struct CellColumns {
  std::array<Values*, cell_count> money{}, accounts{};
};
template <class Periods>
auto cell_columns(Periods& periods) {
  using Numbers = std::vector<std::int64_t>;
  CellColumns<std::conditional_t<std::is_const_v<Periods>, const Numbers, Numbers>> out;
  LedgerPeriods::each_column(periods, [&](std::string_view name, auto& column) {
    using Kind = std::remove_cvref_t<decltype(column)>;
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
      if constexpr (std::is_same_v<Kind, MoneyColumn>) {
        if (name == cell_names[cell]) out.money[cell] = &column.minor;
      } else if constexpr (std::is_same_v<Kind, Numbers>) {
        if (name == std::string(cell_names[cell]) + "_accounts") out.accounts[cell] = &column;
      }
    }
  });
  return out;
}

/// A sum or difference that was taken in 128 bits, back in 64.
inline std::int64_t exact(const char* who, std::string_view what, const std::string& period,
                          fealty::detail::int128 value) {
  if (fealty::detail::fits_int64(value)) return static_cast<std::int64_t>(value);
  throw Overflow({.who = who,
                  .what = std::string(what),
                  .where = {},
                  .value = period,
                  .rule = "is beyond 64 bits of minor units"});
}

}  // namespace fealty::revenue::detail
