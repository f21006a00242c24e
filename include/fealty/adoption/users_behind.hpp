// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/growth_accounting.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <string>
#include <string_view>

namespace fealty::adoption {

/// The numbers of a row of growth_accounting().
enum class GrowthCell { opening, new_users, resurrected, entered, dormant, left, active, retained };
constexpr auto enum_names(GrowthCell) {
  return std::array<std::string_view, 8>{"opening", "new_users", "resurrected", "entered",
                                         "dormant", "left",      "active",      "retained"};
}

/// Which number to open.
struct UsersBehindOptions {
  std::string period;                     ///< a period's name such as 2024-W52 or 2024-12, or a day in it
  GrowthCell kind = GrowthCell::dormant;  ///< its column
  std::string group = {};                 ///< its group as text, null for those without one; only with `by`
};

/// Who makes a number, by account and then by user: as many rows as the number says.
struct UsersBehind {
  IdColumn account;      ///< where they were active, of several accounts the first by id
  IdColumn user;         ///< who it is; null for an account that is its own user; absent for accounts
  DateColumn first_day;  ///< first day on which they were ever active
  DateColumn last_day;   ///< last day up to the period's end

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    if (self.user.present() || self.first_day.days.empty()) f("user", self.user);
    f("first_day", self.first_day);
    f("last_day", self.last_day);
  }
};

/// Opens a number of growth_accounting() down to the users, or accounts, that it counts.
///
/// Who opened, went dormant or left is shown with the account of the period before, in which they were
/// active.
///
/// \param growth   as made by growth_accounting()
/// \param options  the number
/// \returns        one row for each that is counted
/// \throws InvalidInput  when there is no such period or group
UsersBehind users_behind(const GrowthAccounting& growth, const UsersBehindOptions& options);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_users_behind.hpp>
