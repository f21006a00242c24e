// SPDX-License-Identifier: MIT
#include <fealty/health/measure_table.hpp>

#include "revenue/tables.hpp"

#include <fealty/core/detail/splitmix64.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

MeasureColumns good_measures() {
  MeasureColumns columns{.account = Texts{"b", "a"}};
  columns.values.add("csat", Column<double>(Reals{4, none}));
  columns.values.add("seats", Column<std::int64_t>(Counts{10, 20}));
  columns.ages.add("csat_days", Column<std::int64_t>(Counts{3, 0}));
  columns.baselines.add("seats_90_days_before", Column<double>(Reals{8, 25}));
  columns.reasons.add("csat_reason", IdColumn(Texts{"asked", ""}));
  return columns;
}
/// The columns of a table as text: a name, then its cells.
std::string shown(const MeasureTable& table) {
  std::string out;
  struct Cells {
    std::string operator()(const Column<double>& column) const {
      std::string cells;
      for (const double each : column.values()) cells += fmt::format(" {}", each);
      return cells;
    }
    std::string operator()(const IdColumn& column) const {
      std::string cells;
      for (std::size_t row = 0; row < column.size(); ++row) cells += " " + column.text(row);
      return cells;
    }
  };
  MeasureTable::each_column(table, [&](const char* name, const auto& column) {
    out += (out.empty() ? "" : "\n") + std::string(name) + Cells{}(column);
  });
  return out;
}
Observations seen() {
  return Observations({.account = Texts{"b", "a", "a", "a", "b", "c"},
                       .measure = Texts{"csat", "csat", "csat", "logins", "logins", "csat"},
                       .value = Reals{4, 3, 5, 100, 7, 1},
                       .date = tables::days({"2024-03-01", "2024-03-10", "2024-03-10", "2024-01-05",
                                             "2024-03-20", "2024-06-01"})});
}

}  // namespace

TEST_SUITE("health/measure_table") {
  TEST_CASE("holds numbers of any kind, with their ages, baselines and reasons") {
    const MeasureTable table(good_measures());
    CHECK(table.size() == 2);
    CHECK(shown(table) == "account b a\ncsat 4 nan\nseats 10 20\ncsat_days 3 0");
    CHECK(table.findings().empty());
    const auto& data = *table.data();
    CHECK(data.find("seats", 90)->values[1] == 25);
    CHECK(data.find("seats", 30) == nullptr);
    CHECK(data.find("csat")->reasons.text(0) == "asked");
    CHECK_FALSE(data.find("seats")->ages.present());
  }

  TEST_CASE("nulls are values that were not seen") {
    MeasureColumns columns{.account = Texts{"a", "b"}};
    columns.values.add("x", tables::with_nulls(Reals{1, 2}, {1}));
    columns.values.add("n", tables::with_nulls(Counts{1, 2}, {0}));
    columns.values.add("f", Flags{Column<std::uint8_t>(std::vector<std::uint8_t>{1, 0})});
    columns.values.add("d", DecimalColumn{Column<std::int64_t>(Counts{150, 25}), 2});
    CHECK(shown(MeasureTable(columns)) == "account a b\nx 1 nan\nn nan 2\nf 1 0\nd 1.5 0.25");
  }

  TEST_CASE("a column whose name is taken gets another") {
    MeasureColumns columns{.account = Texts{"a"}};
    columns.values.add("account", Column<double>(Reals{1}));
    columns.values.add("x", Column<double>(Reals{2}));
    columns.values.add("x_days", Column<double>(Reals{3}));
    columns.ages.add("x", Column<double>(Reals{4}));
    CHECK(shown(MeasureTable(columns)) == "account a\naccount_ 1\nx 2\nx_days 3\nx_days_ 4");
  }

  TEST_CASE("no columns, no rows") {
    CHECK(MeasureTable().size() == 0);
    CHECK(shown(MeasureTable()) == "account");
    CHECK(MeasureTable({.account = Texts{}}).size() == 0);
    CHECK(shown(MeasureTable({.account = Texts{"a"}})) == "account a");
  }

  TEST_CASE("refuses columns that are missing, of another length or of another kind") {
    const auto refuses = [](auto edit, const char* message) {
      MeasureColumns columns = good_measures();
      edit(columns);
      CHECK_THROWS_WITH_AS(MeasureTable{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "MeasureTable: account is missing; the table needs this column");
    refuses([](auto& c) { c.as_of = Date{min_day - 1}; },
            "MeasureTable: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    refuses([](auto& c) { c.account = Texts{"a"}; },
            "MeasureTable: values = 2 rows does not match the 1 rows of account");
    refuses(
        [](auto& c) {
          c.values.add("plan", IdColumn(Texts{"x", "y"}));
        },
        "MeasureTable: plan is no column of numbers");
    refuses(
        [](auto& c) {
          c.ages.add("nps_days", Column<double>(Reals{1, 2}));
        },
        "MeasureTable: ages = \"nps_days\" belongs to no column of values; its name is <measure>_days");
    refuses(
        [](auto& c) {
          c.baselines.add("seats_before", Column<double>(Reals{1, 2}));
        },
        "MeasureTable: baselines = \"seats_before\" belongs to no column of values; its name is "
        "<measure>_<days>_days_before");
    refuses(
        [](auto& c) {
          c.reasons.add("seats", Column<double>(Reals{1, 2}));
        },
        "MeasureTable: seats is no column of texts");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(MeasureColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](MeasureColumns& c) {
           c.account = tables::ids_with_nulls({"b", ""});
         },
         "null_account", "MeasureTable: account[1] is null; every row needs it"},
        {[](MeasureColumns& c) {
           c.account = Texts{"b", "b"};
         },
         "repeated_account", "MeasureTable: account[1] = b is in row 0 already; each account has one row"},
        {[](MeasureColumns& c) {
           c.values.add("x", Column<double>(Reals{1, std::numeric_limits<double>::infinity()}));
         },
         "unusable_value", "MeasureTable: x[1] = inf is not a finite number"},
        {[](MeasureColumns& c) {
           c.ages.add("seats_days", Column<double>(Reals{1, -2}));
         },
         "unusable_age", "MeasureTable: seats_days[1] = -2 is no whole number of days >= 0"},
        {[](MeasureColumns& c) {
           c.ages.add("seats_days", Column<double>(Reals{1, 1.5}));
         },
         "unusable_age", "MeasureTable: seats_days[1] = 1.5 is no whole number of days >= 0"},
        {[](MeasureColumns& c) {
           c.ages.add("seats_days", Column<double>(Reals{1, none}));
         },
         "unusable_age", "MeasureTable: seats_days[1] is missing; a value has an age"},
    };
    for (const auto& each : cases) {
      MeasureColumns columns = good_measures();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(MeasureTable{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const MeasureTable table(columns);
      CHECK(table.size() == 1);
      CHECK(table.data()->find("csat")->values[0] == 4);
      CHECK(table.data()->find("csat")->ages[0] == 3);
      const auto finding = tables::find(table.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }

  TEST_CASE("a measure that nobody observed is told") {
    const Observations seen({.account = tables::Texts{"A"},
                             .measure = tables::Texts{"x"},
                             .value = tables::Reals{1},
                             .date = tables::days({"2024-01-01"})});
    CHECK(measures_on(seen, {.measures = {"x"}}).findings().empty());
    const auto found = measures_on(seen, {.measures = {"x", "y"}}).findings();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "unobserved_measure");
    CHECK(found[0].message == "measures_on: y is no measure of the observations");
  }
  TEST_CASE("the mean of the largest numbers is one") {
    const Observations seen({.account = tables::Texts{"A", "A"},
                             .measure = tables::Texts{"x", "x"},
                             .value = tables::Reals{1.7e308, 1.5e308},
                             .date = tables::days({"2024-01-01", "2024-01-01"})});
    CHECK(measures_on(seen).data()->series[0].values[0] == doctest::Approx(1.6e308));
  }
  TEST_CASE("measures on a day: the last on or before it, the mean of several, and nothing later") {
    const MeasureTable table = measures_on(seen(), {.as_of = tables::date("2024-03-15")});
    CHECK(shown(table) == "account a b\ncsat 4 4\nlogins 100 nan\ncsat_days 5 14\nlogins_days 70 nan");
    CHECK(table.as_of() == tables::date("2024-03-15"));
    const MeasureTable last = measures_on(seen());
    CHECK(last.as_of() == tables::date("2024-06-01"));
    CHECK(shown(last) ==
          "account a b c\ncsat 4 4 1\nlogins 100 7 nan\ncsat_days 83 92 0\nlogins_days 148 73 nan");
    CHECK(shown(measures_on(seen(), {.as_of = tables::date("2024-01-05"), .measures = {"logins", "nps"}})) ==
          "account a\nlogins 100\nnps nan\nlogins_days 0\nnps_days nan");
    CHECK(shown(measures_on(seen(), {.as_of = tables::date("2023-01-01"), .measures = {"csat"}})) ==
          "account\ncsat\ncsat_days");
  }

  TEST_CASE("accounts have a row before their attributes are known") {
    const revenue::Accounts late({.account = Texts{"z"},
                                  .valid_from = tables::days({"2030-01-01"}),
                                  .attributes = {{"plan", Texts{"pro"}}}});
    for (const char* day : {"2023-01-01", "2030-01-01"}) {
      const MeasureTable found = measures_on(seen(), {.as_of = tables::date(day), .accounts = late});
      CHECK(found.account().text(found.size() - 1) == "z");
    }
  }

  TEST_CASE("baselines and accounts without observations") {
    const revenue::Accounts accounts({.account = Texts{"z", "a", "d"}});
    const MeasureTable table = measures_on(seen(), {.as_of = tables::date("2024-04-04"),
                                                    .measures = {"logins"},
                                                    .baseline_days = {90, 89, 90},
                                                    .accounts = accounts});
    CHECK(shown(table) == "account a b d z\nlogins 100 7 nan nan\nlogins_days 90 15 nan nan");
    CHECK(table.data()->baselines.size() == 2);
    CHECK(table.data()->find("logins", 90)->values[0] == 100);
    CHECK(std::isnan(table.data()->find("logins", 90)->values[1]));
    CHECK_THROWS_WITH_AS(
        measures_on(seen(), {.accounts = revenue::Accounts({.account = Counts{1}})}),
        "measures_on: accounts = integers are ids of another kind than those of the observations",
        InvalidInput);
    CHECK_THROWS_WITH_AS(measures_on(seen(), {.measures = {"csat", "csat"}}),
                         "measures_on: measures = \"csat\" is there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(measures_on(seen(), {.as_of = Date{-40'000}}),
                         "measures_on: as_of = 1860-06-26 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    const std::int32_t ever = std::numeric_limits<std::int32_t>::max();  // days before: nothing was seen then
    CHECK(measures_on(seen(), {.as_of = Date{-25'000}, .baseline_days = {ever}}).size() == 0);
    CHECK_THROWS_WITH_AS(measures_on(seen(), {.baseline_days = {0}}),
                         "measures_on: baseline_days = 0 is not above 0", InvalidInput);
  }

  TEST_CASE("no observations") {
    const Observations nothing(
        {.account = Texts{}, .measure = Texts{}, .value = Reals{}, .date = tables::Days{}});
    CHECK(measures_on(nothing).size() == 0);
    CHECK_FALSE(measures_on(nothing).as_of().has_value());
  }

  TEST_CASE("like a look at every row, for random observations in any order") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      Counts account;
      Texts measure;
      Reals value;
      tables::Days date;
      const std::size_t rows = random.next() % 300;
      for (std::size_t i = 0; i < rows; ++i) {
        account.push_back(static_cast<std::int64_t>(random.next() % 9));
        measure.push_back(std::string(1, static_cast<char>('p' + random.next() % 4)));
        value.push_back(static_cast<double>(random.next() % 64) / 8);
        date.push_back(static_cast<std::int32_t>(random.next() % 100));
      }
      const auto day = static_cast<std::int32_t>(random.next() % 110);
      std::map<std::pair<std::int64_t, std::string>, std::int32_t> last;
      for (std::size_t i = 0; i < rows; ++i)
        if (date[i] <= day) {
          auto& seen_on = last.try_emplace({account[i], measure[i]}, date[i]).first->second;
          seen_on = std::max(seen_on, date[i]);
        }
      const MeasureTable table =
          measures_on(Observations({.account = account, .measure = measure, .value = value, .date = date}),
                      {.as_of = Date{day}});
      CAPTURE(seed);
      std::size_t there = 0;
      for (const auto& series : table.data()->series)
        for (std::size_t row = 0; row < table.size(); ++row) {
          if (std::isnan(series.values[row])) continue;
          ++there;
          const std::int64_t id = table.data()->account.ids()->number(table.data()->account.codes()[row]);
          const std::int32_t on = last.at({id, series.measure});
          double sum = 0, count = 0;
          for (std::size_t i = 0; i < rows; ++i)
            if (account[i] == id && measure[i] == series.measure && date[i] == on) {
              sum += value[i];
              ++count;
            }
          CHECK(series.values[row] == sum / count);  // eighths: exact
          CHECK(series.ages[row] == day - on);
        }
      CHECK(there == last.size());
    }
  }
}
