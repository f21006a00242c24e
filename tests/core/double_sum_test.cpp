// SPDX-License-Identifier: MIT
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/int128.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using fealty::detail::DoubleSum;

TEST_SUITE("core/double_sum") {
  TEST_CASE("whole numbers add up exactly in any order, and so do their squares") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
      std::mt19937_64 random(seed);
      std::vector<double> values;
      fealty::detail::int128 exact = 0, squares = 0;
      for (int i = 0; i < 1000; ++i) {
        const auto value = static_cast<std::int64_t>(random() >> (14 + random() % 40));
        values.push_back(static_cast<double>(value));
        exact += value;
        squares += static_cast<fealty::detail::int128>(value) * value;
      }
      DoubleSum forward, backward, parts, square;
      for (const double value : values) forward.add(value), square.add_product(value, value);
      std::shuffle(values.begin(), values.end(), random);
      for (const double value : values) backward.add(value);
      for (std::size_t begin = 0; begin < values.size(); begin += 100) {
        DoubleSum part;
        for (std::size_t i = begin; i < begin + 100; ++i) part.add(values[i]);
        parts.add(part);
      }
      CHECK(forward == backward);
      CHECK(forward == parts);
      const auto whole = [](const DoubleSum& sum) {
        return static_cast<fealty::detail::int128>(sum.high) + static_cast<fealty::detail::int128>(sum.low);
      };
      CHECK((whole(forward) == exact));
      CHECK((whole(square) == squares));
      forward.subtract(backward);
      CHECK(forward == DoubleSum{});
    }
  }
  TEST_CASE("what a double alone would lose is kept") {
    DoubleSum sum;
    sum.add(1e16);
    for (int i = 0; i < 10; ++i) sum.add(0.1);
    sum.add(-1e16);
    CHECK(sum.value() == doctest::Approx(1).epsilon(1e-15));
  }
}
