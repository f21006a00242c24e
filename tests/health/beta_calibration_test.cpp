// SPDX-License-Identifier: MIT
#include <fealty/health/beta_calibration.hpp>

#include "calibration_tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::codes;
using test::near;

TEST_SUITE("health/beta_calibration") {
  TEST_CASE("the curve is R's, with and without weights") {
    const auto table = test::even_waves();
    auto made = beta_calibration(table.without_weights().examples());
    CHECK(made.intercept == near(-1.07639061634253, 1e-12));
    CHECK(made.slope == near(0.363555099924086, 1e-12));
    CHECK(made.rest_slope == near(1.93167255296688, 1e-12));
    CHECK(made.findings.empty());
    CHECK(made.kind == CalibratorKind::beta_calibration);
    made = beta_calibration(table.examples());
    CHECK(made.intercept == near(-0.454697124518558, 1e-12));
    CHECK(made.slope == near(0.694593623394875, 1e-12));
    CHECK(made.rest_slope == near(1.46503694628262, 1e-12));
  }
  TEST_CASE("a slope that would be below 0 is held at 0, and the others are the best there are") {
    const auto made = beta_calibration(test::waves().without_weights().examples());
    CHECK(made.slope == 0);
    CHECK(made.intercept == near(-2.52860647980822, 1e-12));
    CHECK(made.rest_slope == near(1.47994525969551, 1e-12));
  }
  TEST_CASE("it is that of betacal, as closely as its penalty lets it") {
    const auto even = beta_calibration(test::even_waves().without_weights().examples());
    CHECK(even.slope == near(0.364242604088332, 3e-3));
    CHECK(even.rest_slope == near(1.92972445775077, 3e-3));
    const auto held = beta_calibration(test::waves().without_weights().examples());
    CHECK(held.rest_slope == near(1.47965885826462, 3e-4));
    CHECK(held.intercept == near(-2.52801646653321, 3e-4));
  }
  TEST_CASE("a health score is calibrated as what is missing of it") {
    test::ScoreTable table = test::even_waves();
    const auto made = beta_calibration(table.examples());
    test::ScoreTable health = table;
    for (double& each : health.score) each = 1 - each;
    const auto other = beta_calibration(health.examples(), {.higher_predicts_outcome = false});
    CHECK(other.slope == near(made.slope, 1e-10));
    CHECK(other.rest_slope == near(made.rest_slope, 1e-10));
    CHECK(calibrate(other, {.2}).probability[0] == near(calibrate(made, {.8}).probability[0], 1e-10));
  }
  TEST_CASE("probabilities never fall with the score, and no other slopes are better") {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
      const auto table = test::random_table(seed, 80);
      const auto made = beta_calibration(table.examples());
      CHECK(made.slope >= 0);
      CHECK(made.rest_slope >= 0);
      const auto loss = [&](double intercept, double slope, double rest_slope) {
        Calibrator other = made;
        other.intercept = intercept, other.slope = slope, other.rest_slope = rest_slope;
        const auto p = calibrate(other, table.score).probability;
        double sum = 0;
        for (std::size_t i = 0; i < p.size(); ++i)
          sum -= table.weight[i] * std::log(table.outcome[i] != 0 ? p[i] : 1 - p[i]);
        return sum;
      };
      const double best = loss(made.intercept, made.slope, made.rest_slope);
      for (const double step : {-1e-3, 1e-3}) {
        CHECK(loss(made.intercept + step, made.slope, made.rest_slope) > best);
        if (made.slope + step >= 0) CHECK(loss(made.intercept, made.slope + step, made.rest_slope) > best);
        if (made.rest_slope + step >= 0)
          CHECK(loss(made.intercept, made.slope, made.rest_slope + step) > best);
      }
      const auto repeated = beta_calibration(table.repeated().examples());
      CHECK(repeated.slope == near(made.slope, 1e-8));
      CHECK(repeated.intercept == near(made.intercept, 1e-8));
      CHECK(beta_calibration(table.shuffled(seed).examples()).slope == made.slope);
    }
  }
  TEST_CASE("scores of 0 and 1 are taken a little inside, and said") {
    const auto made = beta_calibration(test::ScoreTable{{0, 1, 0, 1}, {0, .4, .6, 1}}.examples(),
                                       {.clip = .01, .least_outcomes = 0});
    CHECK(codes(made.findings) == std::vector<std::string>{"certain_scores"});
    const auto p = calibrate(made, {0, .01, .99, 1}).probability;
    CHECK(p[0] == p[1]);
    CHECK(p[2] == p[3]);
    CHECK(p[0] > 0);
    CHECK(p[3] < 1);
  }
  TEST_CASE("scores that tell all, one outcome, two scores, equal scores, the wrong way, no rows") {
    const auto lone = [](test::ScoreTable table) {
      return beta_calibration(table.examples(), {.least_outcomes = 0});
    };
    auto made = lone({{0, 0, 1, 1}, {.1, .2, .8, .9}});
    CHECK(codes(made.findings) == std::vector<std::string>{"separation"});
    CHECK(calibrate(made, {.1}).probability[0] > 0.1);
    CHECK(calibrate(made, {.9}).probability[0] < 0.9);
    made = lone({{1, 1, 1}, {.1, .2, .8}});
    CHECK(codes(made.findings) == std::vector<std::string>{"one_class"});
    CHECK(calibrate(made, {.1}).probability[0] == near(4.0 / 5));
    made = lone({{0, 0, 1, 0, 1, 1}, {.2, .2, .2, .6, .6, .6}});
    CHECK(made.findings.empty());
    CHECK(made.slope == near(made.rest_slope));
    CHECK(calibrate(made, {.2}).probability[0] == near(1.0 / 3));
    CHECK(calibrate(made, {.6}).probability[0] == near(2.0 / 3));
    made = lone({{0, 1, 0}, {.4, .4, .4}});
    CHECK(codes(made.findings) == std::vector<std::string>{"no_spread"});
    CHECK(calibrate(made, {.9}).probability[0] == near(1.0 / 3));
    made = lone({{1, 1, 0, 0}, {.1, .2, .8, .9}});
    CHECK(codes(made.findings) == std::vector<std::string>{"wrong_direction"});
    CHECK(made.slope == 0);
    CHECK(calibrate(made, {.9}).probability[0] == near(.5));
    made = lone({{0, 1, 1, 0, 0}, {.1, .45, .55, .9, .95}});  // two slopes of opposite signs would tell all
    CHECK(made.slope >= 0);
    CHECK(made.rest_slope >= 0);
    double sum = 0;
    for (const double each : calibrate(made, {.1, .45, .55, .9, .95}).probability) sum += each;
    CHECK(sum == near(2, 1e-12));
    made = lone({});
    CHECK(std::isnan(made.intercept));
    made = lone({{1}, {.3}});
    CHECK(calibrate(made, {.3}).probability[0] == near(2.0 / 3));
  }
  TEST_CASE(
      "where scores tell all, weights of less than a row are refused; elsewhere their unit is nothing") {
    test::ScoreTable table{{0, 0, 1, 1}, {.2, .4, .6, .8}};
    table.weight = {.1, .1, .1, .1};
    CHECK_THROWS_WITH_AS(
        beta_calibration(table.examples()),
        "beta_calibration: weight = 0.2 is all that rows with the outcome weigh, less than one "
        "row; weights count as so many rows",
        InvalidInput);
    table.outcome = {0, 1, 0, 1};
    const auto light = beta_calibration(table.examples());
    table.weight = {1, 1, 1, 1};
    CHECK(light.slope == doctest::Approx(beta_calibration(table.examples()).slope).epsilon(1e-10));
  }
  TEST_CASE("scores that are no probabilities are refused by row") {
    CHECK_THROWS_WITH_AS(beta_calibration(test::ScoreTable{{0, 1}, {.5, 1.5}}.examples()),
                         "beta_calibration: score[1] = 1.5 is not a probability: a number in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(beta_calibration(test::waves().examples(), {.clip = .5}),
                         "beta_calibration: clip = 0.5 is not in (0, 0.5)", InvalidInput);
  }
}
