// SPDX-License-Identifier: MIT
#include <fealty/health/examples.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

using OutcomeFlags = std::vector<std::uint8_t>;

ExampleColumns good_examples() {
  ExampleColumns columns{.outcome = OutcomeFlags{1, 0, 1}};
  columns.attributes.add("score", Column<double>(Reals{20, std::nan(""), 40}));
  columns.account = Texts{"a", "b", "a"};
  columns.as_of = tables::days({"2024-01-01", "2024-01-01", "2024-04-01"});
  columns.weight = Reals{1, 2, 0.5};
  return columns;
}

}  // namespace

TEST_SUITE("health/examples") {
  TEST_CASE("weights that are all next to nothing are refused") {
    ExampleColumns columns = good_examples();
    columns.weight = Reals{1e-300, 1e-10, 1e-12};
    CHECK_THROWS_WITH_AS(Examples{columns},
                         "Examples: weight = 1e-10 is the largest; one at least has to be 1e-9 or more",
                         InvalidInput);
    columns.weight = Reals{1e-300, 1, 1e-12};
    CHECK(Examples(columns).size() == 3);
  }
  TEST_CASE("keeps rows as they are") {
    const Examples examples(good_examples());
    CHECK(examples.size() == 3);
    CHECK(examples.outcomes() == 2);
    CHECK(examples.findings().empty());
    CHECK(examples.data().account.text(2) == "a");
    CHECK(examples.data().weight[2] == 0.5);
    const Column<double>& score = std::get<Column<double>>(examples.data().attributes.at("score"));
    CHECK(score[0] == 20);
    CHECK(std::isnan(score[1]));
    CHECK(Examples({.outcome = OutcomeFlags{}}).size() == 0);
    CHECK(Examples({.outcome = OutcomeFlags{0}}).outcomes() == 0);
  }

  TEST_CASE("outlives the caller's memory") {
    OutcomeFlags outcome{1, 0};
    Reals score{1, 2};
    ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
    columns.attributes.add("score", Column<double>(score));
    const Examples examples(columns);
    outcome.assign(2, 0);
    score.assign(2, 9);
    CHECK(examples.data().outcome[0] == 1);
    CHECK(std::get<Column<double>>(examples.data().attributes.at("score"))[1] == 2);
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      ExampleColumns columns = good_examples();
      edit(columns);
      CHECK_THROWS_WITH_AS(Examples{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.outcome = {}; }, "Examples: outcome is missing; the table needs this column");
    refuses([](auto& c) { c.account = Texts{"a"}; },
            "Examples: account = 1 rows does not match the 3 rows of outcome");
    refuses([](auto& c) { c.weight = Reals{1}; },
            "Examples: weight = 1 rows does not match the 3 rows of outcome");
    refuses(
        [](auto& c) {
          c.attributes = {};
          c.attributes.add("score", Column<double>(Reals{1}));
        },
        "Examples: attributes = 1 rows does not match the 3 rows of outcome");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ExampleColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ExampleColumns& c) {
           c.outcome = Column<std::uint8_t>(OutcomeFlags{1, 2, 1}).named("churned");
         },
         "unusable_flag", "Examples: churned[1] = 2 is not 0 or 1"},
        {[](ExampleColumns& c) {
           c.outcome = tables::with_nulls(OutcomeFlags{1, 0, 1}, {1});
         },
         "unusable_flag", "Examples: outcome[1] is null; every row needs 0 or 1"},
        {[](ExampleColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "a"});
         },
         "null_account", "Examples: account[1] is null; every row needs it"},
        {[](ExampleColumns& c) {
           c.as_of = tables::Days{19'000, fealty::open, 19'000};
         },
         "date_out_of_range", nullptr},
        {[](ExampleColumns& c) {
           c.weight = Reals{1, 0, 1};
         },
         "unusable_weight", "Examples: weight[1] = 0 is not a number above 0, and at most 1e15"},
        {[](ExampleColumns& c) {
           c.weight = Reals{1, std::numeric_limits<double>::infinity(), 1};
         },
         "unusable_weight", "Examples: weight[1] = inf is not a number above 0, and at most 1e15"},
        {[](ExampleColumns& c) {
           c.weight = Reals{1, 1e300, 1};
         },
         "unusable_weight", "Examples: weight[1] = 1e+300 is not a number above 0, and at most 1e15"},
    };
    for (const auto& each : cases) {
      ExampleColumns columns = good_examples();
      each.edit(columns);
      CAPTURE(each.code);
      if (each.message != nullptr) CHECK_THROWS_WITH_AS(Examples{columns}, each.message, InvalidInput);
      else CHECK_THROWS_AS(Examples{columns}, InvalidInput);
      columns.on_error = OnError::drop;
      const Examples examples(columns);
      CHECK(examples.size() == 2);
      CHECK(examples.data().as_of[1] ==
            tables::day(std::string(each.code) == "date_out_of_range" ? "2022-01-08" : "2024-04-01"));
      const auto finding = tables::find(examples.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
    }
  }
}
