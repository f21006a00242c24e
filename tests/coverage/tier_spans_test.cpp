// SPDX-License-Identifier: MIT
#include <fealty/coverage/tier_spans.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

TierSpanColumns good() {
  return {.account = Texts{"a", "b", "a"},
          .tier = Texts{"high", "low", "low"},
          .valid_from = days({"2024-03-01", "2024-02-01", "2024-01-01"}),
          .valid_to = days({"open", "2024-05-01", "2024-03-01"}),
          .acv = Reals{5, 6, 7}};
}

}  // namespace

TEST_SUITE("coverage/tier_spans") {
  TEST_CASE("an account's rows by day") {
    const TierSpans tiers(good());
    CHECK(tiers.size() == 3);
    const auto spans = tiers.data().of(0);
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].row == 2);
    CHECK(spans[0].amount == 7);
    CHECK(spans[1].to == open);
    CHECK(tiers.data().on(0, tables::day("2024-02-29"))->row == 2);
    CHECK(tiers.data().on(0, tables::day("2024-03-01"))->row == 0);
    CHECK(tiers.data().on(1, tables::day("2024-05-01")) == nullptr);
  }
  TEST_CASE("without valid_to a row holds until the account's next") {
    TierSpanColumns columns = good();
    columns.valid_to = {};
    columns.acv = {};
    const TierSpans tiers(columns);
    CHECK(tiers.data().of(0)[0].to == tables::day("2024-03-01"));
    CHECK(std::isnan(tiers.data().of(0)[0].amount));
    CHECK(tiers.data().of(1)[0].to == open);
  }
  TEST_CASE("empty, and rows that hold on no day") {
    CHECK(TierSpans({.account = Texts{}, .tier = Texts{}, .valid_from = tables::Days{}}).size() == 0);
    TierSpanColumns columns = good();
    columns.valid_to = days({"open", "2024-02-01", "2024-03-01"});
    const TierSpans tiers(columns);
    CHECK(tiers.size() == 2);
    CHECK(tables::codes(tiers.findings()) == "zero_length_period");
  }
  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(TierSpanColumns&);
      const char* code;
      const char* message;
      std::size_t left;
    };
    const std::vector<Case> cases{
        {[](TierSpanColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "a"});
         },
         "null_account", "TierSpans: account[1] is null; every row needs one", 2},
        {[](TierSpanColumns& c) {
           c.tier = tables::ids_with_nulls({"high", "", "low"});
         },
         "null_name", "TierSpans: tier[1] is null; every row needs one", 2},
        {[](TierSpanColumns& c) {
           c.valid_from = tables::with_nulls(tables::Days{19783, 2, 19723}, {1});
         },
         "null_date", "TierSpans: valid_from[1] is null; every row needs this date", 2},
        {[](TierSpanColumns& c) {
           c.valid_to = days({"open", "2024-01-31", "2024-03-01"});
         },
         "valid_to_before_valid_from", "TierSpans: valid_to[1] = 2024-01-31 is before valid_from 2024-02-01",
         2},
        {[](TierSpanColumns& c) {
           c.valid_to = days({"open", "2024-05-01", "2024-03-02"});
         },
         "overlapping_rows",
         "TierSpans: account[0] = a holds in [2024-03-01, open), as row 2 does in [2024-01-01, 2024-03-02)",
         1},
        {[](TierSpanColumns& c) {
           c.acv = Reals{1, -1, 1};
         },
         "number_out_of_range", "TierSpans: acv[1] = -1 is not between 0 and 1e+15", 2},
    };
    for (const auto& each : cases) {
      TierSpanColumns columns = good();
      each.edit(columns);
      CHECK_THROWS_WITH_AS(TierSpans{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const TierSpans tiers(columns);
      CHECK(tiers.size() == each.left);
      CHECK(tables::find(tiers.findings(), each.code).has_value());
    }
    TierSpanColumns columns = good();
    columns.tier = {};
    CHECK_THROWS_WITH(TierSpans{columns}, "TierSpans: tier is missing; the table needs this column");
  }
}
