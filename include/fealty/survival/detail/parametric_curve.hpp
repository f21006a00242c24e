// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/parametric_fit.hpp>
#include <fealty/survival/detail/parametric_piecewise.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Parameters of which one part of a life's distribution is made: a constant, and coefficients of columns of
/// the design.
struct CurvePart {
  LifePart which;
  Eigen::Index first;  // parameter
  Eigen::Index from, columns;
};

/// What a model tells of lives that it has not seen: parameters in the units of the design.
struct ParametricCurve {
  ParametricForm form;
  std::vector<CovariateLevels> levels, cure_levels;  // of each covariate
  Eigen::VectorXd mean, scale;                       // of the columns
  std::vector<CurvePart> parts;                      // none of piecewise_exponential
  Eigen::VectorXd theta;                             // as LifeLikelihood has it
  Eigen::MatrixXd covariance;                        // of theta; NaN where the likelihood grows without end
  std::vector<double> ages;                          // at which lives ended, or by which, ascending
  double last_age = 0;                               // at which one ended or was last seen

  ParametricCurve(const ParametricProblem& problem, const ParametricFit& fit,
                  Eigen::MatrixXd covariance_of_theta)
      : form(fit.form), levels(problem.levels), cure_levels(problem.cure_levels), mean(problem.design.mean),
        scale(problem.design.scale), theta(fit.found.theta), covariance(std::move(covariance_of_theta)) {
    if (fit.accelerated != nullptr)
      for (const auto& part : fit.accelerated->parts())
        parts.push_back({part.which, part.first,
                         part.which == cure_part ? static_cast<Eigen::Index>(problem.terms) : 0,
                         part.size() - 1});
    for (const LifeAges& life : problem.ages) {
      last_age = std::max(last_age, life.seen == Seen::between ? life.upper : life.age);
      if (life.seen != Seen::alive) ages.push_back(life.seen == Seen::ended ? life.age : life.upper);
    }
    std::sort(ages.begin(), ages.end());
    ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
  }

  /// The attributes that a prediction needs.
  std::vector<std::string> attributes() const {
    std::vector<std::string> names;
    for (const auto* list : {&levels, &cure_levels})
      for (const CovariateLevels& each : *list)
        if (std::find(names.begin(), names.end(), each.attribute) == names.end())
          names.push_back(each.attribute);
    return names;
  }
};

}  // namespace fealty::survival::detail
