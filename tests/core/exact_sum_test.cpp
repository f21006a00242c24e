// SPDX-License-Identifier: MIT
#include <fealty/core/detail/exact_sum.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using fealty::detail::ExactSum;

namespace {

std::vector<std::uint8_t> bytes_of(const ExactSum& sum) {
  ByteWriter to("sum", 1);
  sum.write(to);
  return to.take();
}
ExactSum sum_of(const std::vector<double>& numbers) {
  ExactSum sum;
  for (const double x : numbers) sum.add(x);
  return sum;
}

}  // namespace

TEST_SUITE("core/exact_sum") {
  TEST_CASE("what is added and taken away again is gone, whatever else is there") {
    CHECK(sum_of({1e300, 1, 1e-300, -1e300, -1e-300}).value() == 1);
    CHECK(sum_of({5e-324, 1, -1}).value() == 5e-324);
    CHECK(sum_of({1e16, 1, 1, -1e16}).value() == 2);
    CHECK(sum_of({.1, .2, -.3}).value() == 0x1p-55);
    CHECK(sum_of({-1, -2.5}).value() == -3.5);
    CHECK(sum_of({1, -3}).value() == -2);
    CHECK(sum_of({}).value() == 0);
    const double most = std::numeric_limits<double>::max();
    CHECK(sum_of({most, most, -most}).value() == most);
  }
  TEST_CASE("products are not rounded") {
    ExactSum sum;
    sum.add_product(1 + 0x1p-52, 1 + 0x1p-52);
    sum.add(-1);
    sum.add(-0x1p-51);
    CHECK(sum.value() == 0x1p-104);
  }
  TEST_CASE("no order and no split changes a bit") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      std::vector<double> numbers;
      while (numbers.size() < 200) {
        const double x = std::bit_cast<double>(random.next());
        if (std::isfinite(x)) numbers.push_back(x);
      }
      const auto bytes = bytes_of(sum_of(numbers));
      ExactSum parts[3];
      for (const double x : numbers) parts[random.next() % 3].add(x);
      parts[1].add(parts[2]);
      parts[1].add(parts[0]);
      CHECK(bytes_of(parts[1]) == bytes);
      std::reverse(numbers.begin(), numbers.end());
      CHECK(bytes_of(sum_of(numbers)) == bytes);
      ByteReader from(bytes, "sum", 1);
      CHECK(bytes_of(ExactSum::read(from)) == bytes);
      from.finish();
    }
  }
  TEST_CASE("refuses bytes that are no sum") {
    const auto refused = [](std::uint64_t first, const std::vector<std::int64_t>& digits) {
      ByteWriter to("sum", 1);
      to.write(first);
      to.write_all(std::span<const std::int64_t>(digits));
      const auto bytes = to.take();
      ByteReader from(bytes, "sum", 1);
      CHECK_THROWS_WITH_AS(ExactSum::read(from), "sum: bytes = 39 bytes has a sum that is none",
                           InvalidInput);
    };
    refused(0, {-1});
    refused(0, {std::int64_t{1} << 32});
    refused(70, {1});
    refused(~std::uint64_t{0}, {1});
  }
}
