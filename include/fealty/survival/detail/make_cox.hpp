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
    // Exact ties have no baseline of their own; that of Breslow is theirs too.
    CoxLikelihood likelihood(problem.data, problem.x, options.ties == CoxTies::efron, threads_);
    if (options.ties == CoxTies::exact) {
      ExactLikelihood exact(problem.data, problem.x, threads_);
      const CoxNewton newton(exact, problem, options.tolerance, options.max_iterations);
      likelihood.evaluate(newton.beta);
      report(problem, likelihood, newton);
    } else {
      const CoxNewton newton(likelihood, problem, options.tolerance, options.max_iterations);
      report(problem, likelihood, newton);
    }
  }
  CoxModel take() { return std::move(model_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "cox", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  bool robust() const { return is_robust(options_.robust, lives_.weight_kind, options_.cluster); }
  void check() const {
    if (options_.covariates.empty()) refuse("covariates", "0 names", "were given; a model needs one");
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", fmt::format("{}", options_.tolerance), "is not in (0, 1)");
    if (options_.max_iterations < 1)
      refuse("max_iterations", fmt::format("{}", options_.max_iterations), "is less than 1");
    if (options_.ties != CoxTies::exact) return;
    if (lives_.weight_kind) refuse("ties", "exact", "is for lives without weights");
    if (robust()) refuse("ties", "exact", "has no robust standard errors");
  }

  void report(const CoxProblem& problem, const CoxLikelihood& likelihood, const CoxNewton& newton) {
    model_.robust = robust();
    model_.ties = options_.ties;
    model_.confidence = options_.confidence;
    Eigen::MatrixXd covariance = newton.covariance;
    if (model_.robust && !newton.active.empty())
      covariance =
          ClusterMoves(problem, newton, score_residuals(problem, likelihood), lives_, options_.cluster)
              .covariance();
    CoxReport<CoxModel> report(model_, problem, newton, covariance, z_);
    const auto baseline = report.baseline(likelihood);
    baseline->strata = options_.strata;
    baseline->offset = options_.offset;
    model_.baseline = baseline;
  }

  const LifetimeData& lives_;
  const CoxOptions& options_;
  double z_;
  std::size_t threads_;
  CoxModel model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxModel cox(const Lifetimes& lives, const CoxOptions& options) {
  return detail::CoxFit(lives, options).take();
}

}  // namespace fealty::survival
