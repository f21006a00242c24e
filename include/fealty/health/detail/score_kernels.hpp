// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/score_plan.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

// Loops over the rows of a block. Each row is computed by itself, in one order of operations: neither the
// instruction set nor the place in a block changes a bit.
namespace fealty::health::detail {

inline constexpr std::size_t block_rows = 512;

/// The nearest whole number, ties to even, of numbers within 2^51.
FEALTY_KERNEL inline double nearest(double x) {
  constexpr double shift = 0x1.8p52;
  return (x + shift) - shift;
}
/// The same as an integer; the sum's last bits are those of the number.
FEALTY_KERNEL inline std::int64_t nearest_integer(double x) {
  constexpr double shift = 0x1.8p52;
  return std::bit_cast<std::int64_t>(x + shift) - std::bit_cast<std::int64_t>(shift);
}

/// What is summed over the measures of each row of a block.
struct BlockSums {
  std::array<double, block_rows> observed;  // shares of measures that were observed
  std::array<double, block_rows> nominal;   // micro-points, each measure with its share
  std::array<double, block_rows> lines;     // the same, each rounded
};
/// The sums of a group.
struct NodeSums {
  std::array<double, block_rows> points;   // weight x points of its members
  std::array<double, block_rows> decayed;  // the same of points that have faded; only where a card has decay
  std::array<double, block_rows> weights;
};

/// A few pieces of a piecewise, in registers.
template <std::size_t pieces>
struct Pieces {
  std::array<Piece, pieces> piece;

  FEALTY_KERNEL double add(double sum, double x) const {
    for (std::size_t k = 0; k < pieces; ++k) {
      const double above = x - piece[k].from, inside = above > 0 ? above : 0;
      sum += piece[k].slope * (inside < piece[k].width ? inside : piece[k].width);
    }
    return sum;
  }
};

/// From values to points, a few pieces at a time.
template <std::size_t pieces>
struct PiecewisePoints {
  const double* values;
  std::size_t rows;
  Pieces<pieces> of;
  double first;
  bool more;  // adds to the points that are there
  double* points;

  FEALTY_KERNEL void run() {
    if (more) each<true>(values, points);
    else each<false>(values, points);
  }

 private:
  template <bool add>
  FEALTY_KERNEL void each(const double* __restrict from, double* __restrict to) const {
    FEALTY_NO_CONTRACTION
    const Pieces<pieces> own = of;
    const double begin = first;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = from[i], sum = own.add(add ? to[i] : begin, x);
      to[i] = x == x ? sum : x;
    }
  }
};

/// Adds a measure to the sums, and writes its line.
///
/// \tparam pieces  of a piecewise, whose values are given; without any, points are
template <std::size_t pieces>
struct AddMeasure {
  const double* values;  // NaN where it was not observed
  std::size_t rows;
  Pieces<pieces> of;
  double first, weight, fill, fill_weight, share;
  double *points_sum, *weights_sum, *observed_sum, *nominal_sum, *lines_sum;
  std::int32_t* line;

  FEALTY_KERNEL void run() {
    each(values, points_sum, weights_sum, observed_sum, nominal_sum, lines_sum, line);
  }

 private:
  FEALTY_KERNEL void each(const double* __restrict from, double* __restrict to_points,
                          double* __restrict to_weights, double* __restrict to_observed,
                          double* __restrict to_nominal, double* __restrict to_lines,
                          std::int32_t* __restrict to_line) const {
    FEALTY_NO_CONTRACTION
    const Pieces<pieces> own = of;
    const double begin = first, full = weight, other = fill, other_weight = fill_weight;
    const double part = share, in_micro = part * micro;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = from[i];
      const bool there = x == x;
      const double points = pieces == 0 ? x : own.add(begin, x), worth = there ? points : other;
      const double nominal = worth * in_micro, rounded = nearest(nominal);
      to_points[i] += worth * full;
      to_weights[i] += there ? full : other_weight;
      to_observed[i] += there ? part : 0;
      to_nominal[i] += nominal;
      to_lines[i] += rounded;
      to_line[i] = static_cast<std::int32_t>(rounded);
    }
  }
};

/// Adds faded points to the sums of a group.
struct AddDecayed {
  const double* __restrict points;  // NaN where the measure was not observed
  const double* __restrict factor;
  std::size_t rows;
  double neutral, weight, fill;
  double* __restrict sum;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) {
      const double faded = factor[i] == 1 ? points[i] : neutral + factor[i] * (points[i] - neutral);
      sum[i] += (points[i] == points[i] ? faded : fill) * weight;
    }
  }
};

/// What a group comes to: the mean of its members, or their sum.
struct GroupPoints {
  double* __restrict points;  // in: their sum
  const double* __restrict weights;
  std::size_t rows;
  bool sum;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) points[i] /= sum || !(weights[i] > 0) ? 1 : weights[i];
  }
};

/// Adds what a group comes to, to its parent.
struct AddNode {
  const double* __restrict points;
  const double* __restrict weights;
  std::size_t rows;
  double weight;
  double* __restrict parent_points;
  double* __restrict parent_weights;  // null where they are added already

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) parent_points[i] += weights[i] > 0 ? points[i] * weight : 0;
    if (parent_weights == nullptr) return;
    for (std::size_t i = 0; i < rows; ++i) parent_weights[i] += weights[i] > 0 ? weight : 0;
  }
};

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
