// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/detail/units.hpp>
#include <fealty/revenue/detail/walk_sums.hpp>
#include <fealty/revenue/movement_kind.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// Each thing that happened, by period, account id and time.
struct Movements {
  IdColumn account;                ///< whose MRR moved
  IdColumn part;                   ///< its subscription or subscription/item, at that grain; else null
  DateColumn period;               ///< first day of the period
  DateColumn date;                 ///< by event, the day it happened; otherwise the period's last day
  std::vector<MovementKind> kind;  ///< what happened
  MoneyColumn amount;         ///< by how much, >= 0; 0 for a customer that left at 0; signed for exchange
  RevenuePolicy policy = {};  ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("part", self.part);
    f("period", self.period);
    f("date", self.date);
    f("kind", self.kind);
    f("amount", self.amount);
  }
};

namespace detail {
/// Calls f(Movement) for each movement of a unit, which has a lane of a block.
template <class T, bool Free, class F>
void for_each_movement(const LedgerData& data, const Levels<T, Free>& levels, std::size_t lane,
                       std::size_t unit, F f) {
  bool seen = false;
  for (std::size_t period = 0; period < levels.periods; ++period) {
    const T now = levels.row(period)[lane], before = levels.row_before(period)[lane];
    const bool is = levels.customers(period)[lane] != 0, was = levels.customers_before(period)[lane] != 0;
    if (now == before && is == was) continue;
    const MovementKind kind = !was  ? (seen ? MovementKind::reactivation : MovementKind::new_business)
                              : !is ? MovementKind::churn
                              : now > before ? MovementKind::expansion
                                             : MovementKind::contraction;
    const std::int64_t change = std::int64_t{now} - std::int64_t{before};
    f(Movement{static_cast<std::uint32_t>(period), static_cast<std::uint32_t>(unit), kind,
               change < 0 ? -change : change, std::min(data.grid->last_day(period).days, data.as_of)});
    seen = true;
  }
}

/// The same where the worth of a unit's one currency changes by period: what rates did to the opening comes
/// first.
template <class T, bool Free, class F>
void for_each_movement(const LedgerData& data, const Levels<T, Free>& levels, std::size_t lane,
                       std::size_t unit, std::uint32_t currency, F f) {
  bool seen = false;
  for (std::size_t period = 0; period < levels.periods; ++period) {
    const std::int64_t now = levels.row(period)[lane], before = levels.row_before(period)[lane];
    const bool is = levels.customers(period)[lane] != 0, was = levels.customers_before(period)[lane] != 0;
    if (!is && !was) continue;
    const std::int64_t opening = data.values.convert(before, currency, period);
    const std::int64_t exchange =
        before == 0 ? 0 : opening - data.values.convert(before, currency, period - 1);
    const std::int64_t moved = data.values.convert(now, currency, period) - opening;
    const auto tell = [&](MovementKind kind, std::int64_t amount) {
      f(Movement{static_cast<std::uint32_t>(period), static_cast<std::uint32_t>(unit), kind, amount,
                 std::min(data.grid->last_day(period).days, data.as_of)});
    };
    if (exchange != 0) tell(MovementKind::exchange, exchange);
    if (!was) tell(seen ? MovementKind::reactivation : MovementKind::new_business, moved);
    else if (!is) tell(MovementKind::churn, -moved);
    else if (moved != 0)
      tell(moved > 0 ? MovementKind::expansion : MovementKind::contraction, moved < 0 ? -moved : moved);
    seen = true;
  }
}

/// Calls f(Movement) for everything that happened, each unit's in order of time.
template <class F>
void for_each_movement(const LedgerData& data, F f) {
  if (!data.grid) return;
  if (data.walked) {
    const bool kept = data.unit_spans.units() != 0;
    const UnitSpans spans = kept ? data.unit_spans : UnitSpans(*data.spans, data.as_of);
    walk_units(data, spans, 1, [&](const Movement& movement, std::size_t) { f(movement); });
    return;
  }
  for_each_block(data.blocks, 1, [&](const auto& levels, std::size_t block, std::size_t) {
    for (std::size_t lane = 0; lane < levels.lanes; ++lane)
      for_each_movement(data, levels, lane, block * levels.lanes + lane, f);
  });
}
}  // namespace detail

inline Movements MrrLedger::movements() const {
  std::vector<detail::Movement> all;
  detail::for_each_movement(*data_, [&](const detail::Movement& movement) { all.push_back(movement); });
  const auto rank = detail::unit_ranks(*data_->spans);
  std::stable_sort(all.begin(), all.end(), [&](const detail::Movement& a, const detail::Movement& b) {
    return std::tuple(a.period, rank[a.unit]) < std::tuple(b.period, rank[b.unit]);
  });
  Movements out;
  out.policy = policy_;
  out.amount.currency = currency_;
  std::vector<std::uint32_t> units;
  for (const auto& movement : all) {
    units.push_back(movement.unit);
    out.period.days.push_back(data_->grid->start(movement.period).days);
    out.date.days.push_back(movement.day);
    out.kind.push_back(movement.kind);
    out.amount.minor.push_back(movement.amount);
  }
  out.part = detail::unit_parts(*data_->spans, units);
  out.account = detail::unit_accounts(*data_->spans, std::move(units));
  return out;
}

}  // namespace fealty::revenue
