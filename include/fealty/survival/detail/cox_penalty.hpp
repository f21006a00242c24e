// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// The factors of the penalties of columns; a text's levels share that of their attribute.
///
/// \param terms    attributes that are covariates
/// \param factors  of each of them; empty for 1
/// \throws InvalidInput  unless there is a factor >= 0 for each, or none
inline Eigen::VectorXd column_factors(const char* who, const Design& design,
                                      const std::vector<std::string>& terms,
                                      const std::vector<double>& factors) {
  Eigen::VectorXd found = Eigen::VectorXd::Ones(design.scale.size());
  if (factors.empty()) return found;
  if (factors.size() != terms.size())
    throw InvalidInput({.who = who,
                        .what = "penalty_factors",
                        .where = {},
                        .value = fmt::format("{} numbers", factors.size()),
                        .rule = fmt::format("are not one for each of {} covariates", terms.size())});
  for (std::size_t i = 0; i < factors.size(); ++i)
    if (!(factors[i] >= 0 && std::isfinite(factors[i])))
      throw InvalidInput({.who = who,
                          .what = "penalty_factors",
                          .where = static_cast<std::int64_t>(i),
                          .value = fmt::format("{}", factors[i]),
                          .rule = "is not a number >= 0"});
  const std::vector<CovariateLevels> levels = CovariateLevels::of(design.columns);
  Eigen::Index column = 0;
  for (std::size_t i = 0; i < levels.size(); ++i)
    for (std::size_t n = std::max<std::size_t>(levels[i].levels.size(), 2) - 1; n > 0; --n)
      found[column++] = factors[i];
  return found;
}

/// What a coefficient of the design is in the units in which it is penalized; 0 for constants.
///
/// \param standardize  per standard deviation, in which lives count by their weights; else per unit
inline Eigen::VectorXd penalized_units(const CoxProblem& problem, bool standardize) {
  const Design& design = problem.design;
  Eigen::VectorXd units = Eigen::VectorXd::Zero(design.scale.size());
  for (Eigen::Index j = 0; j < units.size(); ++j) {
    if (design.scale[j] == 0) continue;
    units[j] = standardize ? 1 : 1 / design.scale[j];
  }
  return units;
}

/// \throws InvalidInput  for a penalty of covariates so small that it is beyond numbers
inline Eigen::VectorXd finite_penalties(const char* who, Eigen::VectorXd penalties) {
  if (!penalties.allFinite())
    throw InvalidInput({.who = who,
                        .what = "standardize",
                        .where = {},
                        .value = "false",
                        .rule = "makes the penalty of small covariates too large to compute with"});
  return penalties;
}

/// \throws InvalidInput  for a penalty that is no number >= 0
inline double checked_penalty(const char* who, const char* what, double penalty) {
  if (!(penalty >= 0 && penalty <= 1e100))
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", penalty),
                        .rule = penalty > 0 ? "is too large to compute with" : "is not a number >= 0"});
  return penalty;
}

}  // namespace fealty::survival::detail
