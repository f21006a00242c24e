// SPDX-License-Identifier: MIT
#include <fealty/coverage/touches.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

TouchColumns good() {
  return {.account = Texts{"a", "b", "a"},
          .date = days({"2024-03-01", "2024-02-01", "2024-01-01"}),
          .channel = Texts{"call", "email", "call"},
          .csm = Texts{"x", "y", "x"},
          .direction = Texts{"outbound", "inbound", "outbound"},
          .hours = Reals{.5, .25, 1},
          .response = Texts{"proactive", "reactive", "predictive"}};
}

}  // namespace

TEST_SUITE("coverage/touches") {
  TEST_CASE("rows by account and day, with what is unknown") {
    TouchColumns columns = good();
    columns.channel = tables::ids_with_nulls({"call", "", "call"});
    columns.hours = tables::with_nulls(Reals{.5, .25, 1}, {0});
    const Touches touches(columns);
    CHECK(touches.size() == 3);
    CHECK(touches.findings().empty());
    const auto& rows = touches.data().rows;
    CHECK(rows[0].row == 2);
    CHECK(rows[1].row == 0);
    CHECK(rows[2].channel == no_id);
    CHECK(std::isnan(rows[1].hours));
    CHECK(rows[0].hours == 1);
    CHECK(rows[0].response == static_cast<std::uint32_t>(Response::predictive));
  }
  TEST_CASE("account and date are enough") {
    const Touches touches({.account = Texts{"a"}, .date = days({"2024-01-01"})});
    CHECK(touches.data().rows[0].csm == no_id);
    CHECK(!touches.data().has_response);
    CHECK(Touches({.account = Texts{}, .date = tables::Days{}}).size() == 0);
  }
  TEST_CASE("a touch that stands there again is found, and counts") {
    TouchColumns columns = good();
    columns.account = Texts{"a", "a", "a"};
    columns.date = days({"2024-03-01", "2024-03-01", "2024-03-01"});
    columns.channel = columns.csm = columns.direction = columns.response = {};
    columns.hours = Reals{1, std::nan(""), 1};
    const Touches touches(columns);
    CHECK(touches.size() == 3);
    REQUIRE(touches.findings().size() == 1);
    CHECK(touches.findings()[0].rows == std::vector<std::int64_t>{2});
    CHECK(touches.findings()[0].message ==
          "row 2: account a has the same touch on 2024-03-01 again; both count");
  }
  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(TouchColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](TouchColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "a"});
         },
         "null_account", "Touches: account[1] is null; every row needs an account"},
        {[](TouchColumns& c) {
           c.date = tables::with_nulls(tables::Days{1, 2, 3}, {1});
         },
         "null_date", "Touches: date[1] is null; every row needs this date"},
        {[](TouchColumns& c) {
           c.date = tables::Days{1, max_day + 1, 3};
         },
         "date_out_of_range", "Touches: date[1] = day 2932897 is not between 1900-01-01 and 9999-12-31"},
        {[](TouchColumns& c) {
           c.hours = Reals{1, -2, 3};
         },
         "number_out_of_range", "Touches: hours[1] = -2 is not a number >= 0"},
        {[](TouchColumns& c) {
           c.response = Texts{"reactive", "lazy", "reactive"};
         },
         "unknown_response", "Touches: response[1] = \"lazy\" is not one of reactive, proactive, predictive"},
    };
    for (const auto& each : cases) {
      TouchColumns columns = good();
      each.edit(columns);
      CHECK_THROWS_WITH_AS(Touches{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Touches touches(columns);
      CHECK(touches.size() == 2);
      const auto finding = tables::find(touches.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
    }
  }
  TEST_CASE("refuses columns that are missing or of another length") {
    TouchColumns columns = good();
    columns.date = {};
    CHECK_THROWS_WITH(Touches{columns}, "Touches: date is missing; the table needs this column");
    columns = good();
    columns.hours = Reals{1};
    CHECK_THROWS_WITH(Touches{columns}, "Touches: hours = 1 rows does not match the 3 rows of account");
  }
}
