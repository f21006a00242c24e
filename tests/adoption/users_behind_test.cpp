// SPDX-License-Identifier: MIT
#include <fealty/adoption/users_behind.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "usage_events.hpp"

using namespace fealty;
using adoption::growth_accounting;
using adoption::GrowthAccounting;
using adoption::GrowthAccountingOptions;
using adoption::GrowthCell;
using adoption::Usage;
using adoption::UsageUnit;
using adoption::users_behind;
using adoption::UsersBehind;

namespace {

constexpr std::array all_cells{GrowthCell::opening, GrowthCell::new_users, GrowthCell::resurrected,
                               GrowthCell::entered, GrowthCell::dormant,   GrowthCell::left,
                               GrowthCell::active,  GrowthCell::retained};

std::int64_t number(const GrowthAccounting& growth, std::size_t row, GrowthCell kind) {
  switch (kind) {
    case GrowthCell::opening:
      return growth.opening[row];
    case GrowthCell::new_users:
      return growth.new_users[row];
    case GrowthCell::resurrected:
      return growth.resurrected[row];
    case GrowthCell::entered:
      return growth.entered[row];
    case GrowthCell::dormant:
      return growth.dormant[row];
    case GrowthCell::left:
      return growth.left[row];
    case GrowthCell::active:
      return growth.active[row];
    case GrowthCell::retained:
      break;
  }
  return growth.retained[row];
}

/// Account and user of each row, as texts.
std::vector<std::pair<std::string, std::string>> who(const UsersBehind& behind) {
  std::vector<std::pair<std::string, std::string>> all;
  for (std::size_t i = 0; i < behind.account.size(); ++i)
    all.emplace_back(behind.account.text(i), behind.user.present() ? behind.user.text(i) : "");
  return all;
}

const Usage& example() {  // weeks 2024-W01 to W03; v is in two accounts, and B without a user in W03
  static const Usage usage({.account = std::vector<std::string>{"B", "A", "B", "A", "B", "A"},
                            .user = usage_events::ids({"v", "v", "w", "u", "", "u"}),
                            .time = std::vector<std::int32_t>{19723, 19724, 19725, 19731, 19737, 19738}});
  return usage;
}

}  // namespace

TEST_SUITE("adoption/users_behind") {
  TEST_CASE("who went dormant, with the account in which they were active and their days") {
    const auto growth = growth_accounting(example());
    const auto dormant = users_behind(growth, {.period = "2024-W02"});
    CHECK(who(dormant) == std::vector<std::pair<std::string, std::string>>{{"A", "v"}, {"B", "w"}});
    CHECK(dormant.first_day.days == std::vector<std::int32_t>{19723, 19725});
    CHECK(dormant.last_day.days == std::vector<std::int32_t>{19724, 19725});
    const auto active = users_behind(growth, {.period = "2024-01-17", .kind = GrowthCell::active});
    CHECK(who(active) == std::vector<std::pair<std::string, std::string>>{{"A", "u"}, {"B", "null"}});
    CHECK(active.first_day.days == std::vector<std::int32_t>{19731, 19737});
  }

  TEST_CASE("accounts have no user") {
    const auto growth = growth_accounting(example(), {.unit = UsageUnit::accounts});
    const auto back = users_behind(growth, {.period = "2024-W03", .kind = GrowthCell::resurrected});
    CHECK(who(back) == std::vector<std::pair<std::string, std::string>>{{"B", ""}});
    CHECK_FALSE(back.user.present());
    CHECK(back.last_day.days == std::vector<std::int32_t>{19737});
  }

  TEST_CASE("each number of random events is as many as stand behind it, and none stands there twice") {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
      const auto events = usage_events::at_random(seed, 300);
      const Usage usage = usage_events::table(events);
      for (const char* by : {"", "account", "plan"})
        for (const UsageUnit unit : {UsageUnit::users, UsageUnit::accounts}) {
          GrowthAccountingOptions options{
              .accounts = usage_events::accounts(), .every = Period::month, .unit = unit};
          if (*by != 0) options.by = {by};
          const auto growth = growth_accounting(usage, options);
          for (std::size_t row = 0; row < growth.active.size(); ++row)
            for (const GrowthCell kind : all_cells) {
              const auto behind =
                  users_behind(growth, {.period = to_string(Date{growth.period.days[row]}),
                                        .kind = kind,
                                        .group = growth.group.present() ? growth.group.text(row) : ""});
              CHECK(static_cast<std::int64_t>(behind.first_day.days.size()) == number(growth, row, kind));
              const auto found = who(behind);
              CHECK(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
                return std::pair(a.first, a.second == "null" ? "~" : a.second) <
                       std::pair(b.first, b.second == "null" ? "~" : b.second);
              }));
              std::set<std::string> units;
              for (const auto& [account, user] : found)
                units.insert(unit == UsageUnit::accounts || user == "null" ? "account " + account : user);
              CHECK(units.size() == found.size());
            }
        }
    }
  }

  TEST_CASE("who was active in a month is who the rows name") {
    const auto events = usage_events::at_random(8, 300);
    const auto growth = growth_accounting(usage_events::table(events), {.every = Period::month});
    for (std::size_t row = 0; row < growth.active.size(); ++row) {
      std::set<std::string> named, found;
      for (const auto& event : events)
        if (event.day >= growth.period.days[row] && event.day <= growth.period_end.days[row])
          named.insert(person(event));
      const auto behind = users_behind(
          growth, {.period = to_string(Date{growth.period.days[row]}), .kind = GrowthCell::active});
      for (const auto& [account, user] : who(behind))
        found.insert(user == "null" ? "account " + account : user);
      CHECK(found == named);
    }
  }

  TEST_CASE("nobody stands behind a number of the empty table, and one behind that of one row") {
    const Usage one({.account = std::vector<std::int64_t>{7}, .time = std::vector<std::int32_t>{-20000}});
    const auto growth = growth_accounting(one);
    const auto first = users_behind(growth, {.period = "1915-03-31", .kind = GrowthCell::new_users});
    CHECK(first.account.text(0) == "7");
    CHECK(first.last_day.days == std::vector<std::int32_t>{-20000});
    CHECK(users_behind(growth, {.period = "1915-03-31", .kind = GrowthCell::opening}).account.size() == 0);
    const Usage none({.account = std::vector<std::int64_t>{}, .time = std::vector<std::int32_t>{}});
    CHECK_THROWS_WITH_AS(users_behind(growth_accounting(none), {.period = "2024"}),
                         "users_behind: period = \"2024\" is not there; no day is known", InvalidInput);
  }

  TEST_CASE("bad options") {
    const auto growth = growth_accounting(example());
    CHECK_THROWS_WITH_AS(users_behind(growth, {.period = "2024-W04"}),
                         "users_behind: period = \"2024-W04\" is not one of 2024-W01 to 2024-W03",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(users_behind(growth, {.period = "2024-W01", .group = "A"}),
                         "users_behind: group = \"A\" is not there; all are together", InvalidInput);
    const auto grouped = growth_accounting(example(), {.by = {"account"}});
    CHECK_THROWS_WITH_AS(users_behind(grouped, {.period = "2024-W01"}),
                         "users_behind: group = \"\" is none of the 2 groups from A to B", InvalidInput);
    CHECK_THROWS_WITH_AS(users_behind(GrowthAccounting{}, {.period = "2024-W01"}),
                         "users_behind: growth is not made by growth_accounting()", InvalidInput);
  }
}
