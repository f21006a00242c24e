// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace fealty::revenue::detail {

inline constexpr double no_amount = std::numeric_limits<double>::quiet_NaN();

/// Minor units of a currency in one of its major units.
inline double minor_per_major(Currency currency) {
  return static_cast<double>(fealty::detail::powers_of_ten[static_cast<std::size_t>(currency.exponent)]);
}

/// part / whole, none for an empty whole.
inline double ratio(fealty::detail::int128 part, fealty::detail::int128 whole) {
  return whole == 0 ? no_amount : static_cast<double>(part) / static_cast<double>(whole);
}
/// An exact amount over a count, in major units; none for a count of 0.
inline double major_per(fealty::detail::int128 minor, fealty::detail::int128 count, Currency currency) {
  return ratio(minor, count) / minor_per_major(currency);
}

/// An exact amount as minor units of a result.
///
/// \throws Overflow  when it leaves 64 bits
inline std::int64_t to_minor_units(fealty::detail::int128 amount, std::string_view who, std::string_view what,
                                   std::string_view of) {
  if (fealty::detail::fits_int64(amount)) return static_cast<std::int64_t>(amount);
  throw Overflow({.who = std::string(who),
                  .what = std::string(what),
                  .where = {},
                  .value = std::string(of),
                  .rule = "is beyond 64 bits of minor units"});
}

}  // namespace fealty::revenue::detail
