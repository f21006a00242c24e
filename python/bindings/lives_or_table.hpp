// SPDX-License-Identifier: MIT
// Calculators of lives, or of a state of them, as one function.
#pragma once

#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <string>
#include <variant>

#include "bind.hpp"

namespace fealty::python {

/// Lives, or a state of them: a copy, since a state may grow meanwhile.
using LivesOrTable = std::variant<const survival::Lifetimes*, survival::LifeTable>;
template <>
struct Python<LivesOrTable> {
  using Any = Python<std::variant<const survival::Lifetimes*, const survival::LifeTable*>>;

  static LivesOrTable read(py::handle value, const Place& place) {
    const auto any = Any::read(value, place);
    if (const auto* table = std::get_if<const survival::LifeTable*>(&any)) return **table;
    return std::get<const survival::Lifetimes*>(any);
  }
  static std::string taken() { return Any::taken(); }
};

/// A calculator of lives or of a table, as one function.
template <class R, class O>
auto of_lives_or_table(R (*of_lives)(const survival::Lifetimes&, const O&),
                       R (*of_table)(const survival::LifeTable&, const O&)) {
  return [of_lives, of_table](const LivesOrTable& lives, const O& options) -> R {
    if (const auto* table = std::get_if<survival::LifeTable>(&lives)) return of_table(*table, options);
    return of_lives(*std::get<const survival::Lifetimes*>(lives), options);
  };
}

}  // namespace fealty::python
