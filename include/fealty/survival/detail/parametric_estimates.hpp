// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_fit.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// What a fit tells of its parameters: those that have a value, how sure it is, and why others have none.
class ParametricEstimates {
 public:
  /// \throws NotConverged  for a fit that did not arrive at a maximum
  explicit ParametricEstimates(const ParametricFit& fit) : fit_(fit), parameters_(*fit.parameters) {
    require_arrival();
    find_endless();
    for (const Eigen::Index k : fit.found.active)
      if (!endless(k)) kept_.push_back(k);
  }

  Eigen::Index size() const { return parameters_.size(); }
  const std::string& name(Eigen::Index k) const { return parameters_.name[at(k)]; }
  ParameterKind kind(Eigen::Index k) const { return parameters_.kind[at(k)]; }
  bool has_value(Eigen::Index k) const { return active(k) && !endless(k); }
  /// In the units of the covariates; NaN where there is none.
  double value(Eigen::Index k) const { return has_value(k) ? told(k, fit_.found.theta) : nan; }

  /// Of the parameters that have a value, in the units of the design; 0 elsewhere.
  Eigen::MatrixXd covariance() const {
    Eigen::MatrixXd all = Eigen::MatrixXd::Zero(size(), size());
    if (kept_.empty()) return all;
    const auto n = static_cast<Eigen::Index>(kept_.size());
    const Eigen::MatrixXd of_kept =
        fit_.found.sums.information(kept_, kept_).ldlt().solve(Eigen::MatrixXd::Identity(n, n));
    all(kept_, kept_) = of_kept;
    return all;
  }
  /// The same by how much each life, or each cluster of them, moves the parameters.
  ///
  /// \param cluster  of each life; empty where each is one of its own
  Eigen::MatrixXd robust_covariance(const std::vector<std::uint32_t>& cluster) const {
    const RowMatrix moved = fit_.likelihood->scores(fit_.found.theta) * covariance();
    if (cluster.empty()) return moved.transpose() * moved;
    RowMatrix sums = RowMatrix::Zero(moved.rows(), moved.cols());
    for (Eigen::Index i = 0; i < moved.rows(); ++i)
      sums.row(static_cast<Eigen::Index>(cluster[at(i)])) += moved.row(i);
    return sums.transpose() * sums;
  }
  /// A covariance in the units of the covariates; NaN where there is no value.
  Eigen::MatrixXd as_told(const Eigen::MatrixXd& covariance) const {
    const Eigen::MatrixXd all = parameters_.told * covariance * parameters_.told.transpose();
    Eigen::MatrixXd found = (all + all.transpose()) / 2;
    for (Eigen::Index k = 0; k < size(); ++k) {
      if (has_value(k)) continue;
      found.row(k).setConstant(nan);
      found.col(k).setConstant(nan);
    }
    return found;
  }
  /// Whether what the parameters do not tell leaves predictions as sure as they are.
  bool predicts() const {
    return std::all_of(endless_.begin(), endless_.end(),
                       [&](Eigen::Index k) { return none_cured(k) || kind(k) == ParameterKind::rate; });
  }

  std::vector<Finding> findings(const Design& design) const {
    std::vector<Finding> found;
    const auto add = [&](const char* code, Eigen::Index k, const char* says) {
      found.push_back({code, Severity::warning, {}, fmt::format("parametric: {} {}", name(k), says)});
    };
    for (Eigen::Index k = 0; k < size(); ++k) {
      const auto& column = parameters_.column[at(k)];
      const double value = fit_.found.theta[k];
      if (column && design.scale[*column] == 0)
        add("constant_covariate", k, "is the same in all lives; it has no coefficient");
      else if (column && !active(k))
        add("collinear_covariate", k, "is told by covariates before it; it has no coefficient");
      else if (!active(k) && std::isnan(value))
        add("interval_not_watched", k, "is not known; no life was watched then");
      else if (!active(k) || (endless(k) && kind(k) == ParameterKind::rate && value < -15))
        add("interval_without_ends", k, "has no value; no life ended then, and the rate is 0");
      else if (none_cured(k) && kind(k) == ParameterKind::cure)
        add("no_cure", k, "has no value; the likelihood is largest where none is cured");
      else if (endless(k) && !none_cured(k))
        add("separation", k, "has no value; the likelihood grows without end along it");
    }
    return found;
  }

 private:
  static std::size_t at(Eigen::Index i) { return static_cast<std::size_t>(i); }
  bool active(Eigen::Index k) const {
    return std::binary_search(fit_.found.active.begin(), fit_.found.active.end(), k);
  }
  bool endless(Eigen::Index k) const {
    return std::find(endless_.begin(), endless_.end(), k) != endless_.end();
  }
  /// Whether a parameter has no end because no life is cured.
  bool none_cured(Eigen::Index k) const {
    return (kind(k) == ParameterKind::cure || kind(k) == ParameterKind::cure_effect) && endless(k) &&
           fit_.most_cured < -15;
  }
  /// A parameter, or what it moves by, in the units of the covariates.
  double told(Eigen::Index k, const Eigen::VectorXd& values) const {
    double sum = 0;
    for (Eigen::Index j = 0; j < values.size(); ++j)
      if (parameters_.told(k, j) != 0) sum += parameters_.told(k, j) * values[j];
    return sum;
  }

  [[noreturn]] static void not_found(std::string what, std::string value, std::string rule) {
    throw NotConverged({.who = "parametric",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  [[noreturn]] void without_end(Eigen::Index k) const {
    not_found(name(k), "", "goes on without end while the likelihood grows");
  }
  void require_arrival() const {
    switch (fit_.found.outcome) {
      case Ascent::Outcome::arrived:
        return;
      case Ascent::Outcome::out_of_steps:
        not_found("max_iterations", fmt::format("{}", fit_.max_iterations()),
                  "steps do not reach the tolerance");
      case Ascent::Outcome::stuck:
        not_found("", "", "no step raises the likelihood, which has no maximum nearby");
      case Ascent::Outcome::endless:
        without_end(fit_.found.endless);
    }
  }
  /// Finds the parameters that would still move, or about which nothing is told any more: the likelihood has
  /// come to its end, they have none.
  void find_endless() {
    const auto far = [](double by, double from) { return std::abs(by) > 3e-5 * (1 + std::abs(from)); };
    const Ascent& found = fit_.found;
    std::vector<Eigen::VectorXd> directions = found.level;
    if (std::any_of(found.active.begin(), found.active.end(),
                    [&](Eigen::Index k) { return far(found.move[k], found.theta[k]); }))
      directions.push_back(found.move);
    for (const Eigen::Index k : found.active)
      for (const Eigen::VectorXd& along : directions) {
        const double unit = parameters_.told(k, k);
        if (endless(k) || !far(told(k, along) / unit, told(k, found.theta) / unit)) continue;
        if (kind(k) == ParameterKind::log_scale || kind(k) == ParameterKind::shape) without_end(k);
        endless_.push_back(k);
      }
  }

  const ParametricFit& fit_;
  const ParametricParameters& parameters_;
  std::vector<Eigen::Index> endless_, kept_;
};

}  // namespace fealty::survival::detail
