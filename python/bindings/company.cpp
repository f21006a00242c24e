// SPDX-License-Identifier: MIT
#include <fealty/company/company.hpp>
#include <fealty/company/simulate.hpp>

#include <string>
#include <utility>
#include <vector>

#include "bind.hpp"
#include "modules.hpp"

namespace fealty::python {

namespace {

using namespace fealty::company;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_tables(const Scope& scope) {
  using C = Company;
  Class<C>(scope, "Company")
      .property("accounts", &C::accounts)
      .property("subscriptions", &C::subscriptions)
      .property("contracts", &C::contracts)
      .property("costs", &C::costs)
      .property("exchange_rates", &C::exchange_rates)
      .property("usage", &C::usage)
      .property("milestones", &C::milestones)
      .property("touches", &C::touches)
      .property("surveys", &C::surveys)
      .property("tickets", &C::tickets)
      .property("observations", &C::observations)
      .property("goals", &C::goals)
      .property("owners", &C::owners)
      .property("causes", &C::causes)
      .property("truth", &C::truth)
      .property("hazards", &C::hazards);
  function(scope, "tables",
           [](const C& company) {
             std::vector<std::pair<std::string, Frame>> named;
             for (const auto& each : tables(company)) named.emplace_back(each.name, *each.table);
             return named;
           },
           {{"company"}});
}

void bind_simulate(const Scope& scope) {
  using O = SimulateOptions;
  function(scope, "simulate", static_cast<Company (*)(std::int64_t, std::uint64_t, const O&)>(&simulate),
           {{"accounts"}, {"seed"}},
           Fields<O>()
               .field("first", &O::first)
               .field("months", &O::months)
               .field("churn_scale", &O::churn_scale)
               .field("price_rise", &O::price_rise)
               .field("events_per_week", &O::events_per_week));
}

}  // namespace

void bind_company(const Scope& scope) {
  bind_tables(scope);
  bind_simulate(scope);
}

}  // namespace fealty::python
