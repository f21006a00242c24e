// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/detail/ledger_blocks.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace fealty::revenue::detail {

/// Memory that starts at a cache line and is kept from block to block.
class Workspace {
 public:
  template <class T>
  T* zeroed(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes > bytes_) {
      memory_.reset(::operator new(bytes, line));
      bytes_ = bytes;
    }
    std::fill_n(static_cast<T*>(memory_.get()), count, T{0});
    return static_cast<T*>(memory_.get());
  }

 private:
  static constexpr std::align_val_t line{64};
  struct Free {
    void operator()(void* memory) const { ::operator delete(memory, line); }
  };
  std::unique_ptr<void, Free> memory_;
  std::size_t bytes_ = 0;
};

/// A block as a matrix: each account's MRR at each period's end, and whether it is a customer then.
///
/// Rows are periods, lanes accounts. Before the first period's row stands one of zeros.
template <class T, bool Free>
struct Levels {
  const T* level;     // minor units
  const T* customer;  // all bits set where the account is a customer; only with free spans
  std::size_t periods, lanes;

  /// The MRR at a period's end; that of the period before is in the row before.
  const T* row(std::size_t period) const { return level + (period + 1) * lanes; }
  const T* row_before(std::size_t period) const { return level + period * lanes; }
  /// What masks() reads for a period's end, and for the end of the one before.
  const T* customers(std::size_t period) const { return (Free ? customer : level) + (period + 1) * lanes; }
  const T* customers_before(std::size_t period) const { return (Free ? customer : level) + period * lanes; }
  /// All bits set for a customer: without free spans these are the accounts with MRR.
  FEALTY_KERNEL static T mask(T value) { return Free ? value : static_cast<T>(-T{value > 0}); }
};

/// Turns a block's differences into levels, and its differences of free spans into customers.
///
/// A customer is an account with MRR, and stays one at 0 while a free span covers it.
template <class T, bool Free>
struct Integrate {
  T* level;
  T* customer;  // differences of the number of free spans, in
  T* covered;   // free spans that cover each lane
  std::size_t periods, lanes;

  FEALTY_KERNEL void run() {
    for (std::size_t period = 0; period < periods; ++period) next(period);
  }
  /// Takes one period, after those before it.
  FEALTY_KERNEL void next(std::size_t period) const {
    T* const __restrict now = level + (period + 1) * lanes;
    const T* const __restrict before = now - lanes;
    for (std::size_t lane = 0; lane < lanes; ++lane) now[lane] += before[lane];
    if constexpr (Free) {
      T* const __restrict is = customer + (period + 1) * lanes;
      const T* const __restrict was = is - lanes;
      T* const __restrict free = covered;
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        free[lane] += is[lane];
        is[lane] = static_cast<T>(-T{now[lane] > 0} | (was[lane] & -T{free[lane] > 0}));
      }
    }
  }
  Levels<T, Free> levels() const { return {level, customer, periods, lanes}; }
};

/// The lanes from `first` on, copied side by side: a lane of a whole block has each period in a cache line of
/// its own, all of which go to the same few places of the cache.
template <class T, bool Free>
Levels<T, Free> lanes_from(const Levels<T, Free>& levels, std::size_t first, Workspace& level,
                           Workspace& customer) {
  const std::size_t lanes = levels.lanes - first, rows = levels.periods + 1;
  const auto copied = [&](const T* from, Workspace& memory) {
    T* const to = memory.zeroed<T>(rows * lanes);
    for (std::size_t row = 0; row < rows; ++row)
      std::copy_n(from + row * levels.lanes + first, lanes, to + row * lanes);
    return to;
  };
  return {copied(levels.level, level), Free ? copied(levels.customer, customer) : nullptr, levels.periods,
          lanes};
}

/// Workspaces of one thread.
struct LevelsMemory {
  Workspace level, customer, covered;
};

/// A block's differences, to be integrated.
///
/// \param lane_of(lane)  where an account's lane goes
template <class T, bool Free, class LaneOf = std::identity>
Integrate<T, Free> fill_changes(const LedgerBlocks& blocks, std::size_t block, LevelsMemory& memory,
                                LaneOf lane_of = {}) {
  const std::size_t lanes = blocks.lanes(), periods = blocks.periods();
  const std::size_t cells = (periods + 2) * lanes;  // a row of zeros first, and one for what never ends
  T* const level = memory.level.zeroed<T>(cells);
  T* const customer = Free ? memory.customer.zeroed<T>(cells) : nullptr;
  blocks.visit(block, [&](const auto& records) {
    for (const auto& record : records) {
      const std::size_t lane = record.first() & (lanes - 1), shift = lanes + lane_of(lane) - lane;
      const std::size_t first = record.first() + shift, last = record.last() + shift;
      const auto amount = static_cast<T>(record.amount());
      level[first] += amount;
      level[last] -= amount;
      if constexpr (Free) {
        if (amount == 0) {
          ++customer[first];
          --customer[last];
        }
      }
    }
  });
  return {level, customer, Free ? memory.covered.zeroed<T>(lanes) : nullptr, periods, lanes};
}

/// Calls f<T, Free>(block, slot) for every block of a ledger, on several threads; `slot` as in
/// ThreadPool::run. T has 32 bits where the block's sums fit, 64 otherwise.
template <class F>
void for_each_block_type(const LedgerBlocks& blocks, std::size_t threads, F f) {
  for_each_chunk(blocks.blocks(), threads, [&](std::size_t block, std::size_t slot) {
    const bool free = blocks.any_free();
    if (blocks.fits_32_bits(block))
      free ? f.template operator()<std::int32_t, true>(block, slot)
           : f.template operator()<std::int32_t, false>(block, slot);
    else
      free ? f.template operator()<std::int64_t, true>(block, slot)
           : f.template operator()<std::int64_t, false>(block, slot);
  });
}

/// Calls f(levels, block, slot) for every block of a ledger, on several threads.
template <class F>
void for_each_block(const LedgerBlocks& blocks, std::size_t threads, F f) {
  std::vector<LevelsMemory> memory(threads);
  for_each_block_type(blocks, threads, [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
    auto integrate = fill_changes<T, Free>(blocks, block, memory[slot]);
    dispatch(integrate);
    f(integrate.levels(), block, slot);
  });
}

}  // namespace fealty::revenue::detail
