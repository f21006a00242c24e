// SPDX-License-Identifier: MIT
#include <fealty/health/score_by_set.hpp>
#include <fealty/health/scores.hpp>
#include <fealty/health/select_scorecards.hpp>

#include "health/set_cases.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using revenue::Accounts;
using tables::Texts;
using Rules = std::vector<std::int32_t>;

TEST_SUITE("health/score_by_set") {
  TEST_CASE("each account is scored by the card that the set has for it") {
    const ScorecardSet set(set_cases::rules());
    const SetScores found = score_by_set(set, set_cases::observations(), set_cases::accounts(),
                                         {.as_of = tables::date("2024-05-31")});
    // a is free and has no rule, b an enterprise, c one that is new, d unknown to the accounts, e unobserved
    CHECK(set_cases::texts(found.account) == Texts{"a", "b", "c", "d", "e"});
    CHECK(found.rule == Rules{-1, 2, 0, -1, 2});
    CHECK(set_cases::texts(found.scorecard) == Texts{"null", "enterprise", "new", "null", "enterprise"});
    CHECK(set_cases::texts(found.version) == Texts{"null", "1", "1", "null", "1"});
    CHECK(found.fingerprint.text(1) == set.scorecards()[2].fingerprint());
    CHECK(found.score[1] == 80);  // its seats
    CHECK(found.score[2] == 30);  // its logins
    CHECK(set_cases::texts(found.band) == Texts{"null", "green", "starting", "null", "unknown"});
    CHECK(std::isnan(found.score[0]));
    CHECK(std::isnan(found.coverage[0]));
    CHECK(std::isnan(found.oldest_days[0]));
    CHECK(std::isnan(found.score[4]));
    CHECK(found.coverage[1] == 1);
    CHECK(found.coverage[4] == 0);
    CHECK(found.oldest_days[1] == 90);  // since 2024-03-02
    CHECK(found.as_of == tables::date("2024-05-31"));
    CHECK_FALSE(found.as_of_inferred);
    CHECK(found.set_fingerprint == set.fingerprint());
    const SelectedScorecards selected =
        select_scorecards(set, set_cases::accounts(), tables::date("2024-05-31"));
    CHECK(selected.rule == Rules{-1, 2, 0, 2});  // without d
  }

  TEST_CASE("a new version counts from its first day on") {
    const ScorecardSet set(set_cases::rules());
    const auto on = [&](const char* day) {
      return score_by_set(set, set_cases::observations(), set_cases::accounts(),
                          {.as_of = tables::date(day)});
    };
    CHECK(on("2024-05-31").score[1] == 80);
    CHECK(on("2024-06-01").rule[1] == 1);
    CHECK(on("2024-06-01").version.text(1) == "2");
    CHECK(on("2024-06-01").score[1] == 40);  // which counts half as much
  }

  TEST_CASE("before its attributes are known an account has a row, as in score()") {
    const Accounts late({.account = Texts{"z"},
                         .valid_from = tables::days({"2024-03-01"}),
                         .attributes = {{"plan", Texts{"enterprise"}}, {"stage", Texts{"live"}}}});
    const ScorecardSet set(set_cases::rules());
    const auto on = [&](const char* day) {
      return score_by_set(set, set_cases::observations(), late, {.as_of = tables::date(day)});
    };
    const SetScores before = on("2024-01-15"), after = on("2024-03-01");
    CHECK(set_cases::texts(before.account) == Texts{"d", "z"});
    CHECK(before.rule == Rules{-1, -1});
    CHECK(set_cases::texts(after.account) == Texts{"c", "d", "z"});
    CHECK(after.rule == Rules{-1, -1, 2});
    const Scores known = score(set.scorecards()[2], set_cases::observations(),
                               {.as_of = tables::date("2024-01-15"), .accounts = late});
    CHECK(set_cases::texts(known.account) == Texts{"d", "z"});
  }

  TEST_CASE("findings tell whose they are") {
    const SetScores found =
        score_by_set(ScorecardSet(set_cases::rules()), set_cases::observations(), set_cases::accounts());
    CHECK(found.as_of == tables::date("2024-07-01"));
    CHECK(found.as_of_inferred);
    const auto none = tables::find(found.findings, "no_scorecard");
    REQUIRE(none.has_value());
    CHECK(none->rows == std::vector<std::int64_t>{0, 3});
    CHECK(none->message == "score_by_set: no rule holds for a and 1 more on 2024-07-01");
    const auto unknown = tables::find(found.findings, "low_coverage");
    REQUIRE(unknown.has_value());
    CHECK(unknown->rows == std::vector<std::int64_t>{4});
    CHECK(unknown->message ==
          "enterprise 2: 1 of 2 accounts have no score; of e a share of 0 of the card's weight is observed, "
          "and "
          "the card asks for 0.5");
  }

  TEST_CASE("a measure that must not be missing is asked of those alone who have the card") {
    ScorecardSetConfig rules = set_cases::rules();
    rules.rules[0].scorecard.measures[0].missing = MissingPolicy::fail;  // logins, which b does not have
    const SetScores found =
        score_by_set(ScorecardSet(rules), set_cases::observations(), set_cases::accounts());
    CHECK(found.score[2] == 30);
    rules.rules[1].scorecard.measures[0].missing = MissingPolicy::fail;
    CHECK_THROWS_WITH_AS(score_by_set(ScorecardSet(rules), set_cases::observations(), set_cases::accounts()),
                         "score: seats is missing of account e; the card says that it must not be",
                         InvalidInput);
  }

  TEST_CASE("a set of one card scores as the card does") {
    const Observations observations = set_cases::random_observations(7);
    const Accounts accounts = set_cases::numbered(40);
    const ScorecardConfig card = set_cases::wide();
    const ScorecardSet one(ScorecardSetConfig{.id = "one", .rules = {{.scorecard = card}}});
    // the same card by two rules, so that no row may be counted twice
    const ScorecardSet twice(ScorecardSetConfig{
        .id = "twice", .rules = {{.where = {{"plan", {"pro"}}}, .scorecard = card}, {.scorecard = card}}});
    for (const char* day : {"2024-01-01", "2024-02-15", "2024-12-31"}) {
      const Scores known =
          score(Scorecard(card), observations, {.as_of = tables::date(day), .accounts = accounts});
      for (const ScorecardSet& set : {one, twice}) {
        const SetScores found = score_by_set(set, observations, accounts, {.as_of = tables::date(day)});
        CAPTURE(day);
        CHECK(set_cases::texts(found.account) == set_cases::texts(known.account));
        CHECK(set_cases::texts(found.band) == set_cases::texts(known.band));
        CHECK(set_cases::same(found.score, known.score));
        CHECK(set_cases::same(found.coverage, known.coverage));
        CHECK(set_cases::same(found.oldest_days, known.oldest_days));
        REQUIRE(found.findings.size() == known.findings.size());
        for (std::size_t i = 0; i < known.findings.size(); ++i) {
          CHECK(found.findings[i].code == known.findings[i].code);
          CHECK(found.findings[i].rows == known.findings[i].rows);
          CHECK(found.findings[i].message == "wide 1: " + known.findings[i].message);
        }
      }
    }
  }

  TEST_CASE("of no rows, of no observations") {
    const ScorecardSet set(set_cases::rules());
    const Observations none(
        {.account = Texts{}, .measure = Texts{}, .value = std::vector<double>{}, .date = tables::Days{}});
    const SetScores found = score_by_set(set, none, set_cases::accounts());
    CHECK_FALSE(found.as_of.has_value());
    CHECK(found.rule == Rules{-1, 2, 0, 2});
    CHECK(found.findings.front().message == "score_by_set: no rule holds for a");
    const Accounts nobody({.account = Texts{}, .attributes = {{"plan", Texts{}}, {"stage", Texts{}}}});
    CHECK(score_by_set(set, none, nobody).score.empty());
    CHECK(score_by_set(set, set_cases::observations(), nobody).rule == Rules{-1, -1, -1, -1});
  }

  TEST_CASE("refuses what makes no sense") {
    const ScorecardSet set(set_cases::rules());
    const Accounts bare({.account = Texts{"a"}, .attributes = {{"plan", Texts{"free"}}}});
    CHECK_THROWS_WITH_AS(score_by_set(set, set_cases::observations(), bare),
                         "score_by_set: rules[0].where = stage is no attribute of the accounts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        score_by_set(set, set_cases::observations(), set_cases::numbered(2)),
        "score_by_set: accounts = integers are ids of another kind than those of the observations",
        InvalidInput);
    CHECK_THROWS_AS(
        score_by_set(set, set_cases::observations(), set_cases::accounts(), {.as_of = Date{-40'000}}),
        InvalidInput);
    CHECK_THROWS_AS(score_by_set(set, set_cases::observations(), set_cases::accounts(), {.threads = -1}),
                    InvalidInput);
  }
}
