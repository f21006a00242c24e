// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/retention/detail/retention_measure.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::retention::detail {

/// A form of a rate of the ledger as it is.
struct RateForm {
  RetentionMeasure measure;
  std::string_view name, definition, used_by;
};

inline std::vector<RateForm> rate_forms() {
  using enum RetentionMeasure;
  return {
      {nrr, "cohort", "MRR now of the accounts that had MRR then / their MRR then",
       "SaaS Metrics Standards Board"},
      {nrr, "movement", "(opening + expansion - contraction - churn of the window) / opening", "Baremetrics"},
      {nrr, "movement_with_reactivation", "the same, with returning MRR", "ChartMogul"},
      {nrr, "chained", "product of the periods' movement rates", ""},
      {nrr, "chained_with_reactivation", "the same, with returning MRR", ""},
      {nrr, "mean_annualized", "mean of the periods' movement rates, each compounded to the window",
       "some public filers"},
      {nrr, "weighted", "movement rate of all openings of the window together, compounded to it",
       "some public filers"},
      {grr, "cohort", "MRR now, no account for more than it had then / MRR then",
       "SaaS Metrics Standards Board"},
      {grr, "running_minimum", "the least MRR of each account on the way / MRR then", ""},
      {grr, "movement", "(opening - contraction - churn of the window) / opening", ""},
      {grr, "chained", "product of the periods' movement rates", ""},
      {logo_retention, "cohort", "customers then that are customers now / customers then",
       "SaaS Metrics Standards Board"},
      {logo_retention, "uninterrupted", "customers then that were customers at every period's end since", ""},
      {logo_retention, "movement", "1 - customers that left within the window / customers then", ""},
      {logo_retention, "opening_and_new",
       "1 - customers that left within the window / (customers then + new ones since)", "Stripe"},
      {logo_retention, "chained",
       "product over the periods of 1 - customers that left / customers at opening", ""},
  };
}

/// The same rows under another policy, and the measures that are told of it.
struct LedgerVariant {
  std::string name, definition, used_by;
  revenue::RevenuePolicy policy;
  bool movements;  // the movement forms, where the cohort forms would not differ
};

/// The conventions of products, with the periods of the ledger's own.
inline void add_presets(const revenue::LedgerPolicy& own, std::vector<LedgerVariant>& variants) {
  using revenue::Preset;
  const auto titles = std::to_array<const char*>(
      {"", "ChartMogul", "Stripe", "Baremetrics", "ProfitWell", "Chargebee", "SaaS Metrics Standards Board"});
  for (const Preset preset : {Preset::chartmogul, Preset::stripe, Preset::baremetrics, Preset::profitwell,
                              Preset::chargebee, Preset::smsb}) {
    revenue::RevenuePolicy policy = revenue::preset_policy(preset);
    policy.ledger.period = own.period;
    policy.ledger.fiscal_year_start = own.fiscal_year_start;
    policy.ledger.time_zone = own.time_zone;
    const std::string name(enum_names(preset)[static_cast<std::size_t>(preset)]);
    variants.push_back({"preset_" + name, "movement form by all conventions of the preset",
                        titles[static_cast<std::size_t>(preset)], std::move(policy), preset != Preset::smsb});
  }
  variants.back().definition = "cohort form by all conventions of the preset";
}

inline std::vector<LedgerVariant> ledger_variants(const revenue::RevenuePolicy& own) {
  using revenue::Snapshot;
  std::vector<LedgerVariant> variants;
  revenue::RevenuePolicy base = own;
  base.preset = revenue::Preset::none;
  const auto add = [&](const char* name, const char* definition, const char* used_by, bool movements,
                       auto change) {
    revenue::RevenuePolicy policy = base;
    change(policy.ledger);
    if (!(policy.ledger == base.ledger))
      variants.push_back({name, definition, used_by, std::move(policy), movements});
  };
  const auto snapshot = [&](const char* name, const char* definition, Snapshot which) {
    add(name, definition, "", false, [which](revenue::LedgerPolicy& policy) {
      policy.netting = revenue::Netting::period;
      policy.snapshot = which;
    });
  };
  snapshot("first_day", "states are those of each period's first day", Snapshot::first_day);
  snapshot("any_day", "a row counts in every period that it touches", Snapshot::any_day);
  snapshot("end_inclusive", "a row still counts on its end date", Snapshot::end_inclusive);
  add("by_event", "movement form of every change, also those that a period's end does not see",
      "ChartMogul, Stripe", true, [](revenue::LedgerPolicy& policy) {
        policy.netting = revenue::Netting::event;
        policy.snapshot = Snapshot::last_day;
      });
  add("by_period", "movement form of the differences of period-end states", "", true,
      [](revenue::LedgerPolicy& policy) { policy.netting = revenue::Netting::period; });
  add("gaps_bridged", "movement form; gaps of up to 14 days are no churn", "Fighting Churn with Data", true,
      [](revenue::LedgerPolicy& policy) { policy.gap_days = 14; });
  add("free_is_churned", "customers at 0 after a full discount are none", "ProfitWell", false,
      [](revenue::LedgerPolicy& policy) { policy.free = revenue::FreeRule::churned; });
  add("by_subscription", "each subscription is a customer of its own", "Chargebee", false,
      [](revenue::LedgerPolicy& policy) { policy.grain = revenue::Grain::subscription; });
  add_presets(own.ledger, variants);
  return variants;
}

}  // namespace fealty::retention::detail
