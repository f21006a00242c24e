// SPDX-License-Identifier: MIT
#include <fealty/health/explain_change.hpp>

#include "health/random_cards.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

std::string shown(const ScoreChange& steps) {
  std::string out;
  for (std::size_t i = 0; i < steps.change.size(); ++i)
    out += fmt::format("{}{} {} {}", i == 0 ? "" : "\n",
                       enum_names(ChangeReason{})[static_cast<std::size_t>(steps.change[i])],
                       steps.measure[i], steps.micro_points[i]);
  return out;
}
std::int64_t total(const ScoreChange& steps) {
  return std::accumulate(steps.micro_points.begin(), steps.micro_points.end(), std::int64_t{0});
}
ScorecardConfig two_measures() {
  return {.id = "card",
          .bands = {{"red", 50}, {"green", 100}},
          .min_coverage = 0,
          .measures = {{.id = "x",
                        .weight = 3,
                        .transform = {.points = {{0, 0}, {100, 100}}},
                        .decay = Decay::linear,
                        .validity_days = 100},
                       {.id = "y", .weight = 1, .transform = {.points = {{0, 0}, {100, 100}}}}},
          .exceptions = {{.when = "flag", .points = 40}}};
}
Observations seen() {
  return Observations({.account = Texts{"A", "A", "A", "A", "B", "C"},
                       .measure = Texts{"x", "y", "x", "flag", "x", "y"},
                       .value = Reals{80, 60, 90, 1, 70, 10},
                       .date = tables::days({"2024-01-01", "2024-01-20", "2024-01-21", "2024-01-31",
                                             "2024-01-01", "2024-01-31"})});
}

}  // namespace

TEST_SUITE("health/explain_change") {
  TEST_CASE("value, staleness, missingness, exception, configuration, one after the other") {
    const Scores first = score(Scorecard(two_measures()), seen(), {.as_of = tables::date("2024-01-11")});
    const Scores second = score(Scorecard(two_measures()), seen(), {.as_of = tables::date("2024-01-31")});
    // x alone: 50 + .9 x 30 = 77; 90 in its place: 86. As old as before. y comes: (3 x 86 + 60) / 4 = 79.5
    const ScoreChange steps = explain_change(first, second, "A");
    CHECK(first.score[0] == 77);
    CHECK(second.score[0] == 40);
    CHECK(shown(steps) == "value x 9000000\nmissingness y -6500000\nexception flag -39500000");
    CHECK(steps.value_before[0] == 80);
    CHECK(steps.value_after[0] == 90);
    CHECK(std::isnan(steps.value_before[1]));
    CHECK(steps.change_micro == -37'000'000);
    CHECK(steps.band_before == "green");
    CHECK(steps.band_after == "red");
    CHECK(shown(explain_change(first, second, "B")) == "staleness x -4000000");  // .9 to .7 of 20

    ScorecardConfig stricter = two_measures();
    stricter.version = "2";
    stricter.exceptions[0].points = 30;
    const Scores third = score(Scorecard(stricter), seen(), {.as_of = tables::date("2024-01-31")});
    const ScoreChange changed = explain_change(second, third, "A");
    CHECK(shown(changed) == "configuration  -10000000");
    CHECK(changed.fingerprint_before != changed.fingerprint_after);
    CHECK(shown(explain_change(second, second, "A")).empty());
  }

  TEST_CASE("an account that comes or goes is one of which nothing is known there") {
    const Scores first = score(Scorecard(two_measures()), seen(), {.as_of = tables::date("2024-01-11")});
    const Scores second = score(Scorecard(two_measures()), seen(), {.as_of = tables::date("2024-01-31")});
    const ScoreChange comes = explain_change(first, second, "C");
    CHECK(std::isnan(comes.score_before));
    CHECK(comes.score_after == 10);
    CHECK(comes.band_before == "unknown");
    CHECK(shown(comes) == "missingness y 10000000");
    CHECK(shown(explain_change(second, first, "C")) == "missingness y -10000000");
    CHECK_THROWS_WITH_AS(explain_change(first, second, "D"),
                         "explain_change: account = D has no row in the scores", InvalidInput);
    CHECK_THROWS_WITH_AS(explain_change(Scores{}, second, "C"),
                         "explain_change: account = C has no row in the scores", InvalidInput);
  }

  TEST_CASE("accounts that are texts here and integers there are not the same") {
    const Scores texts = score(Scorecard(two_measures()), seen());
    const Scores integers =
        score(Scorecard(two_measures()), Observations({.account = std::vector<std::int64_t>{1},
                                                       .measure = Texts{"x"},
                                                       .value = Reals{5},
                                                       .date = tables::days({"2024-01-01"})}));
    CHECK_THROWS_WITH_AS(
        explain_change(texts, integers, "A"),
        "explain_change: account = A is a text in one of the two and an integer in the other", InvalidInput);
  }
  TEST_CASE("adds up for random pairs of cards and accounts, and each way the same") {
    std::int64_t pairs = 0;
    std::set<ChangeReason> reasons;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      random_cards::Random random(seed);
      const Scorecard one = random_cards::random_scorecard(random);
      const Scorecard other = random.chance(.5) ? one : random_cards::random_scorecard(random);
      const Scores before = score(one, random_cards::random_measures(random, 20));
      const Scores after = score(other, random_cards::random_measures(random, 24));  // four come
      CAPTURE(seed);
      for (std::int64_t account = 0; account < 24; ++account) {
        const ScoreChange steps = explain_change(before, after, account);
        const auto row = static_cast<std::size_t>(account);
        REQUIRE(total(steps) == steps.change_micro);
        if (account < 20) REQUIRE(steps.change_micro == after.score_micro[row] - before.score_micro[row]);
        REQUIRE(explain_change(after, before, account).change_micro == -steps.change_micro);
        for (std::size_t i = 0; i < steps.change.size(); ++i) {
          reasons.insert(steps.change[i]);
          if (steps.change[i] != ChangeReason::rounding) continue;
          const double half =
              .5 * (std::pow(10, 6 - one.config().decimals) + std::pow(10, 6 - other.config().decimals));
          REQUIRE(static_cast<double>(std::abs(steps.micro_points[i])) <= half + 1);
        }
        if (one.fingerprint() == other.fingerprint())
          for (const ChangeReason each : steps.change) REQUIRE(each != ChangeReason::configuration);
        ++pairs;
      }
    }
    CHECK(pairs == 7200);
    CHECK(reasons.size() == 6);
  }
}
