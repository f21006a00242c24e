// SPDX-License-Identifier: MIT
#include <fealty/adoption/value_lifetimes.hpp>
#include <fealty/survival/fine_gray.hpp>
#include <fealty/survival/log_rank.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include "adoption/journeys.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::adoption;  // NOLINT(google-build-using-namespace)
using Texts = std::vector<std::string>;

namespace {

/// Every life, such as "a 9 value", one on a line.
std::string lives(const survival::Lifetimes& table) {
  const auto& data = table.data();
  std::string out;
  for (std::size_t i = 0; i < data.rows; ++i)
    out += fmt::format("{}{} {} {}", i == 0 ? "" : "\n", data.account.text(i),
                       data.age(static_cast<std::size_t>(data.exit[i])),
                       data.ended[i] == 0 ? "waiting" : data.causes[data.ended[i] - 1U]);
  return out;
}
/// The values of an attribute.
std::string attribute(const survival::Lifetimes& table, const char* name) {
  const auto& column = std::get<IdColumn>(table.data().attributes.at(name));
  std::string out;
  for (std::size_t i = 0; i < column.size(); ++i) out += (i == 0 ? "" : " ") + column.text(i);
  return out;
}
Milestones some() {
  return test::milestones({{"a", "signed", "2024-01-10"},
                           {"a", "first_value", "2024-01-19"},
                           {"b", "signed", "2024-02-01"},
                           {"b", "churned", "2024-02-15"},
                           {"c", "signed", "2024-02-20"},
                           {"d", "signed", "2024-03-01"},
                           {"d", "first_value", "2024-03-01"},
                           {"d", "churned", "2024-03-01"}});
}

}  // namespace

TEST_SUITE("adoption/value_lifetimes") {
  TEST_CASE("value, churn, and those who wait; on one day value comes first, after no time at all") {
    const auto table = value_lifetimes(some(), {.churn = "churned", .as_of = parse_date("2024-03-31")});
    CHECK(lives(table) == "a 9 value\nb 14 churn\nc 40 waiting\nd 0 value");
    CHECK(attribute(table, "account") == "a b c d");
    const auto& start = std::get<Days>(table.data().attributes.at("start")).days;
    CHECK(to_string(Date{start[1]}) == "2024-02-01");
  }

  TEST_CASE("what is later than as_of is not known yet") {
    CHECK(lives(value_lifetimes(some(), {.churn = "churned", .as_of = parse_date("2024-02-14")})) ==
          "a 9 value\nb 13 waiting");
    CHECK(lives(value_lifetimes(some(), {.churn = "churned", .as_of = parse_date("2024-01-18")})) ==
          "a 8 waiting");
    CHECK(lives(value_lifetimes(some(), {.churn = "churned"})) ==  // up to the last milestone
          "a 9 value\nb 14 churn\nc 10 waiting\nd 0 value");
    CHECK(value_lifetimes(some(), {.as_of = parse_date("2023-12-31")}).size() == 0);
  }

  TEST_CASE("lives of customers tell churn: the first end after the start") {
    const std::vector<std::int32_t> from{parse_date("2023-01-01").days, parse_date("2024-02-01").days,
                                         parse_date("2024-02-25").days, parse_date("2024-04-01").days};
    const std::vector<std::int32_t> to{parse_date("2023-12-01").days, parse_date("2024-02-15").days,
                                       parse_date("2024-03-10").days, open};
    const survival::Lifetimes customers({.origin = Column<std::int32_t>(from),
                                         .end = Column<std::int32_t>(to),
                                         .as_of = parse_date("2024-04-30"),
                                         .account = IdColumn(Texts{"a", "b", "c", "c"})});
    const ValueLifetimesOptions options{.lifetimes = customers};
    CHECK(lives(value_lifetimes(some(), options)) == "a 9 value\nb 14 churn\nc 19 churn\nd 0 value");
    const survival::Lifetimes sooner({.origin = Column<std::int32_t>(from),  // the last begins only later
                                      .end = Column<std::int32_t>(to),
                                      .as_of = parse_date("2024-03-05"),
                                      .account = IdColumn(Texts{"a", "b", "d", "c"})});
    CHECK(lives(value_lifetimes(some(), {.lifetimes = sooner})) ==
          "a 9 value\nb 14 churn\nc 14 waiting\nd 0 value");
    const ValueLifetimesOptions earlier{.lifetimes = customers, .as_of = parse_date("2024-03-09")};
    CHECK(lives(value_lifetimes(some(), earlier)) == "a 9 value\nb 14 churn\nc 18 waiting\nd 0 value");
  }

  TEST_CASE("accounts without a start, or whose value or churn is before it, are left out") {
    const auto table = value_lifetimes(test::milestones({{"a", "first_value", "2024-01-10"},
                                                         {"b", "first_value", "2024-01-10"},
                                                         {"b", "signed", "2024-01-11"},
                                                         {"c", "churned", "2024-01-10"},
                                                         {"c", "signed", "2024-01-11"},
                                                         {"c", "first_value", "2024-01-12"},
                                                         {"d", "signed", "2024-01-11"}}),
                                       {.churn = "churned"});
    CHECK(lives(table) == "d 1 waiting");
  }

  TEST_CASE("attributes are those of the day of the start; cohorts are its periods") {
    const revenue::Accounts accounts(
        {.account = Texts{"a", "a", "c", "d"},
         .valid_from = std::vector<std::int32_t>{0, parse_date("2024-01-12").days, 0, 0},
         .valid_to = std::vector<std::int32_t>{parse_date("2024-01-12").days, open, open, open},
         .attributes = {{"plan", Texts{"free", "pro", "pro", "free"}}}});
    const ValueLifetimesOptions options{.accounts = accounts, .cohort = Period::month};
    const auto table = value_lifetimes(some(), options);
    CHECK(attribute(table, "plan") == "free null pro free");
    CHECK(attribute(table, "cohort") == "2024-01 2024-02 2024-02 2024-03");
    const ValueLifetimesOptions fiscal{.cohort = Period::quarter, .fiscal_year_start = 2};
    CHECK(attribute(value_lifetimes(some(), fiscal), "cohort") == "FY2024-Q4 FY2025-Q1 FY2025-Q1 FY2025-Q1");
  }

  TEST_CASE("as a recount of random rows has them, in any order of the rows") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      test::RandomMilestones random(seed, 40, {"signed", "first_value", "churned"});
      const std::int32_t as_of = static_cast<std::int32_t>(20 + seed);
      std::map<std::int64_t, std::map<std::string, std::int32_t>> days;
      for (std::size_t i = 0; i < random.account.size(); ++i)
        if (random.date[i] <= as_of) days[random.account[i]][random.milestone[i]] = random.date[i];
      std::string expected;
      for (const auto& each : days) {
        const auto& day = each.second;
        if (day.count("signed") == 0) continue;
        const std::int32_t start = day.at("signed");
        const auto after = [&](const char* name) {
          return day.count(name) == 0 ? 100'000 : day.at(name) - start;
        };
        const std::int32_t value = after("first_value"), churn = after("churned");
        if (value < 0 || churn < 0) continue;
        expected += fmt::format("{}{} {}", expected.empty() ? "" : "\n", each.first,
                                value < 100'000 && value <= churn ? fmt::format("{} value", value)
                                : churn < 100'000                 ? fmt::format("{} churn", churn)
                                                                  : fmt::format("{} waiting", as_of - start));
      }
      const ValueLifetimesOptions options{.churn = "churned", .as_of = Date{as_of}};
      CAPTURE(seed);
      CHECK(lives(value_lifetimes(random.table(), options)) == expected);
      for (auto* column : {&random.date}) std::reverse(column->begin(), column->end());
      std::reverse(random.account.begin(), random.account.end());
      std::reverse(random.milestone.begin(), random.milestone.end());
      CHECK(lives(value_lifetimes(random.table(), options)) == expected);
    }
  }

  TEST_CASE("segments are compared by the tests and models of survival") {
    std::mt19937_64 random(5);
    std::vector<std::int64_t> account;
    Texts milestone, plan;
    std::vector<std::int32_t> date;
    for (std::int64_t i = 0; i < 400; ++i) {
      plan.emplace_back(i % 2 == 0 ? "free" : "pro");
      const auto wait = static_cast<std::int32_t>(1 + random() % (i % 2 == 0 ? 120 : 60));
      account.insert(account.end(), {i, i});
      milestone.insert(milestone.end(), {"signed", random() % 4 == 0 ? "churned" : "first_value"});
      date.insert(date.end(), {0, wait});
    }
    std::vector<std::int64_t> ids;
    for (std::int64_t i = 0; i < 400; ++i) ids.push_back(i);
    const revenue::Accounts accounts({.account = ids, .attributes = {{"plan", IdColumn(plan)}}});
    const ValueLifetimesOptions options{.churn = "churned", .as_of = Date{90}, .accounts = accounts};
    const auto table =
        value_lifetimes(Milestones({.account = account, .milestone = milestone, .date = date}), options);
    const auto model = survival::fine_gray(table, {.cause = "value", .covariates = {"plan"}});
    CHECK(model.exp_coef[0] > 1.5);
    CHECK(model.p_value[0] < 1e-4);
    CHECK(survival::log_rank(table, {.by = {"plan"}}).p_value < 1e-4);
  }

  TEST_CASE("no account and one") {
    CHECK(value_lifetimes(test::milestones({}), {.cohort = Period::month}).size() == 0);
    CHECK(lives(value_lifetimes(test::milestones({{"a", "signed", "2024-01-10"}}))) == "a 0 waiting");
  }

  TEST_CASE("bad settings are refused by name") {
    const auto refuses = [](const ValueLifetimesOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(value_lifetimes(some(), options), message, InvalidInput);
    };
    refuses({.start = ""}, "value_lifetimes: start = \"\" is no milestone");
    refuses({.value = "signed"}, "value_lifetimes: value = \"signed\" is start too; they are two milestones");
    refuses({.churn = "signed"}, "value_lifetimes: churn = \"signed\" is start too; they are two milestones");
    refuses({.as_of = Date{max_day + 1}},
            "value_lifetimes: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31");
    refuses({.fiscal_year_start = 13}, "value_lifetimes: fiscal_year_start = 13 is not a month from 1 to 12");
    const auto days = [](IdColumn account) {
      return survival::Lifetimes({.origin = Column<std::int32_t>(std::vector<std::int32_t>{0}),
                                  .end = Column<std::int32_t>(std::vector<std::int32_t>{open}),
                                  .as_of = Date{20},
                                  .account = std::move(account)});
    };
    refuses({.churn = "churned", .lifetimes = days(Texts{"a"})},
            "value_lifetimes: churn, lifetimes = 2 options were given; one of the two says who left");
    refuses({.lifetimes = days(Texts{"a"}), .as_of = Date{21}},
            "value_lifetimes: as_of = 1970-01-22 is after 1970-01-21, the last day that the lifetimes know");
    refuses({.lifetimes = days({})},
            "value_lifetimes: lifetimes have no accounts; name the column `account`");
    refuses({.lifetimes = days(std::vector<std::int64_t>{1})},
            "value_lifetimes: lifetimes have accounts that are integers, and milestones have texts");
    refuses({.lifetimes = survival::Lifetimes(
                 {.duration = std::vector<std::int32_t>{4}, .ended = std::vector<std::uint8_t>{1}})},
            "value_lifetimes: lifetimes are not told by days; make them of `origin` and `end`");
    const revenue::Accounts clash({.account = Texts{"a"}, .attributes = {{"start", Texts{"x"}}}});
    refuses({.accounts = clash}, "Frame: column = start is there already");
  }
}
