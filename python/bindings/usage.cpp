// SPDX-License-Identifier: MIT
#include <fealty/adoption/active_users.hpp>
#include <fealty/adoption/usage.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "usage_or_state.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_usage_table(const Scope& scope) {
  enumeration<UserScope>(scope, "UserScope");
  using C = UsageColumns;
  table_class<Usage>(scope, "Usage",
                     TableFields<C>()
                         .field("account", &C::account)
                         .field("user", &C::user)
                         .field("time", &C::time)
                         .field("event", &C::event)
                         .field("value", &C::value)
                         .field("start", &C::start)
                         .field("time_zone", &C::time_zone)
                         .field("user_scope", &C::user_scope)
                         .field("on_error", &C::on_error))
      .property("first_day", &Usage::first_day)
      .property("last_day", &Usage::last_day)
      .property("accounts", &Usage::accounts)
      .property("users", &Usage::users)
      .property("has_users", &Usage::has_users)
      .property("user_scope", &Usage::user_scope)
      .property("events", &Usage::events);
}

void bind_active_users(const Scope& scope) {
  enumeration<DistinctCounting>(scope, "DistinctCounting");
  drawn_result<ActiveUsers>(scope, "ActiveUsers")
      .property("window", &ActiveUsers::window)
      .property("every", &ActiveUsers::every)
      .property("since", &ActiveUsers::since)
      .property("as_of", &ActiveUsers::as_of)
      .property("as_of_inferred", &ActiveUsers::as_of_inferred)
      .property("counting", &ActiveUsers::counting)
      .property("std_error", &ActiveUsers::std_error)
      .property("findings", &ActiveUsers::findings);
  using O = ActiveUsersOptions;
  function(
      scope, "active_users",
      [](const UsageOr<UsageDays, UsageSketch>& usage, const O& options) {
        return of_usage(usage, [&](const auto& any) { return active_users(any, options); });
      },
      {{"usage"}},
      Fields<O>()
          .field("events", &O::events)
          .field("by", &O::by)
          .field("accounts", &O::accounts)
          .field("window", &O::window)
          .field("every", &O::every)
          .field("since", &O::since)
          .field("as_of", &O::as_of)
          .field("threads", &O::threads));
}

}  // namespace

void bind_usage(const Scope& scope) {
  bind_usage_table(scope);
  bind_usage_states(scope);
  bind_active_users(scope);
}

}  // namespace fealty::python
