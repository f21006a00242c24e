// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/cox_rows.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/cox_totals.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lanes.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// A kernel: linear predictors and risks of the rows of a tile.
struct TileRisks {
  const double* x;
  std::size_t columns;
  const double* beta;
  const double *shift, *weight;  // of each row
  double* predictor;             // the offsets at first
  double* risk;                  // weight x e^(predictor - shift)

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    for (std::size_t j = 0; j < columns; ++j) {
      const double* __restrict column = x + j * TiledMatrix::tile;
      const double b = beta[j];
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i) predictor[i] += b * column[i];
    }
    for (std::size_t i = 0; i < TiledMatrix::tile; i += lane_count) {
      Lanes power, down, w;
      load(power, predictor + i), load(down, shift + i), load(w, weight + i);
      power -= down;
      exponentiate(power);
      store(risk + i, w * power);
    }
  }
};

/// A kernel: adds the squares of the rows of a tile.
struct TileGram {
  RowSums rows;
  double* sums;
  double* grams;

  FEALTY_KERNEL void run() { rows.add(sums, grams); }
};

/// What the lives of a batch come to in a round after the survey.
class CoxPasses {
 public:
  CoxPasses(const CoxRows& rows, const CoxPlan& plan, CoxTotals& to)
      : rows_(rows), plan_(plan), to_(to), p_(plan.columns()), upto_(plan.upto()),
        x_(p_ * TiledMatrix::tile + TiledMatrix::slack) {
    if (plan.all.empty()) return;
    for (const std::size_t events : upto_) {
      all_.push_back(events == 0 ? 0 : plan.all[events - 1]);
      own_.push_back(events == 0 ? 0 : plan.own[events - 1]);
    }
  }

  void risks() {
    each_tile([&](std::size_t begin, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t life = begin + i, s = rows_.stratum(life);
        to_.most[s] = std::max(to_.most[s], predictor_[i]);
        if (!std::isfinite(predictor_[i])) to_.finite = 0;
        if (rows_.ended(life)) {
          add(i, risk_[i], to_.end.data() + (upto_[rows_.exit(life)] - 1) * (p_ + 1));
          to_.log_risk.add_product(weight_[i], predictor_[i] - shift_[i]);
          for (std::size_t j = 0; j < p_; ++j) to_.linear[j] += weight_[i] * x(i, j);
        } else {
          add(i, risk_[i], to_.stay.data() + rows_.exit(life) * (p_ + 1));
        }
        const std::uint32_t entry = rows_.entry(life);
        if (entry != CoxCellFinder::none) add(i, -risk_[i], to_.stay.data() + entry * (p_ + 1));
      }
    });
  }
  void information() {
    std::vector<double> sums(p_), own(TiledMatrix::tile + lane_count);
    each_tile([&](std::size_t begin, std::size_t count) {
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i)
        own[i] = i < count ? risk_[i] * passed(begin + i) : 0;
      TileGram gram{{x_.data(), p_, TiledMatrix::tile, own.data()}, sums.data(), to_.gram.data()};
      dispatch(gram);
    });
  }
  /// \param clusters  none where each life is one of its own
  void influence(const Grouping* clusters) {
    const std::vector<Label> label = clusters != nullptr ? labels(*clusters) : std::vector<Label>();
    std::vector<std::vector<double>*> sums(label.size());
    std::vector<double> residual(p_);
    each_tile([&](std::size_t begin, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        set_residual(begin + i, i, residual);
        const std::size_t code = clusters != nullptr ? clusters->of(rows_.row(begin + i)) : 0;
        if (clusters == nullptr || code + 1 == label.size()) {  // a life without a cluster
          square(residual);
          continue;
        }
        if (sums[code] == nullptr) {
          sums[code] = &to_.cluster[label[code]];
          sums[code]->resize(p_);
        }
        for (std::size_t j = 0; j < p_; ++j) (*sums[code])[j] += residual[j];
      }
    });
  }

 private:
  double x(std::size_t i, std::size_t j) const { return x_[j * TiledMatrix::tile + i]; }
  void add(std::size_t i, double risk, double* row) const {
    *row += risk;
    for (std::size_t j = 0; j < p_; ++j) row[j + 1] += risk * x(i, j);
  }
  template <class F>
  void each_tile(F f) {
    for (std::size_t tile = 0; tile < rows_.tiles(); ++tile) {
      const std::size_t begin = tile * TiledMatrix::tile;
      const std::size_t count = std::min(TiledMatrix::tile, rows_.size() - begin);
      rows_.read(tile, x_);
      for (std::size_t i = 0; i < TiledMatrix::tile; ++i) {
        const bool any = i < count;
        predictor_[i] = any ? rows_.offset(begin + i) : 0;
        shift_[i] = any ? plan_.shift[rows_.stratum(begin + i)] : 0;
        weight_[i] = any ? rows_.weight(begin + i) : 0;
      }
      TileRisks risks{x_.data(), p_, plan_.beta.data(), shift_, weight_, predictor_, risk_};
      dispatch(risks);
      f(begin, count);
    }
  }
  /// The baseline hazard that a life passed while it was watched.
  double passed(std::size_t life) const {
    const double left = (rows_.ended(life) ? own_ : all_)[rows_.exit(life)];
    return rows_.entry(life) == CoxCellFinder::none ? left : left - all_[rows_.entry(life)];
  }
  /// How much a life moves the score. \param i  its row in the tile
  void set_residual(std::size_t life, std::size_t i, std::vector<double>& residual) const {
    const std::size_t exit = upto_[rows_.exit(life)];
    const std::size_t entry = rows_.entry(life) == CoxCellFinder::none ? 0 : upto_[rows_.entry(life)];
    const bool ended = rows_.ended(life);
    const std::vector<double>& means = ended ? plan_.own_means : plan_.means;
    const double hazard = passed(life);
    for (std::size_t j = 0; j < p_; ++j) {
      double mean = exit == 0 ? 0 : means[(exit - 1) * p_ + j];
      if (entry > 0) mean -= plan_.means[(entry - 1) * p_ + j];
      residual[j] = -risk_[i] * (hazard * x(i, j) - mean);
      if (ended) residual[j] += weight_[i] * (x(i, j) - plan_.end_means[(exit - 1) * p_ + j]);
    }
  }
  void square(const std::vector<double>& values) {
    double* to = to_.gram.data();
    for (std::size_t j = 0; j < p_; ++j)
      for (std::size_t k = 0; k <= j; ++k) *to++ += values[j] * values[k];
  }

  const CoxRows& rows_;
  const CoxPlan& plan_;
  CoxTotals& to_;
  std::size_t p_;
  // Of each cell: events, and the baseline hazards up to it.
  std::vector<std::size_t> upto_;
  std::vector<double> all_, own_;
  // Of a tile:
  std::vector<double> x_;
  double predictor_[TiledMatrix::tile], shift_[TiledMatrix::tile], weight_[TiledMatrix::tile],
      risk_[TiledMatrix::tile];
};

}  // namespace fealty::survival::detail
