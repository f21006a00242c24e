// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_likelihood.hpp>
#include <fealty/survival/detail/parametric_newton.hpp>
#include <fealty/survival/detail/parametric_parameters.hpp>
#include <fealty/survival/detail/parametric_piecewise.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>
#include <fealty/survival/lifetime_distribution.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// What kind of a model it is.
struct ParametricForm {
  LifetimeDistribution distribution = LifetimeDistribution::weibull;
  bool cure = false;
  AgeIntervals intervals;  // of piecewise_exponential

  bool piecewise() const { return distribution == LifetimeDistribution::piecewise_exponential; }
};

/// Finds the most likely parameters: first those without covariates, and from there on those with them.
class ParametricFit {
 public:
  ParametricFit(const ParametricProblem& problem, ParametricForm form_of_model, double tolerance,
                std::int32_t max_iterations, std::size_t threads)
      : form(std::move(form_of_model)), problem_(problem) {
    rules_.tolerance = tolerance;
    rules_.max_iterations = max_iterations;
    rules_.unit = problem.weights / static_cast<double>(problem.size());
    if (form.piecewise()) fit_rates(threads);
    else fit_accelerated(threads);
    if (!cure_) return;
    settle(null);
    settle(found);
    tell_cured();
  }

  ParametricForm form;
  std::unique_ptr<const LifeLikelihood> likelihood;
  const AcceleratedLikelihood* accelerated = nullptr;  // the same; null where it is of rates
  std::optional<ParametricParameters> parameters;
  Ascent null, found;             // without covariates, and with them
  double most_cured = -HUGE_VAL;  // logit of the largest chance of a life

  std::int32_t max_iterations() const { return rules_.max_iterations; }

 private:
  Ascent climb(const Eigen::VectorXd& start, std::vector<Eigen::Index> active) const {
    StepRules rules = rules_;
    rules.longest = parameters->longest;
    rules.least = parameters->least;
    rules.largest = parameters->largest;
    return ParametricNewton(*likelihood, rules, start, std::move(active)).take();
  }
  /// The higher of two places; there may be several tops.
  static Ascent higher(Ascent a, Ascent b) {
    return b.sums.log_likelihood > a.sums.log_likelihood ? std::move(b) : std::move(a);
  }
  /// On the way to where none is cured goes there at once.
  void settle(Ascent& there) const {
    if (there.outcome != Ascent::Outcome::endless || there.endless != *cure_) return;
    there.theta[*cure_] = none_cured;
    there = climb(there.theta, there.active);
  }

  void fit_rates(std::size_t threads) {
    auto rates = std::make_unique<PiecewiseLikelihood>(problem_, form.intervals, threads);
    parameters.emplace(problem_, *rates, form.intervals);
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
    null = climb(start, parameters->base);
    found = climb(null.theta, parameters->all());
  }

  void fit_accelerated(std::size_t threads) {
    auto lives = std::make_unique<AcceleratedLikelihood>(problem_, form.distribution, form.cure, threads);
    parameters.emplace(problem_, *lives);
    const auto first = [&](LifePart which) {
      const auto* const part = lives->find(which);
      return part == nullptr ? std::nullopt : std::optional(part->first);
    };
    scale_ = first(log_scale_part), shape_ = first(shape_part), cure_ = first(cure_part);
    accelerated = lives.get();
    likelihood = std::move(lives);
    if (shape_) return fit_shape(threads);
    const Ascent uncured = without_covariates(none_cured);
    null = climb(uncured.theta, parameters->base);
    found = climb(null.theta, parameters->all());
    if (!cure_) return;
    for (const double share : {0.1, 0.5, 0.9})
      null = higher(std::move(null), climb(without_covariates(logit(share)).theta, parameters->base));
    found = higher(std::move(found), climb(null.theta, parameters->all()));
    Ascent all_end = climb(uncured.theta, before(parameters->all(), *cure_));
    for (const double cure : {none_cured, logit(0.1)}) {
      all_end.theta[*cure_] = cure;
      found = higher(std::move(found), climb(all_end.theta, parameters->all()));
    }
  }
  /// The most likely parameters without covariates where the chance to be cured is known.
  Ascent without_covariates(double cure) const {
    Eigen::VectorXd start = Eigen::VectorXd::Zero(parameters->size());
    start[0] = scale_ ? problem_.log_age : std::log(problem_.exposure / problem_.ended_weight);
    if (scale_) start[*scale_] = std::log(std::max(problem_.log_spread, 1e-3));
    if (cure_) start[*cure_] = cure;
    const std::vector<Eigen::Index> active = before(parameters->base, cure_.value_or(start.size()));
    Ascent there = climb(start, active);
    for (int i = 0; scale_ && i < 30 && there.outcome == Ascent::Outcome::stuck; ++i) {
      start[*scale_] += 0.5;  // ages far from the middle may be out of sight: from further away
      there = climb(start, active);
    }
    return there;
  }
  /// From the better of a lognormal and a Weibull's fit, of which the shape is known.
  void fit_shape(std::size_t threads) {
    const auto fit = [&](LifetimeDistribution distribution, double shape) {
      ParametricFit known(problem_, {distribution, form.cure, {}}, rules_.tolerance, rules_.max_iterations,
                          threads);
      for (Ascent* each : {&known.null, &known.found}) {
        const Eigen::VectorXd theta = each->theta;
        each->theta.resize(theta.size() + 1);
        each->theta << theta.head(*shape_), shape, theta.tail(theta.size() - *shape_);
      }
      return std::pair(std::move(known.null), std::move(known.found));
    };
    auto lognormal = fit(LifetimeDistribution::lognormal, 0), weibull = fit(LifetimeDistribution::weibull, 1);
    null = climb(higher(std::move(lognormal.first), std::move(weibull.first)).theta, parameters->base);
    found =
        higher(climb(higher(std::move(lognormal.second), std::move(weibull.second)).theta, parameters->all()),
               climb(null.theta, parameters->all()));
  }
  void tell_cured() {
    const auto& cure = *accelerated->find(cure_part);
    most_cured = (cure.x * found.theta.segment(cure.first, cure.size())).maxCoeff();
  }
  static std::vector<Eigen::Index> before(const std::vector<Eigen::Index>& all, Eigen::Index end) {
    return {all.begin(), std::lower_bound(all.begin(), all.end(), end)};
  }
  static double logit(double share) { return std::log(share / (1 - share)); }
  static constexpr double none_cured = -40;  // a logit

  const ParametricProblem& problem_;
  StepRules rules_;
  std::optional<Eigen::Index> scale_, shape_, cure_;  // parameters
};

}  // namespace fealty::survival::detail
