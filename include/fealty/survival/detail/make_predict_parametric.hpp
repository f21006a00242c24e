// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_futures.hpp>
#include <fealty/survival/detail/parametric_lives.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/predict_parametric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace fealty::survival::detail {

/// Predicts survival.
class ParametricPredictor {
 public:
  ParametricPredictor(const ParametricModel& model, const Frame& attributes,
                      const ParametricPredictionOptions& options)
      : options_(options), width_(band_width("predict_parametric", options.confidence)),
        model_(curve_of("predict_parametric", model)) {
    for (const double age : options.ages) checked_age("predict_parametric", "ages", age);
    for (const double age : options.ahead) checked_age("predict_parametric", "ahead", age);
    if (!options.ages.empty() && !options.ahead.empty())
      throw InvalidInput({.who = "predict_parametric",
                          .what = "ages",
                          .where = {},
                          .value = "",
                          .rule = "and ahead were both given"});
    const ParametricLives lives("predict_parametric", model_, attributes, options.given_age, options.given);
    found_.confidence = options.confidence;
    found_.scale = options.scale;
    for_each_future(
        model_, lives,
        [&](std::size_t row, const auto& future, const Forecast& passed) {
          const double given = lives.given(row);
          if (options.ages.empty() && options.ahead.empty())
            for (const double age : model_.ages)
              if (age > given) tell(row, age, given, future, passed);
          for (const double age : options.ages) tell(row, age, given, future, passed);
          for (const double time : options.ahead) tell(row, given + time, given, future, passed);
        },
        [&](std::size_t row) {
          for (const double age : options.ages) put(row, age, nan, nan, nan);
          for (const double time : options.ahead) put(row, lives.given(row) + time, nan, nan, nan);
        });
  }
  ParametricPrediction take() { return std::move(found_); }

 private:
  template <class Future>
  void tell(std::size_t row, double age, double given, const Future& future, const Forecast& passed) {
    if (age <= given) return put(row, age, 0, 0, age > 0 ? future.hazard(age) : nan);
    Forecast log_survival = future.log_survival(age);
    log_survival.value -= passed.value;
    log_survival.by_parameter -= passed.by_parameter;
    put(row, age, log_survival.value, log_survival.std_error(model_.covariance), future.hazard(age));
  }
  void put(std::size_t row, double age, double log_survival, double std_error, double hazard) {
    const double survival = std::exp(log_survival);
    const Band limits =
        std::isnan(log_survival) ? Band{nan, nan} : band(survival, std_error, width_, options_.scale);
    found_.row.push_back(static_cast<std::int64_t>(row));
    found_.time.push_back(age);
    found_.survival.push_back(survival);
    found_.std_error.push_back(survival * std_error);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
    found_.cumulative_hazard.push_back(0 - log_survival);
    found_.hazard.push_back(hazard);
  }

  const ParametricPredictionOptions& options_;
  double width_;
  const ParametricCurve& model_;
  ParametricPrediction found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline ParametricPrediction predict_parametric(const ParametricModel& model, const Frame& attributes,
                                               const ParametricPredictionOptions& options) {
  return detail::ParametricPredictor(model, attributes, options).take();
}

}  // namespace fealty::survival
