// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

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
    return is_sure(product, whole) ? static_cast<std::int64_t>(whole) : exact(amount);
  }
  std::int64_t exact(std::int64_t amount) const { return convert(amount, rate_, rounding_); }

  double factor() const { return factor_; }
  /// Below 2^51 this is rounding, with nothing but additions.
  FEALTY_KERNEL static double nearest(double product) { return (product + 0x1.8p52) - 0x1.8p52; }
  /// The product is off by less than 2^-49 of itself: far less than what a half is kept away from.
  FEALTY_KERNEL static bool is_sure(double product, double whole) {
    const double rest = product - whole;
    return (product < 0x1p38) & (product > -0x1p38) & (rest < 0.499) & (rest > -0.499);
  }

 private:
  static std::int32_t digits(const Rate& rate) { return rate.quote().exponent - rate.base().exponent; }

  Rate rate_;
  Rounding rounding_;
  double factor_;
};

}  // namespace fealty::revenue::detail
