// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/owners.hpp>
#include <fealty/coverage/staff.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/revenue/contracts.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::coverage {

/// What accounts make work by.
enum class WorkKind {
  onboarding,  ///< in the first days of an account
  check_in,    ///< as the cadence of its tier asks
  review,      ///< business reviews
  renewal      ///< in the days before a contract ends
};
constexpr auto enum_names(WorkKind) {
  return std::array<std::string_view, 4>{"onboarding", "check_in", "review", "renewal"};
}

/// Settings of capacity(). The hours of a full-time CSM are assumptions: put your own in their place.
struct CapacityOptions {
  std::optional<Date> as_of = {};     ///< last day known; by default the latest in the tables
  std::int32_t weeks = 52;            ///< how many are planned, from the first Monday after, 1 to 520
  std::optional<Owners> owners = {};  ///< who has the accounts; nobody by default
  std::optional<Staff> staff = {};    ///< hours of each CSM; by default hours_per_week for each owner
  std::optional<revenue::Contracts> contracts = {};  ///< whose ends are renewals; no renewals by default
  double hours_per_week = 40;                        ///< of a full-time CSM, in (0, 168]; an assumption
  double overhead = 0.25;  ///< share of all hours that is not for accounts, in [0, 1); an assumption
};

/// The work by week, CSM, tier and kind; cells without work are left out.
struct CapacityDemand {
  DateColumn week;                    ///< its Monday
  IdColumn csm;                       ///< null for accounts that nobody has
  IdColumn tier;                      ///< in the order of the plan
  std::vector<WorkKind> kind;         ///< what for
  std::vector<std::int64_t> minutes;  ///< how much

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("week", self.week);
    f("csm", self.csm);
    f("tier", self.tier);
    f("kind", self.kind);
    f("minutes", self.minutes);
  }
};

/// Work against time of each CSM in each week, by week and CSM.
struct CapacityWorkload {
  DateColumn week;                              ///< its Monday
  IdColumn csm;                                 ///< null for accounts that nobody has, at the end
  std::vector<std::int64_t> demand_minutes;     ///< work
  std::vector<std::int64_t> supply_minutes;     ///< time for it
  std::vector<std::int64_t> shortfall_minutes;  ///< work beyond the time
  std::vector<double> utilization;              ///< demand / supply; NaN without supply

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("week", self.week);
    f("csm", self.csm);
    f("demand_minutes", self.demand_minutes);
    f("supply_minutes", self.supply_minutes);
    f("shortfall_minutes", self.shortfall_minutes);
    f("utilization", self.utilization);
  }
};

/// Work against time of each CSM in all weeks, by CSM.
struct CapacityCsms {
  IdColumn csm;                        ///< null for accounts that nobody has, at the end
  std::vector<std::int64_t> accounts;  ///< that they have on as_of
  std::vector<double> book_load;       ///< sum over tiers of accounts / accounts_per_csm: above 1 is too many
  std::vector<std::int64_t> demand_minutes;     ///< work
  std::vector<std::int64_t> supply_minutes;     ///< time for it
  std::vector<std::int64_t> shortfall_minutes;  ///< sum of that of the weeks
  std::vector<std::int64_t> weeks_over;         ///< in which there is more work than time
  std::vector<double> utilization;              ///< demand / supply; NaN without supply

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("csm", self.csm);
    f("accounts", self.accounts);
    f("book_load", self.book_load);
    f("demand_minutes", self.demand_minutes);
    f("supply_minutes", self.supply_minutes);
    f("shortfall_minutes", self.shortfall_minutes);
    f("weeks_over", self.weeks_over);
    f("utilization", self.utilization);
  }
};

/// Work against time of all CSMs together, week by week: as if work could go to whoever has time.
struct CapacityWeeks {
  DateColumn week;                               ///< its Monday
  std::vector<std::string> label;                ///< such as 2024-W52
  std::vector<std::int64_t> onboarding_minutes;  ///< work of this kind
  std::vector<std::int64_t> check_in_minutes;    ///< work of this kind
  std::vector<std::int64_t> review_minutes;      ///< work of this kind
  std::vector<std::int64_t> renewal_minutes;     ///< work of this kind
  std::vector<std::int64_t> demand_minutes;      ///< all work
  std::vector<std::int64_t> supply_minutes;      ///< time for it
  std::vector<std::int64_t> shortfall_minutes;   ///< work beyond the time
  std::vector<double> utilization;               ///< demand / supply; NaN without supply
  std::vector<std::int64_t> csms_over;           ///< CSMs with more work than time
  std::vector<std::int64_t> headcount_needed;    ///< full-time CSMs whose time is enough

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("week", self.week);
    f("label", self.label);
    f("onboarding_minutes", self.onboarding_minutes);
    f("check_in_minutes", self.check_in_minutes);
    f("review_minutes", self.review_minutes);
    f("renewal_minutes", self.renewal_minutes);
    f("demand_minutes", self.demand_minutes);
    f("supply_minutes", self.supply_minutes);
    f("shortfall_minutes", self.shortfall_minutes);
    f("utilization", self.utilization);
    f("csms_over", self.csms_over);
    f("headcount_needed", self.headcount_needed);
  }
};

/// How much work there is, and how many people it takes. More work than people is an answer: `feasible` is
/// false, and the shortfall says by how much.
struct Capacity {
  CapacityDemand demand;               ///< by week, CSM, tier and kind
  CapacityWorkload workload;           ///< by week and CSM
  CapacityCsms csms;                   ///< by CSM
  CapacityWeeks weeks;                 ///< by week
  std::optional<Date> as_of = {};      ///< last day known; none for tables without rows
  bool as_of_inferred = false;         ///< it was not given
  std::int64_t demand_minutes = 0;     ///< all work
  std::int64_t supply_minutes = 0;     ///< all time for it
  std::int64_t shortfall_minutes = 0;  ///< sum of that of the weeks
  std::int64_t weeks_over = 0;         ///< in which there is more work than time
  std::int64_t headcount = 0;          ///< CSMs who have time
  std::int64_t headcount_needed = 0;   ///< full-time CSMs whose time in all weeks is enough for all work
  std::int64_t peak_headcount = 0;     ///< full-time CSMs whose time is enough in each week
  bool feasible = true;                ///< no week has more work than time
  double hours_per_week = 0;           ///< as it was asked for
  double overhead = 0;                 ///< as it was asked for
  std::vector<Finding> findings = {};  ///< codes: as_of_inferred, contract_of_no_tier, csm_without_hours,
                                       ///< renewals_not_told, staff_assumed, unassigned_accounts
};

/// Plans the work that accounts make against the time that people have, week by week, since renewals cluster.
///
/// Each account that has a tier on as_of makes the work of that tier, as long as the plan reaches. Onboarding
/// is spread evenly over the days after its first one, check-ins and reviews over all days from then on, by
/// their cadence, and a renewal over the days before a contract ends. A contract that is known and has not
/// ended is taken to be renewed for as long as it ran, again and again; one that is followed by another
/// already makes no work, as told by the limits of retention::renewals(). Time is hours x (1 - overhead).
/// Work and time are whole minutes, so that all sums agree exactly: of cells, CSMs, weeks, tiers and kinds.
///
/// \param tiers    in which tier each account was, from when to when
/// \param plan     the work of each tier
/// \param options  weeks, owners, staff, contracts, hours of a full-time CSM
/// \returns        tables of the plan, and their sums
/// \throws InvalidInput  for a tier that the plan does not have, a plan without any hours, an as_of out of
/// 1900 to
///                       9989, unless 1 <= weeks <= 520, 0 < hours_per_week <= 168 and 0 <= overhead < 1
Capacity capacity(const TierSpans& tiers, const TierPlan& plan, const CapacityOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_capacity.hpp>
