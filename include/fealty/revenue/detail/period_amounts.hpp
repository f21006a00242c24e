// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::revenue::detail {

/// Calls f(period, amounts) for the periods [first, last): the MRR of each customer at the period's end,
/// ascending, so that the accounts' order changes nothing. Takes as many periods in one pass over the
/// blocks as fit 128 MiB.
template <class F>
void for_each_period_amounts(const LedgerData& data, std::size_t first, std::size_t last, F f) {
  constexpr std::size_t most = std::size_t{1} << 24;
  const std::size_t accounts = std::max<std::size_t>(1, data.spans->ids ? data.spans->ids->size() : 0);
  const std::size_t batch = std::max<std::size_t>(1, most / accounts);
  for (std::size_t begin = first; begin < last; begin += batch) {
    const std::size_t end = std::min(last, begin + batch);
    std::vector<std::vector<std::int64_t>> amounts(end - begin);
    for_each_valued_block(data, 1, [&](const auto& levels, std::size_t, std::size_t) {
      for (std::size_t period = begin; period < end; ++period)
        for (std::size_t lane = 0; lane < levels.lanes; ++lane)
          if (levels.customers(period)[lane] != 0)
            amounts[period - begin].push_back(std::int64_t{levels.row(period)[lane]});
    });
    for (std::size_t period = begin; period < end; ++period) {
      std::sort(amounts[period - begin].begin(), amounts[period - begin].end());
      f(period, amounts[period - begin]);
    }
  }
}

}  // namespace fealty::revenue::detail
