// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/retention/revenue_retention.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::retention::detail {

/// The ledger's policy, with the options that stand for fields of it.
inline revenue::RevenuePolicy retention_policy(const char* who, const revenue::MrrLedger& ledger,
                                               const RevenueRetentionOptions& options) {
  revenue::RevenuePolicy policy = ledger.policy();
  revenue::RatesPolicy& rates = policy.rates;
  rates.window = options.window.value_or(rates.window);
  rates.nrr_form = options.nrr_form.value_or(rates.nrr_form);
  rates.grr_form = options.grr_form.value_or(rates.grr_form);
  rates.nrr_reactivation = options.nrr_reactivation.value_or(rates.nrr_reactivation);
  rates.currency = options.currency.value_or(rates.currency);
  rates.confidence = options.confidence.value_or(rates.confidence);
  rates.small_base = options.small_base.value_or(rates.small_base);
  check_window(who, rates.window, rates.small_base);
  check_confidence(who, rates.confidence);
  if (options.draws < 0)
    throw InvalidInput({.who = who,
                        .what = "draws",
                        .where = {},
                        .value = fmt::format("{}", options.draws),
                        .rule = "is negative"});
  return policy;
}

/// Makes the rates of one period after the other.
class RetentionRates {
 public:
  /// \param only  the one period that is asked for, if it is one
  RetentionRates(const revenue::MrrLedger& ledger, const revenue::RatesPolicy& rates,
                 const RevenueRetentionOptions& options, std::optional<std::size_t> only = {})
      : periods_(ledger.periods()), rates_(rates), window_(static_cast<std::size_t>(rates.window)),
        exchange_(rates.currency == RateCurrency::with_exchange), draws_(options.draws), seed_(options.seed),
        sums_(window_sums(ledger, window_, rates.currency)) {
    const bool running = rates.grr_form == GrossForm::running_minimum;
    if (running || draws_ > 0) shares_ = account_shares(ledger, window_, rates.currency, running, only);
  }

  void append(std::size_t period, RevenueRetention& out) const {
    const std::int64_t base = sums_[period].base;
    std::int64_t retained = sums_[period].retained, gross = sums_[period].gross_retained;
    const double nrr = net(period, base, retained), grr = this->gross(period, base, gross);
    out.nrr.push_back(nrr);
    out.grr.push_back(grr);
    out.base.minor.push_back(base);
    out.retained.minor.push_back(retained);
    out.gross_retained.minor.push_back(gross);
    out.base_accounts.push_back(sums_[period].base_accounts);
    out.small_base.push_back(sums_[period].base_accounts < rates_.small_base ? 1 : 0);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    ShareIntervals intervals{{nan, nan}, {nan, nan}};
    if (draws_ > 0) intervals = bootstrap(shares_[period], draws_, seed_, rates_.confidence);
    if (rates_.nrr_form != NetForm::cohort) intervals.net = {nan, nan};
    if (rates_.grr_form == GrossForm::movement || rates_.grr_form == GrossForm::chained)
      intervals.gross = {nan, nan};
    out.nrr_lower.push_back(intervals.net.lower);
    out.nrr_upper.push_back(intervals.net.upper);
    out.grr_lower.push_back(intervals.gross.lower);
    out.grr_upper.push_back(intervals.gross.upper);
  }
  std::size_t periods() const { return sums_.size(); }

 private:
  double net(std::size_t period, std::int64_t base, std::int64_t& retained) const {
    const bool again = rates_.nrr_reactivation;
    double made = 0;
    switch (rates_.nrr_form) {
      case NetForm::cohort:
        return rate(retained, base);
      case NetForm::movement:
        retained = window_flow(periods_, period, window_, again, exchange_).net;
        return rate(retained, base);
      case NetForm::chained:
        made = chained(periods_, period, window_, again, exchange_, &Flow::net);
        break;
      case NetForm::mean_annualized:
        made = mean_annualized(periods_, period, window_, again, exchange_);
        break;
      case NetForm::weighted:
        made = weighted(periods_, period, window_, again, exchange_);
        break;
    }
    retained = part_of("revenue_retention", made, base);
    return made;
  }
  double gross(std::size_t period, std::int64_t base, std::int64_t& retained) const {
    if (rates_.grr_form == GrossForm::running_minimum) {
      retained = 0;
      for (const AccountShare& share : shares_[period]) retained += share.gross;
    } else if (rates_.grr_form == GrossForm::movement) {
      retained = window_flow(periods_, period, window_, false, exchange_).gross;
    } else if (rates_.grr_form == GrossForm::chained) {
      const double made = chained(periods_, period, window_, false, exchange_, &Flow::gross);
      retained = part_of("revenue_retention", made, base);
      return made;
    }
    return rate(retained, base);
  }

  const revenue::LedgerPeriods& periods_;
  const revenue::RatesPolicy& rates_;
  std::size_t window_;
  bool exchange_;
  std::int32_t draws_;
  std::uint64_t seed_;
  std::vector<WindowSums> sums_;
  std::vector<std::vector<AccountShare>> shares_;
};

/// Movements lose what was won within the window too: their GRR is no share then.
inline void note_below_zero(RevenueRetention& out) {
  Finding finding{
      .code = "gross_retained_below_zero", .severity = Severity::warning, .rows = {}, .message = {}};
  for (std::size_t i = 0; i < out.grr.size(); ++i) {
    if (out.gross_retained.minor[i] >= 0) continue;
    if (finding.rows.empty())
      finding.message = fmt::format(
          "row {}: more than the base of {} was lost by {}: movements count what was won within the window "
          "and "
          "lost again",
          i, to_string(Money{out.base.minor[i], out.base.currency}), to_string(Date{out.period_end.days[i]}));
    finding.rows.push_back(static_cast<std::int64_t>(i));
  }
  if (!finding.rows.empty()) out.findings.push_back(std::move(finding));
}

}  // namespace fealty::retention::detail

namespace fealty::retention {

inline RevenueRetention revenue_retention(const revenue::MrrLedger& ledger,
                                          const RevenueRetentionOptions& options) {
  RevenueRetention out;
  out.policy = detail::retention_policy("revenue_retention", ledger, options);
  const detail::RetentionRates rates(ledger, out.policy.rates, options);
  const revenue::LedgerPeriods& periods = ledger.periods();
  out.base.currency = out.retained.currency = out.gross_retained.currency = ledger.currency();
  for (auto i = static_cast<std::size_t>(out.policy.rates.window); i < rates.periods(); ++i) {
    out.period.days.push_back(periods.period.days[i]);
    out.period_end.days.push_back(periods.period_end.days[i]);
    rates.append(i, out);
    out.complete.push_back(periods.complete[i]);
  }
  detail::note_below_zero(out);
  return out;
}

}  // namespace fealty::retention
