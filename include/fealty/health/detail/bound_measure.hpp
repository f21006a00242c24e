// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/detail/score_points.hpp>

#include <string>

namespace fealty::health::detail {

/// A measure of a card, and what a table has of it.
struct BoundMeasure {
  const PlanMeasure* plan;
  const double* values;  // null where the table has none
  const double* ages;
  const double* other;  // a ratio's target, or a baseline
  PointsOf points;
};

inline BoundMeasure bind(const ScorePlan& card, const PlanMeasure& plan, const MeasureData& data) {
  const Measure& measure = *plan.measure;
  const auto values_of = [](const auto* found) {
    return found == nullptr ? nullptr : found->values.values().data();
  };
  const MeasureSeries* const series = data.find(measure.id);
  const std::string& other = measure.transform.of.empty() ? measure.transform.baseline : measure.transform.of;
  BoundMeasure out{&plan,
                   values_of(series),
                   nullptr,
                   other.empty() ? nullptr : values_of(data.find(other)),
                   {card.card(), plan}};
  if (measure.transform.baseline_days)
    if (const auto* found = data.find(measure.id, *measure.transform.baseline_days))
      out.other = found->values.values().data();
  if (series != nullptr && series->ages.present()) out.ages = series->ages.values().data();
  return out;
}

}  // namespace fealty::health::detail
