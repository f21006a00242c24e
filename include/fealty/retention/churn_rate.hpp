// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/retention/detail/logo_bases.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::retention {

/// Settings of churn_rate(); what is not given is as in the rates of the ledger's policy.
struct ChurnRateOptions {
  std::optional<double> confidence = {};            ///< coverage of the interval, in (0, 1)
  std::optional<bool> net_churn_reactivation = {};  ///< whether returning MRR lowers net churn
  std::optional<revenue::LogoBase> logo_base = {};  ///< what logo churn is over
  std::optional<std::int64_t> small_base = {};      ///< fewer accounts than this are flagged, >= 0
};

/// Churn, one row for each period but the first.
struct ChurnRate {
  DateColumn period;                    ///< first day
  DateColumn period_end;                ///< last day
  std::vector<double> logo_churn;       ///< churn_accounts / base_accounts; none without a base
  std::vector<double> lower;            ///< Wilson's interval of logo_churn, from
  std::vector<double> upper;            ///< to
  std::vector<double> gross_mrr_churn;  ///< (churn + contraction) / opening; none without an opening
  std::vector<double> net_mrr_churn;    ///< the same less expansion; below 0 when expansion outweighs it
  MoneyColumn opening;                  ///< MRR at the end of the period before
  MoneyColumn lost;                     ///< churn + contraction
  std::vector<std::int64_t> opening_accounts;  ///< customers at the end of the period before
  std::vector<std::int64_t> base_accounts;     ///< what logo_churn is over, as logo_base says
  std::vector<std::int64_t>
      churn_accounts;                    ///< customers that left, of those up for renewal if that is the base
  std::vector<std::uint8_t> small_base;  ///< 1 where the base is few accounts
  std::vector<std::uint8_t> complete;    ///< 0 for a last period that as_of cuts short
  revenue::RevenuePolicy policy = {};    ///< what it was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("logo_churn", self.logo_churn);
    f("lower", self.lower);
    f("upper", self.upper);
    f("gross_mrr_churn", self.gross_mrr_churn);
    f("net_mrr_churn", self.net_mrr_churn);
    f("opening", self.opening);
    f("lost", self.lost);
    f("opening_accounts", self.opening_accounts);
    f("base_accounts", self.base_accounts);
    f("churn_accounts", self.churn_accounts);
    f("small_base", self.small_base);
    f("complete", self.complete);
  }
};

/// Churn of accounts and of revenue, period by period.
///
/// MRR churn is over what there was at the period's opening, logo churn over the customers that `logo_base`
/// names. By event, customers that came and left within the period have left too, so that logo churn may
/// exceed 1 and then has no interval. For other windows make a ledger of longer periods, or bring a rate to
/// another length with annualize().
///
/// \param ledger   as made by mrr_ledger()
/// \param options  confidence, net_churn_reactivation, logo_base, small_base
/// \returns        one row for each period from the second on
/// \throws InvalidInput  unless 0 < confidence < 1 and small_base >= 0
inline ChurnRate churn_rate(const revenue::MrrLedger& ledger, const ChurnRateOptions& options = {}) {
  ChurnRate out;
  out.policy = ledger.policy();
  revenue::RatesPolicy& rates = out.policy.rates;
  rates.confidence = options.confidence.value_or(rates.confidence);
  rates.net_churn_reactivation = options.net_churn_reactivation.value_or(rates.net_churn_reactivation);
  rates.logo_base = options.logo_base.value_or(rates.logo_base);
  rates.small_base = options.small_base.value_or(rates.small_base);
  detail::check_window("churn_rate", 1, rates.small_base);
  detail::check_confidence("churn_rate", rates.confidence);
  const double z = detail::normal_quantile(0.5 + rates.confidence / 2);
  const revenue::LedgerPeriods& periods = ledger.periods();
  const auto logos = detail::logo_counts(ledger, rates.logo_base);
  out.opening.currency = out.lost.currency = ledger.currency();
  for (std::size_t i = 1; i < periods.period.days.size(); ++i) {
    const std::int64_t opening = periods.opening.minor[i],
                       lost = periods.churn.minor[i] + periods.contraction.minor[i];
    const std::int64_t won =
        periods.expansion.minor[i] + (rates.net_churn_reactivation ? periods.reactivation.minor[i] : 0);
    const auto [base, churned] = logos[i];
    const auto [lower, upper] = detail::wilson(churned, base, z);
    out.period.days.push_back(periods.period.days[i]);
    out.period_end.days.push_back(periods.period_end.days[i]);
    out.logo_churn.push_back(detail::rate(churned, base));
    out.lower.push_back(lower);
    out.upper.push_back(upper);
    out.gross_mrr_churn.push_back(detail::rate(lost, opening));
    out.net_mrr_churn.push_back(detail::rate(lost - won, opening));
    out.opening.minor.push_back(opening);
    out.lost.minor.push_back(lost);
    out.opening_accounts.push_back(periods.opening_accounts[i]);
    out.base_accounts.push_back(base);
    out.churn_accounts.push_back(churned);
    out.small_base.push_back(base < rates.small_base ? 1 : 0);
    out.complete.push_back(periods.complete[i]);
  }
  return out;
}

/// Settings of annualize().
struct AnnualizeOptions {
  double days;                 ///< how long the rate was measured, > 0
  double target_days = 365.0;  ///< how long it shall hold, > 0; 365 / 12 for a month
};

/// Brings a churn rate to another length of time by compounding: 1 - (1 - rate)^(target_days / days).
///
/// \code{.py}
/// assert abs(ft.retention.annualize(0.1, days=92) - 0.341641980894416) < 1e-15
/// \endcode
///
/// \param rate     share lost within `days`, in [0, 1]
/// \param options  the two lengths
/// \returns        share lost within `target_days`, in [0, 1]
/// \throws InvalidInput  out of these ranges
inline double annualize(double rate, const AnnualizeOptions& options) {
  const auto check = [](const char* what, double value, bool ok, const char* rule) {
    if (!ok)
      throw InvalidInput(
          {.who = "annualize", .what = what, .where = {}, .value = fmt::format("{}", value), .rule = rule});
  };
  check("rate", rate, rate >= 0 && rate <= 1, "is not in [0, 1]");
  check("days", options.days, options.days > 0 && std::isfinite(options.days), "is not a number above 0");
  check("target_days", options.target_days, options.target_days > 0 && std::isfinite(options.target_days),
        "is not a number above 0");
  if (rate == 0) return 0;  // however many times over
  return -std::expm1(std::log1p(-rate) * (options.target_days / options.days));
}

}  // namespace fealty::retention
