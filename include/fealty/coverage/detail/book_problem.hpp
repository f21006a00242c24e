// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::coverage::detail {

/// Accounts to be given to CSMs, as numbers: both ascending by id, so that ties go to the lower id.
struct BookProblem {
  std::vector<double> hours;               ///< of each account
  std::vector<std::uint32_t> home;         ///< the CSM who has it now, `no_id` where none of these
  std::vector<std::uint8_t> owned;         ///< 1 where anybody has it now
  std::vector<std::uint32_t> kind;         ///< accounts of one kind ask for the same and have one tier
  std::vector<std::uint32_t> tier_of;      ///< the tier of each kind
  std::vector<std::uint8_t> qualified;     ///< kind × CSM: 1 where the CSM may have such an account
  std::vector<double> capacity;            ///< hours of each CSM
  std::vector<std::int64_t> maximum;       ///< the most accounts of each CSM
  std::vector<std::int64_t> tier_maximum;  ///< CSM × tier: the most accounts of it
  std::size_t tiers = 0;                   ///< how many there are
  double total_capacity = 0;               ///< of all CSMs
  double handover = 0;                     ///< what one costs, as a share of total_capacity

  std::size_t accounts() const { return hours.size(); }
  std::size_t csms() const { return capacity.size(); }
  std::uint32_t tier(std::uint32_t account) const { return tier_of[kind[account]]; }
  bool may_have(std::size_t csm, std::uint32_t account) const {
    return qualified[kind[account] * csms() + csm] != 0;
  }
  bool has_qualified(std::uint32_t account) const {
    const auto row = qualified.begin() + static_cast<std::ptrdiff_t>(kind[account] * csms());
    return std::find(row, row + static_cast<std::ptrdiff_t>(csms()), 1) !=
           row + static_cast<std::ptrdiff_t>(csms());
  }
  /// 1 where an account of a CSM has been handed over.
  int handed_over(std::uint32_t account, std::size_t csm) const {
    return owned[account] != 0 && home[account] != csm ? 1 : 0;
  }
  /// The accounts from the largest to the smallest.
  std::vector<std::uint32_t> largest_first() const {
    std::vector<std::uint32_t> order(accounts());
    for (std::uint32_t a = 0; a < order.size(); ++a) order[a] = a;
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return hours[a] != hours[b] ? hours[a] > hours[b] : a < b;
    });
    return order;
  }
};

}  // namespace fealty::coverage::detail
