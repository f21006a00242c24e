// SPDX-License-Identifier: MIT
#include <fealty/adoption/active_users.hpp>

#include "adoption/random_usage.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;

namespace {

using Counts = std::array<std::int64_t, 3>;
using Cells = std::map<std::pair<std::string, std::int32_t>, Counts>;  // by group and date

/// Plans that accounts A0 to A4 have, the second of them from a day on; A5 is not in the table.
revenue::Accounts plans() {
  return revenue::Accounts(
      {.account = std::vector<std::string>{"A0", "A1", "A2", "A3", "A4", "A0", "A3"},
       .valid_from = std::vector<std::int32_t>{18'000, 18'000, 18'000, 18'000, 18'000, 19'050, 19'077},
       .attributes = {
           {"plan", std::vector<std::string>{"pro", "free", "pro", "free", "team", "free", "team"}}}});
}
std::string plan_on(const std::string& account, std::int32_t day) {
  if (account == "A0") return day < 19'050 ? "pro" : "free";
  if (account == "A3") return day < 19'077 ? "free" : "team";
  const std::map<std::string, std::string> others{{"A1", "free"}, {"A2", "pro"}, {"A4", "team"}};
  return others.count(account) == 0 ? "null" : others.at(account);
}

/// Counts with sets: nothing of how the library does it.
struct Recount {
  const UsageRows& rows;
  ActiveUsersOptions options;
  bool one_person_everywhere = true;

  std::string group(const std::string& account, std::int32_t date) const {
    if (options.by.empty()) return "";
    return options.by[0] == "account" ? account : plan_on(account, date);
  }
  std::string person(std::size_t row) const {
    if (rows.user[row].empty()) return "the account " + rows.account[row];
    return one_person_everywhere ? rows.user[row] : rows.account[row] + "/" + rows.user[row];
  }
  Counts at(const std::string& of, std::int32_t date) const {
    const std::array<std::int32_t, 3> windows{1, 7, options.window};
    Counts counts{};
    for (std::size_t w = 0; w < 3; ++w) {
      std::set<std::string> people;
      for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.day[row] <= date && rows.day[row] > date - windows[w] &&
            group(rows.account[row], date) == of &&
            (options.events.empty() || rows.event[row] == options.events[0]))
          people.insert(person(row));
      counts[w] = static_cast<std::int64_t>(people.size());
    }
    return counts;
  }
};

void check_against_recount(const UsageRows& rows, const ActiveUsersOptions& options, UserScope scope) {
  const ActiveUsers found = active_users(rows.table(scope), options);
  const Recount recount{rows, options, scope == UserScope::everywhere};
  REQUIRE(found.date.days.size() > 0);
  for (std::size_t i = 0; i < found.date.days.size(); ++i) {
    const std::string group = found.group.present() ? found.group.text(i) : "";
    const std::int32_t date = found.date.days[i];
    const Counts counts{found.dau[i], found.wau[i], found.mau[i]};
    REQUIRE_MESSAGE(counts == recount.at(group, date), group << " on " << to_string(Date{date}));
  }
}

std::vector<std::string> groups_of(const ActiveUsers& found) {
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < found.group.size(); ++i)
    if (groups.empty() || groups.back() != found.group.text(i)) groups.push_back(found.group.text(i));
  return groups;
}

Usage three_days() {
  return Usage({.account = std::vector<std::string>{"A", "A", "B", "A"},
                .user = std::vector<std::string>{"u", "v", "w", "u"},
                .time = std::vector<std::int32_t>{19'000, 19'000, 19'001, 19'002}});
}

}  // namespace

TEST_SUITE("adoption/active_users") {
  TEST_CASE("counts equal a recount with sets: periods, windows, groups and scopes") {
    std::uint64_t seed = 1;
    for (const Period every : {Period::day, Period::week, Period::month})
      for (const std::int32_t window : {1, 3, 7, 28, 30, 100})
        for (const auto& by : std::vector<std::vector<std::string>>{{}, {"account"}, {"plan"}}) {
          ++seed;
          const UsageRows rows = random_usage(seed, 60 + seed % 7 * 20);
          const UserScope scope = seed % 3 == 0 ? UserScope::account : UserScope::everywhere;
          check_against_recount(rows, {.by = by, .accounts = plans(), .window = window, .every = every},
                                scope);
        }
  }
  TEST_CASE("only named events count, up to as_of, from since on") {
    const UsageRows rows = random_usage(7, 200);
    for (const Period every : {Period::day, Period::week})
      check_against_recount(
          rows,
          {.events = {"share"}, .window = 28, .every = every, .since = Date{19'040}, .as_of = Date{19'100}},
          UserScope::everywhere);
    const ActiveUsers found = active_users(rows.table(), {.since = Date{19'040}, .as_of = Date{19'100}});
    CHECK(found.date.days.front() == 19'040);
    CHECK(found.date.days.back() == 19'100);
    CHECK(!found.as_of_inferred);
  }
  TEST_CASE("an as_of long after the last event gives windows without anyone") {
    const ActiveUsers found = active_users(three_days(), {.as_of = Date{19'040}});
    CHECK(found.mau.back() == 0);
    CHECK(found.dau[2] == 1);
    CHECK(found.mau[27] == 3);
    CHECK(found.mau[28] == 2);  // v was active on the first day alone
  }
  TEST_CASE("more members than one block or one run of counters holds") {
    std::vector<std::int64_t> account, user;
    std::vector<std::int32_t> day;
    for (std::int64_t i = 0; i < 20'000; ++i)
      for (std::int32_t k = 0; k < 2; ++k) {
        account.push_back(i < 15'000 ? 7 : i);
        user.push_back(i);
        day.push_back(19'000 + static_cast<std::int32_t>((i * (k + 1)) % 50));
      }
    const Usage usage({.account = account, .user = user, .time = day});
    for (const Period every : {Period::day, Period::week}) {
      const ActiveUsers all = active_users(usage, {.window = 366, .every = every, .as_of = Date{19'060}});
      CHECK(all.mau.back() == 20'000);
      const ActiveUsers each =
          active_users(usage, {.by = {"account"}, .window = 366, .every = every, .as_of = Date{19'060}});
      CHECK(each.mau[all.mau.size() - 1] == 15'000);
      CHECK(each.mau.back() == 1);
      CHECK(each.mau.size() == 5'001 * all.mau.size());
      const ActiveUsers alone = active_users(
          usage, {.by = {"account"}, .window = 366, .every = every, .as_of = Date{19'060}, .threads = 1});
      CHECK(alone.dau == each.dau);
      CHECK(alone.wau == each.wau);
      CHECK(alone.mau == each.mau);
    }
  }
  TEST_CASE("the order of rows and of dictionaries does not matter") {
    const UsageRows rows = random_usage(11, 300);
    for (const auto& by : std::vector<std::vector<std::string>>{{}, {"account"}, {"plan"}}) {
      const ActiveUsersOptions options{.by = by, .accounts = plans(), .every = Period::week};
      const ActiveUsers first = active_users(rows.table(), options);
      const ActiveUsers second = active_users(rows.shuffled(5).table(), options);
      CHECK(first.dau == second.dau);
      CHECK(first.wau == second.wau);
      CHECK(first.mau == second.mau);
      CHECK(groups_of(first) == groups_of(second));
    }
  }
  TEST_CASE("groups ascend by their ids, and those of no group are last") {
    const ActiveUsers found =
        active_users(random_usage(3, 400).table(), {.by = {"plan"}, .accounts = plans()});
    CHECK(groups_of(found) == std::vector<std::string>{"free", "pro", "team", "null"});
    const Usage numbers({.account = std::vector<std::int64_t>{10, 9, 100},
                         .time = std::vector<std::int32_t>{19'000, 19'000, 19'000}});
    CHECK(groups_of(active_users(numbers, {.by = {"account"}})) ==
          std::vector<std::string>{"9", "10", "100"});
  }
  TEST_CASE("windows that begin before what is known are marked") {
    const ActiveUsers found = active_users(three_days(), {.window = 10, .as_of = Date{19'012}});
    CHECK(found.complete == std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1});
    CHECK(found.findings.empty());
    const ActiveUsers known =
        active_users(three_days(), {.window = 3, .since = Date{18'994}, .as_of = Date{19'001}});
    CHECK(known.complete == std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 1, 1});  // wau needs seven
  }
  TEST_CASE("a window longer than the data is a finding") {
    const ActiveUsers found = active_users(three_days());
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "window_longer_than_data");
    CHECK(found.findings[0].message ==
          "active_users: no window of 28 days lies within 2022-01-08 to 2022-01-10; every count may be too "
          "low");
    CHECK(found.mau == std::vector<std::int32_t>{2, 3, 3});
    CHECK(found.as_of_inferred);
  }
  TEST_CASE("no rows, and one") {
    const Usage none({.account = std::vector<std::string>{}, .time = std::vector<std::int32_t>{}});
    CHECK(active_users(none).date.days.empty());
    CHECK(active_users(none, {.by = {"account"}, .as_of = Date{19'000}}).date.days.empty());
    const Usage one({.account = std::vector<std::string>{"A"}, .time = std::vector<std::int32_t>{19'000}});
    const ActiveUsers found = active_users(one);
    CHECK(found.date.days == std::vector<std::int32_t>{19'000});
    CHECK(found.dau == std::vector<std::int32_t>{1});
    CHECK(active_users(one, {.every = Period::month}).date.days.empty());  // no month has ended
    CHECK(active_users(one, {.every = Period::week, .as_of = Date{19'001}}).wau ==
          std::vector<std::int32_t>{1});  // Sunday, 9 January 2022
  }
  TEST_CASE("what is asked wrongly is refused") {
    const Usage usage = three_days();
    CHECK_THROWS_WITH(active_users(usage, {.window = 0}),
                      "active_users: window = 0 is not a number of days from 1 to 366");
    CHECK_THROWS_WITH(active_users(usage, {.window = 367}),
                      "active_users: window = 367 is not a number of days from 1 to 366");
    CHECK_THROWS_WITH(active_users(usage, {.events = {"login"}}),
                      "active_users: events = \"login\" is no event of the table; there are none");
    CHECK_THROWS_WITH(
        active_users(random_usage(1, 50).table(), {.events = {"logni"}}),
        "active_users: events = \"logni\" is no event of the table; there are create, login, share");
    CHECK_THROWS_WITH(
        active_users(usage, {.by = {"plan"}}),
        "active_users: by = \"plan\" needs `accounts`, which has the attributes; alone there is "
        "\"account\"");
    CHECK_THROWS_WITH(active_users(usage, {.since = Date{19'003}}),
                      "active_users: since = 2022-01-11 is after as_of 2022-01-10");
    CHECK_THROWS_WITH(active_users(usage, {.as_of = Date{40'000}}),
                      "active_users: as_of = 2079-07-08 is not between 1900-01-01 and 2079-06-06");
    CHECK_THROWS_WITH(active_users(usage, {.threads = -1}), "active_users: threads = -1 is negative");
  }
}
