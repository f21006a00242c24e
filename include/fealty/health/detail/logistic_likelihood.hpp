// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/glm_likelihood.hpp>
#include <fealty/health/detail/logistic_kernel.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace fealty::health::detail {

using survival::detail::RowMatrix;

/// The sums of LogisticTiles as a log-likelihood, its slope and its curvature.
struct LogisticSums {
  LogisticSums(const std::vector<double>& sums, std::size_t columns)
      : log_likelihood(-sums[0]), score(static_cast<Eigen::Index>(columns) + 1),
        information(score.size(), score.size()) {
    score[0] = sums[1];
    information(0, 0) = sums[2];
    const double *residual = sums.data() + 3, *weight = residual + columns, *gram = weight + columns;
    for (Eigen::Index j = 1; j < score.size(); ++j) {
      score[j] = residual[j - 1];
      information(0, j) = information(j, 0) = weight[j - 1];
      for (Eigen::Index k = 1; k <= j; ++k) information(j, k) = information(k, j) = *gram++;
    }
  }
  bool finite() const {
    return std::isfinite(log_likelihood) && score.allFinite() && information.allFinite();
  }

  double log_likelihood;
  Eigen::VectorXd score;
  Eigen::MatrixXd information;
};

/// A log-likelihood that is told by sums.
class SummedLikelihood : public GlmLikelihood {
 protected:
  bool take(LogisticSums sums) {
    if (!sums.finite()) return false;
    log_likelihood = sums.log_likelihood;
    score = std::move(sums.score);
    information = std::move(sums.information);
    return true;
  }
};

/// The log-likelihood of rows that are here.
class LogisticLikelihood : public SummedLikelihood {
 public:
  /// \param accounts  of all rows of the table; absent where each row is a cluster of its own
  /// \param stride    every so many tiles are read: for a first guess
  LogisticLikelihood(const LogisticProblem& problem, const IdColumn& accounts, std::size_t threads,
                     std::size_t stride = 1)
      : problem_(problem), accounts_(accounts), threads_(threads), stride_(stride) {}

  /// The sums of LogisticTiles.
  std::vector<double> sums(const Eigen::VectorXd& beta) const {
    const std::size_t size = LogisticTiles::size(problem_.x.columns());
    std::vector<double> parts(chunks() * size), all(size);
    for_each_chunk(chunks(), threads_, [&](std::size_t chunk, std::size_t) {
      LogisticTiles tiles{&problem_.x,
                          problem_.side.data(),
                          problem_.weighted() ? problem_.weight.data() : nullptr,
                          beta.data(),
                          chunk * tiles_,
                          std::min((chunk + 1) * tiles_, problem_.x.tiles()),
                          stride_,
                          parts.data() + chunk * size};
      dispatch(tiles);
    });
    for (std::size_t i = 0; i < parts.size(); ++i) all[i % size] += parts[i];
    return all;
  }
  bool evaluate(const Eigen::VectorXd& beta) override {
    return take(LogisticSums(sums(beta), problem_.x.columns()));
  }
  Margins margins(const Eigen::VectorXd& direction) override {
    std::vector<Margins> parts(chunks());
    for_each_chunk(chunks(), threads_, [&](std::size_t chunk, std::size_t) {
      LogisticMargins tiles{&problem_.x,
                            problem_.side.data(),
                            problem_.design.rows.size(),
                            direction.data(),
                            chunk * tiles_,
                            std::min((chunk + 1) * tiles_, problem_.x.tiles()),
                            {}};
      dispatch(tiles);
      parts[chunk] = tiles.found;
    });
    Margins all;
    for (const Margins& part : parts) all = {std::min(all.least, part.least), std::max(all.most, part.most)};
    return all;
  }
  ScoreSquares squares(const Eigen::VectorXd& beta) override {
    const ClusterSums found = cluster_sums(beta);
    return {found.sums.transpose() * found.sums,
            static_cast<double>(std::count(found.seen.begin(), found.seen.end(), true))};
  }

  /// What clusters move the score by: accounts by their codes, or rows.
  struct ClusterSums {
    RowMatrix sums;
    std::vector<bool> seen;
  };
  ClusterSums cluster_sums(const Eigen::VectorXd& beta) const {
    const std::size_t rows = problem_.design.rows.size(), p = problem_.x.columns();
    const std::size_t clusters = accounts_.present() ? accounts_.ids()->size() : rows;
    ClusterSums found{RowMatrix::Zero(static_cast<Eigen::Index>(clusters), beta.size()),
                      std::vector<bool>(clusters)};
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t cluster = accounts_.present() ? accounts_.codes()[problem_.design.rows[i]] : i;
      found.seen[cluster] = true;
      double predictor = beta[0];
      for (std::size_t j = 0; j < p; ++j)
        predictor += beta[static_cast<Eigen::Index>(j) + 1] * problem_.x(i, j);
      const double count = problem_.weighted() ? problem_.weight[i] : 1, side = problem_.side[i];
      const double residual = count * side / (1 + std::exp(side * predictor));
      auto sum = found.sums.row(static_cast<Eigen::Index>(cluster));
      sum[0] += residual;
      for (std::size_t j = 0; j < p; ++j)
        sum[static_cast<Eigen::Index>(j) + 1] += residual * problem_.x(i, j);
    }
    return found;
  }

 private:
  static constexpr std::size_t tiles_ = 32;  // of a chunk: they do not depend on the threads
  std::size_t chunks() const { return (problem_.x.tiles() + tiles_ - 1) / tiles_; }

  const LogisticProblem& problem_;
  const IdColumn& accounts_;
  std::size_t threads_, stride_;
};

}  // namespace fealty::health::detail
