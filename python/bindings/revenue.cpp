// SPDX-License-Identifier: MIT
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/snapshots.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <optional>
#include <string>

#include "anonymized.hpp"
#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "policies.hpp"
#include "results.hpp"
#include "sources.hpp"
#include "waterfall.hpp"

namespace fealty::python {

namespace {

using namespace fealty::revenue;  // NOLINT(google-build-using-namespace): the names are this file's subject

TableFields<SubscriptionColumns> subscription_fields() {
  using C = SubscriptionColumns;
  return TableFields<C>()
      .field("account", &C::account)
      .field("start", &C::start)
      .field("end", &C::end)
      .field("mrr", &C::mrr)
      .field("mrr_minor", &C::mrr_minor)
      .field("amount", &C::amount)
      .field("amount_minor", &C::amount_minor)
      .field("interval_unit", &C::interval_unit)
      .field("interval_count", &C::interval_count)
      .field("quantity", &C::quantity)
      .field("discount", &C::discount)
      .field("discount_end", &C::discount_end)
      .field("kind", &C::kind)
      .field("trial", &C::trial)
      .field("status", &C::status)
      .field("subscription", &C::subscription)
      .field("item", &C::item)
      .field("cancel_requested", &C::cancel_requested)
      .field("paid_through", &C::paid_through)
      .field("signed_on", &C::signed_on)
      .field("currency", &C::currency)
      .field("currency_column", &C::currency_column)
      .field("on_error", &C::on_error);
}
TableFields<SnapshotColumns> snapshot_fields() {
  using C = SnapshotColumns;
  return TableFields<C>()
      .field("account", &C::account)
      .field("date", &C::date)
      .field("mrr", &C::mrr)
      .field("mrr_minor", &C::mrr_minor)
      .field("currency", &C::currency)
      .field("currency_column", &C::currency_column)
      .field("on_error", &C::on_error);
}
TableFields<ChangeColumns> change_fields() {
  using C = ChangeColumns;
  return TableFields<C>()
      .field("account", &C::account)
      .field("date", &C::date)
      .field("change", &C::change)
      .field("change_minor", &C::change_minor)
      .field("currency", &C::currency)
      .field("currency_column", &C::currency_column)
      .field("on_error", &C::on_error);
}

void bind_tables(const Scope& scope) {
  enumeration<SubscriptionKind>(scope, "SubscriptionKind");
  enumeration<SubscriptionStatus>(scope, "SubscriptionStatus");
  table_class<Subscriptions>(scope, "Subscriptions", subscription_fields())
      .property("knows_subscriptions", &Subscriptions::knows_subscriptions);
  table_class<MrrSnapshots>(scope, "MrrSnapshots", snapshot_fields());
  table_class<MrrChanges>(scope, "MrrChanges", change_fields());
  table_function(scope, "audit", &audit, subscription_fields(), "Subscriptions");
}

void bind_monthly_amount(const Scope& scope) {
  enumeration<IntervalUnit>(scope, "IntervalUnit");
  using O = MonthlyAmountOptions;
  function(scope, "monthly_amount", &monthly_amount, {{"amount"}},
           Fields<O>()
               .field("interval_unit", &O::interval_unit)
               .field("interval_count", &O::interval_count)
               .field("decimals", &O::decimals)
               .field("week_factor", &O::week_factor)
               .field("day_factor", &O::day_factor)
               .field("rounding", &O::rounding));
}

ResultTable periods_of(const std::shared_ptr<MrrLedger>& ledger) {
  ResultColumns columns(ledger, {});
  LedgerPeriods::each_column(ledger->periods(), columns);
  return columns.take();
}

void bind_ledger(const Scope& scope) {
  enumeration<MovementKind>(scope, "MovementKind");
  Class<LedgerPeriods> periods = result<LedgerPeriods>(scope, "LedgerPeriods");
  add_plot(periods.python(), periods.key());
  result<Movements>(scope, "Movements").property("policy", &Movements::policy);
  Class<MrrLedger> ledger(scope, "MrrLedger");
  ledger.property("periods", &MrrLedger::periods)
      .property("currency", &MrrLedger::currency)
      .property("as_of", &MrrLedger::as_of)
      .property("policy", &MrrLedger::policy)
      .property("findings", &MrrLedger::findings)
      .property("movements", &MrrLedger::movements)
      .method("with_policy", &MrrLedger::with_policy, {{"policy"}});
  ledger.python()
      .def("__repr__",
           [](const std::shared_ptr<MrrLedger>& self) { return text_of("MrrLedger", periods_of(self)); })
      .def("_repr_html_", [](const std::shared_ptr<MrrLedger>& self) {
        return html_of("MrrLedger", periods_of(self)) + "\n" + waterfall(self->periods());
      });
  add_plot(ledger.python(), ledger.key());
}

void bind_state(const Scope& scope) {
  Class<AnonymizedAccount>(scope, "Anonymized")
      .property("rows", &AnonymizedAccount::rows)
      .property("alias", &AnonymizedAccount::alias)
      .shown_as([](const AnonymizedAccount& done) {
        const auto alias = Python<std::optional<AccountId>>::write(done.alias);
        return fmt::format("Anonymized(rows={}, alias={})", done.rows, py::repr(alias).cast<std::string>());
      });
  Class<LedgerState> state(scope, "LedgerState");
  state
      .init(
          [](const std::optional<LedgerPolicy>& policy) {
            return LedgerState(policy.value_or(LedgerPolicy{}));
          },
          {{"policy", py::none()}})
      .method("update", &LedgerState::update<LedgerSource>, {{"table"}})
      .method("merge", &LedgerState::merge, {{"other"}})
      .method("serialize", &LedgerState::serialize, {})
      .static_method("deserialize", &LedgerState::deserialize, {{"bytes"}})
      .size(&LedgerState::size)
      .property("policy", [](const LedgerState& self) { return LedgerPolicy(self.policy()); });
  add_forgetting(state);
}

void bind_mrr_ledger(const Scope& scope) {
  using O = MrrLedgerOptions;
  function(
      scope, "mrr_ledger",
      [](const LedgerSource& table, const O& options) { return mrr_ledger(table, options); }, {{"table"}},
      Fields<O>()
          .field("as_of", &O::as_of)
          .field("policy", &O::policy)
          .field("period", &O::period)
          .field("fiscal_year_start", &O::fiscal_year_start)
          .field("grain", &O::grain)
          .field("netting", &O::netting)
          .field("accounts", &O::accounts)
          .field("reporting_currency", &O::reporting_currency)
          .field("exchange_rates", &O::exchange_rates)
          .field("threads", &O::threads));
}

void bind_behind(const Scope& scope) {
  enumeration<LedgerCell>(scope, "LedgerCell");
  result<AccountsBehind>(scope, "AccountsBehind").property("policy", &AccountsBehind::policy);
  result<RowsBehind>(scope, "RowsBehind").property("policy", &RowsBehind::policy);
  using O = BehindOptions;
  const auto fields = Fields<O>().required<PeriodName>("period", &O::period).field("kind", &O::kind);
  function(scope, "accounts_behind", &accounts_behind, {{"ledger"}}, fields);
  function(scope, "rows_behind", &rows_behind, {{"ledger"}}, fields);
}

}  // namespace

void bind_revenue(const Scope& scope) {
  bind_tables(scope);
  bind_monthly_amount(scope);
  bind_ledger(scope);
  bind_state(scope);
  bind_mrr_ledger(scope);
  bind_behind(scope);
}

}  // namespace fealty::python
