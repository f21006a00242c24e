// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of points_odds(): what points mean. The defaults are a custom of the field.
struct PointsOddsOptions {
  double pdo = 20;           ///< points that double the odds, > 0
  double base_points = 600;  ///< points at which the odds are base_odds
  double base_odds = 50;     ///< of the healthy outcome to the other, > 0
};

/// What points mean, one row for each.
struct PointsOdds {
  std::vector<double> points;       ///< as given
  std::vector<double> odds;         ///< of the healthy outcome to the other
  std::vector<double> probability;  ///< of the healthy outcome: that an account stays

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("points", self.points);
    f("odds", self.odds);
    f("probability", self.probability);
  }
};

namespace detail {
inline void check_points_scale(const char* who, double pdo, double base_points, double base_odds) {
  const auto check = [who](const char* what, double value, bool good, const char* rule) {
    if (!good || !std::isfinite(value))
      throw InvalidInput(
          {.who = who, .what = what, .where = {}, .value = fmt::format("{}", value), .rule = rule});
  };
  check("pdo", pdo, pdo > 0, "is not a finite number above 0");
  check("base_points", base_points, true, "is not a finite number");
  check("base_odds", base_odds, base_odds > 0, "is not a finite number above 0");
}
}  // namespace detail

/// Odds and probabilities of points: odds = base_odds * 2^((points - base_points) / pdo).
///
/// \param points   of a points scorecard; NaN where there are none
/// \param options  pdo, base_points, base_odds
/// \returns        a row for each
/// \throws InvalidInput  for points that are infinite; unless pdo > 0 and base_odds > 0
/// \see Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling)
inline PointsOdds points_odds(const std::vector<double>& points, const PointsOddsOptions& options = {}) {
  detail::check_points_scale("points_odds", options.pdo, options.base_points, options.base_odds);
  PointsOdds out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (std::isinf(points[i]))
      throw InvalidInput({.who = "points_odds",
                          .what = "points",
                          .where = static_cast<std::int64_t>(i),
                          .value = fmt::format("{}", points[i]),
                          .rule = "is infinite"});
    const double log2_odds = std::log2(options.base_odds) + (points[i] - options.base_points) / options.pdo;
    out.points.push_back(points[i]);
    out.odds.push_back(std::exp2(log2_odds));
    out.probability.push_back(1 / (1 + std::exp2(-log2_odds)));
  }
  return out;
}

}  // namespace fealty::health
