// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/table_checks.hpp>
#include <fealty/adoption/user_roles.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_intervals.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Checks and reads a table of roles.
class RoleReader {
 public:
  explicit RoleReader(const UserRoleColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        intervals_(columns.account, columns.valid_from, columns.valid_to) {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    check_given(check_, "null_user", c_.user, "user");
    check_given(check_, "null_role", c_.role, "role");
    intervals_.check_days(check_);
    intervals_.note_empty(check_);
    read();
    if (!c_.valid_to.present()) end_with_next();
    data_.findings = check_.take_findings();
  }

  std::shared_ptr<const RoleData> take() { return std::make_shared<const RoleData>(std::move(data_)); }

 private:
  static constexpr const char* who = "UserRoles";

  void check_shape() const {
    revenue::detail::require_column(who, "account", c_.account, rows_);
    revenue::detail::require_column(who, "user", c_.user, rows_);
    revenue::detail::require_column(who, "role", c_.role, rows_);
    revenue::detail::check_length(who, "valid_from", c_.valid_from, rows_);
    revenue::detail::check_length(who, "valid_to", c_.valid_to, rows_);
  }
  void read() {
    data_.accounts = c_.account.ids();
    data_.users = c_.user.ids();
    data_.roles = c_.role.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row))
        data_.rows.push_back({c_.account.codes()[row], c_.user.codes()[row], c_.role.codes()[row],
                              intervals_.from(row), intervals_.to(row)});
    const std::vector<std::uint32_t> rank = data_.roles->ranks();
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const RoleRow& a, const RoleRow& b) {
      return std::tuple(a.account, a.user, a.from, rank[a.role], a.to) <
             std::tuple(b.account, b.user, b.from, rank[b.role], b.to);
    });
  }
  /// Without valid_to roles hold until the user's next day with a row.
  void end_with_next() {
    for (std::size_t i = data_.rows.size(); i-- > 1;) {
      RoleRow& row = data_.rows[i - 1];
      const RoleRow& next = data_.rows[i];
      if (next.account == row.account && next.user == row.user)
        row.to = next.from > row.from ? next.from : next.to;
    }
  }

  const UserRoleColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AccountIntervals intervals_;
  RoleData data_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline UserRoles::UserRoles(const UserRoleColumns& columns) : data_(detail::RoleReader(columns).take()) {}

}  // namespace fealty::adoption
