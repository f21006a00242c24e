// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/policy_enums.hpp>

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
  WeekFactor week_factor = WeekFactor::per_year;  ///< months from weeks
  DayFactor day_factor = DayFactor::per_year;     ///< months from days
  Rounding rounding = Rounding::half_even;        ///< of the result
};

namespace detail {
using fealty::detail::int128;

/// What an amount per interval is multiplied with to be one per month, as a fraction.
struct PerMonth {
  std::int64_t numerator, denominator;
};
inline PerMonth per_month(IntervalUnit unit, WeekFactor week = WeekFactor::per_year,
                          DayFactor day = DayFactor::per_year) {
  switch (unit) {
    case IntervalUnit::day:
      return day == DayFactor::per_year ? PerMonth{365, 12}
                                        : PerMonth{day == DayFactor::times_30 ? 30 : 0, 1};
    case IntervalUnit::week:
      return week == WeekFactor::per_year     ? PerMonth{52, 12}
             : week == WeekFactor::times_4_33 ? PerMonth{433, 100}
                                              : PerMonth{week == WeekFactor::times_4 ? 4 : 0, 1};
    case IntervalUnit::month:
      return {1, 1};
    case IntervalUnit::quarter:
      return {1, 3};
    case IntervalUnit::year:
      return {1, 12};
  }
  return {1, 1};
}

/// a / b to the nearest integer; b > 0.
inline int128 divide(int128 a, int128 b, Rounding rounding) {
  if (rounding == Rounding::half_even) return fealty::detail::divide_half_even(a, b);
  return a < 0 ? -((-2 * a + b) / (2 * b)) : (2 * a + b) / (2 * b);
}
}  // namespace detail

/// Brings an amount paid per interval down (or up) to one month.
///
/// A year is 12 months, a quarter 3, a week 12/52 and a day 12/365 of a month, unless other factors are
/// given. The result is rounded once; half-up rounds away from 0.
///
/// \code{.py}
/// yearly = ft.Money(120000, ft.currency("USD"))
/// assert ft.revenue.monthly_amount(yearly, interval_unit="year") == 10000
/// \endcode
///
/// \param amount   what is paid per interval, in minor units of its currency
/// \param options  the interval, the digits of the result, and the conventions
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
  const detail::PerMonth per = detail::per_month(o.interval_unit, o.week_factor, o.day_factor);
  detail::int128 numerator = static_cast<detail::int128>(amount.minor) * per.numerator;
  detail::int128 denominator = static_cast<detail::int128>(per.denominator) * o.interval_count;
  const std::int32_t shift = decimals - amount.currency.exponent;
  const auto power = fealty::detail::powers_of_ten[static_cast<std::size_t>(shift < 0 ? -shift : shift)];
  (shift < 0 ? denominator : numerator) *= power;
  const detail::int128 monthly = detail::divide(numerator, denominator, o.rounding);
  if (!fealty::detail::fits_int64(monthly))
    throw Overflow({.who = "monthly_amount",
                    .what = "amount",
                    .where = {},
                    .value = to_string(amount),
                    .rule = "per month is beyond 64 bits"});
  return static_cast<std::int64_t>(monthly);
}

}  // namespace fealty::revenue
