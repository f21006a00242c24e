// SPDX-License-Identifier: MIT
#include <fealty/health/default_scorecard.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/polarity.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_health(const Scope& scope) {
  enumeration<Polarity>(scope, "Polarity");
  using E = ExampleColumns;
  table_class<Examples>(scope, "Examples",
                        TableFields<E>()
                            .field("outcome", &E::outcome)
                            .field("attributes", &E::attributes)
                            .field("account", &E::account)
                            .field("as_of", &E::as_of)
                            .field("weight", &E::weight)
                            .field("on_error", &E::on_error))
      .property("outcomes", &Examples::outcomes);
  using O = ObservationColumns;
  table_class<Observations>(scope, "Observations",
                            TableFields<O>()
                                .field("account", &O::account)
                                .field("measure", &O::measure)
                                .field("value", &O::value)
                                .field("date", &O::date)
                                .field("reason", &O::reason)
                                .field("on_error", &O::on_error))
      .property("last_day", &Observations::last_day);
  function(scope, "default_scorecard", &default_scorecard, {});
}

}  // namespace fealty::python
