// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>

#include <vector>

namespace fealty::coverage {

/// The columns of a tier plan: one row for each tier, the highest first. What is null or left out is none.
struct TierPlanColumns {
  IdColumn tier;                          ///< its name
  Column<double> threshold = {};          ///< score from which on an account belongs to it, descending, >= 0;
                                          ///< the last takes every score below
  Column<double> cadence_days = {};       ///< an account is to be touched every so many days, whole, >= 1
  Column<double> accounts_per_csm = {};   ///< the most accounts that one CSM can have, whole, >= 1
  Column<double> onboarding_hours = {};   ///< from the account's first day on, within
  Column<double> onboarding_days = {};    ///< so many days, whole, >= 1
  Column<double> check_in_hours = {};     ///< every cadence_days
  Column<double> review_hours = {};       ///< every
  Column<double> review_days = {};        ///< so many days, whole, >= 1
  Column<double> renewal_hours = {};      ///< for each contract that ends, within
  Column<double> renewal_lead_days = {};  ///< so many days before, whole, >= 1
  IdColumn source = {};                   ///< where the row's numbers come from
};

/// A validated tier plan: which accounts a tier is for, how often they are touched, and what work they make.
///
/// Columns have NaN where there is none.
///
/// \throws InvalidInput  without a tier, on unequal lengths, a tier that is null or there twice, thresholds
/// that
///                       do not descend, days or accounts that are not whole numbers from 1 to 36,500, hours
///                       that are not from 0 to 10,000, hours without the days in which they fall
struct TierPlan {
  explicit TierPlan(const TierPlanColumns& columns);
  TierPlan() = default;

  IdColumn tier;                          ///< its name
  std::vector<double> threshold;          ///< score from which on an account belongs to it; 0 for the last
  std::vector<double> cadence_days;       ///< an account is to be touched every so many days
  std::vector<double> accounts_per_csm;   ///< the most accounts that one CSM can have
  std::vector<double> onboarding_hours;   ///< from the account's first day on, within
  std::vector<double> onboarding_days;    ///< so many days
  std::vector<double> check_in_hours;     ///< every cadence_days
  std::vector<double> review_hours;       ///< every
  std::vector<double> review_days;        ///< so many days
  std::vector<double> renewal_hours;      ///< for each contract that ends, within
  std::vector<double> renewal_lead_days;  ///< so many days before
  IdColumn source;                        ///< where the row's numbers come from

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("tier", self.tier);
    f("threshold", self.threshold);
    f("cadence_days", self.cadence_days);
    f("accounts_per_csm", self.accounts_per_csm);
    f("onboarding_hours", self.onboarding_hours);
    f("onboarding_days", self.onboarding_days);
    f("check_in_hours", self.check_in_hours);
    f("review_hours", self.review_hours);
    f("review_days", self.review_days);
    f("renewal_hours", self.renewal_hours);
    f("renewal_lead_days", self.renewal_lead_days);
    f("source", self.source);
  }
};

/// A plan of three tiers to begin with: high touch, low touch and tech touch.
///
/// Books on customer success name the three, and 5 to 15 accounts for each CSM of high touch; there are no
/// published standards for the rest. The hours are chosen so that they agree with that: 2 hours every two
/// weeks, 10 a quarter and 12 for a renewal are about 104 a year, 15 accounts of a CSM who has 30 of 40 hours
/// a week for accounts; of low touch about 24 a year and 60 accounts. Thresholds are amounts of US dollars a
/// year. The column source says which is which. Put your own numbers in their place.
///
/// \returns  one row for each tier
TierPlan default_tier_plan();

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_tier_plan.hpp>
