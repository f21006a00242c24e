// SPDX-License-Identifier: MIT
#include <fealty/health/beta_calibration.hpp>
#include <fealty/health/calibrator_json.hpp>
#include <fealty/health/isotonic.hpp>
#include <fealty/health/platt.hpp>

#include "calibration_tables.hpp"

#include <cstddef>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

/// A calibrator's text with one part of it replaced.
std::string edited(const std::string& from, const std::string& to) {
  std::string text = calibrator_json(platt(test::health_waves().examples()));
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("health/calibrator_json") {
  TEST_CASE("what is read back gives the same probabilities, to the last bit") {
    const auto examples = test::waves().examples();
    const std::vector<double> at{0, .001, .2, .5, .77, 1};
    for (const Calibrator& made :
         {platt(examples), platt(examples, {.scale = ScoreScale::logit, .clip = 1e-9}), isotonic(examples),
          isotonic(test::health_waves().examples(), {.higher_predicts_outcome = false}),
          beta_calibration(examples), beta_calibration(examples, {.higher_predicts_outcome = false})}) {
      const std::string text = calibrator_json(made);
      const Calibrator read = calibrator_from_json(text);
      CHECK(calibrate(read, at).probability == calibrate(made, at).probability);
      CHECK(read.score == made.score);
      CHECK(read.kind == made.kind);
      CHECK(read.higher_predicts_outcome == made.higher_predicts_outcome);
      CHECK(read.examples == 200);
      CHECK(read.outcomes == 56);
      CHECK(calibrator_json(read) == text);
    }
  }
  TEST_CASE("the text is stable") {
    Calibrator made;
    made.kind = CalibratorKind::isotonic;
    made.score = {1, 2.5}, made.probability = {0, .125}, made.examples = 4, made.outcomes = 1;
    CHECK(calibrator_json(made) ==
          R"({"format":1,"kind":"isotonic","intercept":0.0,"slope":0.0,"rest_slope":0.0,"scale":"raw",)"
          R"("higher_predicts_outcome":true,"clip":1e-15,"examples":4,"outcomes":1,"left_out":0,)"
          R"("score":[1.0,2.5],"probability":[0.0,0.125]})");
  }
  TEST_CASE("what is no calibrator is refused, and said") {
    const auto refuses = [](const std::string& text, const char* message) {
      CHECK_THROWS_WITH_AS(calibrator_from_json(text), message, InvalidInput);
    };
    refuses("", "calibrator_from_json: json is no JSON at character 1");
    refuses("[]", "calibrator_from_json: json = [] is not an object");
    refuses("{}", "calibrator_from_json: format is missing");
    refuses(edited("\"format\":1", "\"format\":2"),
            "calibrator_from_json: format = 2 is newer than 1, the newest that this version reads");
    refuses(edited("\"format\":1", "\"format\":0"), "calibrator_from_json: format = 0 is less than 1");
    refuses(edited("\"platt\"", "\"spline\""),
            "calibrator_from_json: kind = \"spline\" is not one of platt, isotonic, beta_calibration");
    refuses(edited("\"platt\"", "\"isotonic\""), "calibrator_from_json: score has no knots");
    refuses(edited("\"slope\":", "\"slope\":1,\"slope\":"), "calibrator_from_json: slope stands there twice");
    refuses(edited("\"slope\":", "\"tilt\":1,\"slope\":"),
            "calibrator_from_json: tilt is no key; the keys are format, score, probability, kind, intercept, "
            "slope, rest_slope, scale, higher_predicts_outcome, clip, examples, outcomes, left_out");
    refuses("{\"clip\":NaN}", "calibrator_from_json: json is no JSON at character 9");
    refuses(edited("\"clip\":1e-15", "\"clip\":0"), "calibrator_from_json: clip = 0 is not in (0, 0.5)");
    refuses(edited("\"clip\":1e-15", "\"clip\":null"), "calibrator_from_json: clip = null is not a number");
    refuses(edited("\"score\":[]", "\"score\":[1]"),
            "calibrator_from_json: probability = 0 rows does not match the knots");
    refuses(edited("\"score\":[]", "\"score\":[[[]]]"),
            "calibrator_from_json: score[0] = [[]] is not a number");
    refuses(edited("\"score\":[]", "\"score\":" + std::string(10'000, '[') + std::string(10'000, ']')),
            "calibrator_from_json: json is nested too deeply for a calibrator");
    refuses(edited("\"outcomes\":56", "\"outcomes\":201"),
            "calibrator_from_json: outcomes = 201 is out of range");
    refuses(edited("\"slope\":", "\"slope\":1e999,\"x\":"),
            "calibrator_from_json: json holds a number that is too large");
  }
  TEST_CASE("a calibrator that learned nothing is not written") {
    CHECK_THROWS_WITH_AS(calibrator_json(platt(test::ScoreTable{}.examples())),
                         "calibrator_json: calibrator had no examples to learn from", InvalidInput);
    CHECK_THROWS_WITH_AS(calibrator_json(isotonic(test::ScoreTable{}.examples())),
                         "calibrator_json: calibrator had no examples to learn from", InvalidInput);
  }
}
