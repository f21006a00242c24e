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

inline void check_points_options(std::size_t features, const PointsScorecardOptions& options) {
  constexpr const char* who = "points_scorecard";
  const auto refuse = [](const char* what, std::optional<std::int64_t> where, std::string value,
                         std::string rule) {
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = where,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  check_points_scale(who, options.pdo, options.base_points, options.base_odds);
  if (features == 0) refuse("evidence", {}, "", "is empty");
  if (options.coefficients.size() != features)
    refuse("coefficients", {}, fmt::format("{} numbers", options.coefficients.size()),
           fmt::format("are not one for each of {} attributes", features));
  if (!std::isfinite(options.intercept))
    refuse("intercept", {}, fmt::format("{}", options.intercept), "is not a finite number");
  for (std::size_t i = 0; i < features; ++i)
    if (!std::isfinite(options.coefficients[i]))
      refuse("coefficients", static_cast<std::int64_t>(i), fmt::format("{}", options.coefficients[i]),
             "is not a finite number");
}

/// Adds the bins of one attribute.
///
/// \param share  of offset and intercept, in points
inline void add_points(PointsScorecard& out, const WeightOfEvidence& bins, double coefficient, double share) {
  const double factor = out.polarity == Polarity::lower_is_healthier ? -out.factor : out.factor;
  double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
  for (std::size_t i = 0; i < bins.kind.size(); ++i) {
    const double points = share + factor * coefficient * bins.weight_of_evidence[i];
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
  for (std::size_t i = 0; i < evidence.size(); ++i)
    detail::add_points(out, evidence[i], options.coefficients[i], share);
  return out;
}

}  // namespace fealty::health
