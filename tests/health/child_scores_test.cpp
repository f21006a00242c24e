// SPDX-License-Identifier: MIT
#include <fealty/health/child_scores.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
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

ChildScoreColumns good_children() {
  return {.parent = Texts{"b", "a", "a"}, .child = Texts{"x", "y", "x"}, .score = Reals{4, 5, 3}};
}

}  // namespace

TEST_SUITE("health/child_scores") {
  TEST_CASE("orders rows by parent and child") {
    const ChildScores children(good_children());
    REQUIRE(children.size() == 3);
    CHECK(children.findings().empty());
    std::vector<double> scores;
    for (const auto& each : children.data().rows) scores.push_back(each.score);
    CHECK(scores == Reals{3, 5, 4});
    CHECK(children.data().rows[0].weight == 1);
    CHECK(ChildScores({.parent = Texts{}, .child = Texts{}, .score = Reals{}}).size() == 0);
  }

  TEST_CASE("a score that is missing stays unknown") {
    ChildScoreColumns columns = good_children();
    columns.score = tables::with_nulls(Reals{4, 5, std::numeric_limits<double>::quiet_NaN()}, {1});
    const ChildScores children(columns);
    CHECK(std::isnan(children.data().rows[0].score));
    CHECK(std::isnan(children.data().rows[1].score));
    CHECK(children.data().rows[2].score == 4);
  }

  TEST_CASE("children without a parent are left out, and told of") {
    ChildScoreColumns columns = good_children();
    columns.parent = tables::ids_with_nulls({"b", "", ""});
    const ChildScores children(columns);
    CHECK(children.size() == 1);
    const auto finding = tables::find(children.findings(), "child_without_parent");
    REQUIRE(finding.has_value());
    CHECK(finding->severity == Severity::information);
    CHECK(finding->rows == std::vector<std::int64_t>{1, 2});
    CHECK(finding->message == "ChildScores: child[1] = y has no parent and is left out");
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      ChildScoreColumns columns = good_children();
      edit(columns);
      CHECK_THROWS_WITH_AS(ChildScores{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.parent = {}; }, "ChildScores: parent is missing; the table needs this column");
    refuses([](auto& c) { c.child = {}; }, "ChildScores: child is missing; the table needs this column");
    refuses([](auto& c) { c.score = {}; }, "ChildScores: score is missing; the table needs this column");
    refuses([](auto& c) { c.weight = Reals{1}; },
            "ChildScores: weight = 1 rows does not match the 3 rows of parent");
    refuses([](auto& c) { c.band = Texts{"red"}; },
            "ChildScores: band = 1 rows does not match the 3 rows of parent");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ChildScoreColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ChildScoreColumns& c) {
           c.child = tables::ids_with_nulls({"x", "", "x"});
         },
         "null_child", "ChildScores: child[1] is null; every row needs it"},
        {[](ChildScoreColumns& c) {
           c.score = Reals{4, -std::numeric_limits<double>::infinity(), 3};
         },
         "unusable_score", "ChildScores: score[1] = -inf is not a number from -1e15 to 1e15"},
        {[](ChildScoreColumns& c) {
           c.weight = Reals{1, -1, 1};
         },
         "unusable_weight", "ChildScores: weight[1] = -1 is not a number from 0 to 1e15"},
        {[](ChildScoreColumns& c) {
           c.weight = tables::with_nulls(Reals{1, 1, 1}, {1}).named("arr");
         },
         "unusable_weight", "ChildScores: arr[1] is null; every row needs this number"},
        {[](ChildScoreColumns& c) {
           c.parent = Texts{"a", "a", "b"};
           c.child = Texts{"y", "y", "y"};
         },
         "repeated_child", "ChildScores: child[1] = y is below a twice"},
    };
    for (const Case& each : cases) {
      ChildScoreColumns columns = good_children();
      each.edit(columns);
      CHECK_THROWS_WITH_AS(ChildScores{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const ChildScores children(columns);
      CHECK(children.size() == 2);
      const auto finding = tables::find(children.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == each.message);
    }
  }
}
