// SPDX-License-Identifier: MIT
#include <fealty/health/support_options.hpp>

#include <doctest/doctest.h>

using namespace fealty::health;

TEST_SUITE("health/support_options") {
  TEST_CASE("by default all tickets are one group, without a window") {
    const SupportOptions options;
    CHECK(!options.as_of);
    CHECK(!options.window_days);
    CHECK(options.by.empty());
    CHECK(!options.accounts);
  }
}
