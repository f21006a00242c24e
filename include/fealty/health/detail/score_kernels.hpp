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
  std::array<double, block_rows> points;    // weight x points of its members
  std::array<double, block_rows> decayed;   // the same of points that have faded; only where a card has decay
  std::array<double, block_rows> weights;   // of members that count
  std::array<double, block_rows> observed;  // of measures that were observed; only where others count too
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

/// A measure of a block, and how it counts.
///
/// \tparam pieces  of a piecewise, whose values are given; without any, points are
template <std::size_t pieces>
struct BlockMeasure {
  const double* values;  // NaN where it was not observed
  Pieces<pieces> of;
  double first, weight, fill, fill_weight, in_micro;
  std::int32_t* line;

  FEALTY_KERNEL double points(double x) const {
    const double sum = pieces == 0 ? x : of.add(first, x);
    return x == x ? sum : fill;
  }
};

/// Adds one measure, or two of one group, to the sums, and writes their lines.
///
/// \tparam filled  whether a measure counts where it was not observed
template <std::size_t pieces, std::size_t measures, bool filled>
struct AddMeasures {
  std::array<BlockMeasure<pieces>, measures> measure;
  std::size_t rows;
  double *points_sum, *weights_sum, *observed_sum, *lines_sum;

  FEALTY_KERNEL void run() {
    each(measure[0].values, measure[measures - 1].values, points_sum, weights_sum, observed_sum, lines_sum,
         measure[0].line, measure[measures - 1].line);
  }

 private:
  FEALTY_KERNEL void each(const double* __restrict first, const double* __restrict second,
                          double* __restrict to_points, double* __restrict to_weights,
                          double* __restrict to_observed, double* __restrict to_lines,
                          std::int32_t* __restrict first_line, std::int32_t* __restrict second_line) const {
    FEALTY_NO_CONTRACTION
    const BlockMeasure<pieces> one = measure[0], two = measure[measures - 1];
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = first[i], points = one.points(x), rounded = nearest(points * one.in_micro);
      double sum = to_points[i] + points * one.weight, lines = to_lines[i] + rounded;
      double weights = to_weights[i] + (x == x ? one.weight : one.fill_weight);
      first_line[i] = static_cast<std::int32_t>(rounded);
      if (filled) to_observed[i] += x == x ? one.weight : 0;
      if (measures == 2) {
        const double y = second[i], other = two.points(y), rest = nearest(other * two.in_micro);
        sum += other * two.weight;
        lines += rest;
        weights += y == y ? two.weight : two.fill_weight;
        second_line[i] = static_cast<std::int32_t>(rest);
        if (filled) to_observed[i] += y == y ? two.weight : 0;
      }
      to_points[i] = sum;
      to_weights[i] = weights;
      to_lines[i] = lines;
    }
  }
};

/// Adds the measures of a group to what is summed over all of them.
struct GatherNode {
  const double* points;
  const double* observed;
  std::size_t rows;
  double share;  // of the card, for a weight of 1
  double *nominal_sum, *observed_sum;

  FEALTY_KERNEL void run() { each(points, observed, nominal_sum, observed_sum); }

 private:
  FEALTY_KERNEL void each(const double* __restrict from, const double* __restrict seen,
                          double* __restrict to_nominal, double* __restrict to_observed) const {
    FEALTY_NO_CONTRACTION
    const double part = share, in_micro = part * micro;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      to_nominal[i] += from[i] * in_micro;
      to_observed[i] += seen[i] * part;
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

}  // namespace fealty::health::detail
