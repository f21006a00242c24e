// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption::detail {

/// Seats of an account from a day on, up to the day before `to`.
struct SeatRow {
  std::uint32_t account;
  std::int64_t seats;
  std::int32_t from, to;
  std::int64_t row;

  bool holds_on(std::int32_t day) const { return from <= day && day < to; }
};

struct SeatData {
  std::shared_ptr<const Ids> accounts;
  std::vector<SeatRow> rows;        // by account code, and by day
  std::vector<std::int32_t> start;  // by account code: its first day; fealty::open where none is known
  std::vector<Finding> findings;
};

}  // namespace fealty::adoption::detail
