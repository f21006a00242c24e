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
#include <utility>
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

/// Newton's steps to the largest partial likelihood, of the columns that there is anything to tell of; with a
/// penalty, of it less half the penalty times the squares of coefficients.
class CoxNewton {
 public:
  CoxNewton(PartialLikelihood& likelihood, const CoxProblem& problem, double tolerance,
            std::int32_t max_iterations, Eigen::VectorXd penalty = {})
      : who_(problem.who), ended_weight_(problem.ended_weight), likelihood_(likelihood),
        tolerance_(tolerance), max_iterations_(max_iterations), penalty_(std::move(penalty)),
        beta(Eigen::VectorXd::Zero(problem.design.scale.size())) {
    if (!likelihood_.evaluate(beta)) refuse("without any effect");
    null_log_likelihood = reached_ = likelihood_.log_likelihood;
    active = independent_columns(curvature(), 1e-10 * problem.ended_weight);
    score_test = quadratic();
    while (!active.empty() && !step()) {
    }
    log_likelihood = likelihood_.log_likelihood;
    if (!active.empty()) covariance = inverse();
  }

 private:
  const char* who_;
  double ended_weight_;
  PartialLikelihood& likelihood_;
  double tolerance_;
  std::int32_t max_iterations_;
  Eigen::VectorXd penalty_;
  double reached_ = 0;  // of what is to be largest
  int cut_short_ = 0;   // steps in a row that would have led to risks which differ too much: they have no end

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
    const Eigen::VectorXd move = covariance * slope();
    for (std::size_t k = 0; k < active.size(); ++k) {
      const auto i = static_cast<Eigen::Index>(k);
      const double variance = covariance(i, i) * ended_weight_;  // of one that ended, in standard deviations
      const bool told = penalized() || (variance > 0 && variance < 1e8);  // otherwise only rounding is left
      if (!told || std::abs(move[i]) > 3e-5 * (1 + std::abs(beta[active[k]]))) found.push_back(active[k]);
    }
    return found;
  }
  /// Of the square of each column's coefficient; empty for none.
  const Eigen::VectorXd& penalty() const { return penalty_; }
  bool penalized() const { return penalty_.size() > 0; }
  /// What the penalty leaves of the active columns.
  double degrees_of_freedom() const {
    if (!penalized()) return static_cast<double>(active.size());
    return active.empty() ? 0 : information().cwiseProduct(covariance).sum();
  }
  /// Of the active columns, without the penalty.
  Eigen::MatrixXd information() const { return likelihood_.information(active, active); }

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
    const Eigen::VectorXd score = slope();
    return score.dot(curvature()(active, active).ldlt().solve(score));
  }
  Eigen::MatrixXd inverse() const {
    const auto n = static_cast<Eigen::Index>(active.size());
    return curvature()(active, active).ldlt().solve(Eigen::MatrixXd::Identity(n, n));
  }
  double objective() const {
    const double log_likelihood_here = likelihood_.log_likelihood;
    return penalized() ? log_likelihood_here - penalty_.dot(beta.cwiseAbs2()) / 2 : log_likelihood_here;
  }
  Eigen::VectorXd slope() const {
    Eigen::VectorXd slope = likelihood_.score(active);
    if (penalized()) slope -= penalty_(active).cwiseProduct(beta(active));
    return slope;
  }
  Eigen::MatrixXd curvature() const {
    Eigen::MatrixXd curvature = likelihood_.information;
    if (penalized()) curvature.diagonal() += penalty_;
    return curvature;
  }
  /// \returns  whether it has arrived
  bool step() {
    Eigen::VectorXd move = curvature()(active, active).ldlt().solve(slope());
    if (iterations > 0 && move.norm() <= 1e-11 * (1 + beta.norm())) return true;
    if (++iterations > max_iterations_)
      throw NotConverged({.who = who_,
                          .what = "max_iterations",
                          .where = {},
                          .value = fmt::format("{}", max_iterations_),
                          .rule = "steps do not reach the tolerance"});
    const Eigen::VectorXd from = beta;
    bool whole = true;
    for (int halvings = 0; halvings < 60; ++halvings, move /= 2) {
      beta = from;
      beta(active) += move;
      const bool finite = likelihood_.evaluate(beta);
      const double next = objective(), change = next - reached_;
      // Of the likelihood without any effect: where lives are told apart it ends at 0.
      const double slack = tolerance_ * (std::abs(null_log_likelihood) + 1e-3);
      whole = whole && finite;
      if (!finite || change < -slack) continue;
      reached_ = next;
      cut_short_ = whole ? 0 : cut_short_ + 1;
      if (cut_short_ == 3) return true;
      return std::abs(change) <= (move.norm() <= 1e-8 * (1 + beta.norm()) ? slack : 1e-3 * slack);
    }
    // Risks that differ too much were at the end of a way that led up: along it there is no end.
    beta = from;
    if (whole || iterations == 1 || !likelihood_.evaluate(beta)) refuse("after a step");
    return true;
  }
};

}  // namespace fealty::survival::detail
