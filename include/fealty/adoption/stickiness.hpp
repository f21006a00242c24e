// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of stickiness().
struct StickinessOptions {
  std::vector<std::string> events = {};            ///< names that make a user active; by default every event
  std::vector<std::string> by = {};                ///< "account", or attributes whose values make the groups
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes they are
  std::int32_t window = 28;                        ///< days of MAU, 1 to 65,535; four whole weeks by default
  Period every = Period::day;                      ///< a row for the last day of each
  std::optional<Date> since = {};                  ///< first day known; by default the first with an event
  std::optional<Date> as_of = {};                  ///< last day known; by default the last with an event
};

/// How often active users come back, one row for each group and date.
struct Stickiness {
  std::optional<Date> as_of = {};       ///< last day known; none for a table without rows
  bool as_of_inferred = false;          ///< it was not given
  Date since = {};                      ///< first day known
  std::int32_t window = 28;             ///< days of MAU
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  DateColumn date;                      ///< last day of the window
  std::vector<double> stickiness;       ///< mean_dau / mau: from 1 / window to 1; none without active users
  std::vector<double> mean_dau;         ///< user_days / window
  std::vector<std::int64_t> mau;        ///< users who were active on any day of the window
  std::vector<std::int64_t> user_days;  ///< sum over the window's days of the users who were active then
  std::vector<std::uint8_t> complete;   ///< 0 where the window begins before `since`
  std::vector<Finding> findings = {};   ///< code: window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.date.days.empty()) f("group", self.group);
    f("date", self.date);
    f("stickiness", self.stickiness);
    f("mean_dau", self.mean_dau);
    f("mau", self.mau);
    f("user_days", self.user_days);
    f("complete", self.complete);
  }
};

/// Mean daily active users over a window / users who were active in it: on what share of the window's days an
/// active user came.
///
/// Each row looks back from its date: `window` days, of which the date is the last. A group holds the
/// accounts that belong to it on that date. A user of several accounts is one person where these are taken
/// together. Counts are exact, and divided once. A window that begins before the data counts the days that
/// are not known as days without use, and is marked.
///
/// \param usage    as made by Usage
/// \param options  events, groups, window, dates, as_of
/// \returns        for each group one row for each period that has ended by as_of, from that of `since` on
/// \throws InvalidInput  for events or groups that are not there; for days that cannot be, or a since after
/// as_of;
///                       unless 1 <= window <= 65,535
/// \see active_users(), which has the same MAU
Stickiness stickiness(const Usage& usage, const StickinessOptions& options = {});
/// The same of a state, whose events are those it was made for.
Stickiness stickiness(const UsageDays& usage, const StickinessOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_stickiness.hpp>
