// SPDX-License-Identifier: MIT
#include <fealty/adoption/adoption_rate.hpp>
#include <fealty/adoption/milestone_funnel.hpp>
#include <fealty/adoption/milestones.hpp>
#include <fealty/adoption/onboarding_rate.hpp>
#include <fealty/adoption/time_to_value.hpp>
#include <fealty/adoption/value_lifetimes.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_milestone_table(const Scope& scope) {
  using C = MilestoneColumns;
  table_class<Milestones>(scope, "Milestones",
                          TableFields<C>()
                              .field("account", &C::account)
                              .field("milestone", &C::milestone)
                              .field("date", &C::date)
                              .field("on_error", &C::on_error))
      .property("names", &Milestones::names)
      .property("last_day", &Milestones::last_day);
}

void bind_time_to_value(const Scope& scope) {
  using V = ValueLifetimesOptions;
  function(scope, "value_lifetimes", &value_lifetimes, {{"milestones"}},
           Fields<V>()
               .field("start", &V::start)
               .field("value", &V::value)
               .field("churn", &V::churn)
               .field("lifetimes", &V::lifetimes)
               .field("as_of", &V::as_of)
               .field("accounts", &V::accounts)
               .field("cohort", &V::cohort)
               .field("fiscal_year_start", &V::fiscal_year_start));
  drawn_result<TimeToValueCurve>(scope, "TimeToValueCurve");
  result<TimeToValueSummary>(scope, "TimeToValueSummary");
  Class<TimeToValue>(scope, "TimeToValue")
      .property("curve", &TimeToValue::curve)
      .property("summary", &TimeToValue::summary)
      .property("start", &TimeToValue::start)
      .property("value", &TimeToValue::value)
      .property("churn", &TimeToValue::churn)
      .property("as_of", &TimeToValue::as_of)
      .property("as_of_inferred", &TimeToValue::as_of_inferred)
      .property("cohort", &TimeToValue::cohort)
      .property("confidence", &TimeToValue::confidence)
      .property("scale", &TimeToValue::scale)
      .property("findings", &TimeToValue::findings)
      .shown_as([](const TimeToValue& found) {
        std::int64_t started = 0, reached = 0;
        for (const auto accounts : found.summary.started) started += accounts;
        for (const auto accounts : found.summary.reached) reached += accounts;
        return fmt::format("TimeToValue: {} of {} accounts have come from {} to {}", reached, started,
                           found.start, found.value);
      });
  using O = TimeToValueOptions;
  function(scope, "time_to_value", &time_to_value, {{"milestones"}},
           Fields<O>()
               .field("start", &O::start)
               .field("value", &O::value)
               .field("churn", &O::churn)
               .field("lifetimes", &O::lifetimes)
               .field("as_of", &O::as_of)
               .field("accounts", &O::accounts)
               .field("by", &O::by)
               .field("cohort", &O::cohort)
               .field("fiscal_year_start", &O::fiscal_year_start)
               .field("horizon", &O::horizon)
               .field("confidence", &O::confidence)
               .field("scale", &O::scale));
}

/// What rates of onboarding and of adoption have in common.
template <class R>
Class<R> rate_result(const Scope& scope, const char* name) {
  return result<R>(scope, name)
      .property("start", &R::start)
      .property("milestone", &R::milestone)
      .property("churn", &R::churn)
      .property("window_days", &R::window_days)
      .property("cohort", &R::cohort)
      .property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("confidence", &R::confidence)
      .property("total_rate", &R::total_rate)
      .property("total_lower", &R::total_lower)
      .property("total_upper", &R::total_upper)
      .property("findings", &R::findings);
}
template <class O>
Fields<O> rate_fields(Fields<O> milestones) {
  return std::move(milestones.field("churn", &O::churn)
                       .field("lifetimes", &O::lifetimes)
                       .field("window_days", &O::window_days)
                       .field("period", &O::period)
                       .field("fiscal_year_start", &O::fiscal_year_start)
                       .field("as_of", &O::as_of)
                       .field("accounts", &O::accounts)
                       .field("by", &O::by)
                       .field("confidence", &O::confidence)
                       .field("small_base", &O::small_base));
}

void bind_rates(const Scope& scope) {
  rate_result<OnboardingRate>(scope, "OnboardingRate")
      .property("total_started", &OnboardingRate::total_started)
      .property("total_onboarded", &OnboardingRate::total_onboarded);
  using O = OnboardingRateOptions;
  function(scope, "onboarding_rate", &onboarding_rate, {{"milestones"}},
           rate_fields(Fields<O>().field("start", &O::start).field("onboarded", &O::onboarded)));
  rate_result<AdoptionRate>(scope, "AdoptionRate")
      .property("total_onboarded", &AdoptionRate::total_onboarded)
      .property("total_adopted", &AdoptionRate::total_adopted);
  using A = AdoptionRateOptions;
  function(scope, "adoption_rate", &adoption_rate, {{"milestones"}},
           rate_fields(Fields<A>().field("onboarded", &A::onboarded).field("adopted", &A::adopted)));
}

void bind_funnel(const Scope& scope) {
  drawn_result<MilestoneFunnel>(scope, "MilestoneFunnel")
      .property("churn", &MilestoneFunnel::churn)
      .property("as_of", &MilestoneFunnel::as_of)
      .property("as_of_inferred", &MilestoneFunnel::as_of_inferred)
      .property("cohort", &MilestoneFunnel::cohort)
      .property("findings", &MilestoneFunnel::findings);
  using F = MilestoneFunnelOptions;
  function(scope, "milestone_funnel", &milestone_funnel, {{"milestones"}},
           Fields<F>()
               .field("steps", &F::steps)
               .field("churn", &F::churn)
               .field("lifetimes", &F::lifetimes)
               .field("as_of", &F::as_of)
               .field("accounts", &F::accounts)
               .field("by", &F::by)
               .field("cohort", &F::cohort)
               .field("fiscal_year_start", &F::fiscal_year_start));
}

}  // namespace

void bind_milestones(const Scope& scope) {
  bind_milestone_table(scope);
  bind_time_to_value(scope);
  bind_rates(scope);
  bind_funnel(scope);
}

}  // namespace fealty::python
