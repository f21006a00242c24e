// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_estimates.hpp>
#include <fealty/survival/detail/parametric_fit.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/parametric.hpp>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Fits a model, and tells of it.
class ParametricReport {
 public:
  ParametricReport(const LifetimeData& lives, const ParametricOptions& options)
      : lives_(lives), options_(options), width_(band_width("parametric", options.confidence)),
        threads_(thread_count("parametric", options.threads)), form_{options.distribution,
                                                                     options.cure,
                                                                     {options.breaks}} {
    check();
    const ParametricProblem problem(lives, options.covariates, options.cure_covariates, options.ended_by,
                                    form_.piecewise(), threads_);
    const ParametricFit fit(problem, form_, options.tolerance, options.max_iterations, threads_);
    const ParametricEstimates estimates(fit);
    model_.robust = is_robust(options.robust, lives.weight_kind, options.cluster);
    std::vector<std::uint32_t> cluster;
    if (!options.cluster.empty())
      cluster = clusters_of(grouping(lives.attributes, {options.cluster}, "parametric", "cluster"),
                            problem.design.rows);
    const Eigen::MatrixXd naive = estimates.covariance();
    Eigen::MatrixXd covariance = model_.robust ? estimates.robust_covariance(cluster) : naive;
    rows(problem, fit, estimates, covariance, naive);
    sums(problem, fit);
    likelihoods(problem, fit);
    model_.findings = estimates.findings(problem.design);
    if (!estimates.predicts()) covariance.setConstant(nan);
    model_.curve = std::make_shared<const ParametricCurve>(problem, fit, std::move(covariance));
  }
  ParametricModel take() { return std::move(model_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "parametric", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check() const {
    const auto& breaks = options_.breaks;
    if (!breaks.empty() && !form_.piecewise())
      refuse("breaks", "", "are for the distribution piecewise_exponential");
    for (std::size_t i = 0; i < breaks.size(); ++i)
      if (!(breaks[i] > (i == 0 ? 0 : breaks[i - 1]) && std::isfinite(breaks[i])))
        refuse("breaks", fmt::format("{}", breaks[i]),
               i == 0 ? "is not an age above 0"
                      : fmt::format("is not an age above {}, the one before", breaks[i - 1]));
    if (options_.cure && form_.piecewise())
      refuse("cure", "", "is for other distributions than piecewise_exponential");
    if (!options_.cure && !options_.cure_covariates.empty())
      refuse("cure_covariates", fmt::format("\"{}\"", options_.cure_covariates.front()),
             "is for models with a cure");
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", fmt::format("{}", options_.tolerance), "is not in (0, 1)");
    if (options_.max_iterations < 1)
      refuse("max_iterations", fmt::format("{}", options_.max_iterations), "is less than 1");
  }

  void rows(const ParametricProblem& problem, const ParametricFit& fit, const ParametricEstimates& estimates,
            const Eigen::MatrixXd& covariance, const Eigen::MatrixXd& naive) {
    const Eigen::MatrixXd all = estimates.as_told(covariance), as_naive = estimates.as_told(naive);
    for (Eigen::Index k = 0; k < estimates.size(); ++k) {
      const double coef = estimates.value(k), std_error = std::sqrt(all(k, k)), z = coef / std_error;
      const auto& column = fit.parameters->column[static_cast<std::size_t>(k)];
      model_.covariate.push_back(estimates.name(k));
      model_.reference.emplace_back();
      if (column)
        model_.reference.back() =
            problem.design.columns[static_cast<std::size_t>(*column)].reference.value_or("");
      model_.coef.push_back(coef);
      model_.std_error.push_back(std_error);
      model_.z.push_back(z);
      model_.p_value.push_back(std::isnan(z) ? nan : 2 * cdf(complement(boost::math::normal(), std::abs(z))));
      model_.lower.push_back(coef - width_ * std_error);
      model_.upper.push_back(coef + width_ * std_error);
      model_.naive_std_error.push_back(std::sqrt(as_naive(k, k)));
      model_.covariance.emplace_back(all.col(k).data(), all.col(k).data() + all.rows());
    }
    model_.scale = form_.piecewise() ? nan : 1;
    model_.shape = nan;
    model_.cure = problem.cure_terms > 0 ? nan : 0;
    for (Eigen::Index k = 0; k < estimates.size(); ++k) {
      const double value = estimates.value(k);
      if (estimates.kind(k) == ParameterKind::log_scale) model_.scale = std::exp(value);
      if (estimates.kind(k) == ParameterKind::shape) model_.shape = value;
      if (estimates.kind(k) == ParameterKind::cure && problem.cure_terms == 0 && estimates.has_value(k))
        model_.cure = 1 / (1 + std::exp(-value));
    }
  }
  void sums(const ParametricProblem& problem, const ParametricFit& fit) {
    model_.lives = static_cast<std::int64_t>(problem.size());
    model_.left_out = static_cast<std::int64_t>(lives_.rows) - model_.lives;
    model_.ended = problem.ended;
    model_.iterations = fit.found.iterations;
    model_.distribution = options_.distribution;
    model_.confidence = options_.confidence;
  }
  void likelihoods(const ParametricProblem& problem, const ParametricFit& fit) {
    const bool cases = lives_.weight_kind && *lives_.weight_kind == WeightKind::cases;
    const auto parameters = static_cast<double>(fit.found.active.size());
    model_.degrees_of_freedom = static_cast<std::int64_t>(fit.found.active.size());
    model_.log_likelihood = fit.found.sums.log_likelihood;
    model_.aic = 2 * (parameters - model_.log_likelihood);
    model_.bic = parameters * std::log(cases ? problem.weights : static_cast<double>(model_.lives)) -
                 2 * model_.log_likelihood;
    const bool known = fit.null.outcome == Ascent::Outcome::arrived;
    model_.null_log_likelihood = known ? fit.null.sums.log_likelihood : nan;
    model_.likelihood_ratio = 2 * (model_.log_likelihood - model_.null_log_likelihood);
    model_.likelihood_ratio_p_value = known ? 1 : nan;
    const std::size_t effects = fit.parameters->covariates.size();
    if (effects == 0 || !known) return;
    const boost::math::chi_squared chi_squared(static_cast<double>(effects));
    model_.likelihood_ratio_p_value = cdf(complement(chi_squared, std::max(0.0, model_.likelihood_ratio)));
  }

  const LifetimeData& lives_;
  const ParametricOptions& options_;
  double width_;
  std::size_t threads_;
  ParametricForm form_;
  ParametricModel model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline ParametricModel parametric(const Lifetimes& lives, const ParametricOptions& options) {
  return detail::ParametricReport(lives.data(), options).take();
}

}  // namespace fealty::survival
