// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/revenue/closed_periods.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/closed_data.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Takes an account's movements, by period, out of the periods' rows.
inline void take_out(LedgerPeriods& periods, const std::vector<ClosedRow>& rows, std::uint32_t account) {
  using fealty::detail::int128;
  const auto columns = cell_columns(periods);
  const auto less = [&](std::vector<std::int64_t>* column, std::size_t period, int128 value) {
    if (column == nullptr) return;
    std::int64_t& number = (*column)[period];
    number = exact("ClosedPeriods", "period", to_string(Date{periods.period.days[period]}), number - value);
  };
  int128 mrr = 0, customers = 0;
  auto row = rows.begin();
  for (std::size_t period = 0; period < periods.period.days.size(); ++period) {
    less(columns.money[opening_cell], period, mrr);
    less(columns.accounts[opening_cell], period, customers);
    for (; row != rows.end() && row->period == periods.period.days[period]; ++row) {
      if (row->account != account) continue;
      const std::size_t cell = cell_of(row->kind);
      less(columns.money[cell], period, row->amount);
      less(columns.accounts[cell], period, row->count);
      mrr += signed_amount(row->kind, row->amount);
      customers += int128{customer_change(row->kind)} * row->count;
    }
    less(columns.money[closing_cell], period, mrr);
    less(columns.accounts[closing_cell], period, customers);
  }
}

/// Forgets the first periods in which nothing is any more; the last one stays, for it says how far they go.
inline void forget_empty_beginning(LedgerPeriods& periods) {
  const auto columns = cell_columns(periods);
  const auto is_zero = [](const auto* column, std::size_t period) {
    return column == nullptr || (*column)[period] == 0;
  };
  const auto is_empty = [&](std::size_t period) {
    for (std::size_t cell = 0; cell < cell_count; ++cell)
      if (!is_zero(columns.money[cell], period) || !is_zero(columns.accounts[cell], period)) return false;
    return true;
  };
  std::ptrdiff_t first = 0;
  while (first + 1 < std::ssize(periods.period.days) && is_empty(static_cast<std::size_t>(first))) ++first;
  LedgerPeriods::each_column(periods, [&](std::string_view, auto& column) {
    auto& numbers = numbers_of(column);
    numbers.erase(numbers.begin(), numbers.begin() + first);
  });
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

template <class Id>
std::size_t ClosedPeriods::erase_id(Id account) {
  const auto gone = detail::find_account("ClosedPeriods", *data_.ids, account);
  if (!gone) return 0;
  detail::ClosedData left = data_;
  detail::take_out(left.periods, left.rows, *gone);
  detail::forget_empty_beginning(left.periods);
  const std::size_t erased =
      std::erase_if(left.rows, [&](const detail::ClosedRow& row) { return row.account == *gone; }) +
      std::erase_if(left.accepted,
                    [&](const detail::AcceptedRow& each) { return each.row.account == *gone; });
  detail::put_in_order(left);
  data_ = std::move(left);
  return erased;
}

template <class Id>
Anonymized<detail::KeptId<Id>> ClosedPeriods::anonymize_id(Id account, const std::optional<Id>& alias) {
  const auto code = detail::find_account("ClosedPeriods", *data_.ids, account);
  if (!code) return {};
  const auto name = detail::alias_for<Id>("ClosedPeriods", *data_.ids, alias);
  detail::ClosedData renamed = data_;
  renamed.ids = std::make_shared<const Ids>(detail::ids_renamed<Id>(*data_.ids, *code, Id(name)));
  detail::put_in_order(renamed);
  std::size_t rows = 0;
  for (const auto& row : data_.rows) rows += row.account == *code ? 1U : 0U;
  for (const auto& each : data_.accepted) rows += each.row.account == *code ? 1U : 0U;
  data_ = std::move(renamed);
  return {rows, name};
}

}  // namespace fealty::revenue
