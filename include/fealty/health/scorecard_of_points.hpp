// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/points_scorecard.hpp>
#include <fealty/health/scorecard.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// Settings of scorecard_of_points().
struct ScorecardOfPointsOptions {
  std::string id = "points";      ///< the scorecard's name
  std::string version = {};       ///< which state of it
  std::int32_t decimals = 2;      ///< shown, 0 to 6
  std::vector<Band> bands = {};   ///< ascending; the last one ends where the scale does; by default one, "all"
};

/// A points scorecard as a Scorecard that sums, with one measure for each attribute: it scores, explains and
/// keeps history as any other.
///
/// A missing value has the points of its bin; where none was missing when the bins were made, a weight of
/// evidence of 0, which says nothing either way. The scale runs from the least to the most that can be
/// reached, in whole points.
///
/// \param points   as made by points_scorecard(), of attributes that are numbers
/// \param options  id, version, decimals, bands
/// \returns        the scorecard; its score is offset + factor * log odds of the healthy outcome
/// \throws InvalidInput  for attributes that are texts, since measures are numbers; for bins without weight;
///                       for points beyond -2,000 to 2,000, and for all that Scorecard refuses
Scorecard scorecard_of_points(const PointsScorecard& points, const ScorecardOfPointsOptions& options = {});

namespace detail {
/// The measures of a points scorecard, from the rows of each attribute.
class PointsMeasures {
 public:
  explicit PointsMeasures(const PointsScorecard& points) : points_(points) {
    std::size_t features = 0;
    for (std::size_t row = 0; row < points.feature.size(); ++row)
      if (begins(row)) ++features;
    sign_ = points.polarity == Polarity::lower_is_healthier ? -1 : 1;
    share_ = (points.offset + sign_ * points.factor * points.intercept) / static_cast<double>(features);
    for (std::size_t row = 0; row < points.feature.size(); ++row) add(row);
    for (Measure& each : measures_)
      if (each.transform.points.empty()) each.transform.points.push_back({.value = 0, .points = 0});
  }
  std::vector<Measure> take() { return std::move(measures_); }

 private:
  bool begins(std::size_t row) const { return row == 0 || points_.feature[row] != points_.feature[row - 1]; }
  void refuse(std::size_t row, const char* rule) const {
    throw InvalidInput({.who = "scorecard_of_points",
                        .what = points_.feature[row],
                        .where = {},
                        .value = {},
                        .rule = rule});
  }
  void add(std::size_t row) {
    if (begins(row)) {
      Measure measure{.id = points_.feature[row]};
      measure.transform.kind = TransformKind::weight_of_evidence;
      measure.transform.factor = sign_ * points_.factor * points_.coefficient[row];
      measure.transform.offset = share_;
      measure.transform.missing_evidence = 0;
      measures_.push_back(std::move(measure));
    }
    Transform& transform = measures_.back().transform;
    const double weight = points_.weight_of_evidence[row];
    if (points_.kind[row] == BinKind::category) refuse(row, "holds texts; a measure of a scorecard is a number");
    if (std::isnan(weight)) refuse(row, "has a bin without a weight of evidence");
    if (points_.kind[row] == BinKind::missing) transform.missing_evidence = weight;
    else transform.points.push_back({.value = upper(row), .points = weight});
  }
  /// What lies above the last end has the points of the last bin: any end above its lower one will do.
  double upper(std::size_t row) const {
    if (std::isfinite(points_.upper[row])) return points_.upper[row];
    const double lower = std::isfinite(points_.lower[row]) ? points_.lower[row] : 0;
    return std::max(lower + 1, std::nextafter(lower, std::numeric_limits<double>::max()));
  }

  const PointsScorecard& points_;
  double sign_ = -1, share_ = 0;
  std::vector<Measure> measures_;
};
}  // namespace detail

inline Scorecard scorecard_of_points(const PointsScorecard& points, const ScorecardOfPointsOptions& options) {
  ScorecardConfig config;
  config.id = options.id;
  config.version = options.version;
  config.decimals = options.decimals;
  config.combination = Combination::sum;
  config.scale_lower = std::floor(points.lowest);
  config.scale_upper = std::max(std::ceil(points.highest), config.scale_lower + 1);
  config.bands = options.bands.empty() ? std::vector<Band>{{.name = "all"}} : options.bands;
  config.bands.back().upper = config.scale_upper;
  config.measures = detail::PointsMeasures(points).take();
  return Scorecard(std::move(config));
}

}  // namespace fealty::health
