// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/adoption/usage_unit.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

namespace detail {
struct GrowthSource;
}

/// Settings of growth_accounting().
struct GrowthAccountingOptions {
  std::vector<std::string> events = {};            ///< names that make a user active; by default every event
  std::vector<std::string> by = {};                ///< "account", or attributes whose values make the groups
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes they are
  Period every = Period::week;                     ///< how time is cut
  std::int32_t fiscal_year_start = 1;              ///< first month of the fiscal year, 1 to 12
  UsageUnit unit = UsageUnit::users;               ///< who is counted
  std::optional<Date> since = {};                  ///< first day known; by default the first with an event
  std::optional<Date> as_of = {};                  ///< last day known; by default the last with an event
};

/// Who is active, and how they came and went: a row for each group and period. In each row opening
/// + new_users + resurrected + entered - dormant - left = active, and active = new_users + resurrected
/// + entered + retained.
struct GrowthAccounting {
  Period every = Period::week;            ///< how time is cut
  UsageUnit unit = UsageUnit::users;      ///< who is counted
  std::optional<Date> since = {};         ///< first day known; none without rows
  std::optional<Date> as_of = {};         ///< last day known; none for a table without rows
  bool as_of_inferred = false;            ///< it was not given
  IdColumn group;                         ///< of `by`, ascending, null last; only with `by`
  DateColumn period;                      ///< first day
  DateColumn period_end;                  ///< last day
  std::vector<std::int64_t> opening;      ///< active in the period before
  std::vector<std::int64_t> new_users;    ///< active for the first time ever, in whichever group
  std::vector<std::int64_t> resurrected;  ///< active before, and nowhere in the period before
  std::vector<std::int64_t> entered;      ///< in the period before active in other groups alone
  std::vector<std::int64_t> dormant;      ///< active in the period before, and nowhere now
  std::vector<std::int64_t> left;         ///< active in the period before, and now in other groups alone
  std::vector<std::int64_t> active;       ///< active on any day of the period
  std::vector<std::int64_t> retained;     ///< active in the period before, and now
  std::vector<double> quick_ratio;       ///< (new_users + resurrected) / dormant; none when nobody is dormant
  std::vector<std::int64_t> known_days;  ///< days from `since` to the period; with 0, new users may be old
  std::vector<std::uint8_t> complete;    ///< 0 for a last period that as_of cuts short
  std::vector<Finding> findings = {};    ///< code: no_history
  std::shared_ptr<const detail::GrowthSource> source;  ///< for users_behind()

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.period.days.empty()) f("group", self.group);
    f("period", self.period);
    f("period_end", self.period_end);
    f("opening", self.opening);
    f("new_users", self.new_users);
    f("resurrected", self.resurrected);
    f("entered", self.entered);
    f("dormant", self.dormant);
    f("left", self.left);
    f("active", self.active);
    f("retained", self.retained);
    f("quick_ratio", self.quick_ratio);
    f("known_days", self.known_days);
    f("complete", self.complete);
  }
};

/// Splits the active users of each period by what they did before: new, retained, resurrected, and those who
/// went dormant.
///
/// A user is new once, in the period of the first event in the table, not of the first in a window: give all
/// the history that there is. Who came before `since` may look new then; the finding `no_history` lists the
/// periods that begin with it.
///
/// An account is in the group that it belongs to on a period's last day, as in active_users(). When it comes
/// into another, its users leave one group and enter the other: they are neither new nor dormant. A user of
/// accounts in several groups counts in each. Groups in which nobody is ever active have no rows.
///
/// \param usage    as made by Usage
/// \param options  events, groups, periods, who is counted, as_of
/// \returns        one row for each group and period, from that of `since` to that of as_of
/// \throws InvalidInput  for events, groups or days that cannot be, a since after as_of, more than 20,000,000
///                       rows
/// \see users_behind(), which opens each number
GrowthAccounting growth_accounting(const Usage& usage, const GrowthAccountingOptions& options = {});
/// The same of a state, whose events are those it was made for.
GrowthAccounting growth_accounting(const UsageDays& usage, const GrowthAccountingOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_growth_accounting.hpp>
