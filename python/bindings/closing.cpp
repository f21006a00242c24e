// SPDX-License-Identifier: MIT
#include <fealty/revenue/closed_periods.hpp>
#include <fealty/revenue/reconcile.hpp>
#include <fealty/revenue/summary.hpp>

#include "anonymized.hpp"
#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::revenue;  // NOLINT(google-build-using-namespace): the names are this file's subject

TableFields<SummaryColumns> summary_fields() {
  using C = SummaryColumns;
  return TableFields<C>()
      .field("period", &C::period)
      .field("date", &C::date)
      .field("account", &C::account)
      .field("opening", &C::opening)
      .field("opening_minor", &C::opening_minor)
      .field("new_business", &C::new_business)
      .field("new_business_minor", &C::new_business_minor)
      .field("reactivation", &C::reactivation)
      .field("reactivation_minor", &C::reactivation_minor)
      .field("expansion", &C::expansion)
      .field("expansion_minor", &C::expansion_minor)
      .field("contraction", &C::contraction)
      .field("contraction_minor", &C::contraction_minor)
      .field("churn", &C::churn)
      .field("churn_minor", &C::churn_minor)
      .field("exchange", &C::exchange)
      .field("exchange_minor", &C::exchange_minor)
      .field("closing", &C::closing)
      .field("closing_minor", &C::closing_minor)
      .field("opening_accounts", &C::opening_accounts)
      .field("new_business_accounts", &C::new_business_accounts)
      .field("reactivation_accounts", &C::reactivation_accounts)
      .field("expansion_accounts", &C::expansion_accounts)
      .field("contraction_accounts", &C::contraction_accounts)
      .field("churn_accounts", &C::churn_accounts)
      .field("closing_accounts", &C::closing_accounts)
      .field("currency", &C::currency)
      .field("currency_column", &C::currency_column)
      .field("on_error", &C::on_error);
}

void bind_reconcile(const Scope& scope) {
  table_class<Summary>(scope, "Summary", summary_fields());
  enumeration<DifferenceReason>(scope, "DifferenceReason");
  result<AmountDifferences>(scope, "AmountDifferences");
  result<CountDifferences>(scope, "CountDifferences");
  result<ReconciledTotals>(scope, "ReconciledTotals");
  Class<Reconciliation>(scope, "Reconciliation")
      .property("amounts", &Reconciliation::amounts)
      .property("counts", &Reconciliation::counts)
      .property("totals", &Reconciliation::totals)
      .property("findings", &Reconciliation::findings)
      .property("policy", &Reconciliation::policy)
      .shown_as([](const Reconciliation& found) {
        return fmt::format("Reconciliation: {} amounts and {} numbers of accounts differ",
                           found.amounts.cell.size(), found.counts.cell.size());
      });
  using O = ReconcileOptions;
  function(scope, "reconcile", &reconcile, {{"ledger"}, {"summary"}},
           Fields<O>().field("tolerance_minor", &O::tolerance_minor));
}

void bind_closed_periods(const Scope& scope) {
  result<ClosedMovements>(scope, "ClosedMovements");
  result<RestatedMovements>(scope, "RestatedMovements");
  result<RestatedPeriods>(scope, "RestatedPeriods");
  result<AcceptedRestatements>(scope, "AcceptedRestatements");
  Class<Restatements>(scope, "Restatements")
      .property("movements", &Restatements::movements)
      .property("periods", &Restatements::periods)
      .shown_as([](const Restatements& found) {
        return fmt::format("Restatements: {} movements and {} cells of periods have changed",
                           found.movements.kind.size(), found.periods.cell.size());
      });
  using E = ExtendOptions;
  Class<ClosedPeriods> closed(scope, "ClosedPeriods");
  closed.property("through", &ClosedPeriods::through)
      .property("periods", [](const ClosedPeriods& self) -> LedgerPeriods { return self.periods(); })
      .property("movements", &ClosedPeriods::movements)
      .property("currency", &ClosedPeriods::currency)
      .property("policy", [](const ClosedPeriods& self) { return std::string(self.policy()); })
      .property("accepted", &ClosedPeriods::accepted)
      .method("extend", &ClosedPeriods::extend, {{"ledger"}},
              Fields<E>()
                  .field<PeriodName>("through", &E::through)
                  .field("accept_restatements", &E::accept_restatements)
                  .field("policy", &E::policy))
      .method("serialize", &ClosedPeriods::serialize, {})
      .static_method("deserialize", &ClosedPeriods::deserialize, {{"bytes"}})
      .shown_as([](const ClosedPeriods& self) {
        return fmt::format("ClosedPeriods: {} periods through {}", self.periods().period.days.size(),
                           to_string(self.through()));
      });
  add_forgetting(closed);
  using O = CloseOptions;
  function(scope, "close_periods", &close_periods, {{"ledger"}},
           Fields<O>().field<PeriodName>("through", &O::through).field("policy", &O::policy));
  function(scope, "restatements", &restatements, {{"ledger"}, {"closed"}});
}

}  // namespace

void bind_closing(const Scope& scope) {
  bind_reconcile(scope);
  bind_closed_periods(scope);
}

}  // namespace fealty::python
