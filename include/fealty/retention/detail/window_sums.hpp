// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/make_ledger.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// What became, by a period's end, of the accounts there were `window` periods before.
struct WindowSums {
  std::int64_t base = 0;            // their MRR then
  std::int64_t retained = 0;        // their MRR now
  std::int64_t gross_retained = 0;  // their MRR now, each no more than then
  std::int64_t base_accounts = 0;   // those with MRR then
  std::int64_t base_customers = 0, retained_customers = 0;
};

template <class T, bool Free>
struct SumWindow {
  revenue::detail::Levels<T, Free> levels;
  std::size_t window;
  WindowSums* sums;

  FEALTY_KERNEL void run() {
    for (std::size_t period = window; period < levels.periods; ++period) {
      const T* const __restrict now = levels.row(period);
      const T* const __restrict then = levels.row(period - window);
      const T* const __restrict is_now = levels.customers(period);
      const T* const __restrict was_then = levels.customers(period - window);
      T base = 0, retained = 0, gross = 0, n_base = 0, n_was = 0, n_still = 0;
      for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
        const T had = -T{then[lane] > 0}, is = levels.mask(is_now[lane]), was = levels.mask(was_then[lane]);
        base += then[lane];
        retained += now[lane] & had;
        gross += now[lane] < then[lane] ? now[lane] : then[lane];
        n_base -= had;
        n_was -= was;
        n_still -= was & is;
      }
      WindowSums& sum = sums[period];
      sum.base += base;
      sum.retained += retained;
      sum.gross_retained += gross;
      sum.base_accounts += n_base;
      sum.base_customers += n_was;
      sum.retained_customers += n_still;
    }
  }
};

/// One entry for each period of the ledger; those of the first `window` periods are 0.
inline std::vector<WindowSums> window_sums(const revenue::MrrLedger& ledger, std::size_t window) {
  const revenue::detail::LedgerData& data = ledger.data();
  const std::size_t periods = data.blocks.periods();
  std::vector<std::vector<WindowSums>> sums(data.threads, std::vector<WindowSums>(periods));
  if (window >= periods) return std::move(sums[0]);
  revenue::detail::for_each_block(
      data.blocks, data.threads, [&](const auto& levels, std::size_t, std::size_t slot) {
        const auto kernel_of = [&]<class T, bool Free>(const revenue::detail::Levels<T, Free>& typed) {
          return SumWindow<T, Free>{typed, window, sums[slot].data()};
        };
        auto kernel = kernel_of(levels);
        dispatch(kernel);
      });
  for (std::size_t slot = 1; slot < data.threads; ++slot)
    for (std::size_t period = window; period < periods; ++period) {
      WindowSums& to = sums[0][period];
      const WindowSums& from = sums[slot][period];
      to.base += from.base;
      to.retained += from.retained;
      to.gross_retained += from.gross_retained;
      to.base_accounts += from.base_accounts;
      to.base_customers += from.base_customers;
      to.retained_customers += from.retained_customers;
    }
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
