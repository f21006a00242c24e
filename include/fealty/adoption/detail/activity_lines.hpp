// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// Where a day stands in a line of bits; nowhere where it does not matter.
struct DayBit {
  std::uint16_t byte = 0;
  std::uint8_t bit = 0;
};

/// A line of bits for each member of a block: the days on which it was active.
class ActivityLines {
 public:
  /// \param members  of a block
  /// \param bytes    of a line
  /// \param bits     by day, counted as the days of rows are
  ActivityLines(std::size_t members, std::size_t bytes, std::vector<DayBit> bits)
      : bytes_(bytes), bits_(std::move(bits)), lines_(members * bytes) {}

  /// \param rows  of a block, as MemberBlocks has them
  void fill(std::span<const std::uint32_t> rows) {
    lines_.assign(lines_.size(), 0);
    std::uint8_t* const lines = lines_.data();
    const DayBit* const bits = bits_.data();
    for (const std::uint32_t row : rows) {
      const DayBit place = bits[row & 0xffff];
      std::uint8_t& byte = lines[(row >> 16) * bytes_ + place.byte];
      byte = static_cast<std::uint8_t>(byte | place.bit);
    }
  }
  const std::uint8_t* line(std::size_t member) const { return lines_.data() + member * bytes_; }
  std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_;
  std::vector<DayBit> bits_;
  std::vector<std::uint8_t> lines_;
};

}  // namespace fealty::adoption::detail
