// SPDX-License-Identifier: MIT
#include <fealty/coverage/assignment_csms.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::coverage;  // NOLINT(google-build-using-namespace)

namespace {

using Texts = std::vector<std::string>;
using Reals = std::vector<double>;
using Counts = std::vector<std::int64_t>;

AssignmentCsmColumns good() { return {.csm = Texts{"b", "a"}, .hours = Reals{2, 1}}; }

}  // namespace

TEST_SUITE("coverage/assignment_csms") {
  TEST_CASE("rows are ascending by id; without a maximum there is none") {
    auto columns = good();
    CHECK(AssignmentCsms(columns).table()->hours == Reals{1, 2});
    CHECK(AssignmentCsms(columns).table()->maximum ==
          Counts{coverage::detail::no_maximum, coverage::detail::no_maximum});
    const std::uint8_t first_only = 1;
    const Counts most{7, 0};
    columns.maximum_accounts = Column<std::int64_t>(most, &first_only, 0, nullptr);
    CHECK(AssignmentCsms(columns).table()->maximum == Counts{coverage::detail::no_maximum, 7});
  }
  TEST_CASE("maxima of tiers may be real numbers, as where one is missing") {
    auto columns = good();
    columns.tier_maximum.add("high", Column<double>(Reals{15, std::nan("")}));
    columns.tier_maximum.add("low", Column<std::int64_t>(Counts{100, 90}));
    const auto table = AssignmentCsms(columns).table();
    CHECK(table->tier_maximum[0].second == Counts{coverage::detail::no_maximum, 15});
    CHECK(table->tier_maximum[1].second == Counts{90, 100});
  }
  TEST_CASE("a CSM without hours is found") {
    auto columns = good();
    columns.hours = Reals{0, 1};
    const AssignmentCsms table(columns);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "csm_without_hours");
    CHECK(table.findings()[0].rows == Counts{0});
    CHECK(table.findings()[0].message ==
          "AssignmentCsms: csm[0] = b has no hours; no account is assigned to it");
  }
  TEST_CASE("bad rows and columns are refused by name") {
    const auto refuses = [](auto edit, const char* message) {
      auto columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(AssignmentCsms{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.csm = {}; }, "AssignmentCsms: csm is missing; the table needs this column");
    refuses([](auto& c) { c.csm = Texts{"a", "a"}; }, "AssignmentCsms: csm[0] = a has 2 rows; it needs one");
    refuses(
        [](auto& c) {
          c.csm = IdColumn({no_id, 0}, IdColumn(Texts{"a"}).ids());
        },
        "AssignmentCsms: csm[0] is null; every row needs a csm");
    refuses(
        [](auto& c) {
          c.hours = Reals{1, -2};
        },
        "AssignmentCsms: hours[1] = -2 is not 0 or a time between 1e-6 and 1e9 hours");
    refuses(
        [](auto& c) {
          c.maximum_accounts = Counts{3, -1};
        },
        "AssignmentCsms: maximum_accounts[1] = -1 is no number of accounts");
    refuses([](auto& c) { c.maximum_accounts = Counts{3}; },
            "AssignmentCsms: maximum_accounts = 1 rows does not match the 2 rows of csm");
    refuses(
        [](auto& c) {
          c.tier_maximum.add("high", Column<double>(Reals{1, 2.5}));
        },
        "AssignmentCsms: high[1] = 2.5 is no number of accounts");
    refuses([](auto& c) { c.tier_maximum.add("high", Column<double>(Reals{1})); },
            "AssignmentCsms: high = 1 rows does not match the 2 rows of csm");
    refuses(
        [](auto& c) {
          c.tier_maximum.add("high", IdColumn(Texts{"1", "2"}));
        },
        "AssignmentCsms: high is no column of numbers");
    refuses(
        [](auto& c) {
          c.offers = {{"skill", IdColumn(Texts{"x"})}};
        },
        "AssignmentCsms: skill = 1 rows does not match the 2 rows of csm");
  }
  TEST_CASE("with drop, bad rows are left out and listed") {
    auto columns = good();
    columns.maximum_accounts = Counts{-1, 3};
    columns.on_error = OnError::drop;
    const AssignmentCsms table(columns);
    CHECK(table.size() == 1);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "unusable_maximum");
  }
  TEST_CASE("empty") { CHECK(AssignmentCsms({.csm = Texts{}, .hours = Reals{}}).size() == 0); }
}
