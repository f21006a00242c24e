// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Span indices by account, then start, end and amount.
inline std::vector<std::size_t> spans_by_account(const MrrSpans& spans) {
  std::vector<std::size_t> begin(spans.ids ? spans.ids->size() + 1 : 1);
  for (std::size_t i = 0; i < spans.size(); ++i) ++begin[spans.account[i] + std::size_t{1}];
  for (std::size_t account = 1; account < begin.size(); ++account) begin[account] += begin[account - 1];
  std::vector<std::size_t> order(spans.size()), next = begin;
  for (std::size_t i = 0; i < spans.size(); ++i) order[next[spans.account[i]]++] = i;
  const auto earlier = [&](std::size_t a, std::size_t b) {
    return std::tuple(spans.start[a], spans.end[a], spans.amount[a], a) <
           std::tuple(spans.start[b], spans.end[b], spans.amount[b], b);
  };
  for (std::size_t account = 0; account + 1 < begin.size(); ++account)
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin[account]),
              order.begin() + static_cast<std::ptrdiff_t>(begin[account + 1]), earlier);
  return order;
}

/// The first account whose amounts in one currency sum below 0 on some day up to as_of, if there is one.
inline std::optional<std::uint32_t> account_below_zero(const MrrSpans& spans, std::int32_t as_of = max_day) {
  const auto currency = [&](std::size_t i) {
    return spans.currency.present() ? spans.currency[i] : std::uint16_t{0};
  };
  std::vector<std::tuple<std::uint32_t, std::uint16_t, std::int32_t, std::int64_t>> changes;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans.start[i] > as_of) continue;
    changes.emplace_back(spans.account[i], currency(i), spans.start[i], spans.amount[i]);
    if (spans.end[i] <= as_of)
      changes.emplace_back(spans.account[i], currency(i), spans.end[i], -spans.amount[i]);
  }
  std::sort(changes.begin(), changes.end());
  fealty::detail::int128 sum = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto& [account, code, day, amount] = changes[i];
    if (i == 0 || account != std::get<0>(changes[i - 1]) || code != std::get<1>(changes[i - 1])) sum = 0;
    sum += amount;
    const bool day_ends = i + 1 == changes.size() || account != std::get<0>(changes[i + 1]) ||
                          code != std::get<1>(changes[i + 1]) || day != std::get<2>(changes[i + 1]);
    if (day_ends && sum < 0) return account;
  }
  return std::nullopt;
}

}  // namespace fealty::revenue::detail
