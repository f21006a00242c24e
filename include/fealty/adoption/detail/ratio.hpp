// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

namespace fealty::adoption::detail {

/// The one division of counts; NaN where there is no base.
inline double ratio(double count, double of) {
  return of > 0 ? count / of : std::numeric_limits<double>::quiet_NaN();
}
inline double ratio(std::int64_t count, std::int64_t of) {
  return ratio(static_cast<double>(count), static_cast<double>(of));
}

}  // namespace fealty::adoption::detail
