// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/performance.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::coverage::detail {

/// P values that allow for how many there are; NaN stays, and does not count.
inline std::vector<double> adjusted(const std::vector<double>& p_values, PAdjustment adjustment) {
  std::vector<double> found = p_values;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i)
    if (!std::isnan(p_values[i])) order.push_back(i);
  if (adjustment == PAdjustment::none) return found;
  const auto groups = static_cast<double>(order.size());
  if (adjustment == PAdjustment::bonferroni) {
    for (const std::size_t i : order) found[i] = std::min(1.0, groups * p_values[i]);
    return found;
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  double least = 1;  // of those with larger p values
  for (std::size_t at = 0; at < order.size(); ++at) {
    const double place = groups - static_cast<double>(at);
    least = std::min(least, groups / place * p_values[order[at]]);
    found[order[at]] = least;
  }
  return found;
}

}  // namespace fealty::coverage::detail
