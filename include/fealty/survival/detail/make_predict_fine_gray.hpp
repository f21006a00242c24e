// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/incidence_baseline.hpp>
#include <fealty/survival/detail/new_lives.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/predict_fine_gray.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace fealty::survival::detail {

/// Predicts incidence.
class FineGrayPredictor {
 public:
  FineGrayPredictor(const IncidenceBaseline& model, const Frame& attributes,
                    const FineGrayPredictionOptions& options)
      : model_(model), z_(band_width("predict_fine_gray", options.confidence)) {
    for (const double age : options.ages) static_cast<void>(checked_age("predict_fine_gray", "ages", age));
    const NewLives lives("predict_fine_gray", model, attributes);
    found_.confidence = options.confidence;
    found_.scale = options.scale;
    for (std::size_t row = 0; row < lives.size(); ++row) {
      const std::size_t s = lives.stratum(row);
      const Eigen::VectorXd x = lives.x(row);
      const double predictor = s == NewLives::none ? nan : lives.linear_predictor(row);
      for (const double age : options.ages) put(row, age, s, x, predictor);
      if (options.ages.empty() && !std::isnan(predictor))
        for (std::size_t e = model.first[s]; e < model.first[s + 1]; ++e)
          put(row, model.age[e], s, x, predictor);
    }
  }
  FineGrayPrediction take() { return std::move(found_); }

 private:
  void put(std::size_t row, double age, std::size_t s, const Eigen::VectorXd& x, double predictor) {
    double hazard = nan, variance = nan;
    if (!std::isnan(predictor) && age <= model_.last_age[s]) {
      const double ratio = std::exp(predictor - model_.shift[s]);
      const std::size_t events = model_.events_up_to(s, age);
      hazard = variance = 0;
      if (events > model_.first[s]) {
        const auto event = static_cast<Eigen::Index>(events - 1);
        hazard = ratio * model_.hazard[events - 1];
        const Eigen::VectorXd by = model_.hazard[events - 1] * x - model_.means.row(event).transpose();
        variance = ratio * ratio *
                   (model_.squares[events - 1] + 2 * model_.with_beta.row(event).dot(by.transpose()) +
                    by.dot(model_.covariance * by));
      }
    }
    const double incidence = -std::expm1(-hazard);
    const double std_error = std::exp(-hazard) * std::sqrt(std::max(0.0, variance));
    found_.row.push_back(static_cast<std::int64_t>(row));
    found_.time.push_back(age);
    found_.incidence.push_back(incidence);
    found_.std_error.push_back(std::isnan(variance) ? nan : std_error);
    const Band limits =
        std::isnan(variance) ? Band{nan, nan} : band(incidence, std_error / incidence, z_, found_.scale);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
  }

  const IncidenceBaseline& model_;
  double z_;
  FineGrayPrediction found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline FineGrayPrediction predict_fine_gray(const FineGrayModel& model, const Frame& attributes,
                                            const FineGrayPredictionOptions& options) {
  if (!model.baseline)
    throw InvalidInput({.who = "predict_fine_gray",
                        .what = "model",
                        .where = {},
                        .value = "",
                        .rule = "has no baseline hazard: fine_gray() makes models that have one"});
  FineGrayPrediction found = detail::FineGrayPredictor(*model.baseline, attributes, options).take();
  found.cause = model.cause;
  return found;
}

}  // namespace fealty::survival
