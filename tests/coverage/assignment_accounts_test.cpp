// SPDX-License-Identifier: MIT
#include <fealty/coverage/assignment_accounts.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::coverage;  // NOLINT(google-build-using-namespace)

namespace {

using Texts = std::vector<std::string>;

AssignmentAccountColumns good() {
  return {.account = Texts{"b", "a", "c"}, .hours = std::vector<double>{2, 1, 0}};
}

}  // namespace

TEST_SUITE("coverage/assignment_accounts") {
  TEST_CASE("rows are ascending by id; minutes are hours") {
    const AssignmentAccounts table(good());
    CHECK(table.size() == 3);
    CHECK(table.findings().empty());
    CHECK(table.table()->hours == std::vector<double>{1, 2, 0});
    const AssignmentAccounts minutes(
        {.account = std::vector<std::int64_t>{10, 9}, .minutes = std::vector<std::int64_t>{90, 30}});
    CHECK(minutes.table()->hours == std::vector<double>{.5, 1.5});
  }
  TEST_CASE("several values stand in one text, with blanks or twice; none in an empty one, or null") {
    auto columns = good();
    const IdColumn texts(Texts{" en ; de;en", ";", "ja"});
    columns.requirements = {{"language", IdColumn({texts.codes()[0], no_id, texts.codes()[1]}, texts.ids())}};
    const AssignmentAccounts table(columns);
    const auto& sets = table.table()->requirements[0];
    CHECK(sets.of(0).empty());
    CHECK(sets.of(1) == Texts{"de", "en"});
    CHECK(sets.of(2).empty());
    columns.separator = "";
    CHECK(AssignmentAccounts(columns).table()->requirements[0].of(1) == Texts{"en ; de;en"});
    columns.separator = "; ";
    CHECK(AssignmentAccounts(columns).table()->requirements[0].of(1) == Texts{"de;en", "en"});
  }
  TEST_CASE("bad rows are refused, or left out and listed") {
    const auto refuses = [](auto edit, const char* message) {
      auto columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(AssignmentAccounts{columns}, message, InvalidInput);
    };
    refuses(
        [](auto& c) {
          c.account = Texts{"a", "b", "a"};
        },
        "AssignmentAccounts: account[0] = a has 2 rows; it needs one");
    refuses(
        [](auto& c) {
          c.account = IdColumn({no_id, 0, 1}, IdColumn(Texts{"a", "b"}).ids());
        },
        "AssignmentAccounts: account[0] is null; every row needs an account");
    for (const double hours : {-1.0, 1e-7, 2e9, std::numeric_limits<double>::infinity(), std::nan("")}) {
      auto columns = good();
      columns.hours = std::vector<double>{1, hours, 1};
      columns.hours = std::move(columns.hours).named("work");
      CHECK_THROWS_WITH(
          AssignmentAccounts{columns},
          fmt::format("AssignmentAccounts: work[1] = {} is not 0 or a time between 1e-6 and 1e9 hours", hours)
              .c_str());
    }
    auto columns = good();
    columns.account = Texts{"a", "b", "a"};
    columns.on_error = OnError::drop;
    const AssignmentAccounts table(columns);
    CHECK(table.size() == 1);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "duplicate_account");
    CHECK(table.findings()[0].rows == std::vector<std::int64_t>{0, 2});
  }
  TEST_CASE("columns that are missing, twice there or of another length are refused") {
    const auto refuses = [](auto edit, const char* message) {
      auto columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(AssignmentAccounts{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; },
            "AssignmentAccounts: account is missing; the table needs this column");
    refuses(
        [](auto& c) { c.hours = {}; },
        "AssignmentAccounts: hours, minutes = 0 columns were given; exactly one of the two says how long");
    refuses(
        [](auto& c) {
          c.minutes = std::vector<std::int64_t>{1, 1, 1};
        },
        "AssignmentAccounts: hours, minutes = 2 columns were given; exactly one of the two says how long");
    refuses([](auto& c) { c.hours = std::vector<double>{1}; },
            "AssignmentAccounts: hours = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.tier = Texts{"x"}; },
            "AssignmentAccounts: tier = 1 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          c.requirements = {{"", IdColumn(Texts{"x", "y", "z"})}};
        },
        "AssignmentAccounts: requirements need a name each");
    refuses(
        [](auto& c) {
          c.requirements = {{"skill", IdColumn()}};
        },
        "AssignmentAccounts: requirements = \"skill\" has no column");
    refuses(
        [](auto& c) {
          c.requirements = {{"skill", IdColumn(Texts{"x"})}};
        },
        "AssignmentAccounts: skill = 1 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          const IdColumn skill(Texts{"x", "y", "z"});
          c.requirements = {{"skill", skill}, {"skill", skill}};
        },
        "AssignmentAccounts: requirements = \"skill\" is there twice");
  }
  TEST_CASE("empty") {
    CHECK(AssignmentAccounts({.account = Texts{}, .hours = std::vector<double>{}}).size() == 0);
  }
}
