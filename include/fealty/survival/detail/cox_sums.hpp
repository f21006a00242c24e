// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/lanes.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::survival::detail {

/// Pairs of columns: those of a triangle, row by row.
constexpr std::size_t pairs(std::size_t columns) { return columns * (columns + 1) / 2; }

/// Sums of some rows of a tile, for kernels.
struct RowSums {
  const double* x;  // the first column, at the first row
  std::size_t columns;
  std::size_t padded;     // rows, rounded up to lanes
  const double* weights;  // of the rows; 0 after them

  /// Adds the sums of weight x column, and of weight x column x column where `grams` is not null.
  FEALTY_KERNEL void add(double* sums, double* grams) const {
    FEALTY_NO_CONTRACTION
    double weighted[TiledMatrix::tile + lane_count];
    for (std::size_t j = 0; j < columns; ++j) {
      const double* const column = x + j * TiledMatrix::tile;
      Lanes sum{};
      for (std::size_t i = 0; i < padded; i += lane_count) {
        Lanes w, v;
        load(w, weights + i), load(v, column + i);
        const Lanes product = w * v;
        store(weighted + i, product);
        sum += product;
      }
      sums[j] += sum_of(sum);
      if (grams == nullptr) continue;
      std::size_t k = 0;
      for (; k + 4 <= j + 1; k += 4) add_pairs<4>(weighted, k, grams + k);
      for (; k <= j; ++k) add_pairs<1>(weighted, k, grams + k);
      grams += j + 1;
    }
  }

 private:
  template <std::size_t n>
  FEALTY_KERNEL void add_pairs(const double* weighted, std::size_t k, double* to) const {
    FEALTY_NO_CONTRACTION
    Lanes sums[n] = {};
    for (std::size_t i = 0; i < padded; i += lane_count) {
      Lanes w, v;
      load(w, weighted + i);
      for (std::size_t m = 0; m < n; ++m) {
        load(v, x + (k + m) * TiledMatrix::tile + i);
        sums[m] += w * v;
      }
    }
    for (std::size_t m = 0; m < n; ++m) to[m] += sum_of(sums[m]);
  }
};

/// What the rows of a piece come to.
struct PieceSums {
  double risk = 0;                                         // sum of weight x e^(linear predictor - shift)
  double log_risk = 0;                                     // sum of weight x (linear predictor - shift)
  double most = -std::numeric_limits<double>::infinity();  // linear predictor
};

/// A kernel: risks of the rows of some tiles, and the sums of each piece.
struct CoxSums {
  const TiledMatrix* x;
  const CoxData* data;
  const double* beta;
  const double* shift;  // of each piece
  std::size_t first_piece, last_piece;
  bool with_grams;
  double* risk;         // of each row
  PieceSums* of_piece;  // of each piece
  double* sums;         // of each piece, x.columns() of them
  double* grams;        // of each piece, pairs(x.columns()); with_grams only

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    const std::size_t p = x->columns();
    double predictor[TiledMatrix::tile];
    std::size_t tile = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = first_piece; i < last_piece; ++i) {
      const Piece piece = data->pieces[i];
      if (piece.begin / TiledMatrix::tile != tile) {
        tile = piece.begin / TiledMatrix::tile;
        predict(tile, predictor);
      }
      const std::size_t begin = piece.begin % TiledMatrix::tile, count = piece.end - piece.begin;
      double own[TiledMatrix::tile + lane_count];
      const std::size_t padded = (count + lane_count - 1) / lane_count * lane_count;
      PieceSums& to = of_piece[i];
      to = {};
      set_risks(piece, predictor + begin, count, shift[i], own, to);
      std::fill(own + count, own + padded, 0.0);
      std::fill_n(sums + i * p, p, 0.0);
      double* const gram = with_grams ? grams + i * pairs(p) : nullptr;
      if (with_grams) std::fill_n(gram, pairs(p), 0.0);
      RowSums{x->column(tile, 0) + begin, p, padded, own}.add(sums + i * p, gram);
    }
  }

 private:
  FEALTY_KERNEL void predict(std::size_t tile, double* predictor) const {
    FEALTY_NO_CONTRACTION
    const std::size_t row = tile * TiledMatrix::tile;
    const std::size_t count = std::min(TiledMatrix::tile, data->rows - row);
    std::fill_n(predictor, TiledMatrix::tile, 0.0);
    if (!data->offset.empty()) std::copy_n(data->offset.data() + row, count, predictor);
    for (std::size_t j = 0; j < x->columns(); ++j) {
      const double* __restrict column = x->column(tile, j);
      const double b = beta[j];
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i) predictor[i] += b * column[i];
    }
  }
  FEALTY_KERNEL void set_risks(const Piece& piece, const double* predictor, std::size_t count, double down,
                               double* own, PieceSums& to) const {
    FEALTY_NO_CONTRACTION
    Lanes all{}, logs{};
    double above[TiledMatrix::tile + lane_count], weights[TiledMatrix::tile + lane_count];
    for (std::size_t i = 0; i < count; ++i) {
      to.most = predictor[i] > to.most ? predictor[i] : to.most;
      above[i] = predictor[i] - down;
    }
    if (data->weight.empty()) std::fill_n(weights, count, 1.0);
    else std::copy_n(data->weight.data() + piece.begin, count, weights);
    const std::size_t padded = (count + lane_count - 1) / lane_count * lane_count;
    std::fill(above + count, above + padded, 0.0);
    std::fill(weights + count, weights + padded, 0.0);
    for (std::size_t i = 0; i < padded; i += lane_count) {
      Lanes power, w;
      load(power, above + i), load(w, weights + i);
      logs += w * power;
      exponentiate(power);
      power *= w;
      all += power;
      store(own + i, power);
    }
    std::copy_n(own, count, risk + piece.begin);
    to.risk = sum_of(all);
    to.log_risk = sum_of(logs);
  }
};

}  // namespace fealty::survival::detail
