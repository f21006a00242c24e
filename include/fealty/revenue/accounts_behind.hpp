// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The cells of a ledger's row.
enum class LedgerCell { opening, new_business, reactivation, expansion, contraction, churn, closing };
constexpr auto enum_names(LedgerCell) {
  return std::array<std::string_view, 7>{"opening",     "new_business", "reactivation", "expansion",
                                         "contraction", "churn",        "closing"};
}

/// Which cell to open.
struct BehindOptions {
  std::string period;  ///< a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
  LedgerCell kind = LedgerCell::churn;  ///< its column
};

/// The accounts that make a cell, by id; their amounts sum to it.
struct AccountsBehind {
  IdColumn account;    ///< each account once
  MoneyColumn amount;  ///< its part, >= 0

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("amount", self.amount);
  }
};

/// The rows that make a cell, by row.
struct RowsBehind {
  std::vector<std::int64_t> row;  ///< of the table that the ledger was made of, from 0
  IdColumn account;               ///< its account
  DateColumn start;               ///< its first day
  DateColumn end;                 ///< its first day no longer paid for; fealty::open where there is none
  MoneyColumn before;             ///< what it adds to the account at the end of the period before
  MoneyColumn after;              ///< what it adds to the account at the period's end

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("account", self.account);
    f("start", self.start);
    f("end", self.end);
    f("before", self.before);
    f("after", self.after);
  }
};

namespace detail {
/// The index of the period that a name or a day stands for.
inline std::size_t find_period(const char* who, const LedgerData& data, const std::string& period) {
  if (data.grid) {
    const PeriodGrid& grid = *data.grid;
    if (const auto day = try_parse_date(period);
        day && *day >= grid.start(0) && *day <= grid.last_day(grid.size() - 1))
      return grid.index(day->days);
    for (std::size_t i = 0; i < grid.size(); ++i)
      if (grid.label(i) == period) return i;
  }
  throw InvalidInput({.who = who,
                      .what = "period",
                      .where = {},
                      .value = "\"" + period + "\"",
                      .rule = data.grid ? fmt::format("is not one of {} to {}", data.grid->label(0),
                                                      data.grid->label(data.grid->size() - 1))
                                        : "is not there; the ledger has no periods"});
}

struct AccountAmount {
  std::uint32_t account;
  std::int64_t amount;
};

inline std::vector<AccountAmount> cell_accounts(const LedgerData& data, std::size_t period, LedgerCell cell) {
  std::vector<AccountAmount> found;
  for_each_block(data.blocks, 1, [&](const auto& levels, std::size_t block, std::size_t) {
    if (cell == LedgerCell::opening || cell == LedgerCell::closing) {
      const bool closing = cell == LedgerCell::closing;
      for (std::size_t lane = 0; lane < levels.lanes; ++lane)
        if (closing ? (levels.customers(period)[lane] != 0) : (levels.customers_before(period)[lane] != 0))
          found.push_back({static_cast<std::uint32_t>(block * levels.lanes + lane),
                           std::int64_t{(closing ? levels.row(period) : levels.row_before(period))[lane]}});
      return;
    }
    for_each_movement(levels, block, [&](const Movement& movement) {
      if (movement.period == period && static_cast<int>(movement.kind) + 1 == static_cast<int>(cell))
        found.push_back({movement.account, movement.amount});
    });
  });
  const auto rank = data.spans->ids->ranks();
  std::sort(found.begin(), found.end(), [&](const AccountAmount& a, const AccountAmount& b) {
    return rank[a.account] < rank[b.account];
  });
  return found;
}
}  // namespace detail

/// Opens a cell of a ledger down to its accounts.
///
/// \code{.py}
/// ledger = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(
///     {"id": ["a", "b"], "from_day": ["2024-01-01"] * 2, "to_day": ["2024-03-10", None], "mrr":
///     [50.0, 20.0]}, account="id", start="from_day", end="to_day", mrr="mrr", currency="USD"),
///     as_of="2024-03-31")
/// lost = ft.revenue.accounts_behind(ledger, period="2024-03", kind="churn")
/// assert lost.account.tolist() == ["a"] and lost.amount.tolist() == [50.0]
/// \endcode
///
/// \param ledger   as made by mrr_ledger()
/// \param options  the cell
/// \returns        one row for each account that is counted in the cell
/// \throws InvalidInput  when the ledger has no such period
inline AccountsBehind accounts_behind(const MrrLedger& ledger, const BehindOptions& options) {
  const detail::LedgerData& data = ledger.data();
  const std::size_t period = detail::find_period("accounts_behind", data, options.period);
  AccountsBehind out;
  out.amount.currency = ledger.currency();
  std::vector<std::uint32_t> codes;
  for (const auto& each : detail::cell_accounts(data, period, options.kind)) {
    codes.push_back(each.account);
    out.amount.minor.push_back(each.amount);
  }
  out.account = IdColumn(std::move(codes), data.spans->ids);
  return out;
}

/// Opens a cell of a ledger down to the rows of the table it was made of.
///
/// For each account behind the cell these are the rows that count at the end of the period before or of
/// the period itself; the sum of `after` less the sum of `before` is the account's movement.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  the cell
/// \returns        rows in the table's order
/// \throws InvalidInput  when the ledger has no such period
inline RowsBehind rows_behind(const MrrLedger& ledger, const BehindOptions& options) {
  const detail::LedgerData& data = ledger.data();
  const std::size_t period = detail::find_period("rows_behind", data, options.period);
  const detail::MrrSpans& spans = *data.spans;
  std::vector<bool> wanted(spans.ids->size());
  for (const auto& each : detail::cell_accounts(data, period, options.kind)) wanted[each.account] = true;

  const std::int32_t as_of = ledger.as_of()->days;
  const std::int32_t now = std::min(data.grid->last_day(period).days, as_of),
                     earlier = data.grid->start(period).days - 1;
  RowsBehind out;
  out.before.currency = out.after.currency = ledger.currency();
  std::vector<std::uint32_t> codes;
  for (std::size_t i = 0, next = 0; i < spans.size(); i = next) {
    next = spans.next_row(i);
    const std::size_t last = next - 1;
    const auto covers = [&](std::int32_t day) { return spans.start[i] <= day && day < spans.end[last]; };
    if (!wanted[spans.account[i]] || (!covers(earlier) && !covers(now))) continue;
    const auto amount_on = [&](std::int32_t day) {
      std::int64_t amount = 0;
      for (std::size_t part = i; part < next; ++part)
        if (spans.start[part] <= day && day < spans.end[part]) amount = spans.amount[part];
      return amount;
    };
    codes.push_back(spans.account[i]);
    out.row.push_back(spans.source_row(i));
    out.start.days.push_back(spans.start[i]);
    out.end.days.push_back(spans.end[last] > as_of ? open : spans.end[last]);
    out.before.minor.push_back(amount_on(earlier));
    out.after.minor.push_back(amount_on(now));
  }
  out.account = IdColumn(std::move(codes), spans.ids);
  return out;
}

}  // namespace fealty::revenue
