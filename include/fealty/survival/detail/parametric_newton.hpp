// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_likelihood.hpp>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// How far Newton's steps may go, and when they end.
struct StepRules {
  double tolerance = 1e-9;  // relative change of the log-likelihood
  std::int32_t max_iterations = 50;
  double unit = 1;                 // of the log-likelihood: the weight of a life
  Eigen::VectorXd longest;         // step of each parameter
  Eigen::VectorXd least, largest;  // values beyond which it has no end
};

/// Newton's step. Along a direction in which a likelihood is not concave it goes up as far as the curvature,
/// of whatever sign, tells.
struct NewtonStep {
  Eigen::VectorXd move;  // of the active parameters
  double gain = 0;       // score' move
  bool concave = true;

  NewtonStep(const LikelihoodSums& sums, const std::vector<Eigen::Index>& active) {
    const Eigen::MatrixXd information = sums.information(active, active);
    const Eigen::VectorXd score = sums.score(active);
    const Eigen::VectorXd unit = information.diagonal().unaryExpr(
        [](double x) { return x == 0 ? 1.0 : 1 / std::sqrt(std::abs(x)); });
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(unit.asDiagonal() * information *
                                                               unit.asDiagonal());
    const double flat = 1e-14 * parts.eigenvalues().cwiseAbs().maxCoeff();
    Eigen::VectorXd along = parts.eigenvectors().transpose() * unit.cwiseProduct(score);
    for (Eigen::Index i = 0; i < along.size(); ++i) {
      const double curvature = parts.eigenvalues()[i];
      if (curvature <= flat) concave = false;
      along[i] /= curvature > flat ? curvature : std::max(-curvature, 1e-4);
    }
    move = unit.cwiseProduct(parts.eigenvectors() * along);
    gain = score.dot(move);
  }
};

/// Where steps have led.
struct Ascent {
  enum class Outcome { arrived, out_of_steps, stuck, endless };

  Eigen::VectorXd theta;
  std::vector<Eigen::Index> active;  // parameters that moved
  LikelihoodSums sums;               // at theta
  Outcome outcome = Outcome::arrived;
  Eigen::Index endless = 0;  // the parameter that has no end
  std::int64_t iterations = 0;

  /// The step that would follow, of all parameters.
  Eigen::VectorXd move() const {
    Eigen::VectorXd all = Eigen::VectorXd::Zero(theta.size());
    if (!active.empty()) all(active) = NewtonStep(sums, active).move;
    return all;
  }
};

/// Newton's steps up a likelihood that need not be concave; none goes further than is allowed, nor down.
class ParametricNewton {
 public:
  ParametricNewton(const LifeLikelihood& likelihood, const StepRules& rules, Eigen::VectorXd start,
                   std::vector<Eigen::Index> active)
      : likelihood_(likelihood), rules_(rules) {
    at_.theta = std::move(start);
    at_.active = std::move(active);
    at_.sums = likelihood_.at(at_.theta);
    bool more = at_.sums.finite() || end(Ascent::Outcome::stuck);
    while (more) more = step();
  }
  Ascent take() { return std::move(at_); }

 private:
  bool end(Ascent::Outcome how) {
    at_.outcome = how;
    return false;
  }
  /// \returns  whether there is more to do
  bool step() {
    if (at_.active.empty()) return end(Ascent::Outcome::arrived);
    if (++at_.iterations > rules_.max_iterations) return end(Ascent::Outcome::out_of_steps);
    const NewtonStep step(at_.sums, at_.active);
    const double from = at_.sums.log_likelihood, size = std::abs(from) + rules_.unit;
    double share = allowed(step.move);
    // A step of a millionth of the standard errors leaves the square of that.
    const bool whole = share == 1 && step.concave && step.gain <= 1e-12 * rules_.unit;
    for (int halvings = 0; halvings < 60; ++halvings, share /= 2) {
      Eigen::VectorXd next = at_.theta;
      next(at_.active) += share * step.move;
      LikelihoodSums there = likelihood_.at(next);
      const double change = there.log_likelihood - from;
      if (!there.finite() || change < 1e-4 * share * step.gain - 1e-12 * size) continue;
      at_.theta = std::move(next);
      at_.sums = std::move(there);
      if (beyond()) return end(Ascent::Outcome::endless);
      if (whole && halvings == 0 && std::abs(change) <= rules_.tolerance * size)
        return end(Ascent::Outcome::arrived);
      return true;
    }
    return end(Ascent::Outcome::stuck);
  }
  /// The share of a step that goes no further than each parameter may.
  double allowed(const Eigen::VectorXd& move) const {
    double share = 1;
    for (std::size_t k = 0; k < at_.active.size(); ++k)
      share = std::min(share, rules_.longest[at_.active[k]] / std::abs(move[static_cast<Eigen::Index>(k)]));
    return share;
  }
  bool beyond() {
    for (const Eigen::Index k : at_.active)
      if (at_.theta[k] < rules_.least[k] || at_.theta[k] > rules_.largest[k]) {
        at_.endless = k;
        return true;
      }
    return false;
  }

  const LifeLikelihood& likelihood_;
  const StepRules& rules_;
  Ascent at_;
};

}  // namespace fealty::survival::detail
