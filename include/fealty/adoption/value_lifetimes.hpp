// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace fealty::adoption {

/// Settings of value_lifetimes().
struct ValueLifetimesOptions {
  std::string start = "signed";                       ///< milestone from which on time counts
  std::string value = "first_value";                  ///< milestone of the first value
  std::string churn = {};                             ///< milestone of leaving; or `lifetimes`
  std::optional<survival::Lifetimes> lifetimes = {};  ///< of customers, by days and accounts: the first end
                                                      ///< after the start is churn
  std::optional<Date> as_of = {};                     ///< last day known; by default that of `lifetimes`, or
                                                      ///< the latest milestone
  std::optional<revenue::Accounts> accounts = {};     ///< whose attributes make groups and covariates
  std::optional<Period> cohort = {};                  ///< cuts starts into cohorts: an attribute `cohort`
  std::int32_t fiscal_year_start = 1;                 ///< first month of the fiscal year, 1 to 12
};

/// The time from a start to the first value as lifetimes, which leaving may end before: for curves, tests and
/// models of survival.
///
/// Durations are days, 0 for what happens on the day of the start. What comes first ends the life: its cause
/// is `value` or `churn`, and on one day value comes before churn. Who has come to neither was last seen on
/// as_of (right-censored). Milestones after as_of are not known yet, and who starts after it is not there.
///
/// Left out, since they tell no time, are accounts whose value or churn comes before their start, and those
/// without a start; time_to_value() lists them. With neither `churn` nor `lifetimes`, accounts that left go
/// on waiting up to as_of: how many come to value by a day stays right, but who waits may never come.
///
/// Attributes are `account`; `start`, the day; `cohort`, the name of the period that holds it; and those of
/// the accounts table, as they were on the day of the start.
///
/// \param milestones  as made by Milestones
/// \param options     which milestones, as_of, attributes
/// \returns           one life for each account with a start, by account id
/// \throws InvalidInput  for names that are empty or the same; for both of `churn` and `lifetimes`, and for
///                       lifetimes without days or accounts, or that know less than as_of; unless as_of is
///                       from 1900 to 9999, the fiscal year starts in a month, and cohorts are at most
///                       65,535; when an attribute is called account, start or cohort
survival::Lifetimes value_lifetimes(const Milestones& milestones, const ValueLifetimesOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_value_lifetimes.hpp>
