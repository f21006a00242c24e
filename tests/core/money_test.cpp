// SPDX-License-Identifier: MIT
#include <fealty/core/money.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include "core/rows_of.hpp"

using namespace fealty;

namespace {

using Amounts = std::vector<std::int64_t>;
constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();
const Currency usd = currency("USD"), jpy = currency("JPY"), bhd = currency("BHD"), clf = currency("CLF");

Amounts split(std::int64_t minor, const Amounts& weights) { return allocate({minor, usd}, weights); }

/// The minor units as text, with "~" where digits were lost.
std::string read(double major, const Currency& in) {
  const MinorUnits units = to_minor(major, in);
  return (units.exact ? "" : "~") + std::to_string(units.minor);
}

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Ordered = requires(A a, B b) {
  a < b;
};

}  // namespace

TEST_SUITE("core/money") {
  TEST_CASE("the currencies are those of ISO 4217's list one, and six that it lost since 2021") {
    std::map<std::string, int> want{{"ANG", 2}, {"BGN", 2}, {"CUC", 2}, {"HRK", 2}, {"SLL", 2}, {"ZWL", 2}};
    for (const auto& row : rows_of("currencies.csv")) want[row[0]] = std::stoi(row[1]);
    CHECK(want.size() == 165 + 6);
    for (char a = 'A'; a <= 'Z'; ++a)
      for (char b = 'A'; b <= 'Z'; ++b)
        for (char c = 'A'; c <= 'Z'; ++c) {
          const std::string code{a, b, c};
          const auto got = try_currency(code);
          if (got.has_value() != (want.count(code) == 1)) FAIL_CHECK(code);
          if (got && (got->exponent != want[code] || got->code() != code)) FAIL_CHECK(code);
        }
  }

  TEST_CASE("other texts are no currencies") {
    for (const auto* code :
         {"", "U", "US", "USDX", "usd", "Usd", "US ", " US", "XXX", "XAU", "XTS", "D A", "€"})
      CHECK_FALSE(try_currency(code));
    CHECK_FALSE(try_currency(std::string_view("US\0", 3)));
    CHECK_THROWS_WITH_AS(currency("usd"), "currency: code = \"usd\" is not a currency of ISO 4217",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(currency(""), "currency: code = \"\" is not a currency of ISO 4217", InvalidInput);
  }

  TEST_CASE("money mixes neither with numbers nor, in comparisons, with other money") {
    static_assert(!Addable<Money, int> && !Addable<Money, Money> && !Ordered<Money, Money> &&
                  !Ordered<Money, int>);
    static_assert(!std::is_convertible_v<int, Money> && !std::is_convertible_v<Money, std::int64_t>);
    CHECK(Money{1, usd} == Money{1, usd});
    CHECK(Money{1, usd} != Money{2, usd});
    CHECK(Money{1, usd} != Money{1, clf});
  }

  TEST_CASE("sums are exact or refused") {
    CHECK(add({1, usd}, {2, usd}) == Money{3, usd});
    CHECK(add({most, jpy}, {least, jpy}) == Money{-1, jpy});
    CHECK(add({most - 1, usd}, {1, usd}).minor == most);
    CHECK(add({least + 1, usd}, {-1, usd}).minor == least);
    CHECK_THROWS_WITH_AS(add({most, usd}, {1, usd}),
                         "add: a + b = 9223372036854775807 + 1 is beyond 64 bits of minor units", Overflow);
    CHECK_THROWS_WITH_AS(add({least, usd}, {-1, usd}),
                         "add: a + b = -9223372036854775808 + -1 is beyond 64 bits of minor units", Overflow);
    CHECK_THROWS_WITH_AS(add({1, usd}, {1, jpy}), "add: b = JPY is not the currency of a, USD", InvalidInput);
  }

  TEST_CASE("divide_half_even is the processor's rounding to even") {
    for (int a = -300; a <= 300; ++a)
      for (int b = 1; b <= 24; ++b)
        if (fealty::detail::divide_half_even(a, b) != std::llrint(static_cast<double>(a) / b))
          FAIL_CHECK(a, " / ", b);
  }

  TEST_CASE("an amount is split to the last cent") {
    CHECK(split(100, {1, 1, 1}) == Amounts{34, 33, 33});
    CHECK(split(-100, {1, 1, 1}) == Amounts{-34, -33, -33});
    CHECK(split(5, {3, 7}) == Amounts{2, 3});  // both remainders are a half
    CHECK(split(5, {7, 3}) == Amounts{4, 1});
    CHECK(split(2, {1, 1, 1}) == Amounts{1, 1, 0});
    CHECK(split(20, Amounts(40, 1)) == [] {
      Amounts want(40, 0);
      std::fill_n(want.begin(), 20, 1);
      return want;
    }());
    CHECK(split(0, {1, 2}) == Amounts{0, 0});
    CHECK(split(7, {4}) == Amounts{7});
    CHECK(split(7, {0, 4, 0}) == Amounts{0, 7, 0});
    CHECK(split(1000, {479, 161, 199, 161}) == Amounts{479, 161, 199, 161});
    CHECK(split(least, {1}) == Amounts{least});
    CHECK(split(least, {most, most, most}) ==
          Amounts{-3074457345618258603, -3074457345618258603, -3074457345618258602});
    CHECK(split(most, {most, 1, most}) == Amounts{4611686018427387903, 1, 4611686018427387903});
  }

  TEST_CASE(
      "shares: their sum is the amount, each is its quota rounded down or up, and the largest remainders are "
      "rounded up") {
    std::mt19937_64 random(1);
    for (int time = 0; time < 2000; ++time) {
      Amounts weights(1 + random() % 8);
      std::int64_t total = 0;
      for (auto& weight : weights)
        total += weight = static_cast<std::int64_t>(random() % (time % 2 == 0 ? 5 : 1000));
      if (total == 0) continue;
      const auto amount = static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000;
      const Amounts shares = split(amount, weights);
      std::int64_t sum = 0, least_up = total, most_down = -1;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += shares[i];
        const std::int64_t quota = std::abs(amount) * weights[i], up = std::abs(shares[i]) - quota / total;
        if (up != 0 && up != 1) FAIL_CHECK("share ", shares[i], " of quota ", quota, " / ", total);
        if (up == 1) least_up = std::min(least_up, quota % total);
        else most_down = std::max(most_down, quota % total);
      }
      CHECK(sum == amount);
      CHECK(least_up >= most_down);
      CHECK(least_up > 0);  // what comes out even is not rounded
    }
  }

  TEST_CASE("an amount is not split by nothing") {
    CHECK_THROWS_WITH_AS(split(1, {}), "allocate: weights have no weight above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(split(1, {0, 0}), "allocate: weights have no weight above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(split(1, {1, -2}), "allocate: weights[1] = -2 is negative", InvalidInput);
  }

  TEST_CASE("major units, against Python's decimal") {
    for (const auto& row : rows_of("amounts.csv")) {
      CAPTURE(row[0]);
      CAPTURE(row[1]);
      const double major = std::stod(row[0]);
      const Currency in{{}, static_cast<std::int8_t>(std::stoi(row[1]))};
      CHECK(read(major, in) == (row[3] == "1" ? "" : "~") + row[2]);
      CHECK(to_minor(-major, in).minor == -to_minor(major, in).minor);
    }
  }

  TEST_CASE("every amount up to 2^52 minor units comes back from its double") {
    std::mt19937_64 random(2);
    for (const Currency& in : {jpy, usd, bhd, clf})
      for (int time = 0; time < 50'000; ++time) {
        const auto minor =
            static_cast<std::int64_t>((random() & ((std::uint64_t{1} << 52) - 1)) >> random() % 52);
        const MinorUnits got = to_minor(static_cast<double>(minor) / std::pow(10, in.exponent), in);
        if (got.minor != minor || !got.exact) FAIL_CHECK(minor, " ", in.code());
      }
  }

  TEST_CASE("a half goes to the even unit, as people wrote it and not as the double holds it") {
    CHECK(read(0.125, usd) == "~12");
    CHECK(read(0.135, usd) == "~14");
    CHECK(read(1.005, usd) == "~100");  // the double is below
    CHECK(read(2.675, usd) == "~268");  // the double is below
    CHECK(read(-2.675, usd) == "~-268");
    CHECK(read(0.5, jpy) == "~0");
    CHECK(read(1.5, jpy) == "~2");
    CHECK(read(0.0005, bhd) == "~0");
    CHECK(read(0.0015, bhd) == "~2");
    CHECK(read(1.12505, clf) == "~11250");
  }

  TEST_CASE("the noise of a sum or a product is not a digit") {
    CHECK(0.1 + 0.2 != 0.3);
    CHECK(read(0.1 + 0.2, usd) == "30");
    CHECK(read(3 * 1.1, usd) == "330");
    CHECK(read(0.1 + 0.025, usd) == "~12");
    CHECK(read(1.0 / 3, usd) == "~33");
    CHECK(read(0.300001, usd) == "~30");
    CHECK(read(11258999068426.245, usd) == "~1125899906842624");  // a large amount has no room for noise
    CHECK(read(900912659.4860002, bhd) == "~900912659486");
    CHECK(read(4399007880853.265, bhd) == "4399007880853265");
    CHECK(read(720844206481.2051, usd) == "~72084420648121");
  }

  TEST_CASE("nothing, and next to nothing") {
    CHECK(read(0.0, usd) == "0");
    CHECK(read(-0.0, usd) == "0");
    CHECK(read(1e-20, usd) == "~0");
    CHECK(read(-1e-20, usd) == "~0");
    CHECK(read(std::numeric_limits<double>::denorm_min(), usd) == "~0");
  }

  TEST_CASE("what is not finite, or beyond the whole minor units that doubles tell apart") {
    CHECK(read(45035996273704.96, usd) == "4503599627370496");
    CHECK(read(-4503599627370496.0, jpy) == "-4503599627370496");
    CHECK_THROWS_WITH_AS(to_minor(4503599627370497.0, jpy),
                         "to_minor: major = 4503599627370497 is beyond 2^52 minor units", Overflow);
    CHECK_THROWS_WITH_AS(to_minor(-1e300, usd), "to_minor: major = -1e+300 is beyond 2^52 minor units",
                         Overflow);
    CHECK_THROWS_WITH_AS(to_minor(std::numeric_limits<double>::max(), usd),
                         "to_minor: major = 1.7976931348623157e+308 is beyond 2^52 minor units", Overflow);
    CHECK_THROWS_WITH_AS(to_minor(std::nan(""), usd), "to_minor: major = nan is not finite", InvalidInput);
    CHECK_THROWS_WITH_AS(to_minor(-INFINITY, usd), "to_minor: major = -inf is not finite", InvalidInput);
  }

  TEST_CASE("texts") {
    CHECK(to_string(Money{123450, usd}) == "1,234.50 USD");
    CHECK(to_string(Money{-5, usd}) == "-0.05 USD");
    CHECK(to_string(Money{0, usd}) == "0.00 USD");
    CHECK(to_string(Money{99999, usd}) == "999.99 USD");
    CHECK(to_string(Money{100000, usd}) == "1,000.00 USD");
    CHECK(to_string(Money{-1234567, jpy}) == "-1,234,567 JPY");
    CHECK(to_string(Money{123, jpy}) == "123 JPY");
    CHECK(to_string(Money{1234005, bhd}) == "1,234.005 BHD");
    CHECK(to_string(Money{10001, clf}) == "1.0001 CLF");
    CHECK(to_string(Money{least, usd}) == "-92,233,720,368,547,758.08 USD");
    CHECK(to_string(Money{most, jpy}) == "9,223,372,036,854,775,807 JPY");
    CHECK(Currency{}.code().empty());
  }
}
