// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/detail/grouping.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What attributes say of accounts on a day: the values of one, or those of several joined; null without a
/// day.
///
/// \param known  codes of the accounts table
/// \param by     one attribute or more
inline IdColumn attribute_values(const revenue::Accounts& accounts, std::span<const std::uint32_t> known,
                                 const std::vector<std::string>& by, const std::optional<Date>& day) {
  IdColumn all;
  for (const std::string& name : by) {
    const std::size_t attribute = accounts.attribute(name);
    std::vector<std::uint32_t> codes;
    codes.reserve(known.size());
    for (const std::uint32_t account : known)
      codes.push_back(day ? accounts.attribute_on(account, attribute, *day) : no_id);
    IdColumn one(std::move(codes), accounts.attribute_ids(attribute));
    all = all.present() ? survival::detail::joined(all, one) : std::move(one);
  }
  return all;
}

}  // namespace fealty::adoption::detail
