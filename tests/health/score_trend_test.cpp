// SPDX-License-Identifier: MIT
#include <fealty/health/score_trend.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

const double none = std::nan("");

ScoreHistory history(Texts account, std::vector<std::int32_t> days, Reals scores, Texts bands) {
  ScoreHistory out;
  out.account = IdColumn(account);
  out.as_of.days = std::move(days);
  out.score = std::move(scores);
  out.band = IdColumn(bands);
  return out;
}

}  // namespace

TEST_SUITE("health/score_trend") {
  TEST_CASE("least squares over the window, and the days in a band") {
    // days -45, -15, 15, 45 about their mean: -825 / 4,500 in a day
    const ScoreTrend trend =
        score_trend(history(Texts(6, "a"), {-30, 0, 30, 60, 75, 90}, {100, 60, 50, 55, none, 40},
                            {"green", "yellow", "red", "yellow", "unknown", "red"}));
    REQUIRE(trend.score.size() == 1);
    CHECK(trend.score[0] == 40);
    CHECK(trend.slope[0] == doctest::Approx(-5.5).epsilon(1e-14));
    CHECK(trend.change[0] == -20);
    CHECK(trend.scores[0] == 4);  // the first is out of the window, one is unknown
    CHECK(trend.band.text(0) == "red");
    CHECK(trend.previous_band.text(0) == "unknown");
    CHECK(trend.days_in_band[0] == 0);
    CHECK(trend.as_of.days[0] == 90);
  }

  TEST_CASE("a straight line has its slope, whatever the days") {
    const ScoreTrend trend = score_trend(
        history({"a", "a", "a", "b", "c", "c"}, {20'000, 20'007, 20'021, 20'021, 20'000, 20'021},
                {10, 10.7, 12.1, 70, none, none}, {"red", "red", "red", "green", "unknown", "unknown"}));
    CHECK(trend.slope[0] == doctest::Approx(3).epsilon(1e-12));
    CHECK(trend.days_in_band[0] == 21);
    CHECK(trend.previous_band.text(0) == "null");
    CHECK(std::isnan(trend.slope[1]));  // one score has no slope
    CHECK(std::isnan(trend.change[1]));
    CHECK(trend.scores[1] == 1);
    CHECK(std::isnan(trend.score[2]));
    CHECK(trend.scores[2] == 0);
    CHECK(trend.days_in_band[2] == 21);
  }

  TEST_CASE("no rows") { CHECK(score_trend(ScoreHistory{}).score.empty()); }

  TEST_CASE("refuses a window of no days") {
    CHECK_THROWS_WITH_AS(score_trend(ScoreHistory{}, {.window_days = 0}),
                         "score_trend: window_days = 0 is not above 0", InvalidInput);
  }
}
