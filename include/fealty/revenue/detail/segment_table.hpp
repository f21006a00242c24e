// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/ledger_sums.hpp>
#include <fealty/revenue/detail/segment_walk.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::revenue::detail {

/// The sums of a segment and period, by SegmentCell.
struct SegmentSums {
  std::array<std::int64_t, 10> amount{};
  std::array<std::int64_t, 10> accounts{};
};

/// Sums of every segment that occurs; the last is that of accounts of which it is unknown.
class SegmentTable {
 public:
  SegmentTable(std::size_t segments, std::size_t periods) : periods_(periods), rows_(segments + 1) {}

  void add(const SegmentEntry& entry) {
    auto& row = rows_[entry.segment == no_id ? rows_.size() - 1 : entry.segment];
    if (row.empty()) row.resize(periods_);
    const auto cell = static_cast<std::size_t>(entry.cell);
    row[entry.period].amount[cell] += entry.amount;
    row[entry.period].accounts[cell] += entry.cell == SegmentCell::exchange ? 0 : 1;
  }
  /// Adds what a group of units did that never left its segment.
  void add(std::size_t segment, const std::vector<PeriodSums>& group) {
    auto& row = rows_[segment];
    if (row.empty() &&
        std::all_of(group.begin(), group.end(), [](const PeriodSums& sum) { return sum.new_accounts == 0; }))
      return;  // no customer ever
    if (row.empty()) row.resize(periods_);
    const auto put = [](SegmentSums& to, SegmentCell cell, std::int64_t amount, std::int64_t accounts) {
      to.amount[static_cast<std::size_t>(cell)] += amount;
      to.accounts[static_cast<std::size_t>(cell)] += accounts;
    };
    for (std::size_t p = 0; p < group.size(); ++p) {
      const PeriodSums& sum = group[p];
      put(row[p], SegmentCell::new_business, sum.new_business, sum.new_accounts);
      put(row[p], SegmentCell::reactivation, sum.reactivation, sum.reactivation_accounts);
      put(row[p], SegmentCell::expansion, sum.expansion, sum.expansion_accounts);
      put(row[p], SegmentCell::contraction, sum.contraction, sum.contraction_accounts);
      put(row[p], SegmentCell::churn, sum.churn, sum.churn_accounts);
      put(row[p], SegmentCell::exchange, sum.exchange, 0);
    }
  }
  void add(const SegmentTable& other) {
    for (std::size_t segment = 0; segment < rows_.size(); ++segment) {
      if (other.rows_[segment].empty()) continue;
      if (rows_[segment].empty()) rows_[segment].resize(periods_);
      for (std::size_t p = 0; p < periods_; ++p)
        for (std::size_t cell = 0; cell < rows_[segment][p].amount.size(); ++cell) {
          rows_[segment][p].amount[cell] += other.rows_[segment][p].amount[cell];
          rows_[segment][p].accounts[cell] += other.rows_[segment][p].accounts[cell];
        }
    }
  }
  /// Carries every closing over to the opening after it.
  void close() {
    constexpr auto at = [](SegmentCell cell) { return static_cast<std::size_t>(cell); };
    for (auto& row : rows_) {
      std::int64_t amount = 0, accounts = 0;
      for (SegmentSums& sums : row) {
        sums.amount[at(SegmentCell::opening)] = amount;
        sums.accounts[at(SegmentCell::opening)] = accounts;
        amount += signed_sum(sums.amount);
        // Expansion and contraction move no accounts.
        auto moves = sums.accounts;
        moves[at(SegmentCell::expansion)] = moves[at(SegmentCell::contraction)] = 0;
        accounts += signed_sum(moves);
        sums.amount[at(SegmentCell::closing)] = amount;
        sums.accounts[at(SegmentCell::closing)] = accounts;
      }
    }
  }
  const std::vector<SegmentSums>& row(std::size_t segment) const { return rows_[segment]; }
  std::size_t segments() const { return rows_.size(); }

 private:
  /// What the cells between opening and closing add.
  static std::int64_t signed_sum(const std::array<std::int64_t, 10>& cells) {
    std::int64_t sum = 0;
    for (std::size_t cell = 1; cell + 1 < cells.size(); ++cell) {
      const auto which = static_cast<SegmentCell>(cell);
      const bool less =
          which == SegmentCell::contraction || which == SegmentCell::churn || which == SegmentCell::left;
      sum += less ? -cells[cell] : cells[cell];
    }
    return sum;
  }

  std::size_t periods_;
  std::vector<std::vector<SegmentSums>> rows_;
};

}  // namespace fealty::revenue::detail
