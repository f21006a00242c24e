// SPDX-License-Identifier: MIT
// Rows of usage made by a formula or at random, and the columns they make in any order.
#pragma once

#include <fealty/adoption/usage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace usage_rows {

struct Row {
  std::int64_t account, user;
  std::int32_t day;
  std::string event;
  double value;
};

/// The 600 rows of data/engagement.py.
inline std::vector<Row> by_formula() {
  const std::vector<std::string> events{"login", "create", "share", "report"};
  std::vector<Row> rows;
  for (std::int64_t i = 0; i < 600; ++i) {
    const std::int64_t account = (i * i * 7 + i) % 11 % 5, user = 10 * account + (i * 13 + i / 7) % 9 % 6;
    rows.push_back({account, user, static_cast<std::int32_t>(19700 + (i * i * 3 + 11 * i) % 97 % 75),
                    events[static_cast<std::size_t>((i / 3 + i * i) % 4)], static_cast<double>(1 + i % 3)});
  }
  return rows;
}

/// Few accounts, users and days, so that much coincides; some users in several accounts.
inline std::vector<Row> at_random(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::int64_t>(random() % n); };
  const std::vector<std::string> events{"login", "create", "share", "report"};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t account = below(6);
    const std::int64_t user = below(8) == 0 ? 100 + below(3) : 10 * account + below(5);
    const auto day = static_cast<std::int32_t>(19700 + below(90));
    const auto event = static_cast<std::size_t>(below(4));
    rows.push_back({account, user, day, events[event], static_cast<double>(1 + below(4))});
  }
  return rows;
}

inline void shuffle(std::vector<Row>& rows, std::uint32_t seed) {
  std::mt19937 random(seed);
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random() % i]);
}

inline fealty::adoption::Usage table(const std::vector<Row>& rows) {
  std::vector<std::int64_t> account, user;
  std::vector<std::int32_t> day;
  std::vector<std::string> event;
  std::vector<double> value;
  for (const Row& row : rows) {
    account.push_back(row.account);
    user.push_back(row.user);
    day.push_back(row.day);
    event.push_back(row.event);
    value.push_back(row.value);
  }
  return fealty::adoption::Usage(
      {.account = account, .user = user, .time = day, .event = event, .value = value});
}

}  // namespace usage_rows
