// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/glm_newton.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/health/detail/logistic_report.hpp>
#include <fealty/health/logistic_model.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_penalty.hpp>
#include <fealty/survival/detail/design.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The least and the largest value of each column of a design, in its units.
struct ColumnRanges {
  Eigen::VectorXd least, most;
};

/// The penalty of a weak prior: normal about 0, of standard deviation 2.5 for two standard deviations of a
/// column, and for the step of one that has two values. Such a one has as much variance as its range allows.
inline Eigen::VectorXd weak_prior(const survival::detail::Design& design, const ColumnRanges& ranges) {
  Eigen::VectorXd found = Eigen::VectorXd::Zero(design.scale.size());
  for (Eigen::Index j = 0; j < found.size(); ++j) {
    if (design.scale[j] == 0) continue;
    const bool two_values = std::abs(-ranges.least[j] * ranges.most[j] - 1) < 1e-9;
    const double unit = two_values ? ranges.most[j] - ranges.least[j] : 2;
    found[j] = unit * unit / (2.5 * 2.5);
  }
  return found;
}

/// Of each column of a design: what is told of its feature.
template <class T>
std::vector<T> of_columns(const survival::detail::Design& design, const std::vector<T>& of_features) {
  std::vector<T> found;
  const auto levels = survival::detail::CovariateLevels::of(design.columns);
  for (std::size_t i = 0; i < levels.size(); ++i)
    found.insert(found.end(), std::max<std::size_t>(levels[i].levels.size(), 2) - 1, of_features[i]);
  return found;
}

/// \throws InvalidInput  for settings that are out of range, but penalty_factors
inline void check_logistic(const LogisticOptions& options) {
  const auto refuse = [](const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "logistic", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  };
  static_cast<void>(survival::detail::band_width("logistic", options.confidence));
  if (options.features.empty()) refuse("features", "0 names", "were given; a model needs one");
  if (!options.signs.empty() && options.signs.size() != options.features.size())
    refuse("signs", fmt::format("{}", options.signs.size()),
           fmt::format("is not one for each of {} features", options.features.size()));
  survival::detail::checked_penalty("logistic", "penalty", options.penalty);
  if (!(options.tolerance > 0 && options.tolerance < 1))
    refuse("tolerance", fmt::format("{}", options.tolerance), "is not in (0, 1)");
  if (options.max_iterations < 1)
    refuse("max_iterations", fmt::format("{}", options.max_iterations), "is less than 1");
}

/// Fits a model to examples, wherever they are.
class LogisticFitter {
 public:
  /// \param accounts  whether the examples have them
  /// \param ranges    of the columns; asked for only where outcomes are separated
  LogisticFitter(const LogisticOptions& options, const survival::detail::Design& design,
                 const ExampleCounts& counts, bool accounts, std::function<ColumnRanges()> ranges)
      : options_(options), design_(design), counts_(counts), robust_(options.robust.value_or(accounts)),
        ranges_(std::move(ranges)) {
    require_both_outcomes("logistic", counts);
    problem_.who = "logistic";
    problem_.start = Eigen::VectorXd::Zero(design.scale.size() + 1);
    problem_.start[0] = counts.log_odds();
    problem_.penalty = penalty();
    problem_.sign.assign(static_cast<std::size_t>(problem_.start.size()), 0);
    if (!options.signs.empty()) set_signs();
    problem_.weight = counts.weight;
    problem_.tolerance = options.tolerance;
    problem_.max_iterations = options.max_iterations;
  }

  const GlmProblem& problem() const { return problem_; }

  /// \param start  a guess; the intercept alone by default
  LogisticModel fit(GlmLikelihood& likelihood, const Eigen::VectorXd& start = {}) {
    GlmProblem problem = problem_;
    if (start.size() > 0) problem.start = start;
    const GlmNewton newton(likelihood, std::move(problem));
    if (newton.separation.columns.empty()) {
      report(likelihood, newton, {});
    } else {
      const Separation separation = newton.separation;
      problem_.penalty.tail(design_.scale.size()) += weak_prior(design_, ranges_());
      model_.iterations = newton.iterations;
      report(likelihood, GlmNewton(likelihood, problem_), separation);
    }
    return std::move(model_);
  }

 private:
  Eigen::VectorXd penalty() const {
    const Eigen::VectorXd& scale = design_.scale;
    Eigen::VectorXd all = Eigen::VectorXd::Zero(scale.size() + 1);
    const Eigen::VectorXd factors =
        survival::detail::column_factors("logistic", design_, options_.features, options_.penalty_factors);
    if (options_.penalty == 0) return all;
    for (Eigen::Index j = 0; j < scale.size(); ++j) {
      const double unit = scale[j] == 0 ? 0 : options_.standardize ? 1 : 1 / scale[j];
      all[j + 1] = options_.penalty * counts_.weight * factors[j] * unit * unit;
    }
    return survival::detail::finite_penalties("logistic", std::move(all));
  }
  void set_signs() {
    const std::vector<CoefficientSign> signs = of_columns(design_, options_.signs);
    for (std::size_t j = 0; j < signs.size(); ++j) {
      if (signs[j] == CoefficientSign::positive) problem_.sign[j + 1] = 1;
      if (signs[j] == CoefficientSign::negative) problem_.sign[j + 1] = -1;
    }
  }
  void report(GlmLikelihood& likelihood, const GlmNewton& newton, const Separation& separation) {
    const std::vector<Eigen::Index> known = newton.unbound();
    Eigen::MatrixXd covariance = newton.covariance(known);
    model_.effective_degrees_of_freedom = newton.information()(known, known).cwiseProduct(covariance).sum();
    if (robust_) {
      const ScoreSquares squares = likelihood.squares(newton.beta);
      const double correction = squares.clusters / (squares.clusters - 1);
      covariance = correction * covariance * squares.sum(known, known) * covariance;
    }
    LogisticFit fit{survival::detail::CovariateLevels::of(design_.columns), design_.mean, design_.scale,
                    newton.beta, Eigen::MatrixXd::Zero(newton.beta.size(), newton.beta.size())};
    fit.covariance(known, known) = covariance;
    state(newton, !separation.columns.empty());
    LogisticReport(model_, design_, newton, known, separation, std::move(fit));
  }
  void state(const GlmNewton& newton, bool stabilized) {
    model_.examples = counts_.used;
    model_.left_out = counts_.left_out;
    model_.outcomes = counts_.outcomes;
    model_.weight = counts_.weight;
    model_.log_likelihood = newton.log_likelihood;
    model_.deviance = -2 * newton.log_likelihood;
    model_.null_deviance = counts_.null_deviance();
    model_.iterations += newton.iterations;
    model_.robust = robust_;
    model_.stabilized = stabilized;
    model_.penalty = options_.penalty;
    model_.standardize = options_.standardize;
    model_.equivalent_c = equivalent_c(options_.penalty, counts_.weight);
    model_.confidence = options_.confidence;
  }

  const LogisticOptions& options_;
  const survival::detail::Design& design_;
  const ExampleCounts& counts_;
  bool robust_;
  std::function<ColumnRanges()> ranges_;
  GlmProblem problem_;
  LogisticModel model_;
};

}  // namespace fealty::health::detail
