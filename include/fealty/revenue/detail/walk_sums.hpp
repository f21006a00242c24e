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
  constexpr std::uint32_t fresh = no_id - 1;
  std::vector<std::uint32_t> of(spans.ids->size(), fresh);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::uint32_t& known = of[spans.account[i]];
    const std::uint32_t currency = spans.currency.present() ? spans.currency[i] : 0;
    known = known == fresh || known == currency ? currency : no_id;
  }
  for (auto& each : of)
    if (each == fresh) each = 0;
  return of;
}

/// The spans of the units of no group.
inline UnitSpans ungrouped_spans(const LedgerData& data, const std::vector<std::uint32_t>& group_of) {
  const MrrSpans& spans = *data.spans;
  if (std::find(group_of.begin(), group_of.end(), no_id) == group_of.end()) return {};
  return UnitSpans(selected(spans, [&](std::size_t i) { return group_of[spans.account[i]] == no_id; }),
                   data.as_of);
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

/// Sums of each period, from what happened.
inline LedgerSums walk_sums(const LedgerData& data) {
  std::vector<LedgerSums> sums(data.threads, LedgerSums(data.grid->size()));
  const auto walk = [&](const UnitSpans& spans) {
    walk_units(data, spans, data.threads, [&](const Movement& movement, std::size_t slot) {
      add_movement(sums[slot].movements, movement);
    });
  };
  if (data.grouped()) {
    // Units of one currency need no walk.
    const std::vector<std::uint32_t> currency = unit_currencies(*data.spans);
    std::vector<std::uint32_t> each(data.spans->currencies.size());
    for (std::uint32_t c = 0; c < each.size(); ++c) each[c] = c;
    for (const auto& group : grouped_sums(data, order_units(currency, each.size()), each))
      for (std::size_t period = 0; period < group.size(); ++period)
        sums[0].movements[period].add(group[period]);
    walk(ungrouped_spans(data, currency));
  } else {
    walk(data.unit_spans);
  }
  for (std::size_t slot = 1; slot < sums.size(); ++slot) sums[0].add(sums[slot]);
  close_periods_of(sums[0].movements);
  return std::move(sums[0]);
}

}  // namespace fealty::revenue::detail
