// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/adoption/usage_sketch.hpp>
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

/// How distinct users were counted.
enum class DistinctCounting {
  exact,       ///< each once
  approximate  ///< by sketches, with a standard error
};
constexpr auto enum_names(DistinctCounting) {
  return std::array<std::string_view, 2>{"exact", "approximate"};
}

/// Settings of active_users().
struct ActiveUsersOptions {
  std::vector<std::string> events = {};  ///< names of events that count; empty: all
  std::vector<std::string> by = {};      ///< "account", or attributes of `accounts`; empty: all together
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes make groups
  std::int32_t window = 28;        ///< days of `mau`, 1 to 366; 28 holds each weekday four times
  Period every = Period::day;      ///< a row for the last day of each
  std::optional<Date> since = {};  ///< first day that is known; by default the first with an event
  std::optional<Date> as_of = {};  ///< last day that is known; by default the last with an event
  std::int32_t threads = 0;        ///< at most so many; 0 for all of the machine's
};

/// Distinct users in windows of days: for each group, ascending, a row for each date.
struct ActiveUsers {
  IdColumn group;                 ///< of `by`, ascending, null last; only with `by`
  DateColumn date;                ///< last day of the windows
  std::vector<std::int32_t> dau;  ///< users on the day
  std::vector<std::int32_t> wau;  ///< users on any of the 7 days up to it
  std::vector<std::int32_t> mau;  ///< users on any of the `window` days up to it
  std::vector<std::uint8_t>
      complete;                 ///< 1 where all of these days are known, 0 where a window begins earlier
  std::int32_t window = 28;     ///< days of `mau`
  Period every = Period::day;   ///< what the dates are last days of
  Date since = {};              ///< first day that is known
  Date as_of = {};              ///< last day that is known
  bool as_of_inferred = false;  ///< whether it is the last with an event
  DistinctCounting counting = DistinctCounting::exact;  ///< how users were counted
  double std_error = 0;                                 ///< of a count, relative to it; 0 for exact counts
  std::vector<Finding> findings = {};                   ///< codes: window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.date.days.empty()) f("group", self.group);
    f("date", self.date);
    f("dau", self.dau);
    f("wau", self.wau);
    f("mau", self.mau);
    f("complete", self.complete);
  }
};

/// Daily, weekly and monthly active users: how many were active on a day, in the 7 and in the `window` days
/// up to it.
///
/// Rows begin with the first day that is known and end with the last period that as_of has ended. An account
/// counts for the group that it is in on the row's date. In a group, a user of several accounts counts once.
///
/// \param usage    as made by Usage
/// \param options  events, groups, window, dates
/// \returns        for each group one row for each date
/// \throws InvalidInput  unless 1 <= window <= 366; for events and attributes that are not there, a since
/// after
///                       as_of, more than 65,535 dates, more than 2^31 rows, a negative number of threads
ActiveUsers active_users(const Usage& usage, const ActiveUsersOptions& options = {});
/// The same of a state, whose events are those it was made for.
ActiveUsers active_users(const UsageDays& usage, const ActiveUsersOptions& options = {});
/// The same of sketches, approximately: `std_error` tells how exactly. Sketches by account serve every `by`.
ActiveUsers active_users(const UsageSketch& usage, const ActiveUsersOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_active_users.hpp>
