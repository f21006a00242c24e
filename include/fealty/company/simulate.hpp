// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/company.hpp>
#include <fealty/company/detail/simulation.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>

#include <cmath>
#include <cstdint>

namespace fealty::company {

/// How a company is simulated.
struct SimulateOptions {
  Date first = make_date(2022, 1, 1);  ///< the first day on which an account may be created
  std::int32_t months = 36;            ///< how long the company is watched, 1 to 600
  double churn_scale = 1;              ///< factor of every hazard, 0 to 10; 0: nobody leaves
  double price_rise = 0.05;            ///< share by which prices rise a year, 0 to 0.5
  double events_per_week = 3;          ///< usage events of an average account, 0 to 10,000; 0: no usage
};

namespace detail {

template <class Number>
void require_between(const char* what, Number value, Number low, Number high) {
  if (value >= low && value <= high) return;  // NaN is not between
  throw InvalidInput({.who = "simulate",
                      .what = what,
                      .where = {},
                      .value = fmt::format("{}", value),
                      .rule = fmt::format("is not between {} and {}", low, high)});
}

inline World world(std::int64_t accounts, std::uint64_t seed, const SimulateOptions& options) {
  constexpr std::int32_t last_first = 2'896'373;  // 9900-01-01: room for 600 months and a contract's year
  require_between<std::int64_t>("accounts", accounts, 1, 10'000'000);
  if (options.first.days < min_day || options.first.days > last_first)
    throw InvalidInput({.who = "simulate",
                        .what = "first",
                        .where = {},
                        .value = to_string(options.first),
                        .rule = fmt::format("is not between {} and {}", to_string(Date{min_day}),
                                            to_string(Date{last_first}))});
  require_between("months", options.months, 1, 600);
  require_between("churn_scale", options.churn_scale, 0.0, 10.0);
  require_between("price_rise", options.price_rise, 0.0, 0.5);
  require_between("events_per_week", options.events_per_week, 0.0, 10'000.0);
  const auto millionths = [](double value) { return static_cast<std::int64_t>(std::llround(value * 1e6)); };
  return {seed,
          options.first.days,
          add_months(options.first, options.months).days,
          millionths(options.churn_scale),
          millionths(options.price_rise),
          millionths(options.events_per_week)};
}

}  // namespace detail

/// Simulates a subscription business: all the tables of a company, and the truth behind them.
///
/// Accounts are won, tried, onboarded, used, raised in price, upgraded and downgraded; they lose their
/// sponsors and leave for causes whose hazards depend on usage, sponsor, fit, onboarding, price and
/// tickets. Formulas and constants stand in docs/simulator.md. An account depends on the seed, its
/// number and the options alone: the first accounts of a larger company are the same. The same call
/// gives the same bits with every compiler and on every machine.
/// \param accounts  how many accounts are created, 1 to 10,000,000
/// \param seed      any number; another seed gives another company
/// \param options   see SimulateOptions
/// \returns         tables in order of account and, within most, of time; amounts in USD; no row and no
///                  date of an event that lies after the last day
/// \throws InvalidInput  when an argument or option is out of its range
inline Company simulate(std::int64_t accounts, std::uint64_t seed, const SimulateOptions& options = {}) {
  return detail::simulate(accounts, detail::world(accounts, seed, options));
}

}  // namespace fealty::company
