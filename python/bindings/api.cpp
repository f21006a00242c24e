// SPDX-License-Identifier: MIT
#include "api.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

#include "bind.hpp"
#include "docstrings.hpp"

namespace fealty::python {

void raise_type_error(const Place& place, py::handle value, std::string_view rule) {
  const auto shown = py::repr(value).cast<std::string>();
  throw py::type_error(fmt::format("{}: {} = {} {}", place.who, place.what, shown, rule));
}

std::string docstring(std::string_view key) {
  const auto* found =
      std::lower_bound(std::begin(docstrings), std::end(docstrings), key,
                       [](const Docstring& each, std::string_view wanted) { return each.key < wanted; });
  if (found == std::end(docstrings) || found->key != key)
    throw std::logic_error(fmt::format("fealty: docstrings.hpp has nothing about {}", key));
  return std::string(found->text);
}

std::string Signature::render(bool is_method, bool typed) const {
  std::string text = is_method ? "(self" : "(";
  const auto append = [&](std::string_view part) {
    if (text.back() != '(') text += ", ";
    text += part;
  };
  auto last = Parameter::Kind::normal;
  for (const auto& each : parameters_) {
    if (last == Parameter::Kind::positional_only && each.kind != last) append("/");
    if (last != Parameter::Kind::keyword_only && each.kind == Parameter::Kind::keyword_only) append("*");
    last = each.kind;
    append(each.name);
    if (typed) text += ": " + each.type;
    if (!each.default_value.empty()) text += (typed ? " = " : "=") + each.default_value;
  }
  if (last == Parameter::Kind::positional_only) append("/");
  return text + ")";
}

std::string Signature::text(bool is_method) const { return render(is_method, false); }
std::string Signature::typed(bool is_method) const { return render(is_method, true) + " -> " + returns_; }

std::string Signature::names() const {
  std::string text;
  for (const auto& each : parameters_)
    if (each.kind != Parameter::Kind::positional_only) text += (text.empty() ? "" : ", ") + each.name;
  return text.empty() ? "none" : text;
}

std::vector<py::object> Signature::sort(const py::args& args, const py::kwargs& kwargs) const {
  std::vector<py::object> sorted(parameters_.size());
  const auto positional = static_cast<std::size_t>(
      std::count_if(parameters_.begin(), parameters_.end(),
                    [](const Parameter& each) { return each.kind != Parameter::Kind::keyword_only; }));
  if (args.size() > positional)
    throw py::type_error(fmt::format("{}: {} positional arguments were given, it takes {}; name the others",
                                     who_, args.size(), positional));
  for (std::size_t i = 0; i < args.size(); ++i) sorted[i] = args[i];
  for (const auto& [given, value] : kwargs) {
    const auto name = given.cast<std::string>();
    const auto found = std::find_if(parameters_.begin(), parameters_.end(), [&](const Parameter& each) {
      return each.name == name && each.kind != Parameter::Kind::positional_only;
    });
    if (found == parameters_.end())
      throw py::type_error(
          fmt::format("{}: {} is not an argument; the arguments are {}", who_, name, names()));
    auto& slot = sorted[static_cast<std::size_t>(found - parameters_.begin())];
    if (slot) throw py::type_error(fmt::format("{}: {} was given twice", who_, name));
    slot = py::reinterpret_borrow<py::object>(value);
  }
  for (std::size_t i = 0; i < sorted.size(); ++i)
    if (!sorted[i] && parameters_[i].default_value.empty())
      throw py::type_error(fmt::format("{}: {} is missing", who_, parameters_[i].name));
  return sorted;
}

Scope::Scope(py::module_ module, const char* name, std::string prefix)
    : module_(std::move(module)), prefix_(std::move(prefix)) {
  module_.attr("__name__") = name;  // classes and functions tell where users find them
}

void set_type_doc(py::handle type, const std::string& signature, const std::string& doc) {
  auto* const object = reinterpret_cast<PyTypeObject*>(type.ptr());
  const std::string text = signature + doc;
  auto* const memory = static_cast<char*>(PyObject_Malloc(text.size() + 1));
  std::copy_n(text.c_str(), text.size() + 1, memory);
  PyObject_Free(const_cast<char*>(object->tp_doc));  // a type made at run time owns its text
  object->tp_doc = memory;
  type.attr("__doc__") = doc;
}

namespace {
std::map<std::string, std::string>& noted() {
  static std::map<std::string, std::string> notes;
  return notes;
}
}  // namespace

void Scope::note(const std::string& key, std::string text) { noted()[key] = std::move(text); }

py::dict Scope::notes() {
  py::dict all;
  for (const auto& [key, text] : noted()) all[py::str(key)] = text;
  return all;
}

}  // namespace fealty::python
