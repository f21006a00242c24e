// SPDX-License-Identifier: MIT
#include <fealty/health/observations.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

ObservationColumns good_observations() {
  return {.account = Texts{"b", "a", "a"},
          .measure = Texts{"csat", "usage", "csat"},
          .value = Reals{4, 0.5, 3},
          .date = tables::days({"2024-01-05", "2024-01-03", "2024-01-01"})};
}

}  // namespace

TEST_SUITE("health/observations") {
  TEST_CASE("orders rows by account, measure and day") {
    const Observations observations(good_observations());
    REQUIRE(observations.size() == 3);
    CHECK(observations.findings().empty());
    CHECK(observations.last_day() == tables::date("2024-01-05"));
    std::vector<std::int64_t> rows;
    for (const auto& row : observations.data().rows) rows.push_back(row.row);
    CHECK(rows == std::vector<std::int64_t>{2, 1, 0});
    const Observations none(
        {.account = Texts{}, .measure = Texts{}, .value = Reals{}, .date = tables::Days{}});
    CHECK(none.size() == 0);
    CHECK_FALSE(none.last_day().has_value());
  }

  TEST_CASE("tells of several values of one day") {
    ObservationColumns columns = good_observations();
    columns.measure = Texts{"csat", "csat", "csat"};
    columns.date = tables::days({"2024-01-05", "2024-01-03", "2024-01-03"});
    const auto finding = tables::find(Observations(columns).findings(), "several_values");
    REQUIRE(finding.has_value());
    CHECK(finding->rows == std::vector<std::int64_t>{2});
    CHECK(finding->message == "a has several values of csat on 2024-01-03; their mean counts");
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      ObservationColumns columns = good_observations();
      edit(columns);
      CHECK_THROWS_WITH_AS(Observations{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Observations: account is missing; the table needs this column");
    refuses([](auto& c) { c.measure = {}; }, "Observations: measure is missing; the table needs this column");
    refuses([](auto& c) { c.value = Reals{1}; },
            "Observations: value = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.reason = Texts{"x"}; },
            "Observations: reason = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ObservationColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ObservationColumns& c) {
           c.account = tables::ids_with_nulls({"b", "", "a"});
         },
         "null_account", "Observations: account[1] is null; every row needs it"},
        {[](ObservationColumns& c) {
           c.measure = tables::ids_with_nulls({"csat", "", "csat"});
         },
         "null_measure", "Observations: measure[1] is null; every row needs it"},
        {[](ObservationColumns& c) {
           c.value = Column<double>(Reals{4, std::nan(""), 3}).named("reading");
         },
         "unusable_value", "Observations: reading[1] = nan is not a finite number"},
        {[](ObservationColumns& c) {
           c.value = tables::with_nulls(Reals{4, 1, 3}, {1});
         },
         "unusable_value", "Observations: value[1] is null; every row needs this number"},
        {[](ObservationColumns& c) {
           c.date = tables::with_nulls(tables::days({"2024-01-05", "2024-01-03", "2024-01-01"}), {1});
         },
         "null_date", "Observations: date[1] is null; every row needs this date"},
    };
    for (const auto& each : cases) {
      ObservationColumns columns = good_observations();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(Observations{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Observations observations(columns);
      CHECK(observations.size() == 2);
      const auto finding = tables::find(observations.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }
}
