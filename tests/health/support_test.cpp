// SPDX-License-Identifier: MIT
// Numbers of data/voice.R.
#include <fealty/health/support.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

struct Ticket {
  std::string account;
  std::int32_t opened, closed;
  std::uint8_t escalated;
  double score;
};
Tickets tickets_of(const std::vector<Ticket>& rows) {
  Texts account;
  tables::Days opened, closed;
  std::vector<std::uint8_t> escalated;
  Reals score;
  for (const Ticket& row : rows) {
    account.push_back(row.account);
    opened.push_back(row.opened);
    closed.push_back(row.closed);
    escalated.push_back(row.escalated);
    score.push_back(row.score);
  }
  return Tickets(
      {.account = account, .opened = opened, .closed = closed, .escalated = escalated, .score = score});
}
/// Each ticket's days up to its close, or, where it is open, up to 2024-03-31.
std::vector<Ticket> lasting(const std::vector<std::int32_t>& days, const std::vector<bool>& closed) {
  const std::int32_t end = tables::day("2024-03-31");
  std::vector<Ticket> rows;
  for (std::size_t i = 0; i < days.size(); ++i)
    rows.push_back({"a", end - days[i], closed[i] ? end : open, 0, std::nan("")});
  return rows;
}
std::vector<Ticket> random_tickets(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Ticket> rows;
  for (int i = 0; i < 80; ++i) {
    const auto opened = static_cast<std::int32_t>(random() % 100);
    const auto closed = random() % 4 == 0 ? open : opened + static_cast<std::int32_t>(random() % 40);
    rows.push_back(
        {"a" + std::to_string(random() % 5), opened, closed,
         random() % 3 == 0 ? std::uint8_t{1} : std::uint8_t{0},
         closed == open || random() % 2 == 0 ? std::nan("") : static_cast<double>(random() % 50) / 7});
  }
  return rows;
}

}  // namespace

TEST_SUITE("health/support") {
  TEST_CASE("takes open tickets as censored in the median, and leaves them out of the mean") {
    const Support out = support(tickets_of(lasting(
        {2, 30, 5, 60, 9, 12, 40, 3, 20}, {true, false, true, false, true, true, false, true, false})));
    CHECK(out.median_days == std::vector<double>{12});
    CHECK(out.mean_days[0] == doctest::Approx(6.2).epsilon(1e-15));
    CHECK(out.open == std::vector<std::int64_t>{4});
    CHECK(out.closed == std::vector<std::int64_t>{5});
  }

  TEST_CASE("counts what happened in the window, and what is open on the day") {
    const std::int32_t day = tables::day("2024-03-31");
    const Tickets tickets = tickets_of({{"a", day - 100, day - 50, 1, 1},
                                        {"a", day - 40, day - 9, 0, 4},
                                        {"a", day - 40, day + 3, 1, 2},
                                        {"a", day - 9, day - 9, 0, 5},
                                        {"a", day, open, 1, std::nan("")},
                                        {"b", day - 40, day - 10, 0, 3},
                                        {"c", day + 1, open, 0, std::nan("")}});
    const Support out = support(tickets, {.as_of = Date{day}, .window_days = 10, .by = {"account"}});
    CHECK(out.group.size() == 2);
    CHECK(out.opened == std::vector<std::int64_t>{2, 0});
    CHECK(out.escalated == std::vector<std::int64_t>{1, 0});
    CHECK(out.closed == std::vector<std::int64_t>{2, 0});
    CHECK(out.open == std::vector<std::int64_t>{2, 0});
    CHECK(out.open_escalated == std::vector<std::int64_t>{2, 0});
    CHECK(out.mean_days[0] == 15.5);
    CHECK(out.median_days[0] == 0);
    CHECK(out.mean_score[0] == 4.5);
    CHECK(std::isnan(out.mean_days[1]));
    CHECK(std::isnan(out.median_days[1]));
    CHECK(std::isnan(out.mean_score[1]));
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].code == "undated_attribute");
    CHECK(out.findings[0].message ==
          "support: escalated has no date of its own; on 2024-03-31 it may tell what came later");
  }

  TEST_CASE("has no median before half are closed") {
    const Support out = support(tickets_of(lasting({2, 30, 5}, {true, false, false})));
    CHECK(std::isnan(out.median_days[0]));
    CHECK(out.findings.empty());
  }

  TEST_CASE("has one row of zeros without tickets") {
    const Tickets none({.account = Texts{}, .opened = tables::Days{}});
    const Support out = support(none);
    CHECK(out.opened == std::vector<std::int64_t>{0});
    CHECK(std::isnan(out.mean_days[0]));
    CHECK_FALSE(out.as_of.has_value());
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].message == "support: tickets have no column escalated; none counts as escalated");
    CHECK(support(none, {.by = {"account"}}).open.empty());
  }

  TEST_CASE("is the same when later rows and dates are deleted, in any order of rows") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      std::vector<Ticket> rows = random_tickets(seed);
      const SupportOptions options{.as_of = Date{60}, .window_days = 30, .by = {"account"}};
      const Support whole = support(tickets_of(rows), options);
      std::vector<Ticket> known;
      for (Ticket row : rows) {
        if (row.opened > 60) continue;
        if (row.closed > 60) {
          row.closed = open;
          row.score = std::nan("");
        }
        known.push_back(row);
      }
      std::mt19937_64 random(seed);
      std::shuffle(known.begin(), known.end(), random);
      const Support early = support(tickets_of(known), options);
      CHECK(whole.opened == early.opened);
      CHECK(whole.closed == early.closed);
      CHECK(whole.open == early.open);
      CHECK(whole.open_escalated == early.open_escalated);
      REQUIRE(whole.group.size() == early.group.size());
      for (std::size_t i = 0; i < whole.open.size(); ++i) {
        const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        CHECK(whole.group.text(i) == early.group.text(i));
        CHECK(same(whole.mean_days[i], early.mean_days[i]));
        CHECK(same(whole.median_days[i], early.median_days[i]));
        CHECK(same(whole.mean_score[i], early.mean_score[i]));
      }
    }
  }

  TEST_CASE("refuses options that cannot be") {
    const Tickets none({.account = Texts{}, .opened = tables::Days{}});
    CHECK_THROWS_WITH_AS(support(none, {.window_days = 0}),
                         "support: window_days = 0 is not a number of days >= 1", InvalidInput);
    CHECK_THROWS_WITH_AS(support(none, {.as_of = Date{min_day - 1}}),
                         "support: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        support(none, {.by = {"plan"}}),
        "support: by = \"plan\" needs accounts, which have the attributes; alone there is \"account\"",
        InvalidInput);
  }
}
