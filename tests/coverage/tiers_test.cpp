// SPDX-License-Identifier: MIT
#include <fealty/coverage/tiers.hpp>

#include "coverage/random.hpp"
#include "revenue/tables.hpp"

#include <fealty/coverage/tier_spans.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

TierPlan plan() { return TierPlan({.tier = Texts{"H", "L", "T"}, .threshold = Reals{100, 10, 0}}); }

std::string text(const IdColumn& column) {
  std::string out;
  for (std::size_t row = 0; row < column.size(); ++row) out += (row == 0 ? "" : " ") + column.text(row);
  return out;
}
/// One account whose scores are seen on days 0, 1, …
Tiers path(const Reals& scores, const TiersOptions& options, const std::string& before = "") {
  tables::Days date;
  Texts tier(scores.size());
  if (!scores.empty()) tier[0] = before;
  for (std::size_t i = 0; i < scores.size(); ++i) date.push_back(static_cast<std::int32_t>(i));
  return tiers(AccountScores({.account = Texts(scores.size(), "a"),
                              .date = date,
                              .acv = scores,
                              .tier = tables::ids_with_nulls(tier),
                              .currency = "USD"}),
               plan(), options);
}

}  // namespace

TEST_SUITE("coverage/tiers") {
  TEST_CASE("without a tier before, the score alone makes it") {
    const auto made =
        tiers(AccountScores(
                  {.account = Texts{"d", "c", "b", "a"}, .acv = Reals{100, 99.99, 10, 0}, .currency = "USD"}),
              plan());
    CHECK(text(made.account) == "a b c d");
    CHECK(text(made.tier) == "T L L H");
    CHECK(text(made.previous) == "null null null null");
    CHECK(made.date.days == std::vector<std::int32_t>(4, open));
    CHECK(made.changes == 0);
    CHECK(made.margin == .1);
  }
  TEST_CASE("an account leaves its tier only past the margin") {
    const auto made = tiers(AccountScores({.account = Texts{"a", "b", "c", "d", "e", "f"},
                                           .acv = Reals{109.99, 110, 90, 89.99, 200, 5},
                                           .tier = Texts{"L", "L", "H", "H", "T", "H"},
                                           .currency = "USD"}),
                            plan());
    CHECK(text(made.tier) == "L H H L H T");
    CHECK(text(made.score_tier) == "H H L L H T");
    CHECK(made.changed == std::vector<std::uint8_t>{0, 1, 0, 1, 1, 1});
    CHECK(made.changes == 4);
    CHECK(made.changes_without == 6);
  }
  TEST_CASE("a path worked by hand: two snapshots past the margin are needed") {
    const auto made = path({50, 120, 105, 120, 115, 95, 80, 80, 5}, {.margin = .1, .snapshots = 2});
    CHECK(text(made.tier) == "L L L L H H H L L");
    CHECK(text(made.score_tier) == "L H H H H L L L T");
    CHECK(made.beyond == std::vector<std::int64_t>{0, 1, 0, 1, 2, 0, 1, 2, 1});
    CHECK(made.changes == 2);
    CHECK(made.changes_without == 3);
    CHECK(made.valid_to.days == std::vector<std::int32_t>{1, 2, 3, 4, 5, 6, 7, 8, open});
    CHECK(text(path({50, 120, 105, 120, 115}, {.margin = 0}).tier) == "L H H H H");
    CHECK(text(path({50, 120, 5, 5}, {.margin = 0, .snapshots = 2}).tier) == "L L L T");  // up, then down
  }
  TEST_CASE("a tier that is told goes before the path; as_of hides what comes later") {
    ScoreColumns columns{.account = Texts{"a", "a", "a"},
                         .date = tables::Days{0, 1, 2},
                         .acv = Reals{50, 95, 95},
                         .tier = tables::ids_with_nulls({"", "H", ""}),
                         .currency = "USD"};
    const auto made = tiers(AccountScores(columns), plan());
    CHECK(text(made.tier) == "L H H");
    CHECK(text(made.previous) == "null H H");
    const auto earlier = tiers(AccountScores(columns), plan(), {.as_of = Date{1}});
    CHECK(text(earlier.tier) == "L H");
    CHECK(earlier.valid_to.days == std::vector<std::int32_t>{1, open});
  }
  TEST_CASE("a score within the margin never moves, and tiers never change more often than without") {
    test::Draws draws(7);
    const std::vector<std::string> names{"", "H", "L", "T"};
    for (int trial = 0; trial < 400; ++trial) {
      const TiersOptions options{.margin = static_cast<double>(draws.below(40)) / 100,
                                 .snapshots = static_cast<std::int32_t>(1 + draws.below(3))};
      Reals scores;
      for (std::int64_t n = draws.below(60); n >= 0; --n)
        scores.push_back(static_cast<double>(draws.below(3) == 0 ? draws.below(30) : draws.below(200)));
      const auto made = path(scores, options, names[static_cast<std::size_t>(draws.below(4))]);
      CHECK(made.changes <= made.changes_without);
      const std::int64_t changes = std::count(made.changed.begin(), made.changed.end(), 1);
      CHECK(made.changes == changes);
      for (std::size_t i = 0; i < scores.size(); ++i)
        if (made.changed[i] != 0) CHECK(made.tier.text(i) == made.score_tier.text(i));
      const Reals still(20, scores.back());
      CHECK(path(still, options, "L").changes <= 1);
      const double inside =
          100 * (1 + options.margin * (static_cast<double>(draws.below(199)) / 100 - 1) * .99);
      for (const char* tier : {"H", "L"})
        if (options.margin > 0) CHECK(path(Reals(20, inside), options, tier).changes == 0);
      const auto plain = path(scores, {.margin = 0}, "L");
      CHECK(plain.changes == plain.changes_without);
      CHECK(text(plain.tier) == text(plain.score_tier));
    }
  }
  TEST_CASE("what it makes is a table of spans; the order of rows does not matter") {
    test::Draws draws(3);
    Texts account;
    tables::Days date;
    Reals acv;
    for (std::int32_t day = 0; day < 40; ++day)
      for (const char* each : {"b", "c", "a"}) {
        account.push_back(each);
        date.push_back(day);
        acv.push_back(static_cast<double>(draws.below(200)));
      }
    ScoreColumns columns{.account = account, .date = date, .acv = acv, .currency = "USD"};
    const auto made = tiers(AccountScores(columns), plan());
    std::reverse(account.begin(), account.end());
    std::reverse(date.begin(), date.end());
    std::reverse(acv.begin(), acv.end());
    columns.account = account, columns.date = date, columns.acv = acv;
    const auto again = tiers(AccountScores(columns), plan());
    CHECK(text(made.account) == text(again.account));
    CHECK(text(made.tier) == text(again.tier));
    CHECK(made.score == again.score);
    const TierSpans spans({.account = made.account,
                           .tier = made.tier,
                           .valid_from = made.date.days,
                           .valid_to = made.valid_to.days});
    CHECK(spans.size() == 120);
  }
  TEST_CASE("empty") { CHECK(path({}, {}).tier.size() == 0); }
  TEST_CASE("bad settings are refused by name") {
    const AccountScores scores(
        {.account = Texts{"a"}, .acv = Reals{1}, .tier = Texts{"gold"}, .currency = "USD"});
    CHECK_THROWS_WITH(tiers(scores, plan()),
                      "tiers: tier[0] = \"gold\" is not in the plan; its tiers are H, L, T");
    CHECK_THROWS_WITH(tiers(scores, plan(), {.margin = 1}), "tiers: margin = 1 is not in [0, 1)");
    CHECK_THROWS_WITH(tiers(scores, plan(), {.snapshots = 0}),
                      "tiers: snapshots = 0 is not a whole number >= 1");
    CHECK_THROWS_WITH(tiers(scores, plan(), {.as_of = Date{0}}),
                      "tiers: as_of = 1970-01-01 needs scores with dates");
    CHECK_THROWS_WITH(tiers(scores, TierPlan({.tier = Texts{"gold", "tin"}})),
                      "tiers: threshold is missing from the plan");
    CHECK_THROWS_WITH(tiers(scores, TierPlan()), "tiers: plan = 0 tiers make no plan; it needs one or more");
  }
}
