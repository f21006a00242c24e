// SPDX-License-Identifier: MIT
#include <fealty/revenue/contract_value.hpp>

#include "revenue/contract_tables.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::contract;
using tables::Counts;
using tables::date;

namespace {

std::int64_t tcv(std::int64_t monthly, std::string_view start, std::string_view end) {
  return total_contract_value({monthly, currency("USD")}, {.start = date(start), .end = date(end)});
}

/// The months between two days, counted forward month by month.
double naive_months(Date start, Date end) {
  std::int32_t whole = 0;
  while (add_months(start, whole + 1) <= end) ++whole;
  const Date last = add_months(start, whole), next = add_months(start, whole + 1);
  return whole + static_cast<double>(end.days - last.days) / static_cast<double>(next.days - last.days);
}

}  // namespace

TEST_SUITE("revenue/contract_value") {
  TEST_CASE("Zuora's examples of proration by day") {
    // Order metrics, part 3: 7 more units of 5.00 from 2018-08-18, MRR 35: 14/31 x 35 + 4 x 35 = 155.81.
    CHECK(tcv(3500, "2018-08-18", "2019-01-01") == 15581);
    // Part 2: 3 more units of 5.00 for nine months; part 4 counts twelve months.
    CHECK(tcv(1500, "2018-04-01", "2019-01-01") == 13500);
    CHECK(tcv(8000, "2019-01-01", "2020-01-01") == 96000);
    // How TCV is calculated, example 1: January 1 to March 1 are two months.
    CHECK(tcv(10000, "2027-01-01", "2027-03-01") == 20000);
    // After amendments: 100 x (1 + 14/28) = 150.
    CHECK(tcv(10000, "2027-01-01", "2027-02-15") == 15000);
    // Community, "TCV calculation": 2017-02-27 to 2018-02-01 are 11 + 5/31 months.
    CHECK(tcv(3'100'000, "2017-02-27", "2018-02-01") == 11 * 3'100'000 + 500'000);
  }

  TEST_CASE("a year is a year, from whatever day") {
    CHECK(tcv(100, "2017-02-28", "2018-02-28") == 1200);
    CHECK(tcv(100, "2019-02-28", "2020-02-28") == 1200);
    CHECK(tcv(100, "2020-02-29", "2021-02-28") == 1200);
    CHECK(tcv(100, "2023-01-31", "2023-02-28") == 100);
    CHECK(tcv(100, "2023-01-31", "2023-03-31") == 200);
    CHECK(tcv(3100, "2023-01-31", "2023-03-30") == 3100 + 3000);  // from 28 February 30 days of 31
    CHECK(tcv(0, "2023-01-31", "2023-03-30") == 0);
    CHECK(tcv(-3100, "2023-01-31", "2023-03-30") == -6100);
  }

  TEST_CASE("rounds once, half-even, and is exact up to 64 bits") {
    CHECK(tcv(1, "2023-04-01", "2023-04-16") == 0);  // 15/30 of a cent
    CHECK(tcv(3, "2023-04-01", "2023-04-16") == 2);  // 1.5
    CHECK(tcv(5, "2023-04-01", "2023-04-16") == 2);  // 2.5
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(tcv(most, "2023-04-01", "2023-05-01") == most);
    CHECK_THROWS_WITH_AS(tcv(most, "2023-04-01", "2023-05-02"),
                         "total_contract_value: monthly = 92,233,720,368,547,758.07 USD over the term is "
                         "beyond 64 bits",
                         Overflow);
  }

  TEST_CASE("refuses terms without a day, and days out of range") {
    CHECK_THROWS_WITH_AS(tcv(1, "2023-04-01", "2023-04-01"),
                         "total_contract_value: end = 2023-04-01 is not after start 2023-04-01",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(tcv(1, "1899-12-31", "2023-04-01"),
                         "total_contract_value: start = 1899-12-31 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(total_contract_value({1, currency("USD")}, {.start = Date{0}, .end = Date{open}}),
                         "total_contract_value: end = open is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK(tcv(100, "1900-01-01", "9999-12-31") == 100 * 12 * 8100 - 3);  // 31 December is missing: 100/31
    CHECK(tcv(3100, "9999-12-30", "9999-12-31") == 100);
    CHECK(tcv(3100, "9999-11-30", "9999-12-31") == 3100 + 100);
  }

  TEST_CASE("a contract of three years with a fee at its start") {
    // 360,000 over three years and 20,000 once: ACV 120,000 without the fee, 126,666.67 with it.
    const auto out = contract_value(
        tables::contracts({contract("a", "2023-12-01", "2024-01-01", "2027-01-01", 36'000'000, 2'000'000)}));
    CHECK(out.term_months == std::vector<double>{36});
    CHECK(out.total.minor == Counts{36'000'000});
    CHECK(out.one_time.minor == Counts{2'000'000});
    CHECK(out.tcv.minor == Counts{38'000'000});
    CHECK(out.acv.minor == Counts{12'666'667});
    CHECK(out.recurring_acv.minor == Counts{12'000'000});
    CHECK(out.mrr.minor == Counts{1'000'000});
    CHECK(out.acv.currency == currency("USD"));
    CHECK(out.row == Counts{0});
    CHECK(out.account.text(0) == "a");
    CHECK(out.contract.text(0) == "null");
  }

  TEST_CASE("a contract of a year is its own ACV, and one of a month is worth twelve") {
    const auto out =
        contract_value(tables::contracts({contract("a", "2024-01-01", "2024-02-29", "2025-02-28", 777),
                                          contract("b", "2024-01-01", "2024-01-01", "2024-02-01", 100),
                                          contract("c", "2024-01-01", "2024-01-01", "2024-01-02", 10)}));
    CHECK(out.acv.minor == Counts{777, 1200, 10 * 31 * 12});
    CHECK(out.mrr.minor == Counts{65, 100, 310});
    CHECK(out.term_months[2] == 1.0 / 31);
  }

  TEST_CASE("what is signed after as_of is not known, whenever it begins") {
    const auto table = tables::contracts({contract("a", "2023-12-01", "2024-06-01", "2025-06-01", 1),
                                          contract("b", "2024-02-01", "2024-01-01", "2025-01-01", 2)});
    CHECK(contract_value(table, {.as_of = date("2023-11-30")}).row.empty());
    CHECK(contract_value(table, {.as_of = date("2023-12-01")}).total.minor == Counts{1});
    CHECK(contract_value(table, {.as_of = date("2024-01-31")}).total.minor == Counts{1});
    CHECK(contract_value(table, {.as_of = date("2024-02-01")}).total.minor == Counts{1, 2});
    CHECK(contract_value(table).total.minor == Counts{1, 2});
  }

  TEST_CASE("random contracts: months counted forward, and values that come back") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      naive::Random random(seed);
      auto rows = tables::random_contracts(random, 30);
      const auto out = contract_value(tables::contracts(rows));
      REQUIRE(out.row.size() == rows.size());
      CAPTURE(seed);
      for (std::size_t i = 0; i < out.row.size(); ++i) {
        const auto& row = rows[static_cast<std::size_t>(out.row[i])];
        const double months = naive_months(Date{row.start}, Date{row.end});
        CHECK(out.account.text(i) == row.account);
        CHECK(out.term_months[i] == doctest::Approx(months).epsilon(1e-14));
        CHECK(out.tcv.minor[i] == row.total_minor + row.one_time_minor);
        CHECK(std::abs(static_cast<double>(out.mrr.minor[i]) * months -
                       static_cast<double>(row.total_minor)) <= 0.5 * months + 1e-6);
        CHECK(std::abs(static_cast<double>(out.acv.minor[i]) -
                       12 * static_cast<double>(out.tcv.minor[i]) / months) <= 0.5 + 1e-6);
        // A month's worth over the term is the total, up to the rounding of the month's worth.
        CHECK(std::abs(
                  static_cast<double>(total_contract_value({out.mrr.minor[i], currency("USD")},
                                                           {.start = Date{row.start}, .end = Date{row.end}}) -
                                      row.total_minor)) <= 0.5 * months + 1);
      }
      std::reverse(rows.begin(), rows.end());
      CHECK(contract_value(tables::contracts(rows)).acv.minor == out.acv.minor);
    }
  }

  TEST_CASE("takes one currency") {
    ContractColumns columns{.account = tables::Texts{"a", "b"},
                            .signed_on = tables::days({"2024-01-01", "2024-01-01"}),
                            .start = tables::days({"2024-01-01", "2024-01-01"}),
                            .end = tables::days({"2025-01-01", "2025-01-01"}),
                            .total_minor = Counts{1, 2},
                            .contract = tables::Texts{"C-1", "C-2"},
                            .currency_column = tables::Texts{"USD", "EUR"}};
    CHECK_THROWS_WITH_AS(contract_value(Contracts(columns)),
                         "contract_value: currency = EUR, USD are several; split the contracts by currency",
                         InvalidInput);
    columns.currency_column = tables::Texts{"EUR", "EUR"};
    CHECK(contract_value(Contracts(columns)).tcv.currency == currency("EUR"));
    CHECK(contract_value(Contracts(columns)).contract.text(1) == "C-2");
  }

  TEST_CASE("empty, and the columns in order") {
    const auto out = contract_value(tables::contracts({}));
    CHECK(out.row.empty());
    CHECK(out.account.size() == 0);
    std::string names;
    ContractValue::each_column(out, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "account contract row signed_on start end term_months total one_time tcv acv recurring_acv mrr ");
  }
}
