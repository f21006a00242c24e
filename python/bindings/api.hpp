// SPDX-License-Identifier: MIT
// What every binding shares: where a name goes, what its signature and documentation are, how the
// arguments of a call find their places.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>

namespace fealty::python {

namespace py = pybind11;

/// Whose argument a message speaks of, and which.
struct Place {
  std::string who, what;
};

/// "who: what = value rule", for the exceptions that Python has of its own.
[[noreturn]] void raise_type_error(const Place& place, py::handle value, std::string_view rule);

/// The documentation of a public name, as the headers have it.
///
/// \throws std::logic_error  when there is none: the import fails then
std::string docstring(std::string_view key);

struct Parameter {
  enum class Kind { positional_only, normal, keyword_only };
  std::string name;
  std::string type;           ///< as a stub writes it
  std::string default_value;  ///< as Python source; empty when the argument must be given
  Kind kind = Kind::normal;
};

/// How something is described: to inspect.signature(), in a stub, and to help().
struct Description {
  std::string key;    ///< of the stub's entry
  std::string text;   ///< "(self, ax=None)"
  std::string typed;  ///< "(self, ax: Axes | None = None) -> Axes"; of a property, its type
  std::string doc;
};

/// The parameters of a callable, and how a call's arguments are sorted into them.
class Signature {
 public:
  Signature(std::string who, std::vector<Parameter> parameters, std::string returns)
      : who_(std::move(who)), parameters_(std::move(parameters)), returns_(std::move(returns)) {}

  const std::string& who() const { return who_; }
  /// \param key  what the documentation knows the callable as
  Description describe(const std::string& key, bool is_method) const;
  /// One object per parameter, null where the default stands.
  ///
  /// \throws TypeError  for an argument that is unknown, missing or given twice
  std::vector<py::object> sort(const py::args& args, const py::kwargs& kwargs) const;

 private:
  std::string render(bool is_method, bool typed) const;
  std::string names() const;

  std::string who_;
  std::vector<Parameter> parameters_;
  std::string returns_;
};

/// A module that is being filled. Its keys start with `prefix`, such as "revenue.".
class Scope {
 public:
  /// \param name  what users import, such as fealty.revenue
  Scope(py::module_ module, const char* name, std::string prefix);

  const py::module_& module() const { return module_; }
  std::string key(std::string_view name) const { return prefix_ + std::string(name); }

  /// Notes a typed signature, or the type of a property, for the stubs.
  static void note(const std::string& key, std::string text);
  /// All that was noted, by key.
  static py::dict notes();

 private:
  py::module_ module_;
  std::string prefix_;
};

// Callables without their C++ types, so that the templates behind them are made once.
using Function = std::function<py::object(const py::args&, const py::kwargs&)>;
using Method = std::function<py::object(py::handle self, const py::args&, const py::kwargs&)>;
using Getter = std::function<py::object(py::handle self)>;

/// Adds a function to a module, or a static method to a class.
void add_function(py::handle scope, const char* name, const Description& description, Function function);
void add_method(py::handle type, const char* name, const Description& description, Method method);
void add_property(py::handle type, const char* name, const Description& description, Getter get);
/// Sets what help() and inspect.signature() say of a class.
void describe_type(py::handle type, const char* name, const Description& description);

}  // namespace fealty::python
