// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fealty::health::detail {

/// The code of a name; ids that are integers have their digits as names.
inline std::optional<std::uint32_t> find_text(const Ids& ids, const std::string& name) {
  if (ids.is_text()) return ids.find(std::string_view(name));
  for (std::uint32_t code = 0; code < ids.size(); ++code)
    if (ids.text(code) == name) return code;
  return std::nullopt;
}

}  // namespace fealty::health::detail
