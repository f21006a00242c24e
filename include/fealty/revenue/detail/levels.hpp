// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/detail/ledger_blocks.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
/// Rows are periods, lanes accounts. Row -1 is there too, and all 0.
template <class T, bool Free>
struct Levels {
  const T* level;          // minor units
  const T* customer;       // all bits set where the account is a customer; only with free spans
  std::size_t periods, lanes;

  const T* row(std::size_t period) const { return level + (period + 1) * lanes; }

  /// Fills `mask` with all bits set where the accounts of the lanes from `lane` on are customers at the
  /// end of a period, counted from 1: row 0 is before the first. (By reference: returning a wide vector
  /// would change the calling convention.)
  template <class Vec>
  FEALTY_KERNEL inline void customers(std::size_t matrix_row, std::size_t lane, Vec& mask) const {
    const std::size_t cell = matrix_row * lanes + lane;
    if constexpr (Free) mask = *reinterpret_cast<const Vec*>(customer + cell);
    else mask = *reinterpret_cast<const Vec*>(level + cell) > 0;
  }
  bool is_customer(std::size_t period, std::size_t lane) const {
    const std::size_t cell = (period + 1) * lanes + lane;
    return (Free ? customer[cell] : level[cell]) != 0;
  }
  bool was_customer(std::size_t period, std::size_t lane) const {
    const std::size_t cell = period * lanes + lane;
    return (Free ? customer[cell] : level[cell]) != 0;
  }
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

  template <int Bytes>
  FEALTY_KERNEL void run() {
    using Vec = typename Simd<T, Bytes>::type;
    const auto at = [](T* cell) FEALTY_KERNEL -> Vec& { return *reinterpret_cast<Vec*>(cell); };
    for (std::size_t cell = lanes; cell < (periods + 1) * lanes; cell += Simd<T, Bytes>::lanes) {
      at(level + cell) += at(level + cell - lanes);
      if constexpr (Free) {
        Vec& free = at(covered + cell % lanes);
        free += at(customer + cell);
        at(customer + cell) = (at(level + cell) > 0) | (at(customer + cell - lanes) & (free > 0));
      }
    }
  }
};

/// Workspaces of one thread.
struct LevelsMemory {
  Workspace level, customer, covered;
};

template <class T, bool Free>
Levels<T, Free> fill_levels(const LedgerBlocks& blocks, std::size_t block, LevelsMemory& memory) {
  const std::size_t lanes = blocks.lanes(), periods = blocks.periods();
  const std::size_t cells = (periods + 2) * lanes;  // a row of zeros first, and one for what never ends
  T* const level = memory.level.zeroed<T>(cells);
  T* const customer = Free ? memory.customer.zeroed<T>(cells) : nullptr;
  blocks.visit(block, [&](const auto& records) {
    for (const auto& record : records) {
      const std::size_t first = (std::size_t{record.first} + 1) * lanes + record.lane;
      const std::size_t last = (std::size_t{record.last} + 1) * lanes + record.lane;
      const auto amount = static_cast<T>(record.amount);
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
  Integrate<T, Free> integrate{level, customer, Free ? memory.covered.zeroed<T>(lanes) : nullptr, periods, lanes};
  dispatch(integrate);
  return {level, customer, periods, lanes};
}

/// Calls f(levels, block, slot) for every block of a ledger, on several threads; `slot` as in
/// ThreadPool::run. 32-bit lanes where the block's sums fit, 64 otherwise.
template <class F>
void for_each_block(const LedgerBlocks& blocks, std::size_t threads, F f) {
  std::vector<LevelsMemory> memory(threads);
  thread_pool().run(blocks.blocks(), threads, [&](std::size_t block, std::size_t slot) {
    const auto with = [&](auto zero, auto free) {
      f(fill_levels<decltype(zero), decltype(free)::value>(blocks, block, memory[slot]), block, slot);
    };
    const bool small = blocks.fits_32_bits(block);
    if (blocks.any_free()) small ? with(std::int32_t{}, std::true_type{}) : with(std::int64_t{}, std::true_type{});
    else small ? with(std::int32_t{}, std::false_type{}) : with(std::int64_t{}, std::false_type{});
  });
}

}  // namespace fealty::revenue::detail
