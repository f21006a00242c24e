// SPDX-License-Identifier: MIT
#include <fealty/retention/churn_rate.hpp>
#include <fealty/retention/cohort_table.hpp>
#include <fealty/retention/conventions.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/retention/lifetime_value.hpp>
#include <fealty/retention/lifetimes.hpp>
#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/renewal.hpp>
#include <fealty/retention/revenue_retention.hpp>

#include "bind.hpp"
#include "modules.hpp"
#include "policies.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::retention;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_revenue_retention(const Scope& scope) {
  drawn_result<RevenueRetention>(scope, "RevenueRetention")
      .property("policy", &RevenueRetention::policy)
      .property("findings", &RevenueRetention::findings);
  using O = RevenueRetentionOptions;
  function(scope, "revenue_retention", &revenue_retention, {{"ledger"}},
           Fields<O>()
               .field("window", &O::window)
               .field("nrr_form", &O::nrr_form)
               .field("grr_form", &O::grr_form)
               .field("nrr_reactivation", &O::nrr_reactivation)
               .field("currency", &O::currency)
               .field("draws", &O::draws)
               .field("seed", &O::seed)
               .field("confidence", &O::confidence)
               .field("small_base", &O::small_base));
}

void bind_logo_retention(const Scope& scope) {
  drawn_result<LogoRetention>(scope, "LogoRetention").property("policy", &LogoRetention::policy);
  using O = LogoRetentionOptions;
  function(scope, "logo_retention", &logo_retention, {{"ledger"}},
           Fields<O>()
               .field("window", &O::window)
               .field("confidence", &O::confidence)
               .field("small_base", &O::small_base));
}

void bind_churn_rate(const Scope& scope) {
  drawn_result<ChurnRate>(scope, "ChurnRate").property("policy", &ChurnRate::policy);
  using O = ChurnRateOptions;
  function(scope, "churn_rate", &churn_rate, {{"ledger"}},
           Fields<O>()
               .field("confidence", &O::confidence)
               .field("net_churn_reactivation", &O::net_churn_reactivation)
               .field("logo_base", &O::logo_base)
               .field("small_base", &O::small_base));
  using A = AnnualizeOptions;
  function(scope, "annualize", &annualize, {{"rate"}},
           Fields<A>().required("days", &A::days).field("target_days", &A::target_days));
}

void bind_cohort_table(const Scope& scope) {
  enumeration<CohortValue>(scope, "CohortValue");
  drawn_result<CohortTable>(scope, "CohortTable")
      .property("value", &CohortTable::value)
      .property("policy", &CohortTable::policy);
  using O = CohortTableOptions;
  function(scope, "cohort_table", &cohort_table, {{"ledger"}}, Fields<O>().field("value", &O::value));
}

void bind_customer_lifetimes(const Scope& scope) {
  result<CustomerLifetimes>(scope, "CustomerLifetimes")
      .property("as_of", &CustomerLifetimes::as_of)
      .property("policy", &CustomerLifetimes::policy);
  using O = CustomerLifetimesOptions;
  function(scope, "customer_lifetimes", &customer_lifetimes, {{"ledger"}},
           Fields<O>().field("gap_days", &O::gap_days));
  enumeration<SpellWeight>(scope, "SpellWeight");
  using L = LifetimesOptions;
  function(scope, "lifetimes", &lifetimes, {{"spells"}},
           Fields<L>()
               .field("accounts", &L::accounts)
               .field("spell_weight", &L::spell_weight)
               .field("period", &L::period));
}

void bind_lifetime_value(const Scope& scope) {
  enumeration<LifetimeArpa>(scope, "LifetimeArpa");
  using V = LifetimeValue;
  result<V>(scope, "LifetimeValue")
      .property("value", &V::value)
      .property("textbook", &V::textbook)
      .property("flat_arpa", &V::flat_arpa)
      .property("monthly_churn", &V::monthly_churn)
      .property("horizon_months", &V::horizon_months)
      .property("support_months", &V::support_months)
      .property("truncated", &V::truncated)
      .property("remaining", &V::remaining)
      .property("margin", &V::margin)
      .property("annual_discount_rate", &V::annual_discount_rate)
      .property("arpa_form", &V::arpa_form)
      .property("currency", &V::currency)
      .property("policy", &V::policy)
      .property("findings", &V::findings);
  using O = LifetimeValueOptions;
  function(scope, "lifetime_value", static_cast<V (*)(const revenue::MrrLedger&, const O&)>(&lifetime_value),
           {{"ledger"}},
           Fields<O>()
               .field("margin", &O::margin)
               .field("annual_discount_rate", &O::annual_discount_rate)
               .field("horizon_months", &O::horizon_months)
               .field("arpa", &O::arpa)
               .field("gap_days", &O::gap_days));
}

void bind_renewal(const Scope& scope) {
  enumeration<RenewalOutcome>(scope, "RenewalOutcome");
  result<Renewals>(scope, "Renewals");
  result<RenewalRate>(scope, "RenewalRate")
      .property("as_of", &RenewalRate::as_of)
      .property("as_of_inferred", &RenewalRate::as_of_inferred);
  using O = RenewalOptions;
  const auto fields = Fields<O>()
                          .field("as_of", &O::as_of)
                          .field("period", &O::period)
                          .field("fiscal_year_start", &O::fiscal_year_start)
                          .field("early_days", &O::early_days)
                          .field("late_days", &O::late_days)
                          .field("confidence", &O::confidence)
                          .field("small_base", &O::small_base);
  function(scope, "renewals", &renewals, {{"contracts"}}, fields);
  function(scope, "renewal_rate", &renewal_rate, {{"contracts"}}, fields);
}

void bind_conventions(const Scope& scope) {
  enumeration<RetentionMeasure>(scope, "RetentionMeasure");
  drawn_result<Conventions>(scope, "Conventions")
      .property("period", &Conventions::period)
      .property("period_end", &Conventions::period_end)
      .property("window", &Conventions::window)
      .property("policy", &Conventions::policy);
  using O = ConventionsOptions;
  function(scope, "conventions", &conventions, {{"ledger"}},
           Fields<O>()
               .field<PeriodName>("period", &O::period)
               .field("window", &O::window)
               .field("draws", &O::draws)
               .field("seed", &O::seed)
               .field("confidence", &O::confidence)
               .field("small_base", &O::small_base));
}

}  // namespace

void bind_retention(const Scope& scope) {
  bind_revenue_retention(scope);
  bind_logo_retention(scope);
  bind_churn_rate(scope);
  bind_cohort_table(scope);
  bind_customer_lifetimes(scope);
  bind_lifetime_value(scope);
  bind_renewal(scope);
  bind_conventions(scope);
}

}  // namespace fealty::python
