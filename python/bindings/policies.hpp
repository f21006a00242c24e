// SPDX-License-Identifier: MIT
// A policy as an argument: a RevenuePolicy, or the preset that it is.
#pragma once

#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <memory>
#include <string>
#include <utility>

#include "convert.hpp"

namespace fealty::python {

template <>
struct Python<revenue::RevenuePolicy> {
  using Policy = revenue::RevenuePolicy;
  static constexpr bool is_class = true;

  static Policy read(py::handle value, const Place& place) {
    if (py::isinstance<Policy>(value)) return *object_of<Policy>(value);
    if (py::isinstance<py::str>(value))
      return revenue::preset_policy(Python<revenue::Preset>::read(value, place));
    raise_type_error(place, value, "is neither a " + given() + " nor the name of a preset");
  }
  static py::object write(Policy value) { return py::cast(std::make_shared<Policy>(std::move(value))); }
  static std::string taken() { return given() + " | " + Python<revenue::Preset>::taken(); }
  static std::string given() { return name_of(py::type::of<Policy>()); }
};

}  // namespace fealty::python
