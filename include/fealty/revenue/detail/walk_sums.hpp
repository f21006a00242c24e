// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/grouped_sums.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>
#include <fealty/revenue/detail/unit_walk.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Calls f(Movement, slot) for everything that happens to units, on several threads; a unit's movements come
/// one after the other, in order of time.
template <class F>
void walk_units(const LedgerData& data, const UnitSpans& spans, std::size_t threads, F f) {
  constexpr std::size_t units_at_once = 4096;
  const std::size_t units = spans.units();
  const std::size_t chunks = (units + units_at_once - 1) / units_at_once;
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t slot) {
    UnitWalk walk(spans, *data.grid, data.cells, data.policy, data.values, data.as_of);
    const std::size_t end = std::min(units, (chunk + 1) * units_at_once);
    for (std::size_t unit = chunk * units_at_once; unit < end; ++unit)
      walk.run(static_cast<std::uint32_t>(unit), [&](const Movement& movement) { f(movement, slot); });
  });
}

inline void add_movement(std::vector<PeriodSums>& sums, const Movement& movement) {
  PeriodSums& sum = sums[movement.period];
  switch (movement.kind) {
    case MovementKind::new_business:
      sum.new_business += movement.amount;
      ++sum.new_accounts;
      break;
    case MovementKind::reactivation:
      sum.reactivation += movement.amount;
      ++sum.reactivation_accounts;
      break;
    case MovementKind::expansion:
      sum.expansion += movement.amount;
      ++sum.expansion_accounts;
      break;
    case MovementKind::contraction:
      sum.contraction += movement.amount;
      ++sum.contraction_accounts;
      break;
    case MovementKind::churn:
      sum.churn += movement.amount;
      ++sum.churn_accounts;
      break;
    case MovementKind::exchange:
      sum.exchange += movement.amount;
      break;
  }
}

/// The one currency of each unit's spans, as an index; `no_id` for units of several.
inline std::vector<std::uint32_t> unit_currencies(const MrrSpans& spans) {
  if (!spans.currency.present()) return std::vector<std::uint32_t>(spans.ids->size());
  constexpr std::uint32_t bits = 0xffff, several = 1U << 16;
  std::vector<std::uint32_t> of(spans.ids->size(), bits);  // all bits set, until a row has some cleared
  const std::uint32_t* const unit = spans.account.values().data();
  const std::uint16_t* const currency = spans.currency.values().data();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::uint32_t& known = of[unit[i]];
    const bool other = (known != bits) & ((known & bits) != currency[i]);
    known = currency[i] | (known & several) | (other ? several : 0);
  }
  for (auto& each : of) each = each == bits ? 0 : (each & several) != 0 ? no_id : each;
  return of;
}

/// The spans of the units of no group.
inline UnitSpans ungrouped_spans(const LedgerData& data, const std::vector<std::uint32_t>& group_of) {
  if (std::find(group_of.begin(), group_of.end(), no_id) == group_of.end()) return {};
  return UnitSpans(*data.spans, data.as_of, [&](std::uint32_t unit) { return group_of[unit] == no_id; });
}

/// Carries on from each period's movements to its closing.
inline void close_periods_of(std::vector<PeriodSums>& sums) {
  std::int64_t closing = 0, accounts = 0;
  for (PeriodSums& sum : sums) {
    closing +=
        sum.new_business + sum.reactivation + sum.expansion - sum.contraction - sum.churn + sum.exchange;
    accounts += sum.new_accounts + sum.reactivation_accounts - sum.churn_accounts;
    sum.closing = closing;
    sum.closing_accounts = accounts;
  }
}

/// Sums of each period's movements, from what happened to units.
inline LedgerSums walk_sums(const LedgerData& data, const UnitSpans& spans) {
  std::vector<LedgerSums> sums(data.threads, LedgerSums(data.grid->size()));
  walk_units(data, spans, data.threads, [&](const Movement& movement, std::size_t slot) {
    add_movement(sums[slot].movements, movement);
  });
  for (std::size_t slot = 1; slot < sums.size(); ++slot) sums[0].add(sums[slot]);
  return std::move(sums[0]);
}

/// The same of all units; those of one currency need no walk where sums may be taken of groups.
inline LedgerSums walk_sums(const LedgerData& data) {
  if (!data.grouped()) return walk_sums(data, data.unit_spans);
  UnitGroups groups{
      .of = unit_currencies(*data.spans), .count = data.spans->currencies.size(), .currency_of = {}};
  for (std::uint32_t c = 0; c < groups.count; ++c) groups.currency_of.push_back(c);
  LedgerSums sums = walk_sums(data, ungrouped_spans(data, groups.of));
  const auto walked = [](const auto&, std::size_t, std::size_t, std::size_t) {};
  for (const auto& group : grouped_sums(data, groups, walked))
    for (std::size_t period = 0; period < group.size(); ++period) sums.movements[period].add(group[period]);
  return sums;
}

}  // namespace fealty::revenue::detail
