// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/landmark_enums.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace fealty::health::detail {

inline void check_days_option(const char* who, const char* what, std::int32_t days, std::int32_t least) {
  constexpr std::int32_t most = 36'500;
  if (days >= least && days <= most) return;
  throw InvalidInput({.who = who,
                      .what = what,
                      .where = {},
                      .value = fmt::format("{}", days),
                      .rule = fmt::format("is not between {} and {}", least, most)});
}

/// Who is at risk after a snapshot, and for how long.
struct WindowRule {
  std::int32_t gap_days;
  std::int64_t horizon_days;  // very many where the window has no end
  std::int64_t least_days;    // of the window that must be known
  AtRisk at_risk;
  bool recurrent;
  std::optional<Date> observed_until;
};

/// What became of snapshots in the windows after them.
class LandmarkWindows {
 public:
  struct Window {
    std::int64_t begin, end;  // (begin, end]
    bool has(std::int64_t day) const { return day > begin && day <= end; }
  };
  struct Sight {
    LandmarkStatus status;
    std::int32_t next;  // day of the next outcome, `open` where there is none
  };

  LandmarkWindows(const char* who, const SnapshotData& data, const WindowRule& rule) : rule_(rule) {
    check_days_option(who, "gap_days", rule.gap_days, 0);
    if (rule.at_risk == AtRisk::due_in_window && !data.has_due)
      throw InvalidInput({.who = who,
                          .what = "at_risk",
                          .where = {},
                          .value = "due_in_window",
                          .rule = "was asked for; the snapshots have no column due"});
  }

  Window window(const SnapshotRow& row) const {
    const std::int64_t begin = std::int64_t{row.as_of} + rule_.gap_days;
    return {begin, begin + rule_.horizon_days};
  }
  /// \param days  of the account's outcomes, ascending
  Sight look(const SnapshotRow& row, std::span<const std::int32_t> days) const {
    // What can happen again may do so in the gap: the window is looked at all the same.
    const std::int32_t from = row.as_of + (rule_.recurrent ? rule_.gap_days : 0);
    const auto after = std::upper_bound(days.begin(), days.end(), from);
    const std::int32_t next = after == days.end() ? open : *after;
    return {status(row, after != days.begin(), next), next};
  }

 private:
  LandmarkStatus status(const SnapshotRow& row, bool before, std::int32_t next) const {
    const Window in = window(row);
    if (before && !rule_.recurrent) return LandmarkStatus::already_happened;
    if (rule_.at_risk == AtRisk::due_in_window && !(row.due != no_day && in.has(row.due)))
      return LandmarkStatus::not_at_risk;
    if (!rule_.observed_until || in.begin + rule_.least_days > rule_.observed_until->days)
      return LandmarkStatus::window_open;
    return next <= in.begin ? LandmarkStatus::happened_in_gap : LandmarkStatus::used;
  }

  WindowRule rule_;
};

}  // namespace fealty::health::detail
