// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fealty::health::detail {

/// Wilson's interval of a share of weights that count as so many rows.
inline fealty::detail::Interval share_interval(double part, double whole, double z) {
  if (!(whole > 0))
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const double p = part / whole, z2 = z * z;
  const double center = p + z2 / (2 * whole);
  const double half = z * std::sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole));
  return {part == 0 ? 0.0 : std::max(0.0, (center - half) / (1 + z2 / whole)),
          part == whole ? 1.0 : std::min(1.0, (center + half) / (1 + z2 / whole))};
}

}  // namespace fealty::health::detail
