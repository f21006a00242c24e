// SPDX-License-Identifier: MIT
#include <fealty/coverage/owners.hpp>

#include "revenue/tables.hpp"

#include <fealty/company/simulate.hpp>

#include <variant>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Texts;

TEST_SUITE("coverage/owners") {
  TEST_CASE("who has an account on a day; nobody is an answer") {
    const Owners owners({.account = Texts{"a", "a"},
                         .csm = tables::ids_with_nulls({"x", ""}),
                         .valid_from = days({"2024-01-01", "2024-02-01"})});
    CHECK(owners.size() == 2);
    CHECK(owners.data().values->text(owners.data().on(0, tables::day("2024-01-31"))->value) == "x");
    CHECK(owners.data().on(0, tables::day("2024-02-01"))->value == no_id);
    CHECK(owners.data().on(0, tables::day("2023-12-31")) == nullptr);
    CHECK(Owners({.account = Texts{}, .csm = Texts{}, .valid_from = tables::Days{}}).size() == 0);
  }
  TEST_CASE("owners that overlap are an error; with drop neither is taken") {
    OwnerColumns columns{.account = Texts{"a", "a", "b"},
                         .csm = Texts{"x", "y", "x"},
                         .valid_from = days({"2024-01-01", "2024-02-01", "2024-01-01"}),
                         .valid_to = days({"2024-03-01", "open", "open"})};
    CHECK_THROWS_WITH_AS(
        Owners{columns},
        "Owners: account[0] = a holds in [2024-01-01, 2024-03-01), as row 1 does in [2024-02-01, open)",
        InvalidInput);
    columns.on_error = OnError::drop;
    const Owners owners(columns);
    CHECK(owners.size() == 1);
    CHECK(tables::codes(owners.findings()) == "overlapping_rows");
  }
  TEST_CASE("a simulated company's owners never overlap") {
    const company::Company made = company::simulate(300, 5);
    const auto day = [&](const char* name) { return std::get<Days>(made.owners.at(name)).days; };
    const Owners owners({.account = std::get<IdColumn>(made.owners.at("account")),
                         .csm = std::get<IdColumn>(made.owners.at("csm")),
                         .valid_from = day("valid_from"),
                         .valid_to = day("valid_to")});
    CHECK(owners.size() > 300);
    CHECK(owners.findings().empty());
  }
}
