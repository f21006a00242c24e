// SPDX-License-Identifier: MIT
#include <fealty/health/snapshots.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

using Bytes = std::vector<std::uint8_t>;

SnapshotColumns good_snapshots() {
  SnapshotColumns columns{.account = Texts{"b", "a", "a"},
                          .as_of = tables::days({"2024-01-01", "2024-04-01", "2024-01-01"})};
  columns.attributes.add("score", Column<double>(Reals{20, 40, 60}));
  columns.due = tables::days({"2024-06-01", "2024-07-01", "2024-03-01"});
  columns.known_on = tables::days({"2023-12-31", "2024-03-31", "2023-12-30"});
  columns.treated = Bytes{1, 0, 0};
  columns.mrr_minor = Counts{100, 200, 300};
  columns.currency = "USD";
  return columns;
}

}  // namespace

TEST_SUITE("health/snapshots") {
  TEST_CASE("rows stand by account and day, with what belongs to them") {
    const Snapshots snapshots(good_snapshots());
    REQUIRE(snapshots.size() == 3);
    CHECK(snapshots.findings().empty());
    const health::detail::SnapshotData& data = snapshots.data();
    const Column<double>& score = std::get<Column<double>>(data.attributes.at("score"));
    const double scores[] = {60, 40, 20};
    const char* const accounts[] = {"a", "a", "b"};
    const std::int64_t mrr[] = {300, 200, 100}, rows[] = {2, 1, 0};
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(data.accounts->text(data.rows[i].account) == accounts[i]);
      CHECK(score[i] == scores[i]);
      CHECK(data.rows[i].mrr == mrr[i]);
      CHECK(data.rows[i].row == rows[i]);
    }
    CHECK(data.rows[0].due == tables::day("2024-03-01"));
    CHECK(data.rows[2].known_on == tables::day("2023-12-31"));
    CHECK(data.rows[2].treated == 1);
  }

  TEST_CASE("optional columns may be left out, and their cells be null") {
    SnapshotColumns columns{.account = Counts{7}, .as_of = tables::days({"2024-01-01"})};
    const Snapshots plain(columns);
    CHECK_FALSE(plain.data().has_due);
    CHECK_FALSE(plain.data().has_mrr);
    CHECK(plain.data().rows[0].due == health::detail::no_day);
    columns.due = tables::with_nulls(tables::Days{0}, {0});
    CHECK(Snapshots(columns).data().rows[0].due == health::detail::no_day);
    CHECK(Snapshots({.account = Texts{}, .as_of = tables::Days{}}).size() == 0);
  }

  TEST_CASE("amounts in major units become minor units, half-even") {
    SnapshotColumns columns = good_snapshots();
    columns.mrr_minor = {};
    columns.mrr = Reals{1.005, 2.5, 3};
    const Snapshots snapshots(columns);
    CHECK(snapshots.data().rows[1].mrr == 250);
    CHECK(tables::codes(snapshots.findings()) == "more_digits_than_currency");
  }

  TEST_CASE("refuses columns that are missing, contradict, or have another length") {
    const auto refuses = [](auto edit, const char* message) {
      SnapshotColumns columns = good_snapshots();
      edit(columns);
      CHECK_THROWS_WITH_AS(Snapshots{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Snapshots: account is missing; the table needs this column");
    refuses([](auto& c) { c.as_of = {}; }, "Snapshots: as_of is missing; the table needs this column");
    refuses([](auto& c) { c.due = tables::days({"2024-01-01"}); },
            "Snapshots: due = 1 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          c.mrr = Reals{1, 2, 3};
        },
        "Snapshots: mrr, mrr_minor = 2 columns were given; one of the two says the amount");
    refuses([](auto& c) { c.currency = ""; },
            "Snapshots: currency is missing: give a currency or a currency_column");
    refuses([](auto& c) { c.currency = "XYZ"; },
            "Snapshots: currency = \"XYZ\" is not a currency of ISO 4217");
    refuses(
        [](auto& c) {
          c.attributes = {};
          c.attributes.add("score", Column<double>(Reals{1}));
        },
        "Snapshots: attributes = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(SnapshotColumns&);
      const char* code;
      const char* message;
      std::vector<std::int64_t> rows;
    };
    const std::vector<Case> cases{
        {[](SnapshotColumns& c) {
           c.account = tables::ids_with_nulls({"b", "", "a"});
         },
         "null_account",
         "Snapshots: account[1] is null; every row needs it",
         {1}},
        {[](SnapshotColumns& c) {
           c.as_of = tables::with_nulls(tables::Days{1, 2, 3}, {1});
         },
         "null_date",
         "Snapshots: as_of[1] is null; every row needs this date",
         {1}},
        {[](SnapshotColumns& c) {
           c.due = tables::Days{1, 3'000'000, 3};
         },
         "date_out_of_range",
         "Snapshots: due[1] = day 3000000 is not between 1900-01-01 and 9999-12-31",
         {1}},
        {[](SnapshotColumns& c) {
           c.treated = Bytes{0, 2, 0};
         },
         "unusable_flag",
         "Snapshots: treated[1] = 2 is not 0 or 1",
         {1}},
        {[](SnapshotColumns& c) {
           c.mrr_minor = Counts{1, -2, 3};
         },
         "negative_amount",
         "Snapshots: mrr_minor[1] = -2 is negative",
         {1}},
        {[](SnapshotColumns& c) {
           c.account = Texts{"a", "b", "a"};
           c.as_of = tables::days({"2024-01-01", "2024-04-01", "2024-01-01"});
         },
         "repeated_row",
         "Snapshots: account[0] = a stands in row 2 too on 2024-01-01; it has one snapshot a day",
         {0, 2}},
    };
    for (const auto& each : cases) {
      SnapshotColumns columns = good_snapshots();
      each.edit(columns);
      CAPTURE(each.code);
      CHECK_THROWS_WITH_AS(Snapshots{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Snapshots snapshots(columns);
      CHECK(snapshots.size() == 3 - each.rows.size());
      const auto finding = tables::find(snapshots.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == each.rows);
    }
    SnapshotColumns columns = good_snapshots();
    columns.mrr_minor = {};
    columns.mrr = Reals{1e300, 1, 1};
    CHECK_THROWS_AS(Snapshots{columns}, Overflow);
  }
}
