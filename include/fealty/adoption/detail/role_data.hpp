// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption::detail {

/// A role of a user of an account from a day on, up to the day before `to`.
struct RoleRow {
  std::uint32_t account, user, role;
  std::int32_t from, to;

  bool holds_on(std::int32_t day) const { return from <= day && day < to; }
};

struct RoleData {
  std::shared_ptr<const Ids> accounts, users, roles;
  std::vector<RoleRow> rows;  // by codes of account and user, then by day and the role's id
  std::vector<Finding> findings;
};

}  // namespace fealty::adoption::detail
