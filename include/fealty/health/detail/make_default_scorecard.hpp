// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/default_scorecard.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

namespace fealty::health::detail {

/// A measure whose points are linear between the given ones.
inline Measure default_measure(std::string id, std::string group, double weight, Polarity polarity,
                               std::initializer_list<TransformPoint> points, std::int32_t validity_days,
                               bool relationship = false) {
  Measure measure;
  measure.id = std::move(id);
  measure.group = std::move(group);
  measure.weight = weight;
  measure.polarity = polarity;
  measure.transform.points = points;
  measure.validity_days = validity_days;
  measure.relationship = relationship;
  return measure;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Scorecard default_scorecard() {
  constexpr Polarity more = Polarity::higher_is_healthier, less = Polarity::lower_is_healthier;
  ScorecardConfig config;
  config.id = "default";
  config.version = "1";
  config.bands = {{"red", 50, {}}, {"yellow", 75, {}}, {"green", 100, {}}};
  config.groups = {{"outcome", 50, {}}, {"experience", 50, {}}};
  config.measures = {
      detail::default_measure("seat_utilization", "outcome", 20, more,
                              {{0.1, 0, {}}, {0.5, 50, {}}, {0.8, 100, {}}}, 31),
      detail::default_measure("days_since_use", "outcome", 15, less,
                              {{2, 100, {}}, {14, 50, {}}, {42, 0, {}}}, 31),
      detail::default_measure("goal_attainment", "outcome", 10, more, {{0, 0, {}}, {1, 100, {}}}, 180),
      detail::default_measure("value_reached", "outcome", 5, more, {{0, 20, {}}, {1, 100, {}}}, 31),
      detail::default_measure("nps", "experience", 10, more, {{2, 0, {}}, {7, 50, {}}, {9, 100, {}}}, 180,
                              true),
      detail::default_measure("csat", "experience", 10, more, {{2, 0, {}}, {3, 40, {}}, {5, 100, {}}}, 180,
                              true),
      detail::default_measure("open_escalated_tickets", "experience", 15, less,
                              {{0, 100, {}}, {1, 40, {}}, {3, 0, {}}}, 31),
      detail::default_measure("days_since_touch", "experience", 5, less,
                              {{14, 100, {}}, {90, 30, {}}, {180, 0, {}}}, 31, true),
      detail::default_measure("payment_delay_days", "experience", 10, less,
                              {{0, 100, {}}, {15, 50, {}}, {45, 0, {}}}, 120)};
  config.exceptions = {{"sponsor_left", ExceptionEffect::cap, 70, 90, true}};
  return Scorecard(std::move(config));
}

}  // namespace fealty::health
