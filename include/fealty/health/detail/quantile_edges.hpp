// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/feature_column.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// Upper ends of at most so many bins of about as many numbers each, all but the last: values that occur, the
/// smallest up to which at least 1, 2, ... of `bins` parts of the numbers lie. Equal numbers stay together,
/// so that there may be fewer bins.
inline std::vector<double> quantile_edges(const Column<double>& numbers, std::size_t bins) {
  std::vector<double> sorted;
  sorted.reserve(numbers.size());
  for (std::size_t row = 0; row < numbers.size(); ++row)
    if (!std::isnan(numbers[row])) sorted.push_back(numbers[row] == 0 ? 0.0 : numbers[row]);  // no -0
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> edges;
  for (std::size_t part = 1; part < bins && !sorted.empty(); ++part) {
    const std::size_t rank = (part * sorted.size() + bins - 1) / bins;  // rounded up, at least 1
    const double edge = sorted[rank - 1];
    if (edge < sorted.back() && (edges.empty() || edges.back() < edge)) edges.push_back(edge);
  }
  return edges;
}

/// Upper ends of bins that hold one value each; of quantiles if there are too many values.
inline std::vector<double> fine_edges(const Column<double>& numbers, std::size_t most) {
  std::vector<double> values;
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (std::isnan(numbers[row])) continue;
    const auto at = std::lower_bound(values.begin(), values.end(), numbers[row]);
    if (at != values.end() && *at == numbers[row]) continue;
    if (values.size() == most) return quantile_edges(numbers, most);
    values.insert(at, numbers[row] == 0 ? 0.0 : numbers[row]);
  }
  if (!values.empty()) values.pop_back();
  return values;
}

}  // namespace fealty::health::detail
