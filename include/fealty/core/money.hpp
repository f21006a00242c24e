// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty {

/// A currency of ISO 4217: its letters, and how many digits its minor unit has.
struct Currency {
  std::array<char, 3> letters{};  ///< such as USD
  std::int8_t exponent = 0;       ///< minor units per major unit = 10^exponent; 0 to 4

  /// Its three letters.
  std::string code() const { return letters[0] == 0 ? "" : std::string(letters.data(), letters.size()); }
  bool operator==(const Currency&) const = default;
};

/// An exact amount of one currency.
struct Money {
  std::int64_t minor = 0;  ///< minor units: cents, yen, fils
  Currency currency;       ///< whose minor units they are

  bool operator==(const Money&) const = default;
};

/// Amounts of a result, all of one currency.
struct MoneyColumn {
  std::vector<std::int64_t> minor;  ///< minor units
  Currency currency;                ///< of all of them
};

namespace detail {
// ISO 4217 list one of 2026-01-01, by exponent, and what was withdrawn since 2021 but still stands in books.
inline constexpr std::string_view no_digits =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
inline constexpr std::string_view three_digits = "BHD IQD JOD KWD LYD OMR TND";
inline constexpr std::string_view four_digits = "CLF UYW";
inline constexpr std::string_view two_digits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ "
    "GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
    "RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
    "USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL";

inline bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t i = 0; i < codes.size(); i += 4)
    if (codes.substr(i, 3) == code) return true;
  return false;
}
}  // namespace detail

/// The currency of an ISO 4217 code, none for any other text.
inline std::optional<Currency> try_currency(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  const auto with = [&](std::int8_t exponent) { return Currency{{code[0], code[1], code[2]}, exponent}; };
  if (detail::lists(detail::two_digits, code)) return with(2);
  if (detail::lists(detail::no_digits, code)) return with(0);
  if (detail::lists(detail::three_digits, code)) return with(3);
  if (detail::lists(detail::four_digits, code)) return with(4);
  return std::nullopt;
}

/// The currency of an ISO 4217 code.
///
/// \param code  three capital letters
/// \throws InvalidInput  for any other text
/// \see ISO 4217:2015, list one of 2026-01-01, and six codes withdrawn since 2021
inline Currency currency(std::string_view code) {
  if (const auto found = try_currency(code)) return *found;
  throw InvalidInput({.who = "currency",
                      .what = "code",
                      .where = {},
                      .value = fmt::format("\"{}\"", code),
                      .rule = "is not a currency of ISO 4217"});
}

namespace detail {
inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{};
  std::int64_t power = 1;
  for (auto& each : powers) {
    each = power;
    power = &each == &powers.back() ? power : power * 10;
  }
  return powers;
}();

/// a / b to the nearest integer, a tie to the even one; b > 0.
inline int128 divide_half_even(int128 a, int128 b) {
  const int128 floor = a / b - (a % b < 0 ? 1 : 0);
  const int128 twice = 2 * (a - floor * b);
  return floor + (twice > b || (twice == b && floor % 2 != 0) ? 1 : 0);
}
inline bool fits_int64(int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}
}  // namespace detail

/// a + b.
///
/// \throws InvalidInput  unless both are of one currency
/// \throws Overflow      when the sum leaves 64 bits
inline Money add(const Money& a, const Money& b) {
  if (a.currency != b.currency)
    throw InvalidInput({.who = "add",
                        .what = "b",
                        .where = {},
                        .value = b.currency.code(),
                        .rule = fmt::format("is not the currency of a, {}", a.currency.code())});
  Money sum{0, a.currency};
  if (__builtin_add_overflow(a.minor, b.minor, &sum.minor))
    throw Overflow({.who = "add",
                    .what = "a + b",
                    .where = {},
                    .value = fmt::format("{} + {}", a.minor, b.minor),
                    .rule = "is beyond 64 bits of minor units"});
  return sum;
}

/// Splits an amount in proportion to weights, to the last minor unit (largest remainder).
///
/// \param amount   any amount
/// \param weights  n weights >= 0, at least one > 0
/// \returns        n amounts that sum to `amount`; a tie of remainders goes to the earlier weight
/// \throws InvalidInput  on a negative weight, or when all are 0
inline std::vector<std::int64_t> allocate(const Money& amount, std::span<const std::int64_t> weights) {
  using detail::int128;
  int128 total = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] < 0)
      throw InvalidInput({.who = "allocate",
                          .what = "weights",
                          .where = static_cast<std::int64_t>(i),
                          .value = fmt::format("{}", weights[i]),
                          .rule = "is negative"});
    total += weights[i];
  }
  if (total == 0)
    throw InvalidInput(
        {.who = "allocate", .what = "weights", .where = {}, .value = "", .rule = "have no weight above 0"});
  const bool negative = amount.minor < 0;
  const int128 size = negative ? -static_cast<int128>(amount.minor) : static_cast<int128>(amount.minor);
  std::vector<std::int64_t> shares(weights.size());
  std::vector<int128> remainders(weights.size());
  int128 left = size;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    // size < 2^63 + 1 and weight < 2^63: the product fits 127 bits
    const int128 product = size * weights[i];
    const int128 share = product / total;
    remainders[i] = product % total;
    left -= share;
    shares[i] = static_cast<std::int64_t>(negative ? -share : share);
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) shares[order[i]] += negative ? -1 : 1;
  return shares;
}

/// An amount read from major units.
struct MinorUnits {
  std::int64_t minor = 0;  ///< half-even at the currency's last digit
  bool exact = true;       ///< false when the amount had more digits than the currency
};

namespace detail {
/// Reads a double as the decimal that people wrote, which is the one nearest to it; a small amount may
/// also carry the rounding noise of a sum. None for NaN, and beyond 2^52 minor units, where two
/// neighboring amounts may be the same double.
inline std::optional<MinorUnits> to_minor(double major, std::int32_t exponent) {
  const auto power = static_cast<double>(powers_of_ten[static_cast<std::size_t>(exponent)]);
  const double size = std::abs(major), scaled = size * power;
  if (!(scaled <= 0x1p52)) return std::nullopt;
  const std::int64_t sign = major < 0 ? -1 : 1;
  const bool small = scaled < 0x1p30;
  const double noise = small ? 4 * std::numeric_limits<double>::epsilon() * scaled : -1;
  if (small) {  // nearly all amounts end here
    const auto nearest = static_cast<std::int64_t>(scaled + 0.5);
    if (std::abs(scaled - static_cast<double>(nearest)) <= noise) return MinorUnits{sign * nearest, true};
  }
  const auto floor = static_cast<std::int64_t>(scaled);
  const auto units = static_cast<double>(floor);
  const auto is = [&](double amount) { return std::abs(scaled - amount) <= noise || amount / power == size; };
  if (is(units)) return MinorUnits{sign * floor, true};
  if (is(units + 1)) return MinorUnits{sign * (floor + 1), true};
  if (is(units + 0.5)) return MinorUnits{sign * (floor + (floor & 1)), false};
  // beyond 2^30 `scaled` is rounded itself, so the division decides
  const bool up = small ? scaled - units > 0.5 : size > (units + 0.5) / power;
  return MinorUnits{sign * (up ? floor + 1 : floor), false};
}
}  // namespace detail

/// Reads major units, half-even at the currency's last digit.
///
/// \param major     such as 12.5 for 12.50 USD; 0.125 is read as the decimal 0.125, not as its binary
/// \param currency  gives the digits
/// \throws InvalidInput  when not finite
/// \throws Overflow      beyond 2^52 minor units, where doubles stop telling cents apart
inline MinorUnits to_minor(double major, const Currency& currency) {
  if (const auto units = detail::to_minor(major, currency.exponent)) return *units;
  ErrorDetail error{
      .who = "to_minor", .what = "major", .where = {}, .value = fmt::format("{}", major), .rule = ""};
  if (!std::isfinite(major)) {
    error.rule = "is not finite";
    throw InvalidInput(std::move(error));
  }
  error.rule = "is beyond 2^52 minor units";
  throw Overflow(std::move(error));
}

/// Writes an amount with its currency, such as "1,234.50 USD".
inline std::string to_string(const Money& money) {
  const auto scale =
      static_cast<std::uint64_t>(detail::powers_of_ten[static_cast<std::size_t>(money.currency.exponent)]);
  const std::uint64_t size =
      money.minor < 0 ? 0 - static_cast<std::uint64_t>(money.minor) : static_cast<std::uint64_t>(money.minor);
  std::string major = fmt::format("{}", size / scale);
  for (std::size_t i = major.size(); i > 3; i -= 3) major.insert(i - 3, 1, ',');
  const std::string minor =
      money.currency.exponent == 0 ? "" : fmt::format(".{:0{}}", size % scale, money.currency.exponent);
  return fmt::format("{}{}{} {}", money.minor < 0 ? "-" : "", major, minor, money.currency.code());
}

}  // namespace fealty
