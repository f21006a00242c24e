// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/feature_breadth.hpp>
#include <fealty/adoption/detail/group_persons.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/ratio.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/engagement.hpp>
#include <fealty/core/detail/double_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What the calculators of engagement begin with: who is active on which days, in which group.
class EngagementBase {
 public:
  EngagementBase(const char* who, const Usage& usage, const EngagementOptions& options)
      : who_(who), data_(usage.data()), options_(options), events_(who, data_, options.events, options.as_of),
        groups_(who, data_, options.by, options.accounts), days_(data_, events_) {
    require_days(who, "window", options.window);
  }

 protected:
  template <class Result>
  void begin(Result& out) const {
    out.as_of = known_as_of(data_, events_);
    out.as_of_inferred = events_.as_of_inferred();
    out.window = options_.window;
    if (data_.rows > 0)
      note_long_window(who_, std::min(*data_.first_day(), events_.as_of()), events_.as_of(), options_.window,
                       out.findings);
  }
  std::int32_t last() const { return events_.last(); }
  /// The last day before the window.
  std::int32_t after() const { return last() - options_.window; }
  bool in_window(std::size_t row) const { return data_.day[row] > after() && data_.day[row] <= last(); }
  double value(std::size_t row) const { return data_.value.present() ? data_.value[row] : 1; }
  std::uint32_t group_of(std::uint32_t account) const { return groups_.of(account, events_.as_of().days); }

  const char* who_;
  const UsageData& data_;
  const EngagementOptions& options_;
  QualifyingEvents events_;
  UsageGroups groups_;
  ActiveDays days_;
};

/// Engagement of groups.
class GroupEngagement : EngagementBase {
 public:
  GroupEngagement(const Usage& usage, const EngagementOptions& options)
      : EngagementBase("engagement", usage, options), sums_(groups_.count()) {
    if (options.entitlements && options.features.empty())
      throw InvalidInput({.who = who_,
                          .what = "features",
                          .where = {},
                          .value = "",
                          .rule = "is missing; entitlements need the names of the key features"});
    add_users();
    add_actions();
    if (!options.features.empty()) add_features();
  }

  Engagement take() {
    begin(out_);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 0; data_.rows > 0 && group < sums_.size(); ++group) {
      groups.push_back(group);
      add_row(sums_[group]);
    }
    out_.group = groups_.column(std::move(groups));
    return std::move(out_);
  }

 private:
  struct Sums {
    std::int64_t users = 0, weekly_users = 0, user_days = 0, days_of_7 = 0, weeks = 0, used = 0, entitled = 0;
    fealty::detail::DoubleSum actions = {};
  };

  void add_users() {
    std::vector<std::uint16_t> days;
    for_each_group_person(data_, groups_, events_.as_of(), [&](std::uint32_t group, const auto& members) {
      Sums& sums = sums_[group];
      unite_days(days_, members, after(), last(), days);
      sums.users += days.empty() ? 0 : 1;
      sums.user_days += static_cast<std::int64_t>(days.size());
      sums.weeks += weeks_of(days, last());
      unite_days(days_, members, last() - 7, last(), days);  // the window may be shorter than a week
      sums.weekly_users += days.empty() ? 0 : 1;
      sums.days_of_7 += static_cast<std::int64_t>(days.size());
    });
  }
  void add_actions() {
    const auto& names = options_.core_events.empty() ? options_.events : options_.core_events;
    const QualifyingEvents core = named_events(who_, "core_events", data_, names, options_.as_of);
    for (std::size_t row = 0; row < data_.rows; ++row)
      if (in_window(row) && core.keeps(row))
        sums_[group_of(data_.account[data_.member[row]])].actions.add(value(row));
  }
  void add_features() {
    FeatureBreadth breadth(data_, options_.features);
    for (std::size_t row = 0; row < data_.rows; ++row)
      if (in_window(row)) breadth.use(row);
    if (options_.entitlements)
      breadth.entitle(who_, options_.entitlements->data(), events_.as_of(), out_.findings);
    else
      for (std::uint32_t member = 0; member < data_.members(); ++member)
        if (!days_within(days_.of(member), after(), last()).empty()) breadth.entitle(data_.account[member]);
    breadth.for_each([&](std::uint32_t account, std::int64_t used, std::int64_t entitled) {
      Sums& sums = sums_[group_of(account)];
      sums.used += used;
      sums.entitled += entitled;
    });
  }
  void add_row(const Sums& sums) {
    out_.active_users.push_back(sums.users);
    out_.weekly_users.push_back(sums.weekly_users);
    out_.user_days.push_back(sums.user_days);
    out_.mean_days_of_7.push_back(ratio(sums.days_of_7, sums.weekly_users));
    out_.frequency.push_back(ratio(sums.user_days, sums.users));
    out_.weekly_frequency.push_back(ratio(sums.weeks, sums.users));
    out_.core_actions.push_back(sums.actions.value());
    out_.depth.push_back(ratio(sums.actions.value(), static_cast<double>(sums.user_days)));
    out_.features_used.push_back(sums.used);
    out_.features_entitled.push_back(sums.entitled);
    out_.breadth.push_back(ratio(sums.used, sums.entitled));
  }

  std::vector<Sums> sums_;
  Engagement out_;
};

/// Engagement of users.
class MemberEngagement : EngagementBase {
 public:
  MemberEngagement(const Usage& usage, const EngagementOptions& options)
      : EngagementBase("user_engagement", usage, options), counts_(data_.members()), sums_(data_.members()) {
    for (std::size_t row = 0; row < data_.rows; ++row) {
      if (!in_window(row) || !events_.keeps(row)) continue;
      ++counts_[data_.member[row]];
      sums_[data_.member[row]].add(value(row));
    }
  }

  UserEngagement take() {
    UserEngagement out;
    begin(out);
    std::vector<std::uint32_t> groups, accounts, users;
    for (const std::uint32_t member : members_by_id(data_)) {
      const auto days = days_.of(member), recent = days_within(days, after(), last());
      if (days.empty()) continue;
      groups.push_back(group_of(data_.account[member]));
      accounts.push_back(data_.account[member]);
      users.push_back(data_.user[member]);
      out.days_of_7.push_back(static_cast<std::int64_t>(days_within(days, last() - 7, last()).size()));
      out.active_days.push_back(static_cast<std::int64_t>(recent.size()));
      out.active_weeks.push_back(weeks_of(recent, last()));
      out.first_day.days.push_back(UsageData::day_zero + days.front());
      out.last_day.days.push_back(UsageData::day_zero + days.back());
      out.events.push_back(counts_[member]);
      out.value.push_back(sums_[member].value());
    }
    out.group = groups_.column(std::move(groups));
    out.account = IdColumn(std::move(accounts), data_.accounts);
    if (data_.users) out.user = IdColumn(std::move(users), data_.users);
    return out;
  }

 private:
  std::vector<std::int64_t> counts_;
  std::vector<fealty::detail::DoubleSum> sums_;
};

/// The power-user curves of groups.
class EngagementCurve : EngagementBase {
 public:
  EngagementCurve(const Usage& usage, const EngagementOptions& options)
      : EngagementBase("engagement_histogram", usage, options),
        users_(groups_.count() * static_cast<std::size_t>(options.window)) {
    std::vector<std::uint16_t> days;
    for_each_group_person(data_, groups_, events_.as_of(), [&](std::uint32_t group, const auto& members) {
      unite_days(days_, members, after(), last(), days);
      if (!days.empty()) ++users_[group * static_cast<std::size_t>(options_.window) + days.size() - 1];
    });
  }

  EngagementHistogram take() const {
    EngagementHistogram out;
    begin(out);
    std::vector<std::uint32_t> groups;
    const auto window = static_cast<std::size_t>(options_.window);
    for (std::size_t at = 0; data_.rows > 0 && at < users_.size(); at += window) {
      const std::span<const std::int64_t> users(users_.data() + at, window);
      const std::int64_t active = std::accumulate(users.begin(), users.end(), std::int64_t{0});
      for (std::size_t i = 0; i < window; ++i) {
        groups.push_back(static_cast<std::uint32_t>(at / window));
        out.days.push_back(static_cast<std::int64_t>(i + 1));
        out.users.push_back(users[i]);
        out.share.push_back(ratio(users[i], active));
      }
    }
    out.group = groups_.column(std::move(groups));
    return out;
  }

 private:
  std::vector<std::int64_t> users_;  // by group and number of days
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Engagement engagement(const Usage& usage, const EngagementOptions& options) {
  return detail::GroupEngagement(usage, options).take();
}
inline UserEngagement user_engagement(const Usage& usage, const EngagementOptions& options) {
  return detail::MemberEngagement(usage, options).take();
}
inline EngagementHistogram engagement_histogram(const Usage& usage, const EngagementOptions& options) {
  return detail::EngagementCurve(usage, options).take();
}

}  // namespace fealty::adoption
