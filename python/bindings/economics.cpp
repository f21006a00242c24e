// SPDX-License-Identifier: MIT
#include <fealty/revenue/amount_summary.hpp>
#include <fealty/revenue/concentration.hpp>
#include <fealty/revenue/contract_value.hpp>
#include <fealty/revenue/contracts.hpp>
#include <fealty/revenue/costs.hpp>
#include <fealty/revenue/segment_ledger.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <variant>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "policies.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::revenue;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_contracts(const Scope& scope) {
  using C = ContractColumns;
  table_class<Contracts>(scope, "Contracts",
                         TableFields<C>()
                             .field("account", &C::account)
                             .field("signed_on", &C::signed_on)
                             .field("start", &C::start)
                             .field("end", &C::end)
                             .field("total", &C::total)
                             .field("total_minor", &C::total_minor)
                             .field("one_time", &C::one_time)
                             .field("one_time_minor", &C::one_time_minor)
                             .field("contract", &C::contract)
                             .field("currency", &C::currency)
                             .field("currency_column", &C::currency_column)
                             .field("on_error", &C::on_error));
  using T = TotalContractValueOptions;
  function(scope, "total_contract_value", &total_contract_value, {{"monthly"}},
           Fields<T>().required("start", &T::start).required("end", &T::end));
  result<ContractValue>(scope, "ContractValue");
  using O = ContractValueOptions;
  function(scope, "contract_value", &contract_value, {{"contracts"}}, Fields<O>().field("as_of", &O::as_of));
}

void bind_costs(const Scope& scope) {
  using C = CostColumns;
  table_class<Costs>(scope, "Costs",
                     TableFields<C>()
                         .field("period", &C::period)
                         .field("sales_and_marketing", &C::sales_and_marketing)
                         .field("sales_and_marketing_minor", &C::sales_and_marketing_minor)
                         .field("cost_of_goods_sold", &C::cost_of_goods_sold)
                         .field("cost_of_goods_sold_minor", &C::cost_of_goods_sold_minor)
                         .field("currency", &C::currency)
                         .field("currency_column", &C::currency_column)
                         .field("on_error", &C::on_error))
      .property("currency", &Costs::currency);
}

void bind_unit_economics(const Scope& scope) {
  result<UnitEconomics>(scope, "UnitEconomics").property("policy", &UnitEconomics::policy);
  using O = UnitEconomicsOptions;
  function(scope, "unit_economics", &unit_economics, {{"ledger"}},
           Fields<O>()
               .field("costs", &O::costs)
               .field("margin", &O::margin)
               .field("cost_lag", &O::cost_lag)
               .field("quick_ratio_reactivation", &O::quick_ratio_reactivation));
}

void bind_amount_summary(const Scope& scope) {
  result<AmountSummary>(scope, "AmountSummary").property("policy", &AmountSummary::policy);
  using Values = std::variant<const ContractValue*, const MrrLedger*>;
  function(scope, "amount_summary",
           [](const Values& values) {
             return std::visit([](const auto* each) { return amount_summary(*each); }, values);
           },
           {{"values"}});
}

void bind_concentration(const Scope& scope) {
  result<Concentration>(scope, "Concentration").property("policy", &Concentration::policy);
  using O = ConcentrationOptions;
  function(scope, "concentration", &concentration, {{"ledger"}},
           Fields<O>().field<PeriodName>("period", &O::period).field("top", &O::top));
  result<LorenzCurve>(scope, "LorenzCurve").property("policy", &LorenzCurve::policy);
  using L = LorenzCurveOptions;
  function(scope, "lorenz_curve", &lorenz_curve, {{"ledger"}},
           Fields<L>().field<PeriodName>("period", &L::period));
}

void bind_segments(const Scope& scope) {
  enumeration<SegmentCell>(scope, "SegmentCell");
  result<SegmentPeriods>(scope, "SegmentPeriods").property("policy", &SegmentPeriods::policy);
  result<SegmentBehind>(scope, "SegmentBehind").property("policy", &SegmentBehind::policy);
  using O = SegmentLedgerOptions;
  function(scope, "segment_ledger", &segment_ledger, {{"ledger"}, {"accounts"}},
           Fields<O>().required("by", &O::by));
  using B = SegmentBehindOptions;
  function(scope, "segment_behind", &segment_behind, {{"ledger"}, {"accounts"}},
           Fields<B>()
               .required("by", &B::by)
               .required("segment", &B::segment)
               .required<PeriodName>("period", &B::period)
               .field("kind", &B::kind));
}

}  // namespace

void bind_economics(const Scope& scope) {
  bind_contracts(scope);
  bind_costs(scope);
  bind_unit_economics(scope);
  bind_amount_summary(scope);
  bind_concentration(scope);
  bind_segments(scope);
}

}  // namespace fealty::python
