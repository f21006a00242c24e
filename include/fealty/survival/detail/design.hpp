// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// A kernel: the sum of (value - center)^power, in eight sums side by side.
struct CentralSum {
  const double* values;
  std::size_t count;
  double center = 0;
  bool squared = false;
  double sum = 0;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    double lanes[8] = {};
    const std::size_t whole = count / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
      for (std::size_t l = 0; l < 8; ++l) {
        const double x = values[i + l] - center;
        lanes[l] += squared ? x * x : x;
      }
    for (std::size_t i = whole; i < count; ++i) {
      const double x = values[i] - center;
      lanes[i - whole] += squared ? x * x : x;
    }
    sum = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
  }
  static double of(const double* values, std::size_t count, double center, bool squared) {
    CentralSum kernel{values, count, center, squared};
    dispatch(kernel);
    return kernel.sum;
  }
};

/// Covariates, the rows that have all of them, and the units in which they enter: centered, in standard
/// deviations.
class Design {
 public:
  std::vector<Covariate> columns;
  std::vector<std::uint32_t> rows;  // that are used, ascending
  Eigen::VectorXd mean, scale;      // of each column; scale 0 for a constant

  Design() = default;
  /// \param weight  of each row, with which it counts for means and deviations; absent for 1
  /// \param usable  whether a row counts apart from its covariates; null where all do
  /// \throws InvalidInput  for values that are infinite or too large to be squared
  template <class Usable>
  Design(const char* who, std::vector<Covariate> found, std::size_t lives, const Column<double>& weight,
         bool all_usable, Usable usable, std::size_t threads)
      : columns(std::move(found)), mean(Eigen::VectorXd::Zero(index(columns.size()))), scale(mean) {
    std::vector<double> sums(columns.size());
    for_each_chunk(columns.size(), threads, [&](std::size_t j, std::size_t) {
      sums[j] = CentralSum::of(columns[j].values.values().data(), lives, 0, false);
    });
    std::vector<std::uint8_t> complete(lives, 1);
    bool all = all_usable;
    for (std::size_t j = 0; j < columns.size(); ++j)
      if (!(std::abs(sums[j]) < largest)) all = check(who, columns[j], complete) && all;
    rows.reserve(lives);
    for (std::size_t row = 0; row < lives; ++row)
      if (all || (complete[row] != 0 && usable(row))) rows.push_back(static_cast<std::uint32_t>(row));
    for_each_chunk(columns.size(), threads, [&](std::size_t j, std::size_t) {
      if (rows.empty()) return;
      if (weight.present()) measure_weighted(j, weight);
      else measure(j, sums[j]);
    });
  }

  /// Puts the values of each row at a place, or at two.
  ///
  /// \param at    of each of `rows`
  /// \param also  the same; empty where there is none, a place beyond the last for none
  TiledMatrix tiled(std::size_t places, const std::vector<std::uint32_t>& at,
                    const std::vector<std::uint32_t>& also, std::size_t threads) const {
    TiledMatrix x(places, columns.size());
    for_each_chunk(columns.size(), threads, [&](std::size_t j, std::size_t) {
      const double* const from = columns[j].values.values().data();
      const double center = mean[index(j)];
      const double unit = scale[index(j)] == 0 ? 0 : 1 / scale[index(j)];
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const double value = (from[rows[i]] - center) * unit;
        x.at(at[i], j) = value;
        if (!also.empty() && also[i] < places) x.at(also[i], j) = value;
      }
    });
    return x;
  }

 private:
  static constexpr double largest = 1e150;
  static Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

  /// \returns  whether no row misses the covariate
  static bool check(const char* who, const Covariate& column, std::vector<std::uint8_t>& complete) {
    bool all = true;
    for (std::size_t row = 0; row < complete.size(); ++row) {
      const double value = column.values[row];
      if (std::isnan(value)) all = false, complete[row] = 0;
      else if (std::abs(value) > largest)
        throw InvalidInput(
            {.who = who,
             .what = column.name(),
             .where = static_cast<std::int64_t>(row),
             .value = fmt::format("{}", value),
             .rule = std::isinf(value) ? "is not a finite number" : "is too large to compute with"});
    }
    return all;
  }
  /// \param sum  of all rows
  void measure(std::size_t j, double sum) {
    const double* values = columns[j].values.values().data();
    std::vector<double> picked;
    if (rows.size() != columns[j].values.size()) {
      picked.reserve(rows.size());
      for (const std::uint32_t row : rows) picked.push_back(values[row]);
      values = picked.data();
      sum = CentralSum::of(values, rows.size(), 0, false);
    }
    const auto n = static_cast<double>(rows.size());
    const double center = sum / n;
    const double spread = std::sqrt(CentralSum::of(values, rows.size(), center, true) / n);
    set_units(j, center, spread);
  }
  void measure_weighted(std::size_t j, const Column<double>& weight) {
    const Column<double>& values = columns[j].values;
    double weights = 0, sum = 0, squares = 0;
    for (const std::uint32_t row : rows) {
      weights += weight[row];
      sum += weight[row] * values[row];
    }
    const double center = sum / weights;
    for (const std::uint32_t row : rows)
      squares += weight[row] * (values[row] - center) * (values[row] - center);
    set_units(j, center, std::sqrt(squares / weights));
  }
  void set_units(std::size_t j, double center, double spread) {
    mean[index(j)] = center;
    scale[index(j)] = spread <= 1e-12 * std::abs(center) ? 0 : spread;
  }
};

}  // namespace fealty::survival::detail
