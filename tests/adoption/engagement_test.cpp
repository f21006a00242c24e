// SPDX-License-Identifier: MIT
#include <fealty/adoption/engagement.hpp>

#include "adoption/usage_rows.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using Texts = std::vector<std::string>;
using Counts = std::vector<std::int64_t>;
using Reals = std::vector<double>;

namespace {

std::string error_of(const Usage& usage, const EngagementOptions& options) {
  try {
    engagement(usage, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

/// What data/engagement.py asks for.
EngagementOptions asked() {
  return {.events = {"create", "share", "report"},
          .core_events = {"create", "share"},
          .features = {"share", "report", "export"},
          .as_of = Date{19774}};
}
Entitlements may_use() {
  return Entitlements({.account = Counts{0, 0, 1, 3, 3, 3, 7},
                       .feature = Texts{"share", "report", "report", "share", "export", "login", "share"}});
}

void check_near(const Reals& found, const Reals& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-14));
}

/// Users and what they did, found by looking at every row for every group.
struct Recount {
  std::set<std::int64_t> users, weekly;
  std::set<std::pair<std::int64_t, std::int32_t>> user_days, weekly_days, weeks;
  std::set<std::pair<std::int64_t, std::string>> used;
  std::set<std::int64_t> accounts;
  double actions = 0;
};
template <class Belongs>
Recount recount(const std::vector<usage_rows::Row>& rows, std::int32_t as_of, std::int32_t window,
                Belongs belongs) {
  Recount out;
  for (const auto& row : rows) {
    if (!belongs(row.account) || row.day > as_of) continue;
    const bool inside = row.day > as_of - window;
    if (inside && (row.event == "create" || row.event == "share")) out.actions += row.value;
    if (inside && (row.event == "report" || row.event == "share")) out.used.insert({row.account, row.event});
    if (row.event == "login") continue;
    if (inside) {
      out.users.insert(row.user);
      out.accounts.insert(row.account);
      out.user_days.insert({row.user, row.day});
      out.weeks.insert({row.user, (as_of - row.day) / 7});
    }
    if (row.day > as_of - 7) {  // also where the window is shorter
      out.weekly.insert(row.user);
      out.weekly_days.insert({row.user, row.day});
    }
  }
  return out;
}
double share_of(double count, std::size_t of) { return count / static_cast<double>(of); }

void check_row(const Engagement& found, std::size_t row, const Recount& expected) {
  REQUIRE(found.active_users[row] == static_cast<std::int64_t>(expected.users.size()));
  REQUIRE(found.weekly_users[row] == static_cast<std::int64_t>(expected.weekly.size()));
  REQUIRE(found.user_days[row] == static_cast<std::int64_t>(expected.user_days.size()));
  REQUIRE(found.core_actions[row] == expected.actions);
  if (!expected.users.empty()) {
    REQUIRE(found.frequency[row] ==
            share_of(static_cast<double>(expected.user_days.size()), expected.users.size()));
    REQUIRE(found.weekly_frequency[row] ==
            share_of(static_cast<double>(expected.weeks.size()), expected.users.size()));
    REQUIRE(found.depth[row] == share_of(expected.actions, expected.user_days.size()));
    REQUIRE(found.breadth[row] ==
            share_of(static_cast<double>(expected.used.size()), 3 * expected.accounts.size()));
  }
  if (!expected.weekly.empty())
    REQUIRE(found.mean_days_of_7[row] ==
            share_of(static_cast<double>(expected.weekly_days.size()), expected.weekly.size()));
}

}  // namespace

TEST_SUITE("adoption/engagement") {
  TEST_CASE("engagement is that of data/engagement.py") {
    const Usage usage = usage_rows::table(usage_rows::by_formula());
    EngagementOptions options = asked();
    const Engagement all = engagement(usage, options);
    CHECK(all.active_users == Counts{23});
    CHECK(all.weekly_users == Counts{13});
    CHECK(all.user_days == Counts{89});
    check_near(all.frequency, {3.8695652173913});
    check_near(all.depth, {1.95505617977528});
    check_near(all.breadth, {8. / 12});
    options.by = {"account"};
    const Engagement each = engagement(usage, options);
    CHECK(each.active_users == Counts{6, 6, 5, 6});
    CHECK(each.weekly_users == Counts{3, 2, 4, 4});
    CHECK(each.user_days == Counts{31, 17, 19, 22});
    check_near(each.mean_days_of_7, {2.33333333333333, 2, 1.75, 2});
    check_near(each.frequency, {5.16666666666667, 2.83333333333333, 3.8, 3.66666666666667});
    check_near(each.weekly_frequency, {3, 2.16666666666667, 2.8, 2.16666666666667});
    CHECK(each.core_actions == Reals{62, 28, 31, 53});
    check_near(each.depth, {2, 1.64705882352941, 1.63157894736842, 2.40909090909091});
    CHECK(each.features_used == Counts{2, 2, 2, 2});
    CHECK(each.features_entitled == Counts{3, 3, 3, 3});
  }

  TEST_CASE("breadth is over what accounts may use") {  // data/engagement.py
    EngagementOptions options = asked();
    options.entitlements = may_use();
    options.by = {"account"};
    const Engagement found = engagement(usage_rows::table(usage_rows::by_formula()), options);
    CHECK(found.features_used == Counts{2, 1, 1, 0});
    CHECK(found.features_entitled == Counts{2, 1, 2, 0});
    CHECK(found.breadth[2] == 0.5);
    CHECK(std::isnan(found.breadth[3]));
    REQUIRE(found.findings.size() == 2);
    CHECK(found.findings[0].code == "entitled_without_usage");
    CHECK(found.findings[0].rows == Counts{6});
    CHECK(found.findings[0].message ==
          "engagement: account 7 of entitlements has no usage, and belongs to no group");
    CHECK(found.findings[1].code == "used_not_entitled");
    CHECK(found.findings[1].message ==
          "engagement: account 1 used 2 key features, and may use 1 of them; 2 more such accounts");

    options.entitlements = Entitlements({.account = Counts{0, 0, 1},
                                         .features = Counts{4, 1, 3},
                                         .valid_from = std::vector<std::int32_t>{19000, 19774, 19775}});
    const Engagement numbers = engagement(usage_rows::table(usage_rows::by_formula()), options);
    CHECK(numbers.features_used == Counts{2, 0, 0, 0});
    CHECK(numbers.breadth[0] == 2);  // a contract for fewer than were used
    CHECK(std::isnan(numbers.breadth[1]));
  }

  TEST_CASE("users are those of data/engagement.py, also who has gone quiet") {
    EngagementOptions options = asked();
    const UserEngagement found = user_engagement(usage_rows::table(usage_rows::by_formula()), options);
    REQUIRE(found.events.size() == 24);
    CHECK(!found.group.present());
    std::vector<Counts> rows;
    for (std::size_t i = 12; i < 18; ++i) {
      CHECK(found.account.text(i) == "3");
      CHECK(found.user.text(i) == std::to_string(30 + i - 12));
      rows.push_back({found.days_of_7[i], found.active_days[i], found.active_weeks[i],
                      found.first_day.days[i], found.last_day.days[i], found.events[i],
                      static_cast<std::int64_t>(found.value[i])});
    }
    CHECK(rows == std::vector<Counts>{{3, 7, 4, 19702, 19773, 7, 14},
                                      {0, 3, 2, 19704, 19764, 3, 6},
                                      {2, 4, 3, 19700, 19770, 5, 10},
                                      {1, 2, 2, 19700, 19770, 2, 4},
                                      {0, 0, 0, 19709, 19746, 0, 0},
                                      {1, 3, 3, 19708, 19773, 3, 5}});
  }

  TEST_CASE("the power-user curve is that of data/engagement.py, and holds every active user") {
    const Usage usage = usage_rows::table(usage_rows::by_formula());
    EngagementOptions options = asked();
    const EngagementHistogram found = engagement_histogram(usage, options);
    REQUIRE(found.users.size() == 28);
    CHECK(Counts(found.users.begin(), found.users.begin() + 10) == Counts{2, 2, 7, 8, 0, 0, 3, 0, 1, 0});
    CHECK(found.share[3] == 8. / 23);
    options.by = {"account"};
    const EngagementHistogram each = engagement_histogram(usage, options);
    const Engagement sums = engagement(usage, options);
    for (std::size_t group = 0; group < 4; ++group) {
      std::int64_t users = 0, user_days = 0;
      for (std::size_t i = 28 * group; i < 28 * (group + 1); ++i) {
        users += each.users[i];
        user_days += each.users[i] * each.days[i];
      }
      CHECK(users == sums.active_users[group]);
      CHECK(user_days == sums.user_days[group]);
    }
  }

  TEST_CASE("random usage is as a recount has it, in any order of rows") {
    const revenue::Accounts accounts(
        {.account = Counts{0, 1, 2, 3, 4, 5}, .attributes = {{"plan", Texts{"a", "b", "a", "b", "a", "b"}}}});
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
      auto rows = usage_rows::at_random(seed, 30 * seed);
      EngagementOptions options = asked();
      options.window = static_cast<std::int32_t>(1 + seed * 7 % 33);
      options.as_of = Date{19740 + static_cast<std::int32_t>(seed)};
      const auto count = [&](auto belongs) {
        return recount(rows, options.as_of->days, options.window, belongs);
      };
      const Usage usage = usage_rows::table(rows);
      check_row(engagement(usage, options), 0, count([](auto) { return true; }));
      options.by = {"plan"};
      options.accounts = accounts;
      const Engagement plans = engagement(usage, options);
      REQUIRE(plans.depth.size() == 2);
      for (std::int64_t plan = 0; plan < 2; ++plan)
        check_row(plans, static_cast<std::size_t>(plan),
                  count([&](auto account) { return account % 2 == plan; }));
      options.by = {"account"};
      const Engagement found = engagement(usage, options);
      for (std::size_t i = 0; i < found.depth.size(); ++i)
        check_row(found, i,
                  count([&](auto account) { return std::to_string(account) == found.group.text(i); }));
      usage_rows::shuffle(rows, seed);
      const Engagement again = engagement(usage_rows::table(rows), options);
      CHECK(again.core_actions == found.core_actions);
      CHECK(again.user_days == found.user_days);
      CHECK(user_engagement(usage_rows::table(rows), options).value == user_engagement(usage, options).value);
    }
  }

  TEST_CASE("an account without users is its own, and values are 1 where there are none") {
    const Usage usage(
        {.account = Texts{"B", "A", "A"}, .time = std::vector<std::int32_t>{19000, 19001, 19001}});
    const UserEngagement found = user_engagement(usage);
    CHECK(!found.user.present());
    CHECK(found.account.text(0) == "A");
    CHECK(found.value == Reals{2, 1});
    CHECK(found.active_days == Counts{1, 1});
    CHECK(found.as_of == Date{19001});
    const Engagement groups = engagement(usage);
    CHECK(groups.depth == Reals{1.5});
    CHECK(groups.features_entitled == Counts{0});
    CHECK(std::isnan(groups.breadth[0]));
    REQUIRE(groups.findings.size() == 1);
    CHECK(groups.findings[0].code == "window_longer_than_data");
  }

  TEST_CASE("a group without active users has no means") {
    const Usage usage({.account = Texts{"A"}, .time = std::vector<std::int32_t>{19000}});
    const Engagement found = engagement(usage, {.window = 2, .as_of = Date{19010}});
    CHECK(found.active_users == Counts{0});
    CHECK(std::isnan(found.frequency[0]));
    CHECK(std::isnan(found.mean_days_of_7[0]));
    CHECK(std::isnan(found.depth[0]));
    CHECK(std::isnan(engagement_histogram(usage, {.window = 2, .as_of = Date{19010}}).share[0]));
  }

  TEST_CASE("tables without rows have no answer") {
    const Usage none({.account = Texts{}, .time = std::vector<std::int32_t>{}});
    CHECK(engagement(none).depth.empty());
    CHECK(user_engagement(none).value.empty());
    CHECK(engagement_histogram(none).users.empty());
    CHECK(!engagement(none).as_of);
  }

  TEST_CASE("options that cannot be are refused") {
    const Usage usage(
        {.account = Texts{"A"}, .time = std::vector<std::int32_t>{19000}, .event = Texts{"login"}});
    CHECK(error_of(usage, {.window = -1}) ==
          "engagement: window = -1 is not a number of days from 1 to 65,535");
    CHECK(error_of(usage, {.core_events = {"create"}}) ==
          "engagement: core_events = \"create\" is no event of the table; there are login");
    CHECK(error_of(usage, {.entitlements = may_use()}) ==
          "engagement: features is missing; entitlements need the names of the key features");
    CHECK(error_of(usage, {.features = {"login"}, .entitlements = may_use()}) ==
          "engagement: entitlements = integers cannot be matched with those of the usage, which are texts");
  }
}
