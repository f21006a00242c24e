// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::retention {

/// What is retained.
enum class RetentionMeasure {
  nrr,            ///< revenue, with expansion
  grr,            ///< revenue, without
  logo_retention  ///< accounts
};
constexpr auto enum_names(RetentionMeasure) {
  return std::array<std::string_view, 3>{"nrr", "grr", "logo_retention"};
}

}  // namespace fealty::retention
