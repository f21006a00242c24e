// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The people behind the members: where accounts are taken together, a user of several counts once.
class Persons {
 public:
  explicit Persons(const UsageData& data) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> several;  // user, member
    for (std::uint32_t member = 0; member < data.members(); ++member) {
      if (data.is_shared(member)) several.emplace_back(data.user[member], member);
      else add(member, true);
    }
    std::sort(several.begin(), several.end());
    for (std::size_t i = 0; i < several.size(); ++i)
      add(several[i].second, i == 0 || several[i].first != several[i - 1].first);
    begin_.push_back(members_.size());
  }

  std::size_t size() const { return begin_.size() - 1; }
  std::span<const std::uint32_t> members(std::size_t person) const {
    return std::span(members_).subspan(begin_[person], begin_[person + 1] - begin_[person]);
  }

 private:
  void add(std::uint32_t member, bool another) {
    if (another) begin_.push_back(members_.size());
    members_.push_back(member);
  }

  std::vector<std::size_t> begin_;  // of each person's members, and the end of all
  std::vector<std::uint32_t> members_;
};

}  // namespace fealty::adoption::detail
