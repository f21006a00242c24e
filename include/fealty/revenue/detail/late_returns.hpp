// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/block_changes.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Tells apart who returns within `reactivation_days` and who returns later, as new business. Of accounts in
/// one currency and without free rows; the gap is the one that was open at the end of the period before.
class LateReturns {
 public:
  LateReturns(const LedgerData& data, std::vector<PeriodSums>& sums)
      : data_(data), limit_(*data.policy.reactivation_days), sums_(sums) {}

  /// Books the late returns of one account under new business.
  ///
  /// \param changes  in the order of days
  template <class T, bool Free>
  void move(std::span<const DayChange<T>> changes, const Levels<T, Free>& levels, std::size_t lane) {
    const std::uint16_t *const starts = data_.cells.starts(), *const ends = data_.cells.ends();
    std::int64_t level = 0;
    std::size_t came = 0, left = 0;
    bool customer = false, seen = false;  // at the end of a period
    for (std::size_t i = 0; i < changes.size();) {
      const std::size_t day = changes[i].day();
      for (; i < changes.size() && changes[i].day() == day; ++i) level += changes[i].change();
      const bool was = std::exchange(customer, level > 0);
      if (was && !customer) {
        seen |= starts[came] < ends[day];
        left = day;
      } else if (!was && customer) {
        const std::size_t period = starts[day];
        const bool late = static_cast<std::int64_t>(day - left) > limit_;
        if (seen && late && ends[left] < period && period < levels.periods)
          move(period, levels.row(period)[lane]);
        came = day;
      }
    }
  }

 private:
  void move(std::size_t period, std::int64_t amount) {
    if (amount <= 0) return;  // it left before the period's end
    PeriodSums& sum = sums_[period];
    sum.reactivation -= amount;
    --sum.reactivation_accounts;
    sum.new_business += amount;
    ++sum.new_accounts;
  }

  const LedgerData& data_;
  std::int64_t limit_;
  std::vector<PeriodSums>& sums_;
};

/// Like ledger_sums(), where who returns late is new business.
inline LedgerSums sums_with_late_returns(const LedgerData& data, std::size_t window) {
  const LedgerBlocks& blocks = data.blocks;
  std::vector<LedgerSums> sums(data.threads, LedgerSums(blocks.periods()));
  struct Memory {
    LevelsMemory levels;
    Workspace seen, returned;
    std::tuple<BlockChanges<std::int32_t>, BlockChanges<std::int64_t>> changes;
  };
  std::vector<Memory> memory(data.threads);
  for_each_block_type(blocks, data.threads, [&]<class T, bool Free>(std::size_t block, std::size_t slot) {
    Memory& own = memory[slot];
    const auto integrate = fill_changes<T, Free>(blocks, block, own.levels);
    T* const seen = own.seen.template zeroed<T>(blocks.lanes());
    T* const returned = own.returned.template zeroed<T>(blocks.lanes());
    SumMovements<T, Free, true> kernel{integrate, integrate.levels(), seen, sums[slot].movements.data(),
                                       returned};
    dispatch(kernel);
    add_window(kernel.levels, window, sums[slot].year);
    auto& changes = std::get<BlockChanges<T>>(own.changes);
    changes.take(blocks, block, data.cells.days(), returned);
    LateReturns late(data, sums[slot].movements);
    for (std::size_t lane = 0; lane < blocks.lanes(); ++lane)
      if (returned[lane] != 0) late.move<T, Free>(changes.of(lane), kernel.levels, lane);
  });
  for (std::size_t slot = 1; slot < sums.size(); ++slot) sums[0].add(sums[slot]);
  return std::move(sums[0]);
}

}  // namespace fealty::revenue::detail
