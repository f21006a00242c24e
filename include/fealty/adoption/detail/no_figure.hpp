// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace fealty::adoption::detail {

/// What stands where there is no answer.
inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();

}  // namespace fealty::adoption::detail
