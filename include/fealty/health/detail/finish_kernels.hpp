// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/score_kernels.hpp>

#include <cstddef>
#include <cstdint>

// Compilers believe that memory does not overlap if it is a function's parameters that say so.
namespace fealty::health::detail {

/// From the sums at the top to a score in micro-points.
struct FinishBlock {
  const double* before;     // points of the top, as observed
  const double* faded;      // faded; the same where nothing does
  const double* changed;    // points that exceptions add
  const double* exception;  // the same in micro-points, rounded
  const double* nominal;    // micro-points
  const double* lines;      // micro-points, rounded
  std::size_t rows;
  double lower, upper, step;
  bool plain;  // points neither fade nor are changed nor cut off; their columns have what they began with
  std::int64_t* score;
  std::int64_t* renormalization;
  std::int64_t* decay;
  std::int64_t* exceptions;
  std::int64_t* clamp;
  std::int64_t* rounding;

  FEALTY_KERNEL void run() {
    if (plain) few(before, nominal, lines, score, renormalization, rounding);
    else
      each(before, faded, changed, exception, nominal, lines, score, renormalization, decay, exceptions,
           clamp, rounding);
  }

 private:
  FEALTY_KERNEL void few(const double* __restrict from, const double* __restrict by_share,
                         const double* __restrict line, std::int64_t* __restrict to_score,
                         std::int64_t* __restrict to_renormalization,
                         std::int64_t* __restrict to_rounding) const {
    FEALTY_NO_CONTRACTION
    const double unit = step;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double whole = from[i] * micro;
      const double shown = nearest(nearest(whole) / unit) * unit, shift = nearest(whole - by_share[i]);
      to_score[i] = nearest_integer(shown);
      to_renormalization[i] = nearest_integer(shift);
      to_rounding[i] = nearest_integer(shown - (line[i] + shift));
    }
  }
  FEALTY_KERNEL void each(const double* __restrict from, const double* __restrict by_age,
                          const double* __restrict change, const double* __restrict in_micro,
                          const double* __restrict by_share, const double* __restrict line,
                          std::int64_t* __restrict to_score, std::int64_t* __restrict to_renormalization,
                          std::int64_t* __restrict to_decay, std::int64_t* __restrict to_exception,
                          std::int64_t* __restrict to_clamp, std::int64_t* __restrict to_rounding) const {
    FEALTY_NO_CONTRACTION
    const double least = lower, most = upper, unit = step;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double whole = by_age[i] + change[i];
      const double above = whole > least ? whole : least, held = above < most ? above : most;
      const double shown = nearest(nearest(held * micro) / unit) * unit;
      const double shift = nearest(from[i] * micro - by_share[i]);
      const double fade = nearest((by_age[i] - from[i]) * micro);
      const double cut = nearest((held - whole) * micro);
      to_score[i] = nearest_integer(shown);
      to_renormalization[i] = nearest_integer(shift);
      to_decay[i] = nearest_integer(fade);
      to_exception[i] = nearest_integer(in_micro[i]);
      to_clamp[i] = nearest_integer(cut);
      to_rounding[i] = nearest_integer(shown - ((((line[i] + shift) + fade) + in_micro[i]) + cut));
    }
  }
};

/// Scores as they are shown, and their bands; the last band but one is the highest, the last is unknown.
struct ShowBlock {
  const std::int64_t* micro_points;
  const double* observed;
  const double* weights;  // of the top
  const double* age;      // of the oldest value; below 0 where none is known
  std::size_t rows;
  double shares, min_coverage;
  const double* uppers;  // of all bands but the highest
  std::size_t borders;
  bool inclusive;
  double* score;
  double* coverage;
  double* oldest;
  std::uint32_t* band;

  FEALTY_KERNEL void run() {
    begin(micro_points, observed, age, score, coverage, oldest, band);
    for (std::size_t k = 0; k < borders; ++k)
      if (inclusive) pass<true>(uppers[k], score, band);
      else pass<false>(uppers[k], score, band);
    hide(weights, coverage, score, band);
  }

 private:
  FEALTY_KERNEL void begin(const std::int64_t* __restrict from, const double* __restrict seen,
                           const double* __restrict days, double* __restrict to_score,
                           double* __restrict to_coverage, double* __restrict to_oldest,
                           std::uint32_t* __restrict to_band) const {
    FEALTY_NO_CONTRACTION
    const double all = shares;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      to_score[i] = as_double(from[i]) / micro;
      to_coverage[i] = seen[i] / all;
      to_oldest[i] = days[i] < 0 ? no_points : days[i];
      to_band[i] = 0;
    }
  }
  template <bool up_to>
  FEALTY_KERNEL void pass(double upper, const double* __restrict from, std::uint32_t* __restrict to) const {
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) to[i] += (up_to ? from[i] > upper : from[i] >= upper) ? 1U : 0U;
  }
  FEALTY_KERNEL void hide(const double* __restrict of, const double* __restrict share,
                          double* __restrict to_score, std::uint32_t* __restrict to_band) const {
    const double least = min_coverage;
    const auto unknown = static_cast<std::uint32_t>(borders + 1);
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const bool known = (of[i] > 0) & (share[i] >= least);
      to_score[i] = known ? to_score[i] : no_points;
      to_band[i] = known ? to_band[i] : unknown;
    }
  }
};

}  // namespace fealty::health::detail
