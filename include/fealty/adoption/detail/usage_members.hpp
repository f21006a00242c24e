// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// Finds the members of a table of usage. Users are the codes of their dictionary and, after them, the
/// accounts: who did what is not told of is done by the account itself.
class MemberNumbers {
 public:
  MemberNumbers(const IdColumn& account, const IdColumn& user)
      : account_(account.codes()), user_(user.codes()), has_users_(user.present()),
        users_(has_users_ ? user.ids()->size() : 0), accounts_(account.ids()->size()) {
    home_.assign(users_ + accounts_, no_id);
    for (std::size_t row = 0; row < account_.size(); ++row) {
      std::uint32_t& home = home_[user_of(row)];
      if (home == account_[row]) continue;
      if (home == no_id) home = account_[row];
      else away_.encode(pair(account_[row], user_of(row)));
    }
  }

  void number(UsageData& data) {
    std::vector<std::uint32_t> next(accounts_ + 1);
    for (const std::uint32_t home : home_)
      if (home != no_id) ++next[home + std::size_t{1}];
    for (std::uint32_t code = 0; code < away_.size(); ++code) ++next[account_at(code) + 1];
    for (std::size_t code = 0; code < accounts_; ++code) next[code + 1] += next[code];
    data.begin = next;
    data.account.resize(next.back());
    data.user.resize(next.back());
    member_.assign(home_.size(), no_id);
    for (std::uint32_t user = 0; user < home_.size(); ++user)
      if (home_[user] != no_id) member_[user] = put(data, next, home_[user], user);
    for (std::uint32_t code = 0; code < away_.size(); ++code)
      away_member_.push_back(put(data, next, account_at(code), user_at(code)));
  }
  /// Whether members are the codes of users, or of accounts where these are their own users.
  bool same_as_codes() const {
    const std::size_t codes = has_users_ ? users_ : accounts_;
    if (away_.size() > 0) return false;
    for (std::uint32_t i = 0; i < codes; ++i)
      if (member_[(has_users_ ? 0 : users_) + i] != i) return false;
    for (std::size_t own = users_; has_users_ && own < home_.size(); ++own)
      if (home_[own] != no_id) return false;
    return true;
  }
  Column<std::uint32_t> of_rows() const {
    const auto kept = fealty::detail::big_array<std::uint32_t>(account_.size());
    for (std::size_t row = 0; row < account_.size(); ++row) {
      const std::uint32_t user = user_of(row);
      kept[row] =
          home_[user] == account_[row] ? member_[user] : away_member_[*away_.find(pair(account_[row], user))];
    }
    return Column<std::uint32_t>({kept.get(), account_.size()}, nullptr, 0, kept);
  }
  /// Marks the members whose user is one of another account too.
  void mark_shared(UsageData& data) const {
    if (away_.size() == 0) return;
    data.shared.assign(data.members(), 0);
    for (std::uint32_t code = 0; code < away_.size(); ++code)
      data.shared[away_member_[code]] = data.shared[member_[user_at(code)]] = 1;
  }

 private:
  std::uint32_t user_of(std::size_t row) const {
    const std::uint32_t user = has_users_ ? user_[row] : no_id;
    return user == no_id ? static_cast<std::uint32_t>(users_) + account_[row] : user;
  }
  std::int64_t pair(std::uint32_t account, std::uint32_t user) const {
    return static_cast<std::int64_t>(std::uint64_t{account} * home_.size() + user);
  }
  std::uint64_t number_at(std::uint32_t code) const { return static_cast<std::uint64_t>(away_.number(code)); }
  std::size_t account_at(std::uint32_t code) const { return number_at(code) / home_.size(); }
  std::uint32_t user_at(std::uint32_t code) const {
    return static_cast<std::uint32_t>(number_at(code) % home_.size());
  }
  std::uint32_t put(UsageData& data, std::vector<std::uint32_t>& next, std::size_t account,
                    std::uint32_t user) const {
    const std::uint32_t member = next[account]++;
    data.account[member] = static_cast<std::uint32_t>(account);
    data.user[member] = user < users_ ? user : no_id;
    return member;
  }

  std::span<const std::uint32_t> account_, user_;
  bool has_users_;
  std::size_t users_, accounts_;
  std::vector<std::uint32_t> home_, member_;  // by user: the first account that was met, and the member in it
  Ids away_;                                  // pairs of users and further accounts
  std::vector<std::uint32_t> away_member_;
};

/// \param several  whether one user id in two accounts is one person
inline void set_members(UsageData& data, const IdColumn& account, const IdColumn& user, bool several) {
  MemberNumbers numbers(account, user);
  numbers.number(data);
  data.accounts = account.ids();
  if (user.present()) data.users = user.ids();
  data.member = !numbers.same_as_codes() ? numbers.of_rows()
                : user.present()         ? user.code_column()
                                         : account.code_column();
  if (several) numbers.mark_shared(data);
}

}  // namespace fealty::adoption::detail
