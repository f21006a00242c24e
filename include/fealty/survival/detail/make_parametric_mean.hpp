// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/parametric_forecast.hpp>
#include <fealty/survival/detail/parametric_futures.hpp>
#include <fealty/survival/detail/parametric_lives.hpp>
#include <fealty/survival/parametric_mean.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival {

namespace detail {
/// The share of a mean from an age on that lies beyond another age.
template <class Future>
double share_beyond(const Future& future, double mean, double from, double age) {
  if (age <= from) return 1;
  const double passed = future.log_survival(age).value;
  if (!std::isfinite(passed)) return 0;
  return std::exp(passed - future.log_survival(from).value) * future.mean(age).value / mean;
}
}  // namespace detail

inline ParametricMeans parametric_mean(const ParametricModel& model, const Frame& attributes,
                                       const ParametricMeanOptions& options) {
  const double width = detail::band_width("parametric_mean", options.confidence);
  const detail::ParametricCurve& curve = detail::curve_of("parametric_mean", model);
  const detail::ParametricLives lives("parametric_mean", curve, attributes, options.given_age, options.given);
  ParametricMeans found;
  found.confidence = options.confidence;
  const auto put = [&](std::size_t row, double mean, double std_error, double beyond) {
    const double factor = std::exp(width * std_error / mean);
    found.row.push_back(static_cast<std::int64_t>(row));
    found.mean.push_back(mean);
    found.std_error.push_back(std_error);
    found.lower.push_back(mean / factor);
    found.upper.push_back(mean * factor);
    found.beyond.push_back(beyond);
  };
  detail::for_each_future(
      curve, lives,
      [&](std::size_t row, const auto& future, const detail::Forecast&) {
        const detail::Forecast mean = future.mean(lives.given(row));
        if (std::isfinite(mean.value))
          put(row, mean.value, mean.std_error(curve.covariance),
              detail::share_beyond(future, mean.value, lives.given(row), curve.last_age));
        else put(row, detail::nan, detail::nan, detail::nan);
      },
      [&](std::size_t row) { put(row, detail::nan, detail::nan, detail::nan); });
  std::vector<std::int64_t> rows;
  double most = 0;
  for (std::size_t i = 0; i < found.row.size(); ++i) {
    if (!(found.beyond[i] >= 0.01)) continue;
    rows.push_back(found.row[i]);
    most = std::max(most, found.beyond[i]);
  }
  if (!rows.empty())
    found.findings.push_back(
        {"horizon_beyond_support", Severity::information, std::move(rows),
         fmt::format("parametric_mean: up to {:.0f}% of a mean is beyond the last life that "
                     "was seen, at {}: it is the model's",
                     100 * most, curve.last_age)});
  return found;
}

}  // namespace fealty::survival
