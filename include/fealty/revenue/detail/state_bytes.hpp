// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/id_bytes.hpp>
#include <fealty/revenue/detail/policy_bytes.hpp>
#include <fealty/revenue/detail/row_rules.hpp>
#include <fealty/revenue/ledger_state.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace fealty::revenue::detail {

inline void write_rows(ByteWriter& writer, const StateRows& rows) {
  write_ids(writer, rows.accounts);
  writer.write(static_cast<std::uint64_t>(rows.currencies.size()));
  for (const auto& currency : rows.currencies) writer.write_text(currency.code());
  if (rows.finer) {
    write_ids(writer, rows.units.parts);
    writer.write_all(std::span(rows.units.account));
    writer.write_all(std::span(rows.units.part));
  }
  StateRows::each_column(rows, [&](const auto& column, auto) { writer.write_all(std::span(column)); });
}

/// Reads them back. In version 1 there were accounts alone, and no column that may be empty.
class StateReader {
 public:
  StateReader(ByteReader& reader, const LedgerPolicy& policy, StateRows& rows)
      : reader_(reader), policy_(policy), rows_(rows) {}

  void run() {
    rows_.accounts = read_ids(reader_, "an account id");
    read_currencies();
    if (rows_.finer) read_units();
    StateRows::each_column(rows_, [&](auto& column, std::optional<std::int64_t> unknown) {
      using Cell = typename std::remove_reference_t<decltype(column)>::value_type;
      if (!unknown || reader_.version() > 1) column = reader_.template read_all<Cell>();
    });
    reader_.finish();
    check_lengths();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!may_be(i) || !may_follow(i)) reader_.refuse(fmt::format("holds a row, {}, that no table has", i));
    check_sums();
  }

 private:
  void read_currencies() {
    const auto count = reader_.read<std::uint64_t>();
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto known = try_currency(reader_.read_text());
      if (!known) reader_.refuse("names a currency that ISO 4217 lacks");
      auto& all = rows_.currencies;
      if (std::find(all.begin(), all.end(), *known) != all.end()) reader_.refuse("repeats a currency");
      all.push_back(*known);
    }
  }
  void read_units() {
    const Ids parts = read_ids(reader_, "a subscription id");
    const auto account = reader_.read_all<std::uint32_t>(), part = reader_.read_all<std::uint32_t>();
    if (account.size() != part.size()) reader_.refuse("holds columns of different lengths");
    StateUnits& units = rows_.units;
    for (std::size_t unit = 0; unit < account.size(); ++unit) {
      const bool named = part[unit] != no_id;
      if (account[unit] >= rows_.accounts.size() || (named && part[unit] >= parts.size()))
        reader_.refuse(fmt::format("holds a subscription, {}, that no account has", unit));
      if (units.add(account[unit], parts, part[unit]) != unit) reader_.refuse("repeats a subscription");
      if (units.part[unit] != part[unit]) reader_.refuse("holds subscriptions in another order");
    }
    if (units.parts.size() != parts.size()) reader_.refuse("holds a subscription id that no account has");
  }

  void check_lengths() const {
    StateRows::each_column(rows_, [&](const auto& column, std::optional<std::int64_t> unknown) {
      if (column.size() != rows_.size() && !(unknown && column.empty()))
        reader_.refuse("holds columns of different lengths");
    });
  }
  static bool may_be_day(std::int32_t day) { return day >= min_day && day <= max_day; }
  /// An instant's day is another in another time zone, and past due rows end some days after their start.
  bool may_be(std::size_t i) const {
    const auto day = [&](const std::vector<std::int32_t>& days) {
      return days.empty() || days[i] == open || may_be_day(days[i]);
    };
    const std::size_t known = rows_.finer ? rows_.units.account.size() : rows_.accounts.size();
    return rows_.unit[i] < known && rows_.currency[i] < rows_.currencies.size() &&
           rows_.start[i] >= min_day - 1 && rows_.start[i] <= max_day + 1 && rows_.end[i] >= rows_.start[i] &&
           rows_.amount[i] != std::numeric_limits<std::int64_t>::min() &&
           (rows_.amount[i] != 0 || policy_.free == FreeRule::active) &&
           (rows_.annual.empty() || rows_.annual[i] <= 1) && day(rows_.signed_on) &&
           day(rows_.cancel_requested) && (rows_.quantity.empty() || rows_.quantity[i] >= unknown_quantity);
  }
  /// Spans of one row follow one another, and differ in days and amounts alone.
  bool may_follow(std::size_t i) const {
    if (rows_.same_row.empty() || rows_.same_row[i] == 0) return true;
    if (rows_.same_row[i] > 1 || i == 0 || rows_.start[i] != rows_.end[i - 1]) return false;
    bool same = rows_.unit[i] == rows_.unit[i - 1] && rows_.currency[i] == rows_.currency[i - 1];
    const auto compare = [&](const auto& column) { same &= column.empty() || column[i] == column[i - 1]; };
    compare(rows_.annual);
    compare(rows_.signed_on);
    compare(rows_.cancel_requested);
    compare(rows_.quantity);
    return same;
  }
  void check_sums() const {
    if (policy_.refund == RefundRule::negative_line) return;  // the ledger will ask
    if (std::none_of(rows_.amount.begin(), rows_.amount.end(), [](std::int64_t each) { return each < 0; }))
      return;
    const MrrSpans spans = rows_.spans();
    if (const auto unit = account_below_zero(spans))
      reader_.refuse(fmt::format("takes account {} below 0", unit_text(spans, *unit)));
  }

  ByteReader& reader_;
  const LedgerPolicy& policy_;
  StateRows& rows_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline std::vector<std::uint8_t> LedgerState::serialize() const {
  ByteWriter writer("LedgerState", 2);
  LedgerPolicy::each_field(policy_, detail::PolicyToBytes{writer});
  detail::write_rows(writer, rows_);
  return writer.take();
}

inline LedgerState LedgerState::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes, "LedgerState", 2);
  LedgerState state;
  if (reader.version() > 1) state.policy_ = detail::read_policy(reader, "LedgerState");
  state.rows_.finer = detail::finer_than_account(state.policy_.grain);
  detail::StateReader(reader, state.policy_, state.rows_).run();
  return state;
}

}  // namespace fealty::revenue
