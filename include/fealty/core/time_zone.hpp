// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/tzif.hpp>
#include <fealty/core/detail/zone_table.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty {

/// By which clock instants become days; made by time_zone(). Copies are cheap.
class TimeZone {
 public:
  TimeZone(std::string name, std::shared_ptr<const detail::ZoneTable> table)
      : name_(std::move(name)), table_(std::move(table)) {}

  /// The local day of an instant.
  ///
  /// \param micros  microseconds since 1970-01-01T00:00 UTC
  /// \returns       days since 1970-01-01
  std::int32_t day(std::int64_t micros) const {
    return detail::local_day(detail::seconds_of(micros), offset_seconds(micros));
  }

  /// The local days of many instants, in a few nanoseconds each and in any order.
  ///
  /// \param micros  n instants in microseconds since 1970-01-01T00:00 UTC
  /// \returns       n days since 1970-01-01
  std::vector<std::int32_t> days(std::span<const std::int64_t> micros) const {
    std::vector<std::int32_t> days(micros.size());
    table_->days(micros, days.data());
    return days;
  }

  /// How far local time is ahead of UTC at an instant; negative west of Greenwich.
  std::int32_t offset_seconds(std::int64_t micros) const {
    return table_->around(detail::seconds_of(micros)).offset;
  }

  /// The name by which it was asked for.
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::shared_ptr<const detail::ZoneTable> table_;
};

namespace detail {
/// UTC, Z, or [UTC]+h, +hh, +h:mm, +hh:mm, +hhmm with either sign.
inline std::optional<std::int32_t> fixed_offset(std::string_view name) {
  if (name == "UTC" || name == "Z") return 0;
  if (name.substr(0, 3) == "UTC") name.remove_prefix(3);
  if (name.empty() || (name.front() != '+' && name.front() != '-')) return std::nullopt;
  const std::int32_t sign = name.front() == '-' ? -1 : 1;
  name.remove_prefix(1);
  const std::size_t colon = std::min(name.find(':'), name.size());
  const std::size_t hours = colon == name.size() && colon == 4 ? 2 : colon;
  const auto number = [](std::string_view digits, std::size_t least_digits, std::int32_t most) {
    std::int32_t value = digits.size() < least_digits || digits.size() > 2 ? -1 : 0;
    for (const char c : digits) value = value < 0 || c < '0' || c > '9' ? -1 : value * 10 + (c - '0');
    return value > most ? -1 : value;
  };
  const std::string_view rest = name.substr(colon < name.size() ? colon + 1 : hours);
  const std::int32_t hour = number(name.substr(0, hours), 1, 23);
  const std::int32_t minute = hours == name.size() ? 0 : number(rest, 2, 59);
  if (hour < 0 || minute < 0) return std::nullopt;
  return sign * (3600 * hour + 60 * minute);
}

/// Whether a name can be one of the IANA database: parts of letters, digits, +, - and _ between slashes,
/// of which the first begins with a capital. No such name leads out of the folder of time zones.
inline bool may_name_zone(std::string_view name) {
  if (name.empty() || name.size() > 100 || name.front() < 'A' || name.front() > 'Z') return false;
  char before = '/';
  for (const char c : name) {
    const bool good = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      c == '+' || c == '-' || c == '_' || (c == '/' && before != '/');
    if (!good) return false;
    before = c;
  }
  return before != '/';
}

/// The bytes of a file, none if it cannot be read; time zone files have a few kilobytes.
inline std::optional<std::string> small_file(const std::string& path) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  std::string bytes(std::size_t{1} << 16, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  return std::ferror(file.get()) != 0 ? std::nullopt : std::optional(std::move(bytes));
}

inline std::shared_ptr<const ZoneTable> load_zone(std::string_view name) {
  const char* const chosen = std::getenv("TZDIR");
  const std::string folder = chosen != nullptr && *chosen != '\0' ? chosen : "/usr/share/zoneinfo";
  const auto refuse = [&](std::string rule) {
    throw InvalidInput({.who = "time_zone",
                        .what = "name",
                        .where = {},
                        .value = fmt::format("\"{}\"", name),
                        .rule = std::move(rule)});
  };
  constexpr const char* accepted = "UTC, an offset such as +09:00 or UTC-8";
  const auto bytes = may_name_zone(name) ? small_file(fmt::format("{}/{}", folder, name)) : std::nullopt;
  if (!bytes && may_name_zone(name) && !small_file(folder + "/Etc/UTC") && !small_file(folder + "/UTC"))
    refuse(
        fmt::format("cannot be looked up: {} holds no time zones; install the system's tzdata, set TZDIR "
                    "to its folder, or give {}",
                    folder, accepted));
  if (!bytes)
    refuse(
        fmt::format("is not a time zone; give {}, or a name of the IANA database such as "
                    "America/Los_Angeles",
                    accepted));
  Tzif zone = TzifReader(*bytes).read();
  if (zone.broken != nullptr) refuse(fmt::format("cannot be used: {}/{} {}", folder, name, zone.broken));
  return std::make_shared<const ZoneTable>(std::move(zone.at), std::move(zone.offset), zone.rule);
}
}  // namespace detail

/// The time zone of a name.
///
/// Names of the IANA database are read from the system's time zone files, in /usr/share/zoneinfo or in
/// the folder that the environment variable TZDIR names; offsets and UTC need no files. An offset counts
/// east of Greenwich: UTC-8 is eight hours behind UTC (and Etc/GMT+8 is the same: the database counts these
/// the other way round).
///
/// \code{.py}
/// zone = ft.time_zone("UTC-8")
/// assert zone.offset_seconds(0) == -8 * 3600
/// assert zone.day(0) == -1
/// \endcode
///
/// \param name  UTC or Z; an offset of less than a day such as +09:00, -0800, UTC-8 or UTC+05:30; or a name
/// of
///              the IANA database such as America/Los_Angeles, spelt as there
/// \throws InvalidInput  for any other name, where the system has no time zone files, and for a file that is
///                       damaged or counts leap seconds
/// \see RFC 9636; POSIX.1-2017, 8.3, TZ
inline TimeZone time_zone(std::string_view name) {
  if (const auto offset = detail::fixed_offset(name))
    return {std::string(name), std::make_shared<const detail::ZoneTable>(*offset)};
  return {std::string(name), detail::load_zone(name)};
}

}  // namespace fealty
