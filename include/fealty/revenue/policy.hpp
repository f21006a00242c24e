// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace fealty::revenue {

/// The conventions by which rows become a ledger. Every ledger carries those that it was made with.
struct LedgerPolicy {
  Grain grain = Grain::account;                        ///< whose movements are shown
  Netting netting = Netting::period;                   ///< what a movement is the difference of
  Period period = Period::month;                       ///< how time is cut; weeks run Monday to Sunday
  std::int32_t fiscal_year_start = 1;                  ///< first month of the fiscal year, 1 to 12
  std::string time_zone = "UTC";                       ///< in which instants become days
  Snapshot snapshot = Snapshot::last_day;              ///< when in a period a row has to count
  ChurnDate churn_date = ChurnDate::paid_period_end;   ///< when MRR that was cancelled ends
  std::int32_t gap_days = 0;                           ///< gaps of at most so many days are no churn, >= 0
  std::optional<std::int32_t> reactivation_days = {};  ///< away for longer is new again; none: never
  JoinAndLeave join_and_leave = JoinAndLeave::shown;   ///< by event: come and gone within a period
  WeekFactor week_factor = WeekFactor::per_year;       ///< months from weeks
  DayFactor day_factor = DayFactor::per_year;          ///< months from days
  Rounding rounding = Rounding::half_even;             ///< of each row's monthly amount
  DiscountRule discount = DiscountRule::all;           ///< which discounts lower MRR
  MeteredRule metered = MeteredRule::excluded;         ///< whether metered rows are MRR
  PausedRule paused = PausedRule::zero_at_paid_period_end;  ///< what a paused row counts
  std::optional<std::int32_t> past_due_days = 30;    ///< past due for longer is churn, >= 0; none: never
  UnpaidRule unpaid = UnpaidRule::past_due;          ///< what an unpaid row counts
  RefundRule refund = RefundRule::ignored;           ///< what a refund row counts
  FreeRule free = FreeRule::active;                  ///< whether a customer at 0 stays one
  MergedRule merged = MergedRule::recomputed;        ///< whose the rows of a merged account are
  ExchangeRule exchange = ExchangeRule::period_end;  ///< which day's rates a reporting currency takes
  std::optional<Date> exchange_date = {};            ///< the day of fixed rates; only with these

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("grain", self.grain);
    f("netting", self.netting);
    f("period", self.period);
    f("fiscal_year_start", self.fiscal_year_start);
    f("time_zone", self.time_zone);
    f("snapshot", self.snapshot);
    f("churn_date", self.churn_date);
    f("gap_days", self.gap_days);
    f("reactivation_days", self.reactivation_days);
    f("join_and_leave", self.join_and_leave);
    f("week_factor", self.week_factor);
    f("day_factor", self.day_factor);
    f("rounding", self.rounding);
    f("discount", self.discount);
    f("metered", self.metered);
    f("paused", self.paused);
    f("past_due_days", self.past_due_days);
    f("unpaid", self.unpaid);
    f("refund", self.refund);
    f("free", self.free);
    f("merged", self.merged);
    f("exchange", self.exchange);
    f("exchange_date", self.exchange_date);
  }
  bool operator==(const LedgerPolicy&) const = default;
};

/// The conventions by which a ledger becomes rates. An option of a rate that is not given is taken from
/// here.
struct RatesPolicy {
  std::int32_t window = 12;                        ///< periods that retention looks back, at least 1
  NetForm nrr_form = NetForm::cohort;              ///< how net revenue retention is made
  GrossForm grr_form = GrossForm::cohort;          ///< how gross revenue retention is made
  bool nrr_reactivation = false;                   ///< NRR of movements: whether returning MRR is retained
  bool net_churn_reactivation = false;             ///< whether returning MRR lowers net MRR churn
  bool quick_ratio_reactivation = true;            ///< whether returning MRR raises the quick ratio
  LogoBase logo_base = LogoBase::opening;          ///< the denominator of logo churn
  RateCurrency currency = RateCurrency::constant;  ///< in a reporting currency: whether rates move retention
  double confidence = 0.95;                        ///< coverage of intervals, in (0, 1)
  std::int64_t small_base = 30;                    ///< fewer accounts than this are flagged, >= 0

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("window", self.window);
    f("nrr_form", self.nrr_form);
    f("grr_form", self.grr_form);
    f("nrr_reactivation", self.nrr_reactivation);
    f("net_churn_reactivation", self.net_churn_reactivation);
    f("quick_ratio_reactivation", self.quick_ratio_reactivation);
    f("logo_base", self.logo_base);
    f("currency", self.currency);
    f("confidence", self.confidence);
    f("small_base", self.small_base);
  }
  bool operator==(const RatesPolicy&) const = default;
};

/// Every convention of revenue and retention.
///
/// \see preset_policy() for the conventions of well-known products
struct RevenuePolicy {
  Preset preset = Preset::none;  ///< whose conventions these are; its cells may not be contradicted
  LedgerPolicy ledger = {};      ///< from rows to a ledger
  RatesPolicy rates = {};        ///< from a ledger to rates

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("preset", self.preset);
    f("ledger", self.ledger);
    f("rates", self.rates);
  }
  bool operator==(const RevenuePolicy&) const = default;
};

}  // namespace fealty::revenue
