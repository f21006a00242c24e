// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// How much each cluster moves the active columns' coefficients.
struct ClusterMoves {
  std::vector<std::uint32_t> cluster;  // of each life that is used
  RowMatrix moved;                     // of each cluster

  /// \param residuals  how much each life that is used moves the score
  /// \param name       attribute; empty where each life is a cluster of its own
  ClusterMoves(const CoxProblem& problem, const CoxNewton& newton, const RowMatrix& residuals,
               const LifetimeData& lives, const std::string& name)
      : cluster(static_cast<std::size_t>(residuals.rows())),
        moved(RowMatrix::Zero(residuals.rows(), static_cast<Eigen::Index>(newton.active.size()))) {
    if (!newton.active.empty()) moved = residuals(Eigen::all, newton.active) * newton.covariance;
    std::iota(cluster.begin(), cluster.end(), 0U);
    if (name.empty()) return;
    cluster = clusters_of(grouping(lives.attributes, {name}, problem.who, "cluster"), problem.design.rows);
    RowMatrix sums = RowMatrix::Zero(moved.rows(), moved.cols());
    for (Eigen::Index i = 0; i < moved.rows(); ++i)
      sums.row(static_cast<Eigen::Index>(cluster[static_cast<std::size_t>(i)])) += moved.row(i);
    moved = std::move(sums);
  }
  /// The robust covariance of the active columns.
  Eigen::MatrixXd covariance() const { return moved.transpose() * moved; }
};

/// Writes a fit down: coefficients in the units of the covariates, tests of all of them, findings.
template <class Model>
class CoxReport {
 public:
  /// \param covariance  of the active columns
  /// \param z           band_width()
  CoxReport(Model& model, const CoxProblem& problem, const CoxNewton& newton,
            const Eigen::MatrixXd& covariance, double z)
      : model_(model), problem_(problem), newton_(newton), covariance_(covariance), z_(z),
        separating_(newton.separating()) {
    model_.iterations = newton.iterations;
    model_.null_log_likelihood = newton.null_log_likelihood;
    model_.log_likelihood = newton.log_likelihood;
    find();
    put_all();
    tests();
  }

  /// For predictions.
  template <class Baseline = CoxBaseline>
  std::shared_ptr<Baseline> baseline(const CoxLikelihood& likelihood) const {
    const Eigen::Index p = newton_.beta.size();
    Eigen::MatrixXd all = Eigen::MatrixXd::Zero(p, p);
    if (!separating_.empty()) all.setConstant(nan);
    else if (!newton_.active.empty()) all(newton_.active, newton_.active) = covariance_;
    return std::make_shared<Baseline>(problem_, likelihood, newton_.beta, std::move(all));
  }

 private:
  static bool is_in(const std::vector<Eigen::Index>& list, Eigen::Index value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }
  void put_all() {
    const Eigen::VectorXd& scale = problem_.design.scale;
    const auto p = static_cast<Eigen::Index>(problem_.x.columns());
    Eigen::MatrixXd all = Eigen::MatrixXd::Constant(p, p, nan), naive = all;
    for (std::size_t i = 0; i < newton_.active.size(); ++i)
      for (std::size_t j = 0; j < newton_.active.size(); ++j) {
        const Eigen::Index a = newton_.active[i], b = newton_.active[j];
        if (is_in(separating_, a) || is_in(separating_, b)) continue;
        const double unit = scale[a] * scale[b];
        const auto k = static_cast<Eigen::Index>(i), l = static_cast<Eigen::Index>(j);
        all(a, b) = covariance_(k, l) / unit;
        naive(a, b) = newton_.covariance(k, l) / unit;
      }
    for (Eigen::Index j = 0; j < p; ++j)
      put(problem_.design.columns[static_cast<std::size_t>(j)],
          std::isnan(all(j, j)) ? nan : newton_.beta[j] / scale[j], all(j, j), naive(j, j));
    for (Eigen::Index i = 0; i < p; ++i)  // the same by rows and by columns
      model_.covariance.emplace_back(all.col(i).data(), all.col(i).data() + p);
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
  void tests() {
    model_.degrees_of_freedom = static_cast<std::int64_t>(newton_.active.size());
    model_.likelihood_ratio = 2 * (newton_.log_likelihood - newton_.null_log_likelihood);
    model_.score = newton_.score_test;
    if (newton_.active.empty()) return;
    const Eigen::VectorXd beta = newton_.beta(newton_.active);
    model_.wald = beta.dot(covariance_.ldlt().solve(beta));
    const double freedom = newton_.degrees_of_freedom();
    if (!(freedom > 0)) return;
    const boost::math::chi_squared chi_squared(freedom);
    const auto p_value = [&](double statistic) {
      return cdf(complement(chi_squared, std::max(0.0, statistic)));
    };
    model_.likelihood_ratio_p_value = p_value(model_.likelihood_ratio);
    model_.wald_p_value = p_value(model_.wald);
    model_.score_p_value = p_value(model_.score);
  }
  void find() {
    const auto add = [&](const char* code, Eigen::Index j, const char* says) {
      model_.findings.push_back(
          {code,
           Severity::warning,
           {},
           fmt::format("{}: {} {}", problem_.who, problem_.design.columns[static_cast<std::size_t>(j)].name(),
                       says)});
    };
    for (Eigen::Index j = 0; j < problem_.design.scale.size(); ++j) {
      if (problem_.design.scale[j] == 0)
        add("constant_covariate", j, "is the same in all lives; it has no coefficient");
      else if (!is_in(newton_.active, j))
        add("collinear_covariate", j, "is told by strata or by covariates before it; it has no coefficient");
      else if (is_in(separating_, j))
        add("separation", j, "tells who ends before whom; the likelihood grows without end along it");
    }
  }

  Model& model_;
  const CoxProblem& problem_;
  const CoxNewton& newton_;
  const Eigen::MatrixXd& covariance_;
  double z_;
  std::vector<Eigen::Index> separating_;
};

}  // namespace fealty::survival::detail
