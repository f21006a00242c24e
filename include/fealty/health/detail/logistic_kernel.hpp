// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/glm_likelihood.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/lanes.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace fealty::health::detail {

using survival::detail::lane_count;
using survival::detail::Lanes;
using survival::detail::pairs;
using survival::detail::TiledMatrix;
using survival::detail::WholeLanes;

/// Where a mask is set the one, elsewhere the other.
FEALTY_KERNEL inline void choose(Lanes& to, const WholeLanes& mask, const Lanes& one, const Lanes& other) {
  WholeLanes a, b;
  std::memcpy(&a, &one, sizeof a), std::memcpy(&b, &other, sizeof b);
  a = (a & mask) | (b & ~mask);
  std::memcpy(&to, &a, sizeof to);
}

/// log(1 + x) of numbers in [0, 1], to the last bit or two: twice the series of artanh at x / (2 + x).
FEALTY_KERNEL inline void log_one_plus(Lanes& x) {
  FEALTY_NO_CONTRACTION
  const Lanes s = x / (x + 2.0), square = s * s;
  Lanes sum = square * (1 / 35.0) + 1 / 33.0;
  constexpr double terms[] = {1 / 31.0, 1 / 29.0, 1 / 27.0, 1 / 25.0, 1 / 23.0, 1 / 21.0, 1 / 19.0, 1 / 17.0,
                              1 / 15.0, 1 / 13.0, 1 / 11.0, 1 / 9.0,  1 / 7.0,  1 / 5.0,  1 / 3.0};
  for (const double term : terms) sum = sum * square + term;
  x = 2.0 * (s + s * square * sum);
}

/// Linear predictors of the rows of a tile.
struct TilePredictor {
  FEALTY_KERNEL static void set(const TiledMatrix& x, std::size_t tile, const double* beta,
                                double* predictor) {
    FEALTY_NO_CONTRACTION
    std::fill_n(predictor, TiledMatrix::tile, beta[0]);
    for (std::size_t j = 0; j < x.columns(); ++j) {
      const double* __restrict column = x.column(tile, j);
      const double b = beta[j + 1];
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i) predictor[i] += b * column[i];
    }
  }
};

/// A kernel: what rows of some tiles add to the log-likelihood, its slope and its curvature. Columns of `to`:
/// loss, sum of residuals and of weights; then of each column the sums of residual x column and of weight x
/// column; then the Gram matrix's triangle.
struct LogisticTiles {
  const TiledMatrix* x;
  const double* side;    // of each row: 1 where the outcome happened, otherwise -1; 0 after the last
  const double* weight;  // of each row, 0 after the last; null for 1
  const double* beta;    // the intercept, then of each column
  std::size_t first_tile, last_tile, stride;
  double* to;

  static std::size_t size(std::size_t columns) { return 3 + 2 * columns + pairs(columns); }

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    constexpr std::size_t tile = TiledMatrix::tile;
    const std::size_t p = x->columns();
    double predictor[tile], residuals[tile], weights[tile];
    for (std::size_t t = first_tile; t < last_tile; t += stride) {
      TilePredictor::set(*x, t, beta, predictor);
      judge(t * tile, predictor, residuals, weights);
      const double* const columns = x->column(t, 0);
      survival::detail::RowSums{columns, p, tile, residuals}.add(to + 3, nullptr);
      survival::detail::RowSums{columns, p, tile, weights}.add(to + 3 + p, to + 3 + 2 * p);
    }
  }

 private:
  FEALTY_KERNEL void judge(std::size_t row, const double* predictor, double* residuals, double* weights) {
    FEALTY_NO_CONTRACTION
    using namespace survival::detail;
    Lanes loss{}, residual_sum{}, weight_sum{};
    for (std::size_t i = 0; i < TiledMatrix::tile; i += lane_count) {
      Lanes s, e, count;
      load(s, side + row + i), load(e, predictor + i);
      if (weight == nullptr) count = s * s;
      else load(count, weight + row + i);
      // m: how far the row is on the right side; the odds of the other are e^-m.
      const Lanes m = s * e, minus = -m, one = s * 0.0 + 1.0;
      const WholeLanes right = m >= 0.0;
      Lanes size, odds, wrong;
      choose(size, right, m, minus);
      odds = -size;
      exponentiate(odds);
      choose(wrong, right, odds, one);
      const Lanes all = odds + 1.0;
      const Lanes weight_here = count * (odds / (all * all)), residual = count * (s * (wrong / all));
      log_one_plus(odds);
      loss += count * (odds + (size - m) * 0.5);
      residual_sum += residual;
      weight_sum += weight_here;
      store(residuals + i, residual), store(weights + i, weight_here);
    }
    to[0] += sum_of(loss), to[1] += sum_of(residual_sum), to[2] += sum_of(weight_sum);
  }
};

/// A kernel: how far a direction takes rows of some tiles to the side of their outcomes.
struct LogisticMargins {
  const TiledMatrix* x;
  const double* side;
  std::size_t rows;
  const double* direction;
  std::size_t first_tile, last_tile;
  Margins found;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    constexpr std::size_t tile = TiledMatrix::tile;
    double predictor[tile];
    for (std::size_t t = first_tile; t < last_tile; ++t) {
      TilePredictor::set(*x, t, direction, predictor);
      const std::size_t count = std::min(tile, rows - t * tile);
      for (std::size_t i = 0; i < count; ++i) {
        const double margin = predictor[i] * side[t * tile + i];
        found.least = margin < found.least ? margin : found.least;
        found.most = margin > found.most ? margin : found.most;
      }
    }
  }
};

}  // namespace fealty::health::detail
