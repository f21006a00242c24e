// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/age_cells.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::survival::detail {

/// What a life does at a cell.
enum class Step : std::uint8_t {
  leaves,
  ends,
  enters,
  lingers  ///< ends by another cause: it stays in later risk sets, as far as it would still be watched
};

/// Steps of one kind at one cell: rows that lie side by side, in one tile.
struct Piece {
  std::uint32_t begin, end;
  std::uint32_t cell;
  Step step;
};

/// How many are watched at each cell, of lives with competing causes.
struct Watching {
  std::vector<double> chance;    // to be still watched just before the cell, but for a factor; empty for none
  std::vector<double> censored;  // weight of lives that are last seen at it,
  std::vector<double> at_risk;   // and of all that could be: ends come before
  std::vector<double> entered;   // weight of lives that enter at it,
  std::vector<double> stayed;    // and of all that are there after it
};

/// Lives as a partial likelihood reads them: each leaves the risk set of its stratum at a cell, and ends or
/// not; one that was not watched from the beginning has entered it after another. A row for each such step,
/// in the order of cells. Cells of a stratum lie side by side, by age; ages that are ties share one.
struct CoxData {
  std::vector<std::uint32_t> exit;       // the row at which each life leaves
  std::vector<std::uint32_t> entry;      // at which it enters, no_id for none; empty where none does
  std::vector<double> weight;            // of each row; empty for 1
  std::vector<double> offset;            // of each row; empty for 0
  std::vector<Piece> pieces;             // in the order of rows
  std::vector<std::uint32_t> pieces_of;  // the first piece of each cell, and the end of the last
  std::vector<std::uint32_t> first;      // the first cell of each stratum, and the end of the last
  std::vector<std::uint32_t> stratum;    // code of each
  std::vector<double> age;               // of each cell
  std::size_t rows = 0;
  Watching watching;  // empty where no life lingers

  std::size_t cells() const { return age.size(); }
  std::size_t strata() const { return stratum.size(); }
  /// A column of numbers of lives, of rows. \param lives  those that are used
  std::vector<double> of_rows(const std::vector<std::uint32_t>& lives, const Column<double>& column) const {
    std::vector<double> values(rows);
    for (std::size_t i = 0; i < lives.size(); ++i) {
      values[exit[i]] = column[lives[i]];
      if (!entry.empty() && entry[i] != no_id) values[entry[i]] = column[lives[i]];
    }
    return values;
  }
  double weight_of(std::size_t row) const { return weight.empty() ? 1 : weight[row]; }
};

/// Puts the steps of lives in order.
class CoxSteps {
 public:
  /// \param cause  what ends a life, as `ended` tells it; lives that end by others linger. None: any ends it
  CoxSteps(const LifetimeData& lives, const std::vector<std::uint32_t>& rows, const Grouping& strata,
           std::optional<std::uint8_t> cause = {}) {
    AgeCells cells(lives, rows, strata);
    data_.first = cells.first();
    data_.stratum = cells.stratum();
    data_.age = cells.age();
    const auto each = [&](auto f) {
      for (const std::uint32_t row : rows) {
        f(row, key(cells.exit(row), last_step(lives.ended[row], cause)));
        if (cells.late(row)) f(row, key(cells.entry(row), Step::enters));
      }
    };
    std::vector<std::uint32_t> next(kinds * data_.cells() + 1);
    each([&](std::uint32_t, std::size_t key) { ++next[key + 1]; });
    for (std::size_t k = 1; k < next.size(); ++k) next[k] += next[k - 1];
    data_.rows = next.back();
    cut(next);
    data_.exit.reserve(rows.size());
    if (data_.rows > rows.size()) data_.entry.assign(rows.size(), no_id);
    each([&](std::uint32_t, std::size_t key) {
      const std::uint32_t row = next[key]++;
      if (key % kinds != static_cast<std::size_t>(Step::enters)) data_.exit.push_back(row);
      else data_.entry[data_.exit.size() - 1] = row;
    });
    if (lives.weight_kind) data_.weight = data_.of_rows(rows, lives.weight);
  }
  CoxData take() { return std::move(data_); }

 private:
  static constexpr std::size_t kinds = 4;  // of steps
  static Step last_step(std::uint8_t ended, std::optional<std::uint8_t> cause) {
    if (ended == 0) return Step::leaves;
    return ended == cause.value_or(ended) ? Step::ends : Step::lingers;
  }
  static std::size_t key(std::uint32_t cell, Step step) {
    return kinds * std::size_t{cell} + static_cast<std::size_t>(step);
  }
  /// Makes the pieces. \param begin  the first row of each key
  void cut(const std::vector<std::uint32_t>& begin) {
    constexpr std::uint32_t tile = TiledMatrix::tile;
    for (std::uint32_t cell = 0; cell < data_.cells(); ++cell) {
      data_.pieces_of.push_back(static_cast<std::uint32_t>(data_.pieces.size()));
      for (const Step step : {Step::leaves, Step::ends, Step::enters, Step::lingers}) {
        const std::uint32_t end = begin[key(cell, step) + 1];
        for (std::uint32_t row = begin[key(cell, step)]; row < end;) {
          const std::uint32_t next = std::min(end, (row / tile + 1) * tile);
          data_.pieces.push_back({row, next, cell, step});
          row = next;
        }
      }
    }
    data_.pieces_of.push_back(static_cast<std::uint32_t>(data_.pieces.size()));
  }

  CoxData data_;
};

}  // namespace fealty::survival::detail
