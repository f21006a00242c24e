// SPDX-License-Identifier: MIT
#include <fealty/revenue/summary.hpp>

#include "revenue/tables.hpp"

#include <fealty/core/period.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::days;
using tables::Reals;
using tables::text;
using tables::Texts;

namespace {

SummaryColumns good() {
  SummaryColumns columns;
  columns.period = Texts{"2024-01", "2024-02", "2024-03"};
  columns.churn = Reals{1, 2, 3};
  columns.currency = "USD";
  return columns;
}

const std::vector<std::int64_t>& churn(const Summary& summary) {
  return summary.data().money[static_cast<std::size_t>(LedgerCell::churn)];
}

}  // namespace

TEST_SUITE("revenue/summary") {
  TEST_CASE("amounts in major and in minor units, counts, names and days") {
    SummaryColumns columns = good();
    columns.closing_minor = Counts{10, -20, 30};
    columns.closing_accounts = Counts{1, 2, 0};
    const Summary summary(columns);
    CHECK(summary.size() == 3);
    CHECK(summary.findings().empty());
    CHECK(text(churn(summary)) == "100 200 300");
    constexpr auto closing = static_cast<std::size_t>(LedgerCell::closing);
    CHECK(text(summary.data().money[closing]) == "10 -20 30");
    CHECK(text(summary.data().accounts[closing]) == "1 2 0");
    columns.period = {};
    columns.date = days({"1900-01-01", "2024-02-29", "9999-12-31"});
    CHECK(Summary(columns).size() == 3);
  }

  TEST_CASE("every name that a grid gives is read back to its period") {
    for (const auto period : {Period::day, Period::week, Period::month, Period::quarter, Period::year})
      for (std::int32_t fiscal = 1; fiscal <= 12; ++fiscal)
        for (const auto* range :
             {"1900-01-01 1903-03-01", "1996-12-20 2005-02-01", "2019-12-25 2026-01-09"}) {
          const PeriodGrid grid(tables::date(std::string(range, 10)), tables::date(range + 11), period,
                                fiscal);
          for (std::size_t i = 0; i < grid.size(); ++i) {
            const auto name = revenue::detail::parse_period_name(grid.label(i));
            CAPTURE(grid.label(i));
            REQUIRE(name.has_value());
            CHECK(revenue::detail::start_of(*name, period, fiscal) == std::optional(grid.start(i)));
          }
        }
  }

  TEST_CASE("texts that are no periods") {
    for (const auto* wrong :
         {"",          "2024-13",    "2024-00", "2024-Q5",    "2024-Q0", "2023-W53",   "2024-W00",
          "2024-W54",  "24-01",      "2024-1",  "2024-02-30", "1899-12", "1899-12-31", "FY24",
          "FY2024-01", "FY2024-W01", "2024-",   "2024-Q",     "FY",      "2024/01",    " 2024",
          "2024 ",     "2024-Q11",   "2024-0x", "Q1 2024"})
      CHECK_MESSAGE(!revenue::detail::parse_period_name(wrong), wrong);
    CHECK(revenue::detail::parse_period_name(
        "2020-W53"));  // ISO 8601: a year whose 1 January is a Thursday, or leap
    CHECK(revenue::detail::parse_period_name("2026-W53"));
  }

  TEST_CASE("a column of losses below 0 is turned round, and said to be") {
    SummaryColumns columns = good();
    columns.churn = AmountColumn(Reals{-1, 0, -2.5}).named("lost");
    const Summary summary(columns);
    CHECK(text(churn(summary)) == "100 0 250");
    REQUIRE(summary.findings().size() == 1);
    const Finding& finding = summary.findings()[0];
    CHECK(finding.code == "signs_reversed");
    CHECK(finding.severity == Severity::information);
    CHECK(finding.rows == Counts{0, 2});
    CHECK(finding.message ==
          "Summary: lost[0] = -1 is negative, as most of the column; it holds amounts lost, which a ledger "
          "writes above 0, so all its signs were reversed");
  }

  TEST_CASE("one amount below 0 among others stays; so does one above 0 in a column below 0") {
    SummaryColumns columns = good();
    columns.churn = Reals{1, -2, 3};
    CHECK(text(churn(Summary(columns))) == "100 -200 300");
    CHECK(Summary(columns).findings().empty());
    columns.churn = Reals{-1, 2, -3};
    CHECK(text(churn(Summary(columns))) == "100 -200 300");
    CHECK(tables::codes(Summary(columns).findings()) == "signs_reversed");
    columns.churn = {};
    columns.expansion = Reals{-1, -2, -3};  // gains are never turned
    CHECK(Summary(columns).findings().empty());
  }

  TEST_CASE("empty, and one row") {
    SummaryColumns columns;
    columns.period = Texts{};
    columns.closing = Reals{};
    columns.currency = "USD";
    CHECK(Summary(columns).size() == 0);
    columns.period = Texts{"FY2024-Q1"};
    columns.closing = Reals{1};
    CHECK(Summary(columns).size() == 1);
  }

  TEST_CASE("refuses columns that are missing, twice there, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      SummaryColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(Summary{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.period = {}; },
            "Summary: period, date = 0 columns were given; exactly one of the two says the period");
    refuses(
        [](auto& c) {
          c.date = tables::Days{1, 2, 3};
        },
        "Summary: period, date = 2 columns were given; exactly one of the two says the period");
    refuses([](auto& c) { c.churn = {}; },
            "Summary: opening, …, closing, opening_accounts, …, closing_accounts = 0 columns were given; at "
            "least one says what to compare");
    refuses(
        [](auto& c) {
          c.churn_minor = Counts{1, 2, 3};
        },
        "Summary: churn, churn_minor = 2 columns were given; at most one of the two says the amount");
    refuses([](auto& c) { c.closing_minor = Counts{1}; },
            "Summary: closing_minor = 1 rows does not match the 3 rows of period");
    refuses([](auto& c) { c.account = Texts{"a"}; },
            "Summary: account = 1 rows does not match the 3 rows of period");
    refuses(
        [](auto& c) {
          c.account = Texts{"a", "b", "c"};
          c.closing_accounts = Counts{1, 1, 1};
        },
        "Summary: closing_accounts stands beside account; accounts are counted in totals alone");
    refuses([](auto& c) { c.currency = ""; },
            "Summary: currency is missing: give a currency or a currency_column");
    refuses([](auto& c) { c.currency = "usd"; }, "Summary: currency = \"usd\" is not a currency of ISO 4217");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(SummaryColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](SummaryColumns& c) {
           c.period = tables::ids_with_nulls({"2024-01", "", "2024-03"});
         },
         "null_period", "Summary: period[1] is null; every row needs a period"},
        {[](SummaryColumns& c) {
           c.period = IdColumn(Texts{"2024-01", "Feb 24", "2024-03"}).named("month");
         },
         "unknown_period",
         "Summary: month[1] = \"Feb 24\" is no period such as 2024-12, 2024-Q4, 2024-W52, 2024, FY2024-Q4 or "
         "FY2024, and no day from 1900-01-01 on"},
        {[](SummaryColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "c"});
         },
         "null_account", "Summary: account[1] is null; every row needs an account"},
        {[](SummaryColumns& c) {
           c.churn = AmountColumn(tables::with_nulls(Reals{1, 2, 3}, {1}));
         },
         "null_amount", "Summary: churn[1] is null; write 0 where there is nothing, or leave the column out"},
        {[](SummaryColumns& c) {
           c.churn = Reals{1, std::nan(""), 3};
         },
         "not_finite", "Summary: churn[1] = nan is not finite"},
        {[](SummaryColumns& c) {
           c.churn = Reals{1, -std::numeric_limits<double>::infinity(), 3};
         },
         "not_finite", "Summary: churn[1] = -inf is not finite"},
        {[](SummaryColumns& c) {
           c.closing_accounts = Counts{1, -2, 3};
         },
         "negative_count", "Summary: closing_accounts[1] = -2 is negative"},
        {[](SummaryColumns& c) {
           c.closing_accounts = tables::with_nulls(Counts{1, 2, 3}, {1});
         },
         "null_count",
         "Summary: closing_accounts[1] is null; write 0 where there is none, or leave the column out"},
        {[](SummaryColumns& c) {
           c.currency = "";
           c.currency_column = Texts{"USD", "XXQ", "USD"};
         },
         "unknown_currency", "Summary: currency_column[1] = \"XXQ\" is not a currency of ISO 4217"},
        {[](SummaryColumns& c) {
           c.period = {};
           c.date = tables::Days{0, min_day - 1, 40};
         },
         "date_out_of_range", "Summary: date[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31"},
    };
    for (const auto& each : cases) {
      SummaryColumns columns = good();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(Summary{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Summary summary(columns);
      CHECK(summary.data().row == Counts{0, 2});
      CHECK(churn(summary)[0] == 100);
      CHECK(churn(summary)[1] == 300);
      const auto finding = tables::find(summary.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == Severity::error);
      CHECK(finding->rows == Counts{1});
      CHECK(finding->message == std::string(each.message));
    }
  }

  TEST_CASE("an amount beyond 64 bits is an overflow; one of too many digits is rounded and told") {
    SummaryColumns columns = good();
    columns.churn = Reals{1, 1e18, 3};
    CHECK_THROWS_WITH_AS(Summary{columns}, "Summary: churn[1] = 1e+18 is too large to be exact", Overflow);
    columns.churn = {};
    columns.churn_minor = Counts{1, std::numeric_limits<std::int64_t>::min(), 3};
    CHECK_THROWS_AS(Summary{columns}, Overflow);
    columns.churn_minor = {};
    columns.churn = Reals{1, 2.125, 3};
    const Summary summary(columns);
    CHECK(text(churn(summary)) == "100 212 300");
    REQUIRE(summary.findings().size() == 1);
    CHECK(summary.findings()[0].message ==
          "Summary: churn[1] = 2.125 has more digits than its currency; it was rounded half-even");
  }
}
