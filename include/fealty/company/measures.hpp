// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/company.hpp>
#include <fealty/company/detail/measures_options.hpp>
#include <fealty/core/date.hpp>
#include <fealty/health/observations.hpp>

#include <vector>

namespace fealty::company {

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
