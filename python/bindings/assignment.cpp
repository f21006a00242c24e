// SPDX-License-Identifier: MIT
#include <fealty/coverage/assignment.hpp>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::coverage;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_assignment_tables(const Scope& scope) {
  using A = AssignmentAccountColumns;
  table_class<AssignmentAccounts>(scope, "AssignmentAccounts",
                                  TableFields<A>()
                                      .field("account", &A::account)
                                      .field("hours", &A::hours)
                                      .field("minutes", &A::minutes)
                                      .field("csm", &A::csm)
                                      .field("tier", &A::tier)
                                      .field("requirements", &A::requirements)
                                      .field("separator", &A::separator)
                                      .field("on_error", &A::on_error));
  using C = AssignmentCsmColumns;
  table_class<AssignmentCsms>(scope, "AssignmentCsms",
                              TableFields<C>()
                                  .field("csm", &C::csm)
                                  .field("hours", &C::hours)
                                  .field("minutes", &C::minutes)
                                  .field("maximum_accounts", &C::maximum_accounts)
                                  .field("tier_maximum", &C::tier_maximum)
                                  .field("offers", &C::offers)
                                  .field("separator", &C::separator)
                                  .field("on_error", &C::on_error));
}

}  // namespace

void bind_assignment(const Scope& scope) {
  bind_assignment_tables(scope);
  enumeration<HoursLimit>(scope, "HoursLimit");
  enumeration<Placement>(scope, "Placement");
  enumeration<Feasibility>(scope, "Feasibility");
  result<CsmBooks>(scope, "CsmBooks");
  result<Assignment>(scope, "Assignment")
      .property("books", &Assignment::books)
      .property("feasibility", &Assignment::feasibility)
      .property("largest_utilization", &Assignment::largest_utilization)
      .property("handovers", &Assignment::handovers)
      .property("objective", &Assignment::objective)
      .property("bound", &Assignment::bound)
      .property("gap", &Assignment::gap)
      .property("unassigned_hours", &Assignment::unassigned_hours)
      .property("hours_short", &Assignment::hours_short)
      .property("handover_hours", &Assignment::handover_hours)
      .property("hours_limit", &Assignment::hours_limit)
      .property("findings", &Assignment::findings);
  using O = AssignmentOptions;
  function(scope, "assignment", &assignment, {{"accounts"}, {"csms"}},
           Fields<O>().field("handover_hours", &O::handover_hours).field("hours_limit", &O::hours_limit));
}

}  // namespace fealty::python
