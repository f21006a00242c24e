// SPDX-License-Identifier: MIT
#include <fealty/health/isotonic.hpp>

#include "calibration_tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::codes;
using test::near;

namespace {

const std::vector<double> at{0.0, 0.005, 0.013, 0.2, 0.31, 0.444, 0.5, 0.77, 0.9, 1.0};

void check_all(const std::vector<double>& found, const std::vector<double>& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(found[i] == near(wanted[i], 1e-13));
}

}  // namespace

TEST_SUITE("health/isotonic") {
  TEST_CASE("001001101 becomes 0, 0, thirds and 1") {
    const std::vector<double> score{1, 2, 3, 4, 5, 6, 7, 8, 9};
    const auto made = isotonic(test::ScoreTable{{0, 0, 1, 0, 0, 1, 1, 0, 1}, score}.examples());
    const double third = 1.0 / 3, thirds = 2.0 / 3;
    CHECK(calibrate(made, score).probability ==
          std::vector<double>{0, 0, third, third, third, thirds, thirds, thirds, 1});
    CHECK(made.score == std::vector<double>{1, 2, 3, 5, 6, 8, 9});
  }
  TEST_CASE("probabilities are those of scikit-learn, between knots and beyond them") {
    const auto table = test::waves();
    check_all(calibrate(isotonic(table.without_weights().examples()), at).probability,
              {0.0769230769230769, 0.0769230769230769, 0.0769230769230769, 0.0769230769230769,
               0.0769230769230769, 0.0769230769230769, 0.26027397260274, 0.26027397260274, 0.95, 1});
    check_all(
        calibrate(isotonic(table.examples()), at).probability,
        {0.0773480662983425, 0.0773480662983425, 0.0773480662983425, 0.0773480662983425, 0.0773480662983425,
         0.0773480662983425, 0.246575342465753, 0.246575342465753, 0.953846153846153, 1});
    const auto falling = isotonic(test::health_waves().examples(), {.higher_predicts_outcome = false});
    std::vector<double> points = at;
    for (double& each : points) each *= 100;
    check_all(calibrate(falling, points).probability,
              {1, 1, 1, 0.246575342465753, 0.246575342465753, 0.246575342465753, 0.246575342465753,
               0.0773480662983425, 0.0773480662983425, 0.0773480662983425});
    CHECK(falling.score.size() == 12);
    CHECK(falling.score[2] == near(10.6796116504854, 1e-14));
    CHECK(falling.probability[2] == near(0.846153846153846, 1e-14));
  }
  TEST_CASE("between knots probabilities are linear, also of the largest numbers") {
    const auto made = isotonic(test::ScoreTable{{0, 1}, {2, 4}}.examples());
    CHECK(calibrate(made, {1, 2.5, 3, 9}).probability == std::vector<double>{0, .25, .5, 1});
    const double most = std::numeric_limits<double>::max();
    const auto wide = isotonic(test::ScoreTable{{0, 1}, {-most, most}}.examples());
    CHECK(calibrate(wide, {0, most}).probability == std::vector<double>{.5, 1});
  }
  TEST_CASE("it is the best of all that ascend: no pool of it is above the next, and means are kept") {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
      const auto table = test::random_table(seed, 200);
      const auto made = isotonic(table.examples());
      for (std::size_t i = 1; i < made.score.size(); ++i)
        CHECK(made.probability[i] >= made.probability[i - 1]);
      const auto p = calibrate(made, table.score).probability;
      // Barlow et al.: residuals add up to 0, and so do their products with the fit.
      double sum = 0, product = 0;
      for (std::size_t i = 0; i < table.size(); ++i) {
        sum += table.weight[i] * (table.outcome[i] - p[i]);
        product += table.weight[i] * (table.outcome[i] - p[i]) * p[i];
      }
      CHECK(std::abs(sum) < 1e-10);
      CHECK(std::abs(product) < 1e-10);
      const auto repeated = isotonic(table.repeated().examples());
      const auto shuffled = isotonic(table.shuffled(seed).examples());
      CHECK(repeated.score == made.score);
      CHECK(repeated.probability == made.probability);
      CHECK(shuffled.probability == made.probability);
    }
  }
  TEST_CASE("one outcome, equal scores, the wrong way, no rows") {
    auto made = isotonic(test::ScoreTable{{0, 0}, {1, 2}}.examples());
    CHECK(calibrate(made, {5}).probability[0] == 0);
    CHECK(codes(made.findings) == std::vector<std::string>{"one_class"});
    made = isotonic(test::ScoreTable{{1}, {2}}.examples());
    CHECK(calibrate(made, {5}).probability[0] == 1);
    made = isotonic(test::ScoreTable{{0, 1}, {2, 2}}.examples(), {.least_outcomes = 0});
    CHECK(calibrate(made, {5}).probability[0] == .5);
    CHECK(codes(made.findings) == std::vector<std::string>{"no_spread"});
    made = isotonic(test::ScoreTable{{1, 0}, {1, 2}}.examples(), {.least_outcomes = 0});
    CHECK(codes(made.findings) == std::vector<std::string>{"wrong_direction"});
    CHECK(made.findings[0].message ==
          "isotonic: the outcome is not more likely of high scores, contrary to what was expected");
    made = isotonic(test::ScoreTable{{0, 1}, {1, 2}}.examples(), {.least_outcomes = 0});
    CHECK(codes(made.findings) == std::vector<std::string>{"separation"});
    made = isotonic(test::ScoreTable{}.examples());
    CHECK(made.score.empty());
    CHECK(std::isnan(calibrate(made, {5}).probability[0]));
  }
  TEST_CASE("bad settings are refused by name") {
    CHECK_THROWS_WITH_AS(isotonic(test::waves().examples(), {.score = "nps"}),
                         "isotonic: score = \"nps\" is no attribute of the examples; there are score", InvalidInput);
    CHECK_THROWS_WITH_AS(isotonic(test::waves().examples(), {.least_outcomes = -1}),
                         "isotonic: least_outcomes = -1 is less than 0", InvalidInput);
  }
}
