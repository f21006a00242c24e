// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>

#include <cstdint>
#include <numeric>
#include <vector>

namespace fealty::detail {

/// Whether ids of two dictionaries can be the same: texts never are integers.
inline bool comparable(const Ids& a, const Ids& b) {
  return a.size() == 0 || b.size() == 0 || a.is_text() == b.is_text();
}

/// The code in one dictionary of each id of another, which is comparable; `no_id` where it is not there.
inline std::vector<std::uint32_t> match_codes(const Ids& own, const Ids& other) {
  std::vector<std::uint32_t> codes(other.size(), no_id);
  if (&own == &other) std::iota(codes.begin(), codes.end(), 0U);
  if (&own == &other || own.size() == 0) return codes;
  for (std::uint32_t code = 0; code < other.size(); ++code)
    codes[code] =
        (other.is_text() ? own.find(other.view(code)) : own.find(other.number(code))).value_or(no_id);
  return codes;
}

}  // namespace fealty::detail
