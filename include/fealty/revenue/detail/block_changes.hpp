// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/ledger_blocks.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::revenue::detail {

/// Where a change is in its block: lane, day or period, and whether a row begins or ends.
struct ChangeKey {
  std::uint32_t bits;

  /// \param at  day from the ledger's first, or period; fewer than 2^16
  static ChangeKey of(std::size_t lane, std::size_t at, bool begins) {
    return {static_cast<std::uint32_t>(lane << 17 | at << 1 | (begins ? 1U : 0U))};
  }
  std::size_t lane() const { return bits >> 17; }
  std::size_t at() const { return bits >> 1 & 0xffff; }
  bool begins() const { return (bits & 1) != 0; }
  /// The place within a lane: what ends on a day comes before what begins.
  std::size_t place() const { return bits & 0x1ffff; }
};

/// Changes of one block, account by account in the order of their places.
///
/// Two counting sorts, by place and then by lane: no comparison is mispredicted.
///
/// \tparam Change  with a ChangeKey `key`
template <class Change>
class LaneSort {
 public:
  /// How many changes may be read beyond those of a lane: they are of no place.
  static constexpr std::size_t beyond = 2;

  /// Takes the changes that fill(to) writes from `to` on; it returns the end of what is meant.
  ///
  /// \param most   how many it writes at most
  /// \param places  days or periods
  template <class Fill>
  void take(std::size_t lanes, std::size_t places, std::size_t most, Fill fill) {
    found_.resize(most);
    found_.resize(static_cast<std::size_t>(fill(found_.data()) - found_.data()));
    by_place_.assign(2 * places + 3, 0);
    begin_.assign(lanes + 1, 0);
    for (const Change& change : found_) {
      ++by_place_[change.key.place() + 1];
      ++begin_[change.key.lane() + 1];
    }
    for (std::size_t i = 1; i < by_place_.size(); ++i) by_place_[i] += by_place_[i - 1];
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    by_place_order_.resize(found_.size());
    Change none{};
    none.key = {no_id};
    for (const Change& change : found_) by_place_order_[by_place_[change.key.place()]++] = change;
    sorted_.resize(found_.size());
    sorted_.resize(found_.size() + beyond, none);
    next_.assign(begin_.begin(), begin_.end() - 1);
    for (const Change& change : by_place_order_) sorted_[next_[change.key.lane()]++] = change;
  }
  std::span<Change> of(std::size_t lane) {
    return {sorted_.data() + begin_[lane], sorted_.data() + begin_[lane + 1]};
  }

 private:
  std::vector<std::uint32_t> by_place_, begin_, next_;
  std::vector<Change> found_, by_place_order_, sorted_;
};

/// A day on which a row of an account begins or ends.
///
/// \tparam T  32 bits where all amounts fit
template <class T>
struct DayChange {
  T amount;  // of the row
  ChangeKey key;

  std::size_t day() const { return key.at(); }
  bool begins() const { return key.begins(); }
  std::int64_t change() const { return begins() ? amount : -std::int64_t{amount}; }
  bool same_day(const DayChange& other) const { return key.bits >> 1 == other.key.bits >> 1; }
};

/// What begins and ends in one block, account by account in the order of days, on a day first what ends.
template <class T>
class BlockChanges {
 public:
  /// \param days    of the ledger, fewer than 2^16; what begins or ends after them is left out
  /// \param wanted  of each lane, 0 where it is not; null for all lanes
  void take(const LedgerBlocks& blocks, std::size_t block, std::size_t days, const T* wanted) {
    sort_.take(blocks.lanes(), days, 2 * blocks.days(block).size(),
               [&](DayChange<T>* to) { return collect(blocks, block, days, wanted, to); });
  }
  std::span<DayChange<T>> of(std::size_t lane) { return sort_.of(lane); }

 private:
  /// Each is written, and stays where it happens: no branch tells what does.
  static DayChange<T>* collect(const LedgerBlocks& blocks, std::size_t block, std::size_t days,
                               const T* wanted, DayChange<T>* to) {
    const std::size_t lanes = blocks.lanes();
    const auto of_record = blocks.days(block);
    blocks.visit(block, [&](const auto& records) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        const std::size_t lane = records[i].first() & (lanes - 1);
        const RecordDays day = of_record[i];
        const bool counts =
            (day.start < days) & (day.start != day.end) & (wanted == nullptr || wanted[lane] != 0);
        const auto amount = static_cast<T>(records[i].amount());
        *to = {amount, ChangeKey::of(lane, day.start, true)};
        to += counts ? 1 : 0;
        *to = {amount, ChangeKey::of(lane, day.end, false)};
        to += (counts & (day.end < days)) ? 1 : 0;
      }
    });
    return to;
  }

  LaneSort<DayChange<T>> sort_;
};

}  // namespace fealty::revenue::detail
