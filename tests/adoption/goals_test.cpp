// SPDX-License-Identifier: MIT
#include <fealty/adoption/goals.hpp>

#include "adoption/goal_tables.hpp"

#include <fealty/core/error.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::vector<goal_tables::Row> two_goals() {
  return {{"b", "hours", 40, 20, 100, 40, 200, 50, 1000}, {"a", "tickets", 10, 5, 90, no_number}};
}
std::string goals_error(const GoalColumns& columns) {
  try {
    const Goals made(columns);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_SUITE("adoption/goals") {
  TEST_CASE("rows by account, goal and date, in whatever order they came") {
    const Goals table = goal_tables::goals(two_goals());
    REQUIRE(table.size() == 2);
    CHECK(table.findings().empty());
    CHECK(table.currency() == currency("EUR"));
    CHECK(table.last_day() == Date{100});
    const adoption::detail::GoalRow& a = table.data().rows[0];
    CHECK(table.data().accounts->text(a.account) == "a");
    CHECK(a.due == open);
    CHECK(std::isnan(a.actual));
    CHECK(table.data().rows[1].value_per_unit == 5000);
    CHECK(table.data().rows[1].cost == 100000);
  }

  TEST_CASE("without money there is no currency to tell") {
    goal_tables::Table rows(two_goals());
    GoalColumns columns = rows.columns();
    columns.value_per_unit = columns.cost = {};
    columns.currency = {};
    const Goals table(columns);
    CHECK_FALSE(table.data().rows[1].cost);
    CHECK_FALSE(Goals({.account = std::vector<std::string>{},
                       .goal = std::vector<std::string>{},
                       .baseline = std::vector<double>{},
                       .target = std::vector<double>{},
                       .date = std::vector<std::int32_t>{},
                       .actual = std::vector<double>{}})
                    .last_day());
  }

  TEST_CASE("of several actuals of a day the highest counts") {
    auto rows = two_goals();
    rows.push_back(rows[0]);
    rows[2].actual = 39;
    const Goals table = goal_tables::goals(rows);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "several_actuals");
    CHECK(table.findings()[0].rows == std::vector<std::int64_t>{2});
    CHECK(table.findings()[0].message ==
          "row 2: account b has a higher actual of hours on 1970-04-11; the highest counts");
    CHECK(table.data().rows[2].actual == 40);
  }

  TEST_CASE("what stops a table") {
    const goal_tables::Table rows(two_goals());
    GoalColumns columns = rows.columns();
    columns.target = {};
    CHECK(goals_error(columns) == "Goals: target is missing; the table needs this column");
    columns = rows.columns();
    columns.actual = std::vector<double>{1};
    CHECK(goals_error(columns) == "Goals: actual = 1 rows does not match the 2 rows of account");
    columns = rows.columns();
    columns.cost_minor = std::vector<std::int64_t>{1, 2};
    CHECK(goals_error(columns) ==
          "Goals: cost, cost_minor = 2 columns were given; at most one of the two says the amount");
    columns = rows.columns();
    columns.currency = {};
    CHECK(goals_error(columns) == "Goals: currency is missing: give a currency or a currency_column");
    columns.currency_column = std::vector<std::string>{"USD", "EUR"};
    CHECK(goals_error(columns) == "Goals: currency = EUR, USD are several; split the goals by currency");
  }

  TEST_CASE("what is wrong with a row") {
    const goal_tables::Table rows(two_goals());
    GoalColumns columns = rows.columns();
    columns.account = IdColumn({0, no_id}, columns.account.ids());
    CHECK(goals_error(columns) == "Goals: account[1] is null; every row needs an account");
    columns = rows.columns();
    columns.goal = IdColumn({no_id, 0}, columns.goal.ids());
    CHECK(goals_error(columns) == "Goals: goal[0] is null; every row needs a goal");
    columns = rows.columns();
    columns.date = std::vector<std::int32_t>{1, 2932897};
    CHECK(goals_error(columns) == "Goals: date[1] = day 2932897 is not between 1900-01-01 and 9999-12-31");
    columns = rows.columns();
    columns.due = DayColumn(Column<std::int32_t>(std::vector<std::int32_t>{-25568, 3}));
    CHECK(goals_error(columns) == "Goals: due[0] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    columns = rows.columns();
    columns.baseline = Column<double>(std::vector<double>{40, HUGE_VAL}).named("from");
    CHECK(goals_error(columns) == "Goals: from[1] = inf is not finite");
    columns = rows.columns();
    columns.cost = std::vector<double>{-1, 0};
    CHECK(goals_error(columns) == "Goals: cost[0] = -1 is negative");
    columns = rows.columns();
    columns.value_per_unit = std::vector<double>{1e300, 0};
    CHECK(goals_error(columns) == "Goals: value_per_unit[0] = 1e+300 is too large to be exact");
    columns = rows.columns();
    columns.value_per_unit = std::vector<double>{0.005, 1};
    CHECK(Goals(columns).findings().at(0).message ==
          "Goals: value_per_unit[0] = 0.005 has more digits than its currency; it was rounded half-even");
  }

  TEST_CASE("bad rows are left out and listed") {
    const goal_tables::Table rows(two_goals());
    GoalColumns columns = rows.columns();
    columns.cost = std::vector<double>{-1, 0};
    columns.on_error = OnError::drop;
    const Goals table(columns);
    CHECK(table.size() == 1);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "negative_amount");
  }
}
