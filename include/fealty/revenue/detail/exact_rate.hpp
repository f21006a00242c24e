// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace fealty::revenue::detail {

using fealty::detail::uint128;

/// mantissa * 10^power
struct Decimal {
  std::uint64_t mantissa = 0;  // below 10^17
  std::int32_t power = 0;

  double value() const { return std::strtod(fmt::format("{}e{}", mantissa, power).c_str(), nullptr); }
};

/// The decimal that people wrote: the shortest one that reads as this double, which is positive and finite.
inline Decimal shortest_decimal(double value) {
  std::array<char, 32> text{};
  const char* const end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
  Decimal decimal;
  const char* at = text.data();
  for (bool fraction = false; at != end && *at != 'e'; ++at) {
    if (*at == '.') {
      fraction = true;
      continue;
    }
    decimal.mantissa = decimal.mantissa * 10 + static_cast<std::uint64_t>(*at - '0');
    decimal.power -= fraction ? 1 : 0;
  }
  std::int32_t exponent = 0;
  if (at != end) ++at;
  std::from_chars(at != end && *at == '+' ? at + 1 : at, end, exponent);
  decimal.power += exponent;
  return decimal;
}

/// numerator / denominator * 10^power: a rate, its inverse, or the product of two.
struct RateFraction {
  uint128 numerator = 1, denominator = 1;  // below 10^34
  std::int32_t power = 0;

  static RateFraction of(const Decimal& rate) { return {rate.mantissa, 1, rate.power}; }
  RateFraction inverse() const { return {denominator, numerator, -power}; }
  /// Of fractions that are single rates or their inverses.
  RateFraction times(const RateFraction& other) const {
    return {numerator * other.numerator, denominator * other.denominator, power + other.power};
  }
  double value() const {
    if (denominator == 1) return Decimal{static_cast<std::uint64_t>(numerator), power}.value();
    if (numerator == 1) return 1 / Decimal{static_cast<std::uint64_t>(denominator), -power}.value();
    return static_cast<double>(numerator) / static_cast<double>(denominator) * Decimal{1, power}.value();
  }
};

/// An unsigned integer of 512 bits. The largest here, an amount times two rates of 17 digits times a power
/// of ten, has 430.
class WideInteger {
 public:
  explicit WideInteger(uint128 value)
      : parts_{static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value >> 64U)} {}

  void multiply(std::uint64_t factor) {
    uint128 carry = 0;
    for (auto& part : parts_) {
      carry += static_cast<uint128>(part) * factor;
      part = static_cast<std::uint64_t>(carry);
      carry >>= 64U;
    }
  }
  void multiply_by_power_of_ten(std::int32_t power) {
    for (; power > 0; --power) multiply(10);
  }
  void halve() {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i] = parts_[i] >> 1U | (i + 1 < parts_.size() ? parts_[i + 1] << 63U : 0);
  }
  void subtract(const WideInteger& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const uint128 taken = static_cast<uint128>(other.parts_[i]) + borrow;
      borrow = parts_[i] < taken ? 1 : 0;
      parts_[i] = static_cast<std::uint64_t>(parts_[i] - taken);
    }
  }
  int compare(const WideInteger& other) const {
    for (std::size_t i = parts_.size(); i-- > 0;)
      if (parts_[i] != other.parts_[i]) return parts_[i] < other.parts_[i] ? -1 : 1;
    return 0;
  }

 private:
  std::array<std::uint64_t, 8> parts_;
};

/// A quotient without its rest, and how twice the rest compares with the divisor; beyond 64 bits none.
struct Quotient {
  std::uint64_t whole;
  int twice_rest;
};
inline std::optional<Quotient> divide(uint128 a, uint128 b) {
  const uint128 whole = a / b, rest = a % b;
  if (whole > std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return Quotient{static_cast<std::uint64_t>(whole), rest > b - rest ? 1 : rest == b - rest ? 0 : -1};
}
inline std::optional<Quotient> divide(WideInteger a, const WideInteger& b) {
  WideInteger shifted = b;
  shifted.multiply(std::uint64_t{1} << 63U);
  shifted.multiply(2);
  if (a.compare(shifted) >= 0) return std::nullopt;
  std::uint64_t whole = 0;
  for (int bit = 0; bit < 64; ++bit) {
    shifted.halve();
    whole <<= 1U;
    if (a.compare(shifted) < 0) continue;
    a.subtract(shifted);
    whole |= 1U;
  }
  a.multiply(2);
  return Quotient{whole, a.compare(b)};
}

/// size * rate * 10^power, in 128 bits where they suffice, as they nearly always do.
inline std::optional<Quotient> scaled(std::uint64_t size, const RateFraction& rate, std::int32_t power) {
  power += rate.power;
  uint128 above = rate.numerator, below = rate.denominator, ten_to = 1;
  bool fits = power <= 38 && power >= -38;
  for (std::int32_t i = power < 0 ? -power : power; fits && i > 0; --i) ten_to *= 10;
  fits = fits && !__builtin_mul_overflow(above, uint128{size}, &above);
  uint128& side = power < 0 ? below : above;
  if (fits && !__builtin_mul_overflow(side, ten_to, &side)) return divide(above, below);
  WideInteger wide_above(rate.numerator), wide_below(rate.denominator);
  wide_above.multiply(size);
  (power < 0 ? wide_below : wide_above).multiply_by_power_of_ten(power < 0 ? -power : power);
  return divide(wide_above, wide_below);
}

/// amount * rate * 10^power, rounded once; none beyond 64 bits.
inline std::optional<std::int64_t> multiply(std::int64_t amount, const RateFraction& rate, std::int32_t power,
                                            Rounding rounding) {
  const bool negative = amount < 0;
  const std::uint64_t size =
      negative ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
  const auto quotient = scaled(size, rate, power);
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  if (!quotient || quotient->whole > most + 1) return std::nullopt;
  const bool tie_away = rounding == Rounding::half_even ? quotient->whole % 2 != 0 : !negative;
  const bool away = quotient->twice_rest > 0 || (quotient->twice_rest == 0 && tie_away);
  const std::uint64_t rounded = quotient->whole + (away ? 1 : 0);
  if (rounded > most + (negative ? 1 : 0)) return std::nullopt;
  return static_cast<std::int64_t>(negative ? 0 - rounded : rounded);
}

}  // namespace fealty::revenue::detail
