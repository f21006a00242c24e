// SPDX-License-Identifier: MIT
#include <fealty/adoption/detail/usage_units.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/usage_unit.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using adoption::UsageUnit;

TEST_SUITE("adoption/usage_unit") {
  TEST_CASE("a user of two accounts is one unit, and each account is one") {
    const adoption::Usage usage({.account = std::vector<std::string>{"A", "A", "B", "B", "C"},
                                 .user = std::vector<std::string>{"u", "v", "u", "w", "x"},
                                 .time = std::vector<std::int32_t>{1, 2, 3, 4, 5}});
    const auto sizes = [&](UsageUnit unit) {
      const adoption::detail::UsageUnits units(usage.data(), unit);
      std::vector<std::size_t> members;
      for (std::size_t i = 0; i < units.size(); ++i) members.push_back(units.members(i).size());
      return members;
    };
    CHECK(sizes(UsageUnit::users) == std::vector<std::size_t>{1, 1, 1, 2});  // v, w, x, u
    CHECK(sizes(UsageUnit::accounts) == std::vector<std::size_t>{2, 2, 1});
  }
}
