// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/cox_risk.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/new_lives.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival {

inline CoxRisk cox_risk(const CoxModel& model, const Frame& attributes, const CoxRiskOptions& options) {
  detail::require_baseline("cox_risk", model);
  const double z = detail::band_width("cox_risk", options.confidence);
  const detail::NewLives lives("cox_risk", *model.baseline, attributes);
  CoxRisk found;
  found.confidence = options.confidence;
  for (std::size_t row = 0; row < lives.size(); ++row) {
    const Eigen::VectorXd x = lives.x(row);
    const bool known = lives.stratum(row) != detail::NewLives::none;
    const double predictor = known ? lives.linear_predictor(row) : detail::nan;
    const double std_error =
        std::isnan(predictor) ? detail::nan : std::sqrt(x.dot(model.baseline->covariance * x));
    found.row.push_back(static_cast<std::int64_t>(row));
    found.linear_predictor.push_back(predictor);
    found.std_error.push_back(std_error);
    found.hazard_ratio.push_back(std::exp(predictor));
    found.lower.push_back(std::exp(predictor - z * std_error));
    found.upper.push_back(std::exp(predictor + z * std_error));
  }
  return found;
}

}  // namespace fealty::survival
