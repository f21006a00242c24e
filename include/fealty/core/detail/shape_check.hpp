// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace fealty::detail {

/// What the caller calls a column, or its field's name.
inline std::string name_or(const std::string& name, std::string_view field) {
  return name.empty() ? std::string(field) : name;
}

/// Refuses a table whose column is absent or has another length than the others.
///
/// \param rows  of the column that is called `first`
template <class AnyColumn>
void require_column(const std::string& who, std::string_view field, const AnyColumn& column, std::size_t rows,
                    std::string_view first) {
  if (!column.present())
    throw InvalidInput({.who = who,
                        .what = std::string(field),
                        .where = {},
                        .value = "",
                        .rule = "is missing; the table needs this column"});
  if (column.size() != rows)
    throw InvalidInput({.who = who,
                        .what = name_or(column.name(), field),
                        .where = {},
                        .value = fmt::format("{} rows", column.size()),
                        .rule = fmt::format("does not match the {} rows of {}", rows, first)});
}

}  // namespace fealty::detail
