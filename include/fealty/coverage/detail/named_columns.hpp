// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/detail/hour_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Refuses named columns of other lengths, without a name, or with that of another.
inline void check_named(const std::string& who, const char* field, const HourRows& rows,
                        const std::vector<std::pair<std::string, IdColumn>>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i].first;
    const auto refuse = [&](std::string value, const char* rule) {
      throw InvalidInput({.who = who, .what = field, .where = {}, .value = std::move(value), .rule = rule});
    };
    if (name.empty()) refuse("", "need a name each");
    if (!columns[i].second.present()) refuse("\"" + name + "\"", "has no column");
    rows.check_length(name, columns[i].second);
    for (std::size_t j = 0; j < i; ++j)
      if (columns[j].first == name) refuse("\"" + name + "\"", "is there twice");
  }
}

/// The codes of some rows, all `no_id` for a column that is not there.
inline std::vector<std::uint32_t> codes_of(const IdColumn& column, const std::vector<std::uint32_t>& rows) {
  std::vector<std::uint32_t> codes;
  for (const std::uint32_t row : rows) codes.push_back(column.present() ? column.codes()[row] : no_id);
  return codes;
}

}  // namespace fealty::coverage::detail
