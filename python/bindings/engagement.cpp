// SPDX-License-Identifier: MIT
#include <fealty/adoption/stickiness.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::adoption;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_stickiness(const Scope& scope) {
  result<Stickiness>(scope, "Stickiness")
      .property("as_of", &Stickiness::as_of)
      .property("as_of_inferred", &Stickiness::as_of_inferred)
      .property("window", &Stickiness::window)
      .property("findings", &Stickiness::findings);
  using O = StickinessOptions;
  function(scope, "stickiness", &stickiness, {{"usage"}},
           Fields<O>()
               .field("events", &O::events)
               .field("by", &O::by)
               .field("accounts", &O::accounts)
               .field("window", &O::window)
               .field("every", &O::every)
               .field("fiscal_year_start", &O::fiscal_year_start)
               .field("as_of", &O::as_of));
}

}  // namespace

void bind_engagement(const Scope& scope) { bind_stickiness(scope); }

}  // namespace fealty::python
