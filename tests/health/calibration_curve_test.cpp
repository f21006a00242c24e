// SPDX-License-Identifier: MIT
#include <fealty/health/calibration_curve.hpp>

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

TEST_SUITE("health/calibration_curve") {
  TEST_CASE("bins of equal width are scikit-learn's") {
    const auto curve = calibration_curve(test::waves().without_weights().without_accounts().examples(),
                                         {.binning = Binning::equal_width});
    const std::vector<double> observed{0.2, 0.15, 0, 0, 0.25, 0.55, 0.142857142857143, 0, 0.6, 1};
    const std::vector<double> predicted{
        0.0533980582524272, 0.150485436893204, 0.246295350025549, 0.349514563106796, 0.451456310679612,
        0.548543689320388,  0.651410078594545, 0.752427184466019, 0.849514563106796, 0.941747572815534};
    REQUIRE(curve.observed.size() == 10);
    for (std::size_t i = 0; i < 10; ++i) {
      CHECK(curve.observed[i] == near(observed[i], 1e-14));
      CHECK(curve.predicted[i] == near(predicted[i], 1e-14));
    }
    CHECK(curve.examples == std::vector<std::int64_t>{20, 20, 19, 22, 20, 20, 21, 20, 20, 18});
    CHECK(curve.findings.empty());
  }
  TEST_CASE("intervals are Wilson's") {
    test::ScoreTable table{std::vector<std::uint8_t>(17), std::vector<double>(17, .3)};
    table.outcome[0] = table.outcome[5] = table.outcome[9] = 1;
    const auto curve = calibration_curve(table.examples());
    CHECK(curve.lower[0] == near(0.06191126637621, 1e-13));
    CHECK(curve.upper[0] == near(0.410294585688341, 1e-13));
  }
  TEST_CASE("bins of equal mass cover all rows, and weights are repeated rows") {
    for (std::uint64_t seed = 1; seed < 10; ++seed) {
      const auto table = test::random_table(seed, 200);
      const auto curve = calibration_curve(table.examples());
      const auto repeated = calibration_curve(table.repeated().examples());
      const auto shuffled = calibration_curve(table.shuffled(seed).examples());
      std::int64_t rows = 0;
      for (const auto each : curve.examples) rows += each;
      CHECK(rows == 200);
      CHECK(shuffled.predicted == curve.predicted);
      REQUIRE(repeated.observed.size() == curve.observed.size());
      for (std::size_t i = 0; i < curve.observed.size(); ++i) {
        CHECK(repeated.predicted[i] == near(curve.predicted[i], 1e-13));
        CHECK(repeated.observed[i] == near(curve.observed[i], 1e-13));
        CHECK(repeated.lower[i] == near(curve.lower[i], 1e-12));
        CHECK(curve.lowest[i] <= curve.predicted[i]);
        CHECK(curve.predicted[i] <= curve.highest[i]);
      }
      CHECK(codes(curve.findings) == std::vector<std::string>{"many_rows"});
    }
  }
  TEST_CASE("no rows, one row, one outcome") {
    const auto none = calibration_curve(test::ScoreTable{}.examples());
    CHECK(none.observed.empty());
    CHECK(codes(none.findings) == std::vector<std::string>{"no_examples"});
    const auto one = calibration_curve(test::ScoreTable{{1}, {.4}}.examples());
    CHECK(one.observed == std::vector<double>{1});
    CHECK(one.upper == std::vector<double>{1});
    CHECK(one.lower[0] > .2);
    CHECK(codes(one.findings) == std::vector<std::string>{"one_class"});
  }
  TEST_CASE("bad probabilities and settings are refused by name") {
    CHECK_THROWS_WITH_AS(calibration_curve(test::ScoreTable{{1, 0}, {.5, 2}}.examples()),
                         "calibration_curve: score[1] = 2 is not a probability: a number in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(calibration_curve(test::waves().examples(), {.bins = 0}),
                         "calibration_curve: bins = 0 is not between 1 and 1,000,000", InvalidInput);
    CHECK_THROWS_WITH_AS(calibration_curve(test::waves().examples(), {.confidence = 0}),
                         "calibration_curve: confidence = 0 is not in (0, 1)", InvalidInput);
  }
}
