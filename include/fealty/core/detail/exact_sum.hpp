// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/int128.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::detail {

/// A sum of finite numbers that has no rounding at all, and so no order: a whole number of as many bits as
/// doubles reach over, in digits of 32 bits.
///
/// \see Kulisch & Miranker (1986), SIAM Review 28:1-40
class ExactSum {
 public:
  void add(double x) {
    int exponent = 0;
    const auto whole = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &exponent), 53));
    const int place = exponent - 53 - lowest;
    const auto size = static_cast<uint128>(whole < 0 ? -whole : whole) << (place % 32);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto digit = static_cast<std::int64_t>((size >> (32 * i)) & 0xffffffffU);
      digits_[static_cast<std::size_t>(place / 32) + i] += whole < 0 ? -digit : digit;
    }
    if (++added_ == std::int32_t{1} << 29) carry();  // before a digit could be full
  }
  /// The product is not rounded either, unless it is below 1e-290.
  void add_product(double x, double y) {
    const double product = x * y;
    add(std::fma(x, y, -product));
    add(product);
  }
  void add(ExactSum other) {
    other.carry();
    carry();
    for (std::size_t i = 0; i < count; ++i) digits_[i] += other.digits_[i];
    carry();
  }
  /// Good to about 32 digits.
  DoubleSum sum() const {
    ExactSum size = *this;
    size.carry();
    const bool negative = size.digits_.back() < 0;
    if (negative) {
      for (std::int64_t& digit : size.digits_) digit = -digit;
      size.carry();
    }
    DoubleSum sum;
    for (std::size_t i = count; i-- > 0;)
      if (size.digits_[i] != 0)
        sum.add(std::ldexp(static_cast<double>(size.digits_[i]), 32 * static_cast<int>(i) + lowest));
    return negative ? DoubleSum{-sum.high, -sum.low} : sum;
  }
  double value() const { return sum().value(); }

  /// Equal sums have equal bytes.
  void write(ByteWriter& to) const {
    ExactSum canonical = *this;
    canonical.carry();
    std::size_t first = 0, last = count;
    while (last > 0 && canonical.digits_[last - 1] == 0) --last;
    while (first < last && canonical.digits_[first] == 0) ++first;
    to.write(static_cast<std::uint64_t>(first));
    to.write_all(std::span<const std::int64_t>(canonical.digits_).subspan(first, last - first));
  }
  static ExactSum read(ByteReader& from) {
    const auto first = from.read<std::uint64_t>();
    const std::vector<std::int64_t> digits = from.read_all<std::int64_t>();
    if (first > count || digits.size() > count - first) from.refuse("has a sum that is none");
    ExactSum sum;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (digits[i] < (first + i == count - 1 ? -base : 0) || digits[i] >= base)
        from.refuse("has a sum that is none");
      sum.digits_[first + i] = digits[i];
    }
    return sum;
  }

 private:
  static constexpr std::int64_t base = std::int64_t{1} << 32;
  static constexpr int lowest = -1152;      // exponent of the first digit, below that of all doubles
  static constexpr std::size_t count = 70;  // up to 2^1024, and as many numbers as there can be

  /// Leaves digits of 0 to 2^32 - 1; the last one has the sign.
  void carry() {
    for (std::size_t i = 0; i + 1 < count; ++i) {
      const std::int64_t over = digits_[i] >> 32;
      digits_[i] -= over * base;
      digits_[i + 1] += over;
    }
    added_ = 0;
  }

  std::array<std::int64_t, count> digits_{};
  std::int32_t added_ = 0;
};

}  // namespace fealty::detail
