// SPDX-License-Identifier: MIT
// What every binding shares: where a name goes, what its signature and documentation are, how the
// arguments of a call find their places.
#pragma once

#include <string>
#include <string_view>
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

/// The parameters of a callable, and how a call's arguments are sorted into them.
class Signature {
 public:
  Signature(std::string who, std::vector<Parameter> parameters, std::string returns)
      : who_(std::move(who)), parameters_(std::move(parameters)), returns_(std::move(returns)) {}

  const std::string& who() const { return who_; }
  /// "(amount, *, decimals=None)", with a leading "self" for methods; what inspect.signature() reads.
  std::string text(bool is_method) const;
  /// The same with types, for the stubs.
  std::string typed(bool is_method) const;
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

}  // namespace fealty::python
