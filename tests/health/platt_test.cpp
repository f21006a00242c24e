// SPDX-License-Identifier: MIT
#include <fealty/health/platt.hpp>

#include "calibration_tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::codes;
using test::near;

TEST_SUITE("health/platt") {
  TEST_CASE("the curve is R's, of points and of logits, with and without weights") {
    const auto table = test::health_waves();
    auto made = platt(table.without_weights().examples(), {.higher_predicts_outcome = false});
    CHECK(made.intercept == near(0.665633374688073, 1e-12));
    CHECK(made.slope == near(-0.0362700698827247, 1e-12));
    CHECK(made.findings.empty());
    CHECK(made.kind == CalibratorKind::platt);
    CHECK(made.examples == 200);
    CHECK(made.outcomes == 56);
    made = platt(table.examples(), {.higher_predicts_outcome = false});
    CHECK(made.intercept == near(0.695761150023892, 1e-12));
    CHECK(made.slope == near(-0.0374930174997014, 1e-12));
    made = platt(test::waves().without_weights().examples(), {.scale = ScoreScale::logit});
    CHECK(made.intercept == near(-1.14629495203891, 1e-12));
    CHECK(made.slope == near(0.672468747376929, 1e-12));
  }
  TEST_CASE("it is scikit-learn's, as closely as that goes") {
    const auto made =
        platt(test::health_waves().without_weights().examples(), {.higher_predicts_outcome = false});
    CHECK(made.intercept == near(0.665633381774989, 1e-7));
    CHECK(made.slope == near(-0.0362700701213537, 1e-7));
  }
  TEST_CASE("the unit of a score changes its slope alone") {
    test::ScoreTable table = test::health_waves();
    const auto made = platt(table.examples());
    for (double& each : table.score) each = 1e6 * each + 1e9;
    const auto other = platt(table.examples());
    CHECK(other.slope * 1e6 == near(made.slope, 1e-9));
    CHECK(calibrate(other, {1e9 + 40e6}).probability[0] == near(calibrate(made, {40}).probability[0], 1e-9));
  }
  TEST_CASE("of a score that tells all outcomes the slope is finite, and said") {
    const auto made = platt(test::ScoreTable{{0, 0, 1, 1}, {1, 2, 3, 4}}.examples(), {.least_outcomes = 0});
    CHECK(made.slope > 0);
    CHECK(std::isfinite(made.slope));
    CHECK(codes(made.findings) == std::vector<std::string>{"separation"});
    const auto p = calibrate(made, {1, 2, 3, 4}).probability;
    CHECK(p[0] + p[1] + p[2] + p[3] == near(2 * .25 + 2 * .75, 1e-12));  // as Platt's targets
    CHECK(p[0] + 2 * p[1] + 3 * p[2] + 4 * p[3] == near(3 * .25 + 7 * .75, 1e-12));
  }
  TEST_CASE("of one outcome, of equal scores and of one row there is no slope, but a probability") {
    auto made = platt(test::ScoreTable{{0, 0, 0}, {1, 2, 3}}.examples());
    CHECK(made.slope == 0);
    CHECK(calibrate(made, {7}).probability[0] == near(1.0 / 5));
    CHECK(codes(made.findings) == std::vector<std::string>{"one_class"});
    CHECK(made.findings[0].message == "platt: none of 3 examples has the outcome");
    made = platt(test::ScoreTable{{1}, {5}}.examples());
    CHECK(calibrate(made, {7}).probability[0] == near(2.0 / 3));
    made = platt(test::ScoreTable{{0, 1, 0, 1}, {2, 2, 2, 2}}.examples(), {.least_outcomes = 0});
    CHECK(made.slope == 0);
    CHECK(calibrate(made, {7}).probability[0] == near(.5));
    CHECK(codes(made.findings) == std::vector<std::string>{"no_spread"});
  }
  TEST_CASE("few outcomes, and a score that points the other way, are said") {
    const auto made = platt(test::ScoreTable{{1, 1, 0, 1, 0, 0}, {1, 2, 3, 4, 5, 6}}.examples());
    CHECK(codes(made.findings) == std::vector<std::string>{"few_outcomes", "wrong_direction"});
    CHECK(made.findings[0].message ==
          "platt: 3 examples have the outcome and 3 have not; fewer than 30 of either tell little");
    CHECK(made.findings[1].message ==
          "platt: the outcome is more likely of low scores, contrary to what was expected");
  }
  TEST_CASE("no examples give no probability") {
    const auto made = platt(test::ScoreTable{}.examples());
    CHECK(codes(made.findings) == std::vector<std::string>{"no_examples"});
    const auto scores = calibrate(made, {3});
    CHECK(std::isnan(scores.probability[0]));
    CHECK(codes(scores.findings) == std::vector<std::string>{"no_calibration"});
  }
  TEST_CASE("rows without a score are left out and listed") {
    const double none = std::nan("");
    const auto made =
        platt(test::ScoreTable{{0, 1, 1, 0}, {1, none, 3, none}}.examples(), {.least_outcomes = 0});
    CHECK(made.left_out == 2);
    REQUIRE(made.findings.size() == 2);
    CHECK(made.findings[0].message == "platt: score is missing in 2 of 4 rows, which were left out");
    CHECK(made.findings[0].rows == std::vector<std::int64_t>{1, 3});
  }
  TEST_CASE("weights are repeated rows, and the order of rows does not matter") {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
      const auto table = test::random_table(seed, 60);
      const auto made = platt(table.examples(), {.scale = ScoreScale::logit});
      const auto repeated = platt(table.repeated().examples(), {.scale = ScoreScale::logit});
      const auto shuffled = platt(table.shuffled(seed).examples(), {.scale = ScoreScale::logit});
      CHECK(repeated.slope == near(made.slope, 1e-10));
      CHECK(repeated.intercept == near(made.intercept, 1e-10));
      CHECK(shuffled.slope == made.slope);
      CHECK(shuffled.intercept == made.intercept);
    }
  }
  TEST_CASE("weights that come to less than a row of either kind are refused, not taken for a flat curve") {
    const auto weighing = [](double with, double without) {
      test::ScoreTable table{{0, 1, 0, 1}, {.2, .4, .6, .8}};
      table.weight = {without / 2, with / 2, without / 2, with / 2};
      return table.examples();
    };
    CHECK(platt(weighing(1, 1)).slope > 0);
    CHECK_THROWS_WITH_AS(platt(weighing(.25, .75)),
                         "platt: weight = 0.25 is all that rows with the outcome weigh, less than one row; "
                         "weights count as so many rows",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        platt(weighing(5, 2e-9)),
        "platt: weight = 2e-09 is all that rows without the outcome weigh, less than one row; "
        "weights count as so many rows",
        InvalidInput);
    CHECK_THROWS_WITH_AS(platt(weighing(1e-300, 1e-300)),
                         "Examples: weight = 5e-301 is the largest; one at least has to be 1e-9 or more",
                         InvalidInput);
  }
  TEST_CASE("the unit of a score does not matter, however large or small") {
    const auto table = test::health_waves();
    const double slope = platt(table.examples()).slope;
    for (const double unit : {1e-280, 1e-200, 1e-150, 1e150, 1e200, 1e280}) {
      auto other = table;
      for (double& each : other.score) each *= unit;
      CHECK(platt(other.examples()).slope * unit == near(slope, 1e-9));
    }
    auto tiny = table;
    for (double& each : tiny.score) each *= 1e-315;
    CHECK_THROWS_AS(platt(tiny.examples()), InvalidInput);
  }
  TEST_CASE("probabilities of 0 and 1 have a logit that is said") {
    const auto made = platt(test::ScoreTable{{0, 1, 0, 1}, {0, .4, .6, 1}}.examples(),
                            {.scale = ScoreScale::logit, .clip = 1e-3, .least_outcomes = 0});
    CHECK(codes(made.findings) == std::vector<std::string>{"certain_scores"});
    CHECK(made.findings[0].message ==
          "platt: 2 scores are 0 or 1; their logarithms are taken at 0.001 from there");
  }
  TEST_CASE("bad settings and scores are refused by name") {
    const auto table = test::waves();
    CHECK_THROWS_WITH_AS(platt(table.examples(), {.score = "nps"}),
                         "platt: score = \"nps\" is no attribute of the examples; there are score",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(platt(table.examples(), {.clip = 0}), "platt: clip = 0 is not in (0, 0.5)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(platt(table.examples(), {.least_outcomes = -1}),
                         "platt: least_outcomes = -1 is less than 0", InvalidInput);
    CHECK_THROWS_WITH_AS(platt(test::health_waves().examples(), {.scale = ScoreScale::logit}),
                         "platt: score[0] = 99.02912621359224 is not a probability: a number in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        platt(test::ScoreTable{{0, 1}, {1, std::numeric_limits<double>::infinity()}}.examples()),
        "platt: score[1] = inf is not a finite number", InvalidInput);
    ExampleColumns columns{.outcome = std::vector<std::uint8_t>{0, 1}};
    columns.attributes.add("score", IdColumn(std::vector<std::string>{"a", "b"}));
    CHECK_THROWS_WITH_AS(platt(Examples(columns)),
                         "platt: score holds texts, dates or times, which are no numbers", InvalidInput);
  }
}
