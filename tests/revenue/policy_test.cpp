// SPDX-License-Identifier: MIT
#include <fealty/revenue/policy.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;

namespace {

std::string value_of(const PolicyTable& table, const std::string& convention) {
  for (std::size_t i = 0; i < table.convention.size(); ++i)
    if (table.convention[i] == convention) return table.value[i];
  return "not there";
}

}  // namespace

TEST_SUITE("revenue/policy") {
  TEST_CASE("the defaults of a policy are those of mrr_ledger") {
    const LedgerPolicy policy;
    const MrrLedgerOptions options;
    CHECK(policy.period == options.period);
    CHECK(policy.fiscal_year_start == options.fiscal_year_start);
    CHECK(policy.grain == options.grain);
    CHECK(policy.netting == options.netting);
    CHECK(policy.period == Period::month);
    CHECK(policy.fiscal_year_start == 1);
  }

  TEST_CASE("spells out every convention, in words, once") {
    const PolicyTable table = describe_policy({});
    REQUIRE(table.value.size() == table.convention.size());
    REQUIRE(table.meaning.size() == table.convention.size());
    CHECK(std::set<std::string>(table.convention.begin(), table.convention.end()).size() ==
          table.convention.size());
    for (const auto& meaning : table.meaning) CHECK(meaning.size() > 10);
    CHECK(value_of(table, "period") == "month");
    CHECK(value_of(table, "fiscal_year_start") == "1");
    CHECK(value_of(table, "grain") == "account");
    CHECK(value_of(table, "netting") == "period");
    CHECK(value_of(table, "snapshot") == "last_day");
    CHECK(value_of(table, "churn_date") == "paid_period_end");
    CHECK(value_of(table, "gap_days") == "0");
    CHECK(value_of(table, "reactivation") == "any_gap");
    CHECK(value_of(table, "discount") == "all");
    CHECK(value_of(table, "metered") == "excluded");
    CHECK(value_of(table, "free") == "active");
    CHECK(value_of(table, "week_factor") == "52/12");
    CHECK(value_of(table, "day_factor") == "365/12");
    CHECK(value_of(table, "rounding") == "half_even");
  }

  TEST_CASE("says what a ledger was made with") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-05", "open", 100}}),
                                   {.period = Period::quarter, .fiscal_year_start = 4});
    const PolicyTable table = describe_policy(ledger.policy());
    CHECK(value_of(table, "period") == "quarter");
    CHECK(value_of(table, "fiscal_year_start") == "4");
  }

  TEST_CASE("the columns have their names, in order") {
    PolicyTable table;
    std::string names;
    PolicyTable::each_column(table, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "convention value meaning ");
  }
}
