// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::retention {

/// Settings of logo_retention(); what is not given is as in the rates of the ledger's policy.
struct LogoRetentionOptions {
  std::optional<std::int32_t> window = {};      ///< periods, at least 1
  std::optional<double> confidence = {};        ///< coverage of the interval, in (0, 1)
  std::optional<std::int64_t> small_base = {};  ///< fewer accounts than this are flagged, >= 0
};

/// Retention of accounts, one row for each period that has one `window` periods before it.
struct LogoRetention {
  DateColumn period;                            ///< first day
  DateColumn period_end;                        ///< last day
  std::vector<double> retention;                ///< retained_accounts / base_accounts; none without a base
  std::vector<double> lower;                    ///< Wilson's interval, from; none without a base
  std::vector<double> upper;                    ///< to; none without a base
  std::vector<std::int64_t> base_accounts;      ///< customers `window` periods before
  std::vector<std::int64_t> retained_accounts;  ///< those of them that are customers now
  std::vector<std::uint8_t> small_base;         ///< 1 where the base is few accounts
  std::vector<std::uint8_t> complete;           ///< 0 for a last period that as_of cuts short
  revenue::RevenuePolicy policy = {};           ///< what it was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("retention", self.retention);
    f("lower", self.lower);
    f("upper", self.upper);
    f("base_accounts", self.base_accounts);
    f("retained_accounts", self.retained_accounts);
    f("small_base", self.small_base);
    f("complete", self.complete);
  }
};

/// Share of the customers of `window` periods ago that are customers now.
///
/// A customer that left and came back within the window is retained.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  window, confidence, small_base
/// \returns        one row for each period that has one `window` periods before it
/// \throws InvalidInput  unless window >= 1, 0 < confidence < 1 and small_base >= 0
/// \see Wilson (1927), JASA 22:209-212, for the interval
inline LogoRetention logo_retention(const revenue::MrrLedger& ledger,
                                    const LogoRetentionOptions& options = {}) {
  LogoRetention out;
  out.policy = ledger.policy();
  revenue::RatesPolicy& rates = out.policy.rates;
  rates.window = options.window.value_or(rates.window);
  rates.confidence = options.confidence.value_or(rates.confidence);
  rates.small_base = options.small_base.value_or(rates.small_base);
  detail::check_window("logo_retention", rates.window, rates.small_base);
  detail::check_confidence("logo_retention", rates.confidence);
  const double z = detail::normal_quantile(0.5 + rates.confidence / 2);
  const auto window = static_cast<std::size_t>(rates.window);
  const revenue::LedgerPeriods& periods = ledger.periods();
  const auto sums = detail::window_sums(ledger, window, revenue::RateCurrency::with_exchange);
  for (std::size_t i = window; i < sums.size(); ++i) {
    const auto [lower, upper] = detail::wilson(sums[i].retained_customers, sums[i].base_customers, z);
    out.period.days.push_back(periods.period.days[i]);
    out.period_end.days.push_back(periods.period_end.days[i]);
    out.retention.push_back(detail::rate(sums[i].retained_customers, sums[i].base_customers));
    out.lower.push_back(lower);
    out.upper.push_back(upper);
    out.base_accounts.push_back(sums[i].base_customers);
    out.retained_accounts.push_back(sums[i].retained_customers);
    out.small_base.push_back(sums[i].base_customers < rates.small_base ? 1 : 0);
    out.complete.push_back(periods.complete[i]);
  }
  return out;
}

}  // namespace fealty::retention
