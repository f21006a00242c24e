// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::retention::detail {

using revenue::detail::WindowSums;

/// One entry for each period of the ledger; those of the first `window` periods are 0.
inline std::vector<WindowSums> window_sums(const revenue::MrrLedger& ledger, std::size_t window) {
  const revenue::detail::LedgerData& data = ledger.data();
  return window == revenue::detail::periods_of_year(ledger.policy().ledger.period)
             ? data.year_sums
             : revenue::detail::window_sums(data.blocks, data.threads, window);
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
