// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::health {

/// How probabilities are put into bins.
enum class Binning {
  equal_mass,  ///< of about as many rows; those of the same probability stay together, so bins may be fewer
  equal_width  ///< of the same width over [0, 1]; a bin holds its upper end; empty ones are left out
};
constexpr auto enum_names(Binning) { return std::array<std::string_view, 2>{"equal_mass", "equal_width"}; }

}  // namespace fealty::health
