// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/new_lives.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// A model's partial likelihood of lives, at its coefficients.
class CoxRefit {
 public:
  /// \throws InvalidInput  when the lives do not have what the model is about
  CoxRefit(const char* who, const Lifetimes& lives, const CoxModel& model, std::int32_t threads)
      : threads_(thread_count(who, threads)), baseline_(baseline_of(who, model)),
        problem(who, lives.data(), baseline_.covariate_names(), baseline_.strata, baseline_.offset, threads_),
        likelihood(problem.data, problem.x, model.ties == CoxTies::efron, threads_),
        active(active_columns(model)) {
    const Design& design = problem.design;
    if (design.columns.size() != model.covariate.size())
      refuse(who, fmt::format("have {} columns of covariates, but those of the model had {}",
                              design.columns.size(), model.covariate.size()));
    for (std::size_t j = 0; j < design.columns.size(); ++j)
      if (design.columns[j].name() != model.covariate[j])
        refuse(who,
               "have " + design.columns[j].name() + " where those of the model had " + model.covariate[j]);
    // The same coefficients, in the units of these lives.
    Eigen::VectorXd beta = Eigen::VectorXd::Zero(design.scale.size());
    for (const Eigen::Index j : active) beta[j] = baseline_.beta[j] / baseline_.scale[j] * design.scale[j];
    if (!likelihood.evaluate(beta)) refuse(who, "make risks that are not finite");
    curvature = likelihood.information;
    if (baseline_.penalty.size() == 0) return;
    for (const Eigen::Index j : active) {
      const double units = design.scale[j] == 0 ? 0 : baseline_.scale[j] / design.scale[j];
      curvature(j, j) += baseline_.penalty[j] * units * units;
    }
  }

 private:
  std::size_t threads_;
  const CoxBaseline& baseline_;

 public:
  CoxProblem problem;
  CoxLikelihood likelihood;
  std::vector<Eigen::Index> active;  // columns that have a coefficient
  Eigen::MatrixXd curvature;         // the information, and the penalty where the model has one

 private:
  [[noreturn]] static void refuse(const char* who, std::string rule) {
    throw InvalidInput({.who = who, .what = "lives", .where = {}, .value = "", .rule = std::move(rule)});
  }
  static const CoxBaseline& baseline_of(const char* who, const CoxModel& model) {
    require_baseline(who, model);
    return *model.baseline;
  }
  static std::vector<Eigen::Index> active_columns(const CoxModel& model) {
    std::vector<Eigen::Index> found;
    for (std::size_t j = 0; j < model.coef.size(); ++j)
      if (!std::isnan(model.coef[j])) found.push_back(static_cast<Eigen::Index>(j));
    return found;
  }
};

}  // namespace fealty::survival::detail
