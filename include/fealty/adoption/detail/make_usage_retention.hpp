// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/known_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/return_intervals.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/usage_units.hpp>
#include <fealty/adoption/usage_retention.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Counts who came back, by group, cohort and interval.
class ReturnCounts {
 public:
  ReturnCounts(const Usage& usage, const UsageRetentionOptions& options)
      : data_(usage.data()), options_(options), intervals_(return_intervals(options)),
        events_("usage_retention", data_, options.events, options.as_of),
        groups_("usage_retention", data_, options.by, options.accounts), units_(data_, options.unit),
        days_(data_, events_) {
    fealty::detail::check_confidence("usage_retention", options.confidence);
    if (!options.start_events.empty())
      start_days_.emplace(data_,
                          QualifyingEvents("usage_retention", data_, options.start_events, events_.as_of()));
    since_ = known_since("usage_retention", data_, events_, options.since);
    if (!since_) return;
    grid_.emplace(*since_, events_.as_of(), options.every, options.fiscal_year_start);
    for (std::size_t unit = 0; unit < units_.size(); ++unit) add_unit(units_.members(unit));
  }

  UsageRetention take() {
    UsageRetention out;
    out.kind = options_.kind;
    out.every = options_.every;
    out.unit = options_.unit;
    out.confidence = options_.confidence;
    out.since = options_.since ? options_.since : data_.first_day();
    out.as_of_inferred = events_.as_of_inferred();
    if (data_.rows > 0 || !out.as_of_inferred) out.as_of = events_.as_of();
    write(out);
    note(out);
    return out;
  }

 private:
  struct Count {
    std::int64_t eligible = 0, returned = 0;
  };
  struct Cohort {
    std::int64_t started = 0;
    std::vector<Count> counts;  // of each interval
  };
  struct Placed {
    std::uint32_t group, member;
    bool operator<(const Placed& other) const {
      return std::pair(group, member) < std::pair(other.group, other.member);
    }
  };

  std::span<const std::uint16_t> starts(std::uint32_t member) const {
    return start_days_ ? start_days_->of(member) : days_.of(member);
  }
  std::uint32_t group_on(std::uint32_t member, std::uint16_t day) const {
    return groups_.of(data_.account[member], UsageData::day_zero + day);
  }

  /// An account is in one group; a person may be in one for each of several accounts.
  void add_unit(std::span<const std::uint32_t> members) {
    if (!units_.are_users()) return add(members);
    placed_.clear();
    for (const std::uint32_t member : members) {
      const auto days = starts(member).empty() ? days_.of(member) : starts(member);
      if (!days.empty()) placed_.push_back({group_on(member, days.front()), member});
    }
    std::sort(placed_.begin(), placed_.end());
    for (std::size_t i = 0; i < placed_.size();) {
      together_.clear();
      const std::uint32_t group = placed_[i].group;
      for (; i < placed_.size() && placed_[i].group == group; ++i) together_.push_back(placed_[i].member);
      add(together_);
    }
  }

  void add(std::span<const std::uint32_t> members) {
    std::optional<std::pair<std::uint16_t, std::uint32_t>> first;  // the start, and whose
    bool active = false;
    for (const std::uint32_t member : members) {
      const auto days = starts(member);
      active = active || !days_.of(member).empty();
      if (!days.empty() && (!first || days.front() < first->first)) first = {days.front(), member};
    }
    if (!first) {
      without_start_ += active ? 1 : 0;
      return;
    }
    const std::int32_t start = UsageData::day_zero + first->first;
    if (start < since_->days) return;
    Cohort& cohort = cohorts_[{group_on(first->second, first->first), grid_->index(start)}];
    cohort.counts.resize(intervals_.size());
    ++cohort.started;
    count(cohort, first->first, all_days(members));
  }

  std::span<const std::uint16_t> all_days(std::span<const std::uint32_t> members) {
    if (members.size() == 1) return days_.of(members.front());
    merged_.clear();
    for (const std::uint32_t member : members) {
      const auto days = days_.of(member);
      merged_.insert(merged_.end(), days.begin(), days.end());
    }
    std::sort(merged_.begin(), merged_.end());
    return merged_;
  }

  void count(Cohort& cohort, std::int32_t start, std::span<const std::uint16_t> days) const {
    const std::int32_t known = events_.last();
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
      const ReturnInterval interval = intervals_[i];
      if (start + interval.seen_to > known) continue;
      ++cohort.counts[i].eligible;
      const auto day = std::lower_bound(days.begin(), days.end(), start + interval.first);
      const bool any = day != days.end() && (interval.last == open || *day <= start + interval.last);
      cohort.counts[i].returned += any ? 1 : 0;
    }
  }

  void write(UsageRetention& out) {
    std::vector<std::uint32_t> group_of_row;
    const double z = fealty::detail::normal_quantile(0.5 + options_.confidence / 2);
    for (auto at = cohorts_.begin(); at != cohorts_.end();) {
      const std::uint32_t group = at->first.first;
      Cohort all{0, std::vector<Count>(intervals_.size())};
      for (; at != cohorts_.end() && at->first.first == group; ++at) {
        const Cohort& cohort = at->second;
        write(out, cohort, grid_->start(at->first.second).days, z);
        all.started += cohort.started;
        for (std::size_t i = 0; i < intervals_.size(); ++i) {
          all.counts[i].eligible += cohort.counts[i].eligible;
          all.counts[i].returned += cohort.counts[i].returned;
        }
      }
      write(out, all, open, z);
      group_of_row.resize(out.started.size(), group);
    }
    out.group = groups_.column(std::move(group_of_row));
  }

  void write(UsageRetention& out, const Cohort& cohort, std::int32_t first_day, double z) const {
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
      const auto [eligible, returned] = cohort.counts[i];
      const auto [lower, upper] = fealty::detail::wilson(returned, eligible, z);
      out.cohort.days.push_back(first_day);
      out.interval_start.push_back(intervals_[i].first);
      if (intervals_[i].last != open) out.interval_end.push_back(intervals_[i].last);
      out.started.push_back(cohort.started);
      out.eligible.push_back(eligible);
      out.returned.push_back(returned);
      out.rate.push_back(fealty::detail::rate(returned, eligible));
      out.lower.push_back(lower);
      out.upper.push_back(upper);
      out.complete.push_back(eligible == cohort.started ? 1 : 0);
    }
  }

  void note(UsageRetention& out) const {
    if (without_start_ > 0)
      out.findings.push_back(
          {"no_start",
           Severity::warning,
           {},
           fmt::format("usage_retention: {} {} are left out, who have none of start_events", without_start_,
                       units_.are_users() ? "users" : "accounts")});
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < out.started.size(); ++row)
      if (out.cohort.days[row] <= since_->days) rows.push_back(static_cast<std::int64_t>(row));
    if (rows.empty()) return;
    const auto row = static_cast<std::size_t>(rows.front());
    out.findings.push_back(no_history("usage_retention", "started", out.started[row], grid_->label(0),
                                      *since_, std::move(rows)));
  }

  const UsageData& data_;
  const UsageRetentionOptions& options_;
  std::vector<ReturnInterval> intervals_;
  QualifyingEvents events_;
  UsageGroups groups_;
  UsageUnits units_;
  ActiveDays days_;
  std::optional<ActiveDays> start_days_;  // where starts are events of their own
  std::optional<Date> since_;             // none where no day is known
  std::optional<PeriodGrid> grid_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Cohort> cohorts_;  // by group and period
  std::int64_t without_start_ = 0;
  std::vector<Placed> placed_;
  std::vector<std::uint32_t> together_;
  std::vector<std::uint16_t> merged_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline UsageRetention usage_retention(const Usage& usage, const UsageRetentionOptions& options) {
  return detail::ReturnCounts(usage, options).take();
}
inline UsageRetention usage_retention(const UsageDays& usage, const UsageRetentionOptions& options) {
  return usage_retention(usage.table(), options);
}

}  // namespace fealty::adoption
