// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/persons.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/usage_unit.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// Who is counted, as the members behind each: people, or accounts by their codes.
class UsageUnits {
 public:
  UsageUnits(const UsageData& data, UsageUnit unit) : data_(data), members_(data.members()) {
    if (unit == UsageUnit::users) persons_.emplace(data);
    std::iota(members_.begin(), members_.end(), 0U);
  }

  bool are_users() const { return persons_.has_value(); }
  std::size_t size() const { return persons_ ? persons_->size() : data_.begin.size() - 1; }
  std::span<const std::uint32_t> members(std::size_t unit) const {
    if (persons_) return persons_->members(unit);
    return std::span(members_).subspan(data_.begin[unit], data_.begin[unit + 1] - data_.begin[unit]);
  }

 private:
  const UsageData& data_;
  std::vector<std::uint32_t> members_;
  std::optional<Persons> persons_;
};

}  // namespace fealty::adoption::detail
