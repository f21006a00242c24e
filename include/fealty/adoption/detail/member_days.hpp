// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/batch_days.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/usage_members.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The same ids with the codes of their order.
inline Ids in_order(const Ids& ids) {
  Ids ordered;
  for (const std::uint32_t code : ids.sorted())
    ids.is_text() ? ordered.encode(ids.view(code)) : ordered.encode(ids.number(code));
  return ordered;
}

/// On which days which members were active. Days are bits, 64 to a word, which an addition only sets: so the
/// order of additions does not matter, and each costs the same however much is there.
class MemberDays {
 public:
  std::int64_t size() const { return size_; }
  std::int64_t accounts() const { return static_cast<std::int64_t>(accounts_.size()); }
  std::int64_t users(bool everywhere) const {
    return everywhere ? static_cast<std::int64_t>(users_.size()) + without_user_
                      : static_cast<std::int64_t>(members_.size());
  }
  bool is_empty() const { return members_.size() == 0; }
  std::optional<Date> first_day() const { return day_or_none(first_); }
  std::optional<Date> last_day() const { return day_or_none(last_); }

  /// Whether ids of another one fit those that are there.
  void require_fitting(const char* who, const UsageData& data) const {
    require_kind(who, "account", accounts_, *data.accounts);
    if (names_users(data)) require_kind(who, "user", users_, *data.users);
  }
  void require_fitting(const char* who, const MemberDays& other) const {
    require_kind(who, "account", accounts_, other.accounts_);
    require_kind(who, "user", users_, other.users_);
  }

  /// \param days_of  the distinct days of a member, ascending
  template <class DaysOf>
  void add(const UsageData& data, DaysOf days_of) {
    if (data.members() == 0) return;
    extend(data.first, data.last);
    static const Ids none;
    Codes accounts(*data.accounts), users(data.users ? *data.users : none);
    for (std::size_t i = 0; i < data.members(); ++i) {
      const std::uint32_t who =
          member(accounts.in(accounts_, data.account[i]), users.in(users_, data.user[i]));
      const std::span<const std::uint16_t> active = days_of(i);
      for (std::size_t at = 0; at < active.size();) {
        const std::uint32_t block = active[at] / 64U;
        std::uint64_t word = 0;
        for (; at < active.size() && active[at] / 64U == block; ++at)
          word |= std::uint64_t{1} << (active[at] % 64U);
        set(who, block, word);
      }
    }
  }
  void add(const MemberDays& other) {
    if (other.is_empty()) return;
    extend(other.first_, other.last_);
    Codes accounts(other.accounts_), users(other.users_);
    std::vector<std::uint32_t> who;
    for (std::uint32_t code = 0; code < other.members_.size(); ++code)
      who.push_back(
          member(accounts.in(accounts_, other.account_of(code)), users.in(users_, other.user_of(code))));
    for (std::uint32_t i = 0; i < other.words_.size(); ++i)
      set(who[other.member_at(i)], other.block_at(i), other.words_[i]);
  }

  /// A row for each day of a member. Accounts and users have the codes of their order, members follow them,
  /// and days each member: it does not show in which order they came.
  UsageData data(bool everywhere) const;

 private:
  static constexpr int block_bits = 10;  // 2^16 days in words of 64

  /// What codes of another dictionary are in one of these.
  class Codes {
   public:
    explicit Codes(const Ids& from) : from_(from), to_(from.size(), no_id) {}
    std::uint32_t in(Ids& ids, std::uint32_t code) {
      if (code == no_id) return no_id;
      if (to_[code] == no_id)
        to_[code] = from_.is_text() ? ids.encode(from_.view(code)) : ids.encode(from_.number(code));
      return to_[code];
    }

   private:
    const Ids& from_;
    std::vector<std::uint32_t> to_;
  };

  static void require_kind(const char* who, const char* what, const Ids& own, const Ids& more) {
    if (own.size() > 0 && more.size() > 0) require_same_kind(who, what, own.is_text(), more.is_text());
  }
  std::optional<Date> day_or_none(std::uint16_t day) const {
    return is_empty() ? std::nullopt : std::optional(Date{UsageData::day_zero + day});
  }
  void extend(std::uint16_t first, std::uint16_t last) {
    first_ = is_empty() ? first : std::min(first_, first);
    last_ = is_empty() ? last : std::max(last_, last);
  }
  std::uint32_t member(std::uint32_t account, std::uint32_t user) {
    const auto known = members_.size();
    const std::uint32_t code =
        members_.encode(static_cast<std::int64_t>(std::uint64_t{account} << 32 | std::uint64_t{user}));
    if (code == known && user == no_id) ++without_user_;
    return code;
  }
  void set(std::uint32_t member, std::uint32_t block, std::uint64_t word) {
    const std::uint32_t at =
        blocks_.encode(static_cast<std::int64_t>(std::uint64_t{member} << block_bits | block));
    if (at == words_.size()) words_.push_back(0);
    size_ += std::popcount(word & ~words_[at]);
    words_[at] |= word;
  }
  std::uint32_t account_of(std::uint32_t member) const {
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(members_.number(member)) >> 32);
  }
  std::uint32_t user_of(std::uint32_t member) const {
    return static_cast<std::uint32_t>(members_.number(member));
  }
  std::uint32_t member_at(std::uint32_t word) const {
    return static_cast<std::uint32_t>(blocks_.number(word) >> block_bits);
  }
  std::uint32_t block_at(std::uint32_t word) const {
    return static_cast<std::uint32_t>(blocks_.number(word)) & ((1U << block_bits) - 1);
  }
  std::vector<std::uint32_t> set_members(UsageData& data) const;
  void set_rows(UsageData& data, const std::vector<std::uint32_t>& place) const;

  Ids accounts_, users_;
  Ids members_;  // an account's code, then a user's, or no_id for the account itself
  Ids blocks_;   // a member's code, then which 64 days
  std::vector<std::uint64_t> words_;
  std::int64_t size_ = 0, without_user_ = 0;
  std::uint16_t first_ = 0, last_ = 0;  // days with events; only with members
};

inline UsageData MemberDays::data(bool everywhere) const {
  UsageData data;
  data.everywhere = everywhere;
  data.first = first_;
  data.last = last_;
  set_rows(data, set_members(data));
  mark_shared(data);
  return data;
}

/// \returns  the place of each member
inline std::vector<std::uint32_t> MemberDays::set_members(UsageData& data) const {
  data.accounts = std::make_shared<const Ids>(in_order(accounts_));
  if (users_.size() > 0) data.users = std::make_shared<const Ids>(in_order(users_));
  const std::vector<std::uint32_t> account_rank = accounts_.ranks(), user_rank = users_.ranks();
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;  // ranks of account and user, code
  for (std::uint32_t code = 0; code < members_.size(); ++code) {
    const std::uint32_t user = user_of(code) == no_id ? no_id : user_rank[user_of(code)];
    order.emplace_back(std::uint64_t{account_rank[account_of(code)]} << 32 | user, code);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i].second] = static_cast<std::uint32_t>(i);
    data.account.push_back(static_cast<std::uint32_t>(order[i].first >> 32));
    data.user.push_back(static_cast<std::uint32_t>(order[i].first));
    if (data.account.back() == data.begin.size()) data.begin.push_back(static_cast<std::uint32_t>(i));
  }
  data.begin.push_back(static_cast<std::uint32_t>(order.size()));
  return place;
}

inline void MemberDays::set_rows(UsageData& data, const std::vector<std::uint32_t>& place) const {
  struct Word {
    std::uint32_t block;
    std::uint64_t days;
  };
  std::vector<std::size_t> end(place.size() + 1);
  for (std::uint32_t i = 0; i < words_.size(); ++i) ++end[place[member_at(i)] + std::size_t{1}];
  for (std::size_t i = 0; i < place.size(); ++i) end[i + 1] += end[i];
  std::vector<Word> words(words_.size());
  for (std::uint32_t i = 0; i < words_.size(); ++i)
    words[end[place[member_at(i)]]++] = {block_at(i), words_[i]};
  std::vector<std::uint32_t> member;
  std::vector<std::uint16_t> day;
  member.reserve(static_cast<std::size_t>(size_));
  day.reserve(static_cast<std::size_t>(size_));
  for (std::size_t who = 0, at = 0; who < place.size(); ++who) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
    std::sort(first, words.begin() + static_cast<std::ptrdiff_t>(end[who]),
              [](const Word& a, const Word& b) { return a.block < b.block; });
    for (; at < end[who]; ++at)
      for (std::uint64_t left = words[at].days; left != 0; left &= left - 1) {
        member.push_back(static_cast<std::uint32_t>(who));
        day.push_back(
            static_cast<std::uint16_t>(words[at].block * 64 + static_cast<unsigned>(std::countr_zero(left))));
      }
  }
  data.rows = day.size();
  data.member = Column<std::uint32_t>(std::move(member));
  data.day = Column<std::uint16_t>(std::move(day));
}

}  // namespace fealty::adoption::detail
