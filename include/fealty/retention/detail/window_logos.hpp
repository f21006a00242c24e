// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/retention/detail/wilson.hpp>
#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>

namespace fealty::retention::detail {

/// What became of the customers of a window's beginning.
struct WindowLogos {
  std::int64_t base = 0;           // customers then
  std::int64_t retained = 0;       // those that are customers now
  std::int64_t uninterrupted = 0;  // those that were customers at every period's end since
  std::int64_t left = 0;           // departures within the window, whosever
  std::int64_t fresh = 0;          // new customers within the window
  double chained = 1;              // product of 1 - departures / opening
};

inline WindowLogos window_logos(const revenue::MrrLedger& ledger, std::size_t period, std::size_t window) {
  WindowLogos sum;
  revenue::detail::for_each_valued_block(ledger.data(), 1, [&](const auto& levels, std::size_t, std::size_t) {
    for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
      if (levels.customers(period - window)[lane] == 0) continue;
      ++sum.base;
      sum.retained += levels.customers(period)[lane] != 0 ? 1 : 0;
      bool stayed = true;
      for (std::size_t p = period - window + 1; p <= period; ++p)
        stayed = stayed && levels.customers(p)[lane] != 0;
      sum.uninterrupted += stayed ? 1 : 0;
    }
  });
  const revenue::LedgerPeriods& periods = ledger.periods();
  for (std::size_t p = period - window + 1; p <= period; ++p) {
    sum.left += periods.churn_accounts[p];
    sum.fresh += periods.new_business_accounts[p];
    sum.chained *= 1 - rate(periods.churn_accounts[p], periods.opening_accounts[p]);
  }
  return sum;
}

}  // namespace fealty::retention::detail
