// SPDX-License-Identifier: MIT
#include <fealty/coverage/account_scores.hpp>
#include <fealty/coverage/cadence.hpp>
#include <fealty/coverage/capacity.hpp>
#include <fealty/coverage/capacity_what_if.hpp>
#include <fealty/coverage/owners.hpp>
#include <fealty/coverage/staff.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/coverage/tiers.hpp>
#include <fealty/coverage/touches.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::coverage;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_tier_plan(const Scope& scope) {
  using C = TierPlanColumns;
  auto plan = result<TierPlan>(scope, "TierPlan");
  table_init(plan, "TierPlan",
             TableFields<C>()
                 .field("tier", &C::tier)
                 .field("threshold", &C::threshold)
                 .field("cadence_days", &C::cadence_days)
                 .field("accounts_per_csm", &C::accounts_per_csm)
                 .field("onboarding_hours", &C::onboarding_hours)
                 .field("onboarding_days", &C::onboarding_days)
                 .field("check_in_hours", &C::check_in_hours)
                 .field("review_hours", &C::review_hours)
                 .field("review_days", &C::review_days)
                 .field("renewal_hours", &C::renewal_hours)
                 .field("renewal_lead_days", &C::renewal_lead_days)
                 .field("source", &C::source));
  function(scope, "default_tier_plan", &default_tier_plan, {});
}

void bind_tiers(const Scope& scope) {
  using C = ScoreColumns;
  table_class<AccountScores>(scope, "AccountScores",
                             TableFields<C>()
                                 .field("account", &C::account)
                                 .field("date", &C::date)
                                 .field("acv", &C::acv)
                                 .field("acv_minor", &C::acv_minor)
                                 .field("potential", &C::potential)
                                 .field("complexity", &C::complexity)
                                 .field("tier", &C::tier)
                                 .field("currency", &C::currency)
                                 .field("on_error", &C::on_error));
  result<Tiers>(scope, "Tiers")
      .property("margin", &Tiers::margin)
      .property("snapshots", &Tiers::snapshots)
      .property("changes", &Tiers::changes)
      .property("changes_without", &Tiers::changes_without);
  using O = TiersOptions;
  function(
      scope, "tiers", &tiers, {{"scores"}, {"plan"}},
      Fields<O>().field("margin", &O::margin).field("snapshots", &O::snapshots).field("as_of", &O::as_of));
}

void bind_spans(const Scope& scope) {
  using T = TierSpanColumns;
  table_class<TierSpans>(scope, "TierSpans",
                         TableFields<T>()
                             .field("account", &T::account)
                             .field("tier", &T::tier)
                             .field("valid_from", &T::valid_from)
                             .field("valid_to", &T::valid_to)
                             .field("acv", &T::acv)
                             .field("on_error", &T::on_error));
  using W = OwnerColumns;
  table_class<Owners>(scope, "Owners",
                      TableFields<W>()
                          .field("account", &W::account)
                          .field("csm", &W::csm)
                          .field("valid_from", &W::valid_from)
                          .field("valid_to", &W::valid_to)
                          .field("on_error", &W::on_error));
  using S = StaffColumns;
  table_class<Staff>(scope, "Staff",
                     TableFields<S>()
                         .field("csm", &S::csm)
                         .field("hours_per_week", &S::hours_per_week)
                         .field("valid_from", &S::valid_from)
                         .field("valid_to", &S::valid_to)
                         .field("on_error", &S::on_error));
}

template <class R>
Class<R> counted_result(const Scope& scope, const char* name) {
  return result<R>(scope, name)
      .property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("counted", &R::counted);
}

void bind_cadence(const Scope& scope) {
  enumeration<Response>(scope, "Response");
  using C = TouchColumns;
  table_class<Touches>(scope, "Touches",
                       TableFields<C>()
                           .field("account", &C::account)
                           .field("date", &C::date)
                           .field("channel", &C::channel)
                           .field("csm", &C::csm)
                           .field("direction", &C::direction)
                           .field("hours", &C::hours)
                           .field("response", &C::response)
                           .field("on_error", &C::on_error));
  counted_result<Cadence>(scope, "Cadence").property("findings", &Cadence::findings);
  counted_result<CoverageShare>(scope, "CoverageShare");
  counted_result<CoverageGaps>(scope, "CoverageGaps");
  counted_result<ResponseMix>(scope, "ResponseMix").property("findings", &ResponseMix::findings);
  using O = CadenceOptions;
  const auto fields = Fields<O>()
                          .field("as_of", &O::as_of)
                          .field("channels", &O::channels)
                          .field("directions", &O::directions)
                          .field("owners", &O::owners)
                          .field("accounts", &O::accounts)
                          .field("by", &O::by);
  const std::vector<Arg> arguments{{"touches"}, {"tiers"}, {"plan"}};
  function(scope, "cadence", &cadence, arguments, fields);
  function(scope, "coverage_share", &coverage_share, arguments, fields);
  function(scope, "coverage_gaps", &coverage_gaps, arguments, fields);
  function(scope, "response_mix", &response_mix, arguments, fields);
}

void bind_capacity(const Scope& scope) {
  enumeration<WorkKind>(scope, "WorkKind");
  result<CapacityDemand>(scope, "CapacityDemand");
  drawn_result<CapacityWorkload>(scope, "CapacityWorkload");
  result<CapacityCsms>(scope, "CapacityCsms");
  drawn_result<CapacityWeeks>(scope, "CapacityWeeks");
  using C = Capacity;
  Class<C>(scope, "Capacity")
      .property("demand", &C::demand)
      .property("workload", &C::workload)
      .property("csms", &C::csms)
      .property("weeks", &C::weeks)
      .property("as_of", &C::as_of)
      .property("as_of_inferred", &C::as_of_inferred)
      .property("demand_minutes", &C::demand_minutes)
      .property("supply_minutes", &C::supply_minutes)
      .property("shortfall_minutes", &C::shortfall_minutes)
      .property("weeks_over", &C::weeks_over)
      .property("headcount", &C::headcount)
      .property("headcount_needed", &C::headcount_needed)
      .property("peak_headcount", &C::peak_headcount)
      .property("feasible", &C::feasible)
      .property("hours_per_week", &C::hours_per_week)
      .property("overhead", &C::overhead)
      .property("findings", &C::findings)
      .shown_as([](const C& plan) {
        return fmt::format("Capacity: {} of {} CSMs needed, {} of {} weeks with more work than time",
                           plan.headcount_needed, plan.headcount, plan.weeks_over, plan.weeks.label.size());
      });
  using O = CapacityOptions;
  function(scope, "capacity", &capacity, {{"tiers"}, {"plan"}},
           Fields<O>()
               .field("as_of", &O::as_of)
               .field("weeks", &O::weeks)
               .field("owners", &O::owners)
               .field("staff", &O::staff)
               .field("contracts", &O::contracts)
               .field("hours_per_week", &O::hours_per_week)
               .field("overhead", &O::overhead));
}

void bind_capacity_what_if(const Scope& scope) {
  using R = CapacityWhatIf;
  result<R>(scope, "CapacityWhatIf")
      .property("move_from", &R::move_from)
      .property("move_to", &R::move_to)
      .property("movable", &R::movable)
      .property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("findings", &R::findings);
  using O = CapacityWhatIfOptions;
  function(scope, "capacity_what_if", &capacity_what_if, {{"tiers"}, {"plan"}},
           Fields<O>()
               .required("headcounts", &O::headcounts)
               .field("shares", &O::shares)
               .field("move_from", &O::move_from)
               .field("move_to", &O::move_to)
               .field("as_of", &O::as_of)
               .field("weeks", &O::weeks)
               .field("contracts", &O::contracts)
               .field("hours_per_week", &O::hours_per_week)
               .field("overhead", &O::overhead));
}

}  // namespace

void bind_coverage(const Scope& scope) {
  bind_tier_plan(scope);
  bind_tiers(scope);
  bind_spans(scope);
  bind_cadence(scope);
  bind_capacity(scope);
  bind_capacity_what_if(scope);
}

}  // namespace fealty::python
