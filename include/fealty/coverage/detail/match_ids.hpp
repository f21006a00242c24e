// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::coverage::detail {

/// The code in one dictionary of each id of another; `no_id` where it is not there.
///
/// \throws InvalidInput  when one has texts and the other integers: they were never compared
inline std::vector<std::uint32_t> match_ids(const char* who, const char* what, const Ids& own,
                                            const Ids& other) {
  if (!fealty::detail::comparable(own, other))
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = other.is_text() ? "texts" : "integers",
                        .rule = other.is_text() ? "cannot be matched with ids that are integers"
                                                : "cannot be matched with ids that are texts"});
  return fealty::detail::match_codes(own, other);
}

/// The ids of a dictionary, for a message that tells those there are.
inline std::string list_of(const Ids& ids) {
  std::string names;
  for (std::uint32_t code = 0; code < ids.size(); ++code) names += (code == 0 ? "" : ", ") + ids.text(code);
  return names.empty() ? "none" : names;
}

}  // namespace fealty::coverage::detail
