// SPDX-License-Identifier: MIT
#include <fealty/revenue/monthly_amount.hpp>

#include "revenue/random_rows.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Money usd(std::int64_t minor) { return {minor, currency("USD")}; }

struct Months {
  std::int64_t numerator, denominator;  // months in one interval
};
Months months_in(IntervalUnit unit) {
  switch (unit) {
    case IntervalUnit::day:
      return {12, 365};
    case IntervalUnit::week:
      return {12, 52};
    case IntervalUnit::month:
      return {1, 1};
    case IntervalUnit::quarter:
      return {3, 1};
    default:
      return {12, 1};
  }
}

__extension__ typedef __int128 wide;

/// Whether `got` is the integer nearest to a / b, a tie going to the even one. Checked without division.
bool is_half_even(std::int64_t got, wide a, wide b) {
  const wide off = 2 * (a - static_cast<wide>(got) * b);  // twice the remainder
  const wide distance = off < 0 ? -off : off;
  return distance < b || (distance == b && got % 2 == 0);
}

}  // namespace

TEST_SUITE("revenue/monthly_amount") {
  TEST_CASE("oracle 5: Kill Bill's yearly prices, to four digits") {
    const auto yearly = [](std::int64_t minor) {
      return monthly_amount(usd(minor), {.interval_unit = IntervalUnit::year, .decimals = 4});
    };
    CHECK(yearly(18'29) == 1'5242);
    CHECK(yearly(19'95) == 1'6625);
    CHECK(yearly(599'95) == 49'9958);
    CHECK(yearly(5499'00) == 458'2500);
  }

  TEST_CASE("oracle 7: 1,200 a year are 100 a month, 120 less 10% are 9") {
    CHECK(monthly_amount(usd(1200'00), {.interval_unit = IntervalUnit::year}) == 100'00);
    CHECK(monthly_amount(usd(120'00 - 12'00), {.interval_unit = IntervalUnit::year}) == 9'00);
  }

  TEST_CASE("edge cases 11 to 13, and 19: a year, a week, 24 months, 500 off a year") {
    CHECK(monthly_amount(usd(2000'00), {.interval_unit = IntervalUnit::year}) == 166'67);
    CHECK(monthly_amount(usd(10'00), {.interval_unit = IntervalUnit::week}) == 43'33);
    CHECK(monthly_amount(usd(2400'00), {.interval_count = 24}) == 100'00);
    CHECK(monthly_amount(usd(-500'00), {.interval_unit = IntervalUnit::year}) == -41'67);
  }

  TEST_CASE("each unit by its factor") {
    CHECK(monthly_amount(usd(1'00), {.interval_unit = IntervalUnit::day}) == 30'42);
    CHECK(monthly_amount(usd(365'00), {.interval_unit = IntervalUnit::day, .interval_count = 365}) == 30'42);
    CHECK(monthly_amount(usd(12'00), {.interval_unit = IntervalUnit::day}) == 365'00);
    CHECK(monthly_amount(usd(12'00), {.interval_unit = IntervalUnit::week}) == 52'00);
    CHECK(monthly_amount(usd(300'00), {.interval_unit = IntervalUnit::quarter}) == 100'00);
    CHECK(monthly_amount(usd(7'77)) == 7'77);
    CHECK(monthly_amount(usd(0), {.interval_unit = IntervalUnit::day}) == 0);
  }

  TEST_CASE("a tie goes to the even cent, above and below zero") {
    const auto half = [](std::int64_t minor) { return monthly_amount(usd(minor), {.interval_count = 2}); };
    CHECK(half(1) == 0);
    CHECK(half(3) == 2);
    CHECK(half(5) == 2);
    CHECK(half(7) == 4);
    CHECK(half(-1) == 0);
    CHECK(half(-3) == -2);
    CHECK(half(-5) == -2);
  }

  TEST_CASE("fewer digits than the currency, and more; edge case 36: yen and dinars") {
    CHECK(monthly_amount(usd(12'345), {.decimals = 0}) == 123);
    CHECK(monthly_amount(usd(12'350), {.decimals = 0}) == 124);
    CHECK(monthly_amount(usd(12'450), {.decimals = 0}) == 124);  // a tie to the even one
    CHECK(monthly_amount(usd(1), {.decimals = 12}) == 10'000'000'000);
    CHECK(monthly_amount({100, currency("JPY")}, {.interval_unit = IntervalUnit::year}) == 8);
    CHECK(monthly_amount({100, currency("JPY")}, {.interval_unit = IntervalUnit::year, .decimals = 2}) ==
          833);
    CHECK(monthly_amount({1'000, currency("KWD")}, {.interval_unit = IntervalUnit::year}) == 83);
  }

  TEST_CASE("is the nearest integer to amount over months, for any amount and interval") {
    naive::Random random(1);
    bool right = true;
    for (int i = 0; i < 20'000; ++i) {
      const auto unit = static_cast<IntervalUnit>(random.between(0, 4));
      const auto count = static_cast<std::int32_t>(random.between(1, random.chance(50) ? 3 : 2'000'000'000));
      const std::int64_t amount =
          random.between(-1'000'000'000'000, 1'000'000'000'000) / random.between(1, 1'000'000'000);
      const auto months = months_in(unit);
      const std::int64_t got = monthly_amount(usd(amount), {.interval_unit = unit, .interval_count = count});
      right = right && is_half_even(got, static_cast<wide>(amount) * months.denominator,
                                    static_cast<wide>(months.numerator) * count);
    }
    CHECK(right);
  }

  TEST_CASE("the whole range of 64 bits, and not beyond") {
    CHECK(monthly_amount(usd(most)) == most);
    CHECK(monthly_amount(usd(least)) == least);
    CHECK(monthly_amount(usd(most), {.interval_count = std::numeric_limits<std::int32_t>::max()}) ==
          4'294'967'298);
    CHECK_THROWS_WITH_AS(monthly_amount(usd(most), {.interval_unit = IntervalUnit::day}),
                         "monthly_amount: amount = 92,233,720,368,547,758.07 USD per month is beyond 64 bits",
                         Overflow);
    CHECK_THROWS_AS(monthly_amount(usd(least), {.interval_unit = IntervalUnit::week}), Overflow);
    CHECK_THROWS_AS(monthly_amount(usd(most), {.decimals = 3}), Overflow);
    CHECK_THROWS_AS(monthly_amount(usd(most), {.interval_unit = IntervalUnit::day, .decimals = 12}),
                    Overflow);
  }

  TEST_CASE("refuses intervals of nothing and digits out of range") {
    CHECK_THROWS_WITH_AS(monthly_amount(usd(1), {.interval_count = 0}),
                         "monthly_amount: interval_count = 0 is below 1", InvalidInput);
    CHECK_THROWS_WITH_AS(monthly_amount(usd(1), {.interval_count = -12}),
                         "monthly_amount: interval_count = -12 is below 1", InvalidInput);
    CHECK_THROWS_WITH_AS(monthly_amount(usd(1), {.decimals = 13}),
                         "monthly_amount: decimals = 13 is not in [0, 12]", InvalidInput);
    CHECK_THROWS_WITH_AS(monthly_amount(usd(1), {.decimals = -1}),
                         "monthly_amount: decimals = -1 is not in [0, 12]", InvalidInput);
  }
}
