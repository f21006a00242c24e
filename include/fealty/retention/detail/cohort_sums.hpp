// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
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

/// Finds, for each lane, the first period at whose end its account was a customer, and its MRR then.
template <class T, bool Free>
struct FindCohorts {
  revenue::detail::Levels<T, Free> levels;
  T* cohort;  // counted from 1; 0 for none
  T* first;

  FEALTY_KERNEL void run() {
    for (std::size_t period = 0; period < levels.periods; ++period) {
      const T* const __restrict now = levels.row(period);
      const T* const __restrict is_now = levels.customers(period);
      T* const __restrict began = cohort;
      T* const __restrict mrr = first;
      const auto number = static_cast<T>(period + 1);
      for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
        const T begins = levels.mask(is_now[lane]) & -T{began[lane] == 0};
        began[lane] |= number & begins;
        mrr[lane] |= now[lane] & begins;
      }
    }
  }
};

/// Memory of one thread.
struct CohortMemory {
  revenue::detail::Workspace cohort, first, seen;
};

/// Adds the changes of a block's accounts to their cohorts' cells. An account can only change where one
/// of its records begins or ends, so only these cells are looked at, each once.
template <class T, bool Free>
void add_cohort_changes(const revenue::detail::Levels<T, Free>& levels,
                        const revenue::detail::LedgerBlocks& blocks, std::size_t block, CohortMemory& memory,
                        std::vector<CohortCell>& cells) {
  FindCohorts<T, Free> found{levels, memory.cohort.zeroed<T>(levels.lanes),
                             memory.first.zeroed<T>(levels.lanes)};
  dispatch(found);
  std::uint8_t* const seen = memory.seen.zeroed<std::uint8_t>((levels.periods + 1) * levels.lanes);
  const auto change = [&](std::size_t at) {
    if (seen[at] != 0) return;
    seen[at] = 1;
    const std::size_t period = at / levels.lanes, lane = at % levels.lanes;
    if (period == levels.periods || found.cohort[lane] == 0) return;
    const T now = levels.row(period)[lane], before = levels.row_before(period)[lane],
            first = found.first[lane];
    const bool is = levels.customers(period)[lane] != 0, was = levels.customers_before(period)[lane] != 0;
    const auto cohort = static_cast<std::size_t>(found.cohort[lane]) - 1;
    if (period < cohort) return;
    CohortCell& cell = cells[cohort_cell(levels.periods, cohort, period)];
    cell.accounts += int{is} - int{was};
    cell.net += std::int64_t{now} - std::int64_t{before};
    cell.gross += std::int64_t{std::min(now, first)} - std::int64_t{std::min(before, first)};
  };
  blocks.visit(block, [&](const auto& records) {
    for (const auto& record : records) {
      change(record.first());
      change(record.last());
    }
  });
}

/// The triangle of a ledger, row by row from its first cohort.
inline std::vector<CohortCell> cohort_sums(const revenue::MrrLedger& ledger) {
  const revenue::detail::LedgerData& data = ledger.data();
  const std::size_t n = data.blocks.periods();
  constexpr std::size_t most_cells = std::size_t{1} << 23;  // 200 MB, for the triangles of all threads
  const std::size_t triangle = n * (n + 1) / 2,
                    fit = std::max<std::size_t>(most_cells / std::max<std::size_t>(triangle, 1), 1);
  const std::size_t threads = std::max<std::size_t>(std::min({data.threads, data.blocks.blocks(), fit}), 1);
  std::vector<std::vector<CohortCell>> cells(threads, std::vector<CohortCell>(triangle));
  std::vector<CohortMemory> memory(threads);
  revenue::detail::for_each_block(data.blocks, threads,
                                  [&](const auto& levels, std::size_t block, std::size_t slot) {
                                    add_cohort_changes(levels, data.blocks, block, memory[slot], cells[slot]);
                                  });
  for (std::size_t slot = 1; slot < threads; ++slot)
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
