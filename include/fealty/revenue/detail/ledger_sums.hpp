// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/detail/window_sums.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The sums of one period.
struct PeriodSums {
  std::int64_t new_business = 0, reactivation = 0, expansion = 0, contraction = 0, churn = 0, exchange = 0,
               closing = 0;
  std::int64_t new_accounts = 0, reactivation_accounts = 0, expansion_accounts = 0, contraction_accounts = 0,
               churn_accounts = 0, closing_accounts = 0;

  void add(const PeriodSums& other) {
    for (const auto member :
         {&PeriodSums::new_business, &PeriodSums::reactivation, &PeriodSums::expansion,
          &PeriodSums::contraction, &PeriodSums::churn, &PeriodSums::exchange, &PeriodSums::closing,
          &PeriodSums::new_accounts, &PeriodSums::reactivation_accounts, &PeriodSums::expansion_accounts,
          &PeriodSums::contraction_accounts, &PeriodSums::churn_accounts, &PeriodSums::closing_accounts})
      this->*member += other.*member;
  }
};

/// What a kernel reads of a row of levels.
template <class T>
struct PlainRow {
  const T* __restrict row;
  FEALTY_KERNEL T operator()(std::size_t lane) const { return row[lane]; }
};

/// What lanes do from one period's end to the next, added to the period's sums.
///
/// \tparam V  holds their sums
/// \param now(lane), before(lane)  their MRR; before as it would be now, at rates of exchange that move
/// \param seen      all bits set where the account has been a customer
/// \param returned  the same where it has been one again; only with Marks
template <class V, bool Marks, class T, bool Free, class Now, class Before>
FEALTY_KERNEL inline void add_lanes(const Levels<T, Free>& levels, std::size_t lanes, Now now, Before before,
                                    const T* __restrict is_row, const T* __restrict was_row,
                                    T* __restrict seen, T* __restrict returned, PeriodSums& sum) {
  V fresh = 0, again = 0, up = 0, down = 0, lost = 0, closing = 0;
  V n_fresh = 0, n_again = 0, n_up = 0, n_down = 0, n_lost = 0, n_closing = 0;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const V is_now = now(lane), was_before = before(lane), change = is_now - was_before;
    const V is = levels.mask(is_row[lane]), was = levels.mask(was_row[lane]), old = seen[lane];
    const V more = was & -V{change > 0}, less = is & -V{change < 0};
    fresh += change & ~old;
    again += change & old & ~was;
    up += change & more;
    down -= change & less;
    lost -= change & ~is;
    closing += is_now;
    n_fresh -= is & ~old;  // a set mask is -1
    n_again -= is & old & ~was;
    n_up -= more;
    n_down -= less;
    n_lost -= was & ~is;
    n_closing -= is;
    seen[lane] = static_cast<T>(old | is);
    if constexpr (Marks) returned[lane] |= static_cast<T>(is & old & ~was);
  }
  sum.new_business += fresh;
  sum.reactivation += again;
  sum.expansion += up;
  sum.contraction += down;
  sum.churn += lost;
  sum.closing += closing;
  sum.new_accounts += n_fresh;
  sum.reactivation_accounts += n_again;
  sum.expansion_accounts += n_up;
  sum.contraction_accounts += n_down;
  sum.churn_accounts += n_lost;
  sum.closing_accounts += n_closing;
}

/// Integrates a block, classifies its movements and adds them to the sums of each period.
///
/// \tparam Marks  whether to mark the accounts that return
template <class T, bool Free, bool Marks = false>
struct SumMovements {
  Integrate<T, Free> integrate;
  Levels<T, Free> levels;
  T* seen;  // zeros, one for each lane, as in `returned`
  PeriodSums* sums;
  T* returned = nullptr;

  FEALTY_KERNEL void run() {
    for (std::size_t p = 0; p < levels.periods; ++p) {
      integrate.next(p);
      add_lanes<T, Marks>(  // while both rows are in the fastest cache
          levels, levels.lanes, PlainRow<T>{levels.row(p)}, PlainRow<T>{levels.row_before(p)},
          levels.customers(p), levels.customers_before(p), seen, returned, sums[p]);
    }
  }
};

/// What one pass over the blocks gives, by period.
struct LedgerSums {
  std::vector<PeriodSums> movements;
  std::vector<WindowSums> year;  // over the window of a year: at little cost while the levels are there

  explicit LedgerSums(std::size_t periods = 0) : movements(periods), year(periods) {}
  void add(const LedgerSums& other) {
    for (std::size_t period = 0; period < movements.size(); ++period) {
      movements[period].add(other.movements[period]);
      year[period].add(other.year[period]);
    }
  }
};

inline LedgerSums ledger_sums(const LedgerBlocks& blocks, std::size_t threads, std::size_t window) {
  std::vector<LedgerSums> sums(threads, LedgerSums(blocks.periods()));
  std::vector<Workspace> seen(threads);
  std::vector<LevelsMemory> memory(threads);
  for_each_block_type(blocks, threads, [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
    const auto integrate = fill_changes<T, Free>(blocks, block, memory[slot]);
    T* const known = seen[slot].zeroed<T>(blocks.lanes());
    SumMovements<T, Free> kernel{integrate, integrate.levels(), known, sums[slot].movements.data()};
    dispatch(kernel);
    add_window(kernel.levels, window, sums[slot].year);
  });
  for (std::size_t slot = 1; slot < threads; ++slot) sums[0].add(sums[slot]);
  return std::move(sums[0]);
}

}  // namespace fealty::revenue::detail
