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

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::adoption {

/// When a user has returned.
enum class UsageRetentionKind {
  n_day,      ///< active on day N
  unbounded,  ///< active on day N or later, as far as is known
  bracket     ///< active on any day of an interval
};
constexpr auto enum_names(UsageRetentionKind) {
  return std::array<std::string_view, 3>{"n_day", "unbounded", "bracket"};
}

/// Settings of usage_retention().
struct UsageRetentionOptions {
  std::vector<std::string> events = {};  ///< names that make a user active; by default every event
  std::vector<std::string> start_events =
      {};                            ///< names of which the first starts a user; by default `events`
  std::vector<std::string> by = {};  ///< "account", or attributes whose values make the groups
  std::optional<revenue::Accounts> accounts = {};       ///< whose attributes they are
  UsageRetentionKind kind = UsageRetentionKind::n_day;  ///< when a user has returned
  std::vector<std::int32_t> days = {1, 7, 14,
                                    28};     ///< each N, or the first day of each interval, 0 to 65,535
  std::vector<std::int32_t> last_days = {};  ///< with `bracket`: the last day of each interval
  Period every = Period::week;               ///< the period of the start is the cohort
  std::int32_t fiscal_year_start = 1;        ///< first month of the fiscal year, 1 to 12
  UsageUnit unit = UsageUnit::users;         ///< who is counted
  double confidence = 0.95;                  ///< coverage of the intervals, in (0, 1)
  std::optional<Date> since = {};  ///< who started before is left out; by default the first day with an event
  std::optional<Date> as_of = {};  ///< last day known; by default the last with an event
};

/// Who came back: for each group and cohort a row for each interval, and then those of all cohorts together.
struct UsageRetention {
  UsageRetentionKind kind = UsageRetentionKind::n_day;  ///< when a user has returned
  Period every = Period::week;                          ///< the period of the start is the cohort
  UsageUnit unit = UsageUnit::users;                    ///< who is counted
  double confidence = 0.95;                             ///< coverage of the intervals
  std::optional<Date> since = {};                       ///< who started before is left out; none without rows
  std::optional<Date> as_of = {};                       ///< last day known; none for a table without rows
  bool as_of_inferred = false;                          ///< it was not given
  IdColumn group;                                       ///< of `by`, ascending, null last; only with `by`
  DateColumn cohort;                         ///< first day of its period; fealty::open for all together
  std::vector<std::int32_t> interval_start;  ///< first day, counted from the start, which is day 0
  std::vector<std::int32_t> interval_end;    ///< last day; absent where it is open
  std::vector<std::int64_t> started;         ///< users of the cohort
  std::vector<std::int64_t> eligible;        ///< of these, who were seen up to the interval's last day
  std::vector<std::int64_t> returned;        ///< of the eligible, who were active in the interval
  std::vector<double> rate;                  ///< returned / eligible; none without eligible users
  std::vector<double> lower;                 ///< Wilson's interval of it, from
  std::vector<double> upper;                 ///< to
  std::vector<std::uint8_t> complete;        ///< 0 where as_of cuts the interval short for some of the cohort
  std::vector<Finding> findings = {};        ///< codes: no_history, no_start

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    const bool none = self.started.empty();
    if (self.group.present() || none) f("group", self.group);
    f("cohort", self.cohort);
    f("interval_start", self.interval_start);
    if (self.kind != UsageRetentionKind::unbounded || none) f("interval_end", self.interval_end);
    f("started", self.started);
    f("eligible", self.eligible);
    f("returned", self.returned);
    f("rate", self.rate);
    f("lower", self.lower);
    f("upper", self.upper);
    f("complete", self.complete);
  }
};

/// Which share of those who started comes back, by the days since their start.
///
/// A user starts with the first event in the table (of `start_events`), on day 0. Days count from each user's
/// own start. The denominator has only those whose interval could be seen in whole: who started too lately
/// has neither returned nor stayed away. An unbounded interval has no end to wait for: who has had N days is
/// eligible, and may yet return.
///
/// For a start that is no use, such as a signature or an invitation, add it to the table as an event of its
/// own and name it in `start_events`: so those who never came are in the denominator. Who has no such event
/// has not started (finding `no_start`); what is done before the start does not count.
///
/// A user belongs to the group of the account on the day of the start, and stays there. In a group, a user of
/// several accounts counts once, with what is done in the group's accounts.
///
/// \param usage    as made by Usage
/// \param options  events, groups, intervals, cohorts, who is counted, as_of
/// \returns        by group, cohort and interval; cohorts without users have no rows
/// \throws InvalidInput  for events, groups or days that cannot be, a since after as_of, a confidence that is
///                       not in (0, 1), intervals that end before they start
/// \see Wilson (1927), JASA 22:209-212
UsageRetention usage_retention(const Usage& usage, const UsageRetentionOptions& options = {});
/// The same of a state, whose events are those it was made for.
UsageRetention usage_retention(const UsageDays& usage, const UsageRetentionOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_usage_retention.hpp>
