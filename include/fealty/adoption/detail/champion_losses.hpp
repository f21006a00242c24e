// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/champions.hpp>
#include <fealty/adoption/detail/core_work.hpp>
#include <fealty/adoption/detail/member_roles.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/ratio.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Finds the losses of champions.
class ChampionLosses {
 public:
  ChampionLosses(const Usage& usage, const ChampionOptions& options)
      : data_(usage.data()), options_(options), events_(who, data_, options.events, options.as_of),
        work_(data_, events_),
        roles_(who, data_, options.roles ? &options.roles->data() : nullptr, options.sponsor_roles) {
    check_champion_options(who, options);
    for (std::uint32_t account = 0; account < data_.accounts->size(); ++account) add_silences(account);
    if (known_as_of(data_, events_)) add_lost_roles();
  }

  ChampionEvents take() {
    ChampionEvents out;
    out.as_of = known_as_of(data_, events_);
    out.as_of_inferred = events_.as_of_inferred();
    out.window = options_.window;
    out.silent_days = options_.silent_days;
    note_unknown_users(who, data_, out.findings);
    const std::vector<std::uint32_t> account = accounts_.ranks(), user = users_.ranks();
    std::sort(losses_.begin(), losses_.end(), [&](const Loss& a, const Loss& b) {
      return std::tuple(account[a.account], user[a.user], a.date, a.kind) <
             std::tuple(account[b.account], user[b.user], b.date, b.kind);
    });
    std::vector<std::uint32_t> accounts, users, roles;
    for (const Loss& loss : losses_) {
      accounts.push_back(loss.account);
      users.push_back(loss.user);
      roles.push_back(loss.role);
      out.date.days.push_back(loss.date);
      out.kind.push_back(loss.kind);
      out.share.push_back(loss.share);
    }
    out.account = IdColumn(std::move(accounts), std::make_shared<const Ids>(std::move(accounts_)));
    out.user = IdColumn(std::move(users), std::make_shared<const Ids>(std::move(users_)));
    if (options_.roles) out.role = IdColumn(std::move(roles), options_.roles->data().roles);
    return out;
  }

 private:
  static constexpr const char* who = "champion_events";

  struct Loss {
    std::uint32_t account, user;  // codes of those that lost a champion
    std::int32_t date;            // since 1970-01-01
    ChampionEventKind kind;
    std::uint32_t role;
    double share;
  };

  static std::uint32_t code_in(Ids& ids, const Ids& other, std::uint32_t code) {
    return other.is_text() ? ids.encode(other.view(code)) : ids.encode(other.number(code));
  }

  /// The share of a member in the work of its account, in the window that ends on a day since day_zero.
  double share(std::uint32_t member, const AccountWork& account, std::int32_t day) const {
    return ratio(work_.actions(member, day - options_.window, day).value(),
                 account.actions(day - options_.window, day));
  }

  /// Looks at each stretch without use that is long enough.
  void add_silences(std::uint32_t account) {
    const std::vector<std::uint32_t> users = work_.users_of(account);
    if (users.empty()) return;
    const AccountWork all(work_, users);
    for (const std::uint32_t member : users) {
      const auto days = work_.days(member);
      for (std::size_t i = 0; i < days.size(); ++i) {
        const std::int32_t silent = days[i] + options_.silent_days;
        const std::int32_t next = i + 1 < days.size() ? days[i + 1] : events_.last() + 1;
        if (silent < next) add_silence(member, all, days[i]);
      }
    }
  }
  void add_silence(std::uint32_t member, const AccountWork& account, std::int32_t day) {
    const std::int32_t date = UsageData::day_zero + day;
    const auto active = days_within(work_.days(member), day - options_.window, day).size();
    if (static_cast<std::int64_t>(active) < options_.power_days) return;
    const double part = share(member, account, day);
    if (!(part >= options_.power_share) && !roles_.is_sponsor_on(member, date)) return;
    losses_.push_back({code_in(accounts_, *data_.accounts, data_.account[member]),
                       code_in(users_, *data_.users, data_.user[member]), date + options_.silent_days,
                       account.any(day, day + options_.silent_days) ? ChampionEventKind::went_silent
                                                                    : ChampionEventKind::silent_with_account,
                       roles_.role_on(member, date), part});
  }

  void add_lost_roles() {
    for (const MemberRoles::Person& person : roles_.persons()) {
      const RoleRow* last = nullptr;  // of the sponsor's rows that are known, the one that ends last
      for (const RoleRow& row : person.rows) {
        if (row.from > events_.as_of().days || row.from >= row.to || !roles_.is_sponsor(row.role)) continue;
        if (last != nullptr && last->to < row.from) add_lost_role(person, *last);
        if (last == nullptr || row.to >= last->to) last = &row;
      }
      if (last != nullptr && last->to <= events_.as_of().days) add_lost_role(person, *last);
    }
  }
  void add_lost_role(const MemberRoles::Person& person, const RoleRow& row) {
    const RoleData& roles = options_.roles->data();
    double part = std::numeric_limits<double>::quiet_NaN();
    if (person.member != no_id) {
      const auto users = work_.users_of(data_.account[person.member]);
      part = share(person.member, AccountWork(work_, users), row.to - 1 - UsageData::day_zero);
    }
    losses_.push_back({code_in(accounts_, *roles.accounts, row.account),
                       code_in(users_, *roles.users, row.user), row.to, ChampionEventKind::lost_role,
                       row.role, part});
  }

  const UsageData& data_;
  const ChampionOptions& options_;
  QualifyingEvents events_;
  CoreWork work_;
  MemberRoles roles_;
  Ids accounts_, users_;
  std::vector<Loss> losses_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline ChampionEvents champion_events(const Usage& usage, const ChampionOptions& options) {
  return detail::ChampionLosses(usage, options).take();
}

}  // namespace fealty::adoption
