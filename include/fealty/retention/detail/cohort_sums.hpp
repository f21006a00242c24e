// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/detail/levels.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// Rows of periods begin at multiples of this and hold a multiple of it, so that they are added vector by
/// vector, with nothing left over.
inline constexpr std::size_t cohort_step = 16;

/// Accounts and MRR of each cohort at the end of each period from its own on.
class CohortSums {
 public:
  explicit CohortSums(std::size_t periods) : row_(periods) {
    std::size_t size = 0;
    for (std::size_t cohort = 0; cohort < periods; ++cohort) {
      row_[cohort] = size - first_column(cohort);
      size += width(periods) - first_column(cohort);
    }
    for (auto* sums : {&accounts, &net, &gross}) sums->resize(size);
  }
  /// Columns of a row that holds the periods, and one for what never ends.
  static std::size_t width(std::size_t periods) {
    return (periods + cohort_step) / cohort_step * cohort_step;
  }
  /// The column that the row of a cohort begins with.
  FEALTY_KERNEL static std::size_t first_column(std::size_t cohort) {
    return cohort / cohort_step * cohort_step;
  }
  /// Where a cohort's column 0 would stand in the sums below.
  FEALTY_KERNEL std::size_t row(std::size_t cohort) const { return row_[cohort]; }
  void add(const CohortSums& other) {
    for (const auto column : {&CohortSums::accounts, &CohortSums::net, &CohortSums::gross})
      std::transform((this->*column).begin(), (this->*column).end(), (other.*column).begin(),
                     (this->*column).begin(), std::plus<>());
  }

  std::vector<std::int64_t> accounts, net, gross;

 private:
  std::vector<std::size_t> row_;
};

/// Adds the accounts of a block to their cohorts, whole rows of periods at a time.
template <class T, bool Free>
struct AddToCohorts {
  T* mrr;                      // a row of `width` periods for each account: changes in, levels out
  T* customer;                 // only with free spans. In: changes of their number; out: 1 for a customer
  const std::uint32_t* begin;  // the first period in which an account may have changed
  std::size_t lanes, periods, width;
  CohortSums* sums;

  FEALTY_KERNEL void run() {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      T* const level = mrr + lane * width;
      T* const is_customer = Free ? customer + lane * width : nullptr;
      std::size_t cohort = begin[lane];
      T free = 0;
      for (; cohort < periods && level[cohort] == 0; ++cohort)  // a free account is no customer yet
        if constexpr (Free) free += std::exchange(is_customer[cohort], T{0});
      if (cohort == periods) continue;
      integrate(level, is_customer, cohort, free);
      add(level, is_customer, cohort);
    }
  }

 private:
  FEALTY_KERNEL void integrate(T* level, T* is_customer, std::size_t cohort, T free) const {
    T now = 0, is = 0;
    for (std::size_t period = cohort; period < periods; ++period) {
      level[period] = now += level[period];
      if constexpr (Free) {
        free += is_customer[period];
        is_customer[period] = is = T{now > 0} | (is & T{free > 0});
      }
    }
    level[periods] = 0;  // the ends of what never ends
    if constexpr (Free) is_customer[periods] = 0;
  }
  FEALTY_KERNEL void add(const T* level, const T* is_customer, std::size_t cohort) const {
    const std::size_t from = CohortSums::first_column(cohort), steps = (width - from) / cohort_step;
    const std::size_t to = sums->row(cohort) + from;
    const T base = level[cohort];
    const T* const __restrict now = level + from;
    const T* const __restrict is = Free ? is_customer + from : now;
    std::int64_t* const __restrict accounts = sums->accounts.data() + to;
    std::int64_t* const __restrict net = sums->net.data() + to;
    std::int64_t* const __restrict gross = sums->gross.data() + to;
    for (std::size_t i = 0; i < steps * cohort_step; ++i) {
      accounts[i] += T{is[i] > 0};
      net[i] += now[i];
      gross[i] += now[i] < base ? now[i] : base;
    }
  }
};

/// Memory of one thread.
struct CohortMemory {
  revenue::detail::Workspace mrr, customer, begin;
};

template <class T, bool Free>
void add_block(const revenue::detail::LedgerBlocks& blocks, std::size_t block, CohortMemory& memory,
               CohortSums& sums) {
  const std::size_t lanes = blocks.lanes(), periods = blocks.periods(), width = CohortSums::width(periods);
  const std::size_t lane_bits = blocks.lane_bits();
  T* const mrr = memory.mrr.zeroed<T>(lanes * width);
  T* const customer = Free ? memory.customer.zeroed<T>(lanes * width) : nullptr;
  std::uint32_t* const begin = memory.begin.zeroed<std::uint32_t>(lanes);
  std::fill_n(begin, lanes, static_cast<std::uint32_t>(periods));
  blocks.visit(block, [&](const auto& records) {
    for (const auto& record : records) {
      const std::size_t lane = record.first() & (lanes - 1), row = lane * width;
      const std::size_t first = record.first() >> lane_bits, last = record.last() >> lane_bits;
      const auto amount = static_cast<T>(record.amount());
      mrr[row + first] += amount;
      mrr[row + last] -= amount;
      begin[lane] = std::min(begin[lane], static_cast<std::uint32_t>(first));
      if constexpr (Free) {
        if (amount == 0) {
          ++customer[row + first];
          --customer[row + last];
        }
      }
    }
  });
  AddToCohorts<T, Free> kernel{mrr, customer, begin, lanes, periods, width, &sums};
  dispatch(kernel);
}

/// The same for a ledger whose worth changes by period.
inline CohortSums valued_cohort_sums(const revenue::detail::LedgerData& data) {
  CohortSums sums(data.grid->size());
  revenue::detail::for_each_valued_block(data, 1, [&](const auto& levels, std::size_t, std::size_t) {
    for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
      std::size_t cohort = 0;
      while (cohort < levels.periods && levels.customers(cohort)[lane] == 0) ++cohort;
      if (cohort == levels.periods) continue;
      const std::int64_t base = levels.row(cohort)[lane];
      for (std::size_t period = cohort; period < levels.periods; ++period) {
        const std::int64_t now = levels.row(period)[lane];
        sums.accounts[sums.row(cohort) + period] += levels.customers(period)[lane] != 0 ? 1 : 0;
        sums.net[sums.row(cohort) + period] += now;
        sums.gross[sums.row(cohort) + period] += std::min(base, now);
      }
    }
  });
  return sums;
}

inline CohortSums cohort_sums(const revenue::MrrLedger& ledger) {
  const revenue::detail::LedgerData& data = ledger.data();
  if (data.values.moves()) return valued_cohort_sums(data);
  const std::size_t periods = data.blocks.periods();
  constexpr std::size_t most_cells = std::size_t{1} << 23;  // 200 MB, for the sums of all threads
  const std::size_t fit = most_cells / std::max<std::size_t>(periods * periods / 2, 1);
  const std::size_t threads = std::clamp<std::size_t>(std::min(data.blocks.blocks(), fit), 1, data.threads);
  std::vector<CohortSums> sums;
  sums.reserve(threads);
  for (std::size_t slot = 0; slot < threads; ++slot) sums.emplace_back(periods);
  std::vector<CohortMemory> memory(threads);
  revenue::detail::for_each_block_type(data.blocks, threads,
                                       [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
                                         add_block<T, Free>(data.blocks, block, memory[slot], sums[slot]);
                                       });
  for (std::size_t slot = 1; slot < threads; ++slot) sums[0].add(sums[slot]);
  return std::move(sums[0]);
}

}  // namespace fealty::retention::detail
