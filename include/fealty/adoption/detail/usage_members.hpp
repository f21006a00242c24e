// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// Finds the members of a table of usage. Users are the codes of their dictionary and, after them, the
/// accounts: who did what is not told of is done by the account itself.
class MemberNumbers {
 public:
  MemberNumbers(const IdColumn& account, const IdColumn& user)
      : account_(account.code_column()), user_(user.code_column()), has_users_(user.present()),
        users_(has_users_ ? user.ids()->size() : 0), accounts_(account.ids()->size()) {
    home_.assign(users_ + accounts_, no_id);
    for (std::size_t row = 0; row < account_.size(); ++row) {
      std::uint32_t& home = home_[user_of(row)];
      if (home == account_[row]) continue;
      if (home != no_id) {
        several_ = true;
        return;
      }
      home = account_[row];
    }
  }

  /// \param data  gets its members, and that of each row
  void number(UsageData& data) {
    if (several_) number_by_account(data);
    else number_by_user(data);
  }

 private:
  /// Each user is in one account: the members are the users, ordered by account.
  void number_by_user(UsageData& data) {
    std::vector<std::uint32_t> next(accounts_ + 1);
    for (const std::uint32_t home : home_)
      if (home != no_id) ++next[home + std::size_t{1}];
    for (std::size_t code = 0; code < accounts_; ++code) next[code + 1] += next[code];
    data.begin = next;
    data.account.resize(next.back());
    data.user.resize(next.back());
    std::vector<std::uint32_t> member(home_.size(), no_id);
    for (std::uint32_t user = 0; user < home_.size(); ++user) {
      if (home_[user] == no_id) continue;
      member[user] = next[home_[user]]++;
      data.account[member[user]] = home_[user];
      data.user[member[user]] = user < users_ ? user : no_id;
    }
    if (same_as_codes(member)) {
      data.member = has_users_ ? user_ : account_;
      return;
    }
    const auto kept = fealty::detail::big_array<std::uint32_t>(account_.size());
    std::uint32_t* const to = kept.get();
    for (std::size_t row = 0; row < account_.size(); ++row) to[row] = member[user_of(row)];
    data.member = Column<std::uint32_t>({kept.get(), account_.size()}, nullptr, 0, kept);
  }
  /// Whether members are the codes of users, or of accounts where these are their own users.
  bool same_as_codes(const std::vector<std::uint32_t>& member) const {
    const std::size_t first = has_users_ ? 0 : users_, end = has_users_ ? users_ : member.size();
    for (std::size_t i = first; i < end; ++i)
      if (member[i] != i - first) return false;
    return std::all_of(member.begin() + static_cast<std::ptrdiff_t>(end), member.end(),
                       [](std::uint32_t own) { return own == no_id; });
  }

  /// Users are in several accounts: account by account, a member for each user that is met.
  void number_by_account(UsageData& data) {
    constexpr std::size_t ahead = 16;  // rows of an account lie far apart
    const std::size_t rows = account_.size();
    std::vector<std::uint32_t> next(accounts_ + 1);
    for (std::size_t row = 0; row < rows; ++row) ++next[account_[row] + std::size_t{1}];
    for (std::size_t code = 0; code < accounts_; ++code) next[code + 1] += next[code];
    const auto memory = fealty::detail::big_array<std::uint32_t>(rows),
               kept = fealty::detail::big_array<std::uint32_t>(rows);
    std::uint32_t *const order = memory.get(), *const to = kept.get();
    std::vector<std::uint32_t> end = next;
    for (std::size_t row = 0; row < rows; ++row)
      order[end[account_[row]]++] = static_cast<std::uint32_t>(row);
    home_.assign(home_.size(), no_id);
    std::vector<std::uint32_t> member(home_.size());  // in its home, the account in which it was met last
    data.begin = {0};
    for (std::uint32_t account = 0; account < accounts_; ++account) {
      for (std::size_t i = next[account]; i < end[account]; ++i) {
        __builtin_prefetch(&user_[order[std::min(i + ahead, rows - 1)]]);
        const std::uint32_t user = user_of(order[i]);
        if (home_[user] != account) {
          home_[user] = account;
          member[user] = static_cast<std::uint32_t>(data.account.size());
          data.account.push_back(account);
          data.user.push_back(user < users_ ? user : no_id);
        }
        to[order[i]] = member[user];
      }
      data.begin.push_back(static_cast<std::uint32_t>(data.account.size()));
    }
    data.member = Column<std::uint32_t>({kept.get(), rows}, nullptr, 0, kept);
  }

  std::uint32_t user_of(std::size_t row) const {
    const std::uint32_t user = has_users_ ? user_[row] : no_id;
    return user == no_id ? static_cast<std::uint32_t>(users_) + account_[row] : user;
  }

  Column<std::uint32_t> account_, user_;
  bool has_users_, several_ = false;
  std::size_t users_, accounts_;
  std::vector<std::uint32_t> home_;  // of each user, the account in which it was met
};

/// Marks the members whose user is one of another account too, where that is one person.
inline void mark_shared(UsageData& data) {
  if (!data.everywhere) return;
  std::vector<std::uint8_t> met(data.users ? data.users->size() : 0);  // 2 for twice or more often
  for (const std::uint32_t user : data.user)
    if (user != no_id) met[user] = static_cast<std::uint8_t>(met[user] == 0 ? 1 : 2);
  if (std::find(met.begin(), met.end(), 2) == met.end()) return;
  data.shared.assign(data.members(), 0);
  for (std::size_t member = 0; member < data.members(); ++member)
    if (data.user[member] != no_id && met[data.user[member]] == 2) data.shared[member] = 1;
}

inline void set_members(UsageData& data, const IdColumn& account, const IdColumn& user) {
  data.accounts = account.ids();
  if (user.present()) data.users = user.ids();
  MemberNumbers(account, user).number(data);
  mark_shared(data);
}

}  // namespace fealty::adoption::detail
