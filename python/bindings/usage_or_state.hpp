// SPDX-License-Identifier: MIT
// Calculators of usage, or of a state of it, as one function.
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/adoption/usage_sketch.hpp>
#include <fealty/core/partial_state.hpp>

#include <string>
#include <type_traits>
#include <variant>

#include "bind.hpp"

namespace fealty::python {

/// Usage, or a state of it: a copy, since a state may grow meanwhile.
template <class... States>
using UsageOr = std::variant<const adoption::Usage*, States...>;
template <class... States>
requires(PartialState<States, adoption::Usage>&&...) struct Python<UsageOr<States...>> {
  using Any = Python<std::variant<const adoption::Usage*, const States*...>>;

  static UsageOr<States...> read(py::handle value, const Place& place) {
    return std::visit(
        []<class T>(const T* any) -> UsageOr<States...> {
          if constexpr (std::is_same_v<T, adoption::Usage>) return any;
          else return *any;
        },
        Any::read(value, place));
  }
  static std::string taken() { return Any::taken(); }
};

/// Calls `calculate` with the table or the state.
template <class... States, class Calculate>
auto of_usage(const UsageOr<States...>& usage, Calculate calculate) {
  return std::visit(
      [&]<class T>(const T& any) {
        if constexpr (std::is_pointer_v<T>) return calculate(*any);
        else return calculate(any);
      },
      usage);
}

}  // namespace fealty::python
