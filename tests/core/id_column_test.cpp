// SPDX-License-Identifier: MIT
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using fealty::IdColumn;

TEST_SUITE("core/id_column") {
  TEST_CASE("equal ids have equal codes, and a code leads back to its id") {
    const IdColumn column(std::vector<std::string>{"b", "a", "b", ""});
    REQUIRE(column.size() == 4);
    CHECK(column.ids()->size() == 3);
    CHECK(column.codes()[0] == column.codes()[2]);
    CHECK(column.codes()[0] != column.codes()[1]);
    CHECK(column.text(1) == "a");
    CHECK(column.text(3).empty());
  }
  TEST_CASE("integers are read back as numbers and as text") {
    const IdColumn column(std::vector<std::int64_t>{7, -3, 7});
    CHECK(column.ids()->number(column.codes()[1]) == -3);
    CHECK(column.text(0) == "7");
  }
  TEST_CASE("codes are those of its dictionary") {
    const auto ids = IdColumn(std::vector<std::string>{"a", "b"}).ids();
    CHECK(IdColumn({1, fealty::no_id, 0}, ids).text(0) == "b");
    CHECK_THROWS_WITH_AS(IdColumn({0, 2}, ids), "IdColumn: codes = 2 is none of the codes of 2 ids",
                         fealty::InvalidInput);
  }

  TEST_CASE("an absent column differs from one without rows") {
    CHECK_FALSE(IdColumn().present());
    CHECK(IdColumn().size() == 0);
    CHECK(IdColumn().codes().empty());
    CHECK(IdColumn(std::vector<std::int64_t>{}).present());
  }
  TEST_CASE("a missing id reads as null, and a copy keeps codes and name") {
    const IdColumn ids(std::vector<std::string>{"a"});
    const auto column = IdColumn({0, fealty::no_id}, ids.ids()).named("customer_id");
    CHECK(column.text(1) == "null");
    CHECK(IdColumn(column).name() == "customer_id");
  }
}
