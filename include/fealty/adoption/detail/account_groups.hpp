// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/attribute_values.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Which group each row of a column of accounts is in, on one day.
class AccountGroups {
 public:
  /// \param by  nothing, "account", or attributes of `accounts`
  /// \throws InvalidInput  for a name that is neither; for attributes without `accounts`
  AccountGroups(const char* who, const IdColumn& account, const std::optional<revenue::Accounts>& accounts,
                const std::vector<std::string>& by, Date day)
      : grouped_(!by.empty()), place_(account.size()) {
    if (!grouped_) {
      if (account.size() > 0) labels_ = {no_id};
      return;
    }
    if (by == std::vector<std::string>{"account"}) {
      arrange(account);
      return;
    }
    if (!accounts)
      throw InvalidInput({.who = who,
                          .what = "by",
                          .where = {},
                          .value = "\"" + by.front() + "\"",
                          .rule = "needs `accounts`, which has the attributes; alone there is \"account\""});
    arrange(values(account, *accounts, by, day));
  }

  std::size_t count() const { return labels_.size(); }
  /// The group of a row.
  std::size_t of(std::size_t row) const { return place_[row]; }
  /// Labels of groups, ascending, null last; absent where all are together.
  IdColumn column() const { return grouped_ ? IdColumn(labels_, ids_) : IdColumn{}; }

 private:
  static IdColumn values(const IdColumn& account, const revenue::Accounts& accounts,
                         const std::vector<std::string>& by, Date day) {
    const std::vector<std::uint32_t> known =
        account.size() > 0 ? accounts.match(*account.ids()) : std::vector<std::uint32_t>{};
    std::vector<std::uint32_t> of_rows;
    for (const std::uint32_t code : account.codes()) of_rows.push_back(known[code]);
    return attribute_values(accounts, of_rows, by, day);
  }
  void arrange(const IdColumn& column) {
    ids_ = column.ids();
    const std::vector<std::uint32_t> rank = ids_->ranks();
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
      return (a == no_id ? rank.size() : rank[a]) < (b == no_id ? rank.size() : rank[b]);
    };
    labels_.assign(column.codes().begin(), column.codes().end());
    std::sort(labels_.begin(), labels_.end(), before);
    labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
    for (std::size_t row = 0; row < place_.size(); ++row)
      place_[row] = static_cast<std::size_t>(
          std::lower_bound(labels_.begin(), labels_.end(), column.codes()[row], before) - labels_.begin());
  }

  bool grouped_;
  std::shared_ptr<const Ids> ids_;
  std::vector<std::uint32_t> labels_;
  std::vector<std::size_t> place_;
};

}  // namespace fealty::adoption::detail
