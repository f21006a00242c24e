// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::retention {

/// Whose revenue is retained.
enum class RetentionForm {
  cohort,   ///< MRR now of the accounts that had MRR `window` periods ago, over their MRR then
  movement  ///< the movements of all accounts within the window, over the opening MRR
};
constexpr auto enum_names(RetentionForm) { return std::array<std::string_view, 2>{"cohort", "movement"}; }

/// Settings of revenue_retention().
struct RevenueRetentionOptions {
  std::int32_t window = 12;                    ///< periods, at least 1
  RetentionForm form = RetentionForm::cohort;  ///< whose revenue is retained
  bool count_reactivation = false;             ///< movement form: whether returning MRR is retained
  std::int64_t small_base = 30;                ///< fewer accounts than this are flagged
};

/// Retention of revenue, one row for each period that has one `window` periods before it.
struct RevenueRetention {
  DateColumn period;           ///< first day
  DateColumn period_end;       ///< last day
  std::vector<double> nrr;     ///< retained / base; none without a base
  std::vector<double> grr;     ///< gross_retained / base; none without a base
  MoneyColumn base;            ///< MRR `window` periods before
  MoneyColumn retained;        ///< what is left of it, with expansion
  MoneyColumn gross_retained;  ///< what is left of it, without; below 0 only in the movement form
  std::vector<std::int64_t> base_accounts;  ///< accounts with MRR then
  std::vector<std::uint8_t> small_base;     ///< 1 where they are few
  std::vector<std::uint8_t> complete;       ///< 0 for a last period that as_of cuts short

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("nrr", self.nrr);
    f("grr", self.grr);
    f("base", self.base);
    f("retained", self.retained);
    f("gross_retained", self.gross_retained);
    f("base_accounts", self.base_accounts);
    f("small_base", self.small_base);
    f("complete", self.complete);
  }
};

namespace detail {
/// What the movement form retains: the base and what moved since, whoever moved.
inline void add_movements(const revenue::LedgerPeriods& periods, std::size_t period, std::size_t window,
                          bool count_reactivation, WindowSums& sum) {
  sum.gross_retained = sum.retained = sum.base;
  for (std::size_t i = period - window + 1; i <= period; ++i) {
    const std::int64_t lost = periods.contraction.minor[i] + periods.churn.minor[i];
    sum.gross_retained -= lost;
    sum.retained +=
        periods.expansion.minor[i] - lost + (count_reactivation ? periods.reactivation.minor[i] : 0);
  }
}
}  // namespace detail

/// Net and gross revenue retention over a trailing window.
///
/// The cohort form follows the accounts that had MRR `window` periods ago: NRR is their MRR now over
/// their MRR then, and in GRR no account counts for more than it had then. The movement form sums the
/// ledger's movements within the window over the opening MRR; its GRR falls below 0 when accounts won
/// within the window are lost again, and is not clamped.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  window, form, count_reactivation, small_base
/// \returns        one row for each period that has one `window` periods before it
/// \throws InvalidInput  unless window >= 1 and small_base >= 0
/// \see SaaS Metrics Standards Board, net and gross revenue retention (cohort form)
inline RevenueRetention revenue_retention(const revenue::MrrLedger& ledger,
                                          const RevenueRetentionOptions& options = {}) {
  detail::check_window("revenue_retention", options.window, options.small_base);
  const auto window = static_cast<std::size_t>(options.window);
  const revenue::LedgerPeriods& periods = ledger.periods();
  auto sums = detail::window_sums(ledger, window);
  RevenueRetention out;
  out.base.currency = out.retained.currency = out.gross_retained.currency = ledger.currency();
  for (std::size_t i = window; i < sums.size(); ++i) {
    if (options.form == RetentionForm::movement)
      detail::add_movements(periods, i, window, options.count_reactivation, sums[i]);
    out.period.days.push_back(periods.period.days[i]);
    out.period_end.days.push_back(periods.period_end.days[i]);
    out.nrr.push_back(detail::rate(sums[i].retained, sums[i].base));
    out.grr.push_back(detail::rate(sums[i].gross_retained, sums[i].base));
    out.base.minor.push_back(sums[i].base);
    out.retained.minor.push_back(sums[i].retained);
    out.gross_retained.minor.push_back(sums[i].gross_retained);
    out.base_accounts.push_back(sums[i].base_accounts);
    out.small_base.push_back(sums[i].base_accounts < options.small_base ? 1 : 0);
    out.complete.push_back(periods.complete[i]);
  }
  return out;
}

}  // namespace fealty::retention
