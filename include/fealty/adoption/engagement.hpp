// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/entitlements.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of engagement(), user_engagement() and engagement_histogram().
struct EngagementOptions {
  std::vector<std::string> events = {};            ///< names that make a user active; by default every event
  std::vector<std::string> by = {};                ///< "account", or attributes whose values make the groups
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes they are
  std::vector<std::string> core_events = {};       ///< what depth counts; by default `events`
  std::vector<std::string> features = {};          ///< events that are key features; none: no breadth
  std::optional<Entitlements> entitlements = {};   ///< who may use which; by default all of `features`
  std::int32_t window = 28;                        ///< days, 1 to 65,535; four whole weeks by default
  std::optional<Date> as_of = {};                  ///< last day known; by default the last with an event
};

/// How much each user uses, one row for each user of an account.
struct UserEngagement {
  std::optional<Date> as_of = {};         ///< last day known; none for a table without rows
  bool as_of_inferred = false;            ///< it was not given
  std::int32_t window = 28;               ///< days of the window, of which as_of is the last
  IdColumn group;                         ///< of `by`; only with `by`
  IdColumn account;                       ///< whose user
  IdColumn user;                          ///< null for the account itself; only where users are known
  std::vector<std::int64_t> days_of_7;    ///< L7: days active of the last 7
  std::vector<std::int64_t> active_days;  ///< days active of the window; L28 where it is 28
  std::vector<std::int64_t>
      active_weeks;                    ///< weeks of the window with an active day, counted back from as_of
  DateColumn first_day;                ///< first day active, ever
  DateColumn last_day;                 ///< last day active
  std::vector<std::int64_t> events;    ///< in the window
  std::vector<double> value;           ///< sum of their values
  std::vector<Finding> findings = {};  ///< code: window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.events.empty()) f("group", self.group);
    f("account", self.account);
    if (self.user.present() || self.events.empty()) f("user", self.user);
    f("days_of_7", self.days_of_7);
    f("active_days", self.active_days);
    f("active_weeks", self.active_weeks);
    f("first_day", self.first_day);
    f("last_day", self.last_day);
    f("events", self.events);
    f("value", self.value);
  }
};

/// How broadly, deeply and often groups use, one row for each.
struct Engagement {
  std::optional<Date> as_of = {};           ///< last day known; none for a table without rows
  bool as_of_inferred = false;              ///< it was not given
  std::int32_t window = 28;                 ///< days of the window, of which as_of is the last
  IdColumn group;                           ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> active_users;   ///< active in the window
  std::vector<std::int64_t> weekly_users;   ///< active in the last 7 days
  std::vector<std::int64_t> user_days;      ///< days active of the window, of all users
  std::vector<double> mean_days_of_7;       ///< L7: days active of the last 7, mean of weekly_users
  std::vector<double> frequency;            ///< L28: user_days / active_users
  std::vector<double> weekly_frequency;     ///< weeks of the window with an active day, mean of active_users
  std::vector<double> core_actions;         ///< sum of the values of core events
  std::vector<double> depth;                ///< core_actions / user_days
  std::vector<std::int64_t> features_used;  ///< key features used in the window, of all accounts
  std::vector<std::int64_t> features_entitled;  ///< key features that they may use
  std::vector<double> breadth;                  ///< features_used / features_entitled
  std::vector<Finding> findings = {};           ///< codes: window_longer_than_data, used_not_entitled,
                                                ///< entitled_without_usage

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.depth.empty()) f("group", self.group);
    f("active_users", self.active_users);
    f("weekly_users", self.weekly_users);
    f("user_days", self.user_days);
    f("mean_days_of_7", self.mean_days_of_7);
    f("frequency", self.frequency);
    f("weekly_frequency", self.weekly_frequency);
    f("core_actions", self.core_actions);
    f("depth", self.depth);
    f("features_used", self.features_used);
    f("features_entitled", self.features_entitled);
    f("breadth", self.breadth);
  }
};

/// The power-user curve: how many users were active on how many days.
struct EngagementHistogram {
  std::optional<Date> as_of = {};      ///< last day known; none for a table without rows
  bool as_of_inferred = false;         ///< it was not given
  std::int32_t window = 28;            ///< days of the window, of which as_of is the last
  IdColumn group;                      ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> days;      ///< active of the window, 1 to `window`
  std::vector<std::int64_t> users;     ///< who were active on so many
  std::vector<double> share;           ///< of the group's active users; none without any
  std::vector<Finding> findings = {};  ///< code: window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.days.empty()) f("group", self.group);
    f("days", self.days);
    f("users", self.users);
    f("share", self.share);
  }
};

/// How broadly, deeply and often users use at as_of.
///
/// Frequency is days (and weeks) per active user, depth core actions per active user and active day, breadth
/// key features used / entitled. A group holds the accounts that belong to it on as_of; a user of several is
/// one person where they are together. What has no base is NaN.
///
/// Breadth adds up accounts. Without entitlements, each account with an active user in the window may use all
/// of `features`; with them, each account that holds any of `features` on as_of counts, active or not, and
/// what it may not use does not count as used (finding used_not_entitled). Accounts that the usage does not
/// know belong to no group, and are left out (finding entitled_without_usage). Numbers of features are taken
/// as they are.
///
/// \param usage    as made by Usage
/// \param options  events, groups, core events, features, window, as_of
/// \returns        one row for each group
/// \throws InvalidInput  for events, groups or an as_of that cannot be; unless 1 <= window <= 65,535; for
///                       entitlements without features, or whose accounts are texts where those of the usage
///                       are integers
Engagement engagement(const Usage& usage, const EngagementOptions& options = {});

/// L7 and L28 of each user at as_of.
///
/// \param usage    as made by Usage
/// \param options  events, groups, window, as_of; the rest does not matter
/// \returns        one row for each user of an account who was ever active up to as_of, by account and user
/// id,
///                 the account itself last
/// \throws InvalidInput  as engagement()
UserEngagement user_engagement(const Usage& usage, const EngagementOptions& options = {});

/// The power-user curve at as_of: of the users active in a window, how many came on 1, 2, … of its days. A
/// smile has users for whom the product is part of the work; a slope down has visitors.
///
/// \param usage    as made by Usage
/// \param options  events, groups, window, as_of; the rest does not matter
/// \returns        one row for each group and number of days
/// \throws InvalidInput  as engagement()
EngagementHistogram engagement_histogram(const Usage& usage, const EngagementOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_engagement.hpp>
