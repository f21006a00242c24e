// SPDX-License-Identifier: MIT
#include <fealty/adoption/outcomes.hpp>

#include "adoption/goal_tables.hpp"

#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using goal_tables::goals;
using goal_tables::Row;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::int32_t day_0 = 19000;

/// To close the books in 20 hours instead of 40: each hour saved is worth 50.00, for 600.00.
std::vector<Row> books() {
  return {{"a", "close", 40, 20, day_0, no_number, day_0 + 100, 50, 600},
          {"a", "close", 40, 20, day_0 + 20, 35, day_0 + 100, 50, 600},
          {"a", "close", 40, 20, day_0 + 40, 25, day_0 + 100, 50, 600},
          {"a", "close", 40, 20, day_0 + 60, 28, day_0 + 100, 50, 600}};
}
revenue::Accounts known_accounts() {
  return revenue::Accounts({.account = std::vector<std::string>{"c", "b", "a"}});
}

}  // namespace

TEST_SUITE("adoption/outcomes") {
  TEST_CASE("one goal: attainment, pace, return and payback") {
    const Outcomes o = outcomes(goals(books()), {.as_of = Date{day_0 + 75}});
    REQUIRE(o.account.size() == 1);
    CHECK(o.account.text(0) == "a");
    CHECK(o.goal.text(0) == "close");
    CHECK(o.unit.text(0) == "hours");
    CHECK(o.start.days[0] == day_0);
    CHECK(o.measured_on.days[0] == day_0 + 60);
    CHECK(o.progressed_on.days[0] == day_0 + 40);
    CHECK(o.due.days[0] == day_0 + 100);
    CHECK(o.attainment[0] == 0.6);  // 12 of 20 hours
    CHECK(o.planned[0] == 0.75);
    CHECK(o.pace[0] == doctest::Approx(0.8).epsilon(1e-15));
    CHECK(o.reached[0] == 0);
    CHECK(o.value.minor[0] == 60000);  // 12 x 50.00
    CHECK(o.cost.minor[0] == 60000);
    CHECK(o.net_value.minor[0] == 0);
    CHECK(o.roi[0] == 0);
    CHECK(o.payback_days[0] == 40);  // 15 x 50.00 was enough
    CHECK(o.value.currency == currency("EUR"));
    CHECK(o.as_of == Date{day_0 + 75});
    CHECK_FALSE(o.as_of_inferred);
    CHECK(o.findings.empty());
  }

  TEST_CASE("what lies after as_of is not known") {
    const Outcomes o = outcomes(goals(books()), {.as_of = Date{day_0 + 30}});
    CHECK(o.actual[0] == 35);
    CHECK(o.attainment[0] == 0.25);
    CHECK(o.value.minor[0] == 25000);
    CHECK(o.roi[0] == doctest::Approx(-35.0 / 60).epsilon(1e-15));
    CHECK(std::isnan(o.payback_days[0]));
    const Outcomes first = outcomes(goals(books()), {.as_of = Date{day_0}});
    CHECK(std::isnan(first.attainment[0]));
    CHECK(first.measured_on.days[0] == open);
    CHECK(first.planned[0] == 0);
    CHECK(std::isnan(first.pace[0]));
    CHECK(first.has_value[0] == 0);
    CHECK(first.has_cost[0] == 1);
    CHECK(std::isnan(first.roi[0]));
    CHECK(outcomes(goals(books()), {.as_of = Date{day_0 - 1}}).account.size() == 0);
    const Outcomes last = outcomes(goals(books()));
    CHECK(last.as_of == Date{day_0 + 60});
    CHECK(last.as_of_inferred);
  }

  TEST_CASE("after the day it is due, all is planned") {
    const Outcomes o = outcomes(goals(books()), {.as_of = Date{day_0 + 100}});
    CHECK(o.planned[0] == 1);
    CHECK(o.pace[0] == o.attainment[0]);
    std::vector<Row> rows = books();
    for (Row& row : rows) row.due = open;
    CHECK(std::isnan(outcomes(goals(rows)).planned[0]));
  }

  TEST_CASE("a goal without progress for long is stalled; one that is reached is not") {
    const Outcomes stalled = outcomes(goals(books()), {.as_of = Date{day_0 + 130}});
    CHECK(stalled.stalled[0] == 1);
    REQUIRE(stalled.findings.size() == 1);
    CHECK(stalled.findings[0].code == "stalled_goal");
    CHECK(stalled.findings[0].message ==
          "account a, goal close has made no progress since 2022-02-17, 90 days before 2022-05-18");
    CHECK(outcomes(goals(books()), {.as_of = Date{day_0 + 129}}).stalled[0] == 0);
    CHECK(outcomes(goals(books()), {.as_of = Date{day_0 + 60}, .stalled_days = 20}).stalled[0] == 1);
    std::vector<Row> rows = books();
    rows[3].actual = 20;
    const Outcomes reached = outcomes(goals(rows), {.as_of = Date{day_0 + 1000}});
    CHECK(reached.reached[0] == 1);
    CHECK(reached.stalled[0] == 0);
  }

  TEST_CASE("accounts without a goal have a row without one") {
    std::vector<Row> rows = books();
    rows.push_back({"b", "later", 0, 1, day_0 + 500, 0});
    const Outcomes o = outcomes(goals(rows), {.as_of = Date{day_0 + 75}, .accounts = known_accounts()});
    REQUIRE(o.account.size() == 3);
    CHECK(o.account.text(1) == "b");
    CHECK(o.account.text(2) == "c");
    CHECK(o.goal.text(1) == "null");
    CHECK(std::isnan(o.attainment[1]));
    CHECK(o.start.days[2] == open);
    REQUIRE(o.findings.size() == 1);
    CHECK(o.findings[0].code == "unstated_goal");
    CHECK(o.findings[0].rows == std::vector<std::int64_t>{1, 2});
    CHECK(o.findings[0].message == "account b has not said what it wants");
    CHECK(outcomes(goals({}), {.accounts = known_accounts()}).account.size() == 3);
  }

  TEST_CASE("goals that lack something, or are told anew") {
    std::vector<Row> rows{{"a", "no baseline", no_number, 5, day_0, 3},
                          {"b", "no target", 5, no_number, day_0, 7, open, 1, 0},
                          {"c", "no way", 5, 5, day_0, 7},
                          {"d", "new target", 0, 10, day_0, 2},
                          {"d", "new target", 0, 20, day_0 + 9, 5},
                          {"e", "new baseline", 0, 10, day_0, 2},
                          {"e", "new baseline", 1, 10, day_0 + 9, 5}};
    const Outcomes o = outcomes(goals(rows), {.as_of = Date{day_0 + 10}});
    CHECK(std::isnan(o.attainment[0]));
    CHECK(std::isnan(o.attainment[1]));
    CHECK(o.value.minor[1] == 200);  // 2 more than the baseline
    CHECK(std::isnan(o.roi[1]));     // for nothing
    CHECK(o.payback_days[1] == 0);
    CHECK(std::isnan(o.attainment[2]));
    CHECK(o.attainment[3] == 0.25);
    CHECK(o.attainment[4] == 0.5);
    std::vector<std::string> messages;
    for (const Finding& each : o.findings) messages.push_back(each.code + ": " + each.message);
    CHECK(messages ==
          std::vector<std::string>{
              "incomplete_goal: account a, goal no baseline has no baseline",
              "target_is_baseline: account c, goal no way has the target 5, which is its baseline; there is "
              "nothing to attain",
              "target_changed: account d, goal new target had other targets before 20, which counts",
              "baseline_changed: account e, goal new baseline has other baselines after 0, which counts"});
    CHECK(o.findings[0].rows == std::vector<std::int64_t>{0, 1});
  }

  TEST_CASE("values are rounded half-even, once") {
    const Outcomes o = outcomes(
        goals({{"a", "x", 0, 1, day_0, 0.5, open, 0.05, 0}, {"a", "y", 0, 1, day_0, 1.5, open, 0.05, 0}}));
    CHECK(o.value.minor == std::vector<std::int64_t>{2, 8});  // of 2.5 and 7.5 cents
    CHECK_THROWS_WITH_AS(outcomes(goals({{"a", "x", 0, 1, day_0, 1e300, open, 1, 0}})),
                         "outcomes: value = 100 x 1e+300 is beyond 64 bits of minor units", Overflow);
  }

  TEST_CASE("the order of rows does not count") {
    std::mt19937_64 random(4);
    for (std::int64_t seed = 1; seed <= 8; ++seed) {
      std::vector<Row> rows = goal_tables::drawn_goals(seed);
      const Outcomes one = outcomes(goals(rows), {.as_of = Date{250}});
      std::shuffle(rows.begin(), rows.end(), random);
      const Outcomes other = outcomes(goals(rows), {.as_of = Date{250}});
      CHECK(one.value.minor == other.value.minor);
      CHECK(one.progressed_on.days == other.progressed_on.days);
      for (std::size_t i = 0; i < one.account.size(); ++i) {
        CHECK(one.account.text(i) == other.account.text(i));
        CHECK(one.net_value.minor[i] == one.value.minor[i] - one.cost.minor[i]);
      }
    }
  }

  TEST_CASE("the empty table, and wrong options") {
    const Outcomes none = outcomes(goals({}));
    CHECK(none.account.size() == 0);
    CHECK_FALSE(none.as_of);
    CHECK_THROWS_WITH_AS(outcomes(goals({}), {.stalled_days = 0}), "outcomes: stalled_days = 0 is below 1",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(outcomes(goals({}), {.as_of = Date{3000000}}),
                         "outcomes: as_of = day 3000000 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_AS(
        outcomes(goals(books()), {.accounts = revenue::Accounts({.account = std::vector<std::int64_t>{1}})}),
        InvalidInput);
  }
}
