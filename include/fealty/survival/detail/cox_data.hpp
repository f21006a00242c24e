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
    std::vector<std::uint64_t> keys;  // stratum and place
    for (const std::uint32_t row : rows) {
      keys.push_back(key(row, data.exit[row]));
      if (late(row)) keys.push_back(key(row, data.entry[row]));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    number(keys, to);
    const auto cell = [&](std::uint32_t row, std::int32_t place) {
      return cells_[static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), key(row, place)) -
                                             keys.begin())];
    };
    for (const std::uint32_t row : rows) {
      to.exit.push_back(cell(row, data.exit[row]));
      if (data.entry.present())
        to.entry.push_back(late(row) ? static_cast<std::int32_t>(cell(row, data.entry[row])) : -1);
    }
  }

 private:
  bool late(std::uint32_t row) const { return data_.entry.present() && data_.entry[row] >= 0; }
  std::uint64_t key(std::uint32_t row, std::int32_t place) const {
    return std::uint64_t{strata_.of(row)} << 32 | static_cast<std::uint32_t>(place);
  }
  void number(const std::vector<std::uint64_t>& keys, CoxData& to) {
    std::uint32_t next = 0;
    double age = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool first = i == 0 || keys[i] >> 32 != keys[i - 1] >> 32;
      const double here = data_.age(keys[i] & 0xffffffffU);
      if (first) to.first.push_back(next);
      if (first || !same_age(age, here)) {
        age = here;
        ++next;
      }
      cells_.push_back(next - 1);
    }
    to.first.push_back(next);
  }

  const LifetimeData& data_;
  const Grouping& strata_;
  std::vector<std::uint32_t> cells_;  // of each key
};

}  // namespace fealty::survival::detail
