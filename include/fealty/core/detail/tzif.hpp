// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/posix_tz.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fealty::detail {

/// What a time zone file says; `broken` tells why it says nothing.
struct Tzif {
  const char* broken = nullptr;
  std::vector<std::int64_t> at;      // seconds at which the offset changes, ascending
  std::vector<std::int32_t> offset;  // one more: seconds east of UTC, the first before all changes
  std::optional<PosixTz> rule;       // after the last change
};

/// Reads the bytes of a time zone file, whatever they are.
///
/// \see RFC 9636, sections 3 and 4
class TzifReader {
 public:
  explicit TzifReader(std::string_view bytes) : bytes_(bytes) {}

  Tzif read() {
    if (!read_header()) return refuse("is no time zone file");
    if (version_ == 0) return read_block(4);
    const std::uint64_t block = block_size(4);  // there for old readers
    if (bytes_.size() < block) return refuse("is cut short");
    bytes_.remove_prefix(static_cast<std::size_t>(block));
    if (!read_header()) return refuse("is cut short");
    Tzif zone = read_block(8);
    if (zone.broken == nullptr) read_rule(zone);
    return zone;
  }

 private:
  enum Count { ut_flags, standard_flags, leap_seconds, times, types, characters };
  static constexpr std::size_t header_size = 44, type_size = 6;
  static constexpr std::int32_t most_offset = 26 * 3600;  // none is beyond a day and two hours

  static Tzif refuse(const char* why) { return {.broken = why, .at = {}, .offset = {}, .rule = {}}; }

  std::uint64_t count(Count which) const { return counts_[which]; }
  std::uint64_t block_size(std::uint64_t time_size) const {
    return count(times) * (time_size + 1) + count(types) * type_size + count(characters) +
           count(leap_seconds) * (time_size + 4) + count(standard_flags) + count(ut_flags);
  }

  /// The integer of `size` bytes, most significant first, at a place that is known to be there.
  std::int64_t integer(std::size_t at, std::size_t size) const {
    std::uint64_t value = (static_cast<unsigned char>(bytes_[at]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = at; i < at + size; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[i]);
    return static_cast<std::int64_t>(value);
  }

  bool read_header() {
    if (bytes_.size() < header_size || bytes_.substr(0, 4) != "TZif") return false;
    version_ = bytes_[4];
    for (std::size_t i = 0; i < counts_.size(); ++i)
      counts_[i] = static_cast<std::uint32_t>(integer(20 + 4 * i, 4));
    bytes_.remove_prefix(header_size);
    return true;
  }

  Tzif read_block(std::size_t time_size) {
    const std::uint64_t size = block_size(time_size);
    if (bytes_.size() < size) return refuse("is cut short");
    if (count(leap_seconds) != 0) return refuse("counts leap seconds, which instants here do not");
    if (count(types) == 0 || count(types) > 256) return refuse("has no offsets that its changes can name");
    const auto changes = static_cast<std::size_t>(count(times));
    const std::size_t names = changes * time_size, offsets = names + changes;
    Tzif zone;
    const auto offset_of = [&](std::size_t type) {
      return static_cast<std::int32_t>(integer(offsets + type * type_size, 4));
    };
    zone.offset.push_back(offset_of(0));
    for (std::size_t i = 0; i < changes; ++i) {
      const auto type = static_cast<unsigned char>(bytes_[names + i]);
      if (type >= count(types)) return refuse("changes to an offset that it does not have");
      zone.at.push_back(integer(i * time_size, time_size));
      zone.offset.push_back(offset_of(type));
      if (i > 0 && zone.at[i] <= zone.at[i - 1]) return refuse("has changes that are out of order");
    }
    for (const std::int32_t offset : zone.offset)
      if (offset < -most_offset || offset > most_offset) return refuse("has an offset of more than 26 hours");
    bytes_.remove_prefix(static_cast<std::size_t>(size));
    return zone;
  }

  /// The last line, between two line feeds; empty where no rule is known.
  void read_rule(Tzif& zone) const {
    const std::size_t end = bytes_.find('\n', 1);
    if (bytes_.empty() || bytes_.front() != '\n' || end == std::string_view::npos) {
      zone = refuse("is cut short");
    } else if (end > 1) {
      zone.rule = PosixTzReader(bytes_.substr(1, end - 1)).read();
      if (!zone.rule) zone = refuse("ends with a rule that cannot be read");
    }
  }

  std::string_view bytes_;
  char version_ = 0;
  std::array<std::uint32_t, 6> counts_{};
};

}  // namespace fealty::detail
