// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/retention/detail/account_shares.hpp>
#include <fealty/retention/detail/movement_rates.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::retention {

using revenue::GrossForm;
using revenue::NetForm;
using revenue::RateCurrency;

/// Settings of revenue_retention(); what is not given is as in the rates of the ledger's policy.
struct RevenueRetentionOptions {
  std::optional<std::int32_t> window = {};      ///< periods, at least 1
  std::optional<NetForm> nrr_form = {};         ///< how NRR is made
  std::optional<GrossForm> grr_form = {};       ///< how GRR is made
  std::optional<bool> nrr_reactivation = {};    ///< NRR of movements: whether returning MRR is retained
  std::optional<RateCurrency> currency = {};    ///< in a reporting currency: whether rates move retention
  std::int32_t draws = 0;                       ///< bootstrap draws for the intervals, >= 0; 0 for none
  std::uint64_t seed = 1;                       ///< of the draws
  std::optional<double> confidence = {};        ///< coverage of the intervals, in (0, 1)
  std::optional<std::int64_t> small_base = {};  ///< fewer accounts than this are flagged, >= 0
};

/// Retention of revenue, one row for each period that has one `window` periods before it.
struct RevenueRetention {
  DateColumn period;              ///< first day
  DateColumn period_end;          ///< last day
  std::vector<double> nrr;        ///< retained / base; none without a base
  std::vector<double> grr;        ///< gross_retained / base; none without a base
  std::vector<double> nrr_lower;  ///< interval of nrr in the cohort form, from; none without draws
  std::vector<double> nrr_upper;  ///< to
  std::vector<double> grr_lower;  ///< interval of grr in the forms of single accounts, from
  std::vector<double> grr_upper;  ///< to
  MoneyColumn base;               ///< MRR `window` periods before
  MoneyColumn retained;           ///< what is left of it, with expansion
  MoneyColumn gross_retained;     ///< what is left of it, without; below 0 only in the movement form
  std::vector<std::int64_t> base_accounts;  ///< accounts with MRR then
  std::vector<std::uint8_t> small_base;     ///< 1 where they are few
  std::vector<std::uint8_t> complete;       ///< 0 for a last period that as_of cuts short
  revenue::RevenuePolicy policy = {};       ///< what it was made with
  std::vector<Finding> findings = {};       ///< gross_retained_below_zero, with the rows of this result

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("nrr", self.nrr);
    f("grr", self.grr);
    f("nrr_lower", self.nrr_lower);
    f("nrr_upper", self.nrr_upper);
    f("grr_lower", self.grr_lower);
    f("grr_upper", self.grr_upper);
    f("base", self.base);
    f("retained", self.retained);
    f("gross_retained", self.gross_retained);
    f("base_accounts", self.base_accounts);
    f("small_base", self.small_base);
    f("complete", self.complete);
  }
};

/// Net and gross revenue retention over a trailing window.
///
/// The cohort form follows the accounts that had MRR `window` periods ago: NRR is their MRR now over
/// their MRR then, and in GRR no account counts for more than it had then. The other forms are those that
/// are in use: of the movements within the window, whoever moved (its GRR falls below 0 when accounts won
/// within the window are lost again, and is not clamped), chained from period to period, averaged, or of
/// each account's least MRR on the way. What a product or a mean retains is its rate of the base, to the
/// nearest minor unit.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  window and forms; intervals
/// \returns        one row for each period that has one `window` periods before it
/// \throws InvalidInput  unless window >= 1, draws >= 0, 0 < confidence < 1 and small_base >= 0
/// \see SaaS Metrics Standards Board, net and gross revenue retention (cohort form)
RevenueRetention revenue_retention(const revenue::MrrLedger& ledger,
                                   const RevenueRetentionOptions& options = {});

}  // namespace fealty::retention

#include <fealty/retention/detail/make_revenue_retention.hpp>
