// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/activity_lines.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/window_dates.hpp>
#include <fealty/core/dispatch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace fealty::adoption::detail {

/// A kernel: how many of some members were active on each Sunday, in the week up to it and in a longer
/// window. A line has a byte for each week, Monday in its lowest bit.
struct WeekKernel {
  static constexpr std::size_t lanes = 64;  // weeks at a time

  const std::uint8_t* lines;   // each begins with `lead` weeks of no row
  std::size_t bytes, members;  // of a line; at most 255
  std::size_t lead, weeks;     // weeks is a multiple of lanes
  std::size_t whole;           // weeks that the window covers
  std::uint8_t rest;           // days of the week before them that it covers too
  std::uint8_t* counts;        // of `weeks` days, weeks and windows, one after the other

  FEALTY_KERNEL void run() {
    for (std::size_t member = 0; member < members; ++member)
      for (std::size_t week = 0; week < weeks; week += lanes) add(lines + member * bytes + lead + week, week);
  }
  FEALTY_KERNEL void add(const std::uint8_t* __restrict line, std::size_t week) {
    std::uint8_t* __restrict const day = counts + week;
    std::uint8_t* __restrict const near = day + weeks;
    std::uint8_t* __restrict const far = near + weeks;
    std::uint8_t any[lanes];
    const std::uint8_t* const first = line - whole;
    for (std::size_t i = 0; i < lanes; ++i) any[i] = static_cast<std::uint8_t>(first[i] & rest);
    for (std::size_t back = 0; back < whole; ++back) {
      const std::uint8_t* const earlier = line - back;
      for (std::size_t i = 0; i < lanes; ++i) any[i] = static_cast<std::uint8_t>(any[i] | earlier[i]);
    }
    for (std::size_t i = 0; i < lanes; ++i) {
      day[i] = static_cast<std::uint8_t>(day[i] + (line[i] >> 6));
      near[i] = static_cast<std::uint8_t>(near[i] + (line[i] != 0 ? 1 : 0));
      far[i] = static_cast<std::uint8_t>(far[i] + (any[i] != 0 ? 1 : 0));
    }
  }
};

/// Counts at the ends of weeks.
class WeekCounts {
 public:
  WeekCounts(const WindowDates& dates, std::int32_t window)
      : rows_(dates.size()), whole_(static_cast<std::size_t>(window) / 7), lead_(whole_ + 1),
        weeks_((rows_ + WeekKernel::lanes - 1) / WeekKernel::lanes * WeekKernel::lanes),
        rest_(static_cast<std::uint8_t>(0x7f << (7 - window % 7) & 0x7f)), counts_(3 * weeks_) {
    const std::int32_t monday = dates.days.front() - 6 - 7 * static_cast<std::int32_t>(lead_);
    bits_.resize(0x10000);
    for (std::int32_t day = monday; day <= dates.days.back(); ++day) {
      const std::int32_t place = day - UsageData::day_zero, since = day - monday;
      if (place >= 0)
        bits_[static_cast<std::size_t>(place)] = {static_cast<std::uint16_t>(since / 7),
                                                  static_cast<std::uint8_t>(1 << since % 7)};
    }
  }

  std::size_t line_bytes() const { return lead_ + weeks_; }
  const std::vector<DayBit>& bits() const { return bits_; }
  static constexpr std::size_t most_members = 255;  // that one count() takes

  /// \param counts  rows of days, weeks and windows, one after the other; overwritten
  void count(const std::uint8_t* lines, std::size_t members, std::uint8_t* counts) {
    std::memset(counts_.data(), 0, counts_.size());
    WeekKernel kernel{lines, line_bytes(), members, lead_, weeks_, whole_, rest_, counts_.data()};
    dispatch(kernel);
    for (std::size_t measure = 0; measure < 3; ++measure)
      std::memcpy(counts + measure * rows_, counts_.data() + measure * weeks_, rows_);
  }

 private:
  std::size_t rows_, whole_, lead_, weeks_;
  std::uint8_t rest_;
  std::vector<std::uint8_t> counts_;
  std::vector<DayBit> bits_;
};

}  // namespace fealty::adoption::detail
