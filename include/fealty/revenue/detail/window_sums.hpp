// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/levels.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// What became, by a period's end, of the accounts there were `window` periods before.
struct WindowSums {
  std::int64_t base = 0;            // their MRR then
  std::int64_t retained = 0;        // their MRR now
  std::int64_t gross_retained = 0;  // their MRR now, each no more than then
  std::int64_t base_accounts = 0;   // those with MRR then
  std::int64_t base_customers = 0, retained_customers = 0;

  void add(const WindowSums& other) {
    base += other.base;
    retained += other.retained;
    gross_retained += other.gross_retained;
    base_accounts += other.base_accounts;
    base_customers += other.base_customers;
    retained_customers += other.retained_customers;
  }
};

template <class T, bool Free>
struct SumWindow {
  Levels<T, Free> levels;
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

template <class T, bool Free>
void add_window(const Levels<T, Free>& levels, std::size_t window, std::vector<WindowSums>& sums) {
  SumWindow<T, Free> kernel{levels, window, sums.data()};
  dispatch(kernel);
}

/// One entry for each period; those of the first `window` periods are 0.
inline std::vector<WindowSums> window_sums(const LedgerBlocks& blocks, std::size_t threads,
                                           std::size_t window) {
  std::vector<std::vector<WindowSums>> sums(threads, std::vector<WindowSums>(blocks.periods()));
  if (window < blocks.periods())
    for_each_block(blocks, threads, [&](const auto& levels, std::size_t, std::size_t slot) {
      add_window(levels, window, sums[slot]);
    });
  for (std::size_t slot = 1; slot < threads; ++slot)
    for (std::size_t period = 0; period < blocks.periods(); ++period) sums[0][period].add(sums[slot][period]);
  return std::move(sums[0]);
}

/// The periods of a year, over which most people look back.
constexpr std::size_t periods_of_year(Period period) {
  switch (period) {
    case Period::day:
      return 365;
    case Period::week:
      return 52;
    case Period::month:
      return 12;
    case Period::quarter:
      return 4;
    default:
      return 1;
  }
}

}  // namespace fealty::revenue::detail
