// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/seats.hpp>
#include <fealty/company/company.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/health/observations.hpp>

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

/// Dated observations of accounts, by account, measure, date and value.
struct Measures {
  IdColumn account;                    ///< whose
  IdColumn measure;                    ///< what was measured
  std::vector<double> value;           ///< what came out
  DateColumn date;                     ///< from which day on it was known
  std::optional<Date> as_of = {};      ///< last day known; none without days
  std::vector<Finding> findings = {};  ///< codes: table_not_given, column_not_given, nothing_known_yet,
                                       ///< undated_attribute, users_unknown, window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("measure", self.measure);
    f("value", self.value);
    f("date", self.date);
  }
};

/// What is known of each account on a day, from all of a company's tables: what health scores are made of.
///
/// Measures of a state are those of the accounts that are customers on the day, and have its date: mrr,
/// tenure_days (subscriptions); days_to_renewal, up to the last end that is signed (contracts); active_users,
/// weekly_active_users, core_actions, features_used, breadth, active_days, days_since_use,
/// seat_utilization (usage); value_reached, stage_days, stage_stalled, in_onboarding, in_renewal
/// (milestones); days_since_touch, touch_overdue_days (touches); open_tickets, open_escalated_tickets,
/// tickets_opened, days_to_close, ticket_score (tickets); stalled_goals (goals). What happened has the date
/// on which it did, and is not left out for those who have left: days_to_value, champion_lost,
/// goal_attainment (the mean of an account's goals), the answers to surveys as nps, csat and ces, and the
/// table of observations as it is.
///
/// Who has no event, no ticket or no touch counts as 0 or from the first day as a customer. What has no base
/// is not there: the share of no seats, the days to close of no ticket. Nothing that is dated after the day
/// is looked at, and dates within a row that come later are not known: the measures are the same as those of
/// the tables as they were on that day. Columns without a date of their own cannot be taken back: a status of
/// subscriptions, whether a ticket was escalated (finding undated_attribute).
///
/// \param company  its tables, of which subscriptions have to be there
/// \param as_of    the day
/// \param options  windows, features, seats, tiers, names of milestones
/// \returns        one row for each account and measure, and for each of what happened
/// \throws InvalidInput  for a company without subscriptions, columns of another type than their table wants,
///                       what a table refuses, options and an as_of that cannot be, accounts that are texts
///                       in one table and integers in another
/// \throws Overflow      when an amount leaves 64 bits
Measures measures(const Company& company, Date as_of, const MeasuresOptions& options = {});

/// The same on several days: what measures() would have said on each, what happened once.
///
/// \param company  its tables
/// \param days     in any order; each once
/// \param options  as of measures()
/// \returns        the rows of all days
/// \throws InvalidInput, Overflow  as measures()
Measures measure_history(const Company& company, const std::vector<Date>& days,
                         const MeasuresOptions& options = {});

/// Measures as a table of observations, for scores.
///
/// \param measures  as made by measures() or measure_history()
/// \returns         one observation for each row
health::Observations observations(const Measures& measures);

}  // namespace fealty::company

#include <fealty/company/detail/make_measures.hpp>
