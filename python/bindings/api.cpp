// SPDX-License-Identifier: MIT
#include "api.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <fealty/core/error.hpp>

#include <fmt/format.h>

#include "bind.hpp"
#include "docstrings.hpp"

namespace fealty::python {

void raise_type_error(const Place& place, py::handle value, std::string_view rule) {
  const std::string shown = fealty::detail::shortened(py::repr(value).cast<std::string>());
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

Description Signature::describe(const std::string& key, bool is_method) const {
  return {key, render(is_method, false), render(is_method, true) + " -> " + returns_, docstring(key)};
}

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

namespace {
/// A docstring that starts with what inspect.signature() reads; pybind11 writes no signature of its own.
std::string signed_doc(const char* name, const Description& description) {
  return name + description.text + "\n--\n\n" + description.doc;
}
}  // namespace

void add_function(py::handle scope, const char* name, const Description& description, Function function) {
  Scope::note(description.key, description.typed);
  py::object bound =
      py::cpp_function([call = std::move(function)](const py::args& args,
                                                    const py::kwargs& kwargs) { return call(args, kwargs); },
                       py::name(name), py::scope(scope), signed_doc(name, description).c_str());
  scope.attr(name) = PyType_Check(scope.ptr()) ? py::staticmethod(std::move(bound)) : std::move(bound);
}

void add_method(py::handle type, const char* name, const Description& description, Method method) {
  Scope::note(description.key, description.typed);
  type.attr(name) = py::cpp_function(
      [call = std::move(method)](py::handle self, const py::args& args, const py::kwargs& kwargs) {
        return call(self, args, kwargs);
      },
      py::name(name), py::is_method(type), signed_doc(name, description).c_str());
}

void add_property(py::handle type, const char* name, const Description& description, Getter get) {
  Scope::note(description.key, description.typed);
  const py::cpp_function getter([call = std::move(get)](py::handle self) { return call(self); });
  const py::object property = py::module_::import("builtins").attr("property");
  type.attr(name) = property(getter, py::none(), py::none(), description.doc);
}

void describe_type(py::handle type, const char* name, const Description& description) {
  Scope::note(description.key, description.typed);
  auto* const object = reinterpret_cast<PyTypeObject*>(type.ptr());
  const std::string text = signed_doc(name, description);
  auto* const memory = static_cast<char*>(PyObject_Malloc(text.size() + 1));
  std::copy_n(text.c_str(), text.size() + 1, memory);
  PyObject_Free(const_cast<char*>(object->tp_doc));  // a type made at run time owns its text
  object->tp_doc = memory;
  type.attr("__doc__") = description.doc;
}

}  // namespace fealty::python
