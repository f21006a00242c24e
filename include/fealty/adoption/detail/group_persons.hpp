// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/persons.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/core/date.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The members by the ids of their accounts and users, an account itself after its users.
inline std::vector<std::uint32_t> members_by_id(const UsageData& data) {
  const std::vector<std::uint32_t> account = data.accounts->ranks();
  const std::vector<std::uint32_t> user = data.users ? data.users->ranks() : std::vector<std::uint32_t>{};
  const auto key = [&](std::uint32_t member) {
    const std::uint32_t id = data.user[member];
    return std::pair(account[data.account[member]], id == no_id ? no_id : user[id]);
  };
  std::vector<std::uint32_t> members(data.members());
  std::iota(members.begin(), members.end(), 0U);
  std::sort(members.begin(), members.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return members;
}

/// Calls f(group, members) for each person and each group that has accounts of it on a day.
template <class F>
void for_each_group_person(const UsageData& data, const UsageGroups& groups, Date day, F f) {
  const Persons persons(data);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> placed;  // group, member
  std::vector<std::uint32_t> together;
  for (std::size_t person = 0; person < persons.size(); ++person) {
    placed.clear();
    for (const std::uint32_t member : persons.members(person))
      placed.emplace_back(groups.of(data.account[member], day.days), member);
    std::sort(placed.begin(), placed.end());
    for (std::size_t i = 0; i < placed.size(); ++i) {
      together.push_back(placed[i].second);
      if (i + 1 < placed.size() && placed[i + 1].first == placed[i].first) continue;
      f(placed[i].first, std::span<const std::uint32_t>(together));
      together.clear();
    }
  }
}

/// The days of some members taken together, those of (after, last] alone.
inline void unite_days(const ActiveDays& days, std::span<const std::uint32_t> members, std::int32_t after,
                       std::int32_t last, std::vector<std::uint16_t>& united) {
  united.clear();
  for (const std::uint32_t member : members) {
    const auto within = days_within(days.of(member), after, last);
    united.insert(united.end(), within.begin(), within.end());
  }
  if (members.size() < 2) return;
  std::sort(united.begin(), united.end());
  united.erase(std::unique(united.begin(), united.end()), united.end());
}

/// In how many weeks, counted back from `last`, some of ascending days lie.
inline std::int64_t weeks_of(std::span<const std::uint16_t> days, std::int32_t last) {
  std::int64_t weeks = 0;
  for (std::size_t i = 0; i < days.size(); ++i)
    weeks += i == 0 || (last - days[i]) / 7 != (last - days[i - 1]) / 7 ? 1 : 0;
  return weeks;
}

}  // namespace fealty::adoption::detail
