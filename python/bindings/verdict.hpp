// SPDX-License-Identifier: MIT
// Results that say in one line what they come to.
#pragma once

#include "api.hpp"
#include "bind.hpp"
#include "results.hpp"

namespace fealty::python {

/// Shows a result with its verdict above.
///
/// \param verdict  what it comes to, as its first line says
template <class R, class Verdict>
void show_verdict(Class<R>& type, Verdict verdict) {
  const auto shown = [&](const char* name, const char* doc, auto show) {
    add_method(type.python(), name, {type.key() + "." + name, "(self)", "(self) -> str", doc},
               [show, verdict](py::handle self, const py::args&, const py::kwargs&) {
                 const auto result = object_of<R>(self);
                 ResultColumns columns(result, {});
                 R::each_column(*result, columns);
                 return py::object(py::str(show(verdict(*result), columns.take())));
               });
  };
  shown("__repr__", "What it comes to, and its rows, as text.", &text_of);
  shown("_repr_html_", "What it comes to, and its rows, as HTML.", &html_of);
}

}  // namespace fealty::python
