// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/min_max.hpp>
#include <fealty/core/detail/posix_tz.hpp>
#include <fealty/core/dispatch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fealty::detail {

/// Seconds [begin, end) since 1970-01-01T00:00 UTC during which a zone keeps one offset.
struct ZoneSpan {
  std::int64_t begin = 0, end = 0;
  std::int32_t offset = 0;  // seconds east of UTC
};

constexpr std::int64_t seconds_of(std::int64_t micros) { return floor_divide(micros, 1000000); }
constexpr std::int32_t local_day(std::int64_t seconds, std::int32_t offset) {
  return static_cast<std::int32_t>(floor_divide(seconds + offset, seconds_per_day));
}

/// The offsets of a zone at all times.
class ZoneTable {
 public:
  explicit ZoneTable(std::int32_t offset) : offset_{offset} {}
  /// \param at      n seconds, ascending, at which the offset changes
  /// \param offset  n + 1 offsets: the first before all changes
  /// \param rule    what holds after the last change, or always when there is none
  ZoneTable(std::vector<std::int64_t> at, std::vector<std::int32_t> offset,
            const std::optional<PosixTz>& rule)
      : at_(std::move(at)), offset_(std::move(offset)) {
    for (auto& each : at_) each = std::clamp(each, -beyond, beyond);
    if (rule && rule->has_daylight) append(*rule);
    if (rule && at_.empty()) offset_.front() = rule->standard;
  }

  /// The span that holds at an instant.
  ZoneSpan around(std::int64_t seconds) const {
    const bool cycles = seconds >= cycle_from_ || seconds < cycle_below_;
    const std::int64_t shift = cycles ? (floor_divide(seconds - cycle_from_, cycle) + 1) * cycle : 0;
    const std::size_t next = changes_until(seconds - shift, 0, at_.size());
    return {next == 0 ? std::numeric_limits<std::int64_t>::min() : at_[next - 1] + shift,
            next == at_.size() ? std::numeric_limits<std::int64_t>::max() : at_[next] + shift, offset_[next]};
  }

  /// The local days of n instants.
  void days(std::span<const std::int64_t> micros, std::int32_t* days) const {
    if (micros.empty()) return;
    MinMax<std::int64_t> bounds{micros.data(), micros.size()};
    dispatch(bounds);
    const std::int64_t low = seconds_of(bounds.low), high = seconds_of(bounds.high);
    ZoneSpan span = around(low);
    if (high < span.end) {
      for (std::size_t i = 0; i < micros.size(); ++i) days[i] = local_day(seconds_of(micros[i]), span.offset);
    } else if (micros.size() >= most_slices && low >= cycle_below_ && high < cycle_from_) {
      days_by_slice(micros, low, high, days);
    } else {
      for (std::size_t i = 0; i < micros.size(); ++i) {
        const std::int64_t seconds = seconds_of(micros[i]);
        if (seconds < span.begin || seconds >= span.end) span = around(seconds);
        days[i] = local_day(seconds, span.offset);
      }
    }
  }

 private:
  static constexpr std::int64_t beyond = 10'000'000'000'000;       // 64 bits of microseconds end before
  static constexpr std::int64_t cycle = 146097 * seconds_per_day;  // 400 years, whole weeks
  static constexpr std::size_t most_slices = 4096;

  /// How many of the first `most` changes there are up to an instant, where at least `least` are.
  std::size_t changes_until(std::int64_t seconds, std::size_t least, std::size_t most) const {
    const std::int64_t* first = at_.data() + least;
    for (std::size_t left = most - least; left > 0;) {
      const std::size_t half = (left + 1) / 2;
      first += first[half - 1] <= seconds ? half : 0;
      left -= half;
    }
    return static_cast<std::size_t>(first - at_.data());
  }

  /// Instants that come in any order: the time that they span is cut into slices, and each slice knows
  /// its changes, of which nearly all have none.
  void days_by_slice(std::span<const std::int64_t> micros, std::int64_t low, std::int64_t high,
                     std::int32_t* days) const {
    int shift = 0;
    while (static_cast<std::size_t>((high - low) >> shift) >= most_slices) ++shift;
    std::vector<std::size_t> until(static_cast<std::size_t>((high - low) >> shift) + 2);
    for (std::size_t i = 0; i < until.size(); ++i)
      until[i] = changes_until(low + (static_cast<std::int64_t>(i) << shift), 0, at_.size());
    for (std::size_t i = 0; i < micros.size(); ++i) {
      const std::int64_t seconds = seconds_of(micros[i]);
      const auto slice = static_cast<std::size_t>((seconds - low) >> shift);
      const std::size_t least = until[slice], most = until[slice + 1];
      const std::size_t next = least == most ? least : changes_until(seconds, least, most);
      days[i] = local_day(seconds, offset_[next]);
    }
  }

  /// The calendar repeats itself every 400 years, so that many years of changes are those of all time.
  void append(const PosixTz& rule) {
    const bool always = at_.empty();
    const std::int64_t last = always ? std::numeric_limits<std::int64_t>::min() : at_.back();
    const std::int64_t year = always ? 1970 : year_of_day(floor_divide(last, seconds_per_day)) - 1;
    std::vector<std::pair<std::int64_t, std::int32_t>> changes;
    for (std::int64_t i = year; i <= year + 403; ++i) {
      changes.emplace_back(rule.start.of_year(i) - rule.standard, rule.daylight);
      changes.emplace_back(rule.end.of_year(i) - rule.daylight, rule.standard);
    }
    // stable: where one year's end is the next one's start, daylight saving time goes on
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [when, offset] : changes) {
      if (when <= last) continue;
      at_.push_back(when);
      offset_.push_back(offset);
    }
    cycle_from_ = at_.back();
    if (always) cycle_below_ = at_.front();
  }

  std::vector<std::int64_t> at_;
  std::vector<std::int32_t> offset_;
  std::int64_t cycle_from_ = std::numeric_limits<std::int64_t>::max();   // from here on the cycle is used
  std::int64_t cycle_below_ = std::numeric_limits<std::int64_t>::min();  // and before here
};

}  // namespace fealty::detail
