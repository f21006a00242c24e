// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace fealty::revenue {

/// Whose movements a ledger shows.
enum class Grain {
  account,       ///< all subscriptions of an account are one state
  subscription,  ///< each subscription of an account is a state of its own
  item,          ///< each item of a subscription is a state of its own
  parent         ///< an account and all below it are one state, that of the topmost
};
constexpr auto enum_names(Grain) {
  return std::array<std::string_view, 4>{"account", "subscription", "item", "parent"};
}

/// What a movement is the difference of.
enum class Netting {
  period,  ///< two period-end states: at most one movement per account and period
  event    ///< the states before and after each change; what ends and begins on one day is one change
};
constexpr auto enum_names(Netting) { return std::array<std::string_view, 2>{"period", "event"}; }

/// When in a period a row has to count for the period's state.
enum class Snapshot {
  last_day,      ///< on its last day: start <= last day < end
  first_day,     ///< on its first day
  any_day,       ///< on any of its days; rows that follow one another both count
  end_inclusive  ///< on its last day, with the end as the last day of the row: start <= last day <= end
};
constexpr auto enum_names(Snapshot) {
  return std::array<std::string_view, 4>{"last_day", "first_day", "any_day", "end_inclusive"};
}

/// When the MRR of a row that was cancelled ends.
enum class ChurnDate {
  paid_period_end,  ///< when what was paid for ends: paid_through, but not before the row's end
  cancel_request,   ///< when the customer asked for it: cancel_requested, but not after the row's end
  service_end       ///< when the service ended: the row's end
};
constexpr auto enum_names(ChurnDate) {
  return std::array<std::string_view, 3>{"paid_period_end", "cancel_request", "service_end"};
}

/// By event: what becomes of a customer that came for the first time and left within one period.
enum class JoinAndLeave {
  shown,   ///< new business and churn
  ignored  ///< nothing
};
constexpr auto enum_names(JoinAndLeave) { return std::array<std::string_view, 2>{"shown", "ignored"}; }

/// How many months a weekly amount is paid for.
enum class WeekFactor {
  per_year,    ///< amount x 52 / 12
  times_4_33,  ///< amount x 4.33
  times_4,     ///< amount x 4
  zero         ///< weekly rows are no MRR
};
constexpr auto enum_names(WeekFactor) {
  return std::array<std::string_view, 4>{"per_year", "times_4_33", "times_4", "zero"};
}

/// How many months a daily amount is paid for.
enum class DayFactor {
  per_year,  ///< amount x 365 / 12
  times_30,  ///< amount x 30
  zero       ///< daily rows are no MRR
};
constexpr auto enum_names(DayFactor) {
  return std::array<std::string_view, 3>{"per_year", "times_30", "zero"};
}

/// To which minor unit an amount halfway between two goes.
enum class Rounding {
  half_even,  ///< the even one
  half_up     ///< the larger one
};
constexpr auto enum_names(Rounding) { return std::array<std::string_view, 2>{"half_even", "half_up"}; }

/// Which discounts lower MRR.
enum class DiscountRule {
  all,        ///< each, as long as it lasts
  recurring,  ///< those that last as long as their row; one that ends before is one-time
  none        ///< none
};
constexpr auto enum_names(DiscountRule) {
  return std::array<std::string_view, 3>{"all", "recurring", "none"};
}

/// Whether metered rows are MRR.
enum class MeteredRule {
  excluded,  ///< no
  included,  ///< yes, with the recurring ones
  separate   ///< only they are: a ledger of their own, beside that of the recurring rows
};
constexpr auto enum_names(MeteredRule) {
  return std::array<std::string_view, 3>{"excluded", "included", "separate"};
}

/// What a row whose status is paused counts.
enum class PausedRule {
  hold,                    ///< its amount
  zero_now,                ///< nothing
  zero_at_paid_period_end  ///< its amount up to paid_through, then nothing
};
constexpr auto enum_names(PausedRule) {
  return std::array<std::string_view, 3>{"hold", "zero_now", "zero_at_paid_period_end"};
}

/// What a row whose status is unpaid counts.
enum class UnpaidRule {
  past_due,  ///< the same as one that is past due
  churned    ///< nothing
};
constexpr auto enum_names(UnpaidRule) { return std::array<std::string_view, 2>{"past_due", "churned"}; }

/// What a row whose kind is refund counts.
enum class RefundRule {
  ignored,       ///< nothing
  negative_line  ///< its amount, negative, as long as the row lasts
};
constexpr auto enum_names(RefundRule) { return std::array<std::string_view, 2>{"ignored", "negative_line"}; }

/// Whether a customer whose rows are all of amount 0, after a full discount, stays one.
enum class FreeRule {
  active,  ///< yes, at MRR 0; a free row alone makes no customer
  churned  ///< no
};
constexpr auto enum_names(FreeRule) { return std::array<std::string_view, 2>{"active", "churned"}; }

/// Whose the rows of an account are that was merged into another.
enum class MergedRule {
  recomputed,  ///< the other's, from the first on
  separate     ///< its own
};
constexpr auto enum_names(MergedRule) { return std::array<std::string_view, 2>{"recomputed", "separate"}; }

/// Which day's rates bring amounts into a reporting currency.
enum class ExchangeRule {
  period_end,     ///< each period's last day: rates that move are an exchange effect
  service_start,  ///< each row's start
  fixed           ///< those of exchange_date, for all
};
constexpr auto enum_names(ExchangeRule) {
  return std::array<std::string_view, 3>{"period_end", "service_start", "fixed"};
}

/// How net revenue retention over a window is made.
enum class NetForm {
  cohort,           ///< MRR now of the accounts that had MRR then, over their MRR then
  movement,         ///< opening + expansion - contraction - churn of the window, over opening
  chained,          ///< product of the periods' movement rates
  mean_annualized,  ///< mean of the periods' movement rates, each brought to the window by compounding
  weighted          ///< the periods' movement rates weighted by opening, brought to the window
};
constexpr auto enum_names(NetForm) {
  return std::array<std::string_view, 5>{"cohort", "movement", "chained", "mean_annualized", "weighted"};
}

/// How gross revenue retention over a window is made.
enum class GrossForm {
  cohort,           ///< MRR now, no account for more than it had then, over MRR then
  running_minimum,  ///< the least MRR of each account within the window, over MRR then
  movement,         ///< opening - contraction - churn of the window, over opening
  chained           ///< product of the periods' movement rates
};
constexpr auto enum_names(GrossForm) {
  return std::array<std::string_view, 4>{"cohort", "running_minimum", "movement", "chained"};
}

/// The denominator of logo churn.
enum class LogoBase {
  opening,          ///< customers at the period's opening
  opening_and_new,  ///< and those that came within the period
  days_ago,         ///< customers 30 days before the period's end; those paying by the year, 365 days before
  up_for_renewal    ///< customers with a row that ends within the period
};
constexpr auto enum_names(LogoBase) {
  return std::array<std::string_view, 4>{"opening", "opening_and_new", "days_ago", "up_for_renewal"};
}

/// At which rates a retention rate takes its two ends.
enum class RateCurrency {
  constant,      ///< both at those of the base period
  with_exchange  ///< each at its own
};
constexpr auto enum_names(RateCurrency) {
  return std::array<std::string_view, 2>{"constant", "with_exchange"};
}

/// Products and standards whose conventions are known.
enum class Preset {
  none,         ///< fealty's own defaults, or a caller's choice
  chartmogul,   ///< ChartMogul
  stripe,       ///< Stripe Billing
  baremetrics,  ///< Baremetrics
  profitwell,   ///< ProfitWell Metrics
  chargebee,    ///< Chargebee RevenueStory
  smsb          ///< SaaS Metrics Standards Board
};
constexpr auto enum_names(Preset) {
  return std::array<std::string_view, 7>{"none",       "chartmogul", "stripe", "baremetrics",
                                         "profitwell", "chargebee",  "smsb"};
}

}  // namespace fealty::revenue
