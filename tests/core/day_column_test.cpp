// SPDX-License-Identifier: MIT
#include <fealty/core/day_column.hpp>

#include <fealty/core/date.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

constexpr std::int64_t day = 86'400'000'000;  // microseconds

std::vector<std::int32_t> days_of(const std::vector<std::int64_t>& micros) {
  const auto column = DayColumn::of_instants(Column<std::int64_t>(micros));
  return {column.values().begin(), column.values().end()};
}

/// Values of which the rows whose bits are 0 are missing.
template <class T>
Column<T> with_bits(std::vector<T> values, std::uint8_t bits) {
  struct Memory {
    std::vector<T> values;
    std::uint8_t bits;
  };
  auto memory = std::make_shared<Memory>(Memory{std::move(values), bits});
  return {std::span<const T>(memory->values), &memory->bits, 0, memory};
}

}  // namespace

TEST_SUITE("core/day_column") {
  TEST_CASE("the day of an instant is that of UTC, also before 1970 and at its first and last microsecond") {
    CHECK(days_of({0, 1, day - 1, day, 2 * day - 1}) == std::vector<std::int32_t>{0, 0, 0, 1, 1});
    CHECK(days_of({-1, -day, -day - 1, -2 * day}) == std::vector<std::int32_t>{-1, -1, -2, -2});
    // date -u -d @1709164799 and the second after it: 2024-02-28T23:59:59, 2024-02-29T00:00:00.
    const auto leap = days_of({1'709'164'799'999'999, 1'709'164'800'000'000});
    CHECK(to_string(Date{leap[0]}) == "2024-02-28");
    CHECK(to_string(Date{leap[1]}) == "2024-02-29");
  }

  TEST_CASE("the first and the last instant that 64 bits hold have days: the years -290308 and 294247") {
    // 2^63 / 86,400,000,000 = 106,751,991.167...
    CHECK(days_of({std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) ==
          std::vector<std::int32_t>{106'751'991, -106'751'992});
  }

  TEST_CASE("an instant lies within its day, whatever it is") {
    std::uint64_t state = 1;
    std::vector<std::int64_t> micros;
    for (int i = 0; i < 2000; ++i) {
      state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
      // Less than 2^63 in size, so that the sums below hold, and near the bounds of days half of the time.
      const auto any = static_cast<std::int64_t>(state) / 2;
      micros.push_back(i % 2 == 0 ? any : any / day * day + static_cast<std::int64_t>(state >> 62) - 1);
    }
    const auto days = days_of(micros);
    bool within = true;
    for (std::size_t i = 0; i < days.size(); ++i)
      within = within && days[i] * day <= micros[i] && micros[i] < (days[i] + 1) * day;
    CHECK(within);
  }

  TEST_CASE("a column of days has no instants, and is the column that it was made of") {
    const DayColumn none;
    CHECK_FALSE(none.present());
    CHECK_FALSE(none.instants().present());
    const std::vector<std::int32_t> days{3, 1, 2};
    const DayColumn column(days);
    CHECK(column.present());
    CHECK_FALSE(column.instants().present());
    CHECK(column.values().data() == days.data());
    CHECK(column.size() == 3);
    CHECK(column[0] == 3);
    CHECK_FALSE(column.may_have_nulls());
    const DayColumn from(Column<std::int32_t>(days).named("since"));
    CHECK(from.name() == "since");
    CHECK(from.values().data() == days.data());
    CHECK(DayColumn(std::vector<std::int32_t>{}).present());
    CHECK(DayColumn(std::vector<std::int32_t>{}).size() == 0);
  }

  TEST_CASE("instants are kept beside their days; no rows are a column too") {
    const auto column = DayColumn::of_instants(std::vector<std::int64_t>{day + 5});
    REQUIRE(column.instants().present());
    CHECK(column.instants()[0] == day + 5);
    CHECK(column[0] == 1);
    CHECK(column.size() == 1);
    const auto empty = DayColumn::of_instants(std::vector<std::int64_t>{});
    CHECK(empty.present());
    CHECK(empty.instants().present());
    CHECK(empty.size() == 0);
  }

  TEST_CASE("days that a reader gives are taken as they are, with what it found") {
    auto days = Column<std::int32_t>(std::vector<std::int32_t>{7, 8})
                    .found({.code = "unreadable",
                            .severity = Severity::error,
                            .rows = {1},
                            .rule = "is no day",
                            .value = [](std::size_t) { return std::string("x"); }});
    const auto column = DayColumn::of_instants(std::vector<std::int64_t>{0, 0}, std::move(days));
    CHECK(column[0] == 7);  // not computed again
    CHECK(column.instants()[0] == 0);
    REQUIRE(column.cell_findings().size() == 1);
    CHECK(column.cell_findings()[0].code == "unreadable");
    CHECK(column.cell_findings()[0].value(1) == "x");
  }

  TEST_CASE("a row is there when its day and its instant are") {
    const auto days = with_bits(std::vector<std::int32_t>{1, 2, 3, 4}, 0b1101);
    CHECK(DayColumn(days).may_have_nulls());
    CHECK(DayColumn(days).valid(0));
    CHECK_FALSE(DayColumn(days).valid(1));
    const auto micros = with_bits(std::vector<std::int64_t>{0, 0, 0, 0}, 0b1011);
    const auto computed = DayColumn::of_instants(micros);
    CHECK(computed.may_have_nulls());
    CHECK(computed.valid(0));
    CHECK(computed.valid(1));
    CHECK_FALSE(computed.valid(2));
    const auto both = DayColumn::of_instants(micros, days);
    CHECK(both.may_have_nulls());
    CHECK(both.valid(0));
    CHECK_FALSE(both.valid(1));
    CHECK_FALSE(both.valid(2));
    CHECK(both.valid(3));
    CHECK_FALSE(DayColumn::of_instants(std::vector<std::int64_t>{0}).may_have_nulls());
  }

  TEST_CASE("a name changes neither days nor instants, nor what is missing") {
    const auto column =
        DayColumn::of_instants(with_bits(std::vector<std::int64_t>{day, 0}, 0b01)).named("started_at");
    CHECK(column.name() == "started_at");
    CHECK(column[0] == 1);
    CHECK(column.instants()[0] == day);
    CHECK(column.valid(0));
    CHECK_FALSE(column.valid(1));
    CHECK(column.has_zone());
    CHECK_FALSE(DayColumn::of_instants(std::vector<std::int64_t>{day}, std::vector<std::int32_t>{1}, false)
                    .named("started_at")
                    .has_zone());
    const auto days = DayColumn(std::vector<std::int32_t>{9}).named("start");
    CHECK(days.name() == "start");
    CHECK(days[0] == 9);
    CHECK_FALSE(days.instants().present());
  }
}
