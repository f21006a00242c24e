// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/persons.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/ratio.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/window_dates.hpp>
#include <fealty/adoption/stickiness.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The first date of a row that is not before a day.
class DatePlaces {
 public:
  explicit DatePlaces(const WindowDates& dates) : since_(dates.since), dates_(dates.size()) {
    for (std::size_t i = 0; i < dates_; ++i)
      place_.resize(static_cast<std::size_t>(dates.days[i] - since_ + 1), i);
  }

  std::size_t dates() const { return dates_; }
  /// \param day  since 1970-01-01
  std::size_t of(std::int64_t day) const {
    if (day <= since_) return 0;
    const auto offset = static_cast<std::size_t>(day - since_);
    return offset < place_.size() ? place_[offset] : dates_;
  }

 private:
  std::int32_t since_;
  std::size_t dates_;
  std::vector<std::size_t> place_;  // by day since `since`
};

/// Counts who was active in the windows that end on some dates. What a day of use adds to the windows that
/// hold it is written down as a step up at the first of them, and a step down after the last.
class WindowSteps {
 public:
  WindowSteps(const DatePlaces& places, std::size_t groups, std::int32_t window)
      : places_(places), window_(window), stride_(places.dates() + 1), mau_(groups * stride_),
        user_days_(groups * stride_) {}

  /// Adds the days of one person, who is in a group on the dates [from, to).
  void add(std::size_t group, std::span<const std::uint16_t> days, std::size_t from, std::size_t to) {
    const std::size_t row = group * stride_;
    std::size_t seen = from;
    for (const std::uint16_t day : days) {
      const std::size_t begin = std::max(places_.of(UsageData::day_zero + std::int64_t{day}), from);
      const std::size_t end = std::min(places_.of(UsageData::day_zero + std::int64_t{day} + window_), to);
      if (begin >= end) continue;
      ++user_days_[row + begin];
      --user_days_[row + end];
      if (std::max(begin, seen) >= end) continue;
      ++mau_[row + std::max(begin, seen)];
      --mau_[row + end];
      seen = end;
    }
  }
  /// Calls f(group, date, mau, user_days) for each.
  template <class F>
  void for_each(F f) const {
    for (std::size_t group = 0; group * stride_ < mau_.size(); ++group) {
      std::int64_t mau = 0, user_days = 0;
      for (std::size_t date = 0; date + 1 < stride_; ++date) {
        mau += mau_[group * stride_ + date];
        user_days += user_days_[group * stride_ + date];
        f(group, date, mau, user_days);
      }
    }
  }

 private:
  const DatePlaces& places_;
  std::int32_t window_;
  std::size_t stride_;
  std::vector<std::int64_t> mau_, user_days_;  // steps, by group and date
};

/// Adds the days of every person to the groups of its accounts.
class WindowUsers {
 public:
  WindowUsers(const UsageData& data, const ActiveDays& days, const UsageGroups& groups,
              const WindowDates& dates, const DatePlaces& places, WindowSteps& counts)
      : data_(data), days_(days), groups_(groups), dates_(dates), places_(places), counts_(counts) {
    const Persons persons(data);
    for (std::size_t person = 0; person < persons.size(); ++person) {
      const auto members = persons.members(person);
      if (members.size() == 1) add_one(members.front());
      else add_several(members);
    }
  }

 private:
  std::size_t place_of(const UsageGroups::Piece& piece) const { return places_.of(piece.from); }
  void add_one(std::uint32_t member) {
    const auto pieces = groups_.of(data_.account[member]);
    for (std::size_t i = 0; i < pieces.size(); ++i)
      counts_.add(pieces[i].group, days_.of(member), place_of(pieces[i]),
                  i + 1 < pieces.size() ? place_of(pieces[i + 1]) : dates_.size());
  }
  /// While none of the accounts changes its group, days in those of one group are taken together.
  void add_several(std::span<const std::uint32_t> members) {
    std::vector<std::size_t> turns{0, dates_.size()};
    for (const std::uint32_t member : members)
      for (const UsageGroups::Piece& piece : groups_.of(data_.account[member]))
        turns.push_back(place_of(piece));
    std::sort(turns.begin(), turns.end());
    for (std::size_t i = 0; i + 1 < turns.size(); ++i)
      if (turns[i] < turns[i + 1]) add_together(members, turns[i], turns[i + 1]);
  }
  void add_together(std::span<const std::uint32_t> members, std::size_t from, std::size_t to) {
    std::vector<std::pair<std::uint32_t, std::uint16_t>> days;  // group, day
    for (const std::uint32_t member : members) {
      const std::uint32_t group = groups_.of(data_.account[member], dates_.days[from]);
      for (const std::uint16_t day : days_.of(member)) days.emplace_back(group, day);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<std::uint16_t> together;
    for (std::size_t i = 0; i < days.size(); ++i) {
      together.push_back(days[i].second);
      if (i + 1 < days.size() && days[i + 1].first == days[i].first) continue;
      counts_.add(days[i].first, together, from, to);
      together.clear();
    }
  }

  const UsageData& data_;
  const ActiveDays& days_;
  const UsageGroups& groups_;
  const WindowDates& dates_;
  const DatePlaces& places_;
  WindowSteps& counts_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Stickiness stickiness(const Usage& usage, const StickinessOptions& options) {
  constexpr const char* who = "stickiness";
  const detail::UsageData& data = usage.data();
  detail::require_days(who, "window", options.window);
  const detail::QualifyingEvents events(who, data, options.events, options.as_of);
  const detail::UsageGroups groups(who, data, options.by, options.accounts);
  const detail::WindowDates dates(who, data, events, options.every, options.since);
  const detail::DatePlaces places(dates);
  detail::WindowSteps counts(places, groups.count(), options.window);
  detail::WindowUsers(data, detail::ActiveDays(data, events), groups, dates, places, counts);

  Stickiness out;
  out.as_of = detail::known_as_of(data, events);
  out.as_of_inferred = events.as_of_inferred();
  out.window = options.window;
  out.since = Date{dates.since};
  if (dates.size() > 0)
    detail::note_long_window(who, out.since, events.as_of(), options.window, out.findings);
  std::vector<std::uint32_t> group_of_row;
  counts.for_each([&](std::size_t group, std::size_t at, std::int64_t mau, std::int64_t user_days) {
    const auto sum = static_cast<double>(user_days), window = static_cast<double>(options.window);
    group_of_row.push_back(static_cast<std::uint32_t>(group));
    out.date.days.push_back(dates.days[at]);
    out.stickiness.push_back(detail::ratio(sum, window * static_cast<double>(mau)));
    out.mean_dau.push_back(sum / window);
    out.mau.push_back(mau);
    out.user_days.push_back(user_days);
    out.complete.push_back(dates.complete(at, options.window) ? 1 : 0);
  });
  out.group = groups.column(std::move(group_of_row));
  return out;
}
inline Stickiness stickiness(const UsageDays& usage, const StickinessOptions& options) {
  return stickiness(usage.table(), options);
}

}  // namespace fealty::adoption
