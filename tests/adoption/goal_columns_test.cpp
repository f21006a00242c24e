// SPDX-License-Identifier: MIT
#include <fealty/adoption/goal_columns.hpp>

#include <doctest/doctest.h>

using namespace fealty;

TEST_SUITE("adoption/goal_columns") {
  TEST_CASE("only who, what, from where to where, and when it was measured have to be told") {
    const adoption::GoalColumns columns{};
    CHECK_FALSE(columns.unit.present());
    CHECK_FALSE(columns.due.present());
    CHECK_FALSE(columns.value_per_unit.present());
    CHECK_FALSE(columns.cost_minor.present());
    CHECK(columns.currency.empty());
    CHECK(columns.on_error == OnError::fail);
  }
}
