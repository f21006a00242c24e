// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fealty::revenue::detail {

/// convert() for many amounts at one rate: the product of doubles says the integer, except near a half and
/// for large amounts, where it could err and the exact fraction is asked.
class FastRate {
 public:
  FastRate(const Rate& rate, Rounding rounding)
      : rate_(rate), rounding_(rounding), factor_(rate.value() * std::pow(10.0, digits(rate))) {}

  std::int64_t operator()(std::int64_t amount) const {
    const double product = static_cast<double>(amount) * factor_;
    const double whole = nearest(product);
    const bool sure = std::abs(product) < 0x1p38 && std::abs(product - whole) < limit(0x1p38);
    return sure ? static_cast<std::int64_t>(whole) : exact(amount);
  }
  std::int64_t exact(std::int64_t amount) const { return revenue::convert(amount, rate_, rounding_); }

  double factor() const { return factor_; }

  /// How far, for amounts that come to `worth` or less, the product may be from the nearest integer: it is
  /// off by less than 2^-49 of itself.
  static double limit(double worth) { return 0.5 - worth * 0x1p-48; }
  /// A part of a kernel that converts many: where `unsure` is negative in the end, each must be asked again.
  template <class V>
  FEALTY_KERNEL V quick(double amount, double limit, std::int64_t& unsure) const {
    FEALTY_NO_CONTRACTION
    const double product = amount * factor_, whole = nearest(product);
    unsure |= std::bit_cast<std::int64_t>(limit) - (std::bit_cast<std::int64_t>(product - whole) & max_bits);
    if constexpr (sizeof(V) == 4) return static_cast<V>(whole);
    else return std::bit_cast<V>(whole + magic) - std::bit_cast<V>(magic);
  }

 private:
  /// Added to a double below 2^51, it leaves the nearest integer in the low bits.
  static constexpr double magic = 0x1.8p52;
  static constexpr std::int64_t max_bits = std::numeric_limits<std::int64_t>::max();  // all but the sign
  FEALTY_KERNEL static double nearest(double product) { return (product + magic) - magic; }
  static std::int32_t digits(const Rate& rate) { return rate.quote().exponent - rate.base().exponent; }

  Rate rate_;
  Rounding rounding_;
  double factor_;
};

}  // namespace fealty::revenue::detail
