// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/owners.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/coverage/touches.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::coverage {

/// Settings of cadence() and of what follows from it.
struct CadenceOptions {
  std::optional<Date> as_of = {};                  ///< last day known; by default the latest in the tables
  std::vector<std::string> channels = {};          ///< whose touches count; all by default
  std::vector<std::string> directions = {};        ///< whose touches count; all by default
  std::optional<Owners> owners = {};               ///< who has the accounts
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes make groups
  std::vector<std::string> by = {};  ///< attributes whose values on as_of make the groups of a summary
};

/// How each account stands with the cadence of its tier, by account id: those that are customers on as_of.
struct Cadence {
  IdColumn account;                        ///< whose
  IdColumn tier;                           ///< on as_of
  IdColumn csm;                            ///< who has it on as_of; only with `owners`
  DateColumn start;                        ///< first day as a customer, without a gap since
  DateColumn last_touch;                   ///< null where there is none since then
  std::vector<std::int64_t> touches;       ///< since then
  std::vector<std::int64_t> days_since;    ///< from the last touch, or else from the start
  std::vector<double> cadence_days;        ///< of the tier; NaN for none
  DateColumn due;                          ///< the last day on which the next touch is in time; null for none
  std::vector<std::int64_t> overdue_days;  ///< days since then; 0 while it is in time
  std::vector<std::uint8_t> gap;           ///< 1 where it is overdue
  std::optional<Date> as_of = {};          ///< last day known; none for tables without rows
  bool as_of_inferred = false;             ///< it was not given
  std::string counted = {};                ///< which touches count
  std::vector<Finding> findings = {};      ///< codes: as_of_inferred, touch_of_no_tier

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("tier", self.tier);
    if (self.csm.present() || self.touches.empty()) f("csm", self.csm);
    f("start", self.start);
    f("last_touch", self.last_touch);
    f("touches", self.touches);
    f("days_since", self.days_since);
    f("cadence_days", self.cadence_days);
    f("due", self.due);
    f("overdue_days", self.overdue_days);
    f("gap", self.gap);
  }
};

/// How well each tier keeps its cadence on as_of: one row for each tier of the plan, in each group.
struct CoverageShare {
  IdColumn group;                           ///< of `by`, ascending, null last; only with `by`
  IdColumn tier;                            ///< in the order of the plan
  std::vector<std::int64_t> accounts;       ///< customers on as_of
  std::vector<std::int64_t> covered;        ///< of these: touched in time
  std::vector<std::int64_t> never_touched;  ///< of these
  std::vector<double> share;                ///< covered / accounts; NaN for none, or without a cadence
  std::vector<std::int64_t> overdue_days;   ///< of all of them
  std::optional<Date> as_of = {};           ///< last day known
  bool as_of_inferred = false;              ///< it was not given
  std::string counted = {};                 ///< which touches count

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.share.empty()) f("group", self.group);
    f("tier", self.tier);
    f("accounts", self.accounts);
    f("covered", self.covered);
    f("never_touched", self.never_touched);
    f("share", self.share);
    f("overdue_days", self.overdue_days);
  }
};

/// The stretches of days on which accounts were overdue, by account id and then by day: [start, end).
struct CoverageGaps {
  IdColumn account;                   ///< whose
  IdColumn tier;                      ///< on the first day
  DateColumn start;                   ///< the first day on which it was overdue
  DateColumn end;                     ///< the first on which it was not any more; null while it lasts
  std::vector<std::int64_t> days;     ///< how many there were, up to as_of
  std::vector<std::uint8_t> touched;  ///< 1 where a touch ended it; 0 where it lasts, or the tier changed, or
                                      ///< the account left
  std::optional<Date> as_of = {};     ///< last day known
  bool as_of_inferred = false;        ///< it was not given
  std::string counted = {};           ///< which touches count

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("tier", self.tier);
    f("start", self.start);
    f("end", self.end);
    f("days", self.days);
    f("touched", self.touched);
  }
};

/// Who moved first, by tier: three rows for each tier of the plan, in each group.
struct ResponseMix {
  IdColumn group;                      ///< of `by`, ascending, null last; only with `by`
  IdColumn tier;                       ///< on the day of the touch
  std::vector<Response> response;      ///< who moved first
  std::vector<std::int64_t> touches;   ///< that count, and say so
  std::vector<double> share;           ///< of those of the tier that say so
  std::vector<double> hours;           ///< they took, where that is told
  std::optional<Date> as_of = {};      ///< last day known
  bool as_of_inferred = false;         ///< it was not given
  std::string counted = {};            ///< which touches count
  std::vector<Finding> findings = {};  ///< code: response_not_told

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.share.empty()) f("group", self.group);
    f("tier", self.tier);
    f("response", self.response);
    f("touches", self.touches);
    f("share", self.share);
    f("hours", self.hours);
  }
};

/// When each account was last touched, and whether the next touch is overdue.
///
/// A touch is due `cadence_days` of the tier after the last one; an account that was never touched counts
/// from its first day as a customer, and one that came back from the day on which it did. A touch counts when
/// its channel and direction are among those asked for and its account has a tier on that day; the others are
/// listed by the finding touch_of_no_tier. What is dated after as_of is not known: a touch or a tier that
/// begins later is not there, and an end that comes later is open.
///
/// \param touches  validated rows
/// \param tiers    in which tier each account was, from when to when
/// \param plan     the cadence of each tier
/// \param options  as_of, which touches count, owners
/// \returns        one row for each account that has a tier on as_of
/// \throws InvalidInput  for a tier that the plan does not have, a plan without any cadence, a channel or
/// direction
///                       when touches have no such column, an as_of out of 1900 to 9999, `by` without
///                       accounts or with an attribute that they do not have
Cadence cadence(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                const CadenceOptions& options = {});

/// The share of each tier's accounts that were touched in time.
///
/// \param touches  validated rows
/// \param tiers    in which tier each account was, from when to when
/// \param plan     the cadence of each tier
/// \param options  as of cadence(), and groups
/// \returns        one row for each tier, in each group
/// \throws InvalidInput  as cadence()
CoverageShare coverage_share(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                             const CadenceOptions& options = {});

/// Every stretch of days on which an account was overdue: a health measure that has its dates.
///
/// An account is overdue on the days after the one on which its touch was due, by the tier of each day, up to
/// the day before the next touch.
///
/// \param touches  validated rows
/// \param tiers    in which tier each account was, from when to when
/// \param plan     the cadence of each tier
/// \param options  as of cadence()
/// \returns        one row for each stretch
/// \throws InvalidInput  as cadence()
CoverageGaps coverage_gaps(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                           const CadenceOptions& options = {});

/// The mix of reactive, proactive and predictive touches; without a column `response` there are no rows.
///
/// \param touches  validated rows
/// \param tiers    in which tier each account was, from when to when
/// \param plan     tells the tiers
/// \param options  as of cadence(), and groups
/// \returns        three rows for each tier, in each group
/// \throws InvalidInput  as cadence()
ResponseMix response_mix(const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
                         const CadenceOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_cadence.hpp>
