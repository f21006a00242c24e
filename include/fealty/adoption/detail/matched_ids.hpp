// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>
#include <vector>

namespace fealty::adoption::detail {

/// The code of `own` that each code of another dictionary stands for, or no_id.
///
/// \param what  the ids, for the error
/// \throws InvalidInput  when one has texts and the other integers
inline std::vector<std::uint32_t> matched_ids(const char* who, const char* what, const Ids& own,
                                              const Ids& other) {
  std::vector<std::uint32_t> codes(other.size(), no_id);
  if (own.size() == 0 || other.size() == 0) return codes;
  if (own.is_text() != other.is_text())
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = other.is_text() ? "texts" : "integers",
                        .rule = own.is_text()
                                    ? "cannot be matched with those of the usage, which are texts"
                                    : "cannot be matched with those of the usage, which are integers"});
  for (std::uint32_t code = 0; code < other.size(); ++code)
    codes[code] =
        (other.is_text() ? own.find(other.view(code)) : own.find(other.number(code))).value_or(no_id);
  return codes;
}

}  // namespace fealty::adoption::detail
