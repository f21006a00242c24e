// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/revenue/contracts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::coverage {

/// Settings of capacity_what_if(); what capacity() has too means the same.
struct CapacityWhatIfOptions {
  std::vector<std::int64_t> headcounts;                      ///< numbers of full-time CSMs, >= 0
  std::vector<double> shares = {0.0, 0.25, 0.5, 0.75, 1.0};  ///< shares of accounts that are moved, in [0, 1]
  std::string move_from = {};                        ///< tier; by default the last but one of the plan
  std::string move_to = {};                          ///< tier; by default the last of the plan
  std::optional<Date> as_of = {};                    ///< last day known; by default the latest in the tables
  std::int32_t weeks = 52;                           ///< how many are planned, 1 to 520
  std::optional<revenue::Contracts> contracts = {};  ///< whose ends are renewals; no renewals by default
  double hours_per_week = 40;                        ///< of a full-time CSM, in (0, 168]; an assumption
  double overhead = 0.25;  ///< share of all hours that is not for accounts, in [0, 1); an assumption
};

/// One row for each number of CSMs and each share of accounts moved, and before them with `least` 1 the
/// fewest that make it feasible.
struct CapacityWhatIf {
  std::vector<std::int64_t> headcount;  ///< full-time CSMs
  std::vector<std::uint8_t> least;      ///< 1 for the smallest move that makes it feasible
  std::vector<double> share;            ///< of the accounts that can be moved; NaN where no move is enough
  std::vector<std::int64_t> moved;      ///< accounts; -1 where no move is enough
  std::vector<std::int64_t> demand_minutes;     ///< all work
  std::vector<std::int64_t> supply_minutes;     ///< all time for it
  std::vector<double> utilization;              ///< demand / supply; NaN without supply
  std::vector<std::int64_t> shortfall_minutes;  ///< sum over weeks of work beyond the time
  std::vector<std::int64_t> weeks_over;         ///< in which there is more work than time
  std::vector<std::int64_t> headcount_needed;   ///< CSMs whose time in all weeks is enough for all work
  std::vector<std::int64_t> peak_headcount;     ///< CSMs whose time is enough in each week
  std::vector<std::uint8_t> feasible;           ///< 1 where no week has more work than time
  std::string move_from = {};                   ///< the tier that accounts leave
  std::string move_to = {};                     ///< the tier that they come to
  std::int64_t movable = 0;                     ///< accounts in the first on as_of
  std::optional<Date> as_of = {};               ///< last day known
  bool as_of_inferred = false;                  ///< it was not given
  std::vector<Finding> findings = {};           ///< code: unknown_acv

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("headcount", self.headcount);
    f("least", self.least);
    f("share", self.share);
    f("moved", self.moved);
    f("demand_minutes", self.demand_minutes);
    f("supply_minutes", self.supply_minutes);
    f("utilization", self.utilization);
    f("shortfall_minutes", self.shortfall_minutes);
    f("weeks_over", self.weeks_over);
    f("headcount_needed", self.headcount_needed);
    f("peak_headcount", self.peak_headcount);
    f("feasible", self.feasible);
  }
};

/// What more people, or fewer accounts that a person touches, would change.
///
/// Accounts of one tier are moved to another, those with the lowest acv first, of equal ones the lowest id; a
/// share is rounded up to whole accounts. Work may go to whoever has time. For each number of CSMs the first
/// row is the smallest move after which no week has more work than time; where not even all accounts are
/// enough it says what moving all of them leaves.
///
/// \param tiers    in which tier each account was, from when to when, and their acv
/// \param plan     the work of each tier
/// \param options  numbers of CSMs, shares, and the settings of capacity()
/// \returns        one row for each number of CSMs, and for each of them and each share
/// \throws InvalidInput  as capacity(); for headcounts below 0, shares out of [0, 1], a tier that the plan
/// does not
///                       have, a plan with one tier, accounts none of which has an acv
CapacityWhatIf capacity_what_if(const TierSpans& tiers, const TierPlan& plan,
                                const CapacityWhatIfOptions& options);

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_capacity_what_if.hpp>
