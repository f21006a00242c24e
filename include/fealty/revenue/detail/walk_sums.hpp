// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>
#include <fealty/revenue/detail/unit_walk.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Calls f(Movement, slot) for everything that happens to the units of a ledger that is walked, on several
/// threads; a unit's movements come one after the other, in order of time.
template <class F>
void walk_units(const LedgerData& data, std::size_t threads, F f) {
  constexpr std::size_t units_at_once = 4096;
  const std::size_t units = data.unit_spans.units();
  const std::size_t chunks = (units + units_at_once - 1) / units_at_once;
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t slot) {
    UnitWalk walk(data.unit_spans, *data.grid, data.cells, data.policy, data.values, data.as_of);
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

/// Sums of each period, from what happened.
inline LedgerSums walk_sums(const LedgerData& data) {
  std::vector<LedgerSums> sums(data.threads, LedgerSums(data.grid->size()));
  walk_units(data, data.threads, [&](const Movement& movement, std::size_t slot) {
    add_movement(sums[slot].movements, movement);
  });
  for (std::size_t slot = 1; slot < sums.size(); ++slot) sums[0].add(sums[slot]);
  std::int64_t closing = 0, accounts = 0;
  for (PeriodSums& sum : sums[0].movements) {
    closing += sum.new_business + sum.reactivation + sum.expansion - sum.contraction - sum.churn + sum.exchange;
    accounts += sum.new_accounts + sum.reactivation_accounts - sum.churn_accounts;
    sum.closing = closing;
    sum.closing_accounts = accounts;
  }
  return std::move(sums[0]);
}

}  // namespace fealty::revenue::detail
