// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage_days.hpp>
#include <fealty/adoption/usage_sketch.hpp>

#include <fmt/format.h>

#include "bind.hpp"
#include "modules.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_usage_days(const Scope& scope) {
  using O = UsageDaysOptions;
  Class<UsageDays>(scope, "UsageDays")
      .init([](const O& options) { return UsageDays(options); }, {}, Fields<O>().field("events", &O::events))
      .method("update", &UsageDays::update, {{"usage"}})
      .method("merge", &UsageDays::merge, {{"other"}})
      .method("serialize", &UsageDays::serialize, {})
      .static_method("deserialize", &UsageDays::deserialize, {{"bytes"}})
      .property("table", &UsageDays::table)
      .size(&UsageDays::size)
      .property("accounts", &UsageDays::accounts)
      .property("users", &UsageDays::users)
      .property("events", &UsageDays::events)
      .property("user_scope", &UsageDays::user_scope)
      .property("first_day", &UsageDays::first_day)
      .property("last_day", &UsageDays::last_day)
      .shown_as(
          [](const UsageDays& days) { return fmt::format("UsageDays: {} days of users", days.size()); });
}

void bind_usage_sketch(const Scope& scope) {
  using O = UsageSketchOptions;
  Class<UsageSketch>(scope, "UsageSketch")
      .init([](const O& options) { return UsageSketch(options); }, {},
            Fields<O>().field("events", &O::events).field("by", &O::by).field("precision", &O::precision))
      .method("update", &UsageSketch::update, {{"usage"}})
      .method("merge", &UsageSketch::merge, {{"other"}})
      .method("serialize", &UsageSketch::serialize, {})
      .static_method("deserialize", &UsageSketch::deserialize, {{"bytes"}})
      .size(&UsageSketch::size)
      .property("users", &UsageSketch::users)
      .property("std_error", &UsageSketch::std_error)
      .property("events", &UsageSketch::events)
      .property("by", &UsageSketch::by)
      .property("precision", &UsageSketch::precision)
      .property("user_scope", &UsageSketch::user_scope)
      .property("first_day", &UsageSketch::first_day)
      .property("last_day", &UsageSketch::last_day)
      .shown_as([](const UsageSketch& sketch) {
        return fmt::format("UsageSketch: about {:.0f} users", sketch.users());
      });
}

}  // namespace

void bind_usage_states(const Scope& scope) {
  bind_usage_days(scope);
  bind_usage_sketch(scope);
}

}  // namespace fealty::python
