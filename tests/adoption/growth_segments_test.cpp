// SPDX-License-Identifier: MIT
#include <fealty/adoption/growth_segments.hpp>

#include "adoption/growth_tables.hpp"

#include <fealty/core/error.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;

namespace {

using Counts = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Texts = std::vector<std::string>;

GrowthSegmentColumns good_growth() {
  return {.customers = Counts{10, 20},
          .onboarded = Counts{8, 10},
          .adopted = Counts{4, 5},
          .csms = Reals{1, 2},
          .segment = Texts{"pro", "free"}};
}
std::string growth_error(const GrowthSegmentColumns& columns) {
  try {
    const GrowthSegments made(columns);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_SUITE("adoption/growth_segments") {
  TEST_CASE("rows are ascending by segment, with their rates") {
    const GrowthSegments table(good_growth());
    REQUIRE(table.size() == 2);
    CHECK(table.data().ids->text(table.data().rows[0].segment) == "free");
    CHECK(table.data().rows[0].onboarding_rate == 0.5);
    CHECK(table.data().rows[1].adoption_rate == 0.5);
    CHECK(table.data().rows[1].successes == 4);
    CHECK(std::isnan(table.data().rows[1].target));
    CHECK(table.findings().empty());
  }

  TEST_CASE("rates instead of counts") {
    const GrowthSegments table(
        {.customers = Counts{200}, .onboarding_rate = Reals{0.75}, .adoption_rate = Reals{0.5}});
    CHECK(table.data().rows[0].onboarded == 150);
    CHECK(table.data().rows[0].successes == 75);
    CHECK(table.data().ids == nullptr);
  }

  TEST_CASE("nobody has no rates") {
    const GrowthSegments table({.customers = Counts{0}, .onboarded = Counts{0}, .adopted = Counts{0}});
    CHECK(std::isnan(table.data().rows[0].onboarding_rate));
    CHECK(std::isnan(table.data().rows[0].adoption_rate));
    CHECK(table.data().rows[0].successes == 0);
    CHECK(GrowthSegments({.customers = Counts{}, .onboarded = Counts{}, .adopted = Counts{}}).size() == 0);
  }

  TEST_CASE("what stops a table") {
    GrowthSegmentColumns columns = good_growth();
    columns.customers = {};
    CHECK(growth_error(columns) == "GrowthSegments: customers is missing; the table needs this column");
    columns = good_growth();
    columns.adopted = {};
    CHECK(growth_error(columns) == "GrowthSegments: adopted is missing; the table needs this column");
    columns = good_growth();
    columns.adoption_rate = Reals{1, 1};
    CHECK(growth_error(columns) ==
          "GrowthSegments: onboarded, adopted stand beside rates: give both counts or both rates");
    columns = good_growth();
    columns.csms = Reals{1};
    CHECK(growth_error(columns) == "GrowthSegments: csms = 1 rows does not match the 2 rows of customers");
    columns = good_growth();
    columns.segment = {};
    CHECK(growth_error(columns) == "GrowthSegments: segment is missing; 2 rows need this column");
    columns = good_growth();
    columns.customers = Counts{std::int64_t{1} << 31, 20};
    CHECK(growth_error(columns) == "GrowthSegments: customers are more than 2147483648 altogether");
  }

  TEST_CASE("what is wrong with a row") {
    GrowthSegmentColumns columns = good_growth();
    columns.segment = Texts{"pro", "pro"};
    CHECK(growth_error(columns) == "GrowthSegments: segment[1] = pro has another row before");
    columns = good_growth();
    columns.customers = Counts{10, -1};
    CHECK(growth_error(columns) == "GrowthSegments: customers[1] = -1 is negative");
    columns = good_growth();
    columns.customers = Counts{(std::int64_t{1} << 31) + 1, 20};
    CHECK(growth_error(columns) == "GrowthSegments: customers[0] = 2147483649 is above 2147483648");
    columns = good_growth();
    columns.onboarded = Column<std::int64_t>(Counts{11, 10}).named("live");
    CHECK(growth_error(columns) == "GrowthSegments: live[0] = 11 is above customers 10");
    columns = good_growth();
    columns.adopted = Counts{8, 11};
    CHECK(growth_error(columns) == "GrowthSegments: adopted[1] = 11 is above onboarded 10");
    columns = good_growth();
    columns.csms = Reals{1, -std::numeric_limits<double>::infinity()};
    CHECK(growth_error(columns) == "GrowthSegments: csms[1] = -inf is not a number >= 0");
    columns = good_growth();
    columns.target = Reals{std::nan(""), 3};
    CHECK(growth_error(columns) == "GrowthSegments: target[0] = nan is not a number >= 0");
    columns = good_growth();
    columns.onboarded = columns.adopted = {};
    columns.onboarding_rate = Reals{0.5, 1};
    columns.adoption_rate = Reals{0.5, 1.5};
    CHECK(growth_error(columns) == "GrowthSegments: adoption_rate[1] = 1.5 is not in [0, 1]");
    columns = good_growth();
    columns.segment = IdColumn({0, no_id}, columns.segment.ids());
    CHECK(growth_error(columns) == "GrowthSegments: segment[1] is null; every row needs a segment");
    const std::uint8_t second_null = 1;
    const Counts adopted{4, 5};
    columns = good_growth();
    columns.adopted = Column<std::int64_t>(adopted, &second_null, 0, nullptr);
    CHECK(growth_error(columns) == "GrowthSegments: adopted[1] is null; every row needs this number");
  }

  TEST_CASE("bad rows are left out and listed") {
    GrowthSegmentColumns columns = good_growth();
    columns.onboarded = Counts{11, 10};
    columns.on_error = OnError::drop;
    const GrowthSegments table(columns);
    REQUIRE(table.size() == 1);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "part_above_whole");
    CHECK(table.findings()[0].rows == std::vector<std::int64_t>{0});
  }
}
