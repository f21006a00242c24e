// SPDX-License-Identifier: MIT
#include "results.hpp"

#include <fealty/core/arrow.hpp>
#include <fealty/core/date.hpp>

#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <pybind11/numpy.h>

namespace fealty::python {

void ResultColumns::add(const char* name, FrameColumn column, const char* type, std::string unit) {
  table_.frame.add(name, std::move(column));
  table_.types.push_back(fmt::format("numpy.typing.NDArray[{}]", type));
  table_.units.push_back(std::move(unit));
}
void ResultColumns::add(const char* name, const std::vector<std::int64_t>& column) {
  add(name, look_at(column), "numpy.int64");
}
void ResultColumns::add(const char* name, const std::vector<std::int32_t>& column) {
  add(name, Column<std::int64_t>(std::vector<std::int64_t>(column.begin(), column.end())), "numpy.int64");
}
void ResultColumns::add(const char* name, const Column<double>& column) {
  add(name, FrameColumn(column), "numpy.float64");
}
void ResultColumns::add(const char* name, const Column<std::int64_t>& column) {
  add(name, FrameColumn(column), "numpy.int64");
}
void ResultColumns::add(const char* name, const Column<std::int32_t>& column) {
  const auto values = column.values();
  add(name, Column<std::int64_t>(std::vector<std::int64_t>(values.begin(), values.end())), "numpy.int64");
}
void ResultColumns::add(const char* name, const std::vector<double>& column) {
  add(name, look_at(column), "numpy.float64");
}
void ResultColumns::add(const char* name, const std::vector<std::uint8_t>& column) {
  add(name, Flags{look_at(column)}, "numpy.bool");
}
void ResultColumns::add(const char* name, const std::vector<std::string>& column) {
  add(name, IdColumn(column), "numpy.object_");
}
void ResultColumns::add(const char* name, const DateColumn& column) {
  add(name, Days{look_at(column.days)}, "numpy.datetime64");
}
void ResultColumns::add(const char* name, const MoneyColumn& column) {
  add(name, DecimalColumn{look_at(column.minor), column.currency.exponent}, "numpy.float64",
      column.currency == Currency{} ? "" : column.currency.code());
}
void ResultColumns::add(const char* name, const IdColumn& column) { add(name, column, "typing.Any"); }
void ResultColumns::add_names(const char* name, std::span<const std::string_view> names,
                              std::vector<std::uint32_t> codes) {
  auto ids = std::make_shared<Ids>();
  for (const auto each : names) ids->encode(each);
  add(name, IdColumn(std::move(codes), std::move(ids)), "numpy.object_");
}

namespace {

/// An array over memory that `kept` owns, which nobody can write to.
template <class Kept>
py::array over(const char* dtype, const void* values, std::size_t size, Kept kept) {
  auto owner = std::make_unique<Kept>(std::move(kept));
  const py::capsule base(owner.get(), [](void* memory) { delete static_cast<Kept*>(memory); });
  owner.release();
  const void* const somewhere = values == nullptr ? &base : values;  // an empty vector has no memory
  py::array array(py::dtype(dtype), {static_cast<py::ssize_t>(size)}, {}, somewhere, base);
  array.attr("setflags")(py::arg("write") = false);
  return array;
}
template <class T>
py::array owned(const char* dtype, std::vector<T> values) {
  const void* const data = values.data();
  const std::size_t size = values.size();
  return over(dtype, data, size, std::move(values));
}

/// A column as a read-only array: the memory itself where NumPy has the type and nothing is missing.
struct NumPy {
  py::object operator()(const Column<std::int64_t>& column) const {
    if (!column.may_have_nulls()) return over("int64", column.values().data(), column.size(), column);
    return reals(column.size(),
                 [&](std::size_t row) { return column.valid(row) ? static_cast<double>(column[row]) : nan; });
  }
  py::object operator()(const Column<double>& column) const {
    if (!column.may_have_nulls()) return over("float64", column.values().data(), column.size(), column);
    return reals(column.size(), [&](std::size_t row) { return column.valid(row) ? column[row] : nan; });
  }
  py::object operator()(const DecimalColumn& column) const {
    const auto unit =
        static_cast<double>(fealty::detail::powers_of_ten[static_cast<std::size_t>(column.scale)]);
    return reals(column.unscaled.size(), [&](std::size_t row) {
      return column.unscaled.valid(row) ? static_cast<double>(column.unscaled[row]) / unit : nan;
    });
  }
  py::object operator()(const Days& column) const {
    return times("datetime64[D]", column.days.size(), [&](std::size_t row) {
      return column.days.valid(row) && column.days[row] != open ? std::int64_t{column.days[row]} : not_a_time;
    });
  }
  py::object operator()(const Timestamps& column) const {
    return times("datetime64[us]", column.micros.size(),
                 [&](std::size_t row) { return column.micros.valid(row) ? column.micros[row] : not_a_time; });
  }
  py::object operator()(const Flags& column) const {
    const auto& flags = column.flags;
    if (!flags.may_have_nulls()) return over("bool", flags.values().data(), flags.size(), flags);
    return objects(flags.size(), [&](std::size_t row) {
      return flags.valid(row) ? py::object(py::bool_(flags[row] != 0)) : py::none();
    });
  }
  py::object operator()(const IdColumn& column) const {
    const auto codes = column.codes();
    const bool is_text = !column.present() || column.ids()->is_text();
    if (!is_text && std::find(codes.begin(), codes.end(), no_id) == codes.end()) {
      std::vector<std::int64_t> numbers;
      for (const auto code : codes) numbers.push_back(column.ids()->number(code));
      return owned("int64", std::move(numbers));
    }
    std::vector<py::object> entries;
    if (column.present())
      for (std::uint32_t code = 0; code < column.ids()->size(); ++code)
        entries.push_back(is_text ? py::object(py::str(column.ids()->text(code)))
                                  : py::int_(column.ids()->number(code)));
    return objects(codes.size(), [&](std::size_t row) {
      return codes[row] == no_id ? py::object(py::none()) : entries[codes[row]];
    });
  }

 private:
  static constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  static constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

  template <class At>
  static py::object reals(std::size_t rows, At at) {
    std::vector<double> values(rows);
    for (std::size_t row = 0; row < rows; ++row) values[row] = at(row);
    return owned("float64", std::move(values));
  }
  template <class At>
  static py::object times(const char* dtype, std::size_t rows, At at) {
    std::vector<std::int64_t> values(rows);
    for (std::size_t row = 0; row < rows; ++row) values[row] = at(row);
    return owned(dtype, std::move(values));
  }
  template <class At>
  static py::object objects(std::size_t rows, At at) {
    py::array array(py::dtype("object"), {static_cast<py::ssize_t>(rows)}, {});
    auto** const items = static_cast<PyObject**>(array.mutable_data());
    for (std::size_t row = 0; row < rows; ++row) Py_XSETREF(items[row], at(row).release().ptr());
    array.attr("setflags")(py::arg("write") = false);
    return array;
  }
};

py::object numpy_of(const FrameColumn& column) { return std::visit(NumPy{}, column); }

constexpr std::string_view minor_suffix = "_minor";

std::string name_of_type(py::handle self) { return py::type::of(self).attr("__name__").cast<std::string>(); }

py::object column_named(py::handle self, const std::string& name, TableOf table) {
  if (const auto found = table(self, name); found.frame.size() == 1) return numpy_of(found.frame.column(0));
  if (name.ends_with(minor_suffix)) {
    const auto found = table(self, std::string_view(name).substr(0, name.size() - minor_suffix.size()));
    if (found.frame.size() == 1)
      if (const auto* money = std::get_if<DecimalColumn>(&found.frame.column(0)))
        return numpy_of(money->unscaled);
  }
  std::string all;
  const ResultTable whole = table(self, {});
  for (std::size_t i = 0; i < whole.frame.size(); ++i) all += (i == 0 ? "" : ", ") + whole.frame.name(i);
  throw py::key_error(fmt::format("{}: column = \"{}\" is not there; the columns are {}", name_of_type(self),
                                  name, all.empty() ? "none" : all));
}

py::list names_of(const Frame& frame) {
  py::list names;
  for (std::size_t i = 0; i < frame.size(); ++i) names.append(frame.name(i));
  return names;
}

template <class Struct>
py::object capsule_of(const char* name, Struct raw) {
  auto memory = std::make_unique<Struct>(raw);
  const py::capsule capsule(memory.get(), name, [](PyObject* self) {
    auto* const held = static_cast<Struct*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  memory.release();
  return capsule;
}

py::object import_for(const char* module, const char* method) {
  try {
    return py::module_::import(module);
  } catch (py::error_already_set& error) {
    if (!error.matches(PyExc_ImportError)) throw;
    py::raise_from(error, PyExc_ImportError,
                   fmt::format("{} needs {}: pip install {}", method, module, module).c_str());
    throw py::error_already_set();
  }
}

py::object to_pandas(py::handle self, TableOf table) {
  const py::object pandas = import_for("pandas", "to_pandas");
  const ResultTable whole = table(self, {});
  py::dict columns;
  for (std::size_t i = 0; i < whole.frame.size(); ++i)
    columns[py::str(whole.frame.name(i))] = numpy_of(whole.frame.column(i));
  return pandas.attr("DataFrame")(columns);
}

}  // namespace

void add_table_methods(py::handle type, const std::string& key, TableOf table) {
  add_property(type, "columns", {key + ".columns", "", "list[str]", "The names of the columns."},
               [table](py::handle self) { return py::object(names_of(table(self, {}).frame)); });
  const auto add = [&](const char* name, const char* returns, const char* doc, Getter get) {
    add_method(
        type, name, {key + "." + name, "(self)", fmt::format("(self) -> {}", returns), doc},
        [get = std::move(get)](py::handle self, const py::args&, const py::kwargs&) { return get(self); });
  };
  add("__len__", "int", "The number of rows.",
      [table](py::handle self) { return py::object(py::int_(table(self, {}).frame.rows())); });
  add_method(
      type, "__getitem__",
      {key + ".__getitem__", "(self, name, /)", "(self, name: str, /) -> numpy.typing.NDArray[typing.Any]",
       "A column by its name, as a read-only array."},
      [table](py::handle self, const py::args& args, const py::kwargs&) {
        const py::object name = args[0];
        return column_named(self, Python<std::string>::read(name, {name_of_type(self), "column"}), table);
      });
  add("__arrow_c_schema__", "object", "The types of the columns, as an Arrow schema in a capsule.",
      [table](py::handle self) {
        ArrowSchema schema{};
        arrow::export_schema(table(self, {}).frame, &schema);
        return capsule_of("arrow_schema", schema);
      });
  add_method(type, "__arrow_c_stream__",
             {key + ".__arrow_c_stream__", "(self, requested_schema=None)",
              "(self, requested_schema: object | None = None) -> object",
              "The columns as an Arrow stream in a capsule, of the types that __arrow_c_schema__ tells."},
             [table](py::handle self, const py::args&, const py::kwargs&) {
               ArrowArrayStream stream{};
               arrow::export_frame(table(self, {}).frame, &stream);
               return capsule_of("arrow_array_stream", stream);
             });
  add("to_pandas", "pandas.DataFrame", "The columns as a pandas DataFrame; amounts are in major units.",
      [table](py::handle self) { return to_pandas(self, table); });
  add("to_polars", "polars.DataFrame", "The columns as a polars DataFrame; amounts are decimals.",
      [](py::handle self) { return py::object(import_for("polars", "to_polars").attr("DataFrame")(self)); });
  add("_repr_html_", "str", "The table as HTML.",
      [table](py::handle self) { return py::object(py::str(html_of(name_of_type(self), table(self, {})))); });
  add("__repr__", "str", "The table as text.",
      [table](py::handle self) { return py::object(py::str(text_of(name_of_type(self), table(self, {})))); });
}

void add_column_attributes(py::handle type, const std::string& key, TableOf table, const ResultTable& empty) {
  for (std::size_t i = 0; i < empty.frame.size(); ++i) {
    const std::string& column = empty.frame.name(i);
    const auto add = [&](const std::string& name, const std::string& returns) {
      add_property(type, name.c_str(), {key + "." + name, "", returns, docstring(key + "." + column)},
                   [table, name](py::handle self) { return column_named(self, name, table); });
    };
    add(column, empty.types[i]);
    if (std::holds_alternative<DecimalColumn>(empty.frame.column(i)))
      add(column + std::string(minor_suffix), "numpy.typing.NDArray[numpy.int64]");
  }
}

void add_plot(py::handle type, const std::string& key) {
  add_method(type, "plot",
             {key + ".plot", "(self, ax=None)",
              "(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes",
              "Draws the result into matplotlib axes, by default those of a new figure, and returns them."},
             [](py::handle self, const py::args& args, const py::kwargs& kwargs) {
               return py::object(py::module_::import("fealty.plots").attr("plot")(self, *args, **kwargs));
             });
}

}  // namespace fealty::python
