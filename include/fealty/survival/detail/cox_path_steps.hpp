// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/cox_working_set.hpp>
#include <fealty/survival/detail/elastic_net.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// What is penalized, in the units of a design, and when to stop.
struct CoxPathTask {
  const char* who;
  Eigen::VectorXd sizes, squares;  // of a penalty of 1, on |b| and on b^2 / 2
  double tolerance;                // slope that may be left, in standard deviations
  std::int32_t max_iterations;
};

/// Walks down penalties: at each, steps to the least of the negative log-likelihood and the penalty. A step
/// is that of Newton with the penalty as it is; columns come in when the slope along them calls for it.
class CoxPathSteps {
 public:
  /// Begins at a penalty that lets no column in but those without a penalty.
  CoxPathSteps(const CoxProblem& problem, const CoxPathTask& task, bool efron, std::size_t threads)
      : problem_(problem), task_(task), set_(problem, efron, threads),
        beta(Eigen::VectorXd::Zero(problem.design.scale.size())) {
    if (!set_.evaluate(beta)) refuse();
    null_log_likelihood = set_.likelihood().log_likelihood;
    add_free();
    for (std::int32_t i = 0; slope_left() > task_.tolerance; ++i) step(i);
    require_end();
    score_ = set_.score();
    for (Eigen::Index j = 0; j < beta.size(); ++j)
      if (task_.sizes[j] > 0) first_ = std::max(first_, std::abs(score_[j]) / task_.sizes[j]);
    penalty_ = first_;
  }

 private:
  const CoxProblem& problem_;
  const CoxPathTask& task_;
  CoxWorkingSet set_;
  Eigen::VectorXd score_;  // at the last penalty's coefficients
  double penalty_ = std::numeric_limits<double>::infinity(), first_ = 0;

 public:
  Eigen::VectorXd beta;
  double null_log_likelihood = 0;
  std::vector<Eigen::Index> collinear;  // columns without a penalty that others without one tell

  /// The smallest penalty at which all that are penalized are 0.
  double first_penalty() const { return first_; }
  double log_likelihood() const { return set_.likelihood().log_likelihood; }
  const CoxLikelihood& likelihood() const { return set_.likelihood(); }

  /// \param penalty  no more than the one before
  void go_to(double penalty) {
    // Slopes hardly change more than the penalty does: those that would still be too small stay out.
    let_in(std::max(2 * penalty - penalty_, penalty / 2));
    penalty_ = penalty;
    for (std::int32_t i = 0;;) {
      while (slope_left() > task_.tolerance) step(i++);
      score_ = set_.score();
      if (!let_in(penalty)) return;
    }
  }

 private:
  [[noreturn]] void refuse() const {
    throw NotConverged({.who = task_.who,
                        .what = "",
                        .where = {},
                        .value = "",
                        .rule = "the partial likelihood is not finite: an offset or a covariate makes risks "
                                "differ too much"});
  }
  /// Lets all in that have no penalty, as far as they do not tell each other.
  void add_free() {
    std::vector<Eigen::Index> free;
    for (Eigen::Index j = 0; j < beta.size(); ++j)
      if (task_.sizes[j] == 0 && problem_.design.scale[j] != 0) free.push_back(j);
    if (free.empty()) return;
    set_.add(free);
    set_.evaluate(beta);
    const std::vector<Eigen::Index> kept =
        independent_columns(set_.likelihood().information, 1e-10 * problem_.ended_weight);
    for (std::size_t k = 0, next = 0; k < free.size(); ++k)
      if (next < kept.size() && kept[next] == static_cast<Eigen::Index>(k)) ++next;
      else collinear.push_back(free[k]);
    if (collinear.empty()) return;
    std::vector<Eigen::Index> told = free;
    free.clear();
    for (const Eigen::Index k : kept) free.push_back(told[static_cast<std::size_t>(k)]);
    set_.reset(free);
    set_.evaluate(beta);
  }
  /// Refuses a column without a penalty along which the likelihood grows without end.
  void require_end() const {
    if (set_.columns().empty()) return;
    const CoxLikelihood& here = set_.likelihood();
    const Eigen::VectorXd move = here.information.ldlt().solve(here.score);
    for (Eigen::Index k = 0; k < move.size(); ++k) {
      const Eigen::Index j = set_.columns()[static_cast<std::size_t>(k)];
      if (!(std::abs(move[k]) > 3e-5 * (1 + std::abs(beta[j])))) continue;
      throw NotConverged(
          {.who = task_.who,
           .what = problem_.design.columns[static_cast<std::size_t>(j)].name(),
           .where = {},
           .value = "",
           .rule = "tells who ends before whom; without a penalty its coefficient has no end"});
    }
  }
  /// \param penalty  columns are let in where the slope is larger than its
  /// \returns        whether there was one
  bool let_in(double penalty) {
    std::vector<Eigen::Index> more;
    for (Eigen::Index j = 0; j < beta.size(); ++j)
      if (task_.sizes[j] > 0 && !set_.has(j) &&
          std::abs(score_[j]) > penalty * task_.sizes[j] + task_.tolerance)
        more.push_back(j);
    if (more.empty()) return false;
    set_.add(more);
    if (!set_.evaluate(beta)) refuse();
    return true;
  }
  /// The penalty's sizes and squares, of the columns that are in.
  Eigen::VectorXd of_set(const Eigen::VectorXd& penalties) const {
    const double penalty = std::isinf(penalty_) ? 0 : penalty_;  // none of those that are in has one yet
    return penalty * penalties(set_.columns());
  }
  /// The slope of the objective that is left along a column that is in, at most.
  double slope_left() const {
    const Eigen::VectorXd sizes = of_set(task_.sizes), b = beta(set_.columns());
    const Eigen::VectorXd slope = set_.likelihood().score - of_set(task_.squares).cwiseProduct(b);
    double left = 0;
    for (Eigen::Index k = 0; k < b.size(); ++k)
      left = std::max(left, b[k] == 0 ? std::abs(slope[k]) - sizes[k]
                                      : std::abs(slope[k] - std::copysign(sizes[k], b[k])));
    return left;
  }
  double penalty_at(const Eigen::VectorXd& b) const {
    return of_set(task_.sizes).dot(b.cwiseAbs()) + of_set(task_.squares).dot(b.cwiseAbs2()) / 2;
  }
  /// \param iteration  steps before it at this penalty
  void step(std::int32_t iteration) {
    if (iteration >= task_.max_iterations)
      throw NotConverged({.who = task_.who,
                          .what = "max_iterations",
                          .where = {},
                          .value = fmt::format("{}", task_.max_iterations),
                          .rule = "steps do not reach the tolerance"});
    const CoxLikelihood& here = set_.likelihood();
    const Eigen::VectorXd from = beta(set_.columns()), sizes = of_set(task_.sizes),
                          squares = of_set(task_.squares);
    const Eigen::VectorXd slope = here.score + here.information * from;
    ElasticNet net(here.information, slope, sizes, squares, 1e-14 * problem_.ended_weight);
    Eigen::VectorXd move = net.from(from, 1e-2 * task_.tolerance) - from;
    const double before = penalty_at(from) - here.log_likelihood;
    const double down = penalty_at(from + move) - penalty_at(from) - here.score.dot(move);
    const double slack = 1e-13 * (1 + std::abs(before));
    double length = 1;
    for (int halvings = 0; halvings < 60; ++halvings, length /= 2) {
      beta(set_.columns()) = from + length * move;
      const bool finite = set_.evaluate(beta);
      const double change = penalty_at(beta(set_.columns())) - here.log_likelihood - before;
      if (finite && change <= 1e-4 * length * std::min(down, 0.0) + slack) return;
    }
    refuse();
  }
};

}  // namespace fealty::survival::detail
