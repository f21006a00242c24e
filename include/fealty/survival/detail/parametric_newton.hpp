// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_likelihood.hpp>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
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
  Eigen::VectorXd move;                // of the active parameters
  double gain = 0;                     // score' move
  bool concave = true;                 // or level
  std::vector<Eigen::VectorXd> level;  // directions along which nothing is told any more

  NewtonStep(const LikelihoodSums& sums, const std::vector<Eigen::Index>& active, const StepRules& rules) {
    const Eigen::MatrixXd information = sums.information(active, active);
    const Eigen::VectorXd score = sums.score(active);
    const double least = std::max(1e-18 * information.diagonal().cwiseAbs().maxCoeff(), 1e-300);
    const Eigen::VectorXd unit = information.diagonal().unaryExpr(
        [=](double x) { return 1 / std::sqrt(std::max(std::abs(x), least)); });
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(unit.asDiagonal() * information *
                                                               unit.asDiagonal());
    const double flat = 1e-14 * parts.eigenvalues().cwiseAbs().maxCoeff();
    Eigen::VectorXd along = parts.eigenvectors().transpose() * unit.cwiseProduct(score);
    const Eigen::VectorXd longest = rules.longest(active);
    for (Eigen::Index i = 0; i < along.size(); ++i) {
      const double curvature = parts.eigenvalues()[i];
      if (curvature < -1e4 * flat) concave = false;
      along[i] /= curvature > flat ? curvature : std::max(-curvature, 1e-4);
      if (std::abs(curvature) > flat) continue;
      const Eigen::VectorXd direction = unit.cwiseProduct(parts.eigenvectors().col(i));
      level.push_back(direction / direction.cwiseAbs().maxCoeff());
      // A slope without curvature would lead anywhere.
      const double most = 1 / direction.cwiseAbs().cwiseQuotient(longest).maxCoeff();
      along[i] = std::clamp(along[i], -most, most);
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

  Eigen::VectorXd move;                // the step that would follow
  std::vector<Eigen::VectorXd> level;  // directions in which the likelihood has become level
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
    if (!more) at_.sums.log_likelihood = -std::numeric_limits<double>::infinity();
    while (more) more = step();
    look_ahead();
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
    const NewtonStep step(at_.sums, at_.active, rules_);
    const double from = at_.sums.log_likelihood, size = std::abs(from) + rules_.unit;
    double share = allowed(step.move);
    // A step of a millionth of the standard errors leaves the square of that.
    const bool whole = share == 1 && step.concave && step.gain <= 1e-12 * rules_.unit;
    for (int halvings = 0; halvings < 25; ++halvings, share /= 2) {
      Eigen::VectorXd next = at_.theta;
      next(at_.active) += share * step.move;
      LikelihoodSums there = likelihood_.at(next);
      const double change = there.log_likelihood - from;
      if (!there.finite() || change < 1e-4 * share * step.gain - 1e-12 * size) continue;
      std::swap(at_.theta, next);
      at_.sums = std::move(there);
      if (beyond(1, next)) return end(Ascent::Outcome::endless);
      if (whole && halvings == 0 && std::abs(change) <= rules_.tolerance * size)
        return end(Ascent::Outcome::arrived);
      return true;
    }
    // Far out it is numbers that end, not the way.
    return end(beyond(0.5, 0 * at_.theta) ? Ascent::Outcome::endless : Ascent::Outcome::stuck);
  }
  void look_ahead() {
    at_.move.setZero(at_.theta.size());
    if (at_.outcome != Ascent::Outcome::arrived || at_.active.empty()) return;
    const NewtonStep step(at_.sums, at_.active, rules_);
    at_.move(at_.active) = step.move;
    for (const Eigen::VectorXd& direction : step.level) {
      at_.level.emplace_back(Eigen::VectorXd::Zero(at_.theta.size()));
      at_.level.back()(at_.active) = direction;
    }
  }
  /// The share of a step that goes no further than each parameter may.
  double allowed(const Eigen::VectorXd& move) const {
    double share = 1;
    for (std::size_t k = 0; k < at_.active.size(); ++k)
      share = std::min(share, rules_.longest[at_.active[k]] / std::abs(move[static_cast<Eigen::Index>(k)]));
    return share;
  }
  /// Whether a parameter is further away than a share of what it may be, and than before. One that is twice
  /// as far was put there.
  bool beyond(double share, const Eigen::VectorXd& before) {
    for (const Eigen::Index k : at_.active) {
      const double limit = at_.theta[k] < 0 ? rules_.least[k] : rules_.largest[k], far = at_.theta[k] / limit;
      if (!(far > share && far < 2 && far > before[k] / limit)) continue;
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
