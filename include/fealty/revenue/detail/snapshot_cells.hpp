// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/policy_enums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::revenue::detail {

/// In which periods a row counts: from the one of its start to the one before that of its end, both looked
/// up by day. A day after as_of is none: a start there is not visible, an end there not known.
class SnapshotCells {
 public:
  SnapshotCells() = default;
  SnapshotCells(const PeriodGrid& grid, Snapshot snapshot, std::int32_t as_of)
      : origin_(grid.start(0).days), beyond_(as_of + 1) {
    const auto periods = static_cast<std::uint16_t>(grid.size());
    const auto days = static_cast<std::size_t>(beyond_ - origin_) + 1;
    starts_.resize(days, periods);
    ends_.resize(days, periods);
    const auto after = [&](std::int32_t day) {  // the first period that begins on the day or later
      return day == origin_ ? std::uint32_t{0} : grid.index(day - 1) + 1;
    };
    for (std::int32_t day = origin_; day <= as_of; ++day) {
      const bool begins_after = snapshot == Snapshot::first_day;
      const bool ends_after = begins_after || snapshot == Snapshot::any_day;
      const auto at = static_cast<std::size_t>(day - origin_);
      starts_[at] = static_cast<std::uint16_t>(begins_after ? after(day) : grid.index(day));
      ends_[at] = static_cast<std::uint16_t>(ends_after ? after(day) : grid.index(day));
    }
  }

  /// The first period in which a row that starts on a day counts; the number of periods for none.
  std::uint16_t start(std::int32_t day) const { return starts_[place(day)]; }
  /// The first period in which a row that ends on a day counts no longer.
  std::uint16_t end(std::int32_t day) const { return ends_[place(day)]; }

  // For loops over many rows: tables by day from `origin` to `beyond`, to which other days are clamped.
  const std::uint16_t* starts() const { return starts_.data(); }
  const std::uint16_t* ends() const { return ends_.data(); }
  std::int32_t origin() const { return origin_; }
  std::int32_t beyond() const { return beyond_; }
  std::size_t days() const {
    return starts_.empty() ? 0 : starts_.size() - 1;
  }  // those after as_of are one more

 private:
  std::size_t place(std::int32_t day) const {
    return static_cast<std::size_t>(std::clamp(day, origin_, beyond_) - origin_);
  }

  std::vector<std::uint16_t> starts_, ends_;
  std::int32_t origin_ = 0, beyond_ = 0;
};

}  // namespace fealty::revenue::detail
