// SPDX-License-Identifier: MIT
#include <fealty/adoption/goals.hpp>
#include <fealty/adoption/growth_change.hpp>
#include <fealty/adoption/growth_equation.hpp>
#include <fealty/adoption/growth_segments.hpp>
#include <fealty/adoption/lifecycle.hpp>
#include <fealty/adoption/lifecycle_rules.hpp>
#include <fealty/adoption/outcome_totals.hpp>
#include <fealty/adoption/outcomes.hpp>
#include <fealty/adoption/stage_funnel.hpp>
#include <fealty/adoption/stage_lifetimes.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {
namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_growth(const Scope& scope) {
  using C = GrowthSegmentColumns;
  table_class<GrowthSegments>(scope, "GrowthSegments",
                              TableFields<C>()
                                  .field("customers", &C::customers)
                                  .field("onboarded", &C::onboarded)
                                  .field("onboarding_rate", &C::onboarding_rate)
                                  .field("adopted", &C::adopted)
                                  .field("adoption_rate", &C::adoption_rate)
                                  .field("csms", &C::csms)
                                  .field("target", &C::target)
                                  .field("segment", &C::segment)
                                  .field("on_error", &C::on_error));
  result<GrowthEquation>(scope, "GrowthEquation")
      .property("points", &GrowthEquation::points)
      .property("findings", &GrowthEquation::findings);
  using O = GrowthEquationOptions;
  function(scope, "growth_equation", &growth_equation, {{"segments"}},
           Fields<O>().field("points", &O::points));
  result<GrowthChange>(scope, "GrowthChange");
  function(scope, "growth_change", &growth_change, {{"before"}, {"now"}});
}

void bind_goals(const Scope& scope) {
  using C = GoalColumns;
  table_class<Goals>(scope, "Goals",
                     TableFields<C>()
                         .field("account", &C::account)
                         .field("goal", &C::goal)
                         .field("unit", &C::unit)
                         .field("baseline", &C::baseline)
                         .field("target", &C::target)
                         .field("date", &C::date)
                         .field("actual", &C::actual)
                         .field("due", &C::due)
                         .field("value_per_unit", &C::value_per_unit)
                         .field("value_per_unit_minor", &C::value_per_unit_minor)
                         .field("cost", &C::cost)
                         .field("cost_minor", &C::cost_minor)
                         .field("currency", &C::currency)
                         .field("currency_column", &C::currency_column)
                         .field("on_error", &C::on_error))
      .property("currency", &Goals::currency)
      .property("last_day", &Goals::last_day);
}

void bind_outcome_results(const Scope& scope) {
  result<Outcomes>(scope, "Outcomes")
      .property("as_of", &Outcomes::as_of)
      .property("as_of_inferred", &Outcomes::as_of_inferred)
      .property("stalled_days", &Outcomes::stalled_days)
      .property("findings", &Outcomes::findings);
  using O = OutcomesOptions;
  function(scope, "outcomes", &outcomes, {{"goals"}},
           Fields<O>()
               .field("as_of", &O::as_of)
               .field("accounts", &O::accounts)
               .field("stalled_days", &O::stalled_days));
  result<OutcomeTotals>(scope, "OutcomeTotals").property("as_of", &OutcomeTotals::as_of);
  using T = OutcomeTotalsOptions;
  function(scope, "outcome_totals", &outcome_totals, {{"outcomes"}},
           Fields<T>().field("accounts", &T::accounts).field("by", &T::by));
}

void bind_lifecycle(const Scope& scope) {
  enumeration<LifecycleStage>(scope, "LifecycleStage");
  enumeration<StageOutcome>(scope, "StageOutcome");
  result<Lifecycle>(scope, "Lifecycle")
      .property("as_of", &Lifecycle::as_of)
      .property("as_of_inferred", &Lifecycle::as_of_inferred)
      .property("left_out", &Lifecycle::left_out)
      .property("rules", &Lifecycle::rules)
      .property("findings", &Lifecycle::findings);
  using O = LifecycleOptions;
  function(scope, "lifecycle", &lifecycle, {{"milestones"}},
           Fields<O>()
               .field("onboarding", &O::onboarding)
               .field("adoption", &O::adoption)
               .field("expansion", &O::expansion)
               .field("renewal", &O::renewal)
               .field("renewed", &O::renewed)
               .field("churn", &O::churn)
               .field("contracts", &O::contracts)
               .field("renewal_days", &O::renewal_days)
               .field("onboarding_limit", &O::onboarding_limit)
               .field("adoption_limit", &O::adoption_limit)
               .field("expansion_limit", &O::expansion_limit)
               .field("renewal_limit", &O::renewal_limit)
               .field("stalled_quantile", &O::stalled_quantile)
               .field("as_of", &O::as_of));
  result<StageFunnel>(scope, "StageFunnel").property("as_of", &StageFunnel::as_of);
  function(scope, "stage_funnel", &stage_funnel, {{"lifecycle"}});
  function(scope, "stage_lifetimes", &stage_lifetimes, {{"lifecycle"}});
}

}  // namespace

void bind_outcomes(const Scope& scope) {
  bind_growth(scope);
  bind_goals(scope);
  bind_outcome_results(scope);
  bind_lifecycle(scope);
}

}  // namespace fealty::python
