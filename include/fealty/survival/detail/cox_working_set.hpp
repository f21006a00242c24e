// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace fealty::survival::detail {

/// The partial likelihood by some columns of a problem; the coefficients of the others are 0. The work is
/// that of the few columns that are in, but for score(), which reads all of them once.
class CoxWorkingSet {
 public:
  CoxWorkingSet(const CoxProblem& problem, bool efron, std::size_t threads)
      : problem_(problem), efron_(efron), threads_(threads) {
    build();
  }
  CoxWorkingSet(const CoxWorkingSet&) = delete;
  CoxWorkingSet& operator=(const CoxWorkingSet&) = delete;

  const std::vector<Eigen::Index>& columns() const { return columns_; }
  bool has(Eigen::Index column) const { return std::binary_search(columns_.begin(), columns_.end(), column); }
  void add(const std::vector<Eigen::Index>& more) {
    columns_.insert(columns_.end(), more.begin(), more.end());
    std::sort(columns_.begin(), columns_.end());
    build();
  }
  void reset(const std::vector<Eigen::Index>& columns) {
    columns_.clear();
    add(columns);
  }
  /// \param beta  of all columns
  /// \returns     whether everything is finite
  bool evaluate(const Eigen::VectorXd& beta) { return likelihood_->evaluate(beta(columns_)); }
  const CoxLikelihood& likelihood() const { return *likelihood_; }

  /// Of all columns, where it was evaluated last.
  Eigen::VectorXd score() const {
    const CoxData& data = problem_.data;
    const Hazards hazards = likelihood_->sets().hazards();
    std::vector<double> residuals(data.rows);
    for (const Piece& piece : data.pieces) {
      const double passed = hazards.of(piece);
      for (std::size_t row = piece.begin; row < piece.end; ++row)
        residuals[row] =
            (piece.step == Step::ends ? data.weight_of(row) : 0) - passed * likelihood_->risk(row);
    }
    return weighted_sums(data, problem_.x, residuals, threads_);
  }

 private:
  void build() {
    likelihood_.reset();
    x_ = TiledMatrix(problem_.x.rows(), columns_.size());
    for (std::size_t t = 0; t < x_.tiles(); ++t)
      for (std::size_t k = 0; k < columns_.size(); ++k)
        std::copy_n(problem_.x.column(t, static_cast<std::size_t>(columns_[k])), TiledMatrix::tile,
                    x_.column(t, k));
    likelihood_ = std::make_unique<CoxLikelihood>(problem_.data, x_, efron_, threads_);
  }

  const CoxProblem& problem_;
  bool efron_;
  std::size_t threads_;
  std::vector<Eigen::Index> columns_;  // ascending
  TiledMatrix x_;
  std::unique_ptr<CoxLikelihood> likelihood_;
};

}  // namespace fealty::survival::detail
