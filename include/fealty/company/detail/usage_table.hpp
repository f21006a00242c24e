// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The users of all accounts, in the order in which they are met. Accounts come one after the other.
class UserIds {
 public:
  std::uint32_t encode(std::int64_t account, std::size_t user) {
    if (account != account_) codes_.clear();
    account_ = account;
    if (user >= codes_.size()) codes_.resize(user + 1, no_id);
    if (codes_[user] == no_id)
      codes_[user] = ids_.encode(std::string_view(fmt::format("U-{:06}-{:02}", account + 1, user + 1)));
    return codes_[user];
  }
  SharedIds finish() && { return std::make_shared<const Ids>(std::move(ids_)); }

 private:
  Ids ids_;
  Codes codes_;  // of the present account's users
  std::int64_t account_ = -1;
};

/// Who may use the product on a day: users [first, count), the first of them the champion if there is one.
struct Team {
  std::int64_t first, count;
  bool champion;
};

inline Team team_on(const Life& life, std::int32_t day, std::int64_t seats) {
  Team team{0, 0, true};
  for (const SponsorGap& gap : life.sponsor_gaps)
    if (gap.lost <= day) {
      ++team.first;
      team.champion = gap.replaced <= day;
    }
  team.count = std::max(seats, team.first + 2);
  return team;
}

/// The champion three times in ten; otherwise a colleague, the earlier ones more often.
inline std::size_t draw_user(Random& random, const Team& team) {
  const bool champion = random.below(100) < champion_percent;
  const std::int64_t first = team.first + (team.champion ? 1 : 0), others = team.count - first;
  const std::int64_t share = random.below(1000);
  const std::int64_t colleague = first + others * share * random.below(1000) / 1'000'000;
  return static_cast<std::size_t>(champion && team.champion ? team.first : colleague);
}

/// The table `usage`.
class UsageTable {
 public:
  void append(const World& world, std::int64_t number, const Life& life, UserIds& users) {
    if (world.events_per_week_ppm == 0) return;
    Random random(world.seed, static_cast<std::uint64_t>(number), Stream::usage);
    const Sale& sale = life.sale;
    const std::int64_t trial_activity = 300 + sale.fit / 2;
    if (sale.trial_days > 0)
      append_days(world, random, number, life, {sale.created, sale.start, trial_activity, sale.seats}, users);
    for (const MonthRow& month : life.months)
      append_days(world, random, number, life, {month.start, month.end, month.activity, month.seats}, users);
  }

  Frame finish(const SharedIds& ids, const SharedIds& users) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account_), ids));
    frame.add("at", Timestamps{Column<std::int64_t>(std::move(at_))});
    frame.add("event", named_codes(std::move(event_), events));
    frame.add("user", IdColumn(std::move(user_), users));
    frame.add("value", Column<std::int64_t>(std::move(value_)));
    return frame;
  }

 private:
  struct Stretch {
    std::int32_t start, end;
    std::int64_t activity, seats;
  };
  struct Event {
    std::int64_t second;
    std::size_t event, user;
    std::int64_t value;
  };

  void append_days(const World& world, Random& random, std::int64_t number, const Life& life,
                   const Stretch& stretch, UserIds& users) {
    const std::int64_t weekly = world.events_per_week_ppm * segment_models[life.sale.segment].usage_percent /
                                100 * stretch.activity / normal_activity;
    for (std::int32_t day = stretch.start; day < std::min(stretch.end, world.until); ++day) {
      const auto weekday = static_cast<std::size_t>(fealty::detail::weekday_from_monday({day}));
      const std::int64_t sessions_ppm =
          weekly * weekday_shares[weekday] / 100 / 2;  // a session has two events
      const std::int64_t sessions =
          sessions_ppm / 1'000'000 + (random.chance(sessions_ppm % 1'000'000) ? 1 : 0);
      if (sessions == 0) continue;
      const Team team = team_on(life, day, stretch.seats);
      for (std::int64_t i = 0; i < sessions; ++i) add_session(random, life, day, team);
      write_day(number, day, users);
    }
  }

  void add_session(Random& random, const Life& life, std::int32_t day, const Team& team) {
    const std::size_t user = draw_user(random, team);
    const std::size_t kinds = life.adopted <= day ? event_shares.size() : events_before_adoption;
    const std::int64_t n = random.between(1, 3);
    std::int64_t second = 3600 * (region_first_hour[life.sale.region] + random.below(9));
    second += random.below(3600);
    for (std::int64_t i = 0; i < n; ++i) {
      const std::size_t event = i == 0 ? 0 : 1 + random.pick(std::span(event_shares).first(kinds));
      const std::int64_t value = event == 0 ? 1 : random.between(1, 10);
      today_.push_back({second, event, user, value});
      second = std::min<std::int64_t>(second + random.between(5, 600), 86'399);
    }
  }

  void write_day(std::int64_t number, std::int32_t day, UserIds& users) {
    std::stable_sort(today_.begin(), today_.end(),
                     [](const Event& a, const Event& b) { return a.second < b.second; });
    for (const Event& event : today_) {
      account_.push_back(code(number));
      at_.push_back((day * std::int64_t{86'400} + event.second) * 1'000'000);
      event_.push_back(code(event.event));
      user_.push_back(users.encode(number, event.user));
      value_.push_back(event.value);
    }
    today_.clear();
  }

  Codes account_, event_, user_;
  std::vector<std::int64_t> at_, value_;
  std::vector<Event> today_;  // reused from day to day
};

}  // namespace fealty::company::detail
