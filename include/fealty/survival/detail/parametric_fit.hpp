// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_likelihood.hpp>
#include <fealty/survival/detail/parametric_newton.hpp>
#include <fealty/survival/detail/parametric_parameters.hpp>
#include <fealty/survival/detail/parametric_piecewise.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>
#include <fealty/survival/parametric.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Finds the most likely parameters: first those without covariates, and from there on those with them.
class ParametricFit {
 public:
  ParametricFit(const ParametricProblem& problem, const ParametricOptions& options, std::size_t threads)
      : problem_(problem), options_(options) {
    if (options.distribution == LifetimeDistribution::piecewise_exponential) fit_rates(threads);
    else fit_accelerated(threads);
  }

  std::unique_ptr<const LifeLikelihood> likelihood;
  std::optional<ParametricParameters> parameters;
  Ascent found;
  double null_log_likelihood = nan;

 private:
  Ascent climb(const Eigen::VectorXd& start, std::vector<Eigen::Index> active) const {
    const StepRules rules{.tolerance = options_.tolerance,
                          .max_iterations = options_.max_iterations,
                          .unit = problem_.weights / static_cast<double>(problem_.size()),
                          .longest = parameters->longest,
                          .least = parameters->least,
                          .largest = parameters->largest};
    return ParametricNewton(*likelihood, rules, start, std::move(active)).take();
  }
  void finish(Ascent null) {
    if (null.outcome == Ascent::Outcome::arrived) null_log_likelihood = null.sums.log_likelihood;
    found = parameters->covariates.empty() ? std::move(null) : climb(null.theta, parameters->all());
  }

  void fit_rates(std::size_t threads) {
    const AgeIntervals intervals{options_.breaks};
    auto rates = std::make_unique<PiecewiseLikelihood>(problem_, intervals, threads);
    parameters.emplace(problem_, *rates, intervals);
    const auto [time, ends] = rates->totals();
    Eigen::VectorXd start = Eigen::VectorXd::Zero(parameters->size());
    for (Eigen::Index j = 0; j < rates->rates(); ++j) {
      if (ends[j] > 0) parameters->base.push_back(j);
      // None ended: the rate is 0. None was watched: it is unknown.
      start[j] = ends[j] > 0   ? std::log(problem_.ended_weight / problem_.exposure)
                 : time[j] > 0 ? -std::numeric_limits<double>::infinity()
                               : nan;
    }
    likelihood = std::move(rates);
    finish(climb(start, parameters->base));
  }

  void fit_accelerated(std::size_t threads) {
    auto lives =
        std::make_unique<AcceleratedLikelihood>(problem_, options_.distribution, options_.cure, threads);
    parameters.emplace(problem_, *lives);
    const auto* const shape = lives->find(shape_part);
    const auto* const cure = lives->find(cure_part);
    Eigen::VectorXd start = Eigen::VectorXd::Zero(parameters->size());
    start[0] = std::log((cure != nullptr ? problem_.ended_exposure : problem_.exposure) / problem_.ended_weight);
    std::vector<Eigen::Index> active;
    for (const Eigen::Index each : parameters->base)
      if (shape == nullptr || each != shape->first) active.push_back(each);
    likelihood = std::move(lives);
    // There may be several tops: the way leads up from the highest of some places.
    std::optional<Ascent> best;
    for (const double q : shape != nullptr ? std::vector<double>{0, 1} : std::vector<double>{0})
      for (const double share : cure != nullptr ? std::vector<double>{0.1, 0.5, 0.9} : std::vector<double>{0}) {
        if (shape != nullptr) start[shape->first] = q;
        if (cure != nullptr) start[cure->first] = std::log(share / (1 - share));
        Ascent next = climb(start, active);
        if (!best || next.sums.log_likelihood > best->sums.log_likelihood) best = std::move(next);
      }
    finish(shape == nullptr ? std::move(*best) : climb(best->theta, parameters->base));
  }

  const ParametricProblem& problem_;
  const ParametricOptions& options_;
};

}  // namespace fealty::survival::detail
