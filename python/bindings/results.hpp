// SPDX-License-Identifier: MIT
// Results of equal-length columns: attributes, Arrow streams, pandas, polars, and tables to read.
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api.hpp"
#include "bind.hpp"

namespace fealty::python {

/// A result as a frame that looks at its memory; a unit and a NumPy type stand beside each column.
struct ResultTable {
  Frame frame;
  std::vector<std::string> units;  ///< the currency of an amount, empty otherwise
  std::vector<std::string> types;  ///< as a stub writes it
};

/// Takes the columns of a result one by one.
class ResultColumns {
 public:
  /// \param owner  keeps the result alive
  /// \param only   the one column to take; all when empty
  ResultColumns(std::shared_ptr<const void> owner, std::string_view only)
      : owner_(std::move(owner)), only_(only) {}

  template <class T>
  void operator()(const char* name, const T& column) {
    if (only_.empty() || only_ == name) add(name, column);
  }
  ResultTable take() { return std::move(table_); }

 private:
  void add(const char* name, const std::vector<std::int64_t>& column);
  void add(const char* name, const std::vector<std::int32_t>& column);
  void add(const char* name, const std::vector<double>& column);
  void add(const char* name, const Column<double>& column);
  void add(const char* name, const Column<std::int64_t>& column);
  void add(const char* name, const Column<std::int32_t>& column);
  void add(const char* name, const std::vector<std::uint8_t>& column);
  void add(const char* name, const std::vector<std::string>& column);
  void add(const char* name, const DateColumn& column);
  void add(const char* name, const MoneyColumn& column);
  void add(const char* name, const IdColumn& column);
  template <NamedEnum E>
  void add(const char* name, const std::vector<E>& column) {
    const auto names = enum_names(E{});
    std::vector<std::uint32_t> codes;
    codes.reserve(column.size());
    for (const E value : column) codes.push_back(static_cast<std::uint32_t>(value));
    add_names(name, names, std::move(codes));
  }
  void add_names(const char* name, std::span<const std::string_view> names, std::vector<std::uint32_t> codes);
  void add(const char* name, FrameColumn column, const char* type, std::string unit = {});

  template <class T>
  Column<T> look_at(const std::vector<T>& values) const {
    return Column<T>(values, nullptr, 0, owner_);
  }

  std::shared_ptr<const void> owner_;
  std::string_view only_;
  ResultTable table_;
};

/// The columns of an object of Python, or the one that is named.
using TableOf = ResultTable (*)(py::handle self, std::string_view only);

/// Adds what every result can do: len(), [], columns, Arrow, pandas, polars and tables to read.
void add_table_methods(py::handle type, const std::string& key, TableOf table);
/// Adds an attribute for each column of `empty`, and `<name>_minor` for each amount.
void add_column_attributes(py::handle type, const std::string& key, TableOf table, const ResultTable& empty);
/// Adds plot(ax=None), which fealty.plots carries out.
void add_plot(py::handle type, const std::string& key);

/// What is shown of a table: its title, then its rows.
std::string text_of(const std::string& title, const ResultTable& table);
std::string html_of(const std::string& title, const ResultTable& table);
/// A text of the data as HTML.
std::string escaped(std::string_view text);

/// Binds a result struct.
template <class R>
Class<R> result(const Scope& scope, const char* name) {
  constexpr TableOf table = [](py::handle self, std::string_view only) {
    const auto result = object_of<R>(self);
    ResultColumns columns(result, only);
    R::each_column(std::as_const(*result), columns);
    return columns.take();
  };
  Class<R> type(scope, name);
  ResultColumns none(nullptr, {});
  const R empty{};
  R::each_column(empty, none);
  add_column_attributes(type.python(), type.key(), table, none.take());
  add_table_methods(type.python(), type.key(), table);
  return type;
}

/// A result that fealty.plots can draw.
template <class R>
Class<R> drawn_result(const Scope& scope, const char* name) {
  Class<R> type = result<R>(scope, name);
  add_plot(type.python(), type.key());
  return type;
}

/// Shows a result in notebooks as `show` makes it of the result and its rows.
template <class R, class Show>
void show_html(Class<R>& type, const char* doc, Show show) {
  add_method(type.python(), "_repr_html_", {type.key() + "._repr_html_", "(self)", "(self) -> str", doc},
             [show](py::handle self, const py::args&, const py::kwargs&) {
               const auto result = object_of<R>(self);
               ResultColumns columns(result, {});
               R::each_column(*result, columns);
               return py::object(py::str(show(*result, columns.take())));
             });
}

}  // namespace fealty::python
