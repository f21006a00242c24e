// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/retention/detail/monthly_survival.hpp>
#include <fealty/retention/lifetime_value.hpp>
#include <fealty/revenue/detail/real_amounts.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

[[noreturn]] inline void refuse_value(const char* what, std::optional<std::int64_t> where, std::string value,
                                      std::string rule) {
  throw InvalidInput({.who = "lifetime_value",
                      .what = what,
                      .where = where,
                      .value = std::move(value),
                      .rule = std::move(rule)});
}

/// The options that both forms have.
template <class Options>
void check_value_options(const Options& o) {
  if (!(o.margin >= 0 && o.margin <= 1))
    refuse_value("margin", {}, fmt::format("{}", o.margin), "is not in [0, 1]");
  if (!(o.annual_discount_rate >= 0 && std::isfinite(o.annual_discount_rate)))
    refuse_value("annual_discount_rate", {}, fmt::format("{}", o.annual_discount_rate),
                 "is not a number >= 0");
  if (o.horizon_months && *o.horizon_months < 1)
    refuse_value("horizon_months", {}, fmt::format("{}", *o.horizon_months), "is below 1");
}

/// Sums month by month; `survival` has one entry more than months that were seen.
template <class Options, class Arpa>
void add_months_of_value(const std::vector<double>& survival, const Options& options, Arpa arpa,
                         LifetimeValue& out) {
  const std::size_t support = survival.size() - 1;
  const std::size_t wanted = options.horizon_months ? static_cast<std::size_t>(*options.horizon_months)
                                                    : std::max<std::size_t>(support + 1, 1);
  const std::size_t months = std::min(wanted, support);
  CompensatedSum sum;
  for (std::size_t month = 0; month < months; ++month) {
    const double discount = std::pow(1 + options.annual_discount_rate, -static_cast<double>(month) / 12);
    const double paid = arpa(month);
    out.month.push_back(static_cast<std::int64_t>(month));
    out.survival.push_back(survival[month]);
    out.arpa.push_back(paid);
    out.discount.push_back(discount);
    out.contribution.push_back(survival[month] * paid * options.margin * discount);
    sum.add(out.contribution.back());
    out.cumulative.push_back(sum.value());
  }
  if (months > 0 && !std::isnan(sum.value())) out.value = sum.value();
  out.horizon_months = static_cast<std::int64_t>(months);
  out.support_months = static_cast<std::int64_t>(support);
  out.remaining = survival[months];
  out.truncated = months < wanted && out.remaining > 0;
  if (out.truncated)
    out.findings.push_back(
        {"horizon_beyond_support",
         options.horizon_months ? Severity::warning : Severity::information,
         {},
         fmt::format(
             "lifetime_value: {} is beyond the {} months of age that were seen; the value is of these, "
             "and {:.1f}% of customers go on",
             options.horizon_months ? fmt::format("horizon_months {}", wanted) : "a whole lifetime", support,
             100 * out.remaining)});
  out.margin = options.margin;
  out.annual_discount_rate = options.annual_discount_rate;
}

inline void check_curve(const SurvivalColumns& curve) {
  constexpr double longest = max_day - min_day;
  if (!curve.time.present()) refuse_value("time", {}, "", "is missing; a curve needs this column");
  if (!curve.survival.present()) refuse_value("survival", {}, "", "is missing; a curve needs this column");
  const std::string time = curve.time.name().empty() ? "time" : curve.time.name();
  const std::string survival = curve.survival.name().empty() ? "survival" : curve.survival.name();
  if (curve.survival.size() != curve.time.size())
    refuse_value(survival.c_str(), {}, fmt::format("{} rows", curve.survival.size()),
                 fmt::format("does not match the {} rows of {}", curve.time.size(), time));
  for (std::size_t i = 0; i < curve.time.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i);
    const double day = curve.time[i], share = curve.survival[i];
    if (!curve.time.valid(i)) refuse_value(time.c_str(), row, "", "is null");
    if (!curve.survival.valid(i)) refuse_value(survival.c_str(), row, "", "is null");
    if (!(day >= 0 && day <= longest))
      refuse_value(time.c_str(), row, fmt::format("{}", day), fmt::format("is not in [0, {}]", longest));
    if (!(share >= 0 && share <= 1))
      refuse_value(survival.c_str(), row, fmt::format("{}", share), "is not in [0, 1]");
    if (i > 0 && day <= curve.time[i - 1])
      refuse_value(time.c_str(), row, fmt::format("{}", day),
                   fmt::format("is not after the {} before it", curve.time[i - 1]));
    if (i > 0 && share > curve.survival[i - 1])
      refuse_value(survival.c_str(), row, fmt::format("{}", share),
                   fmt::format("is above the {} before it", curve.survival[i - 1]));
  }
}

/// A curve at the beginning of each month, as far as it is known.
inline std::vector<double> monthly_survival(const SurvivalColumns& curve) {
  std::vector<double> survival{1.0};
  const std::size_t n = curve.time.size();
  if (n == 0) return survival;
  const bool ends = curve.survival[n - 1] == 0;
  double share = 1;
  for (std::size_t month = 0, i = 0;; ++month) {
    const double day = static_cast<double>(month) * 365 / 12;
    if (day > curve.time[n - 1] && !(ends && share > 0)) break;
    while (i < n && curve.time[i] <= day) share = curve.survival[i++];
    if (month == 0) survival[0] = share;
    else survival.push_back(share);
  }
  return survival;
}

}  // namespace fealty::retention::detail

namespace fealty::retention {

inline LifetimeValue lifetime_value(const revenue::MrrLedger& ledger, const LifetimeValueOptions& options) {
  detail::check_value_options(options);
  if (options.gap_days < 0)
    detail::refuse_value("gap_days", {}, fmt::format("{}", options.gap_days), "is negative");
  LifetimeValue out;
  out.policy = ledger.policy();
  out.currency = ledger.currency();
  out.arpa_form = options.arpa;
  detail::MonthlyAges ages;
  if (ledger.as_of())
    ages = detail::monthly_ages(*revenue::detail::valued_spans(ledger.data()), ledger.as_of()->days,
                                options.gap_days);
  const revenue::LedgerPeriods& periods = ledger.periods();
  double flat = revenue::detail::no_amount;
  if (!periods.closing.minor.empty())
    flat = revenue::detail::major_per(periods.closing.minor.back(), periods.closing_accounts.back(),
                                      ledger.currency());
  if (!std::isnan(flat)) out.flat_arpa = flat;
  const auto by_age = [&](std::size_t month) {
    return revenue::detail::major_per(ages.mrr[month], ages.customers[month], ledger.currency());
  };
  const bool is_flat = options.arpa == LifetimeArpa::flat;
  detail::add_months_of_value(
      ages.survival(), options, [&](std::size_t month) { return is_flat ? flat : by_age(month); }, out);
  out.customers.assign(ages.customers.begin(), ages.customers.begin() + out.horizon_months);

  const auto support = static_cast<std::ptrdiff_t>(ages.support());
  const std::int64_t at_risk =
      std::accumulate(ages.exposed.begin(), ages.exposed.begin() + support, std::int64_t{0});
  std::int64_t stayed = 0;
  for (std::ptrdiff_t month = 0; month < support; ++month)
    stayed += ages.customers[static_cast<std::size_t>(month) + 1];
  if (at_risk > 0) out.monthly_churn = revenue::detail::ratio(at_risk - stayed, at_risk);
  if (out.flat_arpa && out.monthly_churn > 0.0)
    out.textbook = *out.flat_arpa * options.margin / *out.monthly_churn;
  return out;
}

inline LifetimeValue lifetime_value(const SurvivalColumns& curve, const CurveLifetimeValueOptions& options) {
  detail::check_value_options(options);
  if (!(options.arpa >= 0 && std::isfinite(options.arpa)))
    detail::refuse_value("arpa", {}, fmt::format("{}", options.arpa), "is not a number >= 0");
  detail::check_curve(curve);
  LifetimeValue out;
  out.flat_arpa = options.arpa;
  detail::add_months_of_value(
      detail::monthly_survival(curve), options, [&](std::size_t) { return options.arpa; }, out);
  out.customers.assign(out.month.size(), 0);
  return out;
}

}  // namespace fealty::retention
