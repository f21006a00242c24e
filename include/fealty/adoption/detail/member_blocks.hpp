// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// Rows in blocks of members, so few that what is known of a block stays in cache: four bytes a row.
class MemberBlocks {
 public:
  /// \param members  of a block, at most
  MemberBlocks(const UsageData& data, const QualifyingEvents& events, std::size_t members,
               std::size_t threads)
      : data_(data), threads_(threads) {
    while (bits_ < 16 && (std::size_t{2} << bits_) <= members) ++bits_;
    begin_.resize((data.members() >> bits_) + 2);
    if (events.all()) sort([](std::size_t) { return true; });
    else sort([&](std::size_t row) { return events.keeps(row); });
  }

  std::size_t count() const { return begin_.size() - 1; }
  std::size_t first_member(std::size_t block) const { return block << bits_; }
  std::size_t block_members() const { return std::size_t{1} << bits_; }
  /// For each row of a block: the member, counted within the block, above 16 bits of the day.
  std::span<const std::uint32_t> rows(std::size_t block) const {
    return {rows_.get() + begin_[block], begin_[block + 1] - begin_[block]};
  }
  /// The first block of a part of the rows, of so many parts that are about equal.
  std::size_t part(std::size_t index, std::size_t parts) const {
    const auto row = static_cast<std::uint32_t>(std::uint64_t{begin_.back()} * index / parts);
    if (index == parts) return count();
    return static_cast<std::size_t>(std::lower_bound(begin_.begin(), begin_.end() - 1, row) - begin_.begin());
  }

 private:
  using Begins = std::vector<std::uint32_t>;

  /// Each thread counts, and then places, the rows of a stretch.
  template <class Keeps>
  void sort(Keeps keeps) {
    std::vector<Begins> next(threads_, Begins(count()));
    const auto stretch = [&](std::size_t index) { return data_.rows * index / threads_; };
    for_each_chunk(threads_, threads_, [&](std::size_t chunk, std::size_t) {
      count_rows(stretch(chunk), stretch(chunk + 1), keeps, next[chunk]);
    });
    std::uint32_t before = 0;
    for (std::size_t block = 0; block < count(); ++block)
      for (Begins& each : next) {
        const std::uint32_t rows = each[block];
        each[block] = before;
        before += rows;
        begin_[block + 1] = before;
      }
    rows_ = fealty::detail::big_array<std::uint32_t>(before);
    for_each_chunk(threads_, threads_, [&](std::size_t chunk, std::size_t) {
      place_rows(stretch(chunk), stretch(chunk + 1), keeps, next[chunk]);
    });
  }
  template <class Keeps>
  void count_rows(std::size_t first, std::size_t end, Keeps keeps, Begins& counts) const {
    const std::uint32_t* const member = data_.member.values().data();
    for (std::size_t row = first; row < end; ++row)
      if (keeps(row)) ++counts[member[row] >> bits_];
  }
  template <class Keeps>
  void place_rows(std::size_t first, std::size_t end, Keeps keeps, Begins& next) {
    const std::uint32_t* const member = data_.member.values().data();
    const std::uint16_t* const day = data_.day.values().data();
    std::uint32_t* const rows = rows_.get();
    const std::uint32_t mask = (std::uint32_t{1} << bits_) - 1;
    for (std::size_t row = first; row < end; ++row)
      if (keeps(row)) rows[next[member[row] >> bits_]++] = (member[row] & mask) << 16 | day[row];
  }

  const UsageData& data_;
  std::size_t threads_;
  int bits_ = 0;
  Begins begin_;  // of each block's rows, and the end of all
  std::shared_ptr<std::uint32_t[]> rows_;
};

}  // namespace fealty::adoption::detail
