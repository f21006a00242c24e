// SPDX-License-Identifier: MIT
#include <fealty/survival/survival_quantile.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/survival_quantile") {
  TEST_CASE("lung agrees with R, in all and by sex") {
    const Lifetimes lives(test::lung());
    auto quantiles = survival_quantile(kaplan_meier(lives, {.scale = ConfidenceScale::log}));
    CHECK(quantiles.time == std::vector<double>{170, 310, 550});
    CHECK(quantiles.lower[1] == 285);
    CHECK(quantiles.upper[1] == 363);
    quantiles = survival_quantile(kaplan_meier(lives));
    CHECK(quantiles.lower[1] == 284);
    CHECK(quantiles.upper[1] == 361);
    quantiles = survival_quantile(kaplan_meier(lives, {.by = {"sex"}}));
    CHECK(quantiles.group.text(3) == "2");
    CHECK(quantiles.time == std::vector<double>{144, 270, 457, 226, 426, 687});
    CHECK(quantiles.lower == std::vector<double>{105, 210, 371, 167, 345, 524});
    CHECK(quantiles.upper == std::vector<double>{176, 306, 567, 310, 524, 765});
    CHECK(quantiles.probability == std::vector<double>{.25, .5, .75, .25, .5, .75});
  }
  TEST_CASE("a curve that does not come down has no quantile") {
    const auto curve = kaplan_meier(Lifetimes(
        {.duration = std::vector<std::int32_t>{1, 2, 3}, .ended = std::vector<std::uint8_t>{1, 0, 0}}));
    const auto quantiles = survival_quantile(curve, {.probabilities = {.3, .5}});
    CHECK(quantiles.time[0] == 1);
    CHECK(std::isnan(quantiles.time[1]));
    CHECK(survival_quantile(kaplan_meier(LifeTable())).time.empty());
  }
  TEST_CASE("where the curve runs level at a share, its begin or its middle is the quantile") {
    const auto curve = kaplan_meier(Lifetimes(
        {.duration = std::vector<std::int32_t>{1, 2, 4, 8}, .ended = std::vector<std::uint8_t>{1, 1, 1, 1}}));
    CHECK(survival_quantile(curve, {.probabilities = {.5}}).time[0] == 2);
    CHECK(survival_quantile(curve, {.probabilities = {.5}, .midpoint = true}).time[0] == 3);
    CHECK(survival_quantile(curve, {.probabilities = {.4}, .midpoint = true}).time[0] == 2);
    const auto level = kaplan_meier(Lifetimes(
        {.duration = std::vector<std::int32_t>{1, 2, 4, 9}, .ended = std::vector<std::uint8_t>{1, 1, 0, 0}}));
    CHECK(survival_quantile(level, {.probabilities = {.5}}).time[0] == 2);
    CHECK(survival_quantile(level, {.probabilities = {.5}, .midpoint = true}).time[0] == 5.5);  // as R has it
  }
  TEST_CASE("a share outside of (0, 1) is refused") {
    for (const double p : {0.0, 1.0, -.5, std::nan("")})
      CHECK_THROWS_WITH_AS(
          survival_quantile({}, {.probabilities = {p}}),
          doctest::String(fmt::format("survival_quantile: probabilities = {} is not in (0, 1)", p).c_str()),
          InvalidInput);
  }
}
