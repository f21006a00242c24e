// SPDX-License-Identifier: MIT
#include <fealty/health/score_history.hpp>

#include "health/random_cards.hpp"
#include "revenue/tables.hpp"

#include <fealty/health/scores.hpp>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }
Scorecard one_measure() {
  return Scorecard(
      {.id = "one",
       .bands = {{"red", 50}, {"green", 100}},
       .measures = {{.id = "x", .transform = {.points = {{0, 0}, {100, 100}}}, .validity_days = 40}}});
}
Observations seen() {
  return Observations({.account = Texts{"b", "a", "a"},
                       .measure = Texts(3, "x"),
                       .value = Reals{90, 30, 60},
                       .date = tables::days({"2024-02-10", "2024-01-15", "2024-04-20"})});
}
std::string shown(const ScoreHistory& history) {
  std::string out;
  for (std::size_t i = 0; i < history.score.size(); ++i)
    out += fmt::format("{}{} {} {} {} {}", i == 0 ? "" : "\n", history.account.text(i),
                       to_string(Date{history.as_of.days[i]}), history.score[i], history.band.text(i),
                       history.oldest_days[i]);
  return out;
}
Observations random_observations(random_cards::Random& random) {
  Counts account;
  Texts measure;
  Reals value;
  tables::Days date;
  const char* const names[] = {"m0", "m1", "m2", "m3", "m4", "m5", "m6", "input", "flag", "other_flag"};
  for (std::int64_t i = random.between(0, 600); i > 0; --i) {
    account.push_back(random.between(0, 12));
    measure.emplace_back(names[random.between(0, 9)]);
    const bool flag = measure.back().ends_with("flag");
    value.push_back(flag ? static_cast<double>(random.between(0, 1)) : random.uniform(-2, 5));
    date.push_back(static_cast<std::int32_t>(random.between(19'000, 19'300)));
  }
  return Observations({.account = account, .measure = measure, .value = value, .date = date});
}

}  // namespace

TEST_SUITE("health/score_history") {
  TEST_CASE("the last days of months, from an account's first observation on") {
    const ScoreHistory history = score_history(one_measure(), seen(), {.last = tables::date("2024-04-30")});
    CHECK(shown(history) ==
          "a 2024-01-31 30 red 16\na 2024-02-29 nan unknown nan\na 2024-03-31 nan unknown nan\n"
          "a 2024-04-30 60 green 10\nb 2024-02-29 90 green 19\nb 2024-03-31 nan unknown nan\n"
          "b 2024-04-30 nan unknown nan");
    CHECK(history.fingerprint == one_measure().fingerprint());
    CHECK(history.findings.empty());
    // April has not ended by the last observation
    CHECK(score_history(one_measure(), seen()).score.size() == 5);
  }

  TEST_CASE("days that are given, each once") {
    const ScoreHistory history = score_history(
        one_measure(), seen(),
        {.dates = {tables::date("2024-02-10"), tables::date("2024-01-01"), tables::date("2024-02-10")}});
    CHECK(shown(history) == "a 2024-02-10 30 red 26\nb 2024-02-10 90 green 0");
  }

  TEST_CASE("as score() on each of the days, for random cards") {
    std::int64_t rows = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      random_cards::Random random(seed);
      const Scorecard card = random_cards::random_scorecard(random);
      const Observations observations = random_observations(random);
      const ScoreHistory history = score_history(
          card, observations, {.first = Date{18'990}, .last = Date{19'320}, .every = Period::week});
      CAPTURE(seed);
      std::size_t compared = 0;
      for (std::int32_t day = 18'980; day <= 19'320; ++day) {
        std::size_t row = 0;
        Scores scores;
        for (std::size_t i = 0; i < history.score.size(); ++i) {
          if (history.as_of.days[i] != day) continue;
          if (row == 0) scores = score(card, observations, {.as_of = Date{day}});
          REQUIRE(row < scores.score.size());
          CHECK(history.account.text(i) == scores.account.text(row));
          CHECK(same(history.score[i], scores.score[row]));
          CHECK(same(history.oldest_days[i], scores.oldest_days[row]));
          CHECK(history.coverage[i] == scores.coverage[row]);
          CHECK(history.band.text(i) == scores.band.text(row));
          ++row;
          ++compared;
        }
        if (row > 0) CHECK(row == scores.score.size());
      }
      CHECK(compared == history.score.size());
      rows += static_cast<std::int64_t>(compared);
    }
    CHECK(rows > 20'000);
  }

  TEST_CASE("no observations, and a measure that nobody has") {
    const Observations nothing(
        {.account = Texts{}, .measure = Texts{}, .value = Reals{}, .date = tables::Days{}});
    const ScoreHistory empty = score_history(one_measure(), nothing);
    CHECK(empty.score.empty());
    CHECK(tables::codes(empty.findings) == "unobserved_measure");
    CHECK(empty.findings[0].message == "the card's x is observed of no account");
  }

  TEST_CASE("refuses days that contradict one another") {
    CHECK_THROWS_WITH_AS(score_history(one_measure(), seen(), {.dates = {Date{1}}, .last = Date{2}}),
                         "score_history: dates = 1 days stand beside first or last; give one of them",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        score_history(one_measure(), seen(),
                      {.first = tables::date("2024-03-01"), .last = tables::date("2024-02-01")}),
        "score_history: first = 2024-03-01 is after last, 2024-02-01", InvalidInput);
    CHECK_THROWS_WITH_AS(score_history(one_measure(), seen(), {.dates = {Date{-40'000}}}),
                         "score_history: dates = 1860-06-26 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(score_history(one_measure(), seen(), {.threads = -2}),
                         "score_history: threads = -2 is negative", InvalidInput);
  }
}
