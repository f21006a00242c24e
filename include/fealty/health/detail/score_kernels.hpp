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
/// The same as an integer; the sum's last bits are those of the number. (Few processors convert 64 bits at
/// once.)
FEALTY_KERNEL inline std::int64_t nearest_integer(double x) {
  constexpr double shift = 0x1.8p52;
  return std::bit_cast<std::int64_t>(x + shift) - std::bit_cast<std::int64_t>(shift);
}
/// The way back.
FEALTY_KERNEL inline double as_double(std::int64_t x) {
  constexpr double shift = 0x1.8p52;
  return std::bit_cast<double>(x + std::bit_cast<std::int64_t>(shift)) - shift;
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

/// Adds the points of a measure to the sums, and writes its lines.
///
/// \tparam filled  whether it counts where it was not observed
template <bool filled>
struct AddPoints {
  const double* points;  // NaN where it was not observed
  std::size_t rows;
  double weight, fill, fill_weight, in_micro;
  double *points_sum, *weights_sum, *observed_sum, *lines_sum;
  std::int32_t* line;

  FEALTY_KERNEL void run() { each(points, points_sum, weights_sum, observed_sum, lines_sum, line); }

 private:
  FEALTY_KERNEL void each(const double* __restrict from, double* __restrict to_points,
                          double* __restrict to_weights, double* __restrict to_observed,
                          double* __restrict to_lines, std::int32_t* __restrict to_line) const {
    FEALTY_NO_CONTRACTION
    const double own = weight, none = fill, none_weight = fill_weight, unit = in_micro;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = from[i], counted = x == x ? x : none, rounded = nearest(counted * unit);
      to_points[i] += counted * own;
      to_weights[i] += x == x ? own : none_weight;
      if (filled) to_observed[i] += x == x ? own : 0;
      to_lines[i] += rounded;
      to_line[i] = static_cast<std::int32_t>(rounded);
    }
  }
};

/// Adds the measures of a group to what is summed over all of them.
struct GatherNode {
  const double* points;
  const double* observed;
  std::size_t rows;
  double share;  // of the card, for a weight of 1
  bool first;    // there are no sums yet
  double *nominal_sum, *observed_sum;

  FEALTY_KERNEL void run() {
    if (first) each<false>(points, observed, nominal_sum, observed_sum);
    else each<true>(points, observed, nominal_sum, observed_sum);
  }

 private:
  template <bool more>
  FEALTY_KERNEL void each(const double* __restrict from, const double* __restrict seen,
                          double* __restrict to_nominal, double* __restrict to_observed) const {
    FEALTY_NO_CONTRACTION
    const double part = share, in_micro = part * micro;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      to_nominal[i] = (more ? to_nominal[i] : 0) + from[i] * in_micro;
      to_observed[i] = (more ? to_observed[i] : 0) + seen[i] * part;
    }
  }
};

/// Adds faded points to the sums of a group.
struct AddDecayed {
  const double* points;  // NaN where the measure was not observed
  const double* factor;
  std::size_t rows;
  double neutral, weight, fill;
  double* sum;

  FEALTY_KERNEL void run() { each(points, factor, sum); }

 private:
  FEALTY_KERNEL void each(const double* __restrict from, const double* __restrict left,
                          double* __restrict to) const {
    FEALTY_NO_CONTRACTION
    const double middle = neutral, own = weight, none = fill;
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = from[i], faded = left[i] == 1 ? x : middle + left[i] * (x - middle);
      to[i] += (x == x ? faded : none) * own;
    }
  }
};

/// What a group comes to: the mean of its members.
struct GroupMean {
  double* points;  // in: their sum
  const double* weights;
  std::size_t rows;

  FEALTY_KERNEL void run() { each(points, weights); }

 private:
  FEALTY_KERNEL void each(double* __restrict to, const double* __restrict of) const {
    FEALTY_NO_CONTRACTION
    const std::size_t n = rows;
    for (std::size_t i = 0; i < n; ++i) to[i] /= of[i] > 0 ? of[i] : 1;
  }
};

/// Adds what a group comes to, to its parent.
struct AddNode {
  const double* points;
  const double* weights;
  std::size_t rows;
  double weight;
  double* parent_points;
  double* parent_weights;  // null where they are added already

  FEALTY_KERNEL void run() {
    each(points, weights, parent_points);
    if (parent_weights != nullptr) each(nullptr, weights, parent_weights);
  }

 private:
  FEALTY_KERNEL void each(const double* __restrict from, const double* __restrict of,
                          double* __restrict to) const {
    FEALTY_NO_CONTRACTION
    const double own = weight;
    const std::size_t n = rows;
    if (from == nullptr)
      for (std::size_t i = 0; i < n; ++i) to[i] += of[i] > 0 ? own : 0;
    else
      for (std::size_t i = 0; i < n; ++i) to[i] += of[i] > 0 ? from[i] * own : 0;
  }
};

}  // namespace fealty::health::detail
