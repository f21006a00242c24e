// SPDX-License-Identifier: MIT
#include <fealty/core/amount.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

AmountColumn reals(std::vector<double> values) { return AmountColumn(std::move(values)); }
AmountColumn wholes(std::vector<std::int64_t> values) {
  return AmountColumn(Column<std::int64_t>(std::move(values)));
}
AmountColumn decimals(std::vector<std::int64_t> unscaled, std::int32_t scale) {
  return AmountColumn(DecimalColumn{Column<std::int64_t>(std::move(unscaled)), scale});
}
/// A row's minor units as text: "~" where digits were lost, "none" beyond the range.
std::string read(const AmountColumn& column, std::int32_t exponent, std::size_t row = 0) {
  const auto units = column.minor(row, exponent);
  return units ? (units->exact ? "" : "~") + std::to_string(units->minor) : "none";
}

}  // namespace

TEST_SUITE("core/amount") {
  TEST_CASE("an absent column is not one without rows") {
    CHECK_FALSE(AmountColumn().present());
    CHECK(AmountColumn().size() == 0);
    CHECK(reals({}).present());
    CHECK(wholes({}).present());
    CHECK(decimals({}, 2).present());
    CHECK(decimals({1, 2, 3}, 2).size() == 3);
  }

  TEST_CASE("the same amount reads the same in every kind") {
    for (const std::int32_t exponent : {0, 2, 3, 4}) {
      const std::string want = std::to_string(12 * std::llround(std::pow(10, exponent)));
      CHECK(read(reals({12.0}), exponent) == want);
      CHECK(read(wholes({12}), exponent) == want);
      CHECK(read(decimals({12}, 0), exponent) == want);
      CHECK(read(decimals({12'000'000}, 6), exponent) == want);
      CHECK(read(decimals({12'000'000'000'000'000}, 15), exponent) == want);
    }
  }

  TEST_CASE("real numbers") {
    CHECK(read(reals({0.1, 2.675, -1e-9}), 2, 0) == "10");
    CHECK(read(reals({0.1, 2.675, -1e-9}), 2, 1) == "~268");
    CHECK(read(reals({0.1, 2.675, -1e-9}), 2, 2) == "~0");
    CHECK(read(reals({std::nan("")}), 2) == "none");
    CHECK(read(reals({INFINITY}), 2) == "none");
    CHECK(read(reals({1e14}), 2) == "none");
    CHECK(read(reals({1e14}), 0) == "100000000000000");
  }

  TEST_CASE("whole numbers up to 64 bits") {
    CHECK(read(wholes({most}), 0) == std::to_string(most));
    CHECK(read(wholes({least}), 0) == std::to_string(least));
    CHECK(read(wholes({92233720368547758}), 2) == "9223372036854775800");
    CHECK(read(wholes({92233720368547759}), 2) == "none");
    CHECK(read(wholes({least}), 4) == "none");
  }

  TEST_CASE("decimals keep every digit, and give up what the currency lacks half-even") {
    CHECK(read(decimals({12345}, 2), 2) == "12345");
    CHECK(read(decimals({12345}, 2), 3) == "123450");
    CHECK(read(decimals({12345}, 3), 2) == "~1234");
    CHECK(read(decimals({12355}, 3), 2) == "~1236");
    CHECK(read(decimals({-12345}, 3), 2) == "~-1234");
    CHECK(read(decimals({-12346}, 3), 2) == "~-1235");
    CHECK(read(decimals({12340}, 3), 2) == "1234");
    CHECK(read(decimals({most}, 18), 2) == "~922");
    CHECK(read(decimals({least}, 18), 0) == "~-9");
    CHECK(read(decimals({500'000'000'000'000'000}, 18), 0) == "~0");
    CHECK(read(decimals({500'000'000'000'000'001}, 18), 0) == "~1");
    CHECK(read(decimals({most}, 2), 4) == "none");
    CHECK(read(decimals({most}, 2), 2) == std::to_string(most));
  }

  TEST_CASE("a double and the decimal it was written as agree") {
    std::mt19937_64 random(3);
    for (int time = 0; time < 20'000; ++time) {
      const auto unscaled = static_cast<std::int64_t>(random() % 2'000'000'000'001) - 1'000'000'000'000;
      const auto scale = static_cast<std::int32_t>(random() % 6);
      const double major = static_cast<double>(unscaled) / std::pow(10, scale);
      for (const std::int32_t exponent : {0, 2, 3})
        if (read(decimals({unscaled}, scale), exponent) != read(reals({major}), exponent))
          FAIL_CHECK(unscaled, "e-", scale, " in ", exponent, " digits");
    }
  }

  TEST_CASE("a scale that is none is refused") {
    CHECK_THROWS_WITH_AS(decimals({1}, -1), "AmountColumn: scale = -1 is not in [0, 18]", InvalidInput);
    CHECK_THROWS_WITH_AS(decimals({1}, 19), "AmountColumn: scale = 19 is not in [0, 18]", InvalidInput);
  }

  TEST_CASE("texts for messages") {
    CHECK(reals({-12.5}).text(0) == "-12.5");
    CHECK(reals({1e300}).text(0) == "1e+300");
    CHECK(reals({std::nan("")}).text(0) == "nan");
    CHECK(wholes({least}).text(0) == "-9223372036854775808");
    CHECK(decimals({-12345}, 2).text(0) == "-123.45");
    CHECK(decimals({-5}, 2).text(0) == "-0.05");
    CHECK(decimals({7}, 0).text(0) == "7");
    CHECK(decimals({least}, 18).text(0) == "-9.223372036854775808");
  }

  TEST_CASE("signs, and what is not finite") {
    const AmountColumn values = reals({-0.0, -1e-300, 1, std::nan(""), -INFINITY});
    const std::vector<bool> negative{false, true, false, false, true},
        not_finite{false, false, false, true, true};
    for (std::size_t row = 0; row < 5; ++row) {
      CHECK(values.negative(row) == negative[row]);
      CHECK(values.not_finite(row) == not_finite[row]);
    }
    CHECK(wholes({-1}).negative(0));
    CHECK_FALSE(wholes({0}).negative(0));
    CHECK(decimals({-1}, 5).negative(0));
    CHECK_FALSE(decimals({1}, 5).not_finite(0));
  }

  TEST_CASE("nulls and names, in every kind") {
    const std::uint8_t validity[]{0b101};
    const std::vector<double> real(3);
    const std::vector<std::int64_t> whole(3);
    for (AmountColumn column :
         {AmountColumn(Column<double>(real, validity, 0, nullptr)),
          AmountColumn(Column<std::int64_t>(whole, validity, 0, nullptr)),
          AmountColumn(DecimalColumn{Column<std::int64_t>(whole, validity, 0, nullptr), 2})}) {
      CHECK(column.valid(0));
      CHECK_FALSE(column.valid(1));
      CHECK(column.valid(2));
      CHECK(column.name().empty());
      const AmountColumn named = std::move(column).named("mrr");
      CHECK(named.name() == "mrr");
      CHECK_FALSE(named.valid(1));
      CHECK(named.size() == 3);
    }
  }

  TEST_CASE("a column of a named vector looks at it, one of a temporary keeps it") {
    std::vector<double> values{1, 2};
    const AmountColumn looks(values), spans{std::span<const double>(values)};
    const AmountColumn keeps(std::vector<double>{3});
    values[0] = 5;
    CHECK(read(looks, 0) == "5");
    CHECK(read(spans, 0) == "5");
    CHECK(read(keeps, 0) == "3");
    REQUIRE(looks.reals() != nullptr);
    CHECK(looks.reals()->values().data() == values.data());
    CHECK(wholes({1}).reals() == nullptr);
  }
}
