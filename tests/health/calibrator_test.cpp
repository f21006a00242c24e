// SPDX-License-Identifier: MIT
#include <fealty/health/calibrator.hpp>

#include "calibration_tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::near;

namespace {

Calibrator of(CalibratorKind kind) {
  Calibrator made;
  made.kind = kind;
  return made;
}

}  // namespace

TEST_SUITE("health/calibrator") {
  TEST_CASE("each kind has the formula that it says") {
    Calibrator made = of(CalibratorKind::platt);
    made.intercept = 2, made.slope = -.05;
    CHECK(calibrate(made, {60}).probability[0] == near(1 / (1 + std::exp(1.0)), 1e-15));
    made.scale = ScoreScale::logit, made.slope = 1, made.intercept = 0;
    CHECK(calibrate(made, {.3}).probability[0] == near(.3, 1e-15));
    made = of(CalibratorKind::beta_calibration);
    made.slope = made.rest_slope = 1;
    CHECK(calibrate(made, {.3}).probability[0] == near(.3, 1e-15));  // nothing changes
    made.slope = 2, made.rest_slope = 0;
    CHECK(calibrate(made, {.5}).probability[0] == near(.25 / 1.25, 1e-15));
    made.higher_predicts_outcome = false;
    CHECK(calibrate(made, {.75}).probability[0] == near(.0625 / 1.0625, 1e-15));
    made = of(CalibratorKind::isotonic);
    made.score = {1, 3}, made.probability = {.2, .6};
    CHECK(calibrate(made, {0, 2, 4}).probability == std::vector<double>{.2, .4, .6});
  }
  TEST_CASE("rows keep their order, and those without a score have none and are listed") {
    Calibrator made = of(CalibratorKind::platt);
    made.slope = 1;
    const auto scores = calibrate(made, {1, std::nan(""), -1});
    CHECK(scores.probability[0] > scores.probability[2]);
    CHECK(std::isnan(scores.probability[1]));
    REQUIRE(scores.findings.size() == 1);
    CHECK(scores.findings[0].message == "calibrate: 1 of 3 scores are missing");
    CHECK(scores.findings[0].rows == std::vector<std::int64_t>{1});
    CHECK(calibrate(made, {}).probability.empty());
    CHECK(calibrate(made, {1e308, -1e308}).probability == std::vector<double>{1, 0});
  }
  TEST_CASE("scores out of range are refused by row") {
    CHECK_THROWS_WITH_AS(calibrate(of(CalibratorKind::platt), {1, std::numeric_limits<double>::infinity()}),
                         "calibrate: scores[1] = inf is not a finite number", InvalidInput);
    CHECK_THROWS_WITH_AS(calibrate(of(CalibratorKind::beta_calibration), {1, 1.5}),
                         "calibrate: scores[1] = 1.5 is not in [0, 1]", InvalidInput);
  }
  TEST_CASE("a calibrator that no fit gives is refused") {
    const auto refuses = [](CalibratorKind kind, auto edit, const char* text) {
      Calibrator made = of(kind);
      edit(made);
      CHECK_THROWS_WITH_AS(calibrate(made, {.5}), text, InvalidInput);
    };
    const double infinite = std::numeric_limits<double>::infinity();
    refuses(
        CalibratorKind::platt, [&](Calibrator& c) { c.slope = infinite; },
        "calibrate: slope = inf is not a finite number");
    refuses(
        CalibratorKind::platt, [](Calibrator& c) { c.clip = 1; }, "calibrate: clip = 1 is not in (0, 0.5)");
    refuses(
        CalibratorKind::beta_calibration, [](Calibrator& c) { c.rest_slope = -1; },
        "calibrate: rest_slope = -1 is less than 0");
    refuses(
        CalibratorKind::isotonic,
        [](Calibrator& c) {
          c.score = {1, 1};
          c.probability = {0, 1};
        },
        "calibrate: score[1] = 1 is not above the knot before");
    refuses(
        CalibratorKind::isotonic,
        [](Calibrator& c) {
          c.score = {1, 2};
          c.probability = {.5, .4};
        },
        "calibrate: probability[1] = 0.4 goes against the direction of the score");
    refuses(
        CalibratorKind::isotonic,
        [](Calibrator& c) {
          c.score = {1, 2};
          c.probability = {.5, 1.4};
        },
        "calibrate: probability[1] = 1.4 is not in [0, 1]");
    refuses(
        CalibratorKind::isotonic, [](Calibrator& c) { c.score = {1}; },
        "calibrate: probability = 0 rows does not match the knots");
  }
}
