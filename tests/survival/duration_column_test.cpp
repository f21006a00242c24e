// SPDX-License-Identifier: MIT
#include <fealty/survival/duration_column.hpp>

#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using fealty::survival::DurationColumn;

TEST_SUITE("survival/duration_column") {
  TEST_CASE("ages of every type are read alike") {
    for (const DurationColumn& column :
         {DurationColumn(std::vector<std::int32_t>{3, 7}), DurationColumn(std::vector<std::int64_t>{3, 7}),
          DurationColumn(std::vector<double>{3, 7})}) {
      CHECK(column.present());
      CHECK(column.size() == 2);
      CHECK(column[1] == 7);
      CHECK(column.valid(1));
      CHECK(column.text(0) == "3");
    }
    CHECK_FALSE(DurationColumn().present());
  }
  TEST_CASE("NaN is no age, and a name stays") {
    const auto column =
        DurationColumn(std::vector<double>{std::numeric_limits<double>::quiet_NaN(), 1}).named("tenure");
    CHECK_FALSE(column.valid(0));
    CHECK(column.valid(1));
    CHECK(column.name() == "tenure");
  }
}
