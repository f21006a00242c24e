// SPDX-License-Identifier: MIT
#include <fealty/survival/rank_weight.hpp>

#include <fealty/survival/log_rank.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/rank_weight") {
  TEST_CASE("each age counts as much as its weight says") {
    // Ends at 1 (4 at risk), 2 (3) and 3 (2); the last life is last seen at 4.
    Frame attributes;
    attributes.add("plan", IdColumn(std::vector<std::string>{"a", "b", "a", "b"}));
    const Lifetimes lives({.duration = std::vector<std::int32_t>{1, 2, 3, 4},
                           .ended = std::vector<std::uint8_t>{1, 1, 1, 0},
                           .attributes = attributes});
    const auto observed = [&](RankWeight weight, double rho = 0, double gamma = 0) {
      return log_rank(lives, {.by = {"plan"}, .rank_weight = weight, .rho = rho, .gamma = gamma}).observed;
    };
    CHECK(observed(RankWeight::log_rank) == std::vector<double>{2, 1});
    CHECK(observed(RankWeight::gehan) == std::vector<double>{4 + 2, 3});
    CHECK(observed(RankWeight::tarone_ware)[0] == doctest::Approx(2 + std::sqrt(2.0)));
    CHECK(observed(RankWeight::peto)[0] == doctest::Approx(.8 + .8 * .75 * 2 / 3));
    CHECK(observed(RankWeight::fleming_harrington, 1)[0] == doctest::Approx(1 + .5));
    CHECK(observed(RankWeight::fleming_harrington, 0, 1)[1] == doctest::Approx(.25));
  }
}
