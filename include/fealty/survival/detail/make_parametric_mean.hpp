// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_futures.hpp>
#include <fealty/survival/detail/parametric_lives.hpp>
#include <fealty/survival/parametric_mean.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival {

inline ParametricMeans parametric_mean(const ParametricModel& model, const Frame& attributes,
                                       const ParametricMeanOptions& options) {
  const double width = detail::band_width("parametric_mean", options.confidence);
  const detail::ParametricCurve& curve = detail::curve_of("parametric_mean", model);
  const detail::ParametricLives lives("parametric_mean", curve, attributes, options.given_age, options.given);
  ParametricMeans found;
  found.confidence = options.confidence;
  const auto put = [&](std::size_t row, double mean, double std_error) {
    const double factor = std::exp(width * std_error / mean);
    found.row.push_back(static_cast<std::int64_t>(row));
    found.mean.push_back(mean);
    found.std_error.push_back(std_error);
    found.lower.push_back(mean / factor);
    found.upper.push_back(mean * factor);
  };
  detail::for_each_future(
      curve, lives,
      [&](std::size_t row, const auto& future, const detail::Forecast&) {
        const detail::Forecast mean = future.mean(lives.given(row));
        if (std::isfinite(mean.value)) put(row, mean.value, mean.std_error(curve.covariance));
        else put(row, detail::nan, detail::nan);
      },
      [&](std::size_t row) { put(row, detail::nan, detail::nan); });
  return found;
}

}  // namespace fealty::survival
