// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/detail/logistic_fit.hpp>
#include <fealty/health/predict_logistic.hpp>
#include <fealty/survival/detail/confidence_band.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>

namespace fealty::health::detail {

/// 1 / (1 + e^-x), also where that is very small.
inline double inverse_logit(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double odds = std::exp(x);
  return odds / (1 + odds);
}

template <class Model>
void require_fit(const char* who, const Model& model, const char* maker) {
  if (!model.fit)
    throw InvalidInput({.who = who,
                        .what = "model",
                        .where = {},
                        .value = "",
                        .rule = fmt::format("was not made by {}()", maker)});
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline LogisticPrediction predict_logistic(const LogisticModel& model, const Frame& attributes,
                                           const LogisticPredictionOptions& options) {
  const double width = survival::detail::band_width("predict_logistic", options.confidence);
  detail::require_fit("predict_logistic", model, "logistic");
  const detail::LogisticFit& fit = *model.fit;
  detail::FeatureRows rows("predict_logistic", attributes, fit.features, fit.mean, fit.scale);
  LogisticPrediction found;
  found.confidence = options.confidence;
  Eigen::VectorXd x(fit.beta.size());
  x[0] = 1;
  for (Eigen::Index row = 0; row < rows.x().rows(); ++row) {
    x.tail(x.size() - 1) = rows.x().row(row).transpose();
    const double predictor = fit.beta.dot(x), std_error = std::sqrt(x.dot(fit.covariance * x));
    found.row.push_back(row);
    found.probability.push_back(detail::inverse_logit(predictor));
    found.lower.push_back(detail::inverse_logit(predictor - width * std_error));
    found.upper.push_back(detail::inverse_logit(predictor + width * std_error));
    found.linear_predictor.push_back(predictor);
    found.std_error.push_back(std_error);
  }
  found.findings = rows.take_findings();
  return found;
}

}  // namespace fealty::health
