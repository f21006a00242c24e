// SPDX-License-Identifier: MIT
// Dataframes as columns of C++: Arrow's PyCapsules first, then pandas through NumPy, then a mapping of
// arrays or lists.
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/duration_column.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api.hpp"
#include "arrays.hpp"
#include "bind.hpp"

namespace fealty::python {

/// A column that a call names, and what is to become of times in it.
struct WantedColumn {
  std::string name;
  Times times;
};
/// The columns that were found, by name. They look at the memory of the table and of what is kept alive.
struct ReadColumns {
  std::map<std::string, FrameColumn> columns;
  std::vector<py::object> alive;
};

/// \throws InvalidInput  for a column that is not there, or of a type that no column may have
/// \throws TypeError     when `table` is nothing that has columns
ReadColumns read_columns(py::handle table, const std::vector<WantedColumn>& wanted, const std::string& who);

/// A column of a frame as one of a table, under its name in messages.
template <class T>
struct TableColumn;
template <>
struct TableColumn<IdColumn> {
  static IdColumn of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<Column<std::int32_t>> {  // days
  static Column<std::int32_t> of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<DayColumn> {
  static DayColumn of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<Column<std::int64_t>> {
  static Column<std::int64_t> of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<Column<double>> {
  static Column<double> of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<Column<std::uint8_t>> {
  static Column<std::uint8_t> of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<AmountColumn> {
  static AmountColumn of(const FrameColumn& column, const Place& place);
};
template <>
struct TableColumn<survival::DurationColumn> {
  static survival::DurationColumn of(const FrameColumn& column, const Place& place);
};
template <class T>
concept ColumnField = requires(const FrameColumn& column, const Place& place) {
  { TableColumn<T>::of(column, place) } -> std::same_as<T>;
};

/// Columns that the caller names.
using NamedColumns = std::vector<std::pair<std::string, IdColumn>>;

/// The fields of a columns struct: keyword arguments that name columns of a table, and some that do not.
template <class Columns>
class TableFields {
 public:
  using Struct = Columns;

  TableFields() { parameters_.push_back({"table", "typing.Any", "", Parameter::Kind::positional_only}); }

  template <class T>
  TableFields& field(const char* name, T Columns::*member) {
    if constexpr (ColumnField<T>) {
      constexpr Times times = std::is_same_v<T, Column<std::int32_t>> ? Times::days
                              : std::is_same_v<T, DayColumn>          ? Times::instants
                                                                      : Times::kept;
      add(name, "str | None", "None");
      columns_.push_back({parameters_.size() - 1, times, false,
                          [member](Columns& columns, const FrameColumn& column, const Place& place) {
                            columns.*member = TableColumn<T>::of(column, place).named(place.what);
                          }});
    } else if constexpr (std::is_same_v<T, NamedColumns>) {
      add(name, "collections.abc.Iterable[str] | None", "None");
      columns_.push_back({parameters_.size() - 1, Times::kept, true,
                          [member](Columns& columns, const FrameColumn& column, const Place& place) {
                            (columns.*member)
                                .emplace_back(place.what,
                                              TableColumn<IdColumn>::of(column, place).named(place.what));
                          }});
    } else if constexpr (std::is_same_v<T, Frame>) {
      add(name, "collections.abc.Iterable[str] | None", "None");
      columns_.push_back({parameters_.size() - 1, Times::kept, true,
                          [member](Columns& columns, const FrameColumn& column, const Place& place) {
                            (columns.*member).add(place.what, column);
                          }});
    } else {
      add(name, Python<T>::taken(), default_of(Columns{}.*member));
      settings_.push_back(
          {parameters_.size() - 1, [member](Columns& columns, py::handle value, const Place& place) {
             columns.*member = Python<T>::read(value, place);
           }});
    }
    return *this;
  }

  const std::vector<Parameter>& parameters() const { return parameters_; }

  /// Calls `use` with the columns, without the GIL; they are gone afterwards.
  template <class Use>
  auto read(std::span<const py::object> given, const std::string& who, Use use) const {
    Columns columns;
    for (const auto& each : settings_)
      if (given[each.at]) each.read(columns, given[each.at], {who, parameters_[each.at].name});
    std::vector<WantedColumn> wanted;
    std::vector<std::pair<const ColumnReader*, std::string>> named;
    for (const auto& each : columns_) {
      if (!given[each.at] || given[each.at].is_none()) continue;
      const Place place{who, parameters_[each.at].name};
      const auto names = each.several ? Python<std::vector<std::string>>::read(given[each.at], place)
                                      : std::vector{Python<std::string>::read(given[each.at], place)};
      for (const auto& name : names) {
        named.emplace_back(&each, name);
        wanted.push_back({name, each.times});
      }
    }
    const ReadColumns found = read_columns(given[0], wanted, who);
    const py::gil_scoped_release released;
    for (const auto& [reader, name] : named) reader->read(columns, found.columns.at(name), {who, name});
    return use(std::as_const(columns));
  }

 private:
  struct ColumnReader {
    std::size_t at;
    Times times;
    bool several;  ///< the argument is a sequence of names
    std::function<void(Columns&, const FrameColumn&, const Place&)> read;
  };
  struct SettingReader {
    std::size_t at;
    std::function<void(Columns&, py::handle, const Place&)> read;
  };
  void add(const char* name, std::string type, std::string default_value) {
    parameters_.push_back({name, std::move(type), std::move(default_value), Parameter::Kind::keyword_only});
  }

  std::vector<Parameter> parameters_;
  std::vector<ColumnReader> columns_;
  std::vector<SettingReader> settings_;
};

/// Binds the constructor of a table: a dataframe, and the names of its columns.
template <class T, class Columns>
void table_init(Class<T>& type, const char* name, TableFields<Columns> fields) {
  const auto shared = std::make_shared<const TableFields<Columns>>(std::move(fields));
  const Signature signature(name, shared->parameters(), "None");
  type.init_with(signature, [shared, signature](const py::args& args, const py::kwargs& kwargs) {
    return shared->read(signature.sort(args, kwargs), signature.who(),
                        [](const Columns& columns) { return std::make_shared<T>(columns); });
  });
}

/// Binds a validated table: its constructor, len(), findings and how it is shown.
template <class Table, class Columns>
Class<Table> table_class(const Scope& scope, const char* name, TableFields<Columns> fields) {
  Class<Table> table(scope, name);
  table_init(table, name, std::move(fields));
  table.size(&Table::size).property("findings", &Table::findings).shown_as([](const Table& rows) {
    return fmt::format("{}: {} {}", py::type::of<Table>().attr("__name__").template cast<std::string>(),
                       rows.size(), rows.size() == 1 ? "row" : "rows");
  });
  return table;
}

/// Binds a function of a table that is not yet one, such as audit().
template <class R, class Columns>
void table_function(const Scope& scope, const char* name, R (*f)(const Columns&), TableFields<Columns> fields,
                    const char* who) {
  const auto shared = std::make_shared<const TableFields<Columns>>(std::move(fields));
  const Signature signature(who, shared->parameters(), returned<R>());
  add_function(scope.module(), name, signature.describe(scope.key(name), false),
               [shared, signature, f](const py::args& args, const py::kwargs& kwargs) {
                 return Python<R>::write(shared->read(signature.sort(args, kwargs), signature.who(), f));
               });
}

}  // namespace fealty::python
