// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/glm_newton.hpp>
#include <fealty/health/detail/hazard_fit.hpp>
#include <fealty/health/detail/hazard_likelihood.hpp>
#include <fealty/health/detail/hazard_problem.hpp>
#include <fealty/health/detail/hazard_report.hpp>
#include <fealty/health/detail/logistic_fitter.hpp>
#include <fealty/health/discrete_hazard.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_penalty.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace fealty::health::detail {

/// Fits a discrete-time hazard model.
class HazardFitter {
 public:
  HazardFitter(const survival::Lifetimes& lives, const DiscreteHazardOptions& options)
      : options_(options), threads_(thread_count("discrete_hazard", options.threads)), problem_([&] {
          check();
          return HazardProblem(lives.data(), options, threads_);
        }()) {
    model_.left_out = static_cast<std::int64_t>(lives.size() - problem_.design.rows.size());
    GlmProblem problem = glm();
    HazardLikelihood likelihood(problem_, options.link, threads_);
    const GlmNewton newton(likelihood, problem);
    model_.iterations = newton.iterations;
    if (newton.separation.columns.empty()) {
      report(newton, {});
      return;
    }
    problem.penalty.tail(problem_.design.scale.size()) += weak_prior(problem_.design, ranges());
    const Separation separation = newton.separation;
    const GlmNewton held(likelihood, problem);
    model_.iterations += held.iterations;
    report(held, separation);
  }
  DiscreteHazardModel take() { return std::move(model_); }

 private:
  static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "discrete_hazard",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check() const {
    static_cast<void>(survival::detail::band_width("discrete_hazard", options_.confidence));
    survival::detail::checked_penalty("discrete_hazard", "penalty", options_.penalty);
    if (options_.degree < 1 || options_.degree > 6)
      refuse("degree", fmt::format("{}", options_.degree), "is not between 1 and 6");
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", fmt::format("{}", options_.tolerance), "is not in (0, 1)");
    if (options_.max_iterations < 1)
      refuse("max_iterations", fmt::format("{}", options_.max_iterations), "is less than 1");
  }
  double linked(double chance) const {
    return options_.link == HazardLink::logit ? std::log(chance / (1 - chance))
                                              : std::log(-std::log1p(-chance));
  }
  GlmProblem glm() const {
    const Eigen::Index m = problem_.shape.columns(), p = problem_.design.scale.size();
    GlmProblem found;
    found.who = "discrete_hazard";
    found.baseline = m;
    found.start = Eigen::VectorXd::Zero(m + p);
    double ended = 0;
    for (std::size_t k = 0; k < problem_.periods.size(); ++k) {
      ended += problem_.periods[k].ended;
      if (!problem_.shape.place.empty() && problem_.shape.place[k] >= 0)
        found.start[problem_.shape.place[k]] =
            linked(problem_.periods[k].ended / problem_.periods[k].at_risk);
    }
    if (problem_.shape.place.empty())
      found.start[0] = linked(std::min(ended / problem_.person_weight, 1 - 1e-9));
    found.penalty = Eigen::VectorXd::Zero(m + p);
    const Eigen::VectorXd factors = survival::detail::column_factors(
        "discrete_hazard", problem_.design, options_.features, options_.penalty_factors);
    for (Eigen::Index j = 0; options_.penalty > 0 && j < p; ++j) {
      const double scale = problem_.design.scale[j];
      const double unit = scale == 0 ? 0 : options_.standardize ? 1 : 1 / scale;
      found.penalty[m + j] = options_.penalty * problem_.person_weight * factors[j] * unit * unit;
    }
    found.penalty = survival::detail::finite_penalties("discrete_hazard", std::move(found.penalty));
    found.sign.assign(static_cast<std::size_t>(m + p), 0);
    found.weight = problem_.person_weight;
    found.tolerance = options_.tolerance;
    found.max_iterations = options_.max_iterations;
    return found;
  }
  ColumnRanges ranges() const {
    const Eigen::Index p = problem_.design.scale.size();
    ColumnRanges found{Eigen::VectorXd::Zero(p), Eigen::VectorXd::Zero(p)};
    for (Eigen::Index j = 0; j < p; ++j)
      for (std::size_t row = 0; row < problem_.design.rows.size(); ++row) {
        const double value = problem_.x(row, static_cast<std::size_t>(j));
        found.least[j] = std::min(found.least[j], value);
        found.most[j] = std::max(found.most[j], value);
      }
    return found;
  }
  void report(const GlmNewton& newton, const Separation& separation) {
    HazardFit fit{options_.link,
                  problem_.shape,
                  survival::detail::CovariateLevels::of(problem_.design.columns),
                  problem_.design.mean,
                  problem_.design.scale,
                  newton.beta,
                  Eigen::MatrixXd::Zero(newton.beta.size(), newton.beta.size())};
    fit.covariance(newton.active, newton.active) = newton.covariance(newton.active);
    model_.lives = static_cast<std::int64_t>(problem_.design.rows.size());
    model_.ended = problem_.ended_lives;
    model_.person_periods = problem_.person_periods;
    model_.periods = problem_.shape.periods;
    model_.log_likelihood = newton.log_likelihood;
    model_.deviance = -2 * newton.log_likelihood;
    model_.stabilized = !separation.columns.empty();
    model_.link = options_.link;
    model_.baseline = options_.baseline;
    model_.penalty = options_.penalty;
    model_.standardize = options_.standardize;
    model_.confidence = options_.confidence;
    HazardReport(model_, problem_, newton, separation, fit);
    model_.fit = std::make_shared<const HazardFit>(std::move(fit));
  }

  const DiscreteHazardOptions& options_;
  std::size_t threads_;
  HazardProblem problem_;
  DiscreteHazardModel model_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline DiscreteHazardModel discrete_hazard(const survival::Lifetimes& lives,
                                           const DiscreteHazardOptions& options) {
  return detail::HazardFitter(lives, options).take();
}

}  // namespace fealty::health
