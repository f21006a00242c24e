// SPDX-License-Identifier: MIT
#include <fealty/health/hazard_enums.hpp>

#include <cstddef>

#include <doctest/doctest.h>

using fealty::health::HazardBaseline;
using fealty::health::HazardLink;

TEST_SUITE("health/hazard_enums") {
  TEST_CASE("links and baselines have their names, in order") {
    CHECK(enum_names(HazardLink{})[static_cast<std::size_t>(HazardLink::logit)] == "logit");
    CHECK(enum_names(HazardLink{})[static_cast<std::size_t>(HazardLink::cloglog)] == "cloglog");
    const auto baselines = enum_names(HazardBaseline{});
    CHECK(baselines[static_cast<std::size_t>(HazardBaseline::by_period)] == "by_period");
    CHECK(baselines[static_cast<std::size_t>(HazardBaseline::polynomial)] == "polynomial");
    CHECK(baselines[static_cast<std::size_t>(HazardBaseline::log_period)] == "log_period");
  }
}
