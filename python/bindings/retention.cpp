// SPDX-License-Identifier: MIT
#include <fealty/retention/churn_rate.hpp>
#include <fealty/retention/cohort_table.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/revenue_retention.hpp>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::retention;  // NOLINT(google-build-using-namespace): the names are this file's subject

/// A result that fealty.plots can draw.
template <class R>
Class<R> drawn_result(const Scope& scope, const char* name) {
  Class<R> type = result<R>(scope, name);
  add_plot(type.python(), type.key());
  return type;
}

void bind_revenue_retention(const Scope& scope) {
  enumeration<RetentionForm>(scope, "RetentionForm");
  drawn_result<RevenueRetention>(scope, "RevenueRetention");
  using O = RevenueRetentionOptions;
  function(scope, "revenue_retention", &revenue_retention, {{"ledger"}},
           Fields<O>()
               .field("window", &O::window)
               .field("form", &O::form)
               .field("count_reactivation", &O::count_reactivation)
               .field("small_base", &O::small_base));
}

void bind_logo_retention(const Scope& scope) {
  drawn_result<LogoRetention>(scope, "LogoRetention");
  using O = LogoRetentionOptions;
  function(scope, "logo_retention", &logo_retention, {{"ledger"}},
           Fields<O>()
               .field("window", &O::window)
               .field("confidence", &O::confidence)
               .field("small_base", &O::small_base));
}

void bind_churn_rate(const Scope& scope) {
  drawn_result<ChurnRate>(scope, "ChurnRate");
  using O = ChurnRateOptions;
  function(scope, "churn_rate", &churn_rate, {{"ledger"}},
           Fields<O>()
               .field("confidence", &O::confidence)
               .field("count_reactivation", &O::count_reactivation)
               .field("small_base", &O::small_base));
  using A = AnnualizeOptions;
  function(scope, "annualize", &annualize, {{"rate"}},
           Fields<A>().required("days", &A::days).field("target_days", &A::target_days));
}

void bind_cohort_table(const Scope& scope) {
  enumeration<CohortValue>(scope, "CohortValue");
  drawn_result<CohortTable>(scope, "CohortTable").property("value", &CohortTable::value);
  using O = CohortTableOptions;
  function(scope, "cohort_table", &cohort_table, {{"ledger"}}, Fields<O>().field("value", &O::value));
}

void bind_customer_lifetimes(const Scope& scope) {
  result<CustomerLifetimes>(scope, "CustomerLifetimes");
  using O = CustomerLifetimesOptions;
  function(scope, "customer_lifetimes", &customer_lifetimes, {{"ledger"}},
           Fields<O>().field("gap_days", &O::gap_days));
}

}  // namespace

void bind_retention(const Scope& scope) {
  bind_revenue_retention(scope);
  bind_logo_retention(scope);
  bind_churn_rate(scope);
  bind_cohort_table(scope);
  bind_customer_lifetimes(scope);
}

}  // namespace fealty::python
