// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/money.hpp>
#include <fealty/revenue/contract_value.hpp>
#include <fealty/revenue/detail/period_amounts.hpp>
#include <fealty/revenue/detail/real_amounts.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/accumulators/accumulators.hpp>
#include <boost/accumulators/statistics/skewness.hpp>
#include <boost/accumulators/statistics/stats.hpp>
#include <boost/accumulators/statistics/variance.hpp>

namespace fealty::revenue {

/// Settings of amount_summary().
struct AmountSummaryOptions {
  std::string name = "amount";  ///< what the amounts are
};

/// Columns of amounts in one line each. All but `total` are real numbers in major units of its currency,
/// and none where there is no amount.
struct AmountSummary {
  std::vector<std::string> name;             ///< what is summed up: acv, or a period's name
  std::vector<std::int64_t> count;           ///< amounts
  MoneyColumn total;                         ///< their sum
  std::vector<double> mean;                  ///< total / count
  std::vector<double> variance;              ///< mean squared difference from the mean, over all: / count
  std::vector<double> std_dev;               ///< its square root
  std::vector<double> skewness;              ///< third central moment / std_dev^3; none when all are equal
  std::vector<double> minimum;               ///< the least
  std::vector<double> lower_quartile;        ///< a quarter of the way from the least to the greatest
  std::vector<double> median;                ///< half of the way
  std::vector<double> upper_quartile;        ///< three quarters of the way
  std::vector<double> maximum;               ///< the greatest
  std::optional<RevenuePolicy> policy = {};  ///< what the ledger was made with; none without one

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("name", self.name);
    f("count", self.count);
    f("total", self.total);
    f("mean", self.mean);
    f("variance", self.variance);
    f("std_dev", self.std_dev);
    f("skewness", self.skewness);
    f("minimum", self.minimum);
    f("lower_quartile", self.lower_quartile);
    f("median", self.median);
    f("upper_quartile", self.upper_quartile);
    f("maximum", self.maximum);
  }
};

namespace detail {
/// A quantile of ascending amounts at `quarters` / 4: exact up to the last division.
inline double quartile(const std::vector<std::int64_t>& ascending, std::size_t quarters, Currency currency) {
  const std::size_t place = (ascending.size() - 1) * quarters;  // in quarters of a step
  const fealty::detail::int128 below = ascending[place / 4],
                               above = ascending[std::min(place / 4 + 1, ascending.size() - 1)];
  return major_per(4 * below + static_cast<fealty::detail::int128>(place % 4) * (above - below), 4, currency);
}

/// Adds one line; `ascending` is in order.
inline void add_summary(std::string name, const std::vector<std::int64_t>& ascending, AmountSummary& out) {
  const Currency currency = out.total.currency;
  const double scale = minor_per_major(currency);
  const std::size_t n = ascending.size();
  fealty::detail::int128 total = 0;
  for (const auto amount : ascending) total += amount;
  out.total.minor.push_back(to_minor_units(total, "amount_summary", "total", name));
  out.name.push_back(std::move(name));
  out.count.push_back(static_cast<std::int64_t>(n));
  out.mean.push_back(major_per(total, static_cast<fealty::detail::int128>(n), currency));

  // Moments are taken around an integer next to the mean: around 0 the digits of large amounts cancel.
  namespace acc = boost::accumulators;
  acc::accumulator_set<double, acc::stats<acc::tag::variance, acc::tag::skewness>> moments;
  const auto count = static_cast<fealty::detail::int128>(n);
  const fealty::detail::int128 center = n == 0 ? 0 : fealty::detail::divide_half_even(total, count);
  for (const auto amount : ascending) moments(static_cast<double>(amount - center));
  const bool equal = n == 0 || ascending.front() == ascending.back();
  const double variance = n == 0 ? no_amount : equal ? 0.0 : acc::variance(moments);
  out.variance.push_back(variance / (scale * scale));
  out.std_dev.push_back(std::sqrt(variance) / scale);
  out.skewness.push_back(equal ? no_amount : acc::skewness(moments));
  std::vector<double>* const quartiles[] = {&out.minimum, &out.lower_quartile, &out.median,
                                            &out.upper_quartile, &out.maximum};
  for (std::size_t quarters = 0; quarters < 5; ++quarters)
    quartiles[quarters]->push_back(n == 0 ? no_amount : quartile(ascending, quarters, currency));
}
inline void add_unordered(std::string name, std::vector<std::int64_t> amounts, AmountSummary& out) {
  std::sort(amounts.begin(),
            amounts.end());  // the order in which sums are taken does not depend on the rows'
  add_summary(std::move(name), amounts, out);
}
}  // namespace detail

/// Sums up a column of amounts: count, total, mean, spread, skewness, and quartiles.
///
/// Variance and skewness are those of these amounts, not an estimate for others: they divide by count.
/// Quartiles lie between two amounts in proportion (R's type 7, NumPy's default).
///
/// \param amounts  of one currency
/// \param options  the line's name
/// \returns        one row
/// \throws Overflow  when the sum leaves 64 bits
/// \see Hyndman & Fan (1996), The American Statistician 50:361-365, definition 7
inline AmountSummary amount_summary(const MoneyColumn& amounts, const AmountSummaryOptions& options = {}) {
  AmountSummary out;
  out.total.currency = amounts.currency;
  detail::add_unordered(options.name, amounts.minor, out);
  return out;
}

/// Sums up the sizes of contracts.
///
/// \param values  as made by contract_value()
/// \returns       one row each for tcv, acv, recurring_acv and mrr
/// \throws Overflow  when a sum leaves 64 bits
inline AmountSummary amount_summary(const ContractValue& values) {
  AmountSummary out;
  out.total.currency = values.tcv.currency;
  detail::add_unordered("tcv", values.tcv.minor, out);
  detail::add_unordered("acv", values.acv.minor, out);
  detail::add_unordered("recurring_acv", values.recurring_acv.minor, out);
  detail::add_unordered("mrr", values.mrr.minor, out);
  return out;
}

/// Sums up what customers pay, period by period: the mean is ARPA, and the rest tells what it hides.
///
/// \param ledger  as made by mrr_ledger()
/// \returns       one row for each period, over the MRR of its closing accounts
inline AmountSummary amount_summary(const MrrLedger& ledger) {
  AmountSummary out;
  out.policy = ledger.policy();
  out.total.currency = ledger.currency();
  const detail::LedgerData& data = ledger.data();
  detail::for_each_period_amounts(data, 0, ledger.periods().period.days.size(),
                                  [&](std::size_t period, const std::vector<std::int64_t>& amounts) {
                                    detail::add_summary(data.grid->label(period), amounts, out);
                                  });
  return out;
}

}  // namespace fealty::revenue
