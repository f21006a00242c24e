// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/units.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The subscriptions or items that have states of their own.
struct StateUnits {
  Ids parts;
  std::vector<std::uint32_t> account, part;  // of each unit

  /// The unit of an account's part, which is added if it is not there.
  std::uint32_t add(std::uint32_t owner, const Ids& from, std::uint32_t code) {
    const std::uint32_t own = code == no_id ? no_id : encode_from(parts, from, code);
    const auto next = static_cast<std::uint32_t>(account.size());
    const auto place = known_.try_emplace(std::uint64_t{owner} << 32 | own, next);
    if (place.second) {
      account.push_back(owner);
      part.push_back(own);
    }
    return place.first->second;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

/// The spans of a ledger's partial state.
struct StateRows {
  bool finer = false;  // than accounts: spans are those of units
  Ids accounts;
  StateUnits units;
  std::vector<Currency> currencies;
  std::vector<std::uint32_t> unit;  // of each span; at the grain of accounts its account
  std::vector<std::int32_t> start, end;
  std::vector<std::int64_t> amount;
  std::vector<std::uint16_t> currency;
  // These are empty as long as every cell is 0, `open` or unknown.
  std::vector<std::uint8_t> annual, same_row;  // 1 where a discount makes two spans of a row, in the second
  std::vector<std::int32_t> signed_on, cancel_requested;
  std::vector<std::int64_t> quantity;

  /// Calls f(column of a, column of b, unknown) for each column of spans: `unknown` is the cell of which a
  /// column that may be empty is not made alone; it is none for the others.
  template <class A, class B, class F>
  static void each_pair(A& a, B& b, F&& f) {
    using Unknown = std::optional<std::int64_t>;
    f(a.unit, b.unit, Unknown());
    f(a.start, b.start, Unknown());
    f(a.end, b.end, Unknown());
    f(a.amount, b.amount, Unknown());
    f(a.currency, b.currency, Unknown());
    f(a.annual, b.annual, Unknown(0));
    f(a.same_row, b.same_row, Unknown(0));
    f(a.signed_on, b.signed_on, Unknown(open));
    f(a.cancel_requested, b.cancel_requested, Unknown(open));
    f(a.quantity, b.quantity, Unknown(unknown_quantity));
  }
  /// Calls f(column, unknown).
  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    each_pair(self, self,
              [&](auto& column, auto&, std::optional<std::int64_t> unknown) { f(column, unknown); });
  }

  std::size_t size() const { return unit.size(); }
  std::size_t rows() const {
    return size() - static_cast<std::size_t>(std::count(same_row.begin(), same_row.end(), std::uint8_t{1}));
  }
  bool continues_row(std::size_t span) const { return !same_row.empty() && same_row[span] != 0; }
  std::uint32_t account_of(std::size_t span) const { return finer ? units.account[unit[span]] : unit[span]; }

  /// Adds spans, whose ids and currencies it makes its own.
  ///
  /// \throws InvalidInput  for ids of the other kind; nothing is added then
  void append(const MrrSpans& spans);
  MrrSpans spans() const;

 private:
  void check_kinds(const MrrSpans& spans) const;
  std::vector<std::uint32_t> units_of(const MrrSpans& spans);
  std::uint16_t currency_index(const Currency& code);
};

inline std::uint16_t StateRows::currency_index(const Currency& code) {
  const auto index = std::find(currencies.begin(), currencies.end(), code) - currencies.begin();
  if (index == std::ssize(currencies)) currencies.push_back(code);
  return static_cast<std::uint16_t>(index);
}

inline void StateRows::check_kinds(const MrrSpans& spans) const {
  const auto check = [](const char* what, const Ids& own, const Ids& other) {
    if (!ids_fit(own, other))
      throw InvalidInput({.who = "LedgerState",
                          .what = what,
                          .where = {},
                          .value = other.is_text() ? "texts" : "integers",
                          .rule = own.is_text() ? "do not fit the state's ids, which are texts"
                                                : "do not fit the state's ids, which are integers"});
  };
  check("account", accounts, spans.owners ? *spans.owners->accounts : *spans.ids);
  if (finer && spans.owners) check("subscription", units.parts, *spans.owners->parts);
}

/// The state's unit of each unit of the spans; at a finer grain those without a span have none.
inline std::vector<std::uint32_t> StateRows::units_of(const MrrSpans& spans) {
  const Ids& ids = spans.owners ? *spans.owners->accounts : *spans.ids;
  std::vector<std::uint32_t> code_of(ids.size());
  for (std::uint32_t code = 0; code < code_of.size(); ++code)
    code_of[code] = encode_from(accounts, ids, code);
  if (!finer && !spans.owners) return code_of;
  std::vector<std::uint32_t> unit_of(spans.ids->size(), no_id);
  for (const std::uint32_t from : spans.account.values()) {
    if (unit_of[from] != no_id) continue;
    const std::uint32_t account = code_of[spans.owners ? spans.owners->account[from] : from];
    if (!finer) unit_of[from] = account;
    else if (!spans.owners) unit_of[from] = units.add(account, units.parts, no_id);
    else unit_of[from] = units.add(account, *spans.owners->parts, spans.owners->part[from]);
  }
  return unit_of;
}

/// A column's cells; none when all are `unknown`.
template <class T>
std::vector<T> known_cells(const Column<T>& column, T unknown) {
  std::vector<T> cells(column.values().begin(), column.values().end());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!column.valid(i)) cells[i] = unknown;
  const auto is_unknown = [&](const T& cell) { return cell == unknown; };
  return std::all_of(cells.begin(), cells.end(), is_unknown) ? std::vector<T>() : cells;
}

/// The columns of spans as a state has them; their units and currencies have still to be found.
inline StateRows columns_of(const MrrSpans& spans) {
  StateRows rows;
  const auto copy = [](auto& to, const auto& from) { to.assign(from.values().begin(), from.values().end()); };
  copy(rows.unit, spans.account);
  copy(rows.start, spans.start);
  copy(rows.end, spans.end);
  copy(rows.amount, spans.amount);
  if (spans.currency.present()) copy(rows.currency, spans.currency);
  else rows.currency.resize(spans.size());
  rows.annual = known_cells<std::uint8_t>(spans.annual, 0);
  std::vector<std::uint8_t> same(spans.row.size());
  for (std::size_t i = 1; i < same.size(); ++i) same[i] = spans.row[i] == spans.row[i - 1];
  rows.same_row = known_cells<std::uint8_t>(same, 0);
  rows.signed_on = known_cells(spans.signed_on, open);
  rows.cancel_requested = known_cells(spans.cancel_requested, open);
  rows.quantity = known_cells(spans.quantity, unknown_quantity);
  return rows;
}

inline void StateRows::append(const MrrSpans& spans) {
  if (!spans.ids) return;
  check_kinds(spans);
  StateRows more = columns_of(spans);
  const std::size_t before = size(), after = before + more.size();
  using Unknown = std::optional<std::int64_t>;
  each_pair(*this, more, [&](auto& to, const auto& from, Unknown) {
    if ((!to.empty() || !from.empty()) && to.capacity() < after)
      to.reserve(std::max(after, 2 * to.capacity()));
  });
  const auto unit_of = units_of(spans);
  std::vector<std::uint16_t> currency_of;
  for (const auto& each : spans.currencies) currency_of.push_back(currency_index(each));
  for (auto& each : more.unit) each = unit_of[each];
  for (auto& each : more.currency) each = currency_of[each];
  // This throws nothing, so that a state is never left with columns of different lengths.
  each_pair(*this, more, [&](auto& to, const auto& from, Unknown unknown) {
    if (to.empty() && from.empty()) return;
    using Cell = typename std::remove_reference_t<decltype(to)>::value_type;
    to.resize(before, static_cast<Cell>(unknown.value_or(0)));
    to.insert(to.end(), from.begin(), from.end());
    to.resize(after, static_cast<Cell>(unknown.value_or(0)));
  });
}

inline MrrSpans StateRows::spans() const {
  MrrSpans spans;
  if (finer) {
    auto owners = std::make_shared<UnitOwners>();
    owners->account = units.account;
    owners->accounts = std::make_shared<const Ids>(accounts);
    owners->part = units.part;
    owners->parts = std::make_shared<const Ids>(units.parts);
    spans.ids = numbered_ids(units.account.size());
    spans.owners = std::move(owners);
  } else {
    spans.ids = std::make_shared<const Ids>(accounts);
  }
  const auto copy = [](auto& to, auto from) { to = std::move(from); };
  copy(spans.account, unit);
  copy(spans.start, start);
  copy(spans.end, end);
  copy(spans.amount, amount);
  copy(spans.currency, currency);
  spans.currencies = currencies;
  if (!annual.empty()) copy(spans.annual, annual);
  if (!signed_on.empty()) copy(spans.signed_on, signed_on);
  if (!cancel_requested.empty()) copy(spans.cancel_requested, cancel_requested);
  if (!quantity.empty()) copy(spans.quantity, quantity);
  spans.row.resize(same_row.size());
  for (std::size_t i = 1; i < same_row.size(); ++i)
    spans.row[i] = spans.row[i - 1] + (same_row[i] != 0 ? 0 : 1);
  spans.look_at_amounts();
  return spans;
}

}  // namespace fealty::revenue::detail
