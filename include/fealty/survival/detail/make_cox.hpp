// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_exact.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/cox_penalty.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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
    const Eigen::VectorXd penalty = penalties(problem);
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

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "cox", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  /// Of each column; empty for none.
  Eigen::VectorXd penalties(const CoxProblem& problem) const {
    const Eigen::VectorXd factors =
        column_factors("cox", problem.design, options_.covariates, options_.penalty_factors);
    if (options_.penalty == 0) return {};
    const Eigen::VectorXd units = penalized_units(problem, lives_, options_.standardize);
    return finite_penalties("cox", options_.penalty * factors.cwiseProduct(units.cwiseAbs2()));
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
    const RowMatrix moved =
        score_residuals(problem, likelihood)(Eigen::all, newton.active) * newton.covariance;
    if (options_.cluster.empty()) return moved.transpose() * moved;
    const Grouping clusters = grouping(lives_.attributes, {options_.cluster}, "cox", "cluster");
    const std::vector<std::uint32_t> code = clusters_of(clusters, problem.design.rows);
    RowMatrix sums = RowMatrix::Zero(moved.rows(), moved.cols());
    for (Eigen::Index i = 0; i < moved.rows(); ++i)
      sums.row(static_cast<Eigen::Index>(code[static_cast<std::size_t>(i)])) += moved.row(i);
    return sums.transpose() * sums;
  }

  void report(const CoxProblem& problem, const CoxLikelihood& likelihood, const CoxNewton& newton) {
    model_.robust = robust();
    model_.ties = options_.ties;
    model_.confidence = options_.confidence;
    model_.penalty = options_.penalty;
    model_.standardize = options_.standardize;
    model_.iterations = newton.iterations;
    model_.null_log_likelihood = newton.null_log_likelihood;
    model_.log_likelihood = newton.log_likelihood;
    const std::vector<Eigen::Index> separating = newton.separating();
    find(problem.design, newton, separating);
    const Eigen::MatrixXd covariance =
        model_.robust && !newton.active.empty() ? sandwich(problem, likelihood, newton) : newton.covariance;
    const Eigen::VectorXd& scale = problem.design.scale;
    const auto p = static_cast<Eigen::Index>(problem.x.columns());
    Eigen::MatrixXd all = Eigen::MatrixXd::Constant(p, p, nan), naive = all;
    for (std::size_t i = 0; i < newton.active.size(); ++i)
      for (std::size_t j = 0; j < newton.active.size(); ++j) {
        const Eigen::Index a = newton.active[i], b = newton.active[j];
        if (is_in(separating, a) || is_in(separating, b)) continue;
        const double unit = scale[a] * scale[b];
        const auto k = static_cast<Eigen::Index>(i), l = static_cast<Eigen::Index>(j);
        all(a, b) = covariance(k, l) / unit;
        naive(a, b) = newton.covariance(k, l) / unit;
      }
    for (Eigen::Index j = 0; j < p; ++j)
      put(problem.design.columns[static_cast<std::size_t>(j)],
          std::isnan(all(j, j)) ? nan : newton.beta[j] / scale[j], all(j, j), naive(j, j));
    for (Eigen::Index i = 0; i < p; ++i)  // the same by rows and by columns
      model_.covariance.emplace_back(all.col(i).data(), all.col(i).data() + p);
    shrink(newton, all, scale);
    tests(newton, covariance);
    keep_baseline(problem, likelihood, newton, covariance, !separating.empty());
  }
  void keep_baseline(const CoxProblem& problem, const CoxLikelihood& likelihood, const CoxNewton& newton,
                     const Eigen::MatrixXd& covariance, bool endless) {
    const Eigen::Index p = newton.beta.size();
    Eigen::MatrixXd all = Eigen::MatrixXd::Zero(p, p);
    if (endless) all.setConstant(nan);
    else if (!newton.active.empty()) all(newton.active, newton.active) = covariance;
    const auto baseline = std::make_shared<CoxBaseline>(problem, likelihood, newton.beta, std::move(all));
    baseline->strata = options_.strata;
    baseline->offset = options_.offset;
    baseline->penalty = newton.penalty();
    model_.baseline = baseline;
  }
  /// What the penalty makes of degrees of freedom and errors. \param known  not NaN where there is an error
  void shrink(const CoxNewton& newton, const Eigen::MatrixXd& known, const Eigen::VectorXd& scale) {
    model_.effective_degrees_of_freedom = static_cast<double>(newton.active.size());
    if (!newton.penalized()) return;
    model_.sampling_std_error.assign(model_.coef.size(), nan);
    if (newton.active.empty()) return;
    const Eigen::MatrixXd information = newton.information();
    const Eigen::MatrixXd sampling = newton.covariance * information * newton.covariance;
    model_.effective_degrees_of_freedom = information.cwiseProduct(newton.covariance).sum();
    for (std::size_t i = 0; i < newton.active.size(); ++i) {
      const Eigen::Index j = newton.active[i];
      const auto k = static_cast<Eigen::Index>(i);
      if (!std::isnan(known(j, j)))
        model_.sampling_std_error[static_cast<std::size_t>(j)] =
            std::sqrt(std::max(0.0, sampling(k, k))) / scale[j];
    }
  }
  static bool is_in(const std::vector<Eigen::Index>& list, Eigen::Index value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }
  void put(const Covariate& covariate, double coef, double variance, double naive) {
    const double std_error = std::sqrt(variance), z = coef / std_error;
    model_.covariate.push_back(covariate.name());
    model_.reference.push_back(covariate.reference.value_or(""));
    model_.coef.push_back(coef);
    model_.exp_coef.push_back(std::exp(coef));
    model_.std_error.push_back(std_error);
    model_.z.push_back(z);
    model_.p_value.push_back(std::isnan(z) ? nan : 2 * cdf(complement(boost::math::normal(), std::abs(z))));
    model_.lower.push_back(std::exp(coef - z_ * std_error));
    model_.upper.push_back(std::exp(coef + z_ * std_error));
    model_.naive_std_error.push_back(std::sqrt(naive));
  }
  void tests(const CoxNewton& newton, const Eigen::MatrixXd& covariance) {
    model_.degrees_of_freedom = static_cast<std::int64_t>(newton.active.size());
    model_.likelihood_ratio = 2 * (newton.log_likelihood - newton.null_log_likelihood);
    model_.score = newton.score_test;
    if (newton.active.empty()) return;
    const Eigen::VectorXd beta = newton.beta(newton.active);
    model_.wald = beta.dot(covariance.ldlt().solve(beta));
    if (!(model_.effective_degrees_of_freedom > 0)) return;
    const boost::math::chi_squared chi_squared(model_.effective_degrees_of_freedom);
    const auto p_value = [&](double statistic) {
      return cdf(complement(chi_squared, std::max(0.0, statistic)));
    };
    model_.likelihood_ratio_p_value = p_value(model_.likelihood_ratio);
    model_.wald_p_value = p_value(model_.wald);
    model_.score_p_value = p_value(model_.score);
  }
  void find(const Design& design, const CoxNewton& newton, const std::vector<Eigen::Index>& separating) {
    const auto add = [&](const char* code, Eigen::Index j, const char* says) {
      model_.findings.push_back(
          {code,
           Severity::warning,
           {},
           fmt::format("cox: {} {}", design.columns[static_cast<std::size_t>(j)].name(), says)});
    };
    for (Eigen::Index j = 0; j < design.scale.size(); ++j) {
      if (design.scale[j] == 0)
        add("constant_covariate", j, "is the same in all lives; it has no coefficient");
      else if (!is_in(newton.active, j))
        add("collinear_covariate", j, "is told by strata or by covariates before it; it has no coefficient");
      else if (is_in(separating, j))
        add("separation", j, "tells who ends before whom; the likelihood grows without end along it");
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
