// SPDX-License-Identifier: MIT
// Any dataframe as an argument of a calculator, which knows the columns that it needs.
#pragma once

#include <fealty/core/frame.hpp>

#include <string>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "frames.hpp"

namespace fealty::python {

/// A dataframe that is read when the names of its columns are known. The call keeps it alive.
struct TableArgument {
  py::handle table;
  Place place;

  /// Calls `use` with the columns of some names, without the GIL; they are gone afterwards.
  template <class Use>
  auto read(const std::vector<std::string>& names, Use use) const {
    const py::gil_scoped_acquire held;
    std::vector<WantedColumn> wanted;
    for (const std::string& name : names) wanted.push_back({name, Times::days});
    ReadColumns found;
    Frame frame;
    if (!table.is_none()) found = read_columns(table, wanted, place.who);
    else if (!names.empty()) refuse(place, {}, "", "are missing: there has to be " + names.front());
    for (const std::string& name : names)
      if (frame.find(name) == nullptr) frame.add(name, found.columns.at(name));
    const py::gil_scoped_release released;
    return use(std::as_const(frame));
  }
};
template <>
struct Python<TableArgument> {
  static TableArgument read(py::handle value, const Place& place) { return {value, place}; }
  static std::string taken() { return "typing.Any"; }
};

}  // namespace fealty::python
