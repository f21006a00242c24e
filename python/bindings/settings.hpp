// SPDX-License-Identifier: MIT
// Structs of settings, whose fields each_field() visits: classes made by keyword arguments, which do not
// change, are compared by value and shown by what differs from the defaults.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "bind.hpp"

namespace fealty::python {

/// A value as Python source.
template <class T>
std::string source_of(const T& value) {
  if constexpr (Settings<T>)
    return py::repr(py::cast(std::make_shared<T>(value))).template cast<std::string>();
  else return default_of(value);
}

/// The fields of a struct of settings: keyword arguments in their order, with its defaults.
template <Settings T>
class SettingsFields {
 public:
  using Struct = T;

  std::vector<Parameter> parameters() const {
    std::vector<Parameter> parameters;
    const T defaults{};
    T::each_field(defaults, [&]<class V>(const char* name, const V& value) {
      parameters.push_back(
          {name, Python<Taken<V>>::taken(), default_of(value), Parameter::Kind::keyword_only});
    });
    return parameters;
  }
  T read(std::span<const py::object> given, const std::string& who) const { return changed({}, given, who); }
  /// `settings` with the fields that were given.
  static T changed(T settings, std::span<const py::object> given, const std::string& who) {
    std::size_t i = 0;
    T::each_field(settings, [&]<class V>(const char* name, V& value) {
      if (const py::object& each = given[i++]) value = Python<Taken<V>>::read(each, {who, name});
    });
    return settings;
  }
};

/// Its class's name, and the fields that are not as by default.
template <Settings T>
std::string shown_settings(const T& settings) {
  std::vector<std::string> defaults;
  const T none{};
  T::each_field(none, [&](const char*, const auto& value) { defaults.push_back(source_of(value)); });
  std::string text;
  std::size_t i = 0;
  T::each_field(settings, [&](const char* name, const auto& value) {
    const std::string source = source_of(value);
    if (source != defaults[i++]) text += fmt::format("{}{}={}", text.empty() ? "" : ", ", name, source);
  });
  return fmt::format("{}({})", py::type::of<T>().attr("__name__").template cast<std::string>(), text);
}

/// The field at a place in each_field()'s order.
template <Settings T>
py::object field_at(const T& settings, std::size_t place) {
  py::object found;
  std::size_t i = 0;
  T::each_field(settings, [&]<class V>(const char*, const V& value) {
    if (i++ == place) found = Python<V>::write(value);
  });
  return found;
}

/// Binds a struct of settings.
template <Settings T>
Class<T> settings(const Scope& scope, const char* name) {
  Class<T> type(scope, name);
  type.init([](const T& given) { return given; }, {}, SettingsFields<T>());
  std::size_t count = 0;
  const T defaults{};
  T::each_field(defaults, [&]<class V>(const char* field, const V&) {
    const std::string key = type.key() + "." + field;
    add_property(type.python(), field, {key, "", returned<V>(), docstring(key)},
                 [place = count++](py::handle self) { return field_at(*object_of<T>(self), place); });
  });
  type.comparable().shown_as(&shown_settings<T>);
  const Signature changes(name, SettingsFields<T>().parameters(), "");
  add_method(type.python(), "__replace__",
             {type.key() + ".__replace__", "(self, /, **changes)",
              "(self, /, **changes: typing.Any) -> " + returned<T>(), "For copy.replace()."},
             [changes](py::handle self, const py::args& args, const py::kwargs& kwargs) {
               return Python<T>::write(SettingsFields<T>::changed(*object_of<T>(self),
                                                                  changes.sort(args, kwargs), changes.who()));
             });
  return type;
}

}  // namespace fealty::python
