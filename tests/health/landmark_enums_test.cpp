// SPDX-License-Identifier: MIT
#include <fealty/health/landmark_enums.hpp>

#include <cstddef>

#include <doctest/doctest.h>

using fealty::health::AtRisk;
using fealty::health::LandmarkStatus;

TEST_SUITE("health/landmark_enums") {
  TEST_CASE("who is at risk, and what became of a snapshot, have their names, in order") {
    CHECK(enum_names(AtRisk{})[static_cast<std::size_t>(AtRisk::all)] == "all");
    CHECK(enum_names(AtRisk{})[static_cast<std::size_t>(AtRisk::due_in_window)] == "due_in_window");
    const auto statuses = enum_names(LandmarkStatus{});
    CHECK(statuses[static_cast<std::size_t>(LandmarkStatus::used)] == "used");
    CHECK(statuses[static_cast<std::size_t>(LandmarkStatus::window_open)] == "window_open");
    CHECK(statuses[static_cast<std::size_t>(LandmarkStatus::not_first)] == "not_first");
    CHECK(statuses.size() == static_cast<std::size_t>(LandmarkStatus::not_first) + 1);
  }
}
