// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/find_period.hpp>
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
enum class LedgerCell {
  opening,
  new_business,
  reactivation,
  expansion,
  contraction,
  churn,
  exchange,
  closing
};
constexpr auto enum_names(LedgerCell) {
  return std::array<std::string_view, 8>{"opening",     "new_business", "reactivation", "expansion",
                                         "contraction", "churn",        "exchange",     "closing"};
}

/// Which cell to open.
struct BehindOptions {
  std::string period;  ///< a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
  LedgerCell kind = LedgerCell::churn;  ///< its column
};

/// The accounts that make a cell, by id; their amounts sum to it.
struct AccountsBehind {
  IdColumn account;           ///< each account once; at a finer grain once for each of its parts
  IdColumn part;              ///< its subscription or subscription/item, at that grain; else null
  MoneyColumn amount;         ///< what it adds to the cell, >= 0; signed for exchange
  RevenuePolicy policy = {};  ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("part", self.part);
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
  RevenuePolicy policy = {};      ///< what the ledger was made with

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
  if (data.grid) return fealty::detail::find_period(who, *data.grid, period);
  throw InvalidInput({.who = who,
                      .what = "period",
                      .where = {},
                      .value = "\"" + period + "\"",
                      .rule = "is not there; the ledger has no periods"});
}

struct UnitAmount {
  std::uint32_t unit;
  std::int64_t amount;
};

/// What each unit has at a period's end, or had at the end of the one before.
inline std::vector<UnitAmount> state_units(const LedgerData& data, std::size_t period, bool closing) {
  std::vector<UnitAmount> found;
  for_each_valued_block(data, 1, [&](const auto& levels, std::size_t block, std::size_t) {
    for (std::size_t lane = 0; lane < levels.lanes; ++lane)
      if (closing ? (levels.customers(period)[lane] != 0) : (levels.customers_before(period)[lane] != 0))
        found.push_back({static_cast<std::uint32_t>(block * levels.lanes + lane),
                         std::int64_t{(closing ? levels.row(period) : levels.row_before(period))[lane]}});
  });
  return found;
}

/// What each unit adds to a cell, by id.
inline std::vector<UnitAmount> cell_units(const LedgerData& data, std::size_t period, LedgerCell cell) {
  std::vector<UnitAmount> found;
  if (cell == LedgerCell::opening || cell == LedgerCell::closing)
    found = state_units(data, period, cell == LedgerCell::closing);
  else
    for_each_movement(data, [&](const Movement& movement) {
      if (movement.period != period || static_cast<int>(movement.kind) + 1 != static_cast<int>(cell)) return;
      if (!found.empty() && found.back().unit == movement.unit) found.back().amount += movement.amount;
      else found.push_back({movement.unit, movement.amount});
    });
  const auto rank = unit_ranks(*data.spans);
  std::sort(found.begin(), found.end(),
            [&](const UnitAmount& a, const UnitAmount& b) { return rank[a.unit] < rank[b.unit]; });
  return found;
}
/// What a span adds at a period's end, in the ledger's currency.
inline std::int64_t worth(const LedgerData& data, std::size_t span, std::size_t period) {
  const MrrSpans& spans = *data.spans;
  const std::uint16_t currency = spans.currency.present() ? spans.currency[span] : std::uint16_t{0};
  if (data.values.moves()) return data.values.convert(spans.amount[span], currency, period);
  return data.values.value_of({.amount = spans.amount[span],
                               .start = spans.start[span],
                               .end = spans.end[span],
                               .span = static_cast<std::uint32_t>(span),
                               .currency = currency});
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
  out.policy = ledger.policy();
  out.amount.currency = ledger.currency();
  std::vector<std::uint32_t> units;
  for (const auto& each : detail::cell_units(data, period, options.kind)) {
    units.push_back(each.unit);
    out.amount.minor.push_back(each.amount);
  }
  out.part = detail::unit_parts(*data.spans, units);
  out.account = detail::unit_accounts(*data.spans, std::move(units));
  return out;
}

/// Opens a cell of a ledger down to the rows of the table it was made of.
///
/// For each account behind the cell these are the rows that count at the end of the period before or of
/// the period itself, and by event those that come and go between; the sum of `after` less the sum of
/// `before` is the account's movement, by event the sum of its movements. At rates of each period's end it
/// is the movement and the exchange effect, up to the rounding of each row.
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
  for (const auto& each : detail::cell_units(data, period, options.kind)) wanted[each.unit] = true;

  const bool by_event = data.policy.netting == Netting::event;
  RowsBehind out;
  out.policy = ledger.policy();
  std::vector<std::uint32_t> units;
  for (std::size_t i = 0, next = 0; i < spans.size(); i = next) {
    next = spans.next_row(i);
    if (!wanted[spans.account[i]] || spans.start[i] > data.as_of) continue;
    const std::size_t last = next - 1;
    const std::size_t first = data.cells.start(spans.start[i]), end = data.cells.end(spans.end[last]);
    const bool counts = first <= period && end >= period && (by_event || first < end);
    if (!counts) continue;
    const auto amount_in = [&](std::size_t in) {
      std::int64_t amount = 0;
      for (std::size_t part = i; part < next; ++part)
        if (data.cells.start(spans.start[part]) <= in && in < data.cells.end(spans.end[part]))
          amount = detail::worth(data, part, in);
      return amount;
    };
    units.push_back(spans.account[i]);
    out.row.push_back(spans.source_row(i));
    out.start.days.push_back(spans.start[i]);
    out.end.days.push_back(spans.end[last] > data.as_of ? open : spans.end[last]);
    out.before.minor.push_back(period == 0 ? 0 : amount_in(period - 1));
    out.after.minor.push_back(amount_in(period));
  }
  out.before.currency = out.after.currency = ledger.currency();
  out.account = detail::unit_accounts(spans, std::move(units));
  return out;
}

}  // namespace fealty::revenue
