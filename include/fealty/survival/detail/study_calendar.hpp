// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/study_ages.hpp>
#include <fealty/survival/detail/study_check.hpp>
#include <fealty/survival/detail/study_statuses.hpp>

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace fealty::survival::detail {

/// Lives on the calendar, where they are told by days.
class StudyCalendar {
 public:
  explicit StudyCalendar(const LifetimeData& data) : data_(data) {
    if (!data.origin.present()) return;
    for (std::size_t row = 0; row < data.rows; ++row) {
      ++begun_[data.origin[row]];
      if (data.ended[row] != 0) ++ended_[day_out(data, row)];
    }
  }

  StudyCheck check_delayed_entry(const StudyAges& ages, double significance) const;
  StudyCheck check_window_start(const std::string& created, double least_share) const;
  StudyCheck check_last_day(const StudyAges& ages, double significance) const;

 private:
  using ByDay = std::map<std::int32_t, std::int64_t>;
  static constexpr std::int64_t least_lives = 5;

  static StudyCheck no_days() {
    return StudyCheck::not_made(
        "the lives are told by durations, which have no days: tell `origin` and `end`");
  }
  /// The day after which a life was watched: it could end on the next.
  std::int32_t watched_after(std::size_t row) const {
    if (!data_.entry.present() || data_.entry[row] < 0) return data_.origin[row] - 1;
    const double age = data_.age(static_cast<std::size_t>(data_.entry[row]));
    return data_.origin[row] + static_cast<std::int32_t>(std::floor(age));
  }
  static ByDay::const_iterator busiest(const ByDay& days) {
    return std::max_element(days.begin(), days.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
  }
  static std::int64_t most_but(const ByDay& days, std::int32_t day) {
    std::int64_t most = 0;
    for (const auto& each : days)
      if (each.first != day) most = std::max(most, each.second);
    return most;
  }
  /// How many ends the hazards of their ages let lives expect before a day.
  double expected_before(const StudyAges& ages, std::int32_t day) const {
    double expected = 0;
    for (std::size_t row = 0; row < data_.rows; ++row)
      expected += ages.expected_before(data_, row, static_cast<double>(day) - data_.origin[row]);
    return expected;
  }
  /// The first day before which an end was to be expected, by halving; `latest` is one.
  std::int32_t first_due(const StudyAges& ages, std::int32_t latest) const {
    std::int32_t early = begun_.begin()->first;
    while (latest - early > 1) {
      const std::int32_t middle = early + (latest - early) / 2;
      (expected_before(ages, middle) >= 1 ? latest : early) = middle;
    }
    return latest;
  }
  const Days* created_days(const std::string& created) const;
  double share_at_last(const StudyAges& ages) const;

  const LifetimeData& data_;
  ByDay begun_, ended_;
};

/// Ends that were to be expected before the first one.
inline StudyCheck StudyCalendar::check_delayed_entry(const StudyAges& ages, double significance) const {
  if (!data_.origin.present()) return no_days();
  if (ended_.empty()) return StudyCheck::clear("no life has ended");
  const std::int32_t first = ended_.begin()->first;
  std::int64_t ends = 0, longest_pause = 0;
  for (auto at = ended_.begin(); at != ended_.end(); ++at) {
    ends += at->second;
    if (at != ended_.begin())
      longest_pause = std::max<std::int64_t>(longest_pause, at->first - std::prev(at)->first);
  }
  const double expected = expected_before(ages, first);
  StudyCheck check;
  check.p_value =
      std::pow(1 - std::min(1.0, expected / static_cast<double>(ends)), static_cast<double>(ends));
  // Where ends come in batches, as at the ends of years, there are long pauses later too.
  check.found = check.p_value <= significance && longest_pause > 0 &&
                first - first_due(ages, first) >= 3 * longest_pause;
  check.message = fmt::format("no life ended before {}, when {:.1f} of {} ends were to be expected",
                              to_string(Date{first}), expected, ends);
  if (!check.found) {
    if (check.p_value <= significance) check.message += "; later pauses are as long";
    return check;
  }
  for (std::size_t row = 0; row < data_.rows; ++row)
    if (watched_after(row) < first) check.rows.push_back(static_cast<std::int64_t>(row));
  check.share = share_of(check.rows.size(), data_.rows);
  check.message +=
      ": if who left before is not in the data, tell the age at which lives were first watched "
      "(entry)";
  return check;
}

/// The days on which accounts were created; null where no attribute is named.
inline const Days* StudyCalendar::created_days(const std::string& created) const {
  if (created.empty()) return nullptr;
  const auto* days = std::get_if<Days>(&attribute("study_audit", data_.attributes, created, "created"));
  if (days == nullptr)
    throw InvalidInput({.who = "study_audit",
                        .what = "created",
                        .where = {},
                        .value = "\"" + created + "\"",
                        .rule = "is not an attribute of days"});
  return days;
}

/// Lives that pile up on the first day.
inline StudyCheck StudyCalendar::check_window_start(const std::string& created, double least_share) const {
  constexpr std::int32_t grace_days = 31;  // a trial, an onboarding
  const Days* const account = created_days(created);
  if (!data_.origin.present()) return no_days();
  const auto counts = [&](std::size_t row) {
    return account == nullptr ||
           (account->days.valid(row) && std::int64_t{data_.origin[row]} - account->days[row] > grace_days);
  };
  ByDay begun;
  for (std::size_t row = 0; row < data_.rows; ++row)
    if (counts(row)) ++begun[data_.origin[row]];
  if (begun.empty()) return StudyCheck::clear("no life begins long after its account");
  const auto [day, lives] = *busiest(begun);
  std::size_t before = 0;
  for (auto at = begun_.begin(); at != begun_.end() && at->first < day; ++at)
    before += static_cast<std::size_t>(at->second);
  StudyCheck check;
  check.share = share_of(static_cast<std::size_t>(lives), data_.rows);
  check.found = lives >= least_lives && check.share >= least_share && lives >= 3 * most_but(begun, day) &&
                before * 100 <= data_.rows;
  const std::string older = account == nullptr ? "" : " of older accounts";
  check.message = fmt::format("{} of {} lives{} begin on {}, at most {} on any other day", lives, data_.rows,
                              older, to_string(Date{day}), most_but(begun, day));
  if (!check.found) return check;
  for (std::size_t row = 0; row < data_.rows; ++row)
    if (counts(row) && data_.origin[row] == day) check.rows.push_back(static_cast<std::int64_t>(row));
  check.message +=
      ": if the data begins there and they began before, tell their first day, and the age on this "
      "day as entry";
  return check;
}

/// Of ends up to the last day with any, the share that was to be expected on it or in the pause before it:
/// where ends come in batches, one gathers what is due since the last.
inline double StudyCalendar::share_at_last(const StudyAges& ages) const {
  const std::int32_t last = ended_.rbegin()->first;
  if (ended_.size() > 1) {
    const std::int32_t previous = std::next(ended_.rbegin())->first;
    return 1 - expected_before(ages, previous + 1) / expected_before(ages, last + 1);
  }
  double days = 0, days_at_last = 0;  // no other day has ends: each day of a life is like any other
  for (std::size_t row = 0; row < data_.rows; ++row) {
    const std::int32_t until = std::min(day_out(data_, row), last);
    days += std::max(0, until - watched_after(row));
    days_at_last += until == last && watched_after(row) < last ? 1 : 0;
  }
  return days_at_last / days;
}

/// Ends that pile up on the last day with any.
inline StudyCheck StudyCalendar::check_last_day(const StudyAges& ages, double significance) const {
  if (!data_.origin.present()) return no_days();
  if (ended_.empty()) return StudyCheck::clear("no life has ended");
  const std::int32_t last = ended_.rbegin()->first;
  const std::int64_t ends = ended_.rbegin()->second, most = most_but(ended_, last);
  double all = 0;
  for (const auto& day : ended_) all += static_cast<double>(day.second);
  const boost::math::binomial expected(all, share_at_last(ages));
  StudyCheck check;
  check.p_value = cdf(complement(expected, static_cast<double>(ends) - 1));
  check.share = share_of(static_cast<std::size_t>(ends), data_.rows);
  check.found = check.p_value <= significance && ends >= least_lives && ends >= 2 * most;
  check.message = fmt::format("{} of {} ends are on {}, the last day with any, at most {} on any other", ends,
                              all, to_string(Date{last}), most);
  for (std::size_t row = 0; row < data_.rows; ++row)
    if (data_.ended[row] != 0 && day_out(data_, row) == last)
      check.rows.push_back(static_cast<std::int64_t>(row));
  if (check.found) check.message += ": if the export closed what was open, their ends are not known";
  return check;
}

}  // namespace fealty::survival::detail
