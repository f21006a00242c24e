// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/attribute_values.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// The groups that attributes on a day make of accounts.
class AccountGroups {
 public:
  AccountGroups(const char* who, const std::optional<revenue::Accounts>& accounts,
                const std::vector<std::string>& by, const Ids& ids, const std::optional<Date>& day) {
    if (by.empty()) return;
    if (!accounts)
      throw InvalidInput({.who = who,
                          .what = "by",
                          .where = {},
                          .value = "\"" + by.front() + "\"",
                          .rule = "needs accounts, whose attributes make the groups"});
    group_ = adoption::detail::attribute_values(*accounts, accounts->match(ids), by, day);
    rank_ = group_.ids()->ranks();
    sorted_ = group_.ids()->sorted();
  }

  /// How many groups there can be; the last is that of accounts without one.
  std::size_t count() const { return group_.present() ? sorted_.size() + 1 : 1; }
  /// The place of an account's group in their order.
  std::size_t of(std::uint32_t account) const {
    if (!group_.present()) return 0;
    const std::uint32_t code = group_.codes()[account];
    return code == no_id ? sorted_.size() : rank_[code];
  }
  /// The column of groups at these places; absent where there are none.
  IdColumn column(const std::vector<std::size_t>& places) const {
    if (!group_.present()) return {};
    std::vector<std::uint32_t> codes;
    for (const std::size_t place : places) codes.push_back(place < sorted_.size() ? sorted_[place] : no_id);
    return {std::move(codes), group_.ids()};
  }

 private:
  IdColumn group_;
  std::vector<std::uint32_t> rank_, sorted_;
};

}  // namespace fealty::coverage::detail
