// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/score_kernels.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// Where the scores of rows go; lines may be null.
struct ScoreOutput {
  double* score;
  double* coverage;
  double* oldest;
  std::uint32_t* band;
  std::int64_t* micro_points;
  std::vector<std::int32_t*> lines;  // of the measures, in the card's order, each on a cache line of its own
  bool streamed;                     // whether they are too many for the caches
  std::int64_t* renormalization;
  std::int64_t* decay;
  std::int64_t* exception;
  std::int64_t* clamp;
  std::int64_t* rounding;
};

inline constexpr double no_age = -1;

/// What a thread works in.
struct ScoreScratch {
  explicit ScoreScratch(std::size_t groups) : nodes(groups) {
    changed.fill(0);
    exception.fill(0);
    oldest.fill(no_age);
    for (auto* each : {&decay, &exceptions, &clamp}) each->fill(0);
  }
  using Block = std::array<double, block_rows>;

  BlockSums sums;
  std::vector<NodeSums> nodes;
  Block values, points, factor, changed, exception, oldest, score, coverage, oldest_days;
  std::array<std::int32_t, block_rows> line;
  std::array<std::uint32_t, block_rows> band;
  std::array<std::int64_t, block_rows> micro_points, renormalization, decay, exceptions, clamp, rounding;
};

}  // namespace fealty::health::detail
