// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/score_kernels.hpp>

#include <cstddef>
#include <cstdint>

namespace fealty::health::detail {

/// From the sums at the top to a score in micro-points.
struct FinishBlock {
  const double* __restrict before;     // points of the top, as observed
  const double* __restrict faded;      // faded; the same where nothing does
  const double* __restrict changed;    // points that exceptions add
  const double* __restrict exception;  // the same in micro-points, rounded
  const double* __restrict nominal;    // micro-points
  const double* __restrict lines;      // micro-points, rounded
  std::size_t rows;
  double lower, upper, step;
  std::int64_t* __restrict score;
  std::int64_t* __restrict renormalization;
  std::int64_t* __restrict decay;
  std::int64_t* __restrict clamp;
  std::int64_t* __restrict rounding;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) {
      const double whole = faded[i] + changed[i];
      const double least = whole > lower ? whole : lower, held = least < upper ? least : upper;
      const double shown = nearest(nearest(held * micro) / step) * step;
      const double shift = nearest(before[i] * micro - nominal[i]);
      const double fade = nearest((faded[i] - before[i]) * micro);
      const double cut = nearest((held - whole) * micro);
      score[i] = nearest_integer(shown);
      renormalization[i] = nearest_integer(shift);
      decay[i] = nearest_integer(fade);
      clamp[i] = nearest_integer(cut);
      rounding[i] = nearest_integer(shown - ((((lines[i] + shift) + fade) + exception[i]) + cut));
    }
  }
};

/// Scores as they are shown, and their bands; the last band but one is the highest, the last is unknown.
struct ShowBlock {
  const std::int64_t* __restrict micro_points;
  const double* __restrict observed;
  const double* __restrict weights;  // of the top
  std::size_t rows;
  double shares, min_coverage;
  const double* uppers;  // of all bands but the highest
  std::size_t borders;
  bool inclusive;
  double* __restrict score;
  double* __restrict coverage;
  std::uint32_t* __restrict band;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    const auto unknown = static_cast<std::uint32_t>(borders + 1);
    for (std::size_t i = 0; i < rows; ++i) {
      score[i] = static_cast<double>(micro_points[i]) / micro;
      band[i] = 0;
    }
    for (std::size_t k = 0; k < borders; ++k) {
      const double upper = uppers[k];
      for (std::size_t i = 0; i < rows; ++i)
        band[i] += (inclusive ? score[i] > upper : score[i] >= upper) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < rows; ++i) {
      coverage[i] = observed[i] / shares;
      const bool known = weights[i] > 0 && coverage[i] >= min_coverage;
      score[i] = known ? score[i] : no_points;
      band[i] = known ? band[i] : unknown;
    }
  }
};

}  // namespace fealty::health::detail
