// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/bounded_step.hpp>
#include <fealty/health/detail/glm_likelihood.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Columns that separate outcomes, counted from the first coefficient; none where nothing does.
struct Separation {
  std::vector<Eigen::Index> columns;
  bool complete = false;  // whether they separate all rows
};

/// Columns of an information matrix that are not told by those before them: of the others nothing but
/// rounding is left once these are taken out.
inline std::vector<Eigen::Index> independent_columns(const Eigen::MatrixXd& information) {
  std::vector<Eigen::Index> kept;
  Eigen::MatrixXd root(information.rows(), information.cols());  // Cholesky's, of the columns kept
  for (Eigen::Index j = 0; j < information.cols(); ++j) {
    const auto n = static_cast<Eigen::Index>(kept.size());
    Eigen::VectorXd part = information(kept, j);
    if (n > 0) root.topLeftCorner(n, n).triangularView<Eigen::Lower>().solveInPlace(part);
    const double left = information(j, j) - part.squaredNorm();
    if (!(left > 1e-10 * information(j, j))) continue;
    root.row(n).head(n) = part.transpose();
    root(n, n) = std::sqrt(left);
    kept.push_back(j);
  }
  return kept;
}

/// What Newton's steps are to do. Coefficients of the baseline come first, then those of covariates.
struct GlmProblem {
  const char* who = "";
  Eigen::VectorXd start;  // of all coefficients; those of covariates 0
  Eigen::Index baseline = 1;
  Eigen::VectorXd penalty;  // of half the square of each; 0 for none
  std::vector<int> sign;    // of each: 1 for >= 0, -1 for <= 0, 0 for any
  double weight = 0;        // of all rows
  double tolerance = 0;     // in standard errors
  std::int32_t max_iterations = 0;
};

/// Newton's steps to the largest log-likelihood less the penalty, under bounds of signs. They stop with
/// one that moves coefficients by less than `tolerance` standard errors; or, without a penalty, where they
/// have found a way along which the likelihood grows for ever: some rows go to the side of their outcomes and
/// none goes to the other (separation).
///
/// \see Albert & Anderson (1984), Biometrika 71:1-10, for when there is a maximum
class GlmNewton {
 public:
  GlmNewton(GlmLikelihood& likelihood, GlmProblem problem)
      : likelihood_(likelihood), p_(std::move(problem)), beta(p_.start) {
    if (!likelihood_.evaluate(beta)) refuse("without any effect");
    active = independent_columns(curvature());
    for (const Eigen::Index j : active) signs_.push_back(p_.sign[static_cast<std::size_t>(j)]);
    Eigen::VectorXd start = Eigen::VectorXd::Zero(beta.size());
    start(active) = beta(active);
    if (start != beta) {
      beta = start;
      if (!likelihood_.evaluate(beta)) refuse("without any effect");
    }
    while (!step()) {
    }
  }

 private:
  GlmLikelihood& likelihood_;
  GlmProblem p_;
  std::vector<int> signs_;  // of the active ones

 public:
  Eigen::VectorXd beta;
  std::vector<Eigen::Index> active;  // coefficients that there are
  Separation separation;
  double log_likelihood = 0;
  std::int64_t iterations = 0;

  /// Active coefficients that no bound holds at 0.
  std::vector<Eigen::Index> unbound() const {
    std::vector<Eigen::Index> found;
    for (const Eigen::Index j : active)
      if (p_.sign[static_cast<std::size_t>(j)] == 0 || beta[j] != 0) found.push_back(j);
    return found;
  }
  /// Of coefficients, by the curvature of what is largest.
  Eigen::MatrixXd covariance(const std::vector<Eigen::Index>& of) const {
    const auto n = static_cast<Eigen::Index>(of.size());
    return curvature()(of, of).ldlt().solve(Eigen::MatrixXd::Identity(n, n));
  }
  const Eigen::MatrixXd& information() const { return likelihood_.information; }

 private:
  [[noreturn]] void refuse(const char* when) const {
    throw NotConverged({.who = p_.who,
                        .what = "",
                        .where = {},
                        .value = "",
                        .rule = fmt::format("the log-likelihood {} is not finite", when)});
  }
  Eigen::MatrixXd curvature() const {
    Eigen::MatrixXd curvature = likelihood_.information;
    curvature.diagonal() += p_.penalty;
    return curvature;
  }
  double objective() const { return likelihood_.log_likelihood - p_.penalty.dot(beta.cwiseAbs2()) / 2; }
  /// \returns  whether it has arrived
  bool step() {
    const Eigen::MatrixXd h = curvature()(active, active);
    const Eigen::VectorXd from = beta(active);
    const Eigen::VectorXd slope = likelihood_.score(active) - p_.penalty(active).cwiseProduct(from);
    const Eigen::VectorXd move = BoundedQuadratic(h, slope + h * from, signs_, from).take() - from;
    if (!move.allFinite()) refuse("after a step");
    // Twice what the quadratic gains: the square of the move in standard errors. Beyond the second bound it
    // is rounding.
    const double moved = 2 * slope.dot(move) - move.dot(h * move);
    log_likelihood = likelihood_.log_likelihood;
    if (moved <= std::max(p_.tolerance * p_.tolerance, 1e-28 * p_.weight)) {
      // The last step is so short that all but the coefficients stays as it is, to about 16 digits.
      beta(active) = from + move;
      return true;
    }
    if (separates(move)) return true;
    if (++iterations > p_.max_iterations)
      throw NotConverged({.who = p_.who,
                          .what = "max_iterations",
                          .where = {},
                          .value = fmt::format("{}", p_.max_iterations),
                          .rule = "steps do not reach the tolerance"});
    advance(from, move);
    return false;
  }
  void advance(const Eigen::VectorXd& from, Eigen::VectorXd move) {
    const double before = objective();
    for (int halvings = 0; halvings < 60; ++halvings, move /= 2) {
      beta(active) = from + move;
      if (likelihood_.evaluate(beta) && objective() >= before - 1e-12 * std::abs(before)) return;
    }
    refuse("after a step");
  }
  /// Whether the likelihood grows without end along a move.
  bool separates(const Eigen::VectorXd& move) {
    if (iterations < 3) return false;
    Eigen::VectorXd direction = Eigen::VectorXd::Zero(beta.size());
    direction(active) = move;
    const auto covariates = direction.tail(beta.size() - p_.baseline);
    const double largest = covariates.size() == 0 ? 0 : covariates.cwiseAbs().maxCoeff();
    if (largest < 1e-2) return false;  // ordinary steps are short by now
    if (p_.penalty.dot(direction.cwiseAbs2()) > 0) {
      direction = (p_.penalty.array() > 0).select(0, direction);
      if (direction.tail(covariates.size()).cwiseAbs().maxCoeff() < 1e-2) return false;
    }
    const Margins margins = likelihood_.margins(direction);
    if (!(margins.most > 0) || margins.least < -1e-6 * margins.most) return false;
    separation.complete = margins.least > 1e-3 * margins.most;
    for (Eigen::Index j = p_.baseline; j < beta.size(); ++j)
      if (std::abs(direction[j]) > 1e-3 * largest) separation.columns.push_back(j);
    return true;
  }
};

}  // namespace fealty::health::detail
