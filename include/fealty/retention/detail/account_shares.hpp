// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/retention/detail/bootstrap.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// What each account that had MRR retains over a window: now, and by `running` its least on the way or no
/// more than it had.
///
/// \param only  the one period that is asked for, if it is one
/// \returns  for each period of the ledger, by account code
inline std::vector<std::vector<AccountShare>> account_shares(const revenue::MrrLedger& ledger,
                                                             std::size_t window, RateCurrency currency,
                                                             bool running, std::optional<std::size_t> only) {
  const revenue::detail::LedgerData& data = ledger.data();
  const std::size_t periods = data.grid ? data.grid->size() : 0;
  std::vector<std::vector<AccountShare>> shares(periods);
  if (window >= periods) return shares;
  // On one thread, so that accounts come in the same order every time.
  revenue::detail::LedgerData one = data;
  one.threads = 1;
  const std::size_t first = running ? 1 : window;
  for (std::size_t back = first; back <= window; ++back) {
    std::vector<std::size_t> at(periods);
    for_each_window(one, back, currency, [&](std::size_t period, const WindowEnds& ends, std::size_t) {
      // The window of `period - back` ends where the whole one does.
      const std::size_t end = period + (window - back);
      if (end >= periods || (only && end != *only)) return;
      for (std::size_t lane = 0; lane < ends.then.size(); ++lane) {
        if (ends.then[lane] <= 0) continue;
        const std::int64_t then = ends.then[lane], now = ends.now[lane];
        if (back == first) shares[end].push_back({then, now, std::min(then, now)});
        AccountShare& share = shares[end][at[end]++];
        share.net = now;
        share.gross = std::min(share.gross, now);
      }
    });
  }
  return shares;
}

}  // namespace fealty::retention::detail
