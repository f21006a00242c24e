// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/points_scorecard.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

[[noreturn]] inline void refuse_points(const char* what, std::optional<std::int64_t> where, std::string value,
                                       std::string rule) {
  throw InvalidInput({.who = "points_scorecard",
                      .what = what,
                      .where = where,
                      .value = std::move(value),
                      .rule = std::move(rule)});
}

inline void check_points_options(std::size_t features, const PointsScorecardOptions& options) {
  check_points_scale("points_scorecard", options.pdo, options.base_points, options.base_odds);
  if (features == 0) refuse_points("evidence", {}, "", "is empty");
  if (options.coefficients.size() != features)
    refuse_points("coefficients", {}, fmt::format("{} numbers", options.coefficients.size()),
                  fmt::format("are not one for each of {} attributes", features));
  if (!std::isfinite(options.intercept))
    refuse_points("intercept", {}, fmt::format("{}", options.intercept), "is not a finite number");
  for (std::size_t i = 0; i < features; ++i)
    if (!std::isfinite(options.coefficients[i]))
      refuse_points("coefficients", static_cast<std::int64_t>(i), fmt::format("{}", options.coefficients[i]),
                    "is not a finite number");
}

/// Finite options may make points that are not.
inline void check_points(const PointsScorecard& out, double share) {
  if (!std::isfinite(out.offset))
    refuse_points("pdo", {}, fmt::format("{}", out.pdo), "makes points that are too large to compute with");
  if (!std::isfinite(share))
    refuse_points("intercept", {}, fmt::format("{}", out.intercept),
                  "makes points that are too large to compute with");
}

/// Adds the bins of one attribute.
///
/// \param share  of offset and intercept, in points
/// \param place  of the attribute among all
inline void add_points(PointsScorecard& out, const WeightOfEvidence& bins, double coefficient, double share,
                       std::size_t place) {
  const double factor = out.polarity == Polarity::lower_is_healthier ? -out.factor : out.factor;
  double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
  for (std::size_t i = 0; i < bins.kind.size(); ++i) {
    const double weight = bins.weight_of_evidence[i];
    const double points = share + factor * coefficient * weight;
    if (std::isinf(weight))
      refuse_points("evidence", static_cast<std::int64_t>(place), fmt::format("{}", weight),
                    fmt::format("is an infinite weight of evidence of {}", bins.feature));
    if (std::isnan(points) ? !std::isnan(weight) : std::isinf(points))
      refuse_points("coefficients", static_cast<std::int64_t>(place), fmt::format("{}", coefficient),
                    fmt::format("makes points of {} that are too large to compute with", bins.feature));
    out.feature.push_back(bins.feature);
    out.kind.push_back(bins.kind[i]);
    out.lower.push_back(bins.lower[i]);
    out.upper.push_back(bins.upper[i]);
    out.category.push_back(bins.category[i]);
    out.weight_of_evidence.push_back(bins.weight_of_evidence[i]);
    out.coefficient.push_back(coefficient);
    out.points.push_back(points);
    out.rounded_points.push_back(std::nearbyint(points));
    if (!std::isnan(points)) lowest = std::min(lowest, points), highest = std::max(highest, points);
  }
  out.lowest += lowest <= highest ? lowest : share;
  out.highest += lowest <= highest ? highest : share;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline PointsScorecard points_scorecard(const std::vector<WeightOfEvidence>& evidence,
                                        const PointsScorecardOptions& options) {
  detail::check_points_options(evidence.size(), options);
  PointsScorecard out;
  out.intercept = options.intercept;
  out.polarity = options.polarity;
  out.pdo = options.pdo;
  out.base_points = options.base_points;
  out.base_odds = options.base_odds;
  out.factor = options.pdo / std::log(2.0);
  out.offset = options.base_points - out.factor * std::log(options.base_odds);
  const double sign = options.polarity == Polarity::lower_is_healthier ? -1 : 1;
  const double share =
      (out.offset + sign * out.factor * options.intercept) / static_cast<double>(evidence.size());
  detail::check_points(out, share);
  for (std::size_t i = 0; i < evidence.size(); ++i)
    detail::add_points(out, evidence[i], options.coefficients[i], share, i);
  if (!std::isfinite(out.lowest) || !std::isfinite(out.highest))
    detail::refuse_points("coefficients", {}, fmt::format("{} numbers", evidence.size()),
                          "make scores that are too large to compute with");
  return out;
}

}  // namespace fealty::health
