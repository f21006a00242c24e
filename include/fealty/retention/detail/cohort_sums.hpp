// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/levels.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

struct CohortCell {
  std::int64_t accounts = 0, net = 0, gross = 0;
};

/// Where the cell of a cohort and a period stands in a triangle of n periods.
inline std::size_t cohort_cell(std::size_t n, std::size_t cohort, std::size_t period) {
  return cohort * n - cohort * (cohort + 1) / 2 + period;
}

/// Adds the changes of a block's accounts to their cohorts' cells: nothing is done for the periods in
/// which an account stays as it is.
template <class T, bool Free>
void add_cohort_changes(const revenue::detail::Levels<T, Free>& levels, std::vector<std::uint32_t>& cohort, std::vector<T>& first,
                        std::vector<CohortCell>& cells) {
  constexpr std::uint32_t none = ~std::uint32_t{0};
  cohort.assign(levels.lanes, none);
  first.assign(levels.lanes, 0);
  for (std::size_t period = 0; period < levels.periods; ++period) {
    const T* const row = levels.row(period);
    for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
      const T now = row[lane], before = *(row + lane - levels.lanes);
      if (!Free && now == before) continue;
      const bool is = levels.is_customer(period, lane), was = levels.was_customer(period, lane);
      if (now == before && is == was) continue;
      if (cohort[lane] == none) {
        cohort[lane] = static_cast<std::uint32_t>(period);
        first[lane] = now;
      }
      CohortCell& cell = cells[cohort_cell(levels.periods, cohort[lane], period)];
      cell.accounts += int{is} - int{was};
      cell.net += std::int64_t{now} - std::int64_t{before};
      cell.gross += std::int64_t{std::min(now, first[lane])} - std::int64_t{std::min(before, first[lane])};
    }
  }
}

/// The triangle of a ledger, row by row from its first cohort.
inline std::vector<CohortCell> cohort_sums(const revenue::MrrLedger& ledger) {
  const revenue::detail::LedgerData& data = ledger.data();
  const std::size_t n = data.blocks.periods();
  std::vector<std::vector<CohortCell>> cells(data.threads, std::vector<CohortCell>(n * (n + 1) / 2));
  std::vector<std::vector<std::uint32_t>> cohort(data.threads);
  revenue::detail::for_each_block(data.blocks, data.threads, [&](const auto& levels, std::size_t, std::size_t slot) {
    std::vector<std::decay_t<decltype(*levels.level)>> first;
    add_cohort_changes(levels, cohort[slot], first, cells[slot]);
  });
  for (std::size_t slot = 1; slot < data.threads; ++slot)
    for (std::size_t i = 0; i < cells[0].size(); ++i) {
      cells[0][i].accounts += cells[slot][i].accounts;
      cells[0][i].net += cells[slot][i].net;
      cells[0][i].gross += cells[slot][i].gross;
    }
  for (std::size_t first = 0; first < n; ++first)
    for (std::size_t period = first + 1; period < n; ++period) {
      CohortCell& cell = cells[0][cohort_cell(n, first, period)];
      const CohortCell& before = cells[0][cohort_cell(n, first, period - 1)];
      cell.accounts += before.accounts;
      cell.net += before.net;
      cell.gross += before.gross;
    }
  return std::move(cells[0]);
}

}  // namespace fealty::retention::detail
