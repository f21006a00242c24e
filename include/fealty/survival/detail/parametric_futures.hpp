// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_error.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_lives.hpp>
#include <fealty/survival/detail/parametric_piecewise_forecast.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>

namespace fealty::survival::detail {

/// Calls f(row, future, passed) for each life: what it has before it, and the log survival up to the age that
/// it has passed. Calls missing(row) where a covariate or the age is missing, or no life gets so old.
template <class F, class Missing>
void for_each_future(const ParametricCurve& model, const ParametricLives& lives, F f, Missing missing) {
  double shape = 0;
  for (const CurvePart& part : model.parts)
    if (part.which == shape_part) shape = model.theta[part.first];
  const ErrorDistribution error(model.form.distribution, shape);
  const auto tell = [&](std::size_t row, const auto& future) {
    const Forecast passed = future.log_survival(lives.given(row));
    if (std::isfinite(passed.value)) f(row, future, passed);
    else missing(row);
  };
  for (std::size_t row = 0; row < lives.size(); ++row) {
    const Eigen::VectorXd x = lives.x(row);
    if (std::isnan(lives.given(row)) || x.hasNaN()) missing(row);
    else if (model.form.piecewise()) tell(row, PiecewiseForecast(model, x));
    else tell(row, AcceleratedForecast(model, error, x));
  }
}

}  // namespace fealty::survival::detail
