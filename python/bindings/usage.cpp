// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"

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

}  // namespace

void bind_usage(const Scope& scope) { bind_usage_table(scope); }

}  // namespace fealty::python
