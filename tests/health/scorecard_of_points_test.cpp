// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard_of_points.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Reals;
using tables::Texts;

namespace {

std::vector<WeightOfEvidence> usage_and_seats() {
  std::mt19937_64 random(3);
  std::vector<std::uint8_t> outcome;
  Reals usage, seats;
  for (int i = 0; i < 600; ++i) {
    usage.push_back(i % 9 == 0 ? std::nan("") : static_cast<double>(random() % 50));
    seats.push_back(static_cast<double>(random() % 30));
    const double risk = 60 - (std::isnan(usage.back()) ? 20 : usage.back()) + seats.back() / 3;
    outcome.push_back(static_cast<double>(random() % 100) < risk ? 1 : 0);
  }
  ExampleColumns columns{.outcome = outcome};
  columns.attributes.add("usage", Column<double>(usage));
  columns.attributes.add("seats", Column<double>(seats));
  const Examples examples(columns);
  return {weight_of_evidence(examples, {.feature = "usage"}),
          weight_of_evidence(examples, {.feature = "seats", .bins = 3})};
}

/// What a scorecard of sums makes of a value, from what it says alone.
double points_of(const Measure& measure, double value) {
  const Transform& t = measure.transform;
  double weight = std::isnan(value) ? t.missing_evidence.value() : t.points.back().points;
  for (std::size_t i = t.points.size(); i-- > 0;)
    if (value <= t.points[i].value) weight = t.points[i].points;
  return measure.weight * (t.offset + t.factor * weight);
}
double weight_of(const WeightOfEvidence& bins, double value) {
  for (std::size_t i = 0; i < bins.kind.size(); ++i)
    if (bins.kind[i] == BinKind::missing ? std::isnan(value)
                                         : value > bins.lower[i] && value <= bins.upper[i])
      return bins.weight_of_evidence[i];
  return 0;
}

}  // namespace

TEST_SUITE("health/scorecard_of_points") {
  TEST_CASE("its sum is offset + factor * log odds of staying") {
    const auto evidence = usage_and_seats();
    const auto points = points_scorecard(evidence, {.coefficients = {.9, 1.2}, .intercept = -.4});
    const Scorecard card = scorecard_of_points(
        points,
        {.id = "churn", .version = "1", .decimals = 0, .bands = {{"red", 480, {}}, {"green", 0, {}}}});
    const ScorecardConfig& config = card.config();
    CHECK(config.combination == Combination::sum);
    CHECK(config.polarity == Polarity::higher_is_healthier);
    CHECK(card.id() == "churn");
    CHECK(config.bands.front().upper == 480);
    CHECK(config.bands.back().upper == config.scale_upper);
    REQUIRE(config.measures.size() == 2);
    for (const double usage : {-3.0, 0.0, 12.0, 30.0, 49.0, 1000.0, std::nan("")})
      for (const double seats : {0.0, 9.5, 29.0, std::nan("")}) {
        const double log_odds_of_churn =
            -.4 + .9 * weight_of(evidence[0], usage) + 1.2 * weight_of(evidence[1], seats);
        const double score = points_of(config.measures[0], usage) + points_of(config.measures[1], seats);
        CHECK(score == Approx(points.offset - points.factor * log_odds_of_churn).epsilon(1e-12));
        CHECK(score >= config.scale_lower);
        CHECK(score <= config.scale_upper);
      }
  }

  TEST_CASE("it is plain data as any other") {
    const auto points = points_scorecard(usage_and_seats(), {.coefficients = {1, 1}, .intercept = 0});
    const Scorecard card = scorecard_of_points(points);
    CHECK(Scorecard::from_json(card.to_json()).fingerprint() == card.fingerprint());
  }

  TEST_CASE("an attribute that was never there is one measure without evidence") {
    ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 0}};
    columns.attributes.add("usage", Column<double>(Reals{std::nan(""), std::nan("")}));
    const auto evidence = weight_of_evidence(Examples(columns), {.feature = "usage"});
    const Scorecard card =
        scorecard_of_points(points_scorecard({evidence}, {.coefficients = {1}, .intercept = 0}));
    CHECK(points_of(card.config().measures.front(), 3) == Approx(487.122876204505).epsilon(1e-12));
  }

  TEST_CASE("refuses texts, bins without weight and points beyond the scale") {
    ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 0}};
    columns.attributes.add("plan", IdColumn(Texts{"a", "a"}));
    columns.attributes.add("usage", Column<double>(Reals{1, 1}));
    const Examples examples(columns);
    const auto card = [&](const WeightOfEvidence& evidence, double base) {
      return scorecard_of_points(
          points_scorecard({evidence}, {.coefficients = {1}, .intercept = 0, .base_points = base}));
    };
    CHECK_THROWS_WITH_AS(card(weight_of_evidence(examples, {.feature = "plan"}), 600),
                         "scorecard_of_points: plan holds texts; a measure of a scorecard is a number",
                         InvalidInput);
    auto usage = weight_of_evidence(examples, {.feature = "usage"});
    CHECK_THROWS_AS(card(usage, 5000), InvalidInput);
    usage.weight_of_evidence[0] = std::nan("");
    CHECK_THROWS_WITH_AS(card(usage, 600),
                         "scorecard_of_points: usage has a bin without a weight of evidence", InvalidInput);
  }
}
