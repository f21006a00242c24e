// SPDX-License-Identifier: MIT
#include <fealty/core/period.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "core/rows_of.hpp"

using namespace fealty;

namespace {

constexpr Period all[]{Period::day, Period::week, Period::month, Period::quarter, Period::year};

/// The label of the period that holds a day.
std::string label(const char* day, Period period, std::int32_t fiscal_year_start = 1) {
  return PeriodGrid(parse_date(day), parse_date(day), period, fiscal_year_start).label(0);
}
/// The days of the period that holds a day.
std::string range(const char* day, Period period, std::int32_t fiscal_year_start = 1) {
  const PeriodGrid grid(parse_date(day), parse_date(day), period, fiscal_year_start);
  return to_string(grid.start(0)) + " to " + to_string(grid.last_day(0));
}

}  // namespace

TEST_SUITE("core/period") {
  TEST_CASE("labels of weeks, quarters and years, against Python") {
    for (const auto& row : rows_of("calendar.csv")) {
      CAPTURE(row[1]);
      const std::int32_t fiscal = std::stoi(row[6]);
      CHECK(label(row[1].c_str(), Period::day, fiscal) == row[1]);
      CHECK(label(row[1].c_str(), Period::week, fiscal) == row[5]);
      CHECK(label(row[1].c_str(), Period::month, fiscal) == row[1].substr(0, 7));
      CHECK(label(row[1].c_str(), Period::quarter, fiscal) == row[7]);
      CHECK(label(row[1].c_str(), Period::year, fiscal) == row[8]);
    }
  }

  TEST_CASE("years with 53 weeks, against Python") {
    std::vector<std::int32_t> got;
    std::int32_t count = 0;
    for (std::int32_t year = 1900; year <= 9999; ++year) {
      const std::string week =
          label(to_string(make_date(year, 12, 28)).c_str(), Period::week);  // always in the last
      if (week != std::to_string(year) + "-W53") {
        CHECK(week == std::to_string(year) + "-W52");
        continue;
      }
      ++count;
      if (year <= 2100) got.push_back(year);
    }
    CHECK(got == std::vector<std::int32_t>{1903, 1908, 1914, 1920, 1925, 1931, 1936, 1942, 1948,
                                           1953, 1959, 1964, 1970, 1976, 1981, 1987, 1992, 1998,
                                           2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048,
                                           2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093, 2099});
    CHECK(count == 1438);
  }

  TEST_CASE("a grid cuts time without gaps, and its index finds each day's period") {
    const Date first = parse_date("2019-11-27"), last = parse_date("2032-03-02");
    for (const Period period : all)
      for (std::int32_t fiscal = 1; fiscal <= 12; ++fiscal) {
        const PeriodGrid grid(first, last, period, fiscal);
        CAPTURE(enum_names(period)[static_cast<std::size_t>(period)]);
        CAPTURE(fiscal);
        CHECK(grid.start(0) <= first);
        CHECK(grid.last_day(0) >= first);
        CHECK(grid.start(grid.size() - 1) <= last);
        CHECK(grid.last_day(grid.size() - 1) >= last);
        CHECK(grid.period() == period);
        CHECK(grid.fiscal_year_start() == fiscal);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < grid.size(); ++i) {
          if (i > 0 && grid.start(i).days != grid.last_day(i - 1).days + 1) ++wrong;
          for (std::int32_t day = grid.start(i).days; day <= grid.last_day(i).days; ++day)
            if (grid.index(day) != i || period_start({day}, period, fiscal) != grid.start(i)) ++wrong;
        }
        CHECK(wrong == 0);
        CHECK(grid.index(grid.last_day(grid.size() - 1).days + 1) == grid.size());
        CHECK(grid.index(open) == grid.size());
      }
  }

  TEST_CASE("periods have the lengths of the calendar") {
    for (const auto& [period, shortest, longest] : {std::tuple{Period::day, 1, 1},
                                                    {Period::week, 7, 7},
                                                    {Period::month, 28, 31},
                                                    {Period::quarter, 90, 92},
                                                    {Period::year, 365, 366}}) {
      const PeriodGrid grid(parse_date("1999-05-31"), parse_date("2101-05-31"), period, 7);
      std::int32_t least = 1000, most = 0;
      for (std::size_t i = 0; i < grid.size(); ++i) {
        least = std::min(least, grid.last_day(i).days - grid.start(i).days + 1);
        most = std::max(most, grid.last_day(i).days - grid.start(i).days + 1);
      }
      CHECK(least == shortest);
      CHECK(most == longest);
    }
  }

  TEST_CASE("weeks run from Monday, and belong to the year of their Thursday") {
    CHECK(range("2024-12-30", Period::week) == "2024-12-30 to 2025-01-05");
    CHECK(label("2024-12-30", Period::week) == "2025-W01");
    CHECK(range("2027-01-03", Period::week) == "2026-12-28 to 2027-01-03");
    CHECK(label("2027-01-03", Period::week) == "2026-W53");
    CHECK(range("1970-01-01", Period::week) == "1969-12-29 to 1970-01-04");
  }

  TEST_CASE("fiscal years are named by the year they end in") {
    CHECK(range("2024-03-31", Period::year, 4) == "2023-04-01 to 2024-03-31");
    CHECK(label("2024-03-31", Period::year, 4) == "FY2024");
    CHECK(label("2024-04-01", Period::year, 4) == "FY2025");
    CHECK(label("2024-12-31", Period::year, 12) == "FY2025");
    CHECK(range("2024-01-31", Period::quarter, 2) == "2023-11-01 to 2024-01-31");
    CHECK(label("2024-01-31", Period::quarter, 2) == "FY2024-Q4");
    CHECK(label("2024-02-01", Period::quarter, 2) == "FY2025-Q1");
    CHECK(label("2024-02-01", Period::month, 2) == "2024-02");
  }

  TEST_CASE("the ends of the calendar") {
    CHECK(range("9999-12-31", Period::month) == "9999-12-01 to 9999-12-31");
    CHECK(range("9999-12-31", Period::year) == "9999-01-01 to 9999-12-31");
    CHECK(range("9999-12-31", Period::day) == "9999-12-31 to 9999-12-31");
    CHECK(range("9999-12-31", Period::quarter, 2) ==
          "9999-11-01 to 9999-12-31");  // the calendar ends before the quarter
    CHECK(label("9999-12-31", Period::quarter, 2) == "FY10000-Q4");
    CHECK(label("9999-12-31", Period::week) == "9999-W52");
    CHECK(range("1900-01-01", Period::week) == "1900-01-01 to 1900-01-07");
    CHECK(range("1900-01-01", Period::year, 2) == "1899-02-01 to 1900-01-31");
    CHECK(label("1900-01-01", Period::year, 2) == "FY1900");
    CHECK(PeriodGrid({min_day}, {max_day}, Period::year).size() == 8100);
    CHECK(PeriodGrid({min_day}, {max_day}, Period::quarter).size() == 32400);
    CHECK(period_start(parse_date("1400-12-31"), Period::year, 12) == parse_date("1400-12-01"));
  }

  TEST_CASE("the last week of the calendar ends with it") {
    const PeriodGrid weeks(make_date(9999, 12, 20), make_date(9999, 12, 31), Period::week);
    CHECK(to_string(weeks.last_day(weeks.size() - 1)) == "9999-12-31");
  }

  TEST_CASE("a grid has up to 65,535 periods") {
    const auto size = static_cast<std::int32_t>(PeriodGrid::max_size);
    CHECK(size == 65'535);
    const PeriodGrid days({min_day}, {min_day + size - 1}, Period::day);
    CHECK(days.size() == 65'535);
    CHECK(days.index(min_day + size - 1) == 65'534);
    CHECK(days.index(min_day + size) == 65'535);
    CHECK_THROWS_WITH_AS(
        PeriodGrid({min_day}, {min_day + size}, Period::day),
        "PeriodGrid: last = 2079-06-06 makes more than 65,535 periods since 1900-01-01; take longer ones",
        InvalidInput);
    CHECK(PeriodGrid({min_day}, {min_day + 7 * size - 1}, Period::week).size() == 65'535);
    CHECK_THROWS_AS(PeriodGrid({min_day}, {min_day + 7 * size}, Period::week), InvalidInput);
    CHECK_THROWS_AS(PeriodGrid({min_day}, {max_day}, Period::month), InvalidInput);
  }

  TEST_CASE("a grid refuses what it cannot cut") {
    CHECK_THROWS_WITH_AS(PeriodGrid({10}, {9}, Period::day),
                         "PeriodGrid: last = 1970-01-10 is before first 1970-01-11", InvalidInput);
    CHECK_THROWS_WITH_AS(PeriodGrid({0}, {0}, Period::day, 0),
                         "PeriodGrid: fiscal_year_start = 0 is not a month from 1 to 12", InvalidInput);
    CHECK_THROWS_WITH_AS(PeriodGrid({0}, {0}, Period::day, 13),
                         "PeriodGrid: fiscal_year_start = 13 is not a month from 1 to 12", InvalidInput);
    CHECK_THROWS_WITH_AS(PeriodGrid({min_day - 1}, {0}, Period::year),
                         "PeriodGrid: first = 1899-12-31 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(PeriodGrid({0}, {open}, Period::year),
                         "PeriodGrid: last = open is not between 1900-01-01 and 9999-12-31", InvalidInput);
    CHECK_THROWS_WITH_AS(PeriodGrid({0}, {max_day + 1}, Period::year),
                         "PeriodGrid: last = day 2932897 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
  }

  TEST_CASE("a grid has no periods beyond its last") {
    const PeriodGrid grid(make_date(2024, 1, 15), make_date(2024, 3, 1), Period::month);
    const char* const message = "PeriodGrid: index = 3 is not below 3, the number of periods";
    CHECK_THROWS_WITH_AS(grid.start(3), message, InvalidInput);
    CHECK_THROWS_WITH_AS(grid.last_day(3), message, InvalidInput);
    CHECK_THROWS_WITH_AS(grid.label(3), message, InvalidInput);
    CHECK(grid.index(make_date(2023, 12, 31).days) == 3);
    CHECK(grid.index(make_date(2024, 4, 1).days) == 3);
  }

  TEST_CASE("period_start refuses days and months out of range") {
    for (const Period period : all) {
      for (const std::int32_t days : {open, std::numeric_limits<std::int32_t>::min(), max_day + 1})
        CHECK_THROWS_AS(period_start({days}, period, 1), InvalidInput);
      CHECK_THROWS_WITH_AS(period_start({0}, period, 0),
                           "period_start: fiscal_year_start = 0 is not a month from 1 to 12", InvalidInput);
    }
    CHECK_THROWS_WITH_AS(period_start(parse_date("1400-12-30"), Period::year, 12),
                         "period_start: date = 1400-12-30 is not between 1400-12-31 and 9999-12-31",
                         InvalidInput);
  }

  TEST_CASE("the names of the periods, in order") {
    CHECK(enum_names(Period{}).size() == 5);
    CHECK(enum_names(Period{})[static_cast<std::size_t>(Period::day)] == "day");
    CHECK(enum_names(Period{})[static_cast<std::size_t>(Period::week)] == "week");
    CHECK(enum_names(Period{})[static_cast<std::size_t>(Period::month)] == "month");
    CHECK(enum_names(Period{})[static_cast<std::size_t>(Period::quarter)] == "quarter");
    CHECK(enum_names(Period{})[static_cast<std::size_t>(Period::year)] == "year");
  }
}
