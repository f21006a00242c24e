// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/new_lives.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/predict_cox.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Predicts survival.
class CoxPredictor {
 public:
  CoxPredictor(const CoxModel& model, const Frame& attributes, const CoxPredictionOptions& options)
      : options_(options), z_(band_width("predict_cox", options.confidence)) {
    require_baseline("predict_cox", model);
    check();
    model_ = model.baseline.get();
    const NewLives lives("predict_cox", *model_, attributes);
    Column<double> given;
    if (!options.given.empty()) given = number_attribute("predict_cox", attributes, options.given, "given");
    found_.confidence = options.confidence;
    found_.scale = options.scale;
    for (std::size_t row = 0; row < lives.size(); ++row)
      predict(lives, row, given.present() ? given_age(given, row) : options.given_age);
  }
  CoxPrediction take() { return std::move(found_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "predict_cox",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check() const {
    checked_age("predict_cox", "given_age", options_.given_age);
    for (const double age : options_.ages) checked_age("predict_cox", "ages", age);
    for (const double age : options_.ahead) checked_age("predict_cox", "ahead", age);
    if (!options_.ages.empty() && !options_.ahead.empty()) refuse("ages", "", "and ahead were both given");
    if (options_.given_age > 0 && !options_.given.empty())
      refuse("given_age", "", "and given were both given");
  }
  double given_age(const Column<double>& given, std::size_t row) const {
    const double age = given[row];
    if (std::isnan(age) || (age >= 0 && std::isfinite(age))) return age;
    throw InvalidInput({.who = "predict_cox",
                        .what = options_.given,
                        .where = static_cast<std::int64_t>(row),
                        .value = fmt::format("{}", age),
                        .rule = "is not an age: a number >= 0"});
  }

  void predict(const NewLives& lives, std::size_t row, double given) {
    const std::size_t s = lives.stratum(row);
    const Eigen::VectorXd x = lives.x(row);
    const double predictor = lives.linear_predictor(row);
    const bool known = s != NewLives::none && !std::isnan(predictor) && !std::isnan(given);
    const PassedHazard before = known ? PassedHazard(*model_, s, given) : PassedHazard(x.size());
    const double ratio = known ? std::exp(predictor - model_->shift[s]) : nan;
    const auto tell = [&](double age) {
      if (known && age <= model_->last_age[s])
        put(row, age, PassedHazard(*model_, s, std::max(age, given)) - before, x, ratio);
      else put(row, age, before, x, nan);
    };
    if (!options_.ages.empty()) {
      for (const double age : options_.ages) tell(age);
    } else if (!options_.ahead.empty()) {
      for (const double time : options_.ahead) tell(given + time);
    } else if (known) {
      for (std::size_t e = model_->first[s]; e < model_->first[s + 1]; ++e)
        if (model_->age[e] > given) tell(model_->age[e]);
    }
  }
  void put(std::size_t row, double age, const PassedHazard& passed, const Eigen::VectorXd& x, double ratio) {
    const double hazard = ratio * passed.hazard, survival = std::exp(-hazard);
    const double std_error = ratio * passed.std_error(*model_, x);
    const Band limits = std::isnan(hazard) ? Band{nan, nan} : band(survival, std_error, z_, options_.scale);
    found_.row.push_back(static_cast<std::int64_t>(row));
    found_.time.push_back(age);
    found_.survival.push_back(survival);
    found_.std_error.push_back(survival * std_error);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
    found_.cumulative_hazard.push_back(hazard);
  }

  const CoxPredictionOptions& options_;
  double z_;
  const CoxBaseline* model_ = nullptr;
  CoxPrediction found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxPrediction predict_cox(const CoxModel& model, const Frame& attributes,
                                 const CoxPredictionOptions& options) {
  return detail::CoxPredictor(model, attributes, options).take();
}

}  // namespace fealty::survival
