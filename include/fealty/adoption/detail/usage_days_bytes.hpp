// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/id_bytes.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/core/bytes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

inline void write_usage(ByteWriter& to, const UsageData& data) {
  static const Ids none;
  to.write(data.first);
  to.write(data.last);
  write_ids(to, *data.accounts);
  write_ids(to, data.users ? *data.users : none);
  to.write_all(std::span<const std::uint32_t>(data.account));
  to.write_all(std::span<const std::uint32_t>(data.user));
  std::vector<std::uint32_t> days(data.members());  // of each member
  for (const std::uint32_t member : data.member.values()) ++days[member];
  to.write_all(std::span<const std::uint32_t>(days));
  to.write_all(data.day.values());
}

/// Whether members come in order, once each, and every account and user is one of some member's.
inline bool has_good_members(const UsageData& data) {
  std::vector<std::uint8_t> accounts(data.accounts->size()), users(data.users->size());
  if (data.user.size() != data.account.size()) return false;
  for (std::size_t i = 0; i < data.account.size(); ++i) {
    const std::uint32_t account = data.account[i], user = data.user[i];
    if (account >= accounts.size() || (user >= users.size() && user != no_id)) return false;
    if (i > 0 && std::pair(data.account[i - 1], data.user[i - 1]) >= std::pair(account, user)) return false;
    accounts[account] = 1;
    if (user != no_id) users[user] = 1;
  }
  return std::find(accounts.begin(), accounts.end(), 0) == accounts.end() &&
         std::find(users.begin(), users.end(), 0) == users.end();
}

inline MemberDays read_usage(ByteReader& from) {
  UsageData data;
  data.first = from.read<std::uint16_t>();
  data.last = from.read<std::uint16_t>();
  data.accounts = std::make_shared<const Ids>(read_ids(from));
  data.users = std::make_shared<const Ids>(read_ids(from));
  data.account = from.read_all<std::uint32_t>();
  data.user = from.read_all<std::uint32_t>();
  if (data.first > data.last) from.refuse("has a first day after its last");
  if (!has_good_members(data)) from.refuse("has users who are none");
  const auto counts = from.read_all<std::uint32_t>();
  const auto days = from.read_all<std::uint16_t>();
  if (counts.size() != data.members()) from.refuse("has columns of different lengths");
  std::vector<std::size_t> begin{0};
  for (const std::uint32_t count : counts) {
    if (count > days.size() - begin.back()) from.refuse("has columns of different lengths");
    for (std::size_t i = begin.back(); i < begin.back() + count; ++i)
      if (days[i] < data.first || days[i] > data.last || (i > begin.back() && days[i - 1] >= days[i]))
        from.refuse("has days out of order");
    begin.push_back(begin.back() + count);
  }
  if (begin.back() != days.size()) from.refuse("has columns of different lengths");
  MemberDays read;
  read.add(data,
           [&](std::size_t who) { return std::span(days).subspan(begin[who], begin[who + 1] - begin[who]); });
  return read;
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline std::vector<std::uint8_t> UsageDays::serialize() const {
  ByteWriter to("UsageDays", 1);
  detail::write_names(to, events_);
  to.write(static_cast<std::uint8_t>(scope_ ? 1 + static_cast<int>(*scope_) : 0));
  const Usage days = table();
  detail::write_usage(to, days.data());
  return to.take();
}

inline UsageDays UsageDays::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "UsageDays", 1);
  UsageDays state({.events = detail::read_names(from)});
  const auto scope = from.read<std::uint8_t>();
  if (scope > enum_names(UserScope{}).size()) from.refuse("has an unknown user_scope");
  state.days_ = detail::read_usage(from);
  from.finish();
  if ((scope == 0) != state.days_.is_empty()) from.refuse("has a user_scope and no user, or the reverse");
  if (scope > 0) state.scope_ = static_cast<UserScope>(scope - 1);
  return state;
}

}  // namespace fealty::adoption
