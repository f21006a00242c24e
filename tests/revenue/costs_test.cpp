// SPDX-License-Identifier: MIT
#include <fealty/revenue/costs.hpp>

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

CostColumns good() {
  return {.period = days({"2024-02-01", "2024-01-01", "2024-03-31"}),
          .sales_and_marketing = Reals{100, 200.5, 0},
          .cost_of_goods_sold = Reals{10, 20, 30},
          .currency = "USD"};
}

std::string refusal(const CostColumns& columns) {
  try {
    const Costs costs(columns);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_SUITE("revenue/costs") {
  TEST_CASE("reads the rows") {
    const Costs costs(good());
    CHECK(costs.size() == 3);
    CHECK(costs.findings().empty());
    CHECK(costs.currency() == currency("USD"));
    CHECK(costs.data().day == days({"2024-02-01", "2024-01-01", "2024-03-31"}));
    CHECK(costs.data().sales_and_marketing == Counts{10000, 20050, 0});
    CHECK(costs.data().cost_of_goods_sold == Counts{1000, 2000, 3000});
  }

  TEST_CASE("one kind of cost is enough, in either unit") {
    const Costs costs(
        {.period = days({"2024-01-01"}), .cost_of_goods_sold_minor = Counts{7}, .currency = "JPY"});
    CHECK(costs.data().sales_and_marketing.empty());
    CHECK(costs.data().cost_of_goods_sold == Counts{7});
    CHECK(costs.currency() == currency("JPY"));
  }

  TEST_CASE("rows of one day add up, and are told") {
    auto columns = good();
    columns.period = days({"2024-01-01", "2024-02-01", "2024-01-01"});
    const Costs costs(columns);
    CHECK(costs.size() == 3);
    REQUIRE(tables::codes(costs.findings()) == "duplicate_period");
    CHECK(costs.findings()[0].rows == Counts{2});
    CHECK(costs.findings()[0].message == "row 2: there are other costs of 2024-01-01; they add up");
  }

  TEST_CASE("digits beyond the currency are rounded half-even, and told") {
    auto columns = good();
    columns.sales_and_marketing = Reals{100, 0.125, 0.375};
    const Costs costs(columns);
    CHECK(costs.data().sales_and_marketing == Counts{10000, 12, 38});
    CHECK(
        costs.findings().at(0).message ==
        "Costs: sales_and_marketing[1] = 0.125 has more digits than its currency; it was rounded half-even");
    CHECK(costs.findings()[0].rows == Counts{1, 2});
  }

  TEST_CASE("refuses rows that break a rule") {
    auto columns = good();
    columns.period = tables::with_nulls(days({"2024-02-01", "2024-01-01", "2024-03-31"}), {1});
    CHECK(refusal(columns) == "Costs: period[1] is null; every row needs this date");
    columns.period = Column<std::int32_t>(tables::Days{0, max_day + 1, 0}).named("month");
    CHECK(refusal(columns) == "Costs: month[1] = day 2932897 is not between 1900-01-01 and 9999-12-31");
    columns = good();
    columns.sales_and_marketing = Reals{1, -0.5, 1};
    CHECK(refusal(columns) == "Costs: sales_and_marketing[1] = -0.5 is negative");
    columns.sales_and_marketing = Reals{1, 1, std::numeric_limits<double>::quiet_NaN()};
    CHECK(refusal(columns) == "Costs: sales_and_marketing[2] = nan is not finite");
    columns.sales_and_marketing = Column<double>(tables::with_nulls<double>({1, 2, 3}, {0}));
    CHECK(refusal(columns) == "Costs: sales_and_marketing[0] is null; every row needs an amount");
    columns = good();
    columns.cost_of_goods_sold = Reals{1, 2, -std::numeric_limits<double>::infinity()};
    CHECK(refusal(columns) == "Costs: cost_of_goods_sold[2] = -inf is not finite");
    columns = good();
    columns.currency = "";
    CHECK(refusal(columns) == "Costs: currency is missing: give a currency or a currency_column");
    columns.currency_column = Texts{"USD", "EUR", "USD"};
    CHECK(refusal(columns) == "Costs: currency_column = EUR, USD are several; costs are of one currency");
    columns.on_error = OnError::drop;
    CHECK(refusal(columns) == "Costs: currency_column = EUR, USD are several; costs are of one currency");
    columns.currency_column = Texts{"EUR", "EUR", "EUR"};
    CHECK(Costs(columns).currency() == currency("EUR"));
  }

  TEST_CASE("refuses tables of the wrong shape") {
    auto columns = good();
    columns.period = {};
    CHECK(refusal(columns) == "Costs: period is missing; the table needs this column");
    columns = good();
    columns.sales_and_marketing = Reals{1};
    CHECK(refusal(columns) == "Costs: sales_and_marketing = 1 rows does not match the 3 rows of period");
    columns = good();
    columns.sales_and_marketing = columns.cost_of_goods_sold = {};
    CHECK(
        refusal(columns) ==
        "Costs: sales_and_marketing, cost_of_goods_sold = 0 columns were given; the table needs one of them");
    columns = good();
    columns.sales_and_marketing_minor = Counts{1, 2, 3};
    CHECK(refusal(columns) ==
          "Costs: sales_and_marketing, sales_and_marketing_minor = 2 columns were given; at most one of the "
          "two says the amount");
    columns = good();
    columns.cost_of_goods_sold_minor = Counts{1, 2, 3};
    CHECK(
        refusal(columns) ==
        "Costs: cost_of_goods_sold, cost_of_goods_sold_minor = 2 columns were given; at most one of the two "
        "says the amount");
  }

  TEST_CASE("refuses amounts, and sums, that leave 64 bits") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CostColumns columns{.period = days({"2024-01-01", "2024-02-01"}),
                        .sales_and_marketing_minor = Counts{most, 0},
                        .currency = "USD"};
    CHECK(Costs(columns).data().sales_and_marketing == Counts{most, 0});
    columns.sales_and_marketing_minor = Counts{most, 1};
    CHECK_THROWS_WITH_AS(Costs{columns},
                         "Costs: sales_and_marketing = 2 rows sum beyond 64 bits of minor units", Overflow);
    columns.sales_and_marketing_minor = {};
    columns.sales_and_marketing = Reals{1, 1e17};
    CHECK_THROWS_WITH_AS(Costs{columns}, "Costs: sales_and_marketing[1] = 1e+17 is too large to be exact",
                         Overflow);
  }

  TEST_CASE("drops what breaks a rule, and says so") {
    auto columns = good();
    columns.sales_and_marketing = Reals{1, -2, 3};
    columns.on_error = OnError::drop;
    const Costs costs(columns);
    CHECK(costs.data().sales_and_marketing == Counts{100, 300});
    CHECK(costs.data().cost_of_goods_sold == Counts{1000, 3000});
    CHECK(tables::codes(costs.findings()) == "negative_amount");
  }

  TEST_CASE("empty") {
    const Costs costs({.period = tables::Days{}, .sales_and_marketing = Reals{}, .currency = "EUR"});
    CHECK(costs.size() == 0);
    CHECK(costs.currency() == currency("EUR"));
  }
}
