// SPDX-License-Identifier: MIT
#include <fealty/adoption/milestones.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include "revenue/tables.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::adoption;  // NOLINT(google-build-using-namespace)
using tables::days;
using tables::Texts;

namespace {

MilestoneColumns good() {
  return {.account = Texts{"b", "a", "a"},
          .milestone = Texts{"signed", "value", "signed"},
          .date = days({"2024-01-05", "2024-02-01", "2024-01-01"})};
}

/// Every row that counts, such as "a signed 2024-01-01", one on a line.
std::string reached(const Milestones& milestones) {
  const auto& data = milestones.data();
  std::string out;
  for (const auto& row : data.rows)
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "\n", data.accounts->text(row.account),
                       data.milestones->text(row.milestone), to_string(Date{row.date}));
  return out;
}

}  // namespace

TEST_SUITE("adoption/milestones") {
  TEST_CASE("rows stand by account and day") {
    const Milestones table(good());
    CHECK(table.size() == 3);
    CHECK(table.findings().empty());
    CHECK(table.names() == std::vector<std::string>{"signed", "value"});
    CHECK(table.last_day() == parse_date("2024-02-01"));
    CHECK(reached(table) == "a signed 2024-01-01\na value 2024-02-01\nb signed 2024-01-05");
  }

  TEST_CASE("of several dates of a milestone the first counts") {
    MilestoneColumns columns = good();
    columns.account = Texts{"a", "a", "a"};
    columns.milestone = Texts{"signed", "value", "signed"};
    const Milestones table(columns);
    CHECK(table.size() == 3);
    CHECK(reached(table) == "a signed 2024-01-01\na value 2024-02-01");
    REQUIRE(table.findings().size() == 1);
    const Finding& finding = table.findings()[0];
    CHECK(finding.code == "repeated_milestone");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.rows == std::vector<std::int64_t>{0});
    CHECK(
        finding.message ==
        "Milestones: date[0] = 2024-01-05 is not the first of signed of account a, 2024-01-01, which counts");
  }

  TEST_CASE("the same rows in any order are the same table; the first date of each is its smallest") {
    std::mt19937_64 random(7);
    for (int seed = 0; seed < 50; ++seed) {
      std::vector<std::int64_t> account;
      std::vector<std::int64_t> milestone;
      std::vector<std::int32_t> date;
      std::map<std::pair<std::int64_t, std::int64_t>, std::int32_t> first;
      const std::size_t rows = random() % 60;
      for (std::size_t i = 0; i < rows; ++i) {
        account.push_back(static_cast<std::int64_t>(random() % 9) * 1000);
        milestone.push_back(static_cast<std::int64_t>(random() % 4));
        date.push_back(static_cast<std::int32_t>(random() % 30));
        const auto [at, is_new] = first.try_emplace({account.back(), milestone.back()}, date.back());
        if (!is_new) at->second = std::min(at->second, date.back());
      }
      const Milestones table({.account = account, .milestone = milestone, .date = date});
      REQUIRE(table.data().rows.size() == first.size());
      for (const auto& row : table.data().rows)
        CHECK(first.at({table.data().accounts->number(row.account),
                        table.data().milestones->number(row.milestone)}) == row.date);
      for (auto* column : {&account, &milestone}) std::reverse(column->begin(), column->end());
      std::reverse(date.begin(), date.end());
      CHECK(reached(Milestones({.account = account, .milestone = milestone, .date = date})) ==
            reached(table));
    }
  }

  TEST_CASE("instants are the days of UTC") {
    MilestoneColumns columns = good();
    constexpr std::int64_t day = 86'400'000'000;
    columns.date = DayColumn::of_instants(std::vector<std::int64_t>{-1, 3 * day - 1, day});
    CHECK(reached(Milestones(columns)) == "a signed 1970-01-02\na value 1970-01-03\nb signed 1969-12-31");
  }

  TEST_CASE("no row and one") {
    const Milestones none({.account = Texts{}, .milestone = Texts{}, .date = tables::Days{}});
    CHECK(none.size() == 0);
    CHECK(none.names().empty());
    CHECK(!none.last_day());
    const Milestones one({.account = Texts{"a"}, .milestone = Texts{"signed"}, .date = tables::Days{0}});
    CHECK(reached(one) == "a signed 1970-01-01");
  }

  TEST_CASE("refuses columns that are missing or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      MilestoneColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(Milestones{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Milestones: account is missing; the table needs this column");
    refuses([](auto& c) { c.milestone = {}; },
            "Milestones: milestone is missing; the table needs this column");
    refuses([](auto& c) { c.date = {}; }, "Milestones: date is missing; the table needs this column");
    refuses([](auto& c) { c.date = days({"2024-01-31"}); },
            "Milestones: date = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(MilestoneColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](MilestoneColumns& c) {
           c.account = tables::ids_with_nulls({"b", "", "a"});
         },
         "null_account", "Milestones: account[1] is null; every row needs an account"},
        {[](MilestoneColumns& c) {
           c.milestone = tables::ids_with_nulls({"signed", "", "signed"});
         },
         "null_milestone", "Milestones: milestone[1] is null; every row needs a milestone"},
        {[](MilestoneColumns& c) {
           c.date = DayColumn(tables::with_nulls(days({"2024-01-05", "2024-02-01", "2024-01-01"}), {1}));
         },
         "null_date", "Milestones: date[1] is null; every row needs this date"},
        {[](MilestoneColumns& c) {
           c.date = DayColumn::of_instants(tables::with_nulls(std::vector<std::int64_t>{0, 0, 0}, {1}));
         },
         "null_date", "Milestones: date[1] is null; every row needs this date"},
        {[](MilestoneColumns& c) {
           c.date = tables::Days{0, max_day + 1, 0};
         },
         "date_out_of_range", "Milestones: date[1] = day 2932897 is not between 1900-01-01 and 9999-12-31"},
    };
    for (const auto& each : cases) {
      MilestoneColumns columns = good();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(Milestones{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Milestones table(columns);
      CHECK(table.size() == 2);
      const auto finding = tables::find(table.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == Severity::error);
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
      CHECK(table.names() == std::vector<std::string>{"signed"});
    }
  }

  TEST_CASE("messages use the caller's names") {
    MilestoneColumns columns = good();
    columns.date = DayColumn(tables::Days{0, max_day + 1, 0}).named("reached_on");
    CHECK_THROWS_WITH_AS(Milestones{columns},
                         "Milestones: reached_on[1] = day 2932897 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
  }
}
