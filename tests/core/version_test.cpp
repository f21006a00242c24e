// SPDX-License-Identifier: MIT
#include <fealty/core/version.hpp>

#include <string>

#include <doctest/doctest.h>

TEST_SUITE("core/version") {
  TEST_CASE("the text is made of the three numbers") {
    CHECK(std::string(fealty::version) == std::to_string(FEALTY_VERSION_MAJOR) + "." +
                                              std::to_string(FEALTY_VERSION_MINOR) + "." +
                                              std::to_string(FEALTY_VERSION_PATCH));
  }
}
