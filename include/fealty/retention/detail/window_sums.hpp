// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::retention::detail {

using revenue::RateCurrency;
using revenue::detail::WindowSums;

/// The levels of a block at a window's two ends, in the ledger's currency: `then` and, at the rates of the
/// base or at its own, `now`.
struct WindowEnds {
  std::vector<std::int64_t> then, now;
  std::vector<std::uint8_t> was, is;  // a customer
};

/// Calls f(period, ends, slot) for each block and each period that has one `window` before it.
template <class F>
void for_each_window(const revenue::detail::LedgerData& data, std::size_t window, RateCurrency currency,
                     F f) {
  const bool moves = data.values.moves(), constant = currency == RateCurrency::constant;
  if (!data.grid || window >= data.grid->size()) return;
  std::vector<WindowEnds> memory(data.threads);
  const auto visit = [&](const auto& now, const auto& then, std::size_t period, std::size_t slot) {
    WindowEnds& ends = memory[slot];
    const std::size_t lanes = now.lanes;
    ends.then.assign(then.row(period - window), then.row(period - window) + lanes);
    ends.now.assign(now.row(period), now.row(period) + lanes);
    ends.was.resize(lanes);
    ends.is.resize(lanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      ends.was[lane] = then.customers(period - window)[lane] != 0;
      ends.is[lane] = now.customers(period)[lane] != 0;
    }
    f(period, ends, slot);
  };
  if (!moves) {
    revenue::detail::for_each_block(data.blocks, data.threads,
                                    [&](const auto& levels, std::size_t, std::size_t slot) {
                                      for (std::size_t p = window; p < levels.periods; ++p)
                                        visit(levels, levels, p, slot);
                                    });
    return;
  }
  std::vector<revenue::detail::ExchangeLevels> native(data.threads), again(data.threads);
  const std::size_t blocks = revenue::detail::blocks_by_currency(data).front().blocks();
  for_each_chunk(blocks, data.threads, [&](std::size_t block, std::size_t slot) {
    native[slot].take(data, block);
    const auto own = native[slot].valued(data, [](std::size_t period) { return period; });
    if (!constant) {
      for (std::size_t p = window; p < own.periods; ++p) visit(own, own, p, slot);
      return;
    }
    again[slot].take(data, block);
    const auto at_base = again[slot].valued(
        data, [&](std::size_t period) { return period < window ? period : period - window; });
    for (std::size_t p = window; p < own.periods; ++p) visit(at_base, own, p, slot);
  });
}

/// One entry for each period of the ledger; those of the first `window` periods are 0.
inline std::vector<WindowSums> window_sums(const revenue::MrrLedger& ledger, std::size_t window,
                                           RateCurrency currency) {
  const revenue::detail::LedgerData& data = ledger.data();
  if (!data.values.moves())
    return window == revenue::detail::periods_of_year(ledger.policy().ledger.period) &&
                   !data.year_sums.empty()
               ? data.year_sums
               : revenue::detail::window_sums(data.blocks, data.threads, window);
  const std::size_t periods = data.grid->size();
  std::vector<std::vector<WindowSums>> sums(data.threads, std::vector<WindowSums>(periods));
  for_each_window(data, window, currency, [&](std::size_t period, const WindowEnds& ends, std::size_t slot) {
    WindowSums& sum = sums[slot][period];
    for (std::size_t lane = 0; lane < ends.then.size(); ++lane) {
      const std::int64_t then = ends.then[lane], now = ends.now[lane];
      sum.base += then;
      sum.retained += then > 0 ? now : 0;
      sum.gross_retained += std::min(then, now);
      sum.base_accounts += then > 0 ? 1 : 0;
      sum.base_customers += ends.was[lane];
      sum.retained_customers += ends.was[lane] & ends.is[lane];
    }
  });
  for (std::size_t slot = 1; slot < sums.size(); ++slot)
    for (std::size_t period = 0; period < periods; ++period) sums[0][period].add(sums[slot][period]);
  return std::move(sums[0]);
}

/// The options that every rate over a window has.
inline void check_window(const char* who, std::int32_t window, std::int64_t small_base) {
  if (window < 1)
    throw InvalidInput({.who = who,
                        .what = "window",
                        .where = {},
                        .value = fmt::format("{}", window),
                        .rule = "is below 1"});
  if (small_base < 0)
    throw InvalidInput({.who = who,
                        .what = "small_base",
                        .where = {},
                        .value = fmt::format("{}", small_base),
                        .rule = "is negative"});
}

}  // namespace fealty::retention::detail
