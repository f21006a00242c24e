// SPDX-License-Identifier: MIT
// Results that say more in a notebook than their table does.
#pragma once

#include <string>
#include <string_view>

#include "api.hpp"
#include "bind.hpp"
#include "results.hpp"

namespace fealty::python {

/// A text of the data as HTML.
std::string escaped(std::string_view text);

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
