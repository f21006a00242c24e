// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/detail/glm_newton.hpp>
#include <fealty/health/detail/logistic_fit.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/health/logistic_model.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/design.hpp>

#include <boost/math/distributions/normal.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// scikit-learn's C that penalizes as much as a penalty.
inline double equivalent_c(double penalty, double weight) {
  return penalty == 0 ? std::numeric_limits<double>::infinity() : 1 / (weight * penalty);
}

/// Fills the columns that follow from coefficients and their standard errors.
///
/// \param ratio  column of e^coef
template <class Model>
void add_tests(Model& model, std::vector<double>& ratio) {
  const double width = survival::detail::band_width("logistic", model.confidence);
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    const double coef = model.coef[i], std_error = model.std_error[i], z = coef / std_error;
    ratio.push_back(std::exp(coef));
    model.z.push_back(z);
    model.p_value.push_back(
        std::isnan(z) ? z : 2 * cdf(complement(boost::math::normal(), std::min(std::abs(z), 1e300))));
    model.lower.push_back(std::exp(coef - width * std_error));
    model.upper.push_back(std::exp(coef + width * std_error));
  }
}

/// Coefficients in the units of features: those of the design, divided by scale; the intercept moved from the
/// mean to 0.
inline Eigen::MatrixXd to_feature_units(const LogisticFit& fit) {
  const Eigen::Index q = fit.beta.size();
  Eigen::MatrixXd change = Eigen::MatrixXd::Identity(q, q);
  for (Eigen::Index j = 1; j < q; ++j) {
    const double scale = fit.scale[j - 1];
    change(j, j) = scale == 0 ? 0 : 1 / scale;
    change(0, j) = -fit.mean[j - 1] * change(j, j);
  }
  return change;
}

/// Writes a fit down.
class LogisticReport {
 public:
  /// \param known  coefficients of which `fit.covariance` tells
  LogisticReport(LogisticModel& model, const survival::detail::Design& design, const GlmNewton& newton,
                 const std::vector<Eigen::Index>& known, const Separation& separation, LogisticFit fit)
      : model_(model), design_(design), newton_(newton), known_(known), separation_(separation) {
    const Eigen::MatrixXd change = to_feature_units(fit);
    const Eigen::MatrixXd covariance = change * fit.covariance * change.transpose();
    const Eigen::VectorXd coef = change * fit.beta;
    for (Eigen::Index j = 0; j < coef.size(); ++j) put(j, coef[j], covariance);
    model_.fit = std::make_shared<const LogisticFit>(std::move(fit));
    add_tests(model_, model_.odds_ratio);
    find();
  }

 private:
  static bool is_in(const std::vector<Eigen::Index>& list, Eigen::Index value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }
  void put(Eigen::Index j, double coef, const Eigen::MatrixXd& covariance) {
    constexpr double none = survival::detail::nan;
    const bool told = is_in(known_, j);
    if (j == 0) {
      model_.covariate.emplace_back("(intercept)");
      model_.reference.emplace_back();
    } else {
      const auto& column = design_.columns[static_cast<std::size_t>(j - 1)];
      model_.covariate.push_back(column.name());
      model_.reference.push_back(column.reference.value_or(""));
    }
    model_.coef.push_back(is_in(newton_.active, j) ? coef : none);
    model_.std_error.push_back(told ? std::sqrt(covariance(j, j)) : none);
    std::vector<double> row;
    for (Eigen::Index k = 0; k < covariance.cols(); ++k)
      row.push_back(told && is_in(known_, k) ? covariance(j, k) : none);
    model_.covariance.push_back(std::move(row));
  }
  void add(const char* code, Severity severity, std::string says) {
    model_.findings.push_back({code, severity, {}, "logistic: " + std::move(says)});
  }
  void find() {
    find_separation();
    for (Eigen::Index j = 1; j < newton_.beta.size(); ++j) {
      const std::string name = design_.columns[static_cast<std::size_t>(j - 1)].name();
      if (design_.scale[j - 1] == 0)
        add("constant_covariate", Severity::warning,
            name + " is the same in all examples, or nearly so; it has no coefficient");
      else if (!is_in(newton_.active, j))
        add("collinear_covariate", Severity::warning,
            name + " is told by features before it; it has no coefficient");
      else if (!is_in(known_, j))
        add("held_by_sign", Severity::information, name + " is held at 0 by the sign that it may have");
    }
    const std::int64_t fewer = std::min(model_.outcomes, model_.examples - model_.outcomes);
    const auto coefficients = static_cast<std::int64_t>(newton_.active.size()) - 1;
    if (fewer < 10 * coefficients)
      add("few_outcomes", Severity::warning,
          fmt::format("{} examples {} the outcome, fewer than 10 for each of {} coefficients", fewer,
                      fewer == model_.outcomes ? "with" : "without", coefficients));
  }
  void find_separation() {
    if (separation_.columns.empty()) return;
    std::string names;
    for (const Eigen::Index j : separation_.columns)
      names += (names.empty() ? "" : ", ") + design_.columns[static_cast<std::size_t>(j - 1)].name();
    add("separation", Severity::warning,
        fmt::format(
            "{} {} without error who has the outcome ({}); a normal prior of standard deviation 2.5 "
            "for two standard deviations, or the step of one of two values, holds coefficients",
            names, separation_.columns.size() == 1 ? "tells" : "tell",
            separation_.complete ? "complete separation" : "of some examples: quasi-complete separation"));
  }

  LogisticModel& model_;
  const survival::detail::Design& design_;
  const GlmNewton& newton_;
  const std::vector<Eigen::Index>& known_;
  const Separation& separation_;
};

}  // namespace fealty::health::detail
