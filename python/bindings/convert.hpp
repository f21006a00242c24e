// SPDX-License-Identifier: MIT
// How single values travel: Python<T>::read takes a Python object as a T and names the argument that it
// cannot take; Python<T>::write gives one out; taken() and given() say the type as a stub does.
#pragma once

#include <fealty/core/date.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "api.hpp"

namespace fealty::python {

template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) {
  enum_names(value);
};

/// A struct of settings: each_field() visits its fields.
struct Visitor {
  template <class T>
  void operator()(const char*, T&) const {}
};
template <class T>
concept Settings = requires(T& settings) {
  T::each_field(settings, Visitor{});
};

/// The name of a type that Python has a class for, as users find it.
inline std::string name_of(py::handle type) {
  return type.attr("__module__").cast<std::string>() + "." + type.attr("__qualname__").cast<std::string>();
}

/// What is inside a Python object. pybind11 would make something up for one whose __init__ never ran.
template <class T>
std::shared_ptr<T> object_of(py::handle value) {
  if (py::isinstance<T>(value)) {
    auto* const instance = reinterpret_cast<py::detail::instance*>(value.ptr());
    if (!instance->get_value_and_holder().holder_constructed())
      throw py::type_error(name_of(py::type::of(value)) + ": its __init__ was not called");
  }
  return value.cast<std::shared_ptr<T>>();
}

/// Any class that is bound. What is read is looked at, not copied.
template <class T>
struct Python {
  static constexpr bool is_class = true;

  static const T& read(py::handle value, const Place& place) {
    if (!py::isinstance<T>(value)) raise_type_error(place, value, "is not a " + given());
    return *object_of<T>(value);
  }
  static py::object write(T value) { return py::cast(std::make_shared<T>(std::move(value))); }
  static std::string taken() { return given(); }
  static std::string given() { return name_of(py::type::of<T>()); }
};

std::int64_t read_integer(py::handle value, const Place& place, std::int64_t least, std::int64_t most);
double read_real(py::handle value, const Place& place);
std::string read_text(py::handle value, const Place& place);
Date read_date(py::handle value, const Place& place);
Date read_day(py::handle value, const Place& place);  ///< the same, but a month or a year names no day
py::object write_date(Date date);
bool is_missing_date(py::handle value);  ///< None or NaT

template <std::signed_integral T>
struct Python<T> {
  static T read(py::handle value, const Place& place) {
    return static_cast<T>(
        read_integer(value, place, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
  }
  static py::object write(T value) { return py::int_(value); }
  static std::string taken() { return "typing.SupportsIndex"; }
  static std::string given() { return "int"; }
};

template <>
struct Python<std::uint64_t> {
  static std::uint64_t read(py::handle value, const Place& place);
  static py::object write(std::uint64_t value) { return py::int_(value); }
  static std::string taken() { return "typing.SupportsIndex"; }
  static std::string given() { return "int"; }
};
template <>
struct Python<double> {
  static double read(py::handle value, const Place& place) { return read_real(value, place); }
  static py::object write(double value) { return py::float_(value); }
  static std::string taken() { return "typing.SupportsFloat | typing.SupportsIndex"; }
  static std::string given() { return "float"; }
};

template <>
struct Python<bool> {
  static bool read(py::handle value, const Place& place) {
    if (!py::isinstance<py::bool_>(value)) raise_type_error(place, value, "is not True or False");
    return value.cast<bool>();
  }
  static py::object write(bool value) { return py::bool_(value); }
  static std::string taken() { return "bool"; }
  static std::string given() { return "bool"; }
};

template <>
struct Python<std::string> {
  static std::string read(py::handle value, const Place& place) { return read_text(value, place); }
  static py::object write(const std::string& value) { return py::str(value); }
  static std::string taken() { return "str"; }
  static std::string given() { return "str"; }
};
template <>
struct Python<std::string_view> : Python<std::string> {};

template <>
struct Python<Date> {
  static Date read(py::handle value, const Place& place) { return read_day(value, place); }
  static py::object write(Date value) { return write_date(value); }
  static std::string taken() { return "datetime.date | numpy.datetime64 | str"; }
  static std::string given() { return "datetime.date"; }
};

/// A period by its label, or by a day in it.
struct PeriodName {};
template <>
struct Python<PeriodName> {
  static std::string read(py::handle value, const Place& place) {
    return py::isinstance<py::str>(value) ? read_text(value, place) : to_string(read_date(value, place));
  }
  static std::string taken() { return Python<Date>::taken(); }
};

template <class T>
struct Python<std::optional<T>> {
  static std::optional<T> read(py::handle value, const Place& place) {
    if (value.is_none()) return std::nullopt;
    if constexpr (std::is_same_v<T, Date>)  // a day that got lost is not one that was left out
      if (is_missing_date(value)) raise_type_error(place, value, "is not a date; None is for the default");
    return Python<T>::read(value, place);
  }
  static py::object write(std::optional<T> value) {
    return value ? Python<T>::write(std::move(*value)) : py::object(py::none());
  }
  static std::string taken() { return Python<T>::taken() + " | None"; }
  static std::string given() { return fmt::format("{} | None", Python<T>::given()); }
};

template <class T>
struct Python<std::vector<T>> {
  static std::vector<T> read(py::handle value, const Place& place) {
    if constexpr (std::is_same_v<T, std::string>)
      if (py::isinstance<py::str>(value)) return {read_text(value, place)};  // one name
    if (py::isinstance<py::str>(value) || !py::hasattr(value, "__iter__"))
      raise_type_error(place, value, "is not a sequence");
    std::vector<T> values;
    for (const auto each : value)
      values.push_back(Python<T>::read(each, {place.who, fmt::format("{}[{}]", place.what, values.size())}));
    return values;
  }
  static py::object write(std::vector<T> values) {
    py::list list;
    for (auto& each : values) list.append(Python<T>::write(std::move(each)));
    return list;
  }
  static std::string taken() { return "collections.abc.Iterable[" + Python<T>::taken() + "]"; }  // str is one
  static std::string given() { return "list[" + Python<T>::given() + "]"; }
};
template <class T>
struct Python<std::span<const T>> : Python<std::vector<T>> {};

/// Versioned bytes of a state.
template <>
struct Python<std::vector<std::uint8_t>> {
  static std::vector<std::uint8_t> read(py::handle value, const Place& place);
  static py::object write(const std::vector<std::uint8_t>& value) {
    return py::bytes(reinterpret_cast<const char*>(value.data()), value.size());
  }
  static std::string taken() { return "bytes"; }
  static std::string given() { return "bytes"; }
};
template <>
struct Python<std::span<const std::uint8_t>> : Python<std::vector<std::uint8_t>> {};

/// Things by name.
template <class T>
struct Python<std::vector<std::pair<std::string, T>>> {
  static py::object write(std::vector<std::pair<std::string, T>> values) {
    py::dict dict;
    for (auto& [name, value] : values) dict[py::str(name)] = Python<T>::write(std::move(value));
    return dict;
  }
  static std::string given() { return "dict[str, " + Python<T>::given() + "]"; }
};

/// Settings within others: None stands for the defaults.
template <Settings T>
struct OrDefaults {};
template <Settings T>
struct Python<OrDefaults<T>> {
  static T read(py::handle value, const Place& place) {
    return value.is_none() ? T{} : T(Python<T>::read(value, place));
  }
  static std::string taken() { return Python<T>::taken() + " | None"; }
};
template <class T>
struct TakenAs {
  using Type = T;
};
template <Settings T>
struct TakenAs<T> {
  using Type = OrDefaults<T>;
};
/// What the value of a field is read as.
template <class T>
using Taken = typename TakenAs<T>::Type;

/// One of several bound classes, where C++ has overloads.
template <class... T>
struct Python<std::variant<const T*...>> {
  using Value = std::variant<const T*...>;
  static Value read(py::handle value, const Place& place) {
    std::optional<Value> found;
    (void)((py::isinstance<T>(value) && (found = object_of<T>(value).get(), true)) || ...);
    if (!found) raise_type_error(place, value, "is not a " + taken());
    return *found;
  }
  static std::string taken() {
    std::string names;
    ((names += (names.empty() ? "" : " | ") + Python<T>::taken()), ...);
    return names;
  }
};

/// The id of an account, where C++ has overloads.
using AccountId = std::variant<std::string, std::int64_t>;
template <>
struct Python<AccountId> {
  static AccountId read(py::handle value, const Place& place) {
    if (py::isinstance<py::str>(value)) return read_text(value, place);
    return Python<std::int64_t>::read(value, place);
  }
  static py::object write(const AccountId& value) {
    return std::visit([]<class T>(const T& id) { return Python<T>::write(id); }, value);
  }
  static std::string taken() { return "str | typing.SupportsIndex"; }
  static std::string given() { return "str | int"; }
};

/// An enum is a StrEnum in Python: its members are their names.
template <NamedEnum E>
struct Python<E> {
  static inline PyObject* type = nullptr;  // lives as long as the process

  static constexpr auto names() { return enum_names(E{}); }
  static E read(py::handle value, const Place& place) {
    const std::string name = read_text(value, place);
    std::string all;
    for (std::size_t i = 0; i < names().size(); ++i) {
      if (names()[i] == name) return static_cast<E>(i);
      all += (i == 0 ? "" : ", ") + std::string(names()[i]);
    }
    throw InvalidInput({.who = place.who,
                        .what = place.what,
                        .where = {},
                        .value = "\"" + name + "\"",
                        .rule = "is not one of " + all});
  }
  static py::object write(E value) {
    const auto name = names()[static_cast<std::size_t>(value)];
    return py::handle(type)[py::str(name.data(), name.size())];
  }
  static std::string taken() {
    std::string all;
    for (const auto name : names()) all += fmt::format("{}'{}'", all.empty() ? "" : ", ", name);
    return given() + " | typing.Literal[" + all + "] | str";  // the names for editors to offer
  }
  static std::string given() { return name_of(type); }
};

}  // namespace fealty::python
