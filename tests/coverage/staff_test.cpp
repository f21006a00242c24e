// SPDX-License-Identifier: MIT
#include <fealty/coverage/staff.hpp>

#include "revenue/tables.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

TEST_SUITE("coverage/staff") {
  TEST_CASE("hours change by day; unknown ones are none") {
    const Staff staff(
        {.csm = Texts{"x", "x", "y"},
         .hours_per_week = tables::with_nulls(Reals{40, 20, 0}, {2}),
         .valid_from = tables::with_nulls(days({"2024-01-01", "2024-07-01", "2024-01-01"}), {0})});
    CHECK(staff.size() == 3);
    CHECK(staff.data().on(0, tables::day("1950-01-01"))->amount == 40);
    CHECK(staff.data().on(0, tables::day("2024-07-01"))->amount == 20);
    CHECK(std::isnan(staff.data().on(1, tables::day("2024-07-01"))->amount));
    CHECK(Staff({.csm = Texts{}, .hours_per_week = Reals{}}).size() == 0);
  }
  TEST_CASE("bad rows are refused by name") {
    const auto refuses = [](const StaffColumns& columns, const char* message) {
      CHECK_THROWS_WITH_AS(Staff{columns}, message, InvalidInput);
    };
    refuses({.csm = Texts{"x"}, .hours_per_week = Reals{169}},
            "Staff: hours_per_week[0] = 169 is not between 0 and 168");
    refuses({.csm = Texts{"x"}, .hours_per_week = Reals{-1}},
            "Staff: hours_per_week[0] = -1 is not between 0 and 168");
    refuses({.csm = tables::ids_with_nulls({""}), .hours_per_week = Reals{40}},
            "Staff: csm[0] is null; every row needs one");
    refuses({.csm = Texts{"x", "x"}, .hours_per_week = Reals{40, 20}},
            "Staff: csm[0] = x stands in row 1 too; without valid_from and valid_to an account has one row");
    refuses({.csm = Texts{"x"}, .hours_per_week = {}},
            "Staff: hours_per_week is missing; the table needs this column");
    const Staff dropped(
        {.csm = Texts{"x", "y"}, .hours_per_week = Reals{169, 40}, .on_error = OnError::drop});
    CHECK(dropped.size() == 1);
    CHECK(tables::codes(dropped.findings()) == "number_out_of_range");
  }
}
