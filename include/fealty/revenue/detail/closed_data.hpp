// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/period_names.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// An account's movements of one kind in one closed period.
struct ClosedRow {
  std::int32_t period;    // its first day
  std::uint32_t account;  // a code of the data's ids
  MovementKind kind;
  std::int64_t amount, count;
};
/// What was closed of them, and what there was later.
struct RestatedRow {
  std::int32_t period;
  std::uint32_t account;
  MovementKind kind;
  std::int64_t closed = 0, restated = 0, closed_count = 0, restated_count = 0;
};
struct AcceptedRow {
  std::int64_t acceptance;
  std::int32_t through;
  RestatedRow row;
};

/// What ClosedPeriods holds: no id but those of its rows.
struct ClosedData {
  Period period = Period::month;
  std::int32_t fiscal_year_start = 1;
  Currency currency;
  std::string policy;
  LedgerPeriods periods;
  std::shared_ptr<const Ids> ids = std::make_shared<const Ids>();  // ascending
  std::vector<ClosedRow> rows;                                     // by period, account and kind, each once
  std::vector<AcceptedRow> accepted;                               // the same within an acceptance
};

/// The numbers of a column of LedgerPeriods.
template <class Column>
auto& numbers_of(Column& column) {
  using Kind = std::remove_cvref_t<Column>;
  if constexpr (std::is_same_v<Kind, DateColumn>) return column.days;
  else if constexpr (std::is_same_v<Kind, MoneyColumn>) return column.minor;
  else return column;
}

/// Puts ids and rows into their order, and forgets ids without a row: so the same numbers are the same bytes.
inline void put_in_order(ClosedData& data) {
  std::vector<std::uint8_t> used(data.ids->size());
  for (const auto& row : data.rows) used[row.account] = 1;
  for (const auto& each : data.accepted) used[each.row.account] = 1;
  auto ids = std::make_shared<Ids>();
  std::vector<std::uint32_t> code_of(used.size());
  for (const std::uint32_t code : data.ids->sorted())
    if (used[code] != 0) code_of[code] = encode_from(*ids, *data.ids, code);
  for (auto& row : data.rows) row.account = code_of[row.account];
  for (auto& each : data.accepted) each.row.account = code_of[each.row.account];
  data.ids = std::move(ids);
  const auto key = [](const auto& row) { return std::tuple(row.period, row.account, row.kind); };
  std::sort(data.rows.begin(), data.rows.end(),
            [&](const ClosedRow& a, const ClosedRow& b) { return key(a) < key(b); });
  std::sort(data.accepted.begin(), data.accepted.end(), [&](const AcceptedRow& a, const AcceptedRow& b) {
    return std::pair(a.acceptance, key(a.row)) < std::pair(b.acceptance, key(b.row));
  });
}

/// The last day of the period to close.
inline Date closing_day(const char* who, const MrrLedger& ledger, const std::string& through) {
  const auto& grid = ledger.data().grid;
  const LedgerPolicy& policy = ledger.policy().ledger;
  const auto refuse = [&](std::string rule) {
    return InvalidInput({who, "through", {}, "\"" + through + "\"", std::move(rule)});
  };
  const auto name = parse_period_name(through);
  const auto start = name ? start_of(*name, policy.period, policy.fiscal_year_start) : std::nullopt;
  const std::size_t index = start && grid ? grid->index(start->days) : 0;
  if (!start || !grid || index == grid->size())
    throw refuse(grid ? "is none of the ledger's " +
                            grid_in_words(grid, policy.period, policy.fiscal_year_start)
                      : "is not there; the ledger has no periods");
  if (ledger.periods().complete[index] == 0)
    throw refuse(fmt::format("is not complete; the ledger ends on {}, the period on {}",
                             to_string(*ledger.as_of()), to_string(grid->last_day(index))));
  return grid->last_day(index);
}

/// The numbers of a ledger's periods up to a day.
inline ClosedData closed_data(const MrrLedger& ledger, Date through) {
  ClosedData data;
  data.period = ledger.policy().ledger.period;
  data.fiscal_year_start = ledger.policy().ledger.fiscal_year_start;
  data.currency = ledger.currency();
  data.periods = ledger.periods();
  const auto& ends = data.periods.period_end.days;
  const auto count =
      static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), through.days) - ends.begin());
  LedgerPeriods::each_column(data.periods,
                             [&](std::string_view, auto& column) { numbers_of(column).resize(count); });
  const Movements moved = ledger.movements();
  data.ids = moved.account.ids();
  for (std::size_t i = 0; i < moved.kind.size() && moved.period.days[i] <= through.days; ++i)
    data.rows.push_back(
        {moved.period.days[i], moved.account.codes()[i], moved.kind[i], moved.amount.minor[i], 1});
  put_in_order(data);
  std::size_t kept = 0;  // events of one kind and period add up
  for (std::size_t i = 1; i < data.rows.size(); ++i) {
    ClosedRow &to = data.rows[kept], &from = data.rows[i];
    if (to.period == from.period && to.account == from.account && to.kind == from.kind) {
      to.amount += from.amount;
      to.count += from.count;
    } else {
      data.rows[++kept] = from;
    }
  }
  if (!data.rows.empty()) data.rows.resize(kept + 1);
  return data;
}

}  // namespace fealty::revenue::detail
