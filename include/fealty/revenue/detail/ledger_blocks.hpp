// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/ledger_records.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/snapshot_cells.hpp>
#include <fealty/revenue/detail/units.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Spans sorted into blocks of neighboring accounts, so small that a block's accounts x periods matrix
/// stays in a core's cache.
class LedgerBlocks {
 public:
  LedgerBlocks() = default;
  /// \param periods  how many there are
  /// \param days     whether records are needed with their days
  /// \param natives  of each span in its own currency, where records are needed with it; else null
  LedgerBlocks(const MrrSpans& spans, const SnapshotCells& cells, std::size_t periods, std::size_t threads,
               bool days = false, const std::int64_t* natives = nullptr)
      : accounts_(spans.ids->size()), periods_(periods), any_free_(spans.any_free) {
    if (spans.size() > std::numeric_limits<std::uint32_t>::max())
      throw Overflow({.who = "mrr_ledger",
                      .what = "table",
                      .where = {},
                      .value = fmt::format("{} rows", spans.size()),
                      .rule = "has more than 4,294,967,295 rows; merge the ledgers of parts"});
    constexpr std::size_t most_cells = std::size_t{1} << 16;
    while (lane_bits_ > 4 && ((periods_ + 2) << lane_bits_) > most_cells) --lane_bits_;
    narrow_ = !spans.any_wide && ((periods_ + 2) << lane_bits_) <= most_cells;
    if (days) days_ = fealty::detail::big_array<RecordDays>(spans.size() + ahead_of_write<RecordDays>);
    if (natives != nullptr)
      natives_ = fealty::detail::big_array<std::int64_t>(spans.size() + ahead_of_write<std::int64_t>);
    const auto sort_records = [&](auto& records) {
      if (days) sort(spans, cells, threads, records, WithDays{days_.get()});
      else if (natives != nullptr) sort(spans, cells, threads, records, WithNative{natives_.get(), natives});
      else sort(spans, cells, threads, records, Alone{});
    };
    narrow_ ? sort_records(narrow_records_) : sort_records(wide_records_);
    bound(spans);
  }

  /// Whether records may be had with their days.
  static bool holds_days(const SnapshotCells& cells) {
    return cells.days() <= std::numeric_limits<std::uint16_t>::max();
  }

  std::size_t blocks() const { return begin_.empty() ? 0 : begin_.size() - 1; }
  std::size_t accounts() const { return accounts_; }
  std::size_t periods() const { return periods_; }
  std::size_t lanes() const { return std::size_t{1} << lane_bits_; }
  std::size_t lane_bits() const { return lane_bits_; }
  bool any_free() const { return any_free_; }
  /// Whether every sum over the accounts of a block fits 32 bits.
  bool fits_32_bits(std::size_t block) const {
    return bound_[block] <= std::numeric_limits<std::int32_t>::max();
  }
  /// What no sum over the accounts of a block exceeds.
  std::int64_t bound(std::size_t block) const { return bound_[block]; }

  /// Calls f(records) with a block's records.
  template <class F>
  void visit(std::size_t block, F f) const {
    const auto part = [&](const auto& records) {
      f(std::span(records.get() + begin_[block], begin_[block + 1] - begin_[block]));
    };
    narrow_ ? part(narrow_records_) : part(wide_records_);
  }
  /// The days of a block's records, of blocks that were made with them.
  std::span<const RecordDays> days(std::size_t block) const {
    return {days_.get() + begin_[block], begin_[block + 1] - begin_[block]};
  }
  /// The same amounts in their own currencies, of blocks that were made with them.
  std::span<const std::int64_t> natives(std::size_t block) const {
    return {natives_.get() + begin_[block], begin_[block + 1] - begin_[block]};
  }
  /// Lets records of a block end on other days, end(lane, day) instead of `day`; never those of no day.
  template <class F>
  void prolong(std::size_t block, const SnapshotCells& cells, F end) {
    const auto part = [&](auto& records) {
      for (std::size_t i = begin_[block]; i < begin_[block + 1]; ++i) {
        auto& record = records.get()[i];
        RecordDays& days = days_.get()[i];
        const std::size_t lane = record.first() & (lanes() - 1);
        const std::uint16_t to = days.start == days.end ? days.end : end(lane, days.end);
        if (to == days.end) continue;
        days.end = to;
        const std::size_t last = (std::size_t{cells.ends()[to]} << lane_bits_) + lane;
        record = {static_cast<std::uint32_t>(record.first()), static_cast<std::uint32_t>(last),
                  record.amount()};
      }
    };
    narrow_ ? part(narrow_records_) : part(wide_records_);
  }

 private:
  /// Records in a cache line, which is asked for before it is written.
  template <class T>
  static constexpr std::size_t ahead_of_write = 64 / sizeof(T);

  /// What is kept beside the record of row i, which goes to `at`.
  struct Alone {
    void operator()(std::size_t, std::size_t, std::int32_t, std::int32_t) const {}
  };
  struct WithDays {
    RecordDays* to;
    void operator()(std::size_t, std::size_t at, std::int32_t start, std::int32_t end) const {
      to[at] = {static_cast<std::uint16_t>(start), static_cast<std::uint16_t>(end)};
      __builtin_prefetch(to + at + ahead_of_write<RecordDays>, 1);
    }
  };
  struct WithNative {
    std::int64_t* to;
    const std::int64_t* native;
    void operator()(std::size_t i, std::size_t at, std::int32_t, std::int32_t) const {
      to[at] = native[i];
      __builtin_prefetch(to + at + ahead_of_write<std::int64_t>, 1);
    }
  };

  /// Counting sort by block. Chunks of rows are counted and placed independently of the thread that
  /// does it, so the order of the records is that of the rows, for any number of threads.
  template <class Record, class Beside>
  void sort(const MrrSpans& spans, const SnapshotCells& cells, std::size_t threads,
            std::shared_ptr<Record[]>& records, Beside beside);
  std::vector<std::uint32_t> first_places(const std::uint32_t* accounts, std::size_t rows, std::size_t blocks,
                                          std::size_t chunks, std::size_t threads);
  void bound(const MrrSpans& spans);

  std::size_t accounts_ = 0, periods_ = 0, lane_bits_ = 10;
  bool any_free_ = false, narrow_ = true;
  std::vector<std::size_t> begin_;  // of each block's records, and their end
  std::vector<std::int64_t> bound_;
  std::shared_ptr<NarrowRecord[]> narrow_records_;  // not a vector, which would write zeros first
  std::shared_ptr<WideRecord[]> wide_records_;
  std::shared_ptr<RecordDays[]> days_;       // in the order of the records
  std::shared_ptr<std::int64_t[]> natives_;  // likewise
};

/// Where the first record of each chunk of rows goes in each block; notes where the blocks begin.
inline std::vector<std::uint32_t> LedgerBlocks::first_places(const std::uint32_t* accounts, std::size_t rows,
                                                             std::size_t blocks, std::size_t chunks,
                                                             std::size_t threads) {
  std::vector<std::uint32_t> next(chunks * blocks);  // first counts, then places, by chunk and block
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t) {
    std::uint32_t* const counts = next.data() + chunk * blocks;
    const std::size_t bits = lane_bits_, end = rows * (chunk + 1) / chunks;
    for (std::size_t i = rows * chunk / chunks; i < end; ++i) ++counts[accounts[i] >> bits];
  });
  begin_.resize(blocks + 1);
  std::uint32_t place = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    begin_[block] = place;
    for (std::size_t chunk = 0; chunk < chunks; ++chunk)
      place += std::exchange(next[chunk * blocks + block], place);
  }
  begin_[blocks] = place;
  return next;
}

template <class Record, class Beside>
void LedgerBlocks::sort(const MrrSpans& spans, const SnapshotCells& cells, std::size_t threads,
                        std::shared_ptr<Record[]>& records, Beside beside) {
  const std::size_t blocks = (accounts_ + lanes() - 1) >> lane_bits_;
  const std::size_t chunks = threads, rows = spans.size(), bits = lane_bits_;
  const auto chunk_begin = [&](std::size_t chunk) { return rows * chunk / chunks; };
  const std::uint32_t* const accounts = spans.account.values().data();
  std::vector<std::uint32_t> next = first_places(accounts, rows, blocks, chunks, threads);

  constexpr std::size_t ahead = ahead_of_write<Record>;
  records = fealty::detail::big_array<Record>(rows + ahead);
  const std::int32_t* const starts = spans.start.values().data();
  const std::int32_t* const ends = spans.end.values().data();
  const std::int64_t* const amounts = spans.amount.values().data();
  const std::int32_t origin = cells.origin(), beyond = cells.beyond();
  const auto invisible = static_cast<std::uint32_t>(periods_);
  const std::uint32_t lane_mask = static_cast<std::uint32_t>(lanes()) - 1;
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t) {
    std::uint32_t* const places = next.data() + chunk * blocks;
    const std::uint16_t* const first_of = cells.starts();
    const std::uint16_t* const last_of = cells.ends();
    Record* const to = records.get();
    const std::size_t end = chunk_begin(chunk + 1);
    for (std::size_t i = chunk_begin(chunk); i < end; ++i) {
      // A row that starts after as_of is not visible, and counts 0; an end after it is not known. The columns
      // may be the caller's, who may have changed them since: no day leads out of the table.
      const std::int32_t start = std::clamp(starts[i], origin, beyond) - origin;
      const std::int32_t stop = std::clamp(ends[i], origin, beyond) - origin;
      const std::uint32_t first = first_of[start], last = last_of[stop];
      const std::uint32_t account = accounts[i], lane = account & lane_mask;
      const std::uint32_t at = places[account >> bits]++;
      to[at] = Record((first << bits) + lane, (last << bits) + lane, first == invisible ? 0 : amounts[i]);
      __builtin_prefetch(to + at + ahead, 1);  // the block's next line, which may be far away
      beside(i, at, start, stop);
    }
  });
}

inline void LedgerBlocks::bound(const MrrSpans& spans) {
  bound_.resize(blocks());
  std::int64_t total = 0;
  bool beyond = false;
  for (std::size_t block = 0; block < blocks(); ++block) {
    std::int64_t sum = 0;
    visit(block, [&](const auto& records) {
      if constexpr (sizeof records[0] == sizeof(NarrowRecord)) {  // 2^32 rows of 31 bits are no 64
        for (const auto& record : records) sum += std::abs(record.amount());
      } else {
        for (const auto& record : records)
          beyond |= __builtin_add_overflow(sum, std::abs(record.amount()), &sum);
      }
    });
    bound_[block] = sum;
    beyond |= __builtin_add_overflow(total, sum, &total);
  }
  if (!beyond) return;
  const auto amounts = spans.amount.values();
  const auto largest = std::max_element(amounts.begin(), amounts.end()) - amounts.begin();
  throw Overflow(
      {.who = "mrr_ledger",
       .what = "mrr",
       .where = spans.source_row(static_cast<std::size_t>(largest)),
       .value = fmt::format("{} minor units of account {}", amounts[static_cast<std::size_t>(largest)],
                            unit_text(spans, spans.account[static_cast<std::size_t>(largest)])),
       .rule = "takes the sum of all rows beyond 64 bits"});
}

}  // namespace fealty::revenue::detail
