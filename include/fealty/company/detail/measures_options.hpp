// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/seats.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::company {

/// Settings of measures() and measure_history(). Windows are choices of this library.
struct MeasuresOptions {
  std::int32_t usage_days = 28;    ///< days up to the day in which usage counts, 1 to 65,535: four weeks
  std::int32_t support_days = 90;  ///< days up to the day in which tickets count, >= 1: a quarter
  std::vector<std::string> features = {};     ///< events that are key features; by default every event
  std::optional<adoption::Seats> seats = {};  ///< paid for; by default the quantities of subscriptions
  std::vector<std::string> seat_plans = {};   ///< plans of subscriptions whose quantity are seats; by default
                                              ///< all
  std::optional<coverage::TierSpans> tiers = {};  ///< in which tier accounts were, for touch_overdue_days
  std::optional<coverage::TierPlan> plan = {};    ///< the cadence of each tier; with `tiers`
  std::string start_milestone = "signed";         ///< from which on days to value count
  std::string value_milestone = "first_value";    ///< of the first value
  std::vector<std::int32_t> csat_scale = {1, 5};  ///< lowest and highest CSAT score of surveys
  std::vector<std::int32_t> ces_scale = {1, 7};   ///< lowest and highest CES score of surveys
  std::string time_zone = "UTC";                  ///< in which times of usage become days
  std::string currency = {};                      ///< ISO 4217 code of amounts without a column currency
};

/// Dated observations of accounts, by account, measure, date, value and reason.
struct Measures {
  IdColumn account;                    ///< whose
  IdColumn measure;                    ///< what was measured
  std::vector<double> value;           ///< what came out
  DateColumn date;                     ///< from which day on it was known
  IdColumn reason = {};                ///< why, as the table of observations has it; null where none is told;
                                       ///< absent where none is told at all
  std::optional<Date> as_of = {};      ///< last day known; none without days
  std::vector<Finding> findings = {};  ///< codes: table_not_given, column_not_given, nothing_known_yet,
                                       ///< undated_attribute, users_unknown, window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("measure", self.measure);
    f("value", self.value);
    f("date", self.date);
    if (self.reason.present() || self.value.empty()) f("reason", self.reason);
  }
};

}  // namespace fealty::company
