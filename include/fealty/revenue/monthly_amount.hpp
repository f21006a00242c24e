// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fealty::revenue {

/// The unit of a billing interval.
enum class IntervalUnit { day, week, month, quarter, year };
constexpr auto enum_names(IntervalUnit) {
  return std::array<std::string_view, 5>{"day", "week", "month", "quarter", "year"};
}

/// Settings of monthly_amount().
struct MonthlyAmountOptions {
  IntervalUnit interval_unit = IntervalUnit::month;  ///< what the amount is paid for
  std::int32_t interval_count = 1;                   ///< how many of these, at least 1
  std::optional<std::int32_t> decimals = {};  ///< digits of the result, 0 to 12; the currency's by default
};

namespace detail {
using fealty::detail::int128;

/// Months to an interval, as a fraction: 52 weeks or 365 days make twelve of them.
struct MonthsPer {
  std::int64_t months, intervals;  ///< `intervals` units last `months` months
};
inline MonthsPer months_per(IntervalUnit unit) {
  switch (unit) {
    case IntervalUnit::day:
      return {12, 365};
    case IntervalUnit::week:
      return {12, 52};
    case IntervalUnit::month:
      return {1, 1};
    case IntervalUnit::quarter:
      return {3, 1};
    case IntervalUnit::year:
      return {12, 1};
  }
  return {1, 1};
}

/// amount * scale per month, half-even; none when it leaves 64 bits.
inline std::optional<std::int64_t> per_month(int128 amount, IntervalUnit unit, std::int64_t count) {
  const MonthsPer per = months_per(unit);
  const int128 monthly =
      fealty::detail::divide_half_even(amount * per.intervals, static_cast<int128>(per.months) * count);
  if (!fealty::detail::fits_int64(monthly)) return std::nullopt;
  return static_cast<std::int64_t>(monthly);
}
}  // namespace detail

/// Brings an amount paid per interval down (or up) to one month.
///
/// A year is 12 months, a quarter 3, a week 12/52 and a day 12/365 of a month. The result is rounded
/// once, half-even.
///
/// \code{.py}
/// yearly = ft.Money(120000, ft.currency("USD"))
/// assert ft.revenue.monthly_amount(yearly, interval_unit="year") == 10000
/// \endcode
///
/// \param amount   what is paid per interval, in minor units of its currency
/// \param options  the interval, and the digits of the result
/// \returns        the amount per month in units of 10^-decimals of the currency's major unit
/// \throws InvalidInput  unless interval_count >= 1 and 0 <= decimals <= 12
/// \throws Overflow      when the result leaves 64 bits
inline std::int64_t monthly_amount(const Money& amount, const MonthlyAmountOptions& options = {}) {
  const auto refuse = [](std::string_view what, std::int32_t value, std::string_view rule) {
    throw InvalidInput({.who = "monthly_amount",
                        .what = std::string(what),
                        .where = {},
                        .value = fmt::format("{}", value),
                        .rule = std::string(rule)});
  };
  const std::int32_t decimals = options.decimals.value_or(amount.currency.exponent);
  if (options.interval_count < 1) refuse("interval_count", options.interval_count, "is below 1");
  if (decimals < 0 || decimals > 12) refuse("decimals", decimals, "is not in [0, 12]");

  const MonthlyAmountOptions& o = options;
  const detail::MonthsPer per = detail::months_per(o.interval_unit);
  detail::int128 numerator = static_cast<detail::int128>(amount.minor) * per.intervals;
  detail::int128 denominator = static_cast<detail::int128>(per.months) * o.interval_count;
  const std::int32_t shift = decimals - amount.currency.exponent;
  const auto power = fealty::detail::powers_of_ten[static_cast<std::size_t>(shift < 0 ? -shift : shift)];
  (shift < 0 ? denominator : numerator) *= power;
  const detail::int128 monthly = fealty::detail::divide_half_even(numerator, denominator);
  if (!fealty::detail::fits_int64(monthly))
    throw Overflow({.who = "monthly_amount",
                    .what = "amount",
                    .where = {},
                    .value = to_string(amount),
                    .rule = "per month is beyond 64 bits"});
  return static_cast<std::int64_t>(monthly);
}

}  // namespace fealty::revenue
