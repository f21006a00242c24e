// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/design_matrix.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// Lives for a partial likelihood: each row leaves the risk set of its stratum at a cell, and may have
/// entered it after another. Cells of a stratum lie side by side, by age; ages that are ties share one.
struct CoxData {
  std::vector<std::uint32_t> exit;   // cell of each row
  std::vector<std::int32_t> entry;   // cell after which it is at risk, -1 from the beginning; empty for all
  std::vector<std::uint8_t> ended;   // 1 or 0
  std::vector<double> weight;        // empty for 1
  std::vector<double> offset;        // empty for 0
  std::vector<std::uint32_t> first;  // the first cell of each stratum, and the end of the last

  std::size_t rows() const { return exit.size(); }
  std::size_t cells() const { return first.back(); }
  double weight_of(std::size_t row) const { return weight.empty() ? 1 : weight[row]; }
};

/// Numbers the ages of each stratum.
class CoxCells {
 public:
  CoxCells(const LifetimeData& data, const std::vector<std::uint32_t>& rows, const Grouping& strata,
           CoxData& to)
      : data_(data), strata_(strata) {
    const std::size_t table = strata.count() * data.places;
    if (table <= std::max<std::size_t>(1 << 16, 2 * rows.size())) cells_.assign(table, unused);
    const auto each_place = [&](auto f) {
      for (const std::uint32_t row : rows) {
        f(key(row, data.exit[row]));
        if (late(row)) f(key(row, data.entry[row]));
      }
    };
    each_place([&](std::uint64_t key) { dense() ? void(cells_[key] = 0) : keys_.push_back(key); });
    number(to);
    for (const std::uint32_t row : rows) {
      to.exit.push_back(cell(key(row, data.exit[row])));
      if (data.entry.present())
        to.entry.push_back(late(row) ? static_cast<std::int32_t>(cell(key(row, data.entry[row]))) : -1);
    }
  }

 private:
  bool late(std::uint32_t row) const { return data_.entry.present() && data_.entry[row] >= 0; }
  bool dense() const { return !cells_.empty(); }
  std::uint64_t key(std::uint32_t row, std::int32_t place) const {
    return strata_.of(row) * data_.places + static_cast<std::uint32_t>(place);
  }
  std::uint32_t cell(std::uint64_t key) const {
    if (dense()) return cells_[key];
    return number_[static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), key) -
                                            keys_.begin())];
  }
  /// Numbers the places that are used, one number for ties.
  void number(CoxData& to) {
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    std::uint32_t next = 0;
    double age = 0;
    std::uint64_t stratum = 0;
    const auto take = [&](std::uint64_t key) {
      const bool first = next == 0 || key / data_.places != stratum;
      const double here = data_.age(key % data_.places);
      stratum = key / data_.places;
      if (first) to.first.push_back(next);
      if (first || !same_age(age, here)) {
        age = here;
        ++next;
      }
      return next - 1;
    };
    for (std::uint64_t key = 0; key < cells_.size(); ++key)
      if (cells_[key] != unused) cells_[key] = take(key);
    for (const std::uint64_t key : keys_) number_.push_back(take(key));
    to.first.push_back(next);
  }

  static constexpr std::uint32_t unused = no_id;
  const LifetimeData& data_;
  const Grouping& strata_;
  std::vector<std::uint32_t> cells_;   // of each key, where they are few; otherwise
  std::vector<std::uint64_t> keys_;    // those that are used, ascending,
  std::vector<std::uint32_t> number_;  // and the cell of each
};

}  // namespace fealty::survival::detail
