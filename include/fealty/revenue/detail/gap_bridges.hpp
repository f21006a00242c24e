// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/block_changes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Days between two rows of a unit in which none runs, and that do not count as a gap.
struct GapBridge {
  std::uint32_t unit;
  std::uint16_t from, to;  // days from the ledger's first
};

/// Of each lane of a block, the days on which rows begin, as bits.
class StartDays {
 public:
  void clear(std::size_t lanes, std::size_t days) {
    words_ = days / 64 + 2;
    bits_.assign(lanes * words_, 0);
  }
  void mark(std::size_t lane, std::size_t day) {
    bits_[lane * words_ + day / 64] |= std::uint64_t{1} << day % 64;
  }
  /// 64 days from one on, which is the lowest bit.
  std::uint64_t from(std::size_t lane, std::size_t day) const {
    const std::uint64_t* const word = bits_.data() + lane * words_ + day / 64;
    return word[0] >> day % 64 | word[1] << 1 << (63 - day % 64);
  }

 private:
  std::size_t words_ = 0;
  std::vector<std::uint64_t> bits_;
};

/// The gaps of all units that are no longer than `gap_days`; what ended before one is prolonged over it.
class GapBridges {
 public:
  /// \param blocks  of rows with their days; their records are prolonged
  GapBridges(LedgerBlocks& blocks, const SnapshotCells& cells, std::int32_t gap_days, std::size_t threads)
      : blocks_(blocks), cells_(cells), gap_days_(gap_days), first_(blocks.accounts(), no_id),
        found_(blocks.blocks()) {
    std::vector<Memory> memory(threads);
    for_each_chunk(blocks.blocks(), threads, [&](std::size_t block, std::size_t slot) {
      blocks.fits_32_bits(block) ? run<std::int32_t>(block, memory[slot])
                                 : run<std::int64_t>(block, memory[slot]);
    });
  }

  /// Prolongs the spans of which the blocks were made.
  void prolong(MrrSpans& spans, std::size_t threads) const {
    std::vector<std::int32_t> ends(spans.size());
    const std::uint32_t* const unit = spans.account.values().data();
    const std::int32_t *const start = spans.start.values().data(), *const end = spans.end.values().data();
    const std::int32_t origin = cells_.origin(), beyond = cells_.beyond();
    for_each_chunk(threads, threads, [&](std::size_t chunk, std::size_t) {
      const std::size_t stop = ends.size() * (chunk + 1) / threads;
      for (std::size_t i = ends.size() * chunk / threads; i < stop; ++i) {
        ends[i] = end[i];
        if (first_[unit[i]] == no_id || start[i] == end[i]) continue;
        const auto day = static_cast<std::uint16_t>(std::clamp(end[i], origin, beyond) - origin);
        const std::uint16_t bridged = end_of(unit[i], day);
        if (bridged != day) ends[i] = origin + bridged;
      }
    });
    spans.end = std::move(ends);
  }

 private:
  struct Memory {
    StartDays starts;
    std::tuple<std::vector<std::int32_t>, std::vector<std::int64_t>> wanted;  // 1 for lanes to look at
    std::tuple<BlockChanges<std::int32_t>, BlockChanges<std::int64_t>> changes;
  };

  template <class T>
  void run(std::size_t block, Memory& memory) {
    auto& wanted = std::get<std::vector<T>>(memory.wanted);
    if (!mark_wanted(block, memory.starts, wanted)) return;
    auto& changes = std::get<BlockChanges<T>>(memory.changes);
    changes.take(blocks_, block, cells_.days(), wanted.data());
    const std::size_t first = block * blocks_.lanes();
    for (std::size_t lane = 0; lane < wanted.size(); ++lane)
      if (wanted[lane] != 0)
        find<T>(changes.of(lane), static_cast<std::uint32_t>(first + lane), found_[block]);
    if (found_[block].empty()) return;
    blocks_.prolong(block, cells_, [&](std::size_t lane, std::uint16_t day) {
      return end_of(static_cast<std::uint32_t>(first + lane), day);
    });
  }
  /// The lanes where a row ends on a day on which none begins, shortly before one does; whether there are
  /// any.
  template <class T>
  bool mark_wanted(std::size_t block, StartDays& starts, std::vector<T>& wanted) const {
    const std::size_t lanes = blocks_.lanes(), beyond = cells_.days();
    const auto days = blocks_.days(block);
    const std::uint64_t near = gap_days_ > 62 ? ~std::uint64_t{1} : (std::uint64_t{2} << gap_days_) - 2;
    starts.clear(lanes, cells_.days());
    wanted.assign(lanes, 0);
    T any = 0;
    blocks_.visit(block, [&](const auto& records) {
      for (std::size_t i = 0; i < records.size(); ++i)
        if (days[i].start != days[i].end) starts.mark(records[i].first() & (lanes - 1), days[i].start);
      for (std::size_t i = 0; i < records.size(); ++i) {
        const std::size_t lane = records[i].first() & (lanes - 1);
        const std::uint64_t begins = starts.from(lane, days[i].end);
        const RecordDays day = days[i];
        const bool ends = (day.end < beyond) & (day.start != day.end);
        const bool gap = ends & ((begins & 1) == 0) & ((begins & near) != 0 || gap_days_ > 63);
        wanted[lane] |= gap ? 1 : 0;
        any |= wanted[lane];
      }
    });
    return any != 0;
  }
  template <class T>
  void find(std::span<const DayChange<T>> changes, std::uint32_t unit, std::vector<GapBridge>& out) {
    std::int32_t running = 0;  // rows
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
      running += changes[i].begins() ? 1 : -1;
      // On a day what ends comes first: a row that begins at once leaves no gap.
      const std::size_t day = changes[i].day(), next = changes[i + 1].day();
      if (running != 0 || day == next || next - day > static_cast<std::size_t>(gap_days_)) continue;
      if (first_[unit] == no_id) first_[unit] = static_cast<std::uint32_t>(out.size());
      out.push_back({unit, static_cast<std::uint16_t>(day), static_cast<std::uint16_t>(next)});
    }
  }
  /// The day on which a row ends that did on a day.
  std::uint16_t end_of(std::uint32_t unit, std::uint16_t day) const {
    const auto& found = found_[unit >> blocks_.lane_bits()];
    for (std::size_t i = first_[unit]; i < found.size() && found[i].unit == unit; ++i)
      if (found[i].from == day) return found[i].to;
    return day;
  }

  LedgerBlocks& blocks_;
  const SnapshotCells& cells_;
  std::int32_t gap_days_;
  std::vector<std::uint32_t> first_;           // of each unit, in its block's bridges
  std::vector<std::vector<GapBridge>> found_;  // of each block, by unit and then by day
};

}  // namespace fealty::revenue::detail
