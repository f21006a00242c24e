// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/row_matrix.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::survival::detail {

/// Sums over all ways to pick so many of some lives: of the products of their risks, and the first and second
/// derivatives of these, one life after the other.
///
/// \see Gail, Lubin & Rubinstein (1981), Biometrika 68:703-707
class SubsetSums {
 public:
  SubsetSums(std::size_t picked, Eigen::Index columns)
      : sum_(picked + 1), slope_(picked + 1, Eigen::VectorXd::Zero(columns)),
        curve_(picked + 1, Eigen::MatrixXd::Zero(columns, columns)) {
    sum_[0] = 1;
  }
  /// \param from  the least number of lives picked so far that still counts
  void add(double risk, const Eigen::VectorXd& x, std::size_t from, std::size_t to) {
    for (std::size_t m = to; m >= std::max<std::size_t>(from, 1); --m) {
      const auto cross = x * slope_[m - 1].transpose();
      curve_[m] += risk * (curve_[m - 1] + cross + cross.transpose() + sum_[m - 1] * x * x.transpose());
      slope_[m] += risk * (slope_[m - 1] + sum_[m - 1] * x);
      sum_[m] += risk * sum_[m - 1];
    }
  }
  double log_sum() const { return std::log(sum_.back()); }
  Eigen::VectorXd mean() const { return slope_.back() / sum_.back(); }
  Eigen::MatrixXd information() const { return curve_.back() / sum_.back() - mean() * mean().transpose(); }

 private:
  std::vector<double> sum_;
  std::vector<Eigen::VectorXd> slope_;
  std::vector<Eigen::MatrixXd> curve_;
};

/// The exact partial likelihood of lives that end together: how likely these are the ones, of all sets of as
/// many that are at risk. Work grows with the risk sets times the ties.
class ExactLikelihood : public PartialLikelihood {
 public:
  ExactLikelihood(const CoxData& data, const TiledMatrix& x, std::size_t threads)
      : data_(data), x_(x), threads_(threads) {
    for (std::size_t s = 0; s < data.strata(); ++s)
      for (std::uint32_t cell = data.first[s]; cell < data.first[s + 1]; ++cell)
        for (std::size_t i = data.pieces_of[cell]; i < data.pieces_of[cell + 1]; ++i)
          if (data.pieces[i].step == Step::ends && (events_.empty() || events_.back().cell != cell))
            events_.push_back({s, cell});
    if (data.entry.empty()) return;
    const std::vector<std::uint32_t> piece = piece_of_rows(data);
    entered_.assign(data.rows, -1);
    for (std::size_t life = 0; life < data.entry.size(); ++life)
      if (data.entry[life] != no_id) entered_[data.exit[life]] = data.pieces[piece[data.entry[life]]].cell;
  }

  bool evaluate(const Eigen::VectorXd& beta) override {
    const auto p = static_cast<Eigen::Index>(x_.columns());
    predictor_.assign(data_.rows, 0);
    for (std::size_t row = 0; row < data_.rows; ++row) {
      predictor_[row] = data_.offset.empty() ? 0 : data_.offset[row];
      for (Eigen::Index j = 0; j < p; ++j) predictor_[row] += beta[j] * x_(row, static_cast<std::size_t>(j));
    }
    std::vector<Part> parts(events_.size());
    for_each_chunk(parts.size(), threads_, [&](std::size_t e, std::size_t) { parts[e] = part(events_[e]); });
    log_likelihood = 0;
    score.setZero(p);
    information.setZero(p, p);
    for (const Part& each : parts) {
      log_likelihood += each.log_likelihood;
      score += each.score;
      information += each.information;
    }
    return std::isfinite(log_likelihood) && score.allFinite() && information.allFinite();
  }

 private:
  struct Event {
    std::size_t stratum;
    std::uint32_t cell;
  };
  struct Part {
    double log_likelihood = 0;
    Eigen::VectorXd score;
    Eigen::MatrixXd information;
  };

  Eigen::VectorXd covariates_of(std::size_t row) const {
    Eigen::VectorXd x(static_cast<Eigen::Index>(x_.columns()));
    for (std::size_t j = 0; j < x_.columns(); ++j) x[static_cast<Eigen::Index>(j)] = x_(row, j);
    return x;
  }
  /// Lives of the stratum that leave at the cell or later, without those that enter then: their rows.
  std::vector<std::uint32_t> risk_set(const Event& event) const {
    std::vector<std::uint32_t> rows;
    const std::size_t end = data_.pieces_of[data_.first[event.stratum + 1]];
    for (std::size_t i = data_.pieces_of[event.cell]; i < end; ++i) {
      const Piece& piece = data_.pieces[i];
      if (piece.step == Step::enters) continue;
      for (std::uint32_t row = piece.begin; row < piece.end; ++row)
        if (entered_.empty() || entered_[row] < 0 || entered_[row] < static_cast<std::int64_t>(event.cell))
          rows.push_back(row);
    }
    return rows;
  }
  Part part(const Event& event) const {
    const std::vector<std::uint32_t> rows = risk_set(event);
    Part part;
    part.score.setZero(static_cast<Eigen::Index>(x_.columns()));
    std::size_t ended = 0;
    double most = -std::numeric_limits<double>::infinity(), sum = 0;
    for (const std::uint32_t row : rows) most = std::max(most, predictor_[row]);
    for (const std::uint32_t row : rows) sum += std::exp(predictor_[row] - most);
    for (std::size_t i = data_.pieces_of[event.cell]; i < data_.pieces_of[event.cell + 1]; ++i) {
      if (data_.pieces[i].step != Step::ends) continue;
      for (std::uint32_t row = data_.pieces[i].begin; row < data_.pieces[i].end; ++row, ++ended) {
        part.log_likelihood += predictor_[row] - most;
        part.score += covariates_of(row);
      }
    }
    // In such units no sum grows beyond what a double holds, for a thousand ties and more.
    const double unit = static_cast<double>(ended) / (std::exp(1.0) * sum);
    SubsetSums sums(ended, part.score.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t left = rows.size() - 1 - i;
      sums.add(unit * std::exp(predictor_[rows[i]] - most), covariates_of(rows[i]),
               ended > left ? ended - left : 1, std::min(ended, i + 1));
    }
    part.log_likelihood -= sums.log_sum() - static_cast<double>(ended) * std::log(unit);
    part.score -= sums.mean();
    part.information = sums.information();
    return part;
  }

  const CoxData& data_;
  const TiledMatrix& x_;
  std::size_t threads_;
  std::vector<Event> events_;
  std::vector<double> predictor_;
  std::vector<std::int64_t> entered_;  // the cell after which each row's life has entered, -1 for none
};

}  // namespace fealty::survival::detail
