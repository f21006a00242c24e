// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The days on which lives of accounts ended.
class LifeEnds {
 public:
  /// \param ids  whose codes accounts are asked by
  /// \throws InvalidInput  for lives without accounts or days, or whose accounts are of another kind
  LifeEnds(const char* who, const survival::Lifetimes& lives, const Ids& ids) : begin_(ids.size() + 1) {
    const survival::detail::LifetimeData& data = lives.data();
    const auto refuse = [&](const char* rule) {
      throw InvalidInput({.who = who, .what = "lifetimes", .where = {}, .value = "", .rule = rule});
    };
    if (!data.origin.present()) refuse("are not told by days; make them of `origin` and `end`");
    if (!data.account.present()) refuse("have no accounts; name the column `account`");
    const Ids& others = *data.account.ids();
    if (ids.size() > 0 && others.size() > 0 && ids.is_text() != others.is_text())
      refuse(ids.is_text() ? "have accounts that are integers, and milestones have texts"
                           : "have accounts that are texts, and milestones have integers");
    std::vector<std::uint32_t> code(others.size(), no_id);
    for (std::uint32_t other = 0; other < others.size(); ++other)
      code[other] =
          (others.is_text() ? ids.find(others.view(other)) : ids.find(others.number(other))).value_or(no_id);
    known_.resize(ids.size());
    for (std::size_t row = 0; row < data.rows; ++row) {
      const std::uint32_t other = data.account.codes()[row];
      const std::uint32_t account = other == no_id ? no_id : code[other];
      if (account == no_id) continue;
      known_[account] = true;
      if (data.ended[row] == 0) continue;
      const auto lasted = static_cast<std::int32_t>(data.age(static_cast<std::size_t>(data.exit[row])));
      ends_.emplace_back(account, data.origin[row] + lasted);
    }
    std::sort(ends_.begin(), ends_.end());
    for (const auto& end : ends_) ++begin_[end.first + std::size_t{1}];
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  }

  /// Whether there is a life of an account.
  bool knows(std::uint32_t account) const { return known_[account]; }
  /// The first end of an account's lives after a day; `open` where there is none.
  std::int32_t after(std::uint32_t account, std::int32_t day) const {
    for (std::size_t i = begin_[account]; i < begin_[account + std::size_t{1}]; ++i)
      if (ends_[i].second > day) return ends_[i].second;
    return open;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::int32_t>> ends_;  // account and day, ascending
  std::vector<std::size_t> begin_;                            // of each account's
  std::vector<bool> known_;
};

}  // namespace fealty::adoption::detail
