// SPDX-License-Identifier: MIT
#include <fealty/health/points_odds.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Reals;

TEST_SUITE("health/points_odds") {
  TEST_CASE("600 points are odds of 50 to 1, and 20 more double them") {
    const auto found = points_odds({600, 620, 580, 600 - 20 * std::log2(50.0)});
    CHECK(found.odds[0] == Approx(50).epsilon(1e-13));
    CHECK(found.odds[1] == Approx(100).epsilon(1e-13));
    CHECK(found.odds[2] == Approx(25).epsilon(1e-13));
    CHECK(found.probability[0] == Approx(50.0 / 51).epsilon(1e-13));
    CHECK(found.probability[3] == Approx(0.5).epsilon(1e-13));
    CHECK(found.points == Reals{600, 620, 580, 600 - 20 * std::log2(50.0)});
  }

  TEST_CASE("far points are certain, not infinite nonsense; none are NaN") {
    const auto found = points_odds({1e6, -1e6, std::nan("")});
    CHECK(found.probability[0] == 1);
    CHECK(found.probability[1] == 0);
    CHECK(std::isnan(found.probability[2]));
    CHECK(points_odds({}).points.empty());
  }

  TEST_CASE("refuses scales that are none") {
    CHECK_THROWS_WITH_AS(points_odds({1}, {.pdo = 0}), "points_odds: pdo = 0 is not a finite number above 0",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(points_odds({1}, {.base_odds = -1}),
                         "points_odds: base_odds = -1 is not a finite number above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(points_odds({1}, {.base_points = std::nan("")}),
                         "points_odds: base_points = nan is not a finite number", InvalidInput);
    CHECK_THROWS_WITH_AS(points_odds({1, std::numeric_limits<double>::infinity()}),
                         "points_odds: points[1] = inf is infinite", InvalidInput);
  }
}
