// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::revenue {

/// The cells of a segment's row.
enum class SegmentCell {
  opening,
  entered,
  new_business,
  reactivation,
  expansion,
  contraction,
  churn,
  left,
  exchange,
  closing
};
constexpr auto enum_names(SegmentCell) {
  return std::array<std::string_view, 10>{"opening",   "entered",     "new_business", "reactivation",
                                          "expansion", "contraction", "churn",        "left",
                                          "exchange",  "closing"};
}

}  // namespace fealty::revenue
