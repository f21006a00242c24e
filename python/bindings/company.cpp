// SPDX-License-Identifier: MIT
#include <fealty/company/company.hpp>
#include <fealty/company/measures.hpp>
#include <fealty/company/simulate.hpp>
#include <fealty/core/detail/select_rows.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

using namespace fealty::company;  // NOLINT(google-build-using-namespace): the names are this file's subject

/// Any dataframe as a frame that keeps its memory; without columns for None.
Frame read_frame(const py::object& table, const std::string& who) {
  if (table.is_none()) return {};
  if (py::isinstance<Frame>(table)) return *object_of<Frame>(table);
  const bool is_mapping = py::isinstance(table, py::module_::import("collections.abc").attr("Mapping"));
  py::object names = is_mapping                           ? table.attr("keys")()
                     : py::hasattr(table, "column_names") ? table.attr("column_names")
                     : py::hasattr(table, "columns")      ? table.attr("columns")
                                                          : py::object(py::list());
  std::vector<WantedColumn> wanted;
  for (const auto name : names) wanted.push_back({py::str(name).cast<std::string>(), Times::kept});
  const ReadColumns found = read_columns(table, wanted, who);
  const py::gil_scoped_release released;
  Frame frame;
  for (const WantedColumn& each : wanted) frame.add(each.name, found.columns.at(each.name));
  return fealty::detail::select_rows(frame, nullptr);
}

constexpr std::array<std::pair<const char*, Frame Company::*>, 16> company_tables{
    {{"accounts", &Company::accounts},
     {"subscriptions", &Company::subscriptions},
     {"contracts", &Company::contracts},
     {"costs", &Company::costs},
     {"exchange_rates", &Company::exchange_rates},
     {"usage", &Company::usage},
     {"milestones", &Company::milestones},
     {"touches", &Company::touches},
     {"surveys", &Company::surveys},
     {"tickets", &Company::tickets},
     {"observations", &Company::observations},
     {"goals", &Company::goals},
     {"owners", &Company::owners},
     {"causes", &Company::causes},
     {"truth", &Company::truth},
     {"hazards", &Company::hazards}}};

/// A company of dataframes, each under its name.
void add_constructor(Class<Company>& company) {
  std::vector<Parameter> parameters;
  for (const auto& each : company_tables)
    parameters.push_back({each.first, "typing.Any", "None", Parameter::Kind::keyword_only});
  const auto signature = std::make_shared<const Signature>("Company", std::move(parameters), "None");
  company.init_with(*signature, [signature](const py::args& args, const py::kwargs& kwargs) {
    const std::vector<py::object> given = signature->sort(args, kwargs);
    auto made = std::make_shared<Company>();
    for (std::size_t i = 0; i < company_tables.size(); ++i)
      if (given[i]) (*made).*company_tables[i].second = read_frame(given[i], "Company");
    return made;
  });
}

void bind_tables(const Scope& scope) {
  using C = Company;
  Class<C> bound(scope, "Company");
  add_constructor(bound);
  bound.property("accounts", &C::accounts)
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

void bind_measures(const Scope& scope) {
  result<Measures>(scope, "Measures")
      .property("as_of", &Measures::as_of)
      .property("findings", &Measures::findings);
  using O = MeasuresOptions;
  const Fields<O> fields = Fields<O>()
                               .field("usage_days", &O::usage_days)
                               .field("support_days", &O::support_days)
                               .field("features", &O::features)
                               .field("seats", &O::seats)
                               .field("seat_plans", &O::seat_plans)
                               .field("tiers", &O::tiers)
                               .field("plan", &O::plan)
                               .field("start_milestone", &O::start_milestone)
                               .field("value_milestone", &O::value_milestone)
                               .field("csat_scale", &O::csat_scale)
                               .field("ces_scale", &O::ces_scale)
                               .field("time_zone", &O::time_zone)
                               .field("currency", &O::currency);
  function(scope, "measures", &measures, {{"company"}, {"as_of"}}, fields);
  function(scope, "measure_history", &measure_history, {{"company"}, {"days"}}, fields);
  function(scope, "observations", &observations, {{"measures"}});
}

}  // namespace

void bind_company(const Scope& scope) {
  bind_tables(scope);
  bind_simulate(scope);
  bind_measures(scope);
}

}  // namespace fealty::python
