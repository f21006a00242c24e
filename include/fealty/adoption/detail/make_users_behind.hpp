// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/growth_walk.hpp>
#include <fealty/adoption/users_behind.hpp>
#include <fealty/core/detail/find_period.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Finds who makes a number.
class CellOpener {
 public:
  CellOpener(const GrowthSource& source, const UsersBehindOptions& options)
      : data_(source.usage.data()), kind_(options.kind), walk_("users_behind", data_, source.options),
        period_(find_period(options.period)), group_(find_group(options.group)) {
    const bool before =
        kind_ == GrowthCell::opening || kind_ == GrowthCell::dormant || kind_ == GrowthCell::left;
    if (before && period_ == 0) return;
    seen_ = before ? period_ - 1 : period_;
    rank_ = data_.accounts->ranks();
    if (data_.users) user_rank_ = data_.users->ranks();
    walk_.each_change([&](std::size_t unit, UnitChange change, std::size_t period, std::uint32_t group) {
      if (group == group_ && is_of_cell(change, period)) add(unit);
    });
    std::sort(found_.begin(), found_.end());
  }

  UsersBehind take() const {
    UsersBehind out;
    std::vector<std::uint32_t> accounts, users;
    for (const Found& each : found_) {
      accounts.push_back(data_.account[each.member]);
      users.push_back(data_.user[each.member]);
      out.first_day.days.push_back(each.first_day);
      out.last_day.days.push_back(each.last_day);
    }
    out.account = IdColumn(std::move(accounts), data_.accounts);
    if (data_.users && walk_.units().are_users()) out.user = IdColumn(std::move(users), data_.users);
    return out;
  }

 private:
  struct Found {
    std::size_t account_rank, user_rank;
    std::uint32_t member;
    std::int32_t first_day, last_day;
    bool operator<(const Found& other) const {
      return std::tie(account_rank, user_rank) < std::tie(other.account_rank, other.user_rank);
    }
  };

  std::size_t find_period(const std::string& period) const {
    if (walk_.grid()) return fealty::detail::find_period("users_behind", *walk_.grid(), period);
    throw InvalidInput({.who = "users_behind",
                        .what = "period",
                        .where = {},
                        .value = "\"" + period + "\"",
                        .rule = "is not there; no day is known"});
  }
  std::uint32_t find_group(const std::string& group) const {
    const auto count = static_cast<std::uint32_t>(walk_.groups().count());
    std::vector<std::uint32_t> all(count);
    std::iota(all.begin(), all.end(), 0U);
    const IdColumn names = walk_.groups().column(std::move(all));
    if (!names.present() && group.empty()) return 0;
    for (std::uint32_t i = 0; names.present() && i < count; ++i)
      if (names.text(i) == group) return i;
    throw InvalidInput({.who = "users_behind",
                        .what = "group",
                        .where = {},
                        .value = "\"" + group + "\"",
                        .rule = names.present() ? fmt::format("is none of the {} groups from {} to {}", count,
                                                              names.text(0), names.text(count - 1))
                                                : "is not there; all are together"});
  }

  bool is_of_cell(UnitChange change, std::size_t period) const {
    const bool active = change != UnitChange::dormant && change != UnitChange::left;
    if (kind_ == GrowthCell::opening || kind_ == GrowthCell::active) return active && period == seen_;
    return period == period_ && kind_ == cell_of(change);
  }
  static GrowthCell cell_of(UnitChange change) {
    switch (change) {
      case UnitChange::new_users:
        return GrowthCell::new_users;
      case UnitChange::resurrected:
        return GrowthCell::resurrected;
      case UnitChange::entered:
        return GrowthCell::entered;
      case UnitChange::dormant:
        return GrowthCell::dormant;
      case UnitChange::left:
        return GrowthCell::left;
      case UnitChange::retained:
        break;
    }
    return GrowthCell::retained;
  }

  /// A unit, with the first of its accounts in which it was active then.
  void add(std::size_t unit) {
    const std::int32_t end = walk_.grid()->last_day(period_).days;
    Found found{data_.accounts->size(), 0, 0, max_day, min_day};
    for (const std::uint32_t member : walk_.units().members(unit))
      for (const std::uint16_t since : walk_.days().of(member)) {
        const std::int32_t day = UsageData::day_zero + since;
        found.first_day = std::min(found.first_day, day);
        if (day <= end) found.last_day = std::max(found.last_day, day);
        const std::size_t rank = rank_[data_.account[member]];
        const GrowthWalk::Seen seen = walk_.seen_on(member, since);
        if (rank < found.account_rank && seen.period == seen_ && seen.group == group_) {
          found.account_rank = rank;
          found.member = member;
        }
      }
    const std::uint32_t user = data_.user[found.member];
    found.user_rank = user == no_id ? user_rank_.size() : user_rank_[user];
    found_.push_back(found);
  }

  const UsageData& data_;
  GrowthCell kind_;
  GrowthWalk walk_;
  std::size_t period_;
  std::uint32_t group_;
  std::size_t seen_ = 0;                         // the period in which they were active
  std::vector<std::uint32_t> rank_, user_rank_;  // of each code
  std::vector<Found> found_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline UsersBehind users_behind(const GrowthAccounting& growth, const UsersBehindOptions& options) {
  if (!growth.source)
    throw InvalidInput({.who = "users_behind",
                        .what = "growth",
                        .where = {},
                        .value = "",
                        .rule = "is not made by growth_accounting()"});
  return detail::CellOpener(*growth.source, options).take();
}

}  // namespace fealty::adoption
