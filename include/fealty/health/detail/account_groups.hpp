// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/detail/grouping.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The groups that accounts belong to on a day: all together, each its own, or those of attributes.
class AccountGroups {
 public:
  AccountGroups(const char* who, const std::shared_ptr<const Ids>& ids, const std::vector<std::string>& by,
                const std::optional<revenue::Accounts>& accounts, const std::optional<Date>& day)
      : grouped_(!by.empty()) {
    if (!grouped_) return;
    if (by == std::vector<std::string>{"account"}) {
      std::vector<std::uint32_t> each(ids->size());
      std::iota(each.begin(), each.end(), 0U);
      group_ = IdColumn(std::move(each), ids);
    } else {
      if (!accounts)
        throw InvalidInput({.who = who,
                            .what = "by",
                            .where = {},
                            .value = "\"" + by.front() + "\"",
                            .rule = "needs accounts, which have the attributes; alone there is \"account\""});
      group_ = values(*accounts, *ids, by, day);
    }
    rank_ = group_.ids()->ranks();
    sorted_ = group_.ids()->sorted();
  }

  /// How many groups there can be; the last is that of accounts without one.
  std::size_t count() const { return grouped_ ? sorted_.size() + 1 : 1; }
  bool grouped() const { return grouped_; }
  /// The place of an account's group in their order.
  std::size_t of(std::uint32_t account) const {
    if (!grouped_) return 0;
    const std::uint32_t code = group_.codes()[account];
    return code == no_id ? sorted_.size() : rank_[code];
  }
  /// The column of groups at these places; absent where all are together.
  IdColumn column(const std::vector<std::size_t>& places) const {
    if (!grouped_) return {};
    std::vector<std::uint32_t> codes;
    for (const std::size_t place : places) codes.push_back(place < sorted_.size() ? sorted_[place] : no_id);
    return {std::move(codes), group_.ids()};
  }

 private:
  static IdColumn values(const revenue::Accounts& accounts, const Ids& ids,
                         const std::vector<std::string>& by, const std::optional<Date>& day) {
    const std::vector<std::uint32_t> known = accounts.match(ids);
    IdColumn all;
    for (const std::string& name : by) {
      const std::size_t attribute = accounts.attribute(name);
      std::vector<std::uint32_t> codes;
      for (const std::uint32_t account : known)
        codes.push_back(day ? accounts.attribute_on(account, attribute, *day) : no_id);
      IdColumn one(std::move(codes), accounts.attribute_ids(attribute));
      all = all.present() ? survival::detail::joined(all, one) : std::move(one);
    }
    return all;
  }

  bool grouped_;
  IdColumn group_;  // by account code
  std::vector<std::uint32_t> rank_, sorted_;
};

}  // namespace fealty::health::detail
