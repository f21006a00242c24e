// SPDX-License-Identifier: MIT
#include <fealty/core/frame.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

Column<std::int64_t> integers(std::vector<std::int64_t> values) { return {std::move(values)}; }

}  // namespace

TEST_SUITE("core/frame") {
  TEST_CASE("columns are found by name and by place") {
    Frame frame;
    CHECK(frame.size() == 0);
    CHECK(frame.rows() == 0);
    CHECK(frame.find("seats") == nullptr);
    frame.add("seats", integers({3, 4}));
    frame.add("plan", IdColumn(std::vector<std::string>{"basic", "pro"}));
    CHECK(frame.size() == 2);
    CHECK(frame.rows() == 2);
    CHECK(frame.name(1) == "plan");
    CHECK(frame.find("plan") == &frame.column(1));
    CHECK(&frame.at("seats") == &frame.column(0));
    CHECK(std::get<Column<std::int64_t>>(frame.at("seats"))[1] == 4);
    CHECK(std::get<IdColumn>(frame.at("plan")).text(1) == "pro");
    CHECK(frame.find("Plan") == nullptr);
  }

  TEST_CASE("a column that is not there is refused with the names of those that are") {
    Frame frame;
    CHECK_THROWS_WITH_AS(frame.at("x"), "Frame: column = \"x\" is not there; the columns are none",
                         InvalidInput);
    frame.add("a", integers({1}));
    frame.add("b", integers({1}));
    CHECK_THROWS_WITH_AS(frame.at(""), "Frame: column = \"\" is not there; the columns are a, b",
                         InvalidInput);
  }

  TEST_CASE("columns have one length, whatever their type, and one name each; else nothing is added") {
    const std::vector<FrameColumn> of_two_rows{integers({1, 2}),
                                               Column<double>(std::vector<double>{1, 2}),
                                               DecimalColumn{integers({1, 2}), 2},
                                               Days{Column<std::int32_t>(std::vector<std::int32_t>{1, 2})},
                                               Timestamps{integers({1, 2})},
                                               Flags{Column<std::uint8_t>(std::vector<std::uint8_t>{0, 1})},
                                               IdColumn(std::vector<std::int64_t>{1, 2})};
    REQUIRE(of_two_rows.size() == std::variant_size_v<FrameColumn>);
    for (std::size_t i = 0; i < of_two_rows.size(); ++i) {
      CAPTURE(i);
      REQUIRE(of_two_rows[i].index() == i);
      Frame two, three, none;
      two.add("first", integers({1, 2}));
      two.add("x", of_two_rows[i]);
      CHECK(two.rows() == 2);
      three.add("first", integers({1, 2, 3}));
      CHECK_THROWS_WITH_AS(three.add("x", of_two_rows[i]),
                           "Frame: x = 2 rows does not match the 3 rows of the other columns", InvalidInput);
      CHECK(three.size() == 1);
      CHECK(three.rows() == 3);
      none.add("first", integers({}));
      CHECK_THROWS_WITH_AS(none.add("x", of_two_rows[i]),
                           "Frame: x = 2 rows does not match the 0 rows of the other columns", InvalidInput);
      CHECK_THROWS_WITH_AS(two.add("x", of_two_rows[i]), "Frame: column = x is there already", InvalidInput);
      CHECK(two.size() == 2);
    }
  }

  TEST_CASE("a copy shares the columns' memory") {
    Frame frame;
    frame.add("x", integers({1, 2}));
    const Frame copy = frame;
    CHECK(std::get<0>(copy.at("x")).values().data() == std::get<0>(frame.at("x")).values().data());
  }
}
