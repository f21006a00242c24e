// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/subscription_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// How far what was paid for carries a row beyond its end: to paid_through, but not into the row of the same
/// subscription that comes after it.
class PaidPeriods {
 public:
  PaidPeriods() = default;
  /// \param starts  of the table's rows
  PaidPeriods(const SubscriptionTable& table, std::span<const std::int32_t> starts) {
    for (std::size_t row = 0; row < starts.size(); ++row) {
      const bool known = table.left_out.empty() || table.left_out[row] == 0;
      keys_.emplace_back(table.account[row],
                         table.subscription.present() ? table.subscription.codes()[row] : no_id, starts[row]);
      if (known) order_.push_back(row);
    }
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return std::tie(keys_[a], a) < std::tie(keys_[b], b); });
  }

  /// \param end   of the row, as written
  /// \param paid  the first day that is not paid for
  std::int32_t end(std::size_t row, std::int32_t end, std::int32_t paid) const {
    if (paid <= end) return end;
    Key from = keys_[row];
    std::get<2>(from) = end;
    auto next = std::lower_bound(order_.begin(), order_.end(), from,
                                 [&](std::size_t each, const Key& key) { return keys_[each] < key; });
    if (next != order_.end() && *next == row) ++next;  // a row that ends on the day it begins
    if (next == order_.end()) return paid;
    const auto& [account, subscription, start] = keys_[*next];
    const bool same = account == std::get<0>(from) && subscription == std::get<1>(from);
    return same ? std::clamp(start, end, paid) : paid;
  }

 private:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::int32_t>;  // account, subscription, start

  std::vector<Key> keys_;
  std::vector<std::size_t> order_;
};

}  // namespace fealty::revenue::detail
