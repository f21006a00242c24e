// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// The distinct days, ascending, on which each member was active.
class ActiveDays {
 public:
  ActiveDays(const UsageData& data, const QualifyingEvents& events) : begin_(data.members() + 1) {
    for (std::size_t row = 0; row < data.rows; ++row)
      if (events.keeps(row)) ++begin_[data.member[row] + std::size_t{1}];
    for (std::size_t member = 0; member < data.members(); ++member) begin_[member + 1] += begin_[member];
    std::vector<std::size_t> next = begin_;
    days_.resize(begin_.back());
    for (std::size_t row = 0; row < data.rows; ++row)
      if (events.keeps(row)) days_[next[data.member[row]]++] = data.day[row];
    drop_repeated();
  }

  /// Days since UsageData::day_zero.
  std::span<const std::uint16_t> of(std::size_t member) const {
    return std::span(days_).subspan(begin_[member], begin_[member + 1] - begin_[member]);
  }

 private:
  void drop_repeated() {
    std::size_t kept = 0;
    for (std::size_t member = 0; member + 1 < begin_.size(); ++member) {
      const auto first = days_.begin() + static_cast<std::ptrdiff_t>(begin_[member]);
      const auto end = days_.begin() + static_cast<std::ptrdiff_t>(begin_[member + 1]);
      std::sort(first, end);
      const auto distinct = std::unique(first, end);
      std::copy(first, distinct, days_.begin() + static_cast<std::ptrdiff_t>(kept));
      begin_[member] = kept;
      kept += static_cast<std::size_t>(distinct - first);
    }
    begin_.back() = kept;
    days_.resize(kept);
  }

  std::vector<std::size_t> begin_;  // of each member's days, and the end of all
  std::vector<std::uint16_t> days_;
};

}  // namespace fealty::adoption::detail
