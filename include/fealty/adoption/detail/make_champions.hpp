// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/champions.hpp>
#include <fealty/adoption/detail/core_work.hpp>
#include <fealty/adoption/detail/group_persons.hpp>
#include <fealty/adoption/detail/member_roles.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/ratio.hpp>
#include <fealty/core/detail/double_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// A user's part in the work of an account in a window.
struct WorkShare {
  std::uint32_t member;
  double actions;
  std::int64_t days;
};
/// The users of an account who were active in a window, who did most first.
struct AccountShares {
  std::uint32_t account;
  std::vector<WorkShare> users;
  fealty::detail::DoubleSum actions, squares;
};

/// What champions() and champion_concentration() begin with.
class ChampionBase {
 public:
  ChampionBase(const char* who, const Usage& usage, const ChampionOptions& options)
      : who_(who), data_(usage.data()), options_(options), events_(who, data_, options.events, options.as_of),
        work_(data_, events_) {
    check_champion_options(who, options);
    if (data_.users) user_rank_ = data_.users->ranks();
  }

 protected:
  template <class Result>
  void begin(Result& out) const {
    out.as_of = known_as_of(data_, events_);
    out.as_of_inferred = events_.as_of_inferred();
    out.window = options_.window;
    note_unknown_users(who_, data_, out.findings);
    if (data_.rows > 0)
      note_long_window(who_, std::min(*data_.first_day(), events_.as_of()), events_.as_of(), options_.window,
                       out.findings);
  }
  std::int32_t last() const { return events_.last(); }

  /// Calls f(shares) for each account with an active user, by id.
  template <class F>
  void for_each_account(F f) const {
    for (const std::uint32_t account : data_.accounts->sorted()) {
      AccountShares shares{account, {}, {}, {}};
      for (const std::uint32_t member : work_.users_of(account)) {
        const auto days = days_within(work_.days(member), last() - options_.window, last());
        if (days.empty()) continue;
        const auto actions = work_.actions(member, last() - options_.window, last());
        shares.users.push_back({member, actions.value(), static_cast<std::int64_t>(days.size())});
      }
      if (shares.users.empty()) continue;
      std::sort(shares.users.begin(), shares.users.end(), [&](const WorkShare& a, const WorkShare& b) {
        return std::tuple(-a.actions, user_rank_[data_.user[a.member]]) <
               std::tuple(-b.actions, user_rank_[data_.user[b.member]]);
      });
      for (const WorkShare& each : shares.users) {
        shares.actions.add(each.actions);
        shares.squares.add_product(each.actions, each.actions);
      }
      f(shares);
    }
  }

  const char* who_;
  const UsageData& data_;
  const ChampionOptions& options_;
  QualifyingEvents events_;
  CoreWork work_;
  std::vector<std::uint32_t> user_rank_;
};

/// The rows of champions().
class ChampionRows : ChampionBase {
 public:
  ChampionRows(const Usage& usage, const ChampionOptions& options)
      : ChampionBase("champions", usage, options),
        roles_(who_, data_, options.roles ? &options.roles->data() : nullptr, options.sponsor_roles) {}

  Champions take() {
    Champions out;
    begin(out);
    std::vector<std::uint32_t> accounts, users, roles;
    for_each_account([&](const AccountShares& shares) {
      for (const WorkShare& each : shares.users) {
        accounts.push_back(shares.account);
        users.push_back(data_.user[each.member]);
        roles.push_back(roles_.role_on(each.member, events_.as_of().days));
      }
      add(shares, out);
    });
    out.account = IdColumn(std::move(accounts), data_.accounts);
    if (data_.users) out.user = IdColumn(std::move(users), data_.users);
    if (options_.roles) out.role = IdColumn(std::move(roles), options_.roles->data().roles);
    return out;
  }

 private:
  void add(const AccountShares& shares, Champions& out) const {
    const auto colleagues = static_cast<std::int64_t>(shares.users.size()) - 1;
    std::int64_t rank = 0;
    for (const WorkShare& each : shares.users) {
      const double share = ratio(each.actions, shares.actions.value());
      out.rank.push_back(++rank);
      out.actions.push_back(each.actions);
      out.share.push_back(share);
      out.active_days.push_back(each.days);
      out.colleagues.push_back(colleagues);
      out.streak_weeks.push_back(streak(each.member));
      out.power_user.push_back(share >= options_.power_share && each.days >= options_.power_days ? 1 : 0);
    }
  }
  std::int64_t streak(std::uint32_t member) const {
    const auto days = work_.days(member);
    std::int64_t weeks = 0;
    for (std::size_t i = days.size(); i-- > 0;) {
      const std::int64_t week = (last() - days[i]) / 7;
      if (week > weeks) break;
      weeks = week + 1;
    }
    return weeks;
  }

  MemberRoles roles_;
};

/// The rows of champion_concentration().
class ConcentrationRows : ChampionBase {
 public:
  ConcentrationRows(const Usage& usage, const ChampionOptions& options)
      : ChampionBase("champion_concentration", usage, options) {}

  ChampionConcentration take() {
    ChampionConcentration out;
    begin(out);
    out.key_person_share = options_.key_person_share;
    out.key_person_users = options_.key_person_users;
    std::vector<std::uint32_t> accounts, users;
    for_each_account([&](const AccountShares& shares) {
      accounts.push_back(shares.account);
      users.push_back(data_.user[shares.users.front().member]);
      add(shares, out);
    });
    out.account = IdColumn(std::move(accounts), data_.accounts);
    if (data_.users) out.top_user = IdColumn(std::move(users), data_.users);
    return out;
  }

 private:
  void add(const AccountShares& shares, ChampionConcentration& out) const {
    const double actions = shares.actions.value(), squares = shares.squares.value();
    const double top_share = ratio(shares.users.front().actions, actions);
    const double effective = ratio(actions * actions, squares);
    out.active_users.push_back(static_cast<std::int64_t>(shares.users.size()));
    out.actions.push_back(actions);
    out.top_share.push_back(top_share);
    out.herfindahl.push_back(ratio(squares, actions * actions));
    out.effective_users.push_back(effective);
    out.key_person.push_back(
        top_share >= options_.key_person_share || effective <= options_.key_person_users ? 1 : 0);
  }
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Champions champions(const Usage& usage, const ChampionOptions& options) {
  return detail::ChampionRows(usage, options).take();
}
inline ChampionConcentration champion_concentration(const Usage& usage, const ChampionOptions& options) {
  return detail::ConcentrationRows(usage, options).take();
}

}  // namespace fealty::adoption
