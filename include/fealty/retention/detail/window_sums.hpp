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

  template <int Bytes>
  FEALTY_KERNEL void run() {
    using Vec = typename Simd<T, Bytes>::type;
    for (std::size_t period = window; period < levels.periods; ++period) {
      Vec base{}, retained{}, gross{}, n_base{}, n_was{}, n_still{};
      for (std::size_t lane = 0; lane < levels.lanes; lane += Simd<T, Bytes>::lanes) {
        const Vec now = *reinterpret_cast<const Vec*>(levels.row(period) + lane);
        const Vec then = *reinterpret_cast<const Vec*>(levels.row(period - window) + lane);
        const Vec had = then > 0, fell = now < then;
        base += then;
        retained += now & had;
        gross += (now & fell) | (then & ~fell);
        n_base -= had;
        Vec is, was;
        levels.customers(period + 1, lane, is);
        levels.customers(period - window + 1, lane, was);
        n_was -= was;
        n_still -= was & is;
      }
      WindowSums& sum = sums[period];
      sum.base += revenue::detail::lane_sum<T, Bytes>(base);
      sum.retained += revenue::detail::lane_sum<T, Bytes>(retained);
      sum.gross_retained += revenue::detail::lane_sum<T, Bytes>(gross);
      sum.base_accounts += revenue::detail::lane_sum<T, Bytes>(n_base);
      sum.base_customers += revenue::detail::lane_sum<T, Bytes>(n_was);
      sum.retained_customers += revenue::detail::lane_sum<T, Bytes>(n_still);
    }
  }
};

/// One entry for each period of the ledger; those of the first `window` periods are 0.
inline std::vector<WindowSums> window_sums(const revenue::MrrLedger& ledger, std::size_t window) {
  const revenue::detail::LedgerData& data = ledger.data();
  const std::size_t periods = data.blocks.periods();
  std::vector<std::vector<WindowSums>> sums(data.threads, std::vector<WindowSums>(periods));
  if (window >= periods) return std::move(sums[0]);
  revenue::detail::for_each_block(data.blocks, data.threads, [&](const auto& levels, std::size_t, std::size_t slot) {
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
    throw InvalidInput({.who = who, .what = "window", .where = {}, .value = fmt::format("{}", window), .rule = "is below 1"});
  if (small_base < 0)
    throw InvalidInput({.who = who, .what = "small_base", .where = {}, .value = fmt::format("{}", small_base), .rule = "is negative"});
}

}  // namespace fealty::retention::detail
