// SPDX-License-Identifier: MIT
#include <fealty/health/score_by_set.hpp>
#include <fealty/health/score_history_by_set.hpp>

#include "health/set_cases.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using revenue::Accounts;
using tables::Texts;
using Rules = std::vector<std::int32_t>;

namespace {

/// Professionals are scored by a card of their own, and from June on by a newer one.
ScorecardSet changing() {
  ScorecardConfig newer = set_cases::wide();
  newer.version = "2";
  newer.measures[2].weight = 3;
  ScorecardConfig others = set_cases::wide();
  others.id = "others";
  others.bands = {{"poor", 30}, {"fair", 60}, {"good", 100}};
  const AttributeCondition professional{"plan", {"pro"}};
  return ScorecardSet(
      {.id = "changing",
       .rules = {{.where = {professional}, .valid_from = tables::date("2024-06-01"), .scorecard = newer},
                 {.where = {professional}, .scorecard = set_cases::wide()},
                 {.where = {{"plan", {"free"}}}, .scorecard = others}}});
}

}  // namespace

TEST_SUITE("health/score_history_by_set") {
  TEST_CASE("each day by the card of that day") {
    const ScorecardSet set(set_cases::rules());
    const SetScoreHistory found = score_history_by_set(
        set, set_cases::observations(), set_cases::accounts(),
        {.dates = {tables::date("2024-06-01"), tables::date("2024-03-31"), tables::date("2024-05-31")}});
    // a and d have no rule, e has no observations
    CHECK(set_cases::texts(found.account) == Texts{"a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"});
    CHECK(found.as_of.days ==
          tables::days({"2024-05-31", "2024-06-01", "2024-03-31", "2024-05-31", "2024-06-01", "2024-03-31",
                        "2024-05-31", "2024-06-01", "2024-03-31", "2024-05-31", "2024-06-01"}));
    CHECK(found.rule == Rules{-1, -1, 2, 2, 1, 0, 0, 0, -1, -1, -1});
    CHECK(found.version.text(3) == "1");
    CHECK(found.version.text(4) == "2");
    CHECK(found.score[3] == 80);
    CHECK(found.score[4] == 40);
    CHECK(found.fingerprint.text(4) == set.scorecards()[1].fingerprint());
    CHECK(set_cases::texts(found.band) == Texts{"null", "null", "green", "green", "red", "starting",
                                                "starting", "starting", "null", "null", "null"});
    CHECK(found.set_fingerprint == set.fingerprint());
    const auto none = tables::find(found.findings, "no_scorecard");
    REQUIRE(none.has_value());
    CHECK(none->rows == std::vector<std::int64_t>{0, 1, 8, 9, 10});
    CHECK(none->message == "score_history_by_set: no rule holds for a on 2024-05-31 and 4 more rows");
  }

  TEST_CASE("each day as score_by_set has it") {
    const ScorecardSet set = changing();
    const Observations observations = set_cases::random_observations(3);
    const Accounts accounts = set_cases::numbered(45);
    ScoreHistoryOptions options{.first = tables::date("2024-01-01"), .last = tables::date("2024-12-31")};
    options.every = Period::week;
    const SetScoreHistory all = score_history_by_set(set, observations, accounts, options);
    std::map<std::int32_t, SetScores> days;
    for (const std::int32_t day : all.as_of.days)
      if (!days.contains(day)) days[day] = score_by_set(set, observations, accounts, {.as_of = Date{day}});
    CHECK(days.size() > 50);
    std::int64_t wrong = 0, without = 0;
    std::map<std::int32_t, std::int64_t> used;
    for (std::size_t row = 0; row < all.score.size(); ++row) {
      const SetScores& day = days[all.as_of.days[row]];
      std::size_t at = 0;
      while (day.account.text(at) != all.account.text(row)) ++at;
      const auto alike = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
      const bool same =
          day.rule[at] == all.rule[row] && alike(day.score[at], all.score[row]) &&
          alike(day.coverage[at], all.coverage[row]) && alike(day.oldest_days[at], all.oldest_days[row]) &&
          day.band.text(at) == all.band.text(row) && day.version.text(at) == all.version.text(row);
      wrong += same ? 0 : 1;
      without += all.rule[row] < 0 ? 1 : 0;
      ++used[all.rule[row]];
    }
    CHECK(wrong == 0);
    CHECK(without > 100);  // accounts 45 to 49 are not in the table
    for (const std::int32_t rule : {0, 1, 2}) CHECK(used[rule] > 200);
    options.threads = 1;
    const SetScoreHistory one = score_history_by_set(set, observations, accounts, options);
    CHECK(set_cases::same(one.score, all.score));
  }

  TEST_CASE("a set of one card has the history of the card") {
    const Observations observations = set_cases::random_observations(4);
    const ScorecardConfig card = set_cases::wide();
    const ScorecardSet one({.id = "one", .rules = {{.scorecard = card}}});
    const ScorecardSet twice(
        {.id = "twice", .rules = {{.where = {{"plan", {"pro"}}}, .scorecard = card}, {.scorecard = card}}});
    // many days, so that accounts are scored in several batches
    for (const Period every : {Period::month, Period::day}) {
      const ScoreHistoryOptions options{
          .first = tables::date("2023-06-01"), .last = tables::date("2026-12-31"), .every = every};
      const ScoreHistory known = score_history(Scorecard(card), observations, options);
      for (const ScorecardSet& set : {one, twice}) {
        const SetScoreHistory found =
            score_history_by_set(set, observations, set_cases::numbered(60), options);
        CHECK(set_cases::texts(found.account) == set_cases::texts(known.account));
        CHECK(found.as_of.days == known.as_of.days);
        CHECK(set_cases::same(found.score, known.score));
        CHECK(set_cases::same(found.coverage, known.coverage));
        CHECK(set_cases::same(found.oldest_days, known.oldest_days));
        CHECK(set_cases::texts(found.band) == set_cases::texts(known.band));
        REQUIRE(found.findings.size() == 1);
        CHECK(found.findings[0].message == "wide 1: " + known.findings[0].message);
      }
      CHECK(known.score.size() > (every == Period::day ? 40'000U : 1'000U));
    }
  }

  TEST_CASE("a measure that must not be missing is not asked of the days of another card") {
    ScorecardSetConfig rules = set_cases::rules();
    rules.rules[2].valid_from = tables::date("2024-04-01");
    rules.rules[2].scorecard.measures[0].missing = MissingPolicy::fail;
    rules.rules.push_back({.scorecard = set_cases::card("first", "1", "logins", 100, {{"all", 100}})});
    const Observations late({.account = Texts{"b", "b"},
                             .measure = Texts{"logins", "seats"},
                             .value = std::vector<double>{60, 80},
                             .date = tables::days({"2024-01-01", "2024-04-01"})});
    const SetScoreHistory found = score_history_by_set(ScorecardSet(rules), late, set_cases::accounts(),
                                                       {.last = tables::date("2024-04-30")});
    CHECK(found.score == std::vector<double>{60, 60, 60, 80});
    CHECK(set_cases::texts(found.band) == Texts{"all", "all", "all", "green"});
  }

  TEST_CASE("of no observations") {
    const Observations none(
        {.account = Texts{}, .measure = Texts{}, .value = std::vector<double>{}, .date = tables::Days{}});
    const SetScoreHistory found =
        score_history_by_set(ScorecardSet(set_cases::rules()), none, set_cases::accounts());
    CHECK(found.score.empty());
    CHECK(found.band.size() == 0);
    CHECK(found.findings.empty());
  }

  TEST_CASE("refuses what makes no sense") {
    const ScorecardSet set(set_cases::rules());
    const auto refused = [&](const ScoreHistoryOptions& options) {
      return score_history_by_set(set, set_cases::observations(), set_cases::accounts(), options);
    };
    CHECK_THROWS_WITH_AS(
        refused({.dates = {tables::date("2024-01-31")}, .first = tables::date("2024-01-01")}),
        "score_history_by_set: dates = 1 days stand beside first or last; give one of them", InvalidInput);
    CHECK_THROWS_WITH_AS(refused({.first = tables::date("2024-03-01"), .last = tables::date("2024-02-01")}),
                         "score_history_by_set: first = 2024-03-01 is after last, 2024-02-01", InvalidInput);
    CHECK_THROWS_WITH_AS(
        score_history_by_set(set, set_cases::observations(), set_cases::numbered(2)),
        "score_history_by_set: accounts = integers are ids of another kind than those of the observations",
        InvalidInput);
  }
}
