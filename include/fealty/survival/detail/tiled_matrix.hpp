// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace fealty::survival::detail {

/// Numbers of many rows and a few columns, in tiles of rows that lie in memory column by column: a kernel
/// reads along the rows of a column, and a tile fits the nearest cache. What follows the last row is 0.
class TiledMatrix {
 public:
  static constexpr std::size_t tile = 256;  // rows
  static constexpr std::size_t slack = 8;   // numbers after the last that may be read

  TiledMatrix() = default;
  TiledMatrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns),
        values_(fealty::detail::big_array<double>(tiles() * tile * columns + slack)) {
    if (rows < tiles() * tile) std::fill_n(column(tiles() - 1, 0), tile * columns, 0.0);
    std::fill_n(column(tiles(), 0), slack, 0.0);
  }

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::size_t tiles() const { return (rows_ + tile - 1) / tile; }

  double* column(std::size_t t, std::size_t j) { return values_.get() + (t * columns_ + j) * tile; }
  const double* column(std::size_t t, std::size_t j) const {
    return values_.get() + (t * columns_ + j) * tile;
  }
  double& at(std::size_t row, std::size_t j) { return column(row / tile, j)[row % tile]; }
  double operator()(std::size_t row, std::size_t j) const { return column(row / tile, j)[row % tile]; }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::shared_ptr<double[]> values_;
};

}  // namespace fealty::survival::detail
