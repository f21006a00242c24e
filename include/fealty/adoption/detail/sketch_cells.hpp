// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/batch_days.hpp>
#include <fealty/adoption/detail/hyper_log_log.hpp>
#include <fealty/adoption/detail/sketch_hash.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What ids are, as far as any was met.
enum class IdKind : std::uint8_t { unknown, integers, texts };

/// A sketch for each day of each account, or of one that stands for all.
class SketchCells {
 public:
  using Key = std::pair<std::uint32_t, std::uint16_t>;  // account, day
  using Map = std::map<Key, HyperLogLog>;

  SketchCells(int precision, bool by_account) : precision_(precision), by_account_(by_account) {}

  int precision() const { return precision_; }
  bool by_account() const { return by_account_; }
  bool is_empty() const { return account_kind_ == IdKind::unknown; }
  std::int64_t size() const { return static_cast<std::int64_t>(cells_.size()); }
  std::optional<Date> first_day() const { return day_or_none(first_); }
  std::optional<Date> last_day() const { return day_or_none(last_); }
  double distinct() const {
    SketchUnion all(precision_);
    for (const auto& [key, sketch] : cells_) all.add(sketch);
    return all.distinct();
  }

  void require_fitting(const char* who, const UsageData& data) const {
    require_kind(who, "account", account_kind_, kind_of(*data.accounts));
    if (names_users(data)) require_kind(who, "user", user_kind_, kind_of(*data.users));
  }
  void require_fitting(const char* who, const SketchCells& other) const {
    require_kind(who, "account", account_kind_, other.account_kind_);
    require_kind(who, "user", user_kind_, other.user_kind_);
  }

  /// \param days_of  the distinct days of a member, ascending
  void add(const UsageData& data, const BatchDays& days_of) {
    extend(data.first, data.last);
    account_kind_ = kind_of(*data.accounts);
    if (names_users(data)) user_kind_ = kind_of(*data.users);
    std::vector<std::uint64_t> seen;  // a day, then an entry
    for (std::uint32_t account = 0; account + std::size_t{1} < data.begin.size(); ++account) {
      if (data.begin[account] == data.begin[account + std::size_t{1}]) continue;
      const std::uint64_t hash = sketch_hash(*data.accounts, account);
      for (std::size_t who = data.begin[account]; who < data.begin[account + std::size_t{1}]; ++who) {
        const std::uint32_t entry = SketchEntry::of(hash_of(data, who, hash), precision_);
        for (const std::uint16_t day : days_of(who)) seen.push_back(std::uint64_t{day} << 32 | entry);
      }
      if (by_account_) put(own_code(*data.accounts, account), seen);
    }
    if (!by_account_) put(0, seen);
  }
  void add(const SketchCells& other) {
    if (other.is_empty()) return;
    extend(other.first_, other.last_);
    account_kind_ = other.account_kind_;
    user_kind_ = std::max(user_kind_, other.user_kind_);
    std::vector<std::uint32_t> codes{0};
    if (by_account_) codes.clear();
    for (std::uint32_t code = 0; code < other.accounts_.size(); ++code)
      codes.push_back(own_code(other.accounts_, code));
    for (const auto& [key, sketch] : other.cells_) cell(codes[key.first], key.second).add(sketch);
  }

  const Map& all() const { return cells_; }
  /// The accounts that have sketches of their own.
  const Ids& accounts() const { return accounts_; }
  /// What a calculator needs to know of accounts and days: as a table in which each account has one user.
  UsageData data() const {
    UsageData data;
    Ids together;
    together.encode(std::int64_t{0});
    data.accounts = std::make_shared<const Ids>(by_account_ ? accounts_ : together);
    for (std::uint32_t code = 0; code < data.accounts->size(); ++code) {
      data.begin.push_back(code);
      data.account.push_back(code);
      data.user.push_back(no_id);
    }
    data.begin.push_back(static_cast<std::uint32_t>(data.account.size()));
    data.rows = cells_.size();
    data.first = first_;
    data.last = last_;
    return data;
  }

 private:
  friend class SketchBytes;

  static IdKind kind_of(const Ids& ids) { return ids.is_text() ? IdKind::texts : IdKind::integers; }
  static void require_kind(const char* who, const char* what, IdKind own, IdKind more) {
    if (own != IdKind::unknown && more != IdKind::unknown)
      require_same_kind(who, what, own == IdKind::texts, more == IdKind::texts);
  }
  static std::uint64_t hash_of(const UsageData& data, std::size_t member, std::uint64_t account) {
    if (data.user[member] == no_id) return hash_of_itself(account);
    const std::uint64_t user = sketch_hash(*data.users, data.user[member]);
    return data.everywhere ? user : hash_within(account, user);
  }

  std::optional<Date> day_or_none(std::uint16_t day) const {
    return is_empty() ? std::nullopt : std::optional(Date{UsageData::day_zero + day});
  }
  void extend(std::uint16_t first, std::uint16_t last) {
    first_ = is_empty() ? first : std::min(first_, first);
    last_ = is_empty() ? last : std::max(last_, last);
  }
  std::uint32_t own_code(const Ids& from, std::uint32_t code) {
    return from.is_text() ? accounts_.encode(from.view(code)) : accounts_.encode(from.number(code));
  }
  HyperLogLog& cell(std::uint32_t account, std::uint16_t day) {
    return cells_.try_emplace(Key(account, day), precision_).first->second;
  }
  /// Adds what an account's users have seen, which is empty afterwards.
  void put(std::uint32_t account, std::vector<std::uint64_t>& seen) {
    std::sort(seen.begin(), seen.end());
    for (std::size_t i = 0; i < seen.size();) {
      const auto day = static_cast<std::uint16_t>(seen[i] >> 32);
      std::vector<std::uint32_t> entries;
      for (; i < seen.size() && seen[i] >> 32 == day; ++i)
        entries.push_back(static_cast<std::uint32_t>(seen[i]));
      cell(account, day).add(entries);
    }
    seen.clear();
  }

  int precision_;
  bool by_account_;
  IdKind account_kind_ = IdKind::unknown, user_kind_ = IdKind::unknown;
  Ids accounts_;  // only by account
  Map cells_;
  std::uint16_t first_ = 0, last_ = 0;  // days with events; only with an account
};

}  // namespace fealty::adoption::detail
