// SPDX-License-Identifier: MIT
#include <fealty/adoption/champions.hpp>
#include <fealty/adoption/engagement.hpp>
#include <fealty/adoption/entitlements.hpp>
#include <fealty/adoption/seat_utilization.hpp>
#include <fealty/adoption/seats.hpp>
#include <fealty/adoption/stickiness.hpp>
#include <fealty/adoption/user_roles.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "usage_or_state.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_stickiness(const Scope& scope) {
  drawn_result<Stickiness>(scope, "Stickiness")
      .property("as_of", &Stickiness::as_of)
      .property("as_of_inferred", &Stickiness::as_of_inferred)
      .property("since", &Stickiness::since)
      .property("window", &Stickiness::window)
      .property("findings", &Stickiness::findings);
  using O = StickinessOptions;
  function(
      scope, "stickiness",
      [](const UsageOr<UsageDays>& usage, const O& options) {
        return of_usage(usage, [&](const auto& any) { return stickiness(any, options); });
      },
      {{"usage"}},
      Fields<O>()
          .field("events", &O::events)
          .field("by", &O::by)
          .field("accounts", &O::accounts)
          .field("window", &O::window)
          .field("every", &O::every)
          .field("since", &O::since)
          .field("as_of", &O::as_of));
}

void bind_entitlements(const Scope& scope) {
  using C = EntitlementColumns;
  table_class<Entitlements>(scope, "Entitlements",
                            TableFields<C>()
                                .field("account", &C::account)
                                .field("feature", &C::feature)
                                .field("features", &C::features)
                                .field("valid_from", &C::valid_from)
                                .field("valid_to", &C::valid_to)
                                .field("on_error", &C::on_error));
}

/// A result at one day, about a window that ends on it.
template <class R>
Class<R> windowed_result(const Scope& scope, const char* name) {
  Class<R> type = result<R>(scope, name);
  type.property("as_of", &R::as_of)
      .property("as_of_inferred", &R::as_of_inferred)
      .property("window", &R::window)
      .property("findings", &R::findings);
  return type;
}

Fields<EngagementOptions> engagement_fields() {
  using O = EngagementOptions;
  return Fields<O>()
      .field("events", &O::events)
      .field("by", &O::by)
      .field("accounts", &O::accounts)
      .field("core_events", &O::core_events)
      .field("features", &O::features)
      .field("entitlements", &O::entitlements)
      .field("window", &O::window)
      .field("as_of", &O::as_of);
}

void bind_engagement_of(const Scope& scope) {
  windowed_result<Engagement>(scope, "Engagement");
  windowed_result<UserEngagement>(scope, "UserEngagement");
  auto histogram = windowed_result<EngagementHistogram>(scope, "EngagementHistogram");
  add_plot(histogram.python(), histogram.key());
  function(scope, "engagement", &engagement, {{"usage"}}, engagement_fields());
  function(scope, "user_engagement", &user_engagement, {{"usage"}}, engagement_fields());
  function(scope, "engagement_histogram", &engagement_histogram, {{"usage"}}, engagement_fields());
}

void bind_seats(const Scope& scope) {
  using C = SeatColumns;
  table_class<Seats>(scope, "Seats",
                     TableFields<C>()
                         .field("account", &C::account)
                         .field("seats", &C::seats)
                         .field("valid_from", &C::valid_from)
                         .field("valid_to", &C::valid_to)
                         .field("start", &C::start)
                         .field("on_error", &C::on_error));
}

void bind_seat_utilization(const Scope& scope) {
  result<SeatUtilization>(scope, "SeatUtilization")
      .property("as_of", &SeatUtilization::as_of)
      .property("as_of_inferred", &SeatUtilization::as_of_inferred)
      .property("window", &SeatUtilization::window)
      .property("band_edges", &SeatUtilization::band_edges)
      .property("findings", &SeatUtilization::findings);
  result<SeatUtilizationBands>(scope, "SeatUtilizationBands");
  using O = SeatUtilizationOptions;
  function(scope, "seat_utilization", &seat_utilization, {{"usage"}, {"seats"}},
           Fields<O>()
               .field("events", &O::events)
               .field("window", &O::window)
               .field("band_edges", &O::band_edges)
               .field("as_of", &O::as_of));
  function(scope, "seat_utilization_bands", &seat_utilization_bands, {{"utilization"}});
}

void bind_user_roles(const Scope& scope) {
  using C = UserRoleColumns;
  table_class<UserRoles>(scope, "UserRoles",
                         TableFields<C>()
                             .field("account", &C::account)
                             .field("user", &C::user)
                             .field("role", &C::role)
                             .field("valid_from", &C::valid_from)
                             .field("valid_to", &C::valid_to)
                             .field("on_error", &C::on_error));
}

Fields<ChampionOptions> champion_fields() {
  using O = ChampionOptions;
  return Fields<O>()
      .field("events", &O::events)
      .field("roles", &O::roles)
      .field("sponsor_roles", &O::sponsor_roles)
      .field("window", &O::window)
      .field("power_share", &O::power_share)
      .field("power_days", &O::power_days)
      .field("silent_days", &O::silent_days)
      .field("key_person_share", &O::key_person_share)
      .field("key_person_users", &O::key_person_users)
      .field("as_of", &O::as_of);
}

void bind_champions(const Scope& scope) {
  enumeration<ChampionEventKind>(scope, "ChampionEventKind");
  windowed_result<Champions>(scope, "Champions");
  windowed_result<ChampionConcentration>(scope, "ChampionConcentration")
      .property("key_person_share", &ChampionConcentration::key_person_share)
      .property("key_person_users", &ChampionConcentration::key_person_users);
  windowed_result<ChampionEvents>(scope, "ChampionEvents")
      .property("silent_days", &ChampionEvents::silent_days);
  function(scope, "champions", &champions, {{"usage"}}, champion_fields());
  function(scope, "champion_concentration", &champion_concentration, {{"usage"}}, champion_fields());
  function(scope, "champion_events", &champion_events, {{"usage"}}, champion_fields());
}

}  // namespace

void bind_engagement(const Scope& scope) {
  bind_stickiness(scope);
  bind_entitlements(scope);
  bind_engagement_of(scope);
  bind_seats(scope);
  bind_seat_utilization(scope);
  bind_user_roles(scope);
  bind_champions(scope);
}

}  // namespace fealty::python
