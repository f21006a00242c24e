// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of adoption_rate().
struct AdoptionRateOptions {
  std::string onboarded = "onboarded";                ///< milestone from which on time counts
  std::string adopted = "adopted";                    ///< milestone of adoption
  std::string churn = {};                             ///< milestone of leaving; or `lifetimes`
  std::optional<survival::Lifetimes> lifetimes = {};  ///< of customers, by days and accounts: the first end
                                                      ///< after onboarding is churn
  std::int32_t window_days = 90;                   ///< days since onboarding within which it counts, >= 0; a
                                                   ///< quarter, which is a choice and no standard
  Period period = Period::month;                   ///< cuts days of onboarding into cohorts
  std::int32_t fiscal_year_start = 1;              ///< first month of the fiscal year, 1 to 12
  std::optional<Date> as_of = {};                  ///< last day known; by default that of `lifetimes`, or
                                                   ///< the latest milestone
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes make groups
  std::vector<std::string> by = {};                ///< attributes whose values on that day make the groups
  double confidence = 0.95;                        ///< coverage of the interval, in (0, 1)
  std::int64_t small_base = 30;                    ///< cohorts of fewer accounts are flagged, >= 0
};

/// Adoption rates: a row for each group and period in which any account was onboarded. onboarded = adopted +
/// churned + missed + undecided.
struct AdoptionRate {
  IdColumn group;                      ///< of `by`, ascending, null last; only with `by`
  DateColumn period;                   ///< first day of the period of onboarding
  DateColumn period_end;               ///< last day
  std::vector<double> rate;            ///< adopted / onboarded, or, before its window has closed, an estimate
  std::vector<double> lower;           ///< Wilson's interval, or the band of the estimate, from
  std::vector<double> upper;           ///< to
  std::vector<std::uint8_t> complete;  ///< 1 where the window has closed; 0: `rate` is an estimate
  std::vector<std::int64_t> onboarded;   ///< accounts
  std::vector<std::int64_t> adopted;     ///< within the window
  std::vector<std::int64_t> churned;     ///< left within the window, and before
  std::vector<std::int64_t> missed;      ///< neither within the window, which has passed
  std::vector<std::int64_t> undecided;   ///< neither so far, and the window has not passed
  std::vector<std::uint8_t> small_base;  ///< 1 where few accounts were onboarded
  std::string start;                     ///< milestone from which on time counted
  std::string milestone;                 ///< milestone of adoption
  std::string churn;                     ///< milestone of leaving; empty where lifetimes, or nothing, told
  std::int32_t window_days = 0;          ///< days since onboarding within which it counted
  Period cohort = Period::month;         ///< how days of onboarding were cut into cohorts
  std::optional<Date> as_of = {};        ///< last day known; none for a table without rows
  bool as_of_inferred = false;           ///< it was not given
  double confidence = 0.95;              ///< coverage of the intervals
  std::int64_t total_onboarded = 0;      ///< of all rows that are complete
  std::int64_t total_adopted = 0;        ///< of all rows that are complete
  double total_rate = 0;                 ///< total_adopted / total_onboarded; NaN where none is complete
  double total_lower = 0;                ///< Wilson's interval of total_rate, from
  double total_upper = 0;                ///< to
  std::vector<Finding> findings = {};    ///< codes: as of time_to_value()

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.rate.empty()) f("group", self.group);
    f("period", self.period);
    f("period_end", self.period_end);
    f("rate", self.rate);
    f("lower", self.lower);
    f("upper", self.upper);
    f("complete", self.complete);
    f("onboarded", self.onboarded);
    f("adopted", self.adopted);
    f("churned", self.churned);
    f("missed", self.missed);
    f("undecided", self.undecided);
    f("small_base", self.small_base);
  }
};

/// The share of the accounts onboarded in a period which have adopted the product within a window of days.
///
/// It is counted and estimated as onboarding_rate() does: a share once the window has passed for the period's
/// last day, and before an estimate in which leaving competes. Customers x onboarding rate x adoption rate
/// are the successful ones, if both have the windows that one means.
///
/// \param milestones  as made by Milestones
/// \param options     which milestones, window, cohorts, groups
/// \returns           one row for each group and period with an onboarding
/// \throws InvalidInput  as value_lifetimes(); unless window_days and small_base are >= 0 and 0 < confidence
/// < 1;
///                       for a name of `by` that is no attribute
/// \see Wilson (1927), JASA 22:209-212, for the interval
AdoptionRate adoption_rate(const Milestones& milestones, const AdoptionRateOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_adoption_rate.hpp>
