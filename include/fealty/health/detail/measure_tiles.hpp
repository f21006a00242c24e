// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/score_plan.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// The measures of a group, a tile of rows after the other, whose sums stay in registers. Compilers do not
// find this form, so it is written in vectors. Each row is computed by itself, in the order of operations of
// the other kernels: neither the width of a vector nor a row's place changes a bit.
namespace fealty::health::detail {

inline constexpr std::size_t tile_rows = 32;     // a multiple of those of every width
inline constexpr std::size_t tile_measures = 4;  // more columns than that are not fetched ahead so well

/// Numbers that are computed at once. Plain specializations: g++ 12 converts no vectors that depend on a
/// parameter.
template <std::size_t lanes>
struct ScoreLanes;
template <>
struct ScoreLanes<2> {
  typedef double Doubles __attribute__((vector_size(16)));
  typedef std::int64_t Mask __attribute__((vector_size(16)));
  typedef std::uint64_t Bits __attribute__((vector_size(16)));
  typedef std::int32_t Narrow __attribute__((vector_size(8)));
};
template <>
struct ScoreLanes<4> {
  typedef double Doubles __attribute__((vector_size(32)));
  typedef std::int64_t Mask __attribute__((vector_size(32)));
  typedef std::uint64_t Bits __attribute__((vector_size(32)));
  typedef std::int32_t Narrow __attribute__((vector_size(16)));
};
template <>
struct ScoreLanes<8> {
  typedef double Doubles __attribute__((vector_size(64)));
  typedef std::int64_t Mask __attribute__((vector_size(64)));
  typedef std::uint64_t Bits __attribute__((vector_size(64)));
  typedef std::int32_t Narrow __attribute__((vector_size(32)));
};

/// A measure whose points are those of its pieces, and how it counts.
struct QuickMeasure {
  const double* values;  // of all rows; NaN where it was not observed
  const Piece* piece;
  std::size_t pieces;
  double first, weight, fill, fill_weight, in_micro;
  std::size_t at;  // its place in the card
};
/// Some measures of one group, and the block to whose sums they are added.
struct MeasureTiles {
  const QuickMeasure* measure;
  std::size_t measures;
  std::size_t begin, rows;     // a multiple of tile_rows
  std::size_t ahead;           // rows to those that are asked for early, and once more before they are due
  std::int32_t* const* lines;  // of all rows, of each measure of the card; null: not wanted
  bool streamed;               // whether lines pass by the caches
  bool first_of_group, first;  // whether there are no sums yet: of the group, of lines
  double *points, *weights, *observed, *lines_sum;
};

/// \tparam filled  whether a measure counts where it was not observed
template <std::size_t lanes, bool filled>
class AddTiles {
 public:
  explicit AddTiles(const MeasureTiles& tiles) : of_(tiles) {}

  FEALTY_KERNEL void run() {
    for (std::size_t i = 0; i < of_.rows; i += lanes * vectors) add(i);
  }

 private:
  static constexpr std::size_t vectors = lanes == 8 ? 4 : 2;  // as many as there are registers for
  static constexpr double shift = 0x1.8p52;                   // as in nearest()
  using Doubles = typename ScoreLanes<lanes>::Doubles;
  using Mask = typename ScoreLanes<lanes>::Mask;
  using Bits = typename ScoreLanes<lanes>::Bits;
  using Narrow = typename ScoreLanes<lanes>::Narrow;
  struct Sums {
    Doubles points[vectors], weights[vectors], observed[vectors];
    Bits lines[vectors];
  };

  /// The lines are whole numbers in the last bits of doubles, which are summed as they are.
  FEALTY_KERNEL void add(std::size_t i) {
    FEALTY_NO_CONTRACTION
    Sums sums;
    for (std::size_t v = 0; v < vectors; ++v) {
      const std::size_t at = i + v * lanes;
      sums.points[v] = sums.weights[v] = sums.observed[v] = Doubles{};
      sums.lines[v] = Bits{};
      if (of_.first_of_group) continue;
      std::memcpy(&sums.points[v], of_.points + at, sizeof(Doubles));
      std::memcpy(&sums.weights[v], of_.weights + at, sizeof(Doubles));
      if (filled) std::memcpy(&sums.observed[v], of_.observed + at, sizeof(Doubles));
    }
    for (std::size_t m = 0; m < of_.measures; ++m) add_measure(of_.measure[m], i, sums);
    const std::uint64_t too_many = (of_.measures - 1) * std::bit_cast<std::uint64_t>(shift);
    for (std::size_t v = 0; v < vectors; ++v) {
      const std::size_t at = i + v * lanes;
      std::memcpy(of_.points + at, &sums.points[v], sizeof(Doubles));
      std::memcpy(of_.weights + at, &sums.weights[v], sizeof(Doubles));
      if (filled) std::memcpy(of_.observed + at, &sums.observed[v], sizeof(Doubles));
      const Bits bits = sums.lines[v] - too_many;
      Doubles lines, before = Doubles{};
      std::memcpy(&lines, &bits, sizeof(Doubles));
      if (!of_.first) std::memcpy(&before, of_.lines_sum + at, sizeof(Doubles));
      before += lines - shift;
      std::memcpy(of_.lines_sum + at, &before, sizeof(Doubles));
    }
  }
  FEALTY_KERNEL void add_measure(const QuickMeasure& measure, std::size_t i, Sums& sums) {
    FEALTY_NO_CONTRACTION
    const QuickMeasure own = measure;
    const double* const values = own.values + of_.begin + i;
    const std::size_t near = of_.ahead < lanes * vectors ? of_.ahead : lanes * vectors;
    Doubles x[vectors], points[vectors];
    for (std::size_t v = 0; v < vectors; ++v) {
      std::memcpy(&x[v], values + v * lanes, sizeof(Doubles));
      __builtin_prefetch(values + of_.ahead + v * lanes, 0, 2);
      __builtin_prefetch(values + near + v * lanes, 0, 3);
      points[v] = own.first - Doubles{};
    }
    const Doubles none = zero_ - Doubles{};
    for (std::size_t k = 0; k < own.pieces; ++k) {
      const Piece piece = own.piece[k];
      const Doubles width = piece.width - Doubles{};
      for (std::size_t v = 0; v < vectors; ++v) {
        const Doubles above = x[v] - piece.from, inside = above > none ? above : none;
        points[v] += piece.slope * (inside < width ? inside : width);
      }
    }
    for (std::size_t v = 0; v < vectors; ++v) {
      const Mask seen = x[v] == x[v];
      points[v] = seen ? points[v] : own.fill - Doubles{};
      sums.points[v] += points[v] * own.weight;
      sums.weights[v] += seen ? own.weight - Doubles{} : own.fill_weight - Doubles{};
      if (filled) sums.observed[v] += seen ? own.weight - Doubles{} : Doubles{};
      points[v] = points[v] * own.in_micro + shift;
      Bits bits;
      std::memcpy(&bits, &points[v], sizeof bits);
      sums.lines[v] += bits;
      if (of_.lines != nullptr) put(bits, of_.lines[own.at] + of_.begin + i + v * lanes);
    }
  }
  FEALTY_KERNEL void put(const Bits& bits, std::int32_t* to) const {
    const Narrow line = __builtin_convertvector(bits, Narrow);
#if defined(__SSE2__)
    if (lanes > 2 && of_.streamed) {
      for (std::size_t at = 0; at < lanes; at += 4) {
        __m128i four;
        std::memcpy(&four, reinterpret_cast<const char*>(&line) + at * sizeof(std::int32_t), sizeof four);
        _mm_stream_si128(reinterpret_cast<__m128i*>(to + at), four);
      }
      return;
    }
#endif
    std::memcpy(to, &line, sizeof line);
  }

  MeasureTiles of_;
  double zero_ = 0;  // a constant 0 becomes a comparison and a mask, a variable a maximum
};

}  // namespace fealty::health::detail
