// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/landmark_enums.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

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

/// How many snapshots became what, and the outcomes behind it.
class LandmarkTally {
 public:
  void add(LandmarkStatus status) { ++counts_[static_cast<std::size_t>(status)]; }
  void add_event(std::uint32_t account, std::int32_t day) { events_.emplace_back(account, day); }

  std::int64_t of(LandmarkStatus status) const { return counts_[static_cast<std::size_t>(status)]; }
  template <class Result>
  void put(Result& out) {
    out.used = of(LandmarkStatus::used);
    out.already_happened = of(LandmarkStatus::already_happened);
    out.not_at_risk = of(LandmarkStatus::not_at_risk);
    out.window_open = of(LandmarkStatus::window_open);
    out.happened_in_gap = of(LandmarkStatus::happened_in_gap);
    std::sort(events_.begin(), events_.end());
    out.events = std::unique(events_.begin(), events_.end()) - events_.begin();
  }
  /// Says so where snapshots became nothing.
  ///
  /// \param what  what they were to become
  void note(const char* who, const char* code, const char* what, std::vector<Finding>& findings) const {
    const std::int64_t all = std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
    if (of(LandmarkStatus::used) > 0 || all == 0) return;
    const auto most = std::max_element(counts_.begin(), counts_.end());
    const auto status = static_cast<std::size_t>(most - counts_.begin());
    findings.push_back({code,
                        Severity::warning,
                        {},
                        fmt::format("{}: none of {} snapshots became {}; {} are {}", who, all, what, *most,
                                    enum_names(LandmarkStatus{})[status])});
  }

 private:
  std::array<std::int64_t, enum_names(LandmarkStatus{}).size()> counts_{};
  std::vector<std::pair<std::uint32_t, std::int32_t>> events_;  // account and day
};

}  // namespace fealty::health::detail
