// SPDX-License-Identifier: MIT
#include <fealty/survival/survival_at.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/survival_at") {
  TEST_CASE("lung at one year agrees with R") {
    const auto at = survival_at(kaplan_meier(Lifetimes(test::lung())), {.times = {365, 0, 180}});
    CHECK(at.time == std::vector<double>{0, 180, 365});
    CHECK(at.at_risk == std::vector<std::int64_t>{228, 160, 65});
    CHECK(at.ended == std::vector<std::int64_t>{0, 63, 58});
    CHECK(at.survival[0] == 1);
    CHECK(at.std_error[0] == 0);
    CHECK(at.survival[2] == doctest::Approx(.40924162446006).epsilon(1e-12));
    CHECK(at.lower[2] == doctest::Approx(.3387142691).epsilon(1e-9));
    CHECK(at.upper[2] == doctest::Approx(.4783807676).epsilon(1e-9));
  }
  TEST_CASE("beyond the last life nothing is known, unless all have ended") {
    const auto seen = survival_at(kaplan_meier(Lifetimes({.duration = std::vector<std::int32_t>{1, 3},
                                                          .ended = std::vector<std::uint8_t>{1, 0}})),
                                  {.times = {3, 4}});
    CHECK(seen.survival[0] == .5);
    CHECK(std::isnan(seen.survival[1]));
    CHECK(seen.at_risk == std::vector<std::int64_t>{1, 0});
    const auto over = survival_at(kaplan_meier(Lifetimes({.duration = std::vector<std::int32_t>{1, 3},
                                                          .ended = std::vector<std::uint8_t>{0, 1}})),
                                  {.times = {4}});
    CHECK(over.survival[0] == 0);
    CHECK(over.ended[0] == 1);
  }
  TEST_CASE("every group has its rows") {
    const auto at = survival_at(kaplan_meier(Lifetimes(test::lung()), {.by = {"sex"}}), {.times = {365}});
    CHECK(at.group.text(0) == "1");
    CHECK(at.group.text(1) == "2");
    CHECK(at.at_risk == std::vector<std::int64_t>{35, 30});
    CHECK(at.survival[0] == doctest::Approx(.3360878346394).epsilon(1e-12));
    CHECK(at.survival[1] == doctest::Approx(.5264630301859).epsilon(1e-12));
  }
  TEST_CASE("an age that is none is refused") {
    CHECK_THROWS_WITH(survival_at({}, {.times = {-1}}),
                      "survival_at: times = -1 is not an age: a number >= 0");
  }
}
