// SPDX-License-Identifier: MIT
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/money.hpp>
#include <fealty/core/period.hpp>
#include <fealty/core/time_zone.hpp>

#include <exception>
#include <memory>
#include <string>
#include <variant>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

PyObject* error_type = nullptr;  // live as long as the process
PyObject* invalid_input_type = nullptr;
PyObject* overflow_type = nullptr;
PyObject* not_converged_type = nullptr;

PyObject* exception(const Scope& scope, const char* name, const py::object& bases) {
  const std::string full = "fealty." + std::string(name);
  PyObject* const type =
      PyErr_NewExceptionWithDoc(full.c_str(), docstring(name).c_str(), bases.ptr(), nullptr);
  if (type == nullptr) throw py::error_already_set();
  scope.module().attr(name) = py::handle(type);
  return type;
}

/// Raises an error with the parts of its message as attributes.
void raise(PyObject* type, const Error& error) {
  const ErrorDetail& detail = error.detail();
  const py::object raised = py::handle(type)(error.what());
  raised.attr("who") = detail.who;
  raised.attr("what") = detail.what;
  raised.attr("where") = Python<std::optional<std::int64_t>>::write(detail.where);
  raised.attr("value") = detail.value;
  raised.attr("rule") = detail.rule;
  PyErr_SetObject(type, raised.ptr());
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(std::move(thrown));
  } catch (const InvalidInput& error) {
    raise(invalid_input_type, error);
  } catch (const Overflow& error) {
    raise(overflow_type, error);
  } catch (const NotConverged& error) {
    raise(not_converged_type, error);
  } catch (const Error& error) {
    raise(error_type, error);
  }
}

void bind_errors(const Scope& scope) {
  error_type = exception(scope, "Error", py::handle(PyExc_Exception).cast<py::object>());
  const auto with = [&](PyObject* base) { return py::make_tuple(py::handle(error_type), py::handle(base)); };
  invalid_input_type = exception(scope, "InvalidInput", with(PyExc_ValueError));
  overflow_type = exception(scope, "Overflow", with(PyExc_OverflowError));
  not_converged_type = exception(scope, "NotConverged", with(PyExc_RuntimeError));
  py::register_exception_translator(translate);
  for (const char* name : {"who", "what", "value", "rule"}) Scope::note("Error." + std::string(name), "str");
  Scope::note("Error.where", "int | None");
}

void bind_findings(const Scope& scope) {
  enumeration<Severity>(scope, "Severity");
  enumeration<OnError>(scope, "OnError");
  Class<Finding>(scope, "Finding")
      .property("code", &Finding::code)
      .property("severity", &Finding::severity)
      .property("rows", &Finding::rows)
      .property("message", &Finding::message)
      .shown_as([](const Finding& finding) {
        const auto names = enum_names(Severity{});
        return fmt::format("Finding({}, {}, {} {}: {})", finding.code,
                           names[static_cast<std::size_t>(finding.severity)], finding.rows.size(),
                           finding.rows.size() == 1 ? "row" : "rows", finding.message);
      });
}

void bind_money(const Scope& scope) {
  Class<Currency>(scope, "Currency")
      .property("code", &Currency::code)
      .property("exponent", &Currency::exponent)
      .comparable()
      .shown_as([](const Currency& currency) { return "Currency(" + currency.code() + ")"; });
  Class<Money> money(scope, "Money");
  money
      .init(
          [](std::int64_t minor, const Currency& currency) {
            return Money{minor, currency};
          },
          {{"minor"}, {"currency"}})
      .property("minor", &Money::minor)
      .property("currency", &Money::currency)
      .comparable()
      .shown_as([](const Money& amount) { return "Money(" + to_string(amount) + ")"; });
  Class<MinorUnits>(scope, "MinorUnits")
      .property("minor", &MinorUnits::minor)
      .property("exact", &MinorUnits::exact)
      .shown_as([](const MinorUnits& units) {
        return fmt::format("MinorUnits({}, {})", units.minor, units.exact ? "exact" : "rounded");
      });
  function(scope, "currency", &currency, {{"code"}});
  function(scope, "try_currency", &try_currency, {{"code"}});
  function(scope, "add", &add, {{"a"}, {"b"}});
  function(scope, "allocate", &allocate, {{"amount"}, {"weights"}});
  function(scope, "to_minor", &to_minor, {{"major"}, {"currency"}});
}

void bind_dates(const Scope& scope) {
  Class<YearMonthDay>(scope, "YearMonthDay")
      .property("year", &YearMonthDay::year)
      .property("month", &YearMonthDay::month)
      .property("day", &YearMonthDay::day)
      .comparable()
      .shown_as([](const YearMonthDay& parts) {
        return fmt::format("YearMonthDay({}, {}, {})", parts.year, parts.month, parts.day);
      });
  function(scope, "make_date", &make_date, {{"year"}, {"month"}, {"day"}});
  function(scope, "year_month_day", &year_month_day, {{"date"}});
  function(scope, "parse_date", &parse_date, {{"text"}});
  function(scope, "try_parse_date", &try_parse_date, {{"text"}});
  function(scope, "month_end", &month_end, {{"date"}});
  function(scope, "add_months", &add_months, {{"date"}, {"months"}});
  function(scope, "to_string", static_cast<std::string (*)(const Money&)>(&to_string), {{"money"}});
}

void bind_time_zone(const Scope& scope) {
  Class<TimeZone>(scope, "TimeZone")
      .method("day", &TimeZone::day, {{"micros"}})
      .method("days", &TimeZone::days, {{"micros"}})
      .method("offset_seconds", &TimeZone::offset_seconds, {{"micros"}})
      .property("name", &TimeZone::name)
      .shown_as([](const TimeZone& zone) { return "TimeZone(" + zone.name() + ")"; });
  function(scope, "time_zone", &time_zone, {{"name"}});
}

void bind_periods(const Scope& scope) {
  enumeration<Period>(scope, "Period");
  function(scope, "period_start", &period_start, {{"date"}, {"period"}, {"fiscal_year_start"}});
  Class<PeriodGrid> grid(scope, "PeriodGrid");
  grid.init([](Date first, Date last, Period period,
               std::int32_t fiscal_year_start) { return PeriodGrid(first, last, period, fiscal_year_start); },
            {{"first"}, {"last"}, {"period"}, {"fiscal_year_start", py::int_(1)}})
      .size(&PeriodGrid::size)
      .property("period", &PeriodGrid::period)
      .property("fiscal_year_start", &PeriodGrid::fiscal_year_start)
      .method("start", &PeriodGrid::start, {{"index"}})
      .method("last_day", &PeriodGrid::last_day, {{"index"}})
      .method("label", &PeriodGrid::label, {{"index"}})
      .method("index", [](const PeriodGrid& self, Date day) { return std::size_t{self.index(day.days)}; },
              {{"day"}})
      .shown_as([](const PeriodGrid& self) {
        return fmt::format("PeriodGrid: {} periods from {} to {}", self.size(), self.label(0),
                           self.label(self.size() - 1));
      });
  grid.python().attr("max_size") = PeriodGrid::max_size;
}

void bind_frame(const Scope& scope) {
  Class<Frame> frame(scope, "Frame");
  add_table_methods(frame.python(), frame.key(), [](py::handle self, std::string_view only) {
    const auto whole = object_of<Frame>(self);
    ResultTable table;
    for (std::size_t i = 0; i < whole->size(); ++i)
      if (only.empty() || whole->name(i) == only) table.frame.add(whole->name(i), whole->column(i));
    return table;
  });
}

}  // namespace

void bind_core(const Scope& scope) {
  bind_errors(scope);
  bind_findings(scope);
  bind_money(scope);
  bind_dates(scope);
  bind_time_zone(scope);
  bind_periods(scope);
  bind_frame(scope);
}

}  // namespace fealty::python
