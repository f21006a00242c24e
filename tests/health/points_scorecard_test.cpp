// SPDX-License-Identifier: MIT
#include <fealty/health/points_scorecard.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Reals;
using tables::Texts;

namespace {

/// Usage up to 1 and above, and two plans: weights ln 3, -ln 3 and so on.
std::vector<WeightOfEvidence> two_attributes() {
  ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 1, 1, 0, 1, 0, 0, 0}};
  columns.attributes.add("usage", Column<double>(Reals{1, 1, 1, 1, 2, 2, 2, 2}));
  columns.attributes.add("plan", IdColumn(Texts{"a", "b", "a", "b", "a", "b", "a", "b"}));
  const Examples examples(columns);
  return {weight_of_evidence(examples, {.feature = "usage", .min_share = 0}),
          weight_of_evidence(examples, {.feature = "plan"})};
}

}  // namespace

TEST_SUITE("health/points_scorecard") {
  TEST_CASE("points of an account add up to offset + factor * log odds of staying") {
    const auto evidence = two_attributes();
    const auto found = points_scorecard(evidence, {.coefficients = {.8, 1.1}, .intercept = -1.5});
    CHECK(found.factor == Approx(28.853900817779268).epsilon(1e-14));  // 20 / ln 2
    CHECK(found.offset == Approx(487.122876204505).epsilon(1e-13));    // 600 - 20 log2(50)
    REQUIRE(found.feature == Texts{"usage", "usage", "plan", "plan"});
    for (const std::size_t usage : {0U, 1U})
      for (const std::size_t plan : {0U, 1U}) {
        const double log_odds_of_churn = -1.5 + .8 * (usage == 0 ? std::log(3.0) : -std::log(3.0)) +
                                         1.1 * (plan == 0 ? std::log(3.0) : -std::log(3.0));
        const double score = 600 + 20 * (-log_odds_of_churn / std::log(2.0) - std::log2(50.0));
        CHECK(found.points[usage] + found.points[2 + plan] == Approx(score).epsilon(1e-13));
        CHECK(std::abs(found.rounded_points[usage] + found.rounded_points[2 + plan] - score) <= 1);
        const double odds = points_odds({score}).odds[0];
        CHECK(odds == Approx(std::exp(-log_odds_of_churn)).epsilon(1e-12));
      }
    CHECK(found.points[0] < found.points[1]);  // little use is less healthy
    CHECK(found.lowest == Approx(found.points[0] + found.points[2]));
    CHECK(found.highest == Approx(found.points[1] + found.points[3]));
  }

  TEST_CASE("of a renewal the signs are the other way round") {
    const auto evidence = two_attributes();
    const auto churn = points_scorecard(evidence, {.coefficients = {1, 1}, .intercept = .3});
    const auto renewal = points_scorecard(
        evidence, {.coefficients = {-1, -1}, .intercept = -.3, .polarity = Polarity::higher_is_healthier});
    for (std::size_t i = 0; i < churn.points.size(); ++i)
      CHECK(renewal.points[i] == Approx(churn.points[i]).epsilon(1e-14));
  }

  TEST_CASE("a bin without weight has no points") {
    auto evidence = two_attributes();
    evidence[0].weight_of_evidence[0] = std::nan("");
    const auto found = points_scorecard(evidence, {.coefficients = {1, 1}, .intercept = 0});
    CHECK(std::isnan(found.points[0]));
    CHECK(std::isfinite(found.lowest));
  }

  TEST_CASE("refuses models that do not fit") {
    const auto evidence = two_attributes();
    const auto refuses = [&](const PointsScorecardOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(points_scorecard(evidence, options), message, InvalidInput);
    };
    refuses({.coefficients = {1}, .intercept = 0},
            "points_scorecard: coefficients = 1 numbers are not one for each of 2 attributes");
    refuses({.coefficients = {1, std::nan("")}, .intercept = 0},
            "points_scorecard: coefficients[1] = nan is not a finite number");
    refuses({.coefficients = {1, 1}, .intercept = std::numeric_limits<double>::infinity()},
            "points_scorecard: intercept = inf is not a finite number");
    refuses({.coefficients = {1, 1}, .intercept = 0, .pdo = -1},
            "points_scorecard: pdo = -1 is not a finite number above 0");
    CHECK_THROWS_WITH_AS(points_scorecard({}, {.coefficients = {}, .intercept = 0}),
                         "points_scorecard: evidence is empty", InvalidInput);
  }
  TEST_CASE("refuses finite numbers that make infinite points, and infinite evidence") {
    auto evidence = two_attributes();
    const auto refuses = [&](const PointsScorecardOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(points_scorecard(evidence, options), message, InvalidInput);
    };
    refuses(
        {.coefficients = {1, 1e308}, .intercept = 0},
        "points_scorecard: coefficients[1] = 1e+308 makes points of plan that are too large to compute with");
    refuses({.coefficients = {1, 1}, .intercept = 1e308},
            "points_scorecard: intercept = 1e+308 makes points that are too large to compute with");
    refuses({.coefficients = {1, 1}, .intercept = 0, .pdo = 1e308},
            "points_scorecard: pdo = 1e+308 makes points that are too large to compute with");
    refuses({.coefficients = {1, 1}, .intercept = 0, .pdo = 1.2e308, .base_odds = 1},
            "points_scorecard: coefficients[0] = 1 makes points of usage that are too large to compute with");
    const double woe = std::abs(evidence[0].weight_of_evidence[0]);
    const double large = 1.7e308 / 28.853900817779268 / woe;
    evidence[1].weight_of_evidence = evidence[0].weight_of_evidence;
    refuses({.coefficients = {large, large}, .intercept = 0},
            "points_scorecard: coefficients = 2 numbers make scores that are too large to compute with");
    const auto huge = points_scorecard(evidence, {.coefficients = {large / 4, large / 4}, .intercept = 0});
    CHECK(std::isfinite(huge.highest));
    evidence[1].weight_of_evidence[0] = -std::numeric_limits<double>::infinity();
    refuses({.coefficients = {1, 1}, .intercept = 0},
            "points_scorecard: evidence[1] = -inf is an infinite weight of evidence of plan");
  }
}
