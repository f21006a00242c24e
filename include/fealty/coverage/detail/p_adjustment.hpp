// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::coverage::detail {

/// The places of p values that there are.
inline std::vector<std::size_t> known_p_values(const std::vector<double>& p_values) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < p_values.size(); ++i)
    if (!std::isnan(p_values[i])) places.push_back(i);
  return places;
}

/// P values that allow for how many there are; NaN stays, and does not count.
inline std::vector<double> bonferroni(std::vector<double> p_values) {
  const std::vector<std::size_t> known = known_p_values(p_values);
  for (const std::size_t i : known)
    p_values[i] = std::min(1.0, static_cast<double>(known.size()) * p_values[i]);
  return p_values;
}
inline std::vector<double> benjamini_hochberg(const std::vector<double>& p_values) {
  std::vector<double> found = p_values;
  std::vector<std::size_t> order = known_p_values(p_values);
  const auto groups = static_cast<double>(order.size());
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  double least = 1;  // of those with larger p values
  for (std::size_t at = 0; at < order.size(); ++at) {
    least = std::min(least, groups / (groups - static_cast<double>(at)) * p_values[order[at]]);
    found[order[at]] = least;
  }
  return found;
}

}  // namespace fealty::coverage::detail
