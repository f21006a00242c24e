// SPDX-License-Identifier: MIT
#include <fealty/survival/censoring_limit.hpp>

#include <fealty/survival/brier.hpp>

#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/censoring_limit") {
  TEST_CASE("who is last seen at an age has passed it, or is not known to have") {
    // At 2 one ends and another is last seen: G falls from 1 to 2/3 among the three that do not end there.
    Frame attributes;
    attributes.add("predicted", Column<double>(std::vector<double>{.5, .4, .8, .9, 1}));
    const Lifetimes lives({.duration = std::vector<std::int32_t>{1, 2, 2, 3, 4},
                           .ended = std::vector<std::uint8_t>{1, 1, 0, 1, 0},
                           .attributes = attributes});
    const auto score = [&](CensoringLimit limit) {
      return brier(lives, {.ages = {2}, .survival = {"predicted"}, .censoring = limit}).brier[0];
    };
    CHECK(score(CensoringLimit::before_age) == doctest::Approx((.25 + .16 + .04 + .01 + 0) / 5));
    CHECK(score(CensoringLimit::at_age) == doctest::Approx((.25 + 1.5 * .16 + 1.5 * .01 + 0) / 5));
  }
}
