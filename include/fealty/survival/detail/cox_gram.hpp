// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// Cumulative baseline hazards, by the cells in which lives end.
struct Hazards {
  std::vector<double> all, own;  // up to each such cell, of lives that stay, and of those that end in it
  const std::vector<std::size_t>*
      upto;                        // of each cell: such cells of all strata up to it; 0 before the first
  std::vector<double> later = {};  // of each cell: what lives that linger from it on pass afterwards

  /// What the lives of a piece passed since the beginning; of those that enter, less than nothing.
  double of(const Piece& piece) const {
    const std::size_t events = (*upto)[piece.cell];
    const double afterwards = piece.step == Step::lingers ? later[piece.cell] : 0;
    if (events == 0) return afterwards;
    const double passed = piece.step == Step::ends ? own[events - 1] : all[events - 1];
    return piece.step == Step::enters ? -passed : passed + afterwards;
  }
};

/// Calls f(chunk, first, last) for ranges of pieces that hold whole tiles. They do not depend on the threads.
template <class F>
void for_each_tiles(const CoxData& data, std::size_t threads, F f) {
  constexpr std::size_t rows = 32 * TiledMatrix::tile;
  const std::size_t chunks = (data.rows + rows - 1) / rows;
  const auto piece_at = [&](std::size_t row) {
    return static_cast<std::size_t>(
        std::partition_point(data.pieces.begin(), data.pieces.end(),
                             [&](const Piece& piece) { return piece.begin < row; }) -
        data.pieces.begin());
  };
  for_each_chunk(chunks, threads, [&](std::size_t chunk, std::size_t) {
    f(chunk, piece_at(chunk * rows), piece_at((chunk + 1) * rows));
  });
}

/// A kernel: the sums of the rows of some pieces, and their Gram matrix where `grams` is not null.
struct CoxGram {
  const TiledMatrix* x;
  const CoxData* data;
  const double* weights;  // of each row
  std::size_t first_piece, last_piece;
  double* sums;   // x->columns() of them
  double* grams;  // pairs(x->columns())

  FEALTY_KERNEL void run() {
    const std::size_t end = data->pieces[last_piece - 1].end;
    double own[TiledMatrix::tile];
    for (std::size_t row = data->pieces[first_piece].begin; row < end; row += TiledMatrix::tile) {
      std::fill_n(own, TiledMatrix::tile, 0.0);
      std::copy_n(weights + row, std::min(TiledMatrix::tile, end - row), own);
      RowSums{x->column(row / TiledMatrix::tile, 0), x->columns(), TiledMatrix::tile, own}.add(sums, grams);
    }
  }
};

/// The Gram matrix of rows, each weighted by its risk and the hazard that it passed.
inline std::vector<double> weighted_gram(const CoxData& data, const TiledMatrix& x,
                                         const std::vector<double>& risk, const Hazards& hazards,
                                         std::size_t threads) {
  const std::size_t p = x.columns(), chunks = (x.tiles() + 31) / 32;
  std::vector<double> weights(data.rows), sums(chunks * p), grams(chunks * pairs(p)), all(pairs(p));
  for_each_tiles(data, threads, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const double passed = hazards.of(data.pieces[i]);
      for (std::size_t row = data.pieces[i].begin; row < data.pieces[i].end; ++row)
        weights[row] = passed * risk[row];
    }
    CoxGram gram{
        &x, &data, weights.data(), first, last, sums.data() + chunk * p, grams.data() + chunk * pairs(p)};
    dispatch(gram);
  });
  for (std::size_t chunk = 0; chunk < chunks; ++chunk)
    for (std::size_t k = 0; k < all.size(); ++k) all[k] += grams[chunk * all.size() + k];
  return all;
}

/// The sum of weight x covariates of rows.
inline Eigen::VectorXd weighted_sums(const CoxData& data, const TiledMatrix& x,
                                     const std::vector<double>& weights, std::size_t threads) {
  const std::size_t p = x.columns();
  std::vector<double> sums((x.tiles() + 31) / 32 * p);
  for_each_tiles(data, threads, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    CoxGram gram{&x, &data, weights.data(), first, last, sums.data() + chunk * p, nullptr};
    dispatch(gram);
  });
  Eigen::VectorXd all = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(p));
  for (std::size_t i = 0; i < sums.size(); ++i) all[static_cast<Eigen::Index>(i % p)] += sums[i];
  return all;
}

/// The sum of weight x covariates of lives that end.
inline Eigen::VectorXd ended_sums(const CoxData& data, const TiledMatrix& x, std::size_t threads) {
  std::vector<double> weights(data.rows);
  for (const Piece& piece : data.pieces)
    if (piece.step == Step::ends)
      for (std::size_t row = piece.begin; row < piece.end; ++row) weights[row] = data.weight_of(row);
  return weighted_sums(data, x, weights, threads);
}

inline Eigen::MatrixXd symmetric(const std::vector<double>& triangle, std::size_t columns) {
  const auto p = static_cast<Eigen::Index>(columns);
  Eigen::MatrixXd matrix(p, p);
  std::size_t at = 0;
  for (Eigen::Index j = 0; j < p; ++j)
    for (Eigen::Index k = 0; k <= j; ++k) matrix(j, k) = matrix(k, j) = triangle[at++];
  return matrix;
}

}  // namespace fealty::survival::detail
