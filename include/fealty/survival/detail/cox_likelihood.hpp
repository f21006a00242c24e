// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::survival::detail {

/// A partial likelihood at some coefficients.
class PartialLikelihood {
 public:
  virtual ~PartialLikelihood() = default;
  /// \returns  whether everything is finite
  virtual bool evaluate(const Eigen::VectorXd& beta) = 0;

  double log_likelihood = 0;
  Eigen::VectorXd score;
  Eigen::MatrixXd information;
};

/// The partial likelihood with the ties of Efron or Breslow, without a sort at each step and without sums of
/// squares over risk sets: the information is the Gram matrix of the rows, each weighted by its risk and the
/// baseline hazard that it passed, less the squares of the means of the risk sets. Where cells are few, Gram
/// matrices of cells are summed up with the risks, and rows are read once.
class CoxLikelihood : public PartialLikelihood {
 public:
  CoxLikelihood(const CoxData& data, const TiledMatrix& x, bool efron, std::size_t threads)
      : data_(data), x_(x), threads_(threads), sets_(data, x, efron, threads), risk_(data.rows),
        shift_(data.strata(), data.offset.empty() ? 0 : -std::numeric_limits<double>::infinity()) {
    for (std::size_t s = 0; s < data_.strata(); ++s)
      each_row(s, [&](std::size_t row) {
        if (!data_.offset.empty()) shift_[s] = std::max(shift_[s], data_.offset[row]);
      });
    const std::size_t pieces = data.pieces.size();
    with_grams_ = pieces * 64 <= data.rows;
    pieces_.resize(pieces);
    sums_.resize(pieces * x.columns());
    if (with_grams_) grams_.resize(pieces * pairs(x.columns()));
  }

  bool evaluate(const Eigen::VectorXd& beta) override {
    // A shift keeps risks near 1. Where it was taken of other coefficients, the risks may have run away.
    for (bool again = true; again;) {
      sum_pieces(beta);
      std::vector<double> most(data_.strata(), -std::numeric_limits<double>::infinity());
      for (std::size_t s = 0; s < data_.strata(); ++s)
        each_piece(s, [&](std::size_t i) { most[s] = std::max(most[s], pieces_[i].most); });
      again = false;
      for (const PieceSums& piece : pieces_)
        if (!std::isfinite(piece.most) || std::isnan(piece.log_risk)) return false;
      for (std::size_t s = 0; s < most.size(); ++s) again = again || std::abs(most[s] - shift_[s]) > 300;
      if (again) shift_ = most;
      else next_shift_ = std::move(most);
    }
    sets_.update(pieces_, sums_);
    log_likelihood = sets_.log_likelihood();
    score = sets_.score();
    information = information_of(sets_.hazards(), sets_.squares());
    shift_used_ = shift_;
    shift_ = next_shift_;
    return std::isfinite(log_likelihood) && score.allFinite() && information.allFinite();
  }

  const RiskSets& sets() const { return sets_; }
  /// Weight x e^(linear predictor - shift) of a row.
  double risk(std::size_t row) const { return risk_[row]; }
  /// What the linear predictors of a stratum were reduced by.
  double shift(std::size_t stratum) const { return shift_used_[stratum]; }

  /// The information with each cell's part times a number.
  ///
  /// \param factor  of each of the cells in which lives end
  Eigen::MatrixXd weighted_information(const std::vector<double>& factor) const {
    return information_of(sets_.hazards(factor), sets_.squares(factor));
  }

 private:
  template <class F>
  void each_piece(std::size_t stratum, F f) const {
    const std::size_t end = data_.pieces_of[data_.first[stratum + 1]];
    for (std::size_t i = data_.pieces_of[data_.first[stratum]]; i < end; ++i) f(i);
  }
  template <class F>
  void each_row(std::size_t stratum, F f) const {
    each_piece(stratum, [&](std::size_t i) {
      for (std::size_t row = data_.pieces[i].begin; row < data_.pieces[i].end; ++row) f(row);
    });
  }
  void sum_pieces(const Eigen::VectorXd& beta) {
    std::vector<double> shift(pieces_.size());
    for (std::size_t s = 0; s < data_.strata(); ++s)
      each_piece(s, [&](std::size_t i) { shift[i] = shift_[s]; });
    for_each_tiles(data_, threads_, [&](std::size_t, std::size_t first, std::size_t last) {
      CoxSums sums{&x_,         &data_,       beta.data(),    shift.data(), first,        last,
                   with_grams_, risk_.data(), pieces_.data(), sums_.data(), grams_.data()};
      dispatch(sums);
    });
  }
  /// \param hazards  baseline hazards passed
  /// \param squares  of the means of risk sets
  Eigen::MatrixXd information_of(const Hazards& hazards, const Eigen::MatrixXd& squares) const {
    std::vector<double> gram(pairs(x_.columns()));
    if (with_grams_) {
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const double passed = hazards.of(data_.pieces[i]);
        for (std::size_t k = 0; k < gram.size(); ++k) gram[k] += passed * grams_[i * gram.size() + k];
      }
    } else {
      gram = weighted_gram(data_, x_, risk_, hazards, threads_);
    }
    return symmetric(gram, x_.columns()) - squares;
  }

  const CoxData& data_;
  const TiledMatrix& x_;
  std::size_t threads_;
  RiskSets sets_;
  std::vector<double> risk_;                             // of each row
  std::vector<double> shift_, next_shift_, shift_used_;  // of each stratum
  bool with_grams_ = false;
  std::vector<PieceSums> pieces_;
  std::vector<double> sums_, grams_;  // of each piece
};

}  // namespace fealty::survival::detail
