// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_futures.hpp>
#include <fealty/survival/detail/parametric_lives.hpp>
#include <fealty/survival/parametric_quantile.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival {

inline ParametricQuantiles parametric_quantile(const ParametricModel& model, const Frame& attributes,
                                               const ParametricQuantileOptions& options) {
  const double width = detail::band_width("parametric_quantile", options.confidence);
  for (const double p : options.probabilities)
    if (!(p > 0 && p < 1))
      throw InvalidInput({.who = "parametric_quantile",
                          .what = "probabilities",
                          .where = {},
                          .value = fmt::format("{}", p),
                          .rule = "is not in (0, 1)"});
  const detail::ParametricCurve& curve = detail::curve_of("parametric_quantile", model);
  const detail::ParametricLives lives("parametric_quantile", curve, attributes, options.given_age,
                                      options.given);
  ParametricQuantiles found;
  found.confidence = options.confidence;
  const auto put = [&](std::size_t row, double p, double time, double std_error) {
    const double ahead = time - lives.given(row), factor = std::exp(width * std_error / ahead);
    found.row.push_back(static_cast<std::int64_t>(row));
    found.probability.push_back(p);
    found.time.push_back(time);
    found.std_error.push_back(std_error);
    found.lower.push_back(lives.given(row) + ahead / factor);
    found.upper.push_back(lives.given(row) + ahead * factor);
  };
  detail::for_each_future(
      curve, lives,
      [&](std::size_t row, const auto& future, const detail::Forecast& passed) {
        for (const double p : options.probabilities) {
          const double time = future.age_at(passed.value + std::log1p(-p), lives.given(row));
          if (std::isnan(time)) {
            put(row, p, time, time);
            continue;
          }
          // What moves the log survival at an age moves the age by as much over the hazard.
          detail::Forecast there = future.log_survival(time);
          there.by_parameter -= passed.by_parameter;
          put(row, p, time, there.std_error(curve.covariance) / future.hazard(time));
        }
      },
      [&](std::size_t row) {
        for (const double p : options.probabilities) put(row, p, detail::nan, detail::nan);
      });
  return found;
}

}  // namespace fealty::survival
