// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The rows of one group of a curve.
struct CurveRows {
  std::size_t begin, end;
};

/// The groups of a curve, one after the other.
class CurveGroups {
 public:
  CurveGroups(const IdColumn& group, const std::vector<double>& time) : group_(group) {
    for (std::size_t i = 0; i < time.size(); ++i) {
      const bool first = i == 0 || (group.present() && group.codes()[i] != group.codes()[i - 1]);
      if (first) rows_.push_back({i, i});
      rows_.back().end = i + 1;
    }
  }
  const std::vector<CurveRows>& all() const { return rows_; }
  /// The groups as a column, each so many times.
  IdColumn column(std::size_t times) const {
    if (!group_.present()) return {};
    std::vector<std::uint32_t> codes;
    for (const CurveRows rows : rows_) codes.insert(codes.end(), times, group_.codes()[rows.begin]);
    return {std::move(codes), group_.ids()};
  }

 private:
  const IdColumn& group_;
  std::vector<CurveRows> rows_;
};

}  // namespace fealty::survival::detail
