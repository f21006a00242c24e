// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/detail/cadence_walk.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::coverage::detail {

/// A stretch of overdue days.
struct Gap {
  std::uint32_t tier;  // on the first day
  std::int32_t from, to;
  bool touched;
};

/// The overdue days of a stretch, between its touches and within its tiers.
inline std::vector<Gap> gaps_of(const Stretch& stretch, const std::vector<double>& cadence_days,
                                std::int32_t as_of) {
  std::vector<Gap> gaps;
  std::size_t piece = 0;
  std::int64_t mark = stretch.start();
  const std::int64_t last = std::min<std::int64_t>(stretch.end(), std::int64_t{as_of} + 1);
  for (std::size_t i = 0; i <= stretch.touches.size(); ++i) {
    const bool touched = i < stretch.touches.size();
    const std::int64_t next = touched ? stretch.touches[i]->date : last;
    std::optional<Gap> gap;
    const auto close = [&] {
      if (gap) gaps.push_back(*gap);
      gap.reset();
    };
    while (piece + 1 < stretch.pieces.size() && stretch.pieces[piece].to <= mark) ++piece;
    for (std::size_t p = piece; p < stretch.pieces.size() && stretch.pieces[p].from < next; ++p) {
      const Stretch::Piece& each = stretch.pieces[p];
      const double days = cadence_days[each.tier];
      if (std::isnan(days)) continue;
      const std::int64_t from = std::max<std::int64_t>(each.from, mark + static_cast<std::int64_t>(days) + 1);
      const std::int64_t to = std::min<std::int64_t>(each.to, next);
      if (from >= to) continue;
      if (gap && gap->to != from) close();
      if (!gap) gap = Gap{each.tier, static_cast<std::int32_t>(from), 0, false};
      gap->to = static_cast<std::int32_t>(to);
      gap->touched = touched && to == next;
    }
    close();
    mark = next;
  }
  return gaps;
}

}  // namespace fealty::coverage::detail
