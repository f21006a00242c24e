// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/dated_measures.hpp>
#include <fealty/company/detail/day_measures.hpp>
#include <fealty/company/detail/measure_rows.hpp>
#include <fealty/company/detail/measured_tables.hpp>
#include <fealty/company/measures.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::company::detail {

inline void check_measures(const char* who, const std::vector<Date>& days, const MeasuresOptions& options) {
  for (const Date day : days)
    if (day.days < min_day || day.days > max_day)
      throw InvalidInput({who, "as_of", {}, to_string(day), "is not between 1900-01-01 and 9999-12-31"});
  const auto days_option = [&](const char* what, std::int32_t value, std::int32_t most, const char* rule) {
    if (value < 1 || value > most) throw InvalidInput({who, what, {}, fmt::format("{}", value), rule});
  };
  days_option("usage_days", options.usage_days, 0xffff, "is not a number of days from 1 to 65,535");
  days_option("support_days", options.support_days, max_day, "is not a number of days >= 1");
  if (options.tiers.has_value() != options.plan.has_value())
    throw InvalidInput(
        {who, options.tiers ? "plan" : "tiers", {}, "", "is missing; tiers and a plan go together"});
}

/// Says which tables would bring more.
inline void note_missing(const MeasuredTables& tables, MeasureRows& rows) {
  const auto missing = [&](bool there, const char* table, const char* brings) {
    if (!there)
      rows.note("table_not_given", Severity::information,
                fmt::format("there is no table {}; it would bring {}", table, brings));
  };
  missing(tables.contracts.has_value(), "contracts", "days_to_renewal, in_renewal");
  missing(tables.usage.has_value(), "usage",
          "active_users, weekly_active_users, core_actions, features_used, active_days, days_since_use, "
          "seat_utilization, champion_lost");
  missing(tables.milestones.has_value(), "milestones",
          "value_reached, days_to_value, stage_days, stage_stalled, in_onboarding, in_renewal");
  missing(tables.touches.has_value(), "touches", "days_since_touch, touch_overdue_days");
  missing(tables.tickets.has_value(), "tickets",
          "open_tickets, open_escalated_tickets, tickets_opened, days_to_close, ticket_score");
  missing(tables.surveys.has_value(), "surveys", "nps, csat, ces");
  missing(tables.goals.has_value(), "goals", "goal_attainment, stalled_goals");
  missing(tables.observations.has_value(), "observations", "whatever else was measured");
  if (!tables.seats)
    rows.note("column_not_given", Severity::information,
              "subscriptions have no column quantity; it would bring seat_utilization");
}

inline Measures make_measures(const char* who, const Company& company, std::vector<Date> days,
                              const MeasuresOptions& options) {
  check_measures(who, days, options);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const MeasuredTables tables(who, company, options);
  MeasureRows rows(who);
  note_missing(tables, rows);
  std::optional<GoalMeasures> goals;
  if (tables.goals) goals.emplace(*tables.goals, rows);
  for (const Date day : days) {
    DayMeasures(tables, options, day, rows).add();
    if (goals) goals->add(day);
  }
  if (!days.empty()) DatedMeasures(tables, options, days.back(), rows);
  if (tables.has_status && !days.empty() && tables.last_start && days.front() < *tables.last_start)
    rows.note("undated_attribute", Severity::warning,
              "subscriptions.status has no date of its own; before the last day of the subscriptions it may "
              "tell what came later");
  Measures out = rows.take();
  if (!days.empty()) out.as_of = days.back();
  return out;
}

}  // namespace fealty::company::detail

namespace fealty::company {

inline Measures measures(const Company& company, Date as_of, const MeasuresOptions& options) {
  return detail::make_measures("measures", company, {as_of}, options);
}

inline Measures measure_history(const Company& company, const std::vector<Date>& days,
                                const MeasuresOptions& options) {
  return detail::make_measures("measure_history", company, days, options);
}

inline health::Observations observations(const Measures& measures) {
  return health::Observations({.account = measures.account,
                               .measure = measures.measure,
                               .value = Column<double>(measures.value),
                               .date = Column<std::int32_t>(measures.date.days)});
}

}  // namespace fealty::company
