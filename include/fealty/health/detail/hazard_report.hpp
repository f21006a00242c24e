// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/detail/glm_newton.hpp>
#include <fealty/health/detail/hazard_fit.hpp>
#include <fealty/health/detail/hazard_problem.hpp>
#include <fealty/health/detail/logistic_report.hpp>
#include <fealty/health/hazard_model.hpp>

#include <fmt/ranges.h>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// Writes a discrete-time hazard model down.
class HazardReport {
 public:
  HazardReport(DiscreteHazardModel& model, const HazardProblem& problem, const GlmNewton& newton,
               const Separation& separation, const HazardFit& fit)
      : model_(model), problem_(problem), newton_(newton), fit_(fit), m_(problem.shape.columns()) {
    put_all();
    add_tests(model_, model_.exp_coef);
    find(separation);
  }

 private:
  bool is_active(Eigen::Index j) const {
    return std::find(newton_.active.begin(), newton_.active.end(), j) != newton_.active.end();
  }
  /// Coefficients in the units of periods and features, those of the baseline moved from the mean to 0.
  Eigen::MatrixXd change() const {
    const bool by_period = fit_.shape.kind == HazardBaseline::by_period;
    Eigen::MatrixXd found = Eigen::MatrixXd::Identity(fit_.beta.size(), fit_.beta.size());
    if (fit_.shape.kind == HazardBaseline::polynomial)
      for (Eigen::Index j = 0; j < m_; ++j) found(j, j) = 1 / fit_.shape.unit(j);
    for (Eigen::Index j = m_; j < found.cols(); ++j) {
      const double scale = fit_.scale[j - m_];
      found(j, j) = scale == 0 ? 0 : 1 / scale;
      found.col(j).head(by_period ? m_ : 1).setConstant(-fit_.mean[j - m_] * found(j, j));
    }
    return found;
  }
  void put_all() {
    const Eigen::MatrixXd change = this->change(), covariance = change * fit_.covariance * change.transpose();
    const Eigen::VectorXd coef = change * fit_.beta;
    const auto put = [&](std::string name, std::string reference, Eigen::Index j) {
      const bool active = j >= 0 && is_active(j);
      model_.covariate.push_back(std::move(name));
      model_.reference.push_back(std::move(reference));
      model_.coef.push_back(active ? coef[j] : survival::detail::nan);
      model_.std_error.push_back(active ? std::sqrt(covariance(j, j)) : survival::detail::nan);
    };
    for (std::size_t k = 0; k < fit_.shape.place.size(); ++k)
      put(fmt::format("period={}", k + 1), "", fit_.shape.place[k]);
    if (fit_.shape.kind != HazardBaseline::by_period) put("(intercept)", "", 0);
    if (fit_.shape.kind == HazardBaseline::log_period) put("log(period)", "", 1);
    if (fit_.shape.kind == HazardBaseline::polynomial)
      for (Eigen::Index power = 1; power < m_; ++power)
        put(power == 1 ? "period" : fmt::format("period^{}", power), "", power);
    for (std::size_t j = 0; j < problem_.design.columns.size(); ++j) {
      const auto& column = problem_.design.columns[j];
      put(column.name(), column.reference.value_or(""), m_ + static_cast<Eigen::Index>(j));
    }
  }
  void add(const char* code, Severity severity, const std::string& says) {
    model_.findings.push_back({code, severity, {}, "discrete_hazard: " + says});
  }
  std::string name(Eigen::Index j) const {
    return problem_.design.columns[static_cast<std::size_t>(j - m_)].name();
  }
  void find(const Separation& separation) {
    std::vector<std::string> names;
    for (const Eigen::Index j : separation.columns) names.push_back(name(j));
    if (!names.empty())
      add("separation", Severity::warning,
          fmt::format(
              "{} {} without error who ends; a normal prior of standard deviation 2.5 for two standard "
              "deviations, or the step of one of two values, holds coefficients",
              fmt::join(names, ", "), names.size() == 1 ? "tells" : "tell"));
    for (Eigen::Index j = m_; j < fit_.beta.size(); ++j) {
      if (fit_.scale[j - m_] == 0)
        add("constant_covariate", Severity::warning,
            name(j) + " is the same in all lives, or nearly so; it has no coefficient");
      else if (!is_active(j))
        add("collinear_covariate", Severity::warning,
            name(j) + " is told by features before it; it has no coefficient");
    }
    find_certain();
    const auto features = std::count_if(newton_.active.begin(), newton_.active.end(),
                                        [this](Eigen::Index j) { return j >= m_; });
    if (model_.ended < 10 * features)
      add("few_outcomes", Severity::warning,
          fmt::format("{} lives ended, fewer than 10 for each of {} coefficients of features", model_.ended,
                      features));
  }
  void find_certain() {
    std::vector<std::size_t> found;
    for (std::size_t k = 0; k < fit_.shape.place.size(); ++k)
      if (fit_.shape.place[k] < 0) found.push_back(k + 1);
    if (found.empty()) return;
    add("certain_period", Severity::information,
        fmt::format("in period {} none or all of those at risk ended{}; there is no coefficient then",
                    found.front(),
                    found.size() == 1 ? "" : fmt::format(", and in {} more", found.size() - 1)));
  }

  DiscreteHazardModel& model_;
  const HazardProblem& problem_;
  const GlmNewton& newton_;
  const HazardFit& fit_;
  Eigen::Index m_;  // coefficients of the baseline
};

}  // namespace fealty::health::detail
