// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/gaps.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// What lanes do from one period's end to the next, added to the period's sums.
///
/// \param now, before  their MRR, before as it would be now; V holds their sums
template <class V, class T, bool Free>
FEALTY_KERNEL inline void add_lanes(const Levels<T, Free>& levels, const V* __restrict now,
                                    const V* __restrict before, const T* __restrict is_row,
                                    const T* __restrict was_row, std::size_t lanes, V* __restrict seen,
                                    PeriodSums& sum) {
  V fresh = 0, again = 0, up = 0, down = 0, lost = 0, closing = 0;
  V n_fresh = 0, n_again = 0, n_up = 0, n_down = 0, n_lost = 0, n_closing = 0;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const V change = now[lane] - before[lane];
    const V is = levels.mask(is_row[lane]), was = levels.mask(was_row[lane]), old = seen[lane];
    const V more = was & is & -V{change > 0}, less = was & is & -V{change < 0};
    fresh += change & is & ~old;
    again += change & is & old & ~was;
    up += change & more;
    down -= change & less;
    lost -= change & was & ~is;
    closing += now[lane];
    n_fresh -= is & ~old;  // a set mask is -1
    n_again -= is & old & ~was;
    n_up -= more;
    n_down -= less;
    n_lost -= was & ~is;
    n_closing -= is;
    seen[lane] = old | is;
  }
  sum.new_business += fresh;
  sum.reactivation += again;
  sum.expansion += up;
  sum.contraction += down;
  sum.churn += lost;
  sum.closing += closing;
  sum.new_accounts += n_fresh;
  sum.reactivation_accounts += n_again;
  sum.expansion_accounts += n_up;
  sum.contraction_accounts += n_down;
  sum.churn_accounts += n_lost;
  sum.closing_accounts += n_closing;
}

/// A kernel: adds the movements of some lanes of a block to the sums of each period.
template <class T, bool Free>
struct SumLanes {
  Levels<T, Free> levels;
  std::size_t begin, end;  // lanes
  T* seen;                 // zeros, one for each lane
  PeriodSums* sums;

  FEALTY_KERNEL void run() {
    for (std::size_t p = 0; p < levels.periods; ++p)
      add_lanes<T>(levels, levels.row(p) + begin, levels.row_before(p) + begin, levels.customers(p) + begin,
                   levels.customers_before(p) + begin, end - begin, seen, sums[p]);
  }
};

/// The same at rates of exchange that change by period.
template <class T, bool Free>
struct SumValuedLanes {
  Levels<T, Free> levels;
  std::size_t begin, end;                // lanes
  const std::optional<FastRate>* rates;  // by period
  std::int64_t* memory;                  // zeros, three for each lane
  PeriodSums* sums;

  FEALTY_KERNEL void run() {
    const std::size_t lanes = end - begin;
    std::int64_t *value = memory, *const before = memory + lanes, *const seen = memory + 2 * lanes;
    for (std::size_t p = 0; p < levels.periods; ++p) {
      if (!rates[p]) continue;  // the currency does not count yet, or no longer
      convert(levels.row_before(p) + begin, *rates[p], lanes, before);
      std::int64_t exchange = 0;
      for (std::size_t lane = 0; lane < lanes; ++lane) exchange += before[lane] - value[lane];
      sums[p].exchange += exchange;
      convert(levels.row(p) + begin, *rates[p], lanes, value);
      add_lanes<std::int64_t>(levels, value, before, levels.customers(p) + begin,
                              levels.customers_before(p) + begin, lanes, seen, sums[p]);
    }
  }

 private:
  FEALTY_KERNEL static void convert(const T* __restrict native, const FastRate& rate, std::size_t lanes,
                                    std::int64_t* __restrict to) {
    const double factor = rate.factor();
    int unsure = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double product = static_cast<double>(native[lane]) * factor, whole = FastRate::nearest(product);
      to[lane] = static_cast<std::int64_t>(whole);
      unsure |= FastRate::is_sure(product, whole) ? 0 : 1;
    }
    for (std::size_t lane = 0; unsure != 0 && lane < lanes; ++lane) to[lane] = rate(native[lane]);
  }
};

/// Units in the order of their groups, so that each group is a stretch of lanes.
struct UnitGroups {
  std::vector<std::uint32_t> place;  // of each unit
  std::vector<std::size_t> begin;    // of each group's places, and their end; what is in none comes last
  std::size_t places = 0;
};

/// \param group_of  of each unit, `no_id` for none
inline UnitGroups order_units(const std::vector<std::uint32_t>& group_of, std::size_t groups) {
  UnitGroups out;
  out.begin.assign(groups + 1, 0);
  for (const auto group : group_of)
    if (group != no_id) ++out.begin[group + std::size_t{1}];
  for (std::size_t group = 0; group < groups; ++group) out.begin[group + 1] += out.begin[group];
  std::vector<std::size_t> next(out.begin.begin(), out.begin.end() - 1);
  std::size_t rest = out.begin.back();
  out.place.resize(group_of.size());
  for (std::size_t unit = 0; unit < group_of.size(); ++unit)
    out.place[unit] = static_cast<std::uint32_t>(group_of[unit] == no_id ? rest++ : next[group_of[unit]]++);
  out.places = rest;
  return out;
}

/// The sums of groups of units by period, without telling single movements.
///
/// \param currency_of  of each group, an index of the ledger's currencies; empty where none moves
inline std::vector<std::vector<PeriodSums>> grouped_sums(const LedgerData& data, const UnitGroups& groups,
                                                         const std::vector<std::uint32_t>& currency_of) {
  MrrSpans spans = currency_of.empty() ? *data.valued : *data.spans;
  std::vector<std::uint32_t> places(spans.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = groups.place[spans.account[i]];
  spans.account = std::move(places);
  const std::size_t periods = data.grid->size(), n = groups.begin.size() - 1;
  const LedgerBlocks blocks(spans, data.cells, periods, data.threads);
  std::vector<std::vector<std::vector<PeriodSums>>> sums(
      data.threads, std::vector<std::vector<PeriodSums>>(n, std::vector<PeriodSums>(periods)));
  std::vector<LevelsMemory> memory(data.threads);
  std::vector<Workspace> values(data.threads);
  for_each_block_type(blocks, data.threads, [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
    const std::size_t first = block * blocks.lanes(), last = first + blocks.lanes();
    auto group = static_cast<std::size_t>(std::upper_bound(groups.begin.begin(), groups.begin.end(), first) -
                                          groups.begin.begin() - 1);
    if (group >= n) return;  // only units of no group
    auto integrate = fill_changes<T, Free>(blocks, block, memory[slot]);
    dispatch(integrate);
    for (; group < n && groups.begin[group] < last; ++group) {
      const std::size_t begin = std::max(groups.begin[group], first),
                        end = std::min(groups.begin[group + 1], last);
      if (begin >= end) continue;
      PeriodSums* const to = sums[slot][group].data();
      if (currency_of.empty()) {
        T* const seen = values[slot].zeroed<T>(end - begin);
        SumLanes<T, Free> kernel{integrate.levels(), begin - first, end - first, seen, to};
        dispatch(kernel);
      } else {
        std::int64_t* const zeros = values[slot].zeroed<std::int64_t>(3 * (end - begin));
        SumValuedLanes<T, Free> kernel{integrate.levels(),
                                       begin - first,
                                       end - first,
                                       data.values.rates_of(currency_of[group]),
                                       zeros,
                                       to};
        dispatch(kernel);
      }
    }
  });
  for (std::size_t slot = 1; slot < sums.size(); ++slot)
    for (std::size_t group = 0; group < n; ++group)
      for (std::size_t period = 0; period < periods; ++period)
        sums[0][group][period].add(sums[slot][group][period]);
  return std::move(sums[0]);
}

}  // namespace fealty::revenue::detail
