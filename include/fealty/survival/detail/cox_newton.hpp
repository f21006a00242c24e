// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// Columns of an information matrix that are not told by those before them.
///
/// \param least  what is left of a column that counts, at least
inline std::vector<Eigen::Index> independent_columns(const Eigen::MatrixXd& information, double least) {
  std::vector<Eigen::Index> kept;
  for (Eigen::Index j = 0; j < information.cols(); ++j) {
    double left = information(j, j);
    const auto n = static_cast<Eigen::Index>(kept.size());
    if (n > 0) {
      const Eigen::VectorXd with = information(kept, j);
      left -= with.dot(information(kept, kept).ldlt().solve(with));
    }
    if (left > least && left > 1e-10 * information(j, j)) kept.push_back(j);
  }
  return kept;
}

/// Newton's steps to the largest partial likelihood, of the columns that there is anything to tell of.
class CoxNewton {
 public:
  CoxNewton(PartialLikelihood& likelihood, const CoxProblem& problem, double tolerance,
            std::int32_t max_iterations)
      : who_(problem.who), ended_weight_(problem.ended_weight), likelihood_(likelihood),
        tolerance_(tolerance), max_iterations_(max_iterations),
        beta(Eigen::VectorXd::Zero(problem.design.scale.size())) {
    if (!likelihood_.evaluate(beta)) refuse("without any effect");
    null_log_likelihood = log_likelihood = likelihood_.log_likelihood;
    active = independent_columns(likelihood_.information, 1e-10 * problem.ended_weight);
    score_test = quadratic();
    while (!active.empty() && !step()) {
    }
    if (!active.empty()) covariance = inverse();
  }

 private:
  const char* who_;
  double ended_weight_;
  PartialLikelihood& likelihood_;
  double tolerance_;
  std::int32_t max_iterations_;

 public:
  Eigen::VectorXd beta;
  std::vector<Eigen::Index> active;
  Eigen::MatrixXd covariance;  // of the active columns
  double null_log_likelihood = 0, log_likelihood = 0, score_test = 0;
  std::int64_t iterations = 0;

  /// The columns whose coefficients would still move, or that the information has lost: the likelihood has
  /// come to its end, they have none.
  std::vector<Eigen::Index> separating() const {
    std::vector<Eigen::Index> found;
    if (active.empty()) return found;
    const Eigen::VectorXd move = covariance * likelihood_.score(active);
    for (std::size_t k = 0; k < active.size(); ++k) {
      const auto i = static_cast<Eigen::Index>(k);
      const double variance = covariance(i, i) * ended_weight_;  // of one that ended, in standard deviations
      const bool told = variance > 0 && variance < 1e8;          // otherwise only rounding is left
      if (!told || std::abs(move[i]) > 3e-5 * (1 + std::abs(beta[active[k]]))) found.push_back(active[k]);
    }
    return found;
  }

 private:
  [[noreturn]] void refuse(const char* when) const {
    throw NotConverged(
        {.who = who_,
         .what = "",
         .where = {},
         .value = "",
         .rule = fmt::format("the partial likelihood {} is not finite: an offset or a covariate "
                             "makes risks differ too much",
                             when)});
  }
  double quadratic() const {
    if (active.empty()) return 0;
    const Eigen::VectorXd score = likelihood_.score(active);
    return score.dot(likelihood_.information(active, active).ldlt().solve(score));
  }
  Eigen::MatrixXd inverse() const {
    const auto n = static_cast<Eigen::Index>(active.size());
    return likelihood_.information(active, active).ldlt().solve(Eigen::MatrixXd::Identity(n, n));
  }
  /// \returns  whether it has arrived
  bool step() {
    if (++iterations > max_iterations_)
      throw NotConverged({.who = who_,
                          .what = "max_iterations",
                          .where = {},
                          .value = fmt::format("{}", max_iterations_),
                          .rule = "steps do not reach the tolerance"});
    Eigen::VectorXd move = likelihood_.information(active, active).ldlt().solve(likelihood_.score(active));
    const Eigen::VectorXd from = beta;
    for (int halvings = 0; halvings < 60; ++halvings, move /= 2) {
      beta = from;
      beta(active) += move;
      const bool finite = likelihood_.evaluate(beta);
      const double change = likelihood_.log_likelihood - log_likelihood;
      const double slack = tolerance_ * (std::abs(log_likelihood) + 1e-3);
      if (!finite || change < -slack) continue;
      log_likelihood = likelihood_.log_likelihood;
      return std::abs(change) <= slack && move.norm() <= 1e-8 * (1 + beta.norm())
                 ? true
                 : std::abs(change) <= 1e-3 * slack;
    }
    refuse("after a step");
  }
};

}  // namespace fealty::survival::detail
