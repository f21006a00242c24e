// SPDX-License-Identifier: MIT
#include <fealty/adoption/growth_accounting.hpp>
#include <fealty/adoption/usage_retention.hpp>
#include <fealty/adoption/usage_unit.hpp>
#include <fealty/adoption/users_behind.hpp>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "usage_or_state.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_growth_accounting(const Scope& scope) {
  using R = GrowthAccounting;
  drawn_result<R>(scope, "GrowthAccounting")
      .property("every", &R::every)
      .property("unit", &R::unit)
      .property("since", &R::since)
      .property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("findings", &R::findings);
  using O = GrowthAccountingOptions;
  function(
      scope, "growth_accounting",
      [](const UsageOr<UsageDays>& usage, const O& options) {
        return of_usage(usage, [&](const auto& any) { return growth_accounting(any, options); });
      },
      {{"usage"}},
      Fields<O>()
          .field("events", &O::events)
          .field("by", &O::by)
          .field("accounts", &O::accounts)
          .field("every", &O::every)
          .field("fiscal_year_start", &O::fiscal_year_start)
          .field("unit", &O::unit)
          .field("since", &O::since)
          .field("as_of", &O::as_of));
}

void bind_users_behind(const Scope& scope) {
  enumeration<GrowthCell>(scope, "GrowthCell");
  result<UsersBehind>(scope, "UsersBehind");
  using O = UsersBehindOptions;
  function(scope, "users_behind", &users_behind, {{"growth"}},
           Fields<O>()
               .required<PeriodName>("period", &O::period)
               .field("kind", &O::kind)
               .field("group", &O::group));
}

void bind_retention_of_usage(const Scope& scope) {
  enumeration<UsageRetentionKind>(scope, "UsageRetentionKind");
  using R = UsageRetention;
  drawn_result<R>(scope, "UsageRetention")
      .property("kind", &R::kind)
      .property("every", &R::every)
      .property("unit", &R::unit)
      .property("confidence", &R::confidence)
      .property("since", &R::since)
      .property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("findings", &R::findings);
  using O = UsageRetentionOptions;
  function(
      scope, "usage_retention",
      [](const UsageOr<UsageDays>& usage, const O& options) {
        return of_usage(usage, [&](const auto& any) { return usage_retention(any, options); });
      },
      {{"usage"}},
      Fields<O>()
          .field("events", &O::events)
          .field("start_events", &O::start_events)
          .field("by", &O::by)
          .field("accounts", &O::accounts)
          .field("kind", &O::kind)
          .field("days", &O::days)
          .field("last_days", &O::last_days)
          .field("every", &O::every)
          .field("fiscal_year_start", &O::fiscal_year_start)
          .field("unit", &O::unit)
          .field("confidence", &O::confidence)
          .field("since", &O::since)
          .field("as_of", &O::as_of));
}

}  // namespace

void bind_usage_retention(const Scope& scope) {
  enumeration<UsageUnit>(scope, "UsageUnit");
  bind_growth_accounting(scope);
  bind_users_behind(scope);
  bind_retention_of_usage(scope);
}

}  // namespace fealty::python
