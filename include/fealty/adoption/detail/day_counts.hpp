// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/activity_lines.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/window_dates.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace fealty::adoption::detail {

/// How many of some lines have each bit: counters of eight binary digits, 64 bits of a line at a time.
class BitCounters {
 public:
  static constexpr std::size_t digits = 8;  // for up to 255 lines

  explicit BitCounters(std::size_t words) : words_(words), digits_(digits * words) {}

  void clear() { digits_.assign(digits_.size(), 0); }
  void add(const std::uint64_t* line) {
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t carry = line[word];
      for (std::uint64_t* digit = digits_.data() + word; carry != 0; digit += words_) {
        const std::uint64_t sum = *digit ^ carry;
        carry &= *digit;
        *digit = sum;
      }
    }
  }
  std::uint8_t at(std::size_t bit) const {
    std::size_t count = 0;
    for (std::size_t digit = 0; digit < digits; ++digit)
      count |= (digits_[digit * words_ + bit / 64] >> (bit % 64) & 1) << digit;
    return static_cast<std::uint8_t>(count);
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> digits_;
};

/// Counts on any dates. A line has a bit for each day.
class DayCounts {
 public:
  DayCounts(const WindowDates& dates, std::int32_t window)
      : window_(static_cast<std::size_t>(window)), day_(0), week_(0), month_(0) {
    const std::int32_t longest = window > 7 ? window : 7;
    const std::int32_t first = dates.days.front() - longest + 1;
    bits_.resize(0x10000);
    for (std::int32_t day = first; day <= dates.days.back(); ++day) {
      const std::int32_t place = day - UsageData::day_zero, since = day - first;
      if (place >= 0)
        bits_[static_cast<std::size_t>(place)] = {static_cast<std::uint16_t>(since / 8),
                                                  static_cast<std::uint8_t>(1 << since % 8)};
    }
    for (const std::int32_t day : dates.days) at_.push_back(static_cast<std::size_t>(day - first));
    words_ = at_.back() / 64 + 1;
    line_.resize(words_);
    day_ = week_ = month_ = BitCounters(words_);
  }

  std::size_t line_bytes() const { return 8 * words_; }
  const std::vector<DayBit>& bits() const { return bits_; }
  static constexpr std::size_t most_members = 255;

  void count(const std::uint8_t* lines, std::size_t members, std::uint8_t* counts) {
    for (BitCounters* const each : {&day_, &week_, &month_}) each->clear();
    for (std::size_t member = 0; member < members; ++member) {
      std::memcpy(line_.data(), lines + member * line_bytes(), line_bytes());
      day_.add(line_.data());
      const std::size_t nearer = window_ < 7 ? window_ : 7, farther = window_ < 7 ? 7 : window_;
      smear(1, nearer);
      (window_ < 7 ? month_ : week_).add(line_.data());
      smear(nearer, farther);
      (window_ < 7 ? week_ : month_).add(line_.data());
    }
    const std::size_t rows = at_.size();
    for (std::size_t row = 0; row < rows; ++row) {
      counts[row] = day_.at(at_[row]);
      counts[rows + row] = week_.at(at_[row]);
      counts[2 * rows + row] = month_.at(at_[row]);
    }
  }

 private:
  /// From bits that are set for so many days to bits that are set for more.
  void smear(std::size_t from, std::size_t to) {
    for (std::size_t days = from; days < to;) {
      const std::size_t more = to - days < days ? to - days : days;
      or_shifted(more);
      days += more;
    }
  }
  void or_shifted(std::size_t shift) {
    const std::size_t whole = shift / 64, rest = shift % 64;
    for (std::size_t word = words_; word-- > whole;) {
      std::uint64_t moved = line_[word - whole] << rest;
      if (rest != 0 && word > whole) moved |= line_[word - whole - 1] >> (64 - rest);
      line_[word] |= moved;
    }
  }

  std::size_t window_, words_ = 0;
  std::vector<std::size_t> at_;  // the bit of each date
  std::vector<std::uint64_t> line_;
  BitCounters day_, week_, month_;
  std::vector<DayBit> bits_;
};

}  // namespace fealty::adoption::detail
