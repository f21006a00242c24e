// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/detail/hazard_fit.hpp>
#include <fealty/health/detail/hazard_problem.hpp>
#include <fealty/health/detail/make_predict_logistic.hpp>
#include <fealty/health/predict_discrete_hazard.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/covariates.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace fealty::health::detail {

/// Predicts survival period by period.
class HazardPredictor {
 public:
  HazardPredictor(const DiscreteHazardModel& model, const Frame& attributes,
                  const HazardPredictionOptions& options)
      : options_(options), width_(survival::detail::band_width(who, options.confidence)) {
    require_fit(who, model, "discrete_hazard");
    fit_ = model.fit.get();
    check();
    FeatureRows rows(who, attributes, fit_->features, fit_->mean, fit_->scale);
    Column<double> given;
    if (!options.given.empty())
      given = survival::detail::number_attribute(who, attributes, options.given, "given");
    found_.confidence = options.confidence;
    for (Eigen::Index row = 0; row < rows.x().rows(); ++row)
      predict(row, rows.x().row(row).transpose(),
              given.present() ? checked(given[static_cast<std::size_t>(row)], options.given, row)
                              : options.given_age);
    found_.findings = rows.take_findings();
    if (!beyond_.rows.empty()) found_.findings.push_back(std::move(beyond_));
  }
  HazardPrediction take() { return std::move(found_); }

 private:
  static constexpr const char* who = "predict_discrete_hazard";

  static double checked(double age, const std::string& what, std::optional<std::int64_t> where) {
    if (std::isnan(age) && where) return age;  // missing: nothing is told
    if (age >= 0 && age <= 1e6 && age == std::floor(age)) return age;
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = where,
                        .value = fmt::format("{}", age),
                        .rule = "is not a whole number of periods >= 0"});
  }
  void check() const {
    static_cast<void>(checked(options_.given_age, "given_age", {}));
    if (options_.given_age > 0 && !options_.given.empty())
      throw InvalidInput(
          {.who = who, .what = "given_age", .where = {}, .value = "", .rule = "and given were both given"});
    if (options_.ahead < 1 || options_.ahead > 10'000)
      throw InvalidInput({.who = who,
                          .what = "ahead",
                          .where = {},
                          .value = fmt::format("{}", options_.ahead),
                          .rule = "is not between 1 and 10,000"});
  }
  void predict(Eigen::Index row, const Eigen::VectorXd& x, double given) {
    const Eigen::Index m = fit_->shape.columns();
    const bool cloglog = fit_->link == HazardLink::cloglog;
    const double effects = std::isnan(given) ? given : fit_->beta.tail(x.size()).dot(x);
    Eigen::VectorXd z(m + x.size()), slope = Eigen::VectorXd::Zero(z.size());  // of the cumulative hazard
    z.tail(x.size()) = x;
    double passed = 0;  // -log survival
    for (std::int32_t i = 1; i <= options_.ahead; ++i) {
      const std::int64_t period = (std::isnan(given) ? 0 : static_cast<std::int64_t>(given)) + i;
      if (period > fit_->shape.periods && !std::isnan(given)) note_beyond(row, period);
      if (!fit_->shape.has_coefficients(period)) {
        const double chance = fit_->shape.certain_chance(period) + 0 * effects;
        passed -= std::log1p(-chance);
        put(row, period, chance, passed, slope);
        continue;
      }
      z.head(m) = fit_->shape.row(period);
      const double predictor = effects + fit_->beta.head(m).dot(z.head(m));
      // What survival loses on its log scale, and how fast that grows.
      const double u = std::exp(predictor);
      const double chance = cloglog ? -std::expm1(-u) : inverse_logit(predictor);
      passed += cloglog ? u : std::log1p(u);
      slope += (cloglog ? u : chance) * z;
      put(row, period, chance, passed, slope);
    }
  }
  void note_beyond(Eigen::Index row, std::int64_t period) {
    if (beyond_.rows.empty())
      beyond_ = {"beyond_support",
                 Severity::warning,
                 {},
                 fmt::format("{}: period {} is beyond the {} of the model's longest life", who, period,
                             fit_->shape.periods)};
    if (beyond_.rows.empty() || beyond_.rows.back() != row) beyond_.rows.push_back(row);
  }
  void put(Eigen::Index row, std::int64_t period, double chance, double passed,
           const Eigen::VectorXd& slope) {
    const double survival = std::exp(-passed), error = std::sqrt(slope.dot(fit_->covariance * slope));
    const bool unknown = std::isnan(passed);
    const survival::detail::Band limits =
        unknown ? survival::detail::Band{passed, passed}
                : survival::detail::band(survival, error, width_, survival::ConfidenceScale::log_log);
    found_.row.push_back(row);
    found_.period.push_back(period);
    found_.hazard.push_back(chance);
    found_.survival.push_back(survival);
    found_.std_error.push_back(unknown ? passed : survival * error);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
  }

  const HazardPredictionOptions& options_;
  double width_;
  const HazardFit* fit_ = nullptr;
  Finding beyond_{};
  HazardPrediction found_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline HazardPrediction predict_discrete_hazard(const DiscreteHazardModel& model, const Frame& attributes,
                                                const HazardPredictionOptions& options) {
  return detail::HazardPredictor(model, attributes, options).take();
}

}  // namespace fealty::health
