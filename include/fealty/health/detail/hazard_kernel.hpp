// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/logistic_kernel.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::health::detail {

/// A kernel: what lives of some tiles add to the log-likelihood, its slope and its curvature, period by
/// period without a row for each. Columns of `to`: loss; of each column of x the sum of residual x column;
/// the Gram matrix's triangle; then of each period the sum of residuals, of weights, and of weight x each
/// column.
struct HazardTiles {
  const TiledMatrix* x;
  const double *exit,
      *entry;              // of each row: at risk in periods after its entry up to its exit; 0 after the last
  const double* ended;     // 1 where it ended in the period of its exit
  const double* weight;    // 0 after the last
  const double* beta;      // 0, then of each column
  const double* baseline;  // linear predictor of each period
  const std::uint8_t* told;  // of each period: whether it counts
  bool cloglog;
  std::size_t first_tile, last_tile;
  double* to;

  static std::size_t before_periods(std::size_t columns) { return 1 + columns + pairs(columns); }
  static std::size_t size(std::size_t columns, std::size_t periods) {
    return before_periods(columns) + periods * (2 + columns);
  }

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    constexpr std::size_t tile = TiledMatrix::tile;
    const std::size_t p = x->columns();
    double predictor[tile], residuals[tile], weights[tile], sums[tile], squares[tile];
    for (std::size_t t = first_tile; t < last_tile; ++t) {
      TilePredictor::set(*x, t, beta, predictor);
      std::fill_n(sums, tile, 0.0), std::fill_n(squares, tile, 0.0);
      const double* const columns = x->column(t, 0);
      double first = entry[t * tile], last = 0;
      for (std::size_t i = 0; i < tile; ++i) {
        first = entry[t * tile + i] < first ? entry[t * tile + i] : first;
        last = exit[t * tile + i] > last ? exit[t * tile + i] : last;
      }
      for (auto k = static_cast<std::size_t>(first); k < static_cast<std::size_t>(last); ++k) {
        if (told[k] == 0) continue;
        double* const period = to + before_periods(p) + k * (2 + p);
        if (cloglog) judge_cloglog(t * tile, k, predictor, residuals, weights, period);
        else judge_logit(t * tile, k, predictor, residuals, weights, period);
        survival::detail::RowSums{columns, p, tile, weights}.add(period + 2, nullptr);
        for (std::size_t i = 0; i < tile; ++i) sums[i] += residuals[i], squares[i] += weights[i];
      }
      survival::detail::RowSums{columns, p, tile, sums}.add(to + 1, nullptr);
      add_gram(columns, p, squares);
    }
  }

 private:
  FEALTY_KERNEL void add_gram(const double* columns, std::size_t p, const double* squares) {
    FEALTY_NO_CONTRACTION
    double* gram = to + 1 + p;
    double weighted[TiledMatrix::tile];
    for (std::size_t j = 0; j < p; ++j) {
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i)
        weighted[i] = squares[i] * columns[j * TiledMatrix::tile + i];
      survival::detail::RowSums{columns, j + 1, TiledMatrix::tile, weighted}.add(gram, nullptr);
      gram += j + 1;
    }
  }
  FEALTY_KERNEL void judge_logit(std::size_t row, std::size_t k, const double* predictor, double* residuals,
                                 double* weights, double* period) {
    FEALTY_NO_CONTRACTION
    using namespace survival::detail;
    const double at = static_cast<double>(k), base = baseline[k];
    Lanes loss{}, residual_sum{}, weight_sum{};
    for (std::size_t i = 0; i < TiledMatrix::tile; i += lane_count) {
      Lanes e, count, out, in, end;
      load(e, predictor + i), load(count, weight + row + i), load(out, exit + row + i);
      load(in, entry + row + i), load(end, ended + row + i);
      const Lanes zero = e * 0.0, one = zero + 1.0;
      Lanes there, s;
      choose(there, (in <= at) & (out > at), count, zero);
      choose(s, out == at + 1, end * 2.0 - 1.0, -one);
      const Lanes m = s * (e + base), minus = -m;
      const WholeLanes right = m >= 0.0;
      Lanes size, odds, wrong;
      choose(size, right, m, minus);
      odds = -size;
      exponentiate(odds);
      choose(wrong, right, odds, one);
      const Lanes all = odds + 1.0;
      const Lanes weight_here = there * (odds / (all * all)), residual = there * (s * (wrong / all));
      log_one_plus(odds);
      loss += there * (odds + (size - m) * 0.5);
      residual_sum += residual;
      weight_sum += weight_here;
      store(residuals + i, residual), store(weights + i, weight_here);
    }
    to[0] += sum_of(loss), period[0] += sum_of(residual_sum), period[1] += sum_of(weight_sum);
  }
  FEALTY_KERNEL void judge_cloglog(std::size_t row, std::size_t k, const double* predictor, double* residuals,
                                   double* weights, double* period) {
    FEALTY_NO_CONTRACTION
    const double at = static_cast<double>(k);
    for (std::size_t i = 0; i < TiledMatrix::tile; ++i) {
      residuals[i] = weights[i] = 0;
      const std::size_t here = row + i;
      if (!(entry[here] <= at && exit[here] > at)) continue;
      // u: the hazard of the period; g: u / (e^u - 1), which is 1 where u is nothing.
      const double u = std::exp(predictor[i] + baseline[k]), g = u < 1e-300 ? 1 : u / std::expm1(u);
      const bool ends = exit[here] == at + 1 && ended[here] != 0;
      residuals[i] = weight[here] * (ends ? g : -u);
      weights[i] = weight[here] * u * g;
      to[0] += weight[here] * (ends ? -std::log(-std::expm1(-u)) : u);
      period[0] += residuals[i];
      period[1] += weights[i];
    }
  }
};

}  // namespace fealty::health::detail
