// SPDX-License-Identifier: MIT
#include <fealty/company/company.hpp>

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

using namespace fealty;

TEST_SUITE("company/company") {
  TEST_CASE("the tables are listed in the order of the fields, under the names of the fields") {
    company::Company company;
    const auto list = company::tables(company);
    const Frame* const fields[] = {
        &company.accounts,       &company.subscriptions, &company.contracts,    &company.costs,
        &company.exchange_rates, &company.usage,         &company.milestones,   &company.touches,
        &company.surveys,        &company.tickets,       &company.observations, &company.goals,
        &company.owners,         &company.causes,        &company.truth,        &company.hazards};
    REQUIRE(list.size() == std::size(fields));
    CHECK(sizeof(company::Company) == list.size() * sizeof(Frame));  // a new field is a new entry
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
      CHECK(list[i].table == fields[i]);
      names.insert(list[i].name);
    }
    CHECK(names == std::set<std::string_view>{"accounts", "subscriptions", "contracts", "costs",
                                              "exchange_rates", "usage", "milestones", "touches", "surveys",
                                              "tickets", "observations", "goals", "owners", "causes", "truth",
                                              "hazards"});
  }

  TEST_CASE("a table is found under its own name") {
    company::Company company;
    company.tickets.add("account", IdColumn(std::vector<std::int64_t>{7}));
    for (const company::NamedTable& each : company::tables(company))
      CHECK(each.table->rows() == (each.name == "tickets" ? 1 : 0));
  }

  TEST_CASE("a company without data has tables without columns") {
    const company::Company company;
    for (const company::NamedTable& each : company::tables(company)) CHECK(each.table->size() == 0);
  }
}
