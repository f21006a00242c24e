// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/goals.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <cmath>
#include <cstdint>
#include <optional>

namespace fealty::adoption::detail {

/// What is known of one goal, from its rows up to a day.
struct GoalState {
  std::uint32_t account = no_id, goal = no_id, unit = no_id;
  std::int32_t start = open, measured_on = open, progressed_on = open, due = open;
  double baseline = no_figure, target = no_figure, actual = no_figure;
  std::optional<std::int64_t> value_per_unit = {}, cost = {};
  bool target_changed = false, baseline_changed = false;

  /// An account without goals.
  GoalState() = default;
  /// \param first  of at least one row
  GoalState(const GoalRow* first, const GoalRow* end)
      : account(first->account), goal(first->goal), start(first->date), progressed_on(first->date),
        first_(first), end_(end) {
    for (const GoalRow* row = first; row != end; ++row) read(*row);
    double best = 0;
    for (const GoalRow* row = first; row != end; ++row)
      if (const double now = progress(row->actual); now > best) {
        best = now;
        progressed_on = row->date;
      }
  }

  bool has_target() const { return target != baseline && !std::isnan(target) && !std::isnan(baseline); }
  double attainment() const { return has_target() ? (actual - baseline) / (target - baseline) : no_figure; }
  /// How much of the way should have been made by a day; NaN without one by which it is due.
  double planned(Date as_of) const {
    if (due == open || start == open) return no_figure;
    if (as_of.days >= due) return 1;
    return static_cast<double>(as_of.days - start) /
           static_cast<double>(due - start);  // start <= as_of < due
  }
  /// What an actual is worth, in minor units.
  std::optional<std::int64_t> value_of(double at) const {
    if (!value_per_unit || std::isnan(progress(at))) return std::nullopt;
    const double value = std::nearbyint(static_cast<double>(*value_per_unit) * progress(at));
    if (!(std::abs(value) < 0x1p63))
      throw Overflow({"outcomes",
                      "value",
                      {},
                      fmt::format("{} x {}", *value_per_unit, progress(at)),
                      "is beyond 64 bits of minor units"});
    return static_cast<std::int64_t>(value);
  }
  /// Days to the first actual whose value covered the cost; NaN if none has.
  double payback_days() const {
    for (const GoalRow* row = first_; row != end_; ++row)
      if (const auto value = value_of(row->actual); value && cost && *value >= *cost)
        return static_cast<double>(row->date - start);
    return no_figure;
  }

 private:
  void read(const GoalRow& row) {
    if (row.unit != no_id) unit = row.unit;
    if (row.due != open) due = row.due;
    if (row.value_per_unit) value_per_unit = row.value_per_unit;
    if (row.cost) cost = row.cost;
    if (!std::isnan(row.baseline)) {
      if (std::isnan(baseline)) baseline = row.baseline;
      baseline_changed = baseline_changed || row.baseline != baseline;
    }
    if (!std::isnan(row.target)) {
      target_changed = target_changed || (!std::isnan(target) && row.target != target);
      target = row.target;
    }
    if (!std::isnan(row.actual)) {
      actual = row.actual;
      measured_on = row.date;
    }
  }
  double progress(double at) const { return target < baseline ? baseline - at : at - baseline; }

  const GoalRow* first_ = nullptr;
  const GoalRow* end_ = nullptr;
};

}  // namespace fealty::adoption::detail
