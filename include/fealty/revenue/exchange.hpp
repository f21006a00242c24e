// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/rate_table.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The columns of a table of exchange rates: what one unit of a currency was worth in another, on each of
/// some days.
struct ExchangeRateColumns {
  Column<std::int32_t> date;         ///< n days since 1970-01-01
  IdColumn base;                     ///< n ISO 4217 codes
  IdColumn quote;                    ///< n ISO 4217 codes
  Column<double> rate;               ///< one unit of base is so many of quote, in [1e-18, 1e18]
  std::int32_t max_age_days = 0;     ///< a day without a rate takes one that is at most so much older, >= 0
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// What one unit of a currency is worth in another on a day: an exact fraction, that of the decimals that
/// the table gave. Made by ExchangeRates::rate().
class Rate {
 public:
  Rate(Currency base, Currency quote, Date date, std::optional<Currency> pivot, detail::RateFraction fraction)
      : base_(base), quote_(quote), date_(date), pivot_(pivot), fraction_(fraction) {}

  /// Of which one unit is worth so many.
  Currency base() const { return base_; }
  /// So many of which it is worth.
  Currency quote() const { return quote_; }
  /// The day whose rate it is: the one that was asked for, or one before.
  Date date() const { return date_; }
  /// The third currency of a crossed rate.
  std::optional<Currency> pivot() const { return pivot_; }
  /// The double nearest to it, or, for crossed rates, one very near; convert() does not go through it.
  double value() const { return fraction_.value(); }

  const detail::RateFraction& fraction() const { return fraction_; }

 private:
  Currency base_, quote_;
  Date date_;
  std::optional<Currency> pivot_;
  detail::RateFraction fraction_;
};

/// A validated table of exchange rates. Copies are cheap.
///
/// A rate is the decimal that people wrote: 1.0811 is 10811/10000, not the double next to it. Any two
/// currencies have a rate on a day when the table has it, or that of the reversed pair, or rates of both
/// against one third currency on that day; the first of these that is there is taken, and of several third
/// currencies the one with the alphabetically first code.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null, a day before 1900 or after 9999, an
///                       unknown currency, a rate that is not finite or not in [1e-18, 1e18], a rate other
///                       than 1 of a currency with itself, two different rates of a pair on one day, or
///                       max_age_days < 0
class ExchangeRates {
 public:
  explicit ExchangeRates(const ExchangeRateColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->size; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// duplicate_rate, same_currency, rate_jump.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// How much older than the day asked for a rate may be.
  std::int32_t max_age_days() const { return data_->max_age_days; }

  /// What one unit of `base` is worth in `quote` on a day.
  ///
  /// \param base   what to convert
  /// \param quote  into what; the rate of a currency with itself is 1
  /// \param day    without a rate, the latest day before it that has one, at most max_age_days older
  /// \throws InvalidInput  where there is none
  Rate rate(const Currency& base, const Currency& quote, Date day) const {
    if (const auto found = try_rate(base, quote, day)) return *found;
    refuse(base, quote, day);
  }
  /// The same, or none.
  std::optional<Rate> try_rate(const Currency& base, const Currency& quote, Date day) const {
    if (base == quote) return Rate{base, quote, day, std::nullopt, {}};
    const auto found = data_->table.find(base, quote, day.days, std::int64_t{day.days} - data_->max_age_days);
    if (!found) return std::nullopt;
    return Rate{base, quote, Date{found->day}, found->pivot, found->fraction};
  }

 private:
  struct Data {
    detail::RateTable table;
    std::size_t size;
    std::int32_t max_age_days;
    std::vector<Finding> findings;
  };
  [[noreturn]] void refuse(const Currency& base, const Currency& quote, Date day) const;

  std::shared_ptr<const Data> data_;
};

/// An amount in another currency, rounded once, to that currency's minor unit.
///
/// \param minor     minor units of the rate's base
/// \param rate      of the two currencies
/// \param rounding  where an amount halfway between two goes
/// \returns         minor units of the rate's quote
/// \throws Overflow  beyond 64 bits
inline std::int64_t convert(std::int64_t minor, const Rate& rate, Rounding rounding = Rounding::half_even) {
  const std::int32_t digits = rate.quote().exponent - rate.base().exponent;
  if (const auto converted = detail::multiply(minor, rate.fraction(), digits, rounding)) return *converted;
  throw Overflow({.who = "convert",
                  .what = "minor",
                  .where = {},
                  .value = to_string(Money{minor, rate.base()}),
                  .rule = fmt::format("is beyond 64 bits of minor units in {}", rate.quote().code())});
}

}  // namespace fealty::revenue

#include <fealty/revenue/detail/exchange_rows.hpp>
