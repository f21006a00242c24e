// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

TEST_SUITE("adoption/usage") {
  TEST_CASE("a user of two accounts is a member of both and one person") {
    const adoption::Usage usage({.account = std::vector<std::string>{"A", "B", "A", "B", "C"},
                                 .user = std::vector<std::string>{"u", "v", "v", "u", "w"},
                                 .time = std::vector<std::int32_t>{19000, 19001, 19002, 19003, 19004}});
    CHECK(usage.accounts() == 3);
    CHECK(usage.users() == 3);
    CHECK(usage.data().members() == 5);
    REQUIRE(usage.findings().size() == 1);
    CHECK(usage.findings()[0].rows == std::vector<std::int64_t>{0, 1, 2, 3});
  }
}
