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
#include <utility>
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
      : CoxLikelihood(data, x, EndedLives(data, x, threads), efron, threads) {}
  CoxLikelihood(const CoxData& data, const TiledMatrix& x, const EndedLives& ended, bool efron,
                std::size_t threads)
      : data_(data), x_(x), threads_(threads), sets_(data, ended, efron, threads), risk_(data.rows),
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
    do {
      sum_pieces(beta);
      if (!measure_most()) return false;
    } while (shift_again());
    sets_.update(pieces_, sums_);
    return take(gram_of(sets_.hazards()));
  }

  const RiskSets& sets() const { return sets_; }
  /// Weight x e^(linear predictor - shift) of a row.
  double risk(std::size_t row) const { return risk_[row]; }
  /// What the linear predictors of a stratum were reduced by.
  double shift(std::size_t stratum) const { return shift_used_[stratum]; }
  /// What they are to be reduced by next.
  const std::vector<double>& next_shift() const { return shift_; }

  /// The information with each cell's part times a number.
  ///
  /// \param factor  of each of the cells in which lives end
  Eigen::MatrixXd weighted_information(const std::vector<double>& factor) const {
    return symmetric(gram_of(sets_.hazards(factor)), x_.columns()) - sets_.squares(factor);
  }

 protected:
  /// Finds the largest linear predictor of each stratum. \returns  whether all are finite
  bool measure_most() {
    next_shift_.assign(data_.strata(), -std::numeric_limits<double>::infinity());
    for (std::size_t s = 0; s < data_.strata(); ++s)
      each_piece(s, [&](std::size_t i) { next_shift_[s] = std::max(next_shift_[s], pieces_[i].most); });
    return std::all_of(pieces_.begin(), pieces_.end(),
                       [](const PieceSums& piece) {
                         return std::isfinite(piece.most) && !std::isnan(piece.log_risk);
                       }) ||
           give_up();
  }
  /// Goes back to the shift with which all was finite: steps are taken back to where they began.
  ///
  /// \returns  false
  bool give_up() {
    if (!steady_shift_.empty()) shift_ = steady_shift_;
    return false;
  }
  /// A shift keeps risks near 1. Where it was taken of other coefficients, the risks may have run away.
  ///
  /// \returns  whether they have, and must be taken again with another shift
  bool shift_again() {
    bool again = false;
    for (std::size_t s = 0; s < shift_.size(); ++s)
      again = again || std::abs(next_shift_[s] - shift_[s]) > 300;
    if (again) shift_ = next_shift_;
    return again;
  }
  /// \param gram  of the rows, by risks and hazards
  /// \returns     whether everything is finite
  bool take(const std::vector<double>& gram) {
    log_likelihood = sets_.log_likelihood();
    score = sets_.score();
    information = symmetric(gram, x_.columns()) - sets_.squares();
    shift_used_ = shift_;
    if (!std::isfinite(log_likelihood) || !score.allFinite() || !information.allFinite()) return give_up();
    steady_shift_ = shift_;
    shift_ = next_shift_;
    return true;
  }
  RiskSets& own_sets() { return sets_; }
  std::vector<PieceSums>& pieces() { return pieces_; }
  std::vector<double>& sums() { return sums_; }
  void set_next_shift(std::vector<double> shift) { shift_ = std::move(shift); }

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
  std::vector<double> gram_of(const Hazards& hazards) const {
    if (!with_grams_) return weighted_gram(data_, x_, risk_, hazards, threads_);
    std::vector<double> gram(pairs(x_.columns()));
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const double passed = hazards.of(data_.pieces[i]);
      for (std::size_t k = 0; k < gram.size(); ++k) gram[k] += passed * grams_[i * gram.size() + k];
    }
    return gram;
  }

  const CoxData& data_;
  const TiledMatrix& x_;
  std::size_t threads_;
  RiskSets sets_;
  std::vector<double> risk_;                                            // of each row
  std::vector<double> shift_, next_shift_, shift_used_, steady_shift_;  // of each stratum
  bool with_grams_ = false;
  std::vector<PieceSums> pieces_;
  std::vector<double> sums_, grams_;  // of each piece
};

}  // namespace fealty::survival::detail
