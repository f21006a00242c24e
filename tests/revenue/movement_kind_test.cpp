// SPDX-License-Identifier: MIT
#include <fealty/revenue/movement_kind.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>

#include <string>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;

TEST_SUITE("revenue/movement_kind") {
  TEST_CASE("kinds are in the order of the ledger's columns, by their own names") {
    std::string names, columns;
    for (const auto name : enum_names(MovementKind{})) names += std::string(name) + " ";
    CHECK(names == "new_business reactivation expansion contraction churn exchange ");
    LedgerPeriods periods;
    LedgerPeriods::each_column(periods, [&](const std::string& name, const auto&) {
      if (names.find(name + " ") != std::string::npos && name != "period") columns += name + " ";
    });
    CHECK(columns == names);
  }

  TEST_CASE("each enumerator stands at the place of its name") {
    const auto name = [](MovementKind kind) { return enum_names(kind)[static_cast<std::size_t>(kind)]; };
    CHECK(name(MovementKind::new_business) == "new_business");
    CHECK(name(MovementKind::reactivation) == "reactivation");
    CHECK(name(MovementKind::expansion) == "expansion");
    CHECK(name(MovementKind::contraction) == "contraction");
    CHECK(name(MovementKind::churn) == "churn");
    CHECK(name(MovementKind::exchange) == "exchange");
  }

  TEST_CASE("a life in which each kind but exchange happens once") {
    CHECK(tables::moves(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-02-10", "2024-03-10", 130},
                                                          {"a", "2024-03-10", "2024-04-10", 90},
                                                          {"a", "2024-05-10", "open", 50}}),
                                   {.as_of = tables::date("2024-05-31")})) ==
          "2024-01-01 a new_business 100\n2024-02-01 a expansion 30\n2024-03-01 a contraction 40\n"
          "2024-04-01 a churn 90\n2024-05-01 a reactivation 50");
  }
}
