// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/scorecard.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::health::detail {

/// The lines of all scores, in micro-points.
struct ScoreLines {
  std::vector<Column<std::int32_t>> measures;  // in the card's order
  Column<std::int64_t> renormalization, decay, exception, clamp, rounding;
};
/// What scores were computed of and with.
struct ScoreSource {
  Scorecard card;
  std::shared_ptr<const MeasureData> measures;
  std::shared_ptr<const ScoreLines> lines;  // null until they are asked for
};

}  // namespace fealty::health::detail
