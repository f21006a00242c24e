// SPDX-License-Identifier: MIT
#include <fealty/adoption/seats.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using adoption::SeatColumns;
using adoption::Seats;
using Texts = std::vector<std::string>;
using Counts = std::vector<std::int64_t>;
using Dates = std::vector<std::int32_t>;

namespace {

std::string error_of(const SeatColumns& columns) {
  try {
    const Seats table(columns);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}
/// The sum of the seats of the first account on a day.
std::int64_t seats_on(const Seats& table, std::int32_t day) {
  std::int64_t sum = 0;
  for (const auto& row : table.data().rows)
    if (row.account == 0 && row.holds_on(day)) sum += row.seats;
  return sum;
}

}  // namespace

TEST_SUITE("adoption/seats") {
  TEST_CASE("without valid_to seats hold until the account's next day with a row") {
    const Seats table({.account = Texts{"A", "A", "B", "A"},
                       .seats = Counts{20, 10, 7, 3},
                       .valid_from = Dates{50, 20, 30, 50}});
    CHECK(seats_on(table, 19) == 0);
    CHECK(seats_on(table, 20) == 10);
    CHECK(seats_on(table, 49) == 10);
    CHECK(seats_on(table, 50) == 23);
    CHECK(table.data().start == Dates{20, 30});
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "overlap");
    CHECK(table.findings()[0].rows == Counts{3});
    CHECK(table.findings()[0].message ==
          "Seats: row 3: account A has other seats on the same days; they add up");
  }

  TEST_CASE("rows of the same days add up, and an account begins with its first day or its start") {
    const Seats table({.account = Texts{"A", "A", "B", "C"},
                       .seats = Counts{20, 10, 7, 1},
                       .valid_from = Dates{20, 30, 5, 8},
                       .valid_to = Dates{40, open, 5, open},
                       .start = Dates{25, 12, 9, 7}});
    CHECK(seats_on(table, 29) == 20);
    CHECK(seats_on(table, 30) == 30);
    CHECK(seats_on(table, 40) == 10);
    CHECK(table.data().start == Dates{12, 9, 7});
    REQUIRE(table.findings().size() == 2);
    CHECK(table.findings()[0].code == "zero_length_period");
    CHECK(table.findings()[1].rows == Counts{1});
  }

  TEST_CASE("a table without days holds always, and one without rows is a table") {
    const Seats table({.account = Texts{"A", "A"}, .seats = Counts{2, 3}});
    CHECK(seats_on(table, min_day) == 5);
    CHECK(table.data().start == Dates{open});
    CHECK(Seats({.account = Texts{}, .seats = Counts{}}).size() == 0);
  }

  TEST_CASE("bad rows are refused, or left out and told") {
    CHECK(error_of({.account = Texts{"A"}, .seats = {}}) ==
          "Seats: seats is missing; the table needs this column");
    CHECK(error_of({.account = Texts{"A"}, .seats = Counts{-1}}) ==
          "Seats: seats[0] = -1 is not a number from 0 to 1,000,000,000");
    CHECK(
        error_of({.account = Texts{"A"}, .seats = Counts{1}, .valid_from = Dates{3}, .valid_to = Dates{2}}) ==
        "Seats: valid_to[0] = 1970-01-03 is before valid_from 1970-01-04");
    CHECK(error_of({.account = Texts{"A"}, .seats = Counts{1}, .start = Dates{min_day - 1}}) ==
          "Seats: start[0] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    CHECK(error_of({.account = Texts{"A"}, .seats = Counts{1, 2}}) ==
          "Seats: seats = 2 rows does not match the 1 rows of account");
    const Seats kept({.account = Texts{"A", "B"}, .seats = Counts{-1, 2}, .on_error = OnError::drop});
    CHECK(kept.size() == 1);
    CHECK(kept.findings()[0].code == "unusable_number");
  }
}
