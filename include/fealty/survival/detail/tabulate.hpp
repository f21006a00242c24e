// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Numbers the cells of a table of groups and places; those that a table would leave mostly empty are
/// numbered by rank.
class CellIndex {
 public:
  CellIndex(const LifetimeData& data, std::size_t groups, std::span<const std::uint32_t> group)
      : places_(data.places), cells_(groups * places_) {
    constexpr std::size_t small = 1 << 20;
    if (cells_ <= std::max(small, 2 * data.rows)) return;
    const auto note = [&](const Column<std::int32_t>& column) {
      for (std::size_t row = 0; row < column.size(); ++row)
        if (column[row] >= 0) keys_.push_back(key(group.empty() ? 0 : group[row], column[row]));
    };
    note(data.exit);
    note(data.entry);
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    cells_ = keys_.size();
  }

  std::size_t size() const { return cells_; }
  bool ranked() const { return !keys_.empty(); }
  std::size_t operator()(std::size_t group, std::int32_t place) const {
    const std::uint64_t at = key(group, place);
    if (!ranked()) return at;
    return static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), at) - keys_.begin());
  }
  /// The group and place of a cell.
  std::pair<std::size_t, std::size_t> of(std::size_t cell) const {
    const std::size_t at = ranked() ? keys_[cell] : cell;
    return {at / places_, at % places_};
  }

 private:
  std::uint64_t key(std::size_t group, std::int32_t place) const {
    return group * places_ + static_cast<std::size_t>(place);
  }

  std::size_t places_, cells_;
  std::vector<std::uint64_t> keys_;
};

/// The group of a row: one for all, its code, or a number less the first one; what lies outside these is in
/// the last group.
struct OneGroup {
  std::size_t operator()(std::size_t) const { return 0; }
};
struct CodedGroups {
  const std::uint32_t* codes;
  std::size_t operator()(std::size_t row) const { return codes[row]; }
};
struct NumberedGroups {
  const std::int64_t* numbers;
  std::int64_t first;
  std::uint64_t count;
  std::size_t operator()(std::size_t row) const {
    const std::uint64_t at = static_cast<std::uint64_t>(numbers[row]) - static_cast<std::uint64_t>(first);
    return at < count ? at : count;
  }
};

/// Counts of a chunk of rows by cell and outcome. Where lives end of one cause, a number holds both counts:
/// the rows below, and those that ended above 2^32. Small tables are two, which take turns: a count then
/// seldom waits for the one before, and both stay in the nearest cache.
class OutcomeCounts {
 public:
  template <class Groups>
  void count(const LifetimeData& data, Groups groups, const CellIndex& index, std::size_t begin,
             std::size_t end) {
    kinds_ = data.causes.size() + 1;
    const std::int32_t* const exit = data.exit.values().data();
    const std::uint8_t* const ended = data.ended.values().data();
    const std::size_t places = data.places, kinds = kinds_;
    const auto run = [&](auto cell) {
      if (kinds == 2)
        add_rows(begin, end, index.size(), cell,
                 [=](std::size_t row) { return 1 + (std::uint64_t{ended[row]} << 32); });
      else
        add_rows(
            begin, end, index.size() * kinds, [=](std::size_t row) { return cell(row) * kinds + ended[row]; },
            [](std::size_t) { return std::uint64_t{1}; });
    };
    if (index.ranked()) run([&](std::size_t row) { return index(groups(row), exit[row]); });
    else run([=](std::size_t row) { return groups(row) * places + static_cast<std::uint32_t>(exit[row]); });
  }
  void add(const OutcomeCounts& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  }
  std::int64_t at(std::size_t cell, std::size_t kind) const {
    if (kinds_ != 2) return static_cast<std::int64_t>(counts_[cell * kinds_ + kind]);
    const std::uint64_t ended = counts_[cell] >> 32, all = counts_[cell] & 0xffffffff;
    return static_cast<std::int64_t>(kind == 1 ? ended : all - ended);
  }

 private:
  template <class Cell, class Amount>
  void add_rows(std::size_t begin, std::size_t end, std::size_t cells, Cell cell, Amount amount) {
    constexpr std::size_t small = 2048;
    counts_.assign(cells, 0);
    std::vector<std::uint64_t> other(cells <= small ? cells : 0);
    std::uint64_t *const a = counts_.data(), *const b = cells <= small ? other.data() : a;
    std::size_t row = begin;
    for (; row + 4 <= end; row += 4) {
      a[cell(row)] += amount(row);
      b[cell(row + 1)] += amount(row + 1);
      a[cell(row + 2)] += amount(row + 2);
      b[cell(row + 3)] += amount(row + 3);
    }
    for (; row < end; ++row) a[cell(row)] += amount(row);
    for (std::size_t i = 0; i < other.size(); ++i) counts_[i] += other[i];
  }

  std::size_t kinds_ = 2;
  std::vector<std::uint64_t> counts_;
};

/// Entries and weights, by cell; empty where there are none.
struct EntriesAndWeights {
  std::vector<std::int64_t> entered;
  std::vector<fealty::detail::DoubleSum> entered_weight, weights, squares;

  EntriesAndWeights(const LifetimeData& data, std::span<const std::uint32_t> group, const CellIndex& index) {
    const bool weighted = data.weight_kind.has_value(), late = data.entry.present();
    const std::size_t kinds = data.causes.size() + 1;
    if (late) entered.resize(index.size());
    if (late && weighted) entered_weight.resize(index.size());
    if (weighted) {
      weights.resize(index.size() * kinds);
      squares.resize(index.size() * kinds);
    }
    if (!late && !weighted) return;
    for (std::size_t row = 0; row < data.rows; ++row) {
      const std::size_t of = group.empty() ? 0 : group[row];
      const double weight = weighted ? data.weight[row] : 0;
      if (weighted) {
        const std::size_t cell = index(of, data.exit[row]) * kinds + data.ended[row];
        weights[cell].add(weight);
        squares[cell].add_product(weight, weight);
      }
      if (!late || data.entry[row] < 0) continue;
      const std::size_t cell = index(of, data.entry[row]);
      ++entered[cell];
      if (weighted) entered_weight[cell].add(weight);
    }
  }
};

/// Puts the cells of a table into groups, without those in which nothing happens.
class CellCollector {
 public:
  CellCollector(const LifetimeData& data, const CellIndex& index) : data_(data), index_(index) {}

  /// \param groups  where those of each group go
  void collect(const OutcomeCounts& counts, const EntriesAndWeights& sums, std::vector<LifeCells>& groups) {
    const std::size_t kinds = data_.causes.size() + 1;
    const bool weighted = data_.weight_kind.has_value();
    for (LifeCells& cells : groups) {
      cells.outcomes.resize(kinds);
      cells.weights.resize(weighted ? kinds : 0);
      cells.squares.resize(weighted ? kinds : 0);
    }
    for (std::size_t cell = 0; cell < index_.size(); ++cell) {
      std::int64_t outcomes = 0;
      for (std::size_t kind = 0; kind < kinds; ++kind) outcomes += counts.at(cell, kind);
      const std::int64_t entered = sums.entered.empty() ? 0 : sums.entered[cell];
      if (outcomes == 0 && entered == 0) continue;
      const auto [group, place] = index_.of(cell);
      LifeCells& to = groups[group];
      to.age.push_back(data_.age(place));
      to.entered.push_back(entered);
      if (weighted)
        to.entered_weight.push_back(sums.entered_weight.empty() ? fealty::detail::DoubleSum{}
                                                                : sums.entered_weight[cell]);
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        to.outcomes[kind].push_back(counts.at(cell, kind));
        if (!weighted) continue;
        to.weights[kind].push_back(sums.weights[cell * kinds + kind]);
        to.squares[kind].push_back(sums.squares[cell * kinds + kind]);
      }
    }
  }

 private:
  const LifetimeData& data_;
  const CellIndex& index_;
};

/// Counts of all rows. A chunk has a table of its own, which is not worth while for few rows.
template <class Groups>
OutcomeCounts count_outcomes(const LifetimeData& data, Groups groups, const CellIndex& index,
                             std::size_t threads) {
  const std::size_t chunks = std::clamp<std::size_t>(data.rows / (8 * index.size() + (1 << 16)), 1, threads);
  std::vector<OutcomeCounts> counts(chunks);
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t) {
    counts[chunk].count(data, groups, index, data.rows * chunk / chunks, data.rows * (chunk + 1) / chunks);
  });
  for (std::size_t chunk = 1; chunk < chunks; ++chunk) counts[0].add(counts[chunk]);
  return std::move(counts[0]);
}

/// Lives by group and age.
///
/// \param group   of each row; empty where all are in one
/// \param groups  how many there are
inline std::vector<LifeCells> tabulate(const LifetimeData& data, std::span<const std::uint32_t> group,
                                       std::size_t groups, std::size_t threads) {
  std::vector<LifeCells> cells(groups);
  const CellIndex index(data, groups, group);
  const OutcomeCounts counts = group.empty()
                                   ? count_outcomes(data, OneGroup{}, index, threads)
                                   : count_outcomes(data, CodedGroups{group.data()}, index, threads);
  CellCollector(data, index).collect(counts, EntriesAndWeights(data, group, index), cells);
  return cells;
}

}  // namespace fealty::survival::detail
