// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/score_plan.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::health::detail {

/// The points of the step in which a value lies; above the last one, the last one's.
inline double step_points(const std::vector<TransformPoint>& steps, BandRule rule, double value) {
  for (const TransformPoint& each : steps)
    if (rule == BandRule::upper_inclusive ? value <= each.value : value < each.value) return each.points;
  return steps.back().points;
}

/// The share of a reference that lies below a value, with half of those that are the same.
inline double percentile_rank(const std::vector<double>& sorted, double value) {
  const auto [below, above] = std::equal_range(sorted.begin(), sorted.end(), value);
  return (static_cast<double>(below - sorted.begin()) + static_cast<double>(above - sorted.begin())) / 2 /
         static_cast<double>(sorted.size());
}

/// What remains of the distance from neutral.
inline double decay_factor(const Measure& measure, double age) {
  if (measure.decay == Decay::linear) return std::max(0.0, 1 - age / *measure.validity_days);
  return measure.decay == Decay::half_life ? std::exp2(-age / *measure.half_life_days) : 1;
}

/// From values to points, for transforms that are not plain pieces.
class PointsOf {
 public:
  PointsOf(const ScorecardConfig& card, const PlanMeasure& plan)
      : card_(card), plan_(plan), reference_(plan.measure->transform.reference) {
    std::sort(reference_.begin(), reference_.end());
  }

  /// \param other  the target of a ratio, or the baseline of growth, where the measure has one
  /// \returns      NaN where there is no value, or nothing that it could be compared with
  double operator()(double value, double other) const {
    if (std::isnan(value)) return no_points;
    const double points = unlimited(value, other);
    return std::isnan(points) ? points : std::clamp(points, -plan_.limit, plan_.limit);
  }

 private:
  double unlimited(double value, double other) const {
    const Transform& transform = plan_.measure->transform;
    switch (transform.kind) {
      case TransformKind::bands:
        return step_points(transform.points, card_.band_rule, value);
      case TransformKind::piecewise:
      case TransformKind::z_score:
        return plan_.piecewise(value);
      case TransformKind::ratio: {
        const double target = transform.of.empty() ? transform.target.value_or(no_points) : other;
        if (!(target > 0)) return no_points;
        return std::clamp(value / target * transform.target_points, card_.scale_lower, card_.scale_upper);
      }
      case TransformKind::growth:
        return other > 0 ? plan_.piecewise(value / other - 1) : no_points;
      case TransformKind::percentile:
        return percentile_points(percentile_rank(reference_, value));
      case TransformKind::weight_of_evidence:
        return transform.offset + transform.factor * step_points(transform.points, card_.band_rule, value);
    }
    return no_points;
  }
  /// A measure that points the other way than the score has its best values at the bottom.
  double percentile_points(double rank) const {
    const Polarity way = plan_.measure->polarity.value_or(card_.polarity);
    return card_.scale_lower +
           (way == card_.polarity ? rank : 1 - rank) * (card_.scale_upper - card_.scale_lower);
  }

  const ScorecardConfig& card_;
  const PlanMeasure& plan_;
  std::vector<double> reference_;
};

}  // namespace fealty::health::detail
