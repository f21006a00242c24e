// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A row of native levels at a rate of exchange.
template <class V, class T>
struct ConvertedRow {
  const T* __restrict row;
  const FastRate& rate;
  double limit;
  std::int64_t* unsure;
  FEALTY_KERNEL V operator()(std::size_t lane) const {
    return rate.quick<V>(static_cast<double>(row[lane]), limit, *unsure);
  }
};
/// The same where in doubt.
template <class T>
struct ExactRow {
  const T* row;
  const FastRate& rate;
  FEALTY_KERNEL std::int64_t operator()(std::size_t lane) const { return rate(row[lane]); }
};

/// Lanes of one group.
struct LaneGroup {
  std::size_t begin, end;                // lanes
  const std::optional<FastRate>* rates;  // by period; null where amounts are the ledger's
  PeriodSums* sums;                      // by period; what rates of exchange did is left out
};

/// A kernel: integrates a block, and adds the movements of its groups to the sums of each period.
template <class T, bool Free>
struct SumGroups {
  Integrate<T, Free> integrate;
  const std::vector<LaneGroup>& groups;
  double bound;  // of every sum
  T* seen;       // zeros, one for each lane
  T* scratch;    // as many

  FEALTY_KERNEL void run() {
    const Levels<T, Free> levels = integrate.levels();
    for (std::size_t p = 0; p < levels.periods; ++p) {
      integrate.next(p);
      for (const LaneGroup& group : groups) {
        if (group.rates == nullptr)
          add<T>(group, p, PlainRow<T>{levels.row(p) + group.begin},
                 PlainRow<T>{levels.row_before(p) + group.begin}, group.sums[p]);
        else if (group.rates[p])
          add_valued(group, p, *group.rates[p]);  // otherwise the currency does not count
      }
    }
  }

 private:
  template <class V, class Row>
  FEALTY_KERNEL void add(const LaneGroup& group, std::size_t p, Row now, Row before, PeriodSums& sum) const {
    const Levels<T, Free> levels = integrate.levels();
    const std::size_t at = group.begin;
    add_lanes<V, false>(levels, group.end - at, now, before, levels.customers(p) + at,
                        levels.customers_before(p) + at, seen + at, static_cast<T*>(nullptr), sum);
  }
  FEALTY_KERNEL void add_valued(const LaneGroup& group, std::size_t p, const FastRate& rate) const {
    const double worth = bound * rate.factor();
    const bool narrow = sizeof(T) == 4 && worth < 0x1p31 - 0x1p11;  // each of the lanes may be rounded up
    const bool wide = !narrow && bound < 0x1p53 && worth < 0x1p38;
    if (narrow && add_quickly<T>(group, p, rate)) return;
    if (wide && add_quickly<std::int64_t>(group, p, rate)) return;
    const Levels<T, Free> levels = integrate.levels();
    add<std::int64_t>(group, p, ExactRow<T>{levels.row(p) + group.begin, rate},
                      ExactRow<T>{levels.row_before(p) + group.begin, rate}, group.sums[p]);
  }
  /// \returns  whether it was sure of every amount; nothing is changed otherwise
  template <class V>
  FEALTY_KERNEL bool add_quickly(const LaneGroup& group, std::size_t p, const FastRate& rate) const {
    const Levels<T, Free> levels = integrate.levels();
    const std::size_t at = group.begin, lanes = group.end - at;
    for (std::size_t lane = 0; lane < lanes; ++lane) scratch[lane] = seen[at + lane];
    const double limit = FastRate::limit(bound * rate.factor());
    std::int64_t unsure = 0;
    PeriodSums sum;
    add<V>(group, p, ConvertedRow<V, T>{levels.row(p) + at, rate, limit, &unsure},
           ConvertedRow<V, T>{levels.row_before(p) + at, rate, limit, &unsure}, sum);
    if (unsure >= 0) {
      group.sums[p].add(sum);
      return true;
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) seen[at + lane] = scratch[lane];
    return false;
  }
};

/// The lanes of one block in the order of their groups.
class GroupedLanes {
 public:
  /// \param group_of  of each unit, `no_id` for none: these come last
  void take(const std::vector<std::uint32_t>& group_of, std::size_t groups, std::size_t first,
            std::size_t lanes) {
    const std::size_t units = std::min(lanes, group_of.size() - first);
    const auto group = [&](std::size_t lane) {
      return lane < units ? std::min<std::size_t>(group_of[first + lane], groups) : groups;
    };
    begin_.assign(groups + 2, 0);
    for (std::size_t lane = 0; lane < lanes; ++lane) ++begin_[group(lane) + 1];
    for (std::size_t g = 0; g <= groups; ++g) begin_[g + 1] += begin_[g];
    next_.assign(begin_.begin(), begin_.end() - 1);
    place_.resize(lanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) place_[lane] = next_[group(lane)]++;
  }
  std::size_t operator()(std::size_t lane) const { return place_[lane]; }
  std::size_t begin(std::size_t group) const { return begin_[group]; }
  std::size_t end(std::size_t group) const { return begin_[group + 1]; }

 private:
  std::vector<std::uint16_t> begin_, next_, place_;
};

/// Groups of units, which are summed together.
struct UnitGroups {
  std::vector<std::uint32_t> of;  // of each unit, `no_id` for none
  std::size_t count = 0;
  std::vector<std::uint32_t> currency_of;  // of each group, an index of the ledger's; empty where none moves
};

/// What is left of the change from closing to closing is what rates of exchange did.
inline void add_exchange(std::vector<PeriodSums>& sums) {
  std::int64_t opening = 0;
  for (PeriodSums& sum : sums) {
    sum.exchange = sum.closing - opening - sum.new_business - sum.reactivation - sum.expansion +
                   sum.contraction + sum.churn;
    opening = sum.closing;
  }
}

/// The sums of groups of units by period, without telling single movements.
///
/// \param blocks  in the order of `groups.of`
/// \param rest    rest(levels, lane, place, slot) is called for each unit of no group, which has a lane of
///                native levels and a place in `groups.of`
template <class Rest>
std::vector<std::vector<PeriodSums>> grouped_sums(const LedgerData& data, const LedgerBlocks& blocks,
                                                  const UnitGroups& groups, Rest rest) {
  using Sums = std::vector<std::vector<PeriodSums>>;
  struct Memory {
    LevelsMemory levels;
    Workspace seen, scratch, rest, rest_customer;
    GroupedLanes place;
    std::vector<LaneGroup> lanes;
    Sums sums;
  };
  std::vector<Memory> memory(data.threads);
  for (Memory& each : memory) each.sums.assign(groups.count, std::vector<PeriodSums>(blocks.periods()));
  for_each_block_type(blocks, data.threads, [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
    Memory& own = memory[slot];
    own.place.take(groups.of, groups.count, block * blocks.lanes(), blocks.lanes());
    own.lanes.clear();
    for (std::size_t g = 0; g < groups.count; ++g) {
      if (own.place.begin(g) == own.place.end(g)) continue;
      const std::uint32_t currency = groups.currency_of.empty() ? no_id : groups.currency_of[g];
      const bool moves = currency != no_id && !data.values.is_own(currency);
      own.lanes.push_back({own.place.begin(g), own.place.end(g),
                           moves ? data.values.rates_of(currency) : nullptr, own.sums[g].data()});
    }
    SumGroups<T, Free> kernel{fill_changes<T, Free>(blocks, block, own.levels, std::cref(own.place)),
                              own.lanes, static_cast<double>(blocks.bound(block)),
                              own.seen.template zeroed<T>(blocks.lanes()),
                              own.scratch.template zeroed<T>(blocks.lanes())};
    dispatch(kernel);
    const std::size_t first = own.place.begin(groups.count);
    const auto levels = lanes_from(kernel.integrate.levels(), first, own.rest, own.rest_customer);
    for (std::size_t lane = 0; levels.lanes > 0 && lane < blocks.lanes(); ++lane) {
      const std::size_t place = block * blocks.lanes() + lane;
      if (own.place(lane) >= first && place < groups.of.size())
        rest(levels, own.place(lane) - first, place, slot);
    }
  });
  for (std::size_t slot = 1; slot < memory.size(); ++slot)
    for (std::size_t g = 0; g < groups.count; ++g)
      for (std::size_t p = 0; p < blocks.periods(); ++p) memory[0].sums[g][p].add(memory[slot].sums[g][p]);
  for (std::size_t g = 0; g < groups.currency_of.size(); ++g) add_exchange(memory[0].sums[g]);
  return std::move(memory[0].sums);
}

/// Units in the order of their groups, so that also of many groups each has its lanes side by side.
inline std::vector<std::uint32_t> group_places(const UnitGroups& groups) {
  std::vector<std::uint32_t> next(groups.count + 1), place(groups.of.size());
  const auto group = [&](std::size_t unit) { return std::min<std::size_t>(groups.of[unit], groups.count); };
  for (std::size_t unit = 0; unit < place.size(); ++unit)
    if (group(unit) < groups.count) ++next[group(unit) + 1];
  for (std::size_t g = 0; g < groups.count; ++g) next[g + 1] += next[g];
  for (std::size_t unit = 0; unit < place.size(); ++unit) place[unit] = next[group(unit)]++;
  return place;
}

/// The same for any number of groups; rest(levels, lane, unit, slot).
template <class Rest>
std::vector<std::vector<PeriodSums>> grouped_sums(const LedgerData& data, UnitGroups groups, Rest rest) {
  constexpr std::size_t few = 64;  // of which each has several lanes in a block
  if (groups.count <= few) return grouped_sums(data, data.blocks, groups, rest);
  const std::vector<std::uint32_t> place = group_places(groups);
  MrrSpans spans = data.values.moves() ? *data.spans : *data.valued;
  std::vector<std::uint32_t> places(spans.size()), of(place.size()), unit_at(place.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = place[spans.account[i]];
  for (std::uint32_t unit = 0; unit < place.size(); ++unit) {
    of[place[unit]] = groups.of[unit];
    unit_at[place[unit]] = unit;
  }
  spans.account = std::move(places);
  groups.of = std::move(of);
  return grouped_sums(data, LedgerBlocks(spans, data.cells, data.grid->size(), data.threads), groups,
                      [&](const auto& levels, std::size_t lane, std::size_t at, std::size_t slot) {
                        rest(levels, lane, unit_at[at], slot);
                      });
}

}  // namespace fealty::revenue::detail
