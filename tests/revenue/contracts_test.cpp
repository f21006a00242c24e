// SPDX-License-Identifier: MIT
#include <fealty/revenue/contracts.hpp>

#include "revenue/contract_tables.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

ContractColumns good() {
  return {.account = Texts{"b", "a", "a"},
          .signed_on = days({"2023-12-15", "2023-12-01", "2024-11-20"}),
          .start = days({"2024-01-01", "2024-01-01", "2025-01-01"}),
          .end = days({"2025-01-01", "2025-01-01", "2026-01-01"}),
          .total = Reals{1200, 600, 660},
          .currency = "USD"};
}

std::string lines(const Contracts& table) {
  std::string out;
  for (const auto& row : table.data().rows)
    out += fmt::format("{}{} {} {}..{} {}+{} {}", out.empty() ? "" : "\n",
                       table.data().accounts->text(row.account), to_string(Date{row.signed_on}),
                       to_string(Date{row.start}), to_string(Date{row.end}), row.total, row.one_time,
                       table.data().currencies[row.currency].code());
  return out;
}

}  // namespace

TEST_SUITE("revenue/contracts") {
  TEST_CASE("reads the rows, by account id and then by start") {
    const Contracts table(good());
    CHECK(table.size() == 3);
    CHECK(table.findings().empty());
    CHECK(lines(table) ==
          "a 2023-12-01 2024-01-01..2025-01-01 60000+0 USD\n"
          "a 2024-11-20 2025-01-01..2026-01-01 66000+0 USD\n"
          "b 2023-12-15 2024-01-01..2025-01-01 120000+0 USD");
  }

  TEST_CASE("one-time amounts stand beside the total, and may be larger; a missing one is nothing") {
    auto columns = good();
    columns.one_time = Column<double>(tables::with_nulls<double>({5000, none, 0.5}, {1}));
    const Contracts table(columns);
    CHECK(lines(table) ==
          "a 2023-12-01 2024-01-01..2025-01-01 60000+0 USD\n"
          "a 2024-11-20 2025-01-01..2026-01-01 66000+50 USD\n"
          "b 2023-12-15 2024-01-01..2025-01-01 120000+500000 USD");
    columns.one_time = {};
    columns.one_time_minor = Counts{500000, 0, 50};
    CHECK(lines(Contracts(columns)) == lines(table));
  }

  TEST_CASE("amounts come in minor units, as decimals or in any currency") {
    auto columns = good();
    columns.total = {};
    columns.total_minor = Counts{120000, 60000, 66000};
    CHECK(lines(Contracts(columns)) == lines(Contracts(good())));
    columns = good();
    columns.total = AmountColumn(DecimalColumn{Counts{12000000, 6000000, 6600000}, 4});
    CHECK(lines(Contracts(columns)) == lines(Contracts(good())));
    columns.currency = "";
    columns.currency_column = Texts{"JPY", "KWD", "EUR"};
    CHECK(lines(Contracts(columns)) ==
          "a 2023-12-01 2024-01-01..2025-01-01 600000+0 KWD\n"
          "a 2024-11-20 2025-01-01..2026-01-01 66000+0 EUR\n"
          "b 2023-12-15 2024-01-01..2025-01-01 1200+0 JPY");
  }

  TEST_CASE("the order of the rows changes nothing") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      naive::Random random(seed);
      auto rows = tables::random_contracts(random, 25);
      const std::string before = lines(tables::contracts(rows));
      std::reverse(rows.begin(), rows.end());
      CAPTURE(seed);
      CHECK(lines(tables::contracts(rows)) == before);
    }
  }

  TEST_CASE("lists what is odd") {
    auto columns = good();
    columns.signed_on = days({"2023-12-15", "2024-02-01", "2024-11-20"});
    columns.total = Reals{1200, 600.125, 660.5};
    const Contracts table(columns);
    CHECK(tables::codes(table.findings()) == "more_digits_than_currency signed_after_start");
    CHECK(tables::find(table.findings(), "signed_after_start")->message ==
          "Contracts: signed_on[1] = 2024-02-01 is after start 2024-01-01");
    CHECK(tables::find(table.findings(), "signed_after_start")->severity == Severity::warning);
    CHECK(tables::find(table.findings(), "more_digits_than_currency")->message ==
          "Contracts: total[1] = 600.125 has more digits than its currency; it was rounded half-even");
    CHECK(table.data().rows[0].total == 60012);
  }

  TEST_CASE("a row that repeats another in every column is told, and counts") {
    const auto twice = [](std::int64_t second, Texts ids) {
      ContractColumns columns{.account = Texts{"a", "b", "a"},
                              .signed_on = days({"2023-12-15", "2023-12-15", "2023-12-15"}),
                              .start = days({"2024-01-01", "2024-01-01", "2024-01-01"}),
                              .end = days({"2025-01-01", "2025-01-01", "2025-01-01"}),
                              .total_minor = Counts{100, 100, second},
                              .currency = "USD"};
      if (!ids.empty()) columns.contract = ids;
      return Contracts(columns);
    };
    CHECK(twice(100, {}).size() == 3);
    REQUIRE(tables::codes(twice(100, {}).findings()) == "duplicate_contract");
    CHECK(twice(100, {}).findings()[0].rows == Counts{2});
    CHECK(twice(100, {}).findings()[0].message ==
          "row 2: account a has the same contract in row 0; both count");
    CHECK(twice(101, {}).findings().empty());
    CHECK(twice(100, {"C1", "C2", "C3"}).findings().empty());
    CHECK(tables::codes(twice(100, {"C1", "C1", "C1"}).findings()) == "duplicate_contract");
  }

  TEST_CASE("refuses rows that break a rule") {
    const auto message = [](const ContractColumns& columns) -> std::string {
      try {
        const Contracts table(columns);
      } catch (const InvalidInput& error) {
        return error.what();
      }
      return "accepted";
    };
    auto columns = good();
    columns.end = days({"2025-01-01", "2025-01-01", "2025-01-01"});
    CHECK(message(columns) ==
          "Contracts: end[2] = 2025-01-01 is its start; a contract covers at least one day");
    columns.end = Column<std::int32_t>(days({"2025-01-01", "2023-12-31", "2026-01-01"})).named("end_date");
    columns.start = Column<std::int32_t>(days({"2024-01-01", "2024-01-01", "2025-01-01"})).named("begin");
    CHECK(message(columns) == "Contracts: end_date[1] = 2023-12-31 is before begin 2024-01-01");
    columns.end = days({"2025-01-01", "open", "2026-01-01"});
    CHECK(message(columns) == "Contracts: end[1] = open is not between 1900-01-01 and 9999-12-31");
    columns.end = tables::with_nulls(days({"2025-01-01", "2025-01-01", "2026-01-01"}), {2});
    CHECK(message(columns) == "Contracts: end[2] is null; every row needs this date");
    columns = good();
    columns.signed_on = tables::with_nulls(days({"2025-01-01", "2025-01-01", "2026-01-01"}), {0});
    CHECK(message(columns) == "Contracts: signed_on[0] is null; every row needs this date");
    columns = good();
    columns.start = tables::Days{min_day - 1, 19723, 20089};
    CHECK(message(columns) == "Contracts: start[0] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    columns = good();
    columns.account = tables::ids_with_nulls({"a", "", "b"});
    CHECK(message(columns) == "Contracts: account[1] is null; every row needs an account");
    columns = good();
    columns.total = Reals{1, -2, 3};
    CHECK(message(columns) == "Contracts: total[1] = -2 is negative");
    columns.total = Reals{1, 2, none};
    CHECK(message(columns) == "Contracts: total[2] = nan is not finite");
    columns.total = Reals{1, 2, infinity};
    CHECK(message(columns) == "Contracts: total[2] = inf is not finite");
    columns.total = Column<double>(tables::with_nulls<double>({1, 2, 3}, {0}));
    CHECK(message(columns) == "Contracts: total[0] is null; every row needs a total");
    columns = good();
    columns.one_time_minor = Counts{0, 0, -1};
    CHECK(message(columns) == "Contracts: one_time_minor[2] = -1 is negative");
    columns = good();
    columns.currency = "XYZ";
    CHECK(message(columns) == "Contracts: currency = \"XYZ\" is not a currency of ISO 4217");
    columns.currency = "";
    columns.currency_column = Texts{"USD", "usd", "USD"};
    CHECK(message(columns) == "Contracts: currency_column[1] = \"usd\" is not a currency of ISO 4217");
  }

  TEST_CASE("refuses tables of the wrong shape") {
    auto columns = good();
    columns.end = {};
    CHECK_THROWS_WITH_AS(Contracts{columns}, "Contracts: end is missing; the table needs this column",
                         InvalidInput);
    columns = good();
    columns.signed_on = days({"2024-01-01"});
    CHECK_THROWS_WITH_AS(Contracts{columns},
                         "Contracts: signed_on = 1 rows does not match the 3 rows of account", InvalidInput);
    columns = good();
    columns.total_minor = Counts{1, 2, 3};
    CHECK_THROWS_WITH_AS(
        Contracts{columns},
        "Contracts: total, total_minor = 2 columns were given; exactly one of the two says the amount",
        InvalidInput);
    columns = good();
    columns.total = {};
    CHECK_THROWS_WITH_AS(
        Contracts{columns},
        "Contracts: total, total_minor = 0 columns were given; exactly one of the two says the amount",
        InvalidInput);
    columns = good();
    columns.one_time = Reals{1, 2, 3};
    columns.one_time_minor = Counts{1, 2, 3};
    CHECK_THROWS_WITH_AS(
        Contracts{columns},
        "Contracts: one_time, one_time_minor = 2 columns were given; at most one of the two says the amount",
        InvalidInput);
  }

  TEST_CASE("refuses amounts that leave 64 bits, as they are, together or in a year") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto of = [](std::int64_t total, std::int64_t one_time, std::string_view end) {
      return tables::contracts({tables::contract("whale", "2024-01-01", "2024-01-01", end, total, one_time)});
    };
    CHECK(of(most, 0, "2025-01-01").data().rows[0].total == most);
    CHECK(of(most - 1, 1, "2026-01-01").size() == 1);
    const char* const message =
        "Contracts: total_minor[0] = 9223372036854775807 of account whale is too large: with its one-time "
        "part, or in a year, it is beyond what is exact";
    CHECK_THROWS_WITH_AS(of(most, 1, "2026-01-01"), message, Overflow);
    CHECK_THROWS_WITH_AS(of(most, 0, "2024-12-31"), message, Overflow);
    auto columns = good();
    columns.total = Reals{1, 1e300, 2};
    CHECK_THROWS_WITH_AS(Contracts{columns},
                         "Contracts: total[1] = 1e+300 of account a is too large: with its one-time part, or "
                         "in a year, it is beyond what is exact",
                         Overflow);
  }

  TEST_CASE("drops what breaks a rule, and says so") {
    auto columns = good();
    columns.total = Reals{1200, -1, 660};
    columns.end = days({"2024-01-01", "2025-01-01", "2026-01-01"});
    columns.on_error = OnError::drop;
    const Contracts table(columns);
    CHECK(lines(table) == "a 2024-11-20 2025-01-01..2026-01-01 66000+0 USD");
    CHECK(tables::codes(table.findings()) == "zero_length_contract negative_amount");
    CHECK(table.findings()[0].rows == Counts{0});
    CHECK(table.findings()[1].rows == Counts{1});
    CHECK(table.findings()[1].severity == Severity::error);
  }

  TEST_CASE("takes the whole calendar") {
    const auto table =
        tables::contracts({tables::contract("a", "1900-01-01", "1900-01-01", "9999-12-31", 1),
                           tables::contract("b", "9999-12-31", "9999-12-30", "9999-12-31", 1)});
    CHECK(table.size() == 2);
  }

  TEST_CASE("empty") {
    const auto table = tables::contracts({});
    CHECK(table.size() == 0);
    CHECK(table.findings().empty());
  }
}
