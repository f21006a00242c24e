// SPDX-License-Identifier: MIT
#include <fealty/health/sentiments.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

SentimentColumns good_sentiments() {
  return {.account = Texts{"b", "a"},
          .score = Reals{40, 80},
          .band = Texts{"red", "green"},
          .sentiment = tables::with_nulls(Reals{90, 0}, {1}),
          .date = tables::days({"2024-01-05", "2024-01-03"})};
}
template <class Edit>
void refuses_sentiments(Edit edit, const char* message) {
  SentimentColumns columns = good_sentiments();
  edit(columns);
  CHECK_THROWS_WITH_AS(Sentiments{columns}, message, InvalidInput);
}

}  // namespace

TEST_SUITE("health/sentiments") {
  TEST_CASE("reads a row for each account, by id") {
    const Sentiments sentiments(good_sentiments());
    REQUIRE(sentiments.size() == 2);
    CHECK(sentiments.findings().empty());
    CHECK(sentiments.last_day() == tables::date("2024-01-05"));
    CHECK(sentiments.data().rows[0].score == 80);
    CHECK(std::isnan(sentiments.data().rows[0].sentiment));
    const Sentiments none({.account = Texts{}, .score = Reals{}, .sentiment = Reals{}});
    CHECK(none.size() == 0);
    CHECK_FALSE(none.last_day().has_value());
  }

  TEST_CASE("refuses tables that cannot be") {
    refuses_sentiments([](auto& c) { c.sentiment = {}; },
                       "Sentiments: sentiment is missing; the table needs this column");
    refuses_sentiments([](auto& c) { c.band = Texts{"red"}; },
                       "Sentiments: band = 1 rows does not match the 2 rows of account");
    refuses_sentiments(
        [](auto& c) {
          c.account = Texts{"a", "a"};
        },
        "Sentiments: account[1] = a is there twice");
    refuses_sentiments(
        [](auto& c) {
          c.account = tables::ids_with_nulls({"a", ""});
        },
        "Sentiments: account[1] is null; every row needs it");
    refuses_sentiments(
        [](auto& c) {
          c.score = Reals{1, std::numeric_limits<double>::infinity()};
        },
        "Sentiments: score[1] = inf is not a finite number");
    refuses_sentiments(
        [](auto& c) {
          c.date = tables::days({"2024-01-05", "1899-12-31"});
        },
        "Sentiments: date[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
  }

  TEST_CASE("leaves bad rows out if asked, and lists them") {
    SentimentColumns columns = good_sentiments();
    columns.account = Texts{"a", "a"};
    columns.on_error = OnError::drop;
    const Sentiments sentiments(columns);
    CHECK(sentiments.size() == 1);
    REQUIRE(sentiments.findings().size() == 1);
    CHECK(sentiments.findings()[0].code == "repeated_account");
  }
}
