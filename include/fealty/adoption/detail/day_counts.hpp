// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/activity_lines.hpp>
#include <fealty/adoption/detail/bit_counters.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/window_dates.hpp>
#include <fealty/core/dispatch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace fealty::adoption::detail {

/// A kernel: on how many of some lines each bit is set, or one of the bits shortly before it. Eight lines are
/// taken at a time, their words side by side.
struct DayKernel {
  static constexpr std::size_t lanes = BitCounters::lanes;

  const std::uint8_t* lines;  // one after the other
  std::size_t words, members;
  std::size_t near, far;                // days of the shorter and of the longer window
  std::uint64_t* eight;                 // words of eight lines
  BitCounters *day, *nearer, *farther;  // of the days, and of the two windows

  FEALTY_KERNEL void run() {
    for (std::size_t member = 0; member < members; member += lanes) {
      load(member);
      day->add(eight);
      reach(1, near);
      nearer->add(eight);
      reach(near, far);
      farther->add(eight);
    }
  }
  FEALTY_KERNEL void load(std::size_t member) {
    for (std::size_t lane = 0; lane < lanes; ++lane)
      for (std::size_t word = 0; word < words; ++word) {
        std::uint64_t value = 0;
        if (member + lane < members) std::memcpy(&value, lines + 8 * ((member + lane) * words + word), 8);
        eight[word * lanes + lane] = value;
      }
  }
  /// From bits that stay set for so many days to bits that stay set for more.
  FEALTY_KERNEL void reach(std::size_t from, std::size_t to) {
    for (std::size_t days = from; days < to;) {
      const std::size_t more = std::min(to - days, days);
      or_moved(more / 64, static_cast<int>(more % 64));
      days += more;
    }
  }
  FEALTY_KERNEL void or_moved(std::size_t whole, int rest) {
    for (std::size_t word = words; word-- > whole;) {
      std::uint64_t* __restrict const to = eight + word * lanes;
      const std::uint64_t* const from = eight + (word - whole) * lanes;
      std::uint64_t moved[lanes];
      for (std::size_t lane = 0; lane < lanes; ++lane) moved[lane] = from[lane] << rest;
      if (rest != 0 && word > whole)
        for (std::size_t lane = 0; lane < lanes; ++lane)
          moved[lane] |= eight[(word - whole - 1) * lanes + lane] >> (64 - rest);
      for (std::size_t lane = 0; lane < lanes; ++lane) to[lane] |= moved[lane];
    }
  }
};

/// Counts on any dates. A line has a bit for each day.
class DayCounts {
 public:
  static constexpr std::size_t most_members = BitCounters::most_lines;  // that one count() takes

  DayCounts(const WindowDates& dates, std::int32_t window)
      : window_(static_cast<std::size_t>(window)), day_(0), week_(0), long_(0) {
    const std::int32_t first = dates.days.front() - std::max(window, 7) + 1;
    bits_.resize(0x10000);
    for (std::int32_t day = first; day <= dates.days.back(); ++day) {
      const std::int32_t place = day - UsageData::day_zero, since = day - first;
      if (place >= 0)
        bits_[static_cast<std::size_t>(place)] = {static_cast<std::uint16_t>(since / 8),
                                                  static_cast<std::uint8_t>(1 << since % 8)};
    }
    for (const std::int32_t day : dates.days) at_.push_back(static_cast<std::size_t>(day - first));
    words_ = at_.back() / 64 + 1;
    eight_.resize(words_ * BitCounters::lanes);
    counts_.resize(64 * words_);
    day_ = week_ = long_ = BitCounters(words_);
  }

  std::size_t line_bytes() const { return 8 * words_; }
  const std::vector<DayBit>& bits() const { return bits_; }

  /// \param counts  rows of days, weeks and windows, one after the other; overwritten
  void count(const std::uint8_t* lines, std::size_t members, std::uint8_t* counts) {
    for (BitCounters* const each : {&day_, &week_, &long_}) each->clear();
    const bool shorter = window_ < 7;
    DayKernel kernel{lines,
                     words_,
                     members,
                     shorter ? window_ : 7,
                     shorter ? 7 : window_,
                     eight_.data(),
                     &day_,
                     shorter ? &long_ : &week_,
                     shorter ? &week_ : &long_};
    dispatch(kernel);
    for (const BitCounters* const each : {&day_, &week_, &long_}) {
      each->read(counts_.data());
      for (const std::size_t bit : at_) *counts++ = counts_[bit];
    }
  }

 private:
  std::size_t window_, words_ = 0;
  std::vector<std::size_t> at_;  // the bit of each date
  std::vector<std::uint64_t> eight_;
  std::vector<std::uint8_t> counts_;  // of each bit
  BitCounters day_, week_, long_;
  std::vector<DayBit> bits_;
};

}  // namespace fealty::adoption::detail
