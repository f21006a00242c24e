// SPDX-License-Identifier: MIT
#include <fealty/coverage/books.hpp>
#include <fealty/coverage/expected_events.hpp>
#include <fealty/coverage/funnel_limits.hpp>
#include <fealty/coverage/performance.hpp>
#include <fealty/coverage/touch_balance.hpp>
#include <fealty/coverage/touch_effect.hpp>
#include <fealty/coverage/touch_study.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::coverage;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_books(const Scope& scope) {
  using C = BookColumns;
  table_class<Books>(scope, "Books",
                     TableFields<C>()
                         .field("account", &C::account)
                         .field("group", &C::group)
                         .field("observed", &C::observed)
                         .field("expected", &C::expected)
                         .field("probability", &C::probability)
                         .field("exposure", &C::exposure)
                         .field("on_error", &C::on_error));
  using E = ExpectedEvents;
  result<E>(scope, "ExpectedEvents")
      .property("events", &E::events)
      .property("covariates", &E::covariates)
      .property("strata", &E::strata)
      .property("cause", &E::cause)
      .property("findings", &E::findings);
  using O = ExpectedEventsOptions;
  function(scope, "expected_events", &expected_events, {{"lives"}, {"owners"}},
           Fields<O>()
               .field("covariates", &O::covariates)
               .field("strata", &O::strata)
               .field("cause", &O::cause)
               .field("threads", &O::threads));
}

void bind_ratios(const Scope& scope) {
  enumeration<CountTails>(scope, "CountTails");
  enumeration<PAdjustment>(scope, "PAdjustment");
  using P = Performance;
  drawn_result<P>(scope, "Performance")
      .property("overall_observed", &P::overall_observed)
      .property("overall_expected", &P::overall_expected)
      .property("overall_ratio", &P::overall_ratio)
      .property("overall_p_value", &P::overall_p_value)
      .property("overdispersion", &P::overdispersion)
      .property("between_variance", &P::between_variance)
      .property("mean_probability", &P::mean_probability)
      .property("confidence", &P::confidence)
      .property("tails", &P::tails)
      .property("adjustment", &P::adjustment)
      .property("winsorized", &P::winsorized)
      .property("findings", &P::findings);
  using O = PerformanceOptions;
  function(scope, "performance", &performance, {{"books"}},
           Fields<O>()
               .field("confidence", &O::confidence)
               .field("tails", &O::tails)
               .field("adjustment", &O::adjustment)
               .field("winsorized", &O::winsorized));
  result<FunnelLimits>(scope, "FunnelLimits");
  using F = FunnelLimitsOptions;
  function(scope, "funnel_limits", &funnel_limits, {{"performance"}},
           Fields<F>().field("points", &F::points).field("widest", &F::widest));
}

void bind_touches(const Scope& scope) {
  using C = TouchStudyColumns;
  table_class<TouchStudy>(scope, "TouchStudy",
                          TableFields<C>()
                              .field("account", &C::account)
                              .field("treated", &C::treated)
                              .field("outcome", &C::outcome)
                              .field("stratum", &C::stratum)
                              .field("risk", &C::risk)
                              .field("attributes", &C::attributes)
                              .field("on_error", &C::on_error));
  enumeration<StudyDesign>(scope, "StudyDesign");
  enumeration<EffectMeasure>(scope, "EffectMeasure");
  using E = TouchEffect;
  result<E>(scope, "TouchEffect")
      .property("design", &E::design)
      .property("treated", &E::treated)
      .property("controls", &E::controls)
      .property("treated_outcomes", &E::treated_outcomes)
      .property("control_outcomes", &E::control_outcomes)
      .property("strata", &E::strata)
      .property("left_out", &E::left_out)
      .property("statistic", &E::statistic)
      .property("p_value", &E::p_value)
      .property("confidence", &E::confidence)
      .property("findings", &E::findings);
  using O = TouchEffectOptions;
  function(scope, "touch_effect", &touch_effect, {{"study"}},
           Fields<O>()
               .required("design", &O::design)
               .field("exact", &O::exact)
               .field("caliper", &O::caliper)
               .field("confidence", &O::confidence));
  result<TouchBalance>(scope, "TouchBalance")
      .property("design", &TouchBalance::design)
      .property("findings", &TouchBalance::findings);
  using B = TouchBalanceOptions;
  function(scope, "touch_balance", &touch_balance, {{"study"}},
           Fields<B>()
               .required("design", &B::design)
               .field("exact", &B::exact)
               .field("caliper", &B::caliper)
               .field("covariates", &B::covariates)
               .field("largest", &B::largest));
}

}  // namespace

void bind_performance(const Scope& scope) {
  bind_books(scope);
  bind_ratios(scope);
  bind_touches(scope);
}

}  // namespace fealty::python
