// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/core/money.hpp>

#include <cstdint>

namespace fealty::revenue::detail {

/// A length of time in months, exactly: whole months from the first day on, and the days that are left
/// over that month's days.
struct Term {
  std::int64_t whole = 0;  // months
  std::int64_t days = 0;   // left over
  std::int64_t of = 1;     // days of the month that they are a part of

  /// The length in months is parts() / of.
  std::int64_t parts() const { return whole * of + days; }
  double months() const { return static_cast<double>(parts()) / static_cast<double>(of); }
};

/// The months from `start` to `end`, start < end.
inline Term term_of(Date start, Date end) {
  const auto from = year_month_day(start), to = year_month_day(end);
  std::int32_t whole = 12 * (to.year - from.year) + (to.month - from.month);
  Date last = add_months(start, whole);
  if (last > end) last = add_months(start, --whole);
  const auto month = year_month_day(last);
  const bool calendar_ends =
      month.year == 9999 && month.month == 12;  // a January has every day of a December
  const std::int32_t of = calendar_ends ? 31 : add_months(start, whole + 1).days - last.days;
  return {whole, end.days - last.days, of};
}

/// amount * months, half-even.
inline fealty::detail::int128 over_term(std::int64_t monthly, const Term& term) {
  return fealty::detail::divide_half_even(static_cast<fealty::detail::int128>(monthly) * term.parts(),
                                          term.of);
}
/// amount / months * per_months, half-even.
inline fealty::detail::int128 per_months(fealty::detail::int128 amount, const Term& term,
                                         std::int64_t months) {
  return fealty::detail::divide_half_even(amount * months * term.of, term.parts());
}

}  // namespace fealty::revenue::detail
