// SPDX-License-Identifier: MIT
#include <fealty/coverage/account_scores.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

ScoreColumns good() {
  return {.account = Texts{"b", "a", "b"},
          .date = days({"2024-02-01", "2024-01-01", "2024-01-01"}),
          .acv = Reals{1000, 2000, 3000},
          .potential = Reals{1.5, 1, 2},
          .complexity = Reals{1, 2, .5},
          .currency = "USD"};
}

}  // namespace

TEST_SUITE("coverage/account_scores") {
  TEST_CASE("a score is acv x potential x complexity, by account and day") {
    const AccountScores scores(good());
    REQUIRE(scores.size() == 3);
    const auto& rows = scores.data().rows;
    CHECK(rows[0].score == 4000);
    CHECK(rows[1].score == 3000);
    CHECK(rows[2].score == 1500);
    CHECK(rows[2].acv == 100'000);
    CHECK(AccountScores({.account = Texts{"a"}, .acv_minor = tables::Counts{700}, .currency = "JPY"})
              .data()
              .rows[0]
              .score == 700);
    CHECK(AccountScores({.account = Texts{}, .acv = Reals{}, .currency = "USD"}).size() == 0);
  }
  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ScoreColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ScoreColumns& c) {
           c.account = tables::ids_with_nulls({"b", "", "b"});
         },
         "null_account", "AccountScores: account[1] is null; every row needs an account"},
        {[](ScoreColumns& c) {
           c.acv = AmountColumn(tables::with_nulls(Reals{1, 2, 3}, {1}));
         },
         "null_amount", "AccountScores: acv[1] is null; every row needs an amount"},
        {[](ScoreColumns& c) {
           c.acv = Reals{1, -2, 3};
         },
         "negative_amount", "AccountScores: acv[1] = -2 is negative"},
        {[](ScoreColumns& c) {
           c.potential = Reals{1, std::nan(""), 1};
         },
         "number_out_of_range", "AccountScores: potential[1] = nan is not a number from 0 to 1e9"},
        {[](ScoreColumns& c) {
           c.complexity = tables::with_nulls(Reals{1, 2, 3}, {1});
         },
         "null_number", "AccountScores: complexity[1] is null; every row needs this factor"},
    };
    for (const auto& each : cases) {
      ScoreColumns columns = good();
      each.edit(columns);
      CHECK_THROWS_WITH_AS(AccountScores{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const AccountScores scores(columns);
      CHECK(scores.size() == 2);
      CHECK(tables::find(scores.findings(), each.code)->rows == std::vector<std::int64_t>{1});
    }
    ScoreColumns columns = good();
    columns.date = days({"2024-01-01", "2024-01-01", "2024-01-01"});
    CHECK_THROWS_WITH(
        AccountScores{columns},
        "AccountScores: account[0] = b stands in row 2 too on 2024-01-01; it has one score at a time");
    columns.on_error = OnError::drop;
    CHECK(AccountScores(columns).size() == 1);
    columns = good();
    columns.acv = Reals{1, 1e18, 1};
    CHECK_THROWS_WITH_AS(AccountScores{columns}, "AccountScores: acv[1] = 1e+18 is too large to be exact",
                         Overflow);
    columns.on_error = OnError::drop;
    CHECK(tables::codes(AccountScores(columns).findings()) == "overflow");
    columns = good();
    columns.acv = {};
    CHECK_THROWS_WITH(
        AccountScores{columns},
        "AccountScores: acv, acv_minor = 0 columns were given; exactly one of the two says the amount");
    columns = good();
    columns.currency = "";
    CHECK_THROWS_WITH(AccountScores{columns},
                      "AccountScores: currency is missing: give a currency or a currency_column");
  }
}
