// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::revenue {

namespace detail {
/// What a preset says of the ledger; every other field has its default.
inline LedgerPolicy preset_ledger(Preset preset) {
  switch (preset) {
    case Preset::chartmogul:
      return {.netting = Netting::event,
              .churn_date = ChurnDate::service_end,
              .past_due_days = {},
              .exchange = ExchangeRule::service_start};
    case Preset::stripe:
      return {.netting = Netting::event, .past_due_days = {}, .unpaid = UnpaidRule::churned};
    case Preset::baremetrics:
      return {.past_due_days = 30};
    case Preset::profitwell:
      return {.join_and_leave = JoinAndLeave::ignored,
              .week_factor = WeekFactor::times_4_33,
              .day_factor = DayFactor::times_30,
              .discount = DiscountRule::all,
              .metered = MeteredRule::included,
              .paused = PausedRule::zero_now,
              .free = FreeRule::churned};
    case Preset::chargebee:
      return {.grain = Grain::subscription,
              .discount = DiscountRule::recurring,
              .exchange = ExchangeRule::period_end};
    case Preset::smsb:
    case Preset::none:
      break;
  }
  return {};
}
/// The same of rates.
inline RatesPolicy preset_rates(Preset preset) {
  switch (preset) {
    case Preset::chartmogul:
      return {.net_churn_reactivation = true};
    case Preset::stripe:
      return {.logo_base = LogoBase::opening_and_new};
    case Preset::baremetrics:
      return {.net_churn_reactivation = false,
              .quick_ratio_reactivation = false,
              .logo_base = LogoBase::days_ago};
    case Preset::smsb:
      return {.window = 12, .nrr_form = NetForm::cohort, .grr_form = GrossForm::cohort};
    case Preset::profitwell:
    case Preset::chargebee:
    case Preset::none:
      break;
  }
  return {};
}
}  // namespace detail

/// The conventions of a product or a standard: the defaults, except where it is known to do otherwise.
///
/// What is known stands in the handbook, with its sources. Every field may be changed afterwards, except
/// those that make the preset what it is: a ledger refuses a policy that contradicts its preset.
///
/// \code{.py}
/// policy = ft.revenue.preset_policy("chartmogul")
/// assert policy.ledger.netting == "event" and policy.rates.net_churn_reactivation
/// \endcode
///
/// \param preset  whose
/// \returns       a policy that names the preset
inline RevenuePolicy preset_policy(Preset preset) {
  return {.preset = preset, .ledger = detail::preset_ledger(preset), .rates = detail::preset_rates(preset)};
}

namespace detail {
/// The fields that make a preset what it is. When churn is dated is a setting of ChartMogul's, so it is
/// none of them.
inline std::vector<std::string_view> preset_cells(Preset preset) {
  switch (preset) {
    case Preset::chartmogul:
      return {"ledger.netting", "ledger.past_due_days", "ledger.exchange", "rates.net_churn_reactivation"};
    case Preset::stripe:
      return {"ledger.netting", "ledger.past_due_days", "ledger.unpaid", "rates.logo_base"};
    case Preset::baremetrics:
      return {"ledger.past_due_days", "rates.net_churn_reactivation", "rates.quick_ratio_reactivation",
              "rates.logo_base"};
    case Preset::profitwell:
      return {"ledger.week_factor", "ledger.day_factor", "ledger.discount",      "ledger.metered",
              "ledger.paused",      "ledger.free",       "ledger.join_and_leave"};
    case Preset::chargebee:
      return {"ledger.grain", "ledger.exchange", "ledger.discount"};
    case Preset::smsb:
      return {"rates.window", "rates.nrr_form", "rates.grr_form"};
    case Preset::none:
      break;
  }
  return {};
}

inline void check_preset(const char* who, const RevenuePolicy& policy) {
  if (policy.preset == Preset::none) return;
  const auto cells = preset_cells(policy.preset);
  const auto given = policy_fields(policy), fixed = policy_fields(preset_policy(policy.preset));
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool is_cell = std::find(cells.begin(), cells.end(), given[i].name) != cells.end();
    if (is_cell && given[i].value != fixed[i].value)
      throw InvalidInput(
          {.who = who,
           .what = given[i].name,
           .where = {},
           .value = given[i].value,
           .rule = fmt::format("contradicts preset {}, which has {}; with preset none it may be",
                               policy_value(policy.preset), fixed[i].value)});
  }
}

/// Refuses a policy that no ledger could be made with.
inline void check_policy(const char* who, const RevenuePolicy& policy) {
  const LedgerPolicy& ledger = policy.ledger;
  const RatesPolicy& rates = policy.rates;
  const auto require = [&](bool ok, const char* what, const std::string& value, const char* rule) {
    if (!ok) throw InvalidInput({.who = who, .what = what, .where = {}, .value = value, .rule = rule});
  };
  check_preset(who, policy);
  fealty::detail::check_fiscal_year_start(who, ledger.fiscal_year_start);
  require(ledger.gap_days >= 0, "gap_days", policy_value(ledger.gap_days), "is negative");
  require(ledger.reactivation_days.value_or(0) >= 0, "reactivation_days",
          policy_value(ledger.reactivation_days), "is negative");
  require(ledger.past_due_days.value_or(0) >= 0, "past_due_days", policy_value(ledger.past_due_days),
          "is negative");
  require(ledger.netting == Netting::period || ledger.snapshot == Snapshot::last_day, "snapshot",
          policy_value(ledger.snapshot), "stands beside netting event, which has no snapshots but last_day");
  const bool fixed = ledger.exchange == ExchangeRule::fixed;
  require(fixed || !ledger.exchange_date, "exchange_date", policy_value(ledger.exchange_date),
          "belongs to exchange = fixed alone");
  require(rates.window >= 1, "window", policy_value(rates.window), "is below 1");
  require(rates.confidence > 0 && rates.confidence < 1, "confidence", policy_value(rates.confidence),
          "is not in (0, 1)");
  require(rates.small_base >= 0, "small_base", policy_value(rates.small_base), "is negative");
}
}  // namespace detail

}  // namespace fealty::revenue
