// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

/// Rows of usage that tests count by themselves too.
struct UsageRows {
  std::vector<std::string> account, user, event;  // a user without a name is null
  std::vector<std::int32_t> day;
  std::vector<double> value;

  std::size_t size() const { return account.size(); }
  fealty::adoption::Usage table(
      fealty::adoption::UserScope scope = fealty::adoption::UserScope::everywhere) const {
    fealty::Ids ids;
    std::vector<std::uint32_t> codes;
    for (const std::string& each : user) codes.push_back(each.empty() ? fealty::no_id : ids.encode(each));
    return fealty::adoption::Usage(
        {.account = account,
         .user = {std::move(codes), std::make_shared<const fealty::Ids>(std::move(ids))},
         .time = std::vector<std::int32_t>(day),
         .event = event,
         .value = value,
         .user_scope = scope});
  }
  /// The same rows in another order.
  UsageRows shuffled(std::uint64_t seed) const {
    std::vector<std::size_t> order(size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    fealty::detail::SplitMix64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
    UsageRows rows;
    for (const std::size_t i : order) {
      rows.account.push_back(account[i]);
      rows.user.push_back(user[i]);
      rows.event.push_back(event[i]);
      rows.day.push_back(day[i]);
      rows.value.push_back(value[i]);
    }
    return rows;
  }
};

/// Rows of a few accounts, some of whose users are users of others too, or have no name.
inline UsageRows random_usage(std::uint64_t seed, std::size_t rows, std::int32_t days = 120,
                              std::int32_t first = 19'000) {
  fealty::detail::SplitMix64 random(seed);
  UsageRows out;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint64_t account = random.next() % 6, user = random.next() % 5;
    const bool guest = random.next() % 8 == 0, nameless = random.next() % 20 == 0;
    out.account.push_back("A" + std::to_string(account));
    out.user.push_back(nameless ? ""
                       : guest  ? "guest" + std::to_string(user)
                                : "u" + std::to_string(account) + std::to_string(user));
    out.event.push_back(std::vector<std::string>{"login", "create", "share"}[random.next() % 3]);
    out.day.push_back(first + static_cast<std::int32_t>(random.next() % static_cast<std::uint64_t>(days)));
    out.value.push_back(static_cast<double>(random.next() % 5));
  }
  return out;
}
