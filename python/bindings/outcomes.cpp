// SPDX-License-Identifier: MIT
#include <fealty/adoption/growth_change.hpp>
#include <fealty/adoption/growth_equation.hpp>
#include <fealty/adoption/growth_segments.hpp>

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

}  // namespace

void bind_outcomes(const Scope& scope) { bind_growth(scope); }

}  // namespace fealty::python
