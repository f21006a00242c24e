// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_exact.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/cox_penalty.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/cox_report.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace fealty::survival::detail {

/// Fits a model.
class CoxFit {
 public:
  CoxFit(const Lifetimes& lives, const CoxOptions& options)
      : lives_(lives.data()), options_(options), z_(band_width("cox", options.confidence)),
        threads_(thread_count("cox", options.threads)) {
    check();
    const CoxProblem problem("cox", lives_, options.covariates, options.strata, options.offset, threads_);
    model_.lives = static_cast<std::int64_t>(problem.design.rows.size());
    model_.left_out = static_cast<std::int64_t>(lives_.rows) - model_.lives;
    model_.ended = problem.ended;
    const Eigen::VectorXd penalty = penalties(problem, options);
    // Exact ties have no baseline of their own; that of Breslow is theirs too.
    CoxLikelihood likelihood(problem.data, problem.x, options.ties == CoxTies::efron, threads_);
    if (options.ties == CoxTies::exact) {
      ExactLikelihood exact(problem.data, problem.x, threads_);
      const CoxNewton newton(exact, problem, options.tolerance, options.max_iterations, penalty);
      likelihood.evaluate(newton.beta);
      report(problem, likelihood, newton);
    } else {
      const CoxNewton newton(likelihood, problem, options.tolerance, options.max_iterations, penalty);
      report(problem, likelihood, newton);
    }
  }
  /// Reports a fit to lives that are elsewhere.
  ///
  /// \param lives      what is known of all of them
  /// \param influence  squares of what each cluster moves the score by; read where errors are robust
  CoxFit(const LifetimeData& lives, const CoxOptions& options, const CoxProblem& problem,
         const CoxLikelihood& likelihood, const CoxNewton& newton, const Eigen::MatrixXd& influence)
      : CoxFit(lives, options, Unfitted()) {
    model_.lives = static_cast<std::int64_t>(lives.rows);
    model_.ended = problem.ended;
    influence_ = &influence;
    report(problem, likelihood, newton);
  }
  /// Checks the settings alone.
  struct Unfitted {};
  CoxFit(const LifetimeData& lives, const CoxOptions& options, Unfitted)
      : lives_(lives), options_(options), z_(band_width("cox", options.confidence)),
        threads_(thread_count("cox", options.threads)) {
    check();
  }
  CoxModel take() { return std::move(model_); }
  /// The penalties of columns; none without one.
  static Eigen::VectorXd penalties(const CoxProblem& problem, const CoxOptions& options) {
    const Eigen::VectorXd factors =
        column_factors("cox", problem.design, options.covariates, options.penalty_factors);
    if (options.penalty == 0) return {};
    const Eigen::VectorXd units = penalized_units(problem, options.standardize);
    return finite_penalties("cox", options.penalty * factors.cwiseProduct(units.cwiseAbs2()));
  }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "cox", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  bool robust() const { return is_robust(options_.robust, lives_.weight_kind, options_.cluster); }
  void check() const {
    if (options_.covariates.empty()) refuse("covariates", "0 names", "were given; a model needs one");
    checked_penalty("cox", "penalty", options_.penalty);
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", fmt::format("{}", options_.tolerance), "is not in (0, 1)");
    if (options_.max_iterations < 1)
      refuse("max_iterations", fmt::format("{}", options_.max_iterations), "is less than 1");
    if (options_.ties != CoxTies::exact) return;
    if (lives_.weight_kind) refuse("ties", "exact", "is for lives without weights");
    if (robust()) refuse("ties", "exact", "has no robust standard errors");
  }

  /// Robust covariance of the active columns: what each cluster moves the coefficients by.
  Eigen::MatrixXd sandwich(const CoxProblem& problem, const CoxLikelihood& likelihood,
                           const CoxNewton& newton) const {
    if (influence_ != nullptr)
      return newton.covariance * (*influence_)(newton.active, newton.active) * newton.covariance;
    return ClusterMoves(problem, newton, score_residuals(problem, likelihood), lives_, options_.cluster)
        .covariance();
  }

  void report(const CoxProblem& problem, const CoxLikelihood& likelihood, const CoxNewton& newton) {
    model_.robust = robust();
    model_.ties = options_.ties;
    model_.confidence = options_.confidence;
    model_.penalty = options_.penalty;
    model_.standardize = options_.standardize;
    const Eigen::MatrixXd covariance =
        model_.robust && !newton.active.empty() ? sandwich(problem, likelihood, newton) : newton.covariance;
    CoxReport<CoxModel> report(model_, problem, newton, covariance, z_);
    shrink(newton, problem.design.scale);
    const auto baseline = report.baseline(likelihood);
    baseline->strata = options_.strata;
    baseline->offset = options_.offset;
    baseline->penalty = newton.penalty();
    model_.baseline = baseline;
  }
  /// What the penalty makes of degrees of freedom and errors.
  void shrink(const CoxNewton& newton, const Eigen::VectorXd& scale) {
    model_.effective_degrees_of_freedom = newton.degrees_of_freedom();
    if (!newton.penalized()) return;
    model_.sampling_std_error.assign(model_.coef.size(), nan);
    if (newton.active.empty()) return;
    const Eigen::MatrixXd sampling = newton.covariance * newton.information() * newton.covariance;
    for (std::size_t i = 0; i < newton.active.size(); ++i) {
      const auto j = static_cast<std::size_t>(newton.active[i]);
      const auto k = static_cast<Eigen::Index>(i);
      if (!std::isnan(model_.std_error[j]))
        model_.sampling_std_error[j] = std::sqrt(std::max(0.0, sampling(k, k))) / scale[newton.active[i]];
    }
  }

  const LifetimeData& lives_;
  const CoxOptions& options_;
  double z_;
  std::size_t threads_;
  const Eigen::MatrixXd* influence_ = nullptr;
  CoxModel model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxModel cox(const Lifetimes& lives, const CoxOptions& options) {
  return detail::CoxFit(lives, options).take();
}

}  // namespace fealty::survival
