// SPDX-License-Identifier: MIT
#include <fealty/health/outcomes.hpp>

#include "revenue/tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Texts;

namespace {

OutcomeColumns good_outcomes() {
  return {.account = Texts{"b", "a", "a"},
          .date = tables::days({"2024-03-01", "2024-05-01", "2024-02-01"}),
          .kind = Texts{"churn", "expansion", "expansion"},
          .observed_until = tables::date("2024-12-31")};
}

}  // namespace

TEST_SUITE("health/outcomes") {
  TEST_CASE("rows stand by account and day") {
    const Outcomes outcomes(good_outcomes());
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes.findings().empty());
    CHECK(outcomes.observed_until() == tables::date("2024-12-31"));
    const health::detail::OutcomeData& data = outcomes.data();
    CHECK(data.rows[0].date == tables::day("2024-02-01"));
    CHECK(data.rows[1].date == tables::day("2024-05-01"));
    CHECK(data.kinds->text(data.rows[2].kind) == "churn");
    CHECK(data.rows[0].row == 2);
  }

  TEST_CASE("without a last day it is the latest date, and that is said") {
    OutcomeColumns columns = good_outcomes();
    columns.observed_until = {};
    const Outcomes outcomes(columns);
    CHECK(outcomes.observed_until() == tables::date("2024-05-01"));
    REQUIRE(tables::codes(outcomes.findings()) == "observed_until_inferred");
    CHECK(outcomes.findings()[0].message ==
          "Outcomes: no last day was given; it is taken to be 2024-05-01, the latest outcome");
    const Outcomes none({.account = Texts{}, .date = tables::Days{}});
    CHECK(none.size() == 0);
    CHECK_FALSE(none.observed_until().has_value());
    CHECK(none.findings().empty());
  }

  TEST_CASE("what lies after the last day is not known") {
    OutcomeColumns columns = good_outcomes();
    columns.observed_until = tables::date("2024-03-01");
    const Outcomes outcomes(columns);
    CHECK(outcomes.size() == 2);
    REQUIRE(tables::codes(outcomes.findings()) == "after_observed_until");
    CHECK(outcomes.findings()[0].rows == std::vector<std::int64_t>{1});
    CHECK(outcomes.findings()[0].message ==
          "Outcomes: date[1] = 2024-05-01 is after 2024-03-01, the last day that is known; it was left out");
  }

  TEST_CASE("refuses bad columns and rows, and leaves rows out when told to") {
    const auto refuses = [](auto edit, const char* message) {
      OutcomeColumns columns = good_outcomes();
      edit(columns);
      CHECK_THROWS_WITH_AS(Outcomes{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Outcomes: account is missing; the table needs this column");
    refuses([](auto& c) { c.date = {}; }, "Outcomes: date is missing; the table needs this column");
    refuses([](auto& c) { c.kind = Texts{"churn"}; },
            "Outcomes: kind = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.observed_until = Date{3'000'000}; },
            "Outcomes: observed_until = day 3000000 is not between 1900-01-01 and 9999-12-31");
    refuses(
        [](auto& c) {
          c.account = tables::ids_with_nulls({"b", "", "a"});
        },
        "Outcomes: account[1] is null; every row needs it");
    refuses(
        [](auto& c) {
          c.date = tables::Days{1, 2, -30'000};
        },
        "Outcomes: date[2] = 1887-11-12 is not between 1900-01-01 and 9999-12-31");
    OutcomeColumns columns = good_outcomes();
    columns.date = tables::with_nulls(tables::days({"2024-03-01", "2024-05-01", "2024-02-01"}), {1});
    columns.on_error = OnError::drop;
    columns.observed_until = {};
    const Outcomes outcomes(columns);
    CHECK(outcomes.size() == 2);
    CHECK(outcomes.observed_until() == tables::date("2024-03-01"));
    CHECK(tables::codes(outcomes.findings()) == "null_date observed_until_inferred");
  }
}
