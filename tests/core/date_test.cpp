// SPDX-License-Identifier: MIT
#include <fealty/core/date.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include "core/rows_of.hpp"

using namespace fealty;

namespace {

constexpr std::int32_t first_day = -208188;  // 1400-01-01
constexpr auto least = std::numeric_limits<std::int32_t>::min();

/// A calendar that only counts.
struct Odometer {
  std::int32_t year, month, day;

  std::int32_t month_days() const {
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  void next() {
    if (++day <= month_days()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

}  // namespace

TEST_SUITE("core/date") {
  TEST_CASE("every day from 1400 to 9999, against a calendar that counts") {
    Odometer want{1400, 1, 1};
    std::int32_t wrong = 0;
    for (std::int32_t days = first_day; days <= max_day; ++days, want.next()) {
      const bool good = year_month_day({days}) == YearMonthDay{want.year, want.month, want.day} &&
                        make_date(want.year, want.month, want.day).days == days &&
                        month_end({days}).days == days + want.month_days() - want.day;
      if (!good && ++wrong < 10) FAIL_CHECK("day ", days, " is ", want.year, "-", want.month, "-", want.day);
    }
    CHECK(want.year == 10000);
  }

  TEST_CASE("days, month ends, added months and texts, against Python") {
    for (const auto& row : rows_of("calendar.csv")) {
      CAPTURE(row[1]);
      const Date date{std::stoi(row[0])};
      CHECK(to_string(date) == row[1]);
      CHECK(parse_date(row[1]) == date);
      CHECK(month_end(date).days == std::stoi(row[2]));
      CHECK(to_string(add_months(date, std::stoi(row[3]))) == row[4]);
    }
  }

  TEST_CASE("the constants") {
    CHECK(Date{}.days == 0);
    CHECK(to_string(Date{}) == "1970-01-01");
    CHECK(to_string(Date{min_day}) == "1900-01-01");
    CHECK(to_string(Date{max_day}) == "9999-12-31");
    CHECK(open == std::numeric_limits<std::int32_t>::max());
  }

  TEST_CASE("a text of a day beyond the calendar is its number") {
    CHECK(to_string(Date{first_day}) == "1400-01-01");
    CHECK(to_string(Date{first_day - 1}) == "day -208189");
    CHECK(to_string(Date{max_day + 1}) == "day 2932897");
    CHECK(to_string(Date{least}) == "day -2147483648");
    CHECK(to_string(Date{open}) == "open");
  }

  TEST_CASE("make_date takes days of the calendar only") {
    CHECK(make_date(2000, 2, 29).days == 11016);
    CHECK_THROWS_WITH_AS(make_date(1900, 2, 29), "make_date: date = 1900-02-29 is not a day of the calendar",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(make_date(2023, 13, 1), "make_date: date = 2023-13-01 is not a day of the calendar",
                         InvalidInput);
    for (const auto& [year, month, day] : {YearMonthDay{1399, 12, 31},
                                           {10000, 1, 1},
                                           {2024, 0, 1},
                                           {2024, 1, 0},
                                           {2024, 4, 31},
                                           {2024, 1, -1},
                                           {least, 1, 1},
                                           {2024, least, 1},
                                           {2024, 1, open},
                                           {67560, 1, 1}})
      CHECK_THROWS_AS(make_date(year, month, day), InvalidInput);
  }

  TEST_CASE("what is not YYYY-MM-DD is not a date") {
    CHECK(try_parse_date("2024-02-29") == Date{19782});
    CHECK(try_parse_date("1400-01-01") == Date{first_day});
    for (const auto* text :
         {"",           "2024",       "2024-02",    "2024-02-30",  "2023-02-29", "2024-2-01",
          "2024-02-1 ", " 024-02-01", "+024-02-01", "-024-02-01",  "2024/02/01", "2024/02-01",
          "2024-02/01", "2024-1/-01", "2024-01-1/", "2024-02-011", "20240201",   "2024-02-01T00:00:00",
          "0000-00-00", "1399-12-31", "2024-00-01", "2024-01-00",  "2024-13-01", "20x4-01-01",
          "2024-0a-01", "2024-01-0:", "2024-01--1", "yyyy-mm-dd"}) {
      CAPTURE(text);
      CHECK_FALSE(try_parse_date(text));
    }
    CHECK_FALSE(try_parse_date(std::string_view("2024-02-0\0", 10)));
    CHECK_THROWS_WITH_AS(parse_date("2023-02-29"),
                         "parse_date: date = \"2023-02-29\" is not a day written YYYY-MM-DD", InvalidInput);
    CHECK_THROWS_WITH_AS(parse_date(""), "parse_date: date = \"\" is not a day written YYYY-MM-DD",
                         InvalidInput);
  }

  TEST_CASE("months are added to the month, and a day that it lacks becomes its last") {
    const auto plus = [](const char* text, std::int32_t months) {
      return to_string(add_months(parse_date(text), months));
    };
    CHECK(plus("2024-01-31", 1) == "2024-02-29");
    CHECK(plus("2023-01-31", 1) == "2023-02-28");
    CHECK(plus("2024-02-29", 12) == "2025-02-28");
    CHECK(plus("2024-02-29", -48) == "2020-02-29");
    CHECK(plus("2024-03-31", -1) == "2024-02-29");
    CHECK(plus("2024-12-31", 0) == "2024-12-31");
    CHECK(plus("1400-01-01", 8600 * 12 - 1) == "9999-12-01");
    CHECK(plus("9999-12-31", -(8600 * 12 - 1)) == "1400-01-31");
    CHECK_THROWS_WITH_AS(plus("9999-12-01", 1),
                         "add_months: months = 1 leads from 9999-12-01 out of the years 1400 to 9999",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(plus("1400-01-31", -1),
                         "add_months: months = -1 leads from 1400-01-31 out of the years 1400 to 9999",
                         InvalidInput);
    CHECK_THROWS_AS(plus("2024-01-01", least), InvalidInput);
    CHECK_THROWS_AS(plus("2024-01-01", open), InvalidInput);
  }

  TEST_CASE("days beyond the calendar are refused by name") {
    for (const std::int32_t days : {open, least, first_day - 1, max_day + 1, 20'000'000, -20'000'000}) {
      const std::string value = "day " + std::to_string(days);
      const std::string rest = ": date = " + value + " is not between 1400-01-01 and 9999-12-31";
      CHECK_THROWS_WITH_AS(year_month_day({days}), ("year_month_day" + rest).c_str(), InvalidInput);
      CHECK_THROWS_WITH_AS(month_end({days}), ("month_end" + rest).c_str(), InvalidInput);
      CHECK_THROWS_WITH_AS(add_months({days}, 0), ("add_months" + rest).c_str(), InvalidInput);
    }
  }

  TEST_CASE("a bare number is no date") {
    static_assert(!std::is_convertible_v<std::int32_t, Date> && !std::is_convertible_v<Date, std::int32_t>);
    CHECK(Date{1} > Date{0});
    CHECK(YearMonthDay{2024, 1, 31} < YearMonthDay{2024, 2, 1});
  }
}
