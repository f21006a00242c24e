// SPDX-License-Identifier: MIT
#include <fealty/health/explain.hpp>

#include "health/random_cards.hpp"
#include "revenue/tables.hpp"

#include <fealty/health/contributions.hpp>

#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

/// Lines that are not 0, as text: line measure points weight micro-points.
std::string shown(const Explanation& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.line.size(); ++i) {
    if (lines.micro_points[i] == 0) continue;
    out += fmt::format("{}{} {} {:.6g} {:.6g} {}", out.empty() ? "" : "\n",
                       enum_names(ScoreLine{})[static_cast<std::size_t>(lines.line[i])], lines.measure[i],
                       lines.points[i], lines.weight[i], lines.micro_points[i]);
  }
  return out;
}
Scorecard card_with_exception() {
  return Scorecard(
      {.id = "card",
       .version = "2",
       .bands = {{"red", 50}, {"green", 100}},
       .min_coverage = .5,
       .groups = {{"outcome", 3}, {"experience", 1}},
       .measures = {{.id = "usage",
                     .group = "outcome",
                     .transform = {.points = {{0, 0}, {1, 100}}},
                     .decay = Decay::half_life,
                     .half_life_days = 30},
                    {.id = "csat", .group = "experience", .transform = {.points = {{1, 0}, {5, 100}}}}},
       .exceptions = {{.when = "sponsor_left", .points = 40, .reason_required = true}}});
}
Observations seen() {
  return Observations({.account = Texts{"A", "A", "A", "B"},
                       .measure = Texts{"usage", "csat", "sponsor_left", "csat"},
                       .value = Reals{.9, 4, 1, 5},
                       .date = tables::days({"2024-03-01", "2024-03-20", "2024-03-25", "2024-03-01"}),
                       .reason = tables::ids_with_nulls({"", "", "moved to another company", ""})});
}

}  // namespace

TEST_SUITE("health/explain") {
  TEST_CASE("one line for each measure, and one each for what else changes the score") {
    const Scores scores = score(card_with_exception(), seen(), {.as_of = tables::date("2024-03-31")});
    const Explanation lines = explain(scores, "A");
    // usage 90 x .75; it fades from 90 to 50 + 40 / 2 = 70; the cap takes what is left above 40
    CHECK(shown(lines) ==
          "measure usage 90 0.75 67500000\nmeasure csat 75 0.25 18750000\ndecay  nan nan -15000000\n"
          "exception sponsor_left 40 nan -31250000");
    CHECK(lines.line.size() == 7);
    CHECK(lines.value[0] == .9);
    CHECK(lines.age_days[0] == 30);
    CHECK(lines.group[1] == "experience");
    CHECK(lines.reason[4] == "moved to another company");
    CHECK(lines.score == 40);
    CHECK(lines.score_micro == 40'000'000);
    CHECK(lines.band == "red");
    CHECK(lines.coverage == 1);
    CHECK(lines.version == "2");
    CHECK(lines.fingerprint == card_with_exception().fingerprint());
    CHECK(scores.findings.size() == 1);  // of B, who has no score; the exception has its reason
  }

  TEST_CASE("a score that is unknown is explained as well") {
    const Scores scores = score(card_with_exception(), seen(), {.as_of = tables::date("2024-03-31")});
    const Explanation lines = explain(scores, "B");
    CHECK(std::isnan(lines.score));
    CHECK(lines.band == "unknown");
    CHECK(lines.score_micro == 100'000'000);
    CHECK(shown(lines) == "measure csat 100 0.25 25000000\nrenormalization  nan nan 75000000");
    CHECK(lines.counts == std::vector<std::uint8_t>{0, 1, 0, 0, 0, 0});
  }

  TEST_CASE("adds up, and agrees with the contributions, for random cards and accounts") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      random_cards::Random random(seed);
      const Scorecard card = random_cards::random_scorecard(random, seed % 5 == 0);
      const Scores scores = score(card, random_cards::random_measures(random, 30, seed % 5 != 0));
      const Contributions all = contributions(scores);
      CAPTURE(seed);
      for (std::int64_t account = 0; account < 30; account += 3) {
        const Explanation lines = explain(scores, account);
        const auto row = static_cast<std::size_t>(account);
        CHECK(std::accumulate(lines.micro_points.begin(), lines.micro_points.end(), std::int64_t{0}) ==
              scores.score_micro[row]);
        std::int64_t exceptions = 0;
        double weights = 0;
        for (std::size_t i = 0; i < lines.line.size(); ++i) {
          if (lines.line[i] == ScoreLine::exception) exceptions += lines.micro_points[i];
          if (lines.line[i] != ScoreLine::measure) continue;
          CHECK(lines.micro_points[i] == all.measures[i][row]);
          weights += lines.weight[i];
          if (!std::isnan(lines.points[i]))  // what the row says makes its line
            CHECK(std::abs(lines.points[i] * lines.weight[i] * 1e6 -
                           static_cast<double>(lines.micro_points[i])) < .51);
        }
        CHECK(exceptions == all.exception[row]);
        if (card.config().combination == Combination::weighted_mean)
          CHECK(weights == doctest::Approx(1).epsilon(1e-12));
      }
    }
  }

  TEST_CASE("refuses an account without a row") {
    const Scores scores = score(card_with_exception(), seen(), {.as_of = tables::date("2024-03-31")});
    CHECK_THROWS_WITH_AS(explain(scores, "C"), "explain: account = C has no row in the scores", InvalidInput);
    CHECK_THROWS_WITH_AS(
        explain(scores, 7),
        "explain: account = 7 has no row in the scores, whose accounts are texts and not integers",
        InvalidInput);
    CHECK_THROWS_WITH_AS(explain(Scores{}, "A"), "explain: account = A has no row in the scores",
                         InvalidInput);
  }
}
