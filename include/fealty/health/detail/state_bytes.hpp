// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/error.hpp>

#include <cstdint>
#include <string>

namespace fealty::health::detail {

/// A number of rows; so few that those of many states can be added up.
inline std::int64_t read_rows(ByteReader& from) {
  const auto rows = from.read<std::int64_t>();
  if (rows < 0 || rows > std::int64_t{1} << 48) from.refuse("has a number of rows that is none");
  return rows;
}

/// Refuses a state, or settings, of something else.
inline void require_same(const char* who, const char* what, const std::string& mine,
                         const std::string& other) {
  if (mine != other)
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = "\"" + other + "\"",
                        .rule = "is not \"" + mine + "\", of which the state is"});
}

}  // namespace fealty::health::detail
