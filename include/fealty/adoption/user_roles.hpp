// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/role_data.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption {

/// The columns of a table of users' roles.
struct UserRoleColumns {
  IdColumn account;                      ///< n ids, texts or integers
  IdColumn user;                         ///< n ids, those of the usage
  IdColumn role;                         ///< what the user is, such as sponsor
  Column<std::int32_t> valid_from = {};  ///< first day of the role; null: from ever
  Column<std::int32_t> valid_to = {};    ///< first day after; null or fealty::open while it lasts
  OnError on_error = OnError::fail;      ///< what to do with a row that breaks a rule
};

/// A validated table of who has which role in which account. Copies are cheap.
///
/// A role holds from valid_from on, on each day before valid_to; without a column valid_to, until the user's
/// next day with a row. A user may have several roles at once.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, user or role, a day before
/// 1900 or
///                       after 9999, a valid_to before its valid_from
class UserRoles {
 public:
  explicit UserRoles(const UserRoleColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
  /// zero_length_period.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::RoleData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::RoleData> data_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/role_rows.hpp>
