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

/// Adds a measure to the sums, and writes its line.
///
/// \tparam pieces  how many of the piecewise; -1: the values are points already
template <int pieces>
struct AddMeasure {
  const double* __restrict values;
  std::size_t rows;
  double first;
  std::array<Piece, 4> piece;
  double weight, fill, fill_weight, share;
  double* __restrict points_sum;
  double* __restrict weights_sum;
  double* __restrict observed_sum;
  double* __restrict nominal_sum;
  double* __restrict lines_sum;
  std::int32_t* __restrict line;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    const double in_micro = share * micro;
    for (std::size_t i = 0; i < rows; ++i) {
      const double x = values[i];
      const bool there = x == x;
      double points = pieces < 0 ? x : first;
      for (int k = 0; k < pieces; ++k) {
        const Piece& each = piece[static_cast<std::size_t>(k)];
        const double above = x - each.from;
        const double inside = above > 0 ? above : 0;
        points += each.slope * (inside < each.width ? inside : each.width);
      }
      points = there ? points : fill;
      const double nominal = points * in_micro, rounded = nearest(nominal);
      points_sum[i] += points * weight;
      weights_sum[i] += there ? weight : fill_weight;
      observed_sum[i] += there ? share : 0;
      nominal_sum[i] += nominal;
      lines_sum[i] += rounded;
      line[i] = static_cast<std::int32_t>(rounded);
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
      const double faded = neutral + factor[i] * (points[i] - neutral);
      sum[i] += (points[i] == points[i] ? faded : fill) * weight;
    }
  }
};

/// Adds what a group comes to, to its parent.
struct AddNode {
  const double* __restrict points;
  const double* __restrict weights;
  std::size_t rows;
  double weight;
  bool sum;
  double* __restrict parent_points;
  double* __restrict parent_weights;  // null: the weights are there already

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) {
      const bool there = weights[i] > 0;
      const double divisor = sum || !there ? 1 : weights[i];
      parent_points[i] += there ? points[i] / divisor * weight : 0;
    }
    if (parent_weights != nullptr)
      for (std::size_t i = 0; i < rows; ++i) parent_weights[i] += weights[i] > 0 ? weight : 0;
  }
};

/// From the sums at the top to a score in micro-points.
struct FinishBlock {
  const double* __restrict points;     // of the top, as observed
  const double* __restrict decayed;    // faded; the same where nothing does
  const double* __restrict weights;    // of the top
  const double* __restrict changed;    // points that exceptions add
  const double* __restrict observed;   // shares
  const double* __restrict nominal;    // micro-points
  const double* __restrict lines;      // micro-points, rounded; exceptions among them
  std::size_t rows;
  bool sum;
  double lower, upper, step, shares;
  std::int64_t* __restrict score;
  std::int64_t* __restrict renormalization;
  std::int64_t* __restrict decay;
  std::int64_t* __restrict clamp;
  std::int64_t* __restrict rounding;
  double* __restrict coverage;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t i = 0; i < rows; ++i) {
      const bool there = weights[i] > 0;
      const double divisor = sum || !there ? 1 : weights[i];
      const double before = points[i] / divisor, faded = decayed[i] / divisor;
      const double whole = faded + changed[i];
      const double least = whole > lower ? whole : lower, held = least < upper ? least : upper;
      const double shown = nearest(nearest(held * micro) / step) * step;
      const double shift = nearest(before * micro - nominal[i]), fade = nearest((faded - before) * micro);
      const double cut = nearest((held - whole) * micro);
      score[i] = nearest_integer(shown);
      renormalization[i] = nearest_integer(shift);
      decay[i] = nearest_integer(fade);
      clamp[i] = nearest_integer(cut);
      rounding[i] = nearest_integer(shown - (((lines[i] + shift) + fade) + cut));
      coverage[i] = observed[i] / shares;
    }
  }
};

}  // namespace fealty::health::detail
