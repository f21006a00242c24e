// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/detail/account_table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The columns of an accounts table: one row for each account, or one for each interval in which its
/// attributes stay the same.
struct AccountColumns {
  IdColumn account;                      ///< n ids, texts or integers
  IdColumn parent = {};                  ///< the account above it; null for none
  IdColumn merged_into = {};             ///< the account that took it over; null for none
  Column<std::int32_t> valid_from = {};  ///< first day of the attributes; null: from ever
  Column<std::int32_t> valid_to = {};    ///< first day after; null or fealty::open while it lasts
  std::vector<std::pair<std::string, IdColumn>> attributes = {};  ///< names and values, null where unknown
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// A validated accounts table: who was merged into whom, who belongs to whom, and what is known of each.
/// Copies are cheap.
///
/// Attributes hold from valid_from on, on each day before valid_to; without a column valid_to, until the
/// account's next row. Accounts are codes of `ids()`, as are those that are only named as a parent or a merge
/// target. Lookups take `no_id` too and give none for it.
///
/// \throws InvalidInput  on a missing column, unequal lengths, texts beside integers, a null account, a day
///                       before 1900 or after 9999, a valid_to before its valid_from, two rows of an account
///                       that hold on one day, an account that is its own parent or merge target, also
///                       through others, or has two of them
class Accounts {
 public:
  explicit Accounts(const AccountColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return table_->rows; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// zero_length_period, unknown_parent, unknown_merge_target.
  const std::vector<Finding>& findings() const { return table_->findings; }
  /// The accounts: those of the column, and after them those that are only named by others.
  const std::shared_ptr<const Ids>& ids() const { return table_->ids; }

  /// Whether an account has a row of its own.
  bool has_row(std::uint32_t account) const { return is_known(account) && table_->has_row[account] != 0; }
  /// What became of an account through merges; itself if there was none.
  std::uint32_t final_account(std::uint32_t account) const {
    return is_known(account) ? table_->final_account[account] : no_id;
  }
  /// The topmost account above what became of an account; that one itself if it has no parent.
  std::uint32_t topmost_parent(std::uint32_t account) const {
    return is_known(account) ? table_->topmost_parent[account] : no_id;
  }

  /// How many attributes there are; their order is that of the columns.
  std::size_t attribute_count() const { return table_->attributes.size(); }
  const std::string& attribute_name(std::size_t attribute) const {
    return table_->attributes[attribute].name;
  }
  /// The values of an attribute.
  const std::shared_ptr<const Ids>& attribute_ids(std::size_t attribute) const {
    return table_->attributes[attribute].ids;
  }
  /// The place of an attribute.
  ///
  /// \throws InvalidInput  for a name that no attribute has; lists those that there are
  std::size_t attribute(std::string_view name) const;

  /// The value of an account's attribute on a day, as a code of attribute_ids(); `no_id` where it is unknown.
  std::uint32_t attribute_on(std::uint32_t account, std::size_t attribute, Date day) const {
    return detail::value_on(attribute_changes(account, attribute), day.days);
  }
  /// The days on which an account's attribute changes, ascending. Before the first it is unknown, and each
  /// value differs from the one before.
  std::span<const AttributeChange> attribute_changes(std::uint32_t account, std::size_t attribute) const {
    if (!is_known(account)) return {};
    return table_->attributes[attribute].of(account);
  }

  /// The account that each code of another dictionary stands for.
  ///
  /// \returns  for each code of `other` a code of `ids()`, or `no_id`
  /// \throws InvalidInput  when one has texts and the other integers
  std::vector<std::uint32_t> match(const Ids& other) const;

 private:
  bool is_known(std::uint32_t account) const { return account < table_->final_account.size(); }

  std::shared_ptr<const detail::AccountTable> table_;
};

}  // namespace fealty::revenue

#include <fealty/revenue/detail/account_checks.hpp>
