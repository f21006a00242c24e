// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
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
  if (!fealty::detail::comparable(own, other))
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = other.is_text() ? "texts" : "integers",
                        .rule = own.is_text()
                                    ? "cannot be matched with those of the usage, which are texts"
                                    : "cannot be matched with those of the usage, which are integers"});
  return fealty::detail::match_codes(own, other);
}

}  // namespace fealty::adoption::detail
