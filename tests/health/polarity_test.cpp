// SPDX-License-Identifier: MIT
#include <fealty/health/polarity.hpp>

#include <doctest/doctest.h>

using fealty::health::Polarity;

TEST_SUITE("health/polarity") {
  TEST_CASE("has a name for each direction, in order") {
    CHECK(enum_names(Polarity{})[static_cast<std::size_t>(Polarity::higher_is_healthier)] ==
          "higher_is_healthier");
    CHECK(enum_names(Polarity{})[static_cast<std::size_t>(Polarity::lower_is_healthier)] ==
          "lower_is_healthier");
  }
}
