// SPDX-License-Identifier: MIT
// Random events whose rows can be counted again, and the attributes of their accounts.
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace usage_events {

struct Event {
  std::string account, user;  // no user: the account's own
  std::int32_t day;
  std::string name;
};

inline std::string person(const Event& event) {
  return event.user.empty() ? "account " + event.account : event.user;
}

/// Few accounts and users over `days` days, so that much coincides; users u0 to u2 are in several accounts.
inline std::vector<Event> at_random(std::uint32_t seed, std::size_t count, std::int32_t days = 120) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::int32_t>(random() % n); };
  std::vector<Event> events;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string account(1, static_cast<char>('A' + below(6)));
    const std::int32_t kind = below(10);
    const std::string user = kind == 0  ? ""
                             : kind < 3 ? "u" + std::to_string(below(3))
                                        : account + std::to_string(below(9));
    const std::int32_t day = 19790 + below(static_cast<std::uint32_t>(days));
    events.push_back({account, user, day, below(3) == 0 ? "login" : "create"});
  }
  return events;
}

inline fealty::IdColumn ids(const std::vector<std::string>& texts) {  // no text: null
  fealty::Ids dictionary;
  std::vector<std::uint32_t> codes;
  for (const std::string& each : texts)
    codes.push_back(each.empty() ? fealty::no_id : dictionary.encode(each));
  return {std::move(codes), std::make_shared<const fealty::Ids>(std::move(dictionary))};
}

inline fealty::adoption::Usage table(const std::vector<Event>& events) {
  std::vector<std::string> account, user, name;
  std::vector<std::int32_t> day;
  for (const Event& event : events) {
    account.push_back(event.account);
    user.push_back(event.user);
    day.push_back(event.day);
    name.push_back(event.name);
  }
  return fealty::adoption::Usage(
      {.account = ids(account), .user = ids(user), .time = day, .event = ids(name)});
}

/// The plan of each account over time; F has none.
struct PlanRow {
  std::string account;
  std::int32_t from;
  std::string plan;
};
inline const std::vector<PlanRow>& plans() {
  static const std::vector<PlanRow> rows{{"A", 19700, "pro"},  {"B", 19700, "free"}, {"B", 19830, "pro"},
                                         {"C", 19700, "free"}, {"D", 19810, "pro"},  {"D", 19850, "free"},
                                         {"E", 19700, "pro"}};
  return rows;
}
inline std::string plan_on(const std::string& account, std::int32_t day) {
  std::string plan = "null";
  for (const PlanRow& row : plans())
    if (row.account == account && row.from <= day) plan = row.plan;
  return plan;
}
inline fealty::revenue::Accounts accounts() {
  std::vector<std::string> account, plan;
  std::vector<std::int32_t> from;
  for (const PlanRow& row : plans()) {
    account.push_back(row.account);
    from.push_back(row.from);
    plan.push_back(row.plan);
  }
  return fealty::revenue::Accounts(
      {.account = account, .valid_from = from, .attributes = {{"plan", fealty::IdColumn(plan)}}});
}

inline void shuffle(std::vector<Event>& events, std::uint32_t seed) {
  std::mt19937 random(seed);
  for (std::size_t i = events.size(); i > 1; --i) std::swap(events[i - 1], events[random() % i]);
}

}  // namespace usage_events
