// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/matched_ids.hpp>
#include <fealty/adoption/detail/role_data.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The roles of members of a table of usage.
class MemberRoles {
 public:
  /// \param roles          null for none
  /// \param sponsor_roles  names of those that make a sponsor
  MemberRoles(const char* who, const UsageData& data, const RoleData* roles,
              const std::vector<std::string>& sponsor_roles)
      : roles_(roles) {
    if (roles == nullptr) return;
    for (std::uint32_t role = 0; role < roles->roles->size(); ++role)
      is_sponsor_.push_back(std::find(sponsor_roles.begin(), sponsor_roles.end(), roles->roles->text(role)) !=
                                    sponsor_roles.end()
                                ? 1
                                : 0);
    set_persons();
    match(who, data);
  }

  /// Rows of roles of one user of an account.
  struct Person {
    std::span<const RoleRow> rows;
    std::uint32_t member;  // no_id without usage
  };
  const std::vector<Person>& persons() const { return persons_; }
  bool is_sponsor(std::uint32_t role) const { return is_sponsor_[role] != 0; }

  /// The role that holds on a day and began last; no_id for none.
  std::uint32_t role_on(std::uint32_t member, std::int32_t day) const {
    std::uint32_t role = no_id;
    for (const RoleRow& row : rows_of(member))
      if (row.holds_on(day)) role = row.role;
    return role;
  }
  bool is_sponsor_on(std::uint32_t member, std::int32_t day) const {
    const auto rows = rows_of(member);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const RoleRow& row) { return row.holds_on(day) && is_sponsor(row.role); });
  }

 private:
  using Key = std::pair<std::uint32_t, std::uint32_t>;  // account, user

  void set_persons() {
    const std::span<const RoleRow> rows(roles_->rows);
    for (std::size_t i = 0, end = 0; i < rows.size(); i = end) {
      while (end < rows.size() && rows[end].account == rows[i].account && rows[end].user == rows[i].user)
        ++end;
      persons_.push_back({rows.subspan(i, end - i), no_id});
    }
  }
  void match(const char* who, const UsageData& data) {
    if (!data.users) return;
    const auto accounts = matched_ids(who, "roles", *data.accounts, *roles_->accounts);
    const auto users = matched_ids(who, "roles", *data.users, *roles_->users);
    std::vector<std::pair<Key, std::uint32_t>> members;
    for (std::uint32_t member = 0; member < data.members(); ++member)
      if (data.user[member] != no_id) members.push_back({{data.account[member], data.user[member]}, member});
    std::sort(members.begin(), members.end());
    person_of_.assign(data.members(), no_id);
    for (std::uint32_t i = 0; i < persons_.size(); ++i) {
      const RoleRow& row = persons_[i].rows.front();
      const std::pair<Key, std::uint32_t> key{{accounts[row.account], users[row.user]}, 0};
      const auto found = std::lower_bound(members.begin(), members.end(), key);
      if (found == members.end() || found->first != key.first) continue;
      persons_[i].member = found->second;
      person_of_[found->second] = i;
    }
  }
  std::span<const RoleRow> rows_of(std::uint32_t member) const {
    if (person_of_.empty() || person_of_[member] == no_id) return {};
    return persons_[person_of_[member]].rows;
  }

  const RoleData* roles_;
  std::vector<std::uint8_t> is_sponsor_;  // by role
  std::vector<Person> persons_;
  std::vector<std::uint32_t> person_of_;  // by member
};

}  // namespace fealty::adoption::detail
