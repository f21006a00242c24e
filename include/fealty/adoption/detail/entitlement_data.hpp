// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption::detail {

/// What an account may use from a day on, up to the day before `to`.
struct EntitlementRow {
  std::uint32_t account;
  std::uint32_t feature;  // no_id where the row has a number
  std::int64_t features;  // the number
  std::int32_t from, to;
  std::int64_t row;

  bool holds_on(std::int32_t day) const { return from <= day && day < to; }
};

struct EntitlementData {
  std::shared_ptr<const Ids> accounts;
  std::shared_ptr<const Ids> features;  // null where rows have numbers
  std::vector<EntitlementRow> rows;
  std::vector<Finding> findings;
};

}  // namespace fealty::adoption::detail
