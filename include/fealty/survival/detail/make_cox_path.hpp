// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/cox_path.hpp>
#include <fealty/survival/detail/cox_path_steps.hpp>
#include <fealty/survival/detail/cox_penalty.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/tied_ends.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Makes a path.
class CoxPathMaker {
 public:
  CoxPathMaker(const LifetimeData& lives, const CoxPathOptions& options)
      : lives_(lives), options_(options), threads_(thread_count("cox_path", options.threads)) {
    check();
    const CoxProblem problem("cox_path", lives_, options.covariates, options.strata, options.offset,
                             threads_);
    const CoxPathTask task = task_of(problem);
    CoxPathSteps steps(problem, task, options.ties == CoxTies::efron, threads_);
    found_.lives = static_cast<std::int64_t>(problem.design.rows.size());
    found_.left_out = static_cast<std::int64_t>(lives_.rows) - found_.lives;
    found_.ended = problem.ended;
    found_.null_log_likelihood = steps.null_log_likelihood;
    found_.l1_ratio = options.l1_ratio;
    found_.standardize = options.standardize;
    found_.ties = options.ties;
    name(problem.design, steps.collinear);
    for (const double penalty : penalties(problem, steps.first_penalty())) {
      steps.go_to(penalty);
      put(penalty, problem, steps);
      // Nothing is left to explain: coefficients would only grow.
      if (options.penalties.empty() && found_.deviance_ratio.back() > .999) break;
    }
    found_.covariate = {std::move(codes_), ids_};
  }
  CoxPath take() { return std::move(found_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "cox_path", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  static void require(bool holds, const char* what, double value, const char* rule) {
    if (!holds) refuse(what, fmt::format("{}", value), rule);
  }
  void check() const {
    if (options_.covariates.empty()) refuse("covariates", "0 names", "were given; a path needs one");
    if (options_.ties == CoxTies::exact)
      refuse("ties", "exact", "is for cox(); a path has efron and breslow");
    require(options_.l1_ratio > 0 && options_.l1_ratio <= 1, "l1_ratio", options_.l1_ratio,
            "is not in (0, 1]");
    for (const double penalty : options_.penalties)
      require(checked_penalty("cox_path", "penalties", penalty) > 0, "penalties", penalty,
              "is not above 0; cox() fits without a penalty");
    require(options_.count >= 1, "count", options_.count, "is less than 1");
    if (options_.ratio)
      require(*options_.ratio > 0 && *options_.ratio < 1, "ratio", *options_.ratio, "is not in (0, 1)");
    require(options_.tolerance > 0 && options_.tolerance < 1, "tolerance", options_.tolerance,
            "is not in (0, 1)");
    require(options_.max_iterations >= 1, "max_iterations", options_.max_iterations, "is less than 1");
  }
  /// The objective times the sum of weights, in the units of the design.
  CoxPathTask task_of(const CoxProblem& problem) const {
    double weights = 0;
    for (const std::uint32_t row : problem.design.rows)
      weights += lives_.weight_kind ? lives_.weight[row] : 1;
    const Eigen::VectorXd factors =
        column_factors("cox_path", problem.design, options_.covariates, options_.penalty_factors);
    const Eigen::VectorXd units = penalized_units(problem, options_.standardize);
    const double largest = options_.penalties.empty()
                               ? 1
                               : *std::max_element(options_.penalties.begin(), options_.penalties.end());
    const Eigen::VectorXd sizes = weights * factors.cwiseProduct(units);
    const Eigen::VectorXd squares = sizes.cwiseProduct(units);
    finite_penalties("cox_path", std::max(largest, 1.0) * (sizes + squares));
    return {"cox_path", options_.l1_ratio * sizes, (1 - options_.l1_ratio) * squares,
            options_.tolerance * problem.ended_weight, options_.max_iterations};
  }
  /// Descending. \param first  the smallest that holds all back; 0 where there is nothing to hold
  std::vector<double> penalties(const CoxProblem& problem, double first) const {
    std::vector<double> found = options_.penalties;
    std::sort(found.begin(), found.end(), std::greater<>());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (!found.empty() || !(first > 0)) return found;
    const bool wide = problem.design.columns.size() > problem.design.rows.size();
    const double last = options_.ratio.value_or(wide ? 1e-2 : 1e-4);
    for (std::int32_t i = 0; i < options_.count; ++i)
      found.push_back(i == 0 ? first : first * std::pow(last, static_cast<double>(i) / (options_.count - 1)));
    return found;
  }
  void name(const Design& design, const std::vector<Eigen::Index>& collinear) {
    Ids ids;
    known_.assign(design.columns.size(), 1);
    const auto add = [&](std::size_t j, const char* code, const char* says) {
      known_[j] = 0;
      found_.findings.push_back(
          {code, Severity::warning, {}, fmt::format("cox_path: {} {}", design.columns[j].name(), says)});
    };
    for (std::size_t j = 0; j < design.columns.size(); ++j) {
      const auto column = static_cast<Eigen::Index>(j);
      code_.push_back(ids.encode(std::string_view(design.columns[j].name())));
      if (design.scale[column] == 0)
        add(j, "constant_covariate", "is the same in all lives; it has no coefficient");
      else if (std::binary_search(collinear.begin(), collinear.end(), column))
        add(j, "collinear_covariate",
            "is told by strata or by covariates before it that have no penalty; it has no coefficient");
    }
    ids_ = std::make_shared<const Ids>(std::move(ids));
  }
  void put(double penalty, const CoxProblem& problem, const CoxPathSteps& steps) {
    const double log_likelihood = steps.log_likelihood(), best = saturated(steps.likelihood().sets());
    const double null_deviance = best - steps.null_log_likelihood;
    const auto nonzero = static_cast<std::int64_t>((steps.beta.array() != 0).count());
    for (std::size_t j = 0; j < code_.size(); ++j) {
      const auto column = static_cast<Eigen::Index>(j);
      codes_.push_back(code_[j]);
      found_.penalty.push_back(penalty);
      found_.coef.push_back(known_[j] != 0 ? steps.beta[column] / problem.design.scale[column] : nan);
      found_.nonzero.push_back(nonzero);
      found_.log_likelihood.push_back(log_likelihood);
      found_.deviance_ratio.push_back((log_likelihood - steps.null_log_likelihood) / null_deviance);
    }
  }
  /// The log-likelihood of a model in which only those that end are at risk.
  double saturated(const RiskSets& sets) const {
    double sum = 0;
    for (std::size_t e = 0; e < sets.events(); ++e) {
      const auto count = static_cast<double>(sets.count(e));
      sum -= TiedEnds(sets.weight(e) / count, sets.count(e), sets.weight(e), sets.weight(e),
                      options_.ties == CoxTies::efron)
                 .log_denominators;
    }
    return sum;
  }

  static constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const LifetimeData& lives_;
  const CoxPathOptions& options_;
  std::size_t threads_;
  std::vector<std::uint8_t> known_;          // whether each column has a coefficient
  std::vector<std::uint32_t> code_, codes_;  // of the name of each column, and of each row
  std::shared_ptr<const Ids> ids_;
  CoxPath found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxPath cox_path(const Lifetimes& lives, const CoxPathOptions& options) {
  return detail::CoxPathMaker(lives.data(), options).take();
}

}  // namespace fealty::survival
