// SPDX-License-Identifier: MIT
#include <fealty/core/time_zone.hpp>

#include "core/rows_of.hpp"

#include <fealty/core/date.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

constexpr std::int64_t second = 1'000'000, hour = 3600 * second;
constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

std::int64_t at(std::int32_t year, std::int32_t month, std::int32_t day, std::int64_t hours = 0) {
  return std::int64_t{make_date(year, month, day).days} * 24 * hour + hours * hour;
}

/// TZDIR as a test wants it, and as it was afterwards.
class Tzdir {
 public:
  explicit Tzdir(const std::string& folder) {
    if (const char* before = std::getenv("TZDIR")) before_ = before;
    ::setenv("TZDIR", folder.c_str(), 1);
  }
  Tzdir(const Tzdir&) = delete;
  Tzdir& operator=(const Tzdir&) = delete;
  ~Tzdir() {
    if (before_) ::setenv("TZDIR", before_->c_str(), 1);
    else ::unsetenv("TZDIR");
  }

 private:
  std::optional<std::string> before_;
};

/// A folder of time zone files that is gone afterwards.
class Folder {
 public:
  Folder() : path_((std::filesystem::temp_directory_path() / "fealty_time_zones_XXXXXX").string()) {
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
    std::filesystem::create_directories(path_ + "/Etc");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << bytes;
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The parts of a time zone file, to be put together rightly or wrongly.
struct File {
  char version = '2';
  std::vector<std::int64_t> times{-100, 100};
  std::string types{"\1\2"};
  std::vector<std::int32_t> offsets{-1800, 3600, 7200};
  std::uint32_t leap_seconds = 0;
  std::string footer{"\nABC-2\n"};

  static void put(std::string& out, std::int64_t value, int size) {
    for (int i = size - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xff);
  }
  std::string block(int time_size) const {
    std::string out = "TZif";
    out += version;
    out += std::string(15, '\0');
    for (const std::size_t count : {std::size_t{0}, std::size_t{0}, std::size_t{leap_seconds}, times.size(),
                                    offsets.size(), std::size_t{4}})
      put(out, static_cast<std::int64_t>(count), 4);
    for (const auto time : times) put(out, time, time_size);
    out += types;
    for (const auto offset : offsets) {
      put(out, offset, 4);
      out += std::string(2, '\0');
    }
    return out + std::string("ABC\0", 4) +
           std::string(leap_seconds * (static_cast<std::size_t>(time_size) + 4), '\0');
  }
  std::string bytes() const { return version == 0 ? block(4) : block(4) + block(8) + footer; }
};

std::string broken(const File& file) {
  const char* const why = detail::TzifReader(file.bytes()).read().broken;
  return why == nullptr ? "" : why;
}

std::int32_t offset(const detail::ZoneTable& table, std::int64_t seconds) {
  return table.around(seconds).offset;
}

detail::ZoneTable always(std::string_view rule) {
  const auto read = detail::PosixTzReader(rule).read();
  REQUIRE(read.has_value());
  return {{}, {0}, read};
}

}  // namespace

TEST_SUITE("core/time_zone") {
  TEST_CASE("the zones of the system, against Python's zoneinfo") {
    if (!std::ifstream("/usr/share/zoneinfo/America/Los_Angeles")) {
      MESSAGE("skipped: /usr/share/zoneinfo holds no time zones");
      return;
    }
    const Tzdir folder("/usr/share/zoneinfo");
    std::optional<TimeZone> zone;
    std::vector<std::int64_t> instants;
    std::vector<std::int32_t> days;
    const auto compare_columns = [&] {
      if (zone) CHECK(zone->days(instants) == days);
      instants.clear();
      days.clear();
    };
    for (const auto& row : rows_of("time_zones.csv")) {
      CAPTURE(row[0]);
      CAPTURE(row[1]);
      if (!zone || zone->name() != row[0]) {
        compare_columns();
        zone = time_zone(row[0]);
      }
      instants.push_back(std::stoll(row[1]));
      days.push_back(std::stoi(row[3]));
      CHECK(zone->offset_seconds(instants.back()) == std::stoi(row[2]));
      CHECK(zone->day(instants.back()) == days.back());
    }
    compare_columns();
  }

  TEST_CASE("rules for all years, against the C library") {
    for (const auto& row : rows_of("posix_rules.csv")) {
      CAPTURE(row[0]);
      CAPTURE(row[1]);
      std::string rule = row[0];
      std::replace(rule.begin(), rule.end(), '|', ',');
      CHECK(offset(always(rule), std::stoll(row[1])) == std::stoi(row[2]));
    }
  }

  TEST_CASE("a day that does not exist, a half hour of summer, and a zone that changed in 1883") {
    if (!std::ifstream("/usr/share/zoneinfo/America/Los_Angeles")) return;
    const Tzdir folder("/usr/share/zoneinfo");
    const TimeZone apia = time_zone("Pacific/Apia");  // 30 December 2011 was left out
    CHECK(apia.day(at(2011, 12, 30, 10) - 1) == make_date(2011, 12, 29).days);
    CHECK(apia.day(at(2011, 12, 30, 10)) == make_date(2011, 12, 31).days);
    const TimeZone lord_howe = time_zone("Australia/Lord_Howe");
    CHECK(lord_howe.offset_seconds(at(2024, 1, 1)) == 11 * 3600);
    CHECK(lord_howe.offset_seconds(at(2024, 7, 1)) == 10 * 3600 + 1800);
    CHECK(time_zone("Asia/Kathmandu").offset_seconds(at(2024, 1, 1)) == 5 * 3600 + 45 * 60);
    const TimeZone los_angeles = time_zone("America/Los_Angeles");
    CHECK(los_angeles.offset_seconds(least) == -(7 * 3600 + 52 * 60 + 58));    // local mean time
    CHECK(los_angeles.day(at(2024, 2, 1, 7)) == make_date(2024, 1, 31).days);  // 31 January, 23:00
    CHECK(los_angeles.day(at(2024, 2, 1, 8)) == make_date(2024, 2, 1).days);
  }

  TEST_CASE("UTC and offsets need no files") {
    const Tzdir nowhere("/nowhere");
    const std::vector<std::pair<const char*, std::int32_t>> names{
        {"UTC", 0},         {"Z", 0},          {"+09:00", 540}, {"-0800", -480}, {"UTC-8", -480},
        {"UTC+05:30", 330}, {"UTC+5:30", 330}, {"+9", 540},     {"-09", -540},   {"UTC-0330", -210},
        {"-00:00", 0},      {"+23:59", 1439},  {"UTC+14", 840}};
    for (const auto& each : names) {
      CAPTURE(each.first);
      CHECK(time_zone(each.first).offset_seconds(0) == 60 * each.second);
      CHECK(time_zone(each.first).name() == each.first);
    }
  }

  TEST_CASE("days are floors, to the ends of 64 bits") {
    const TimeZone utc = time_zone("UTC"), early = time_zone("-23:59"), late = time_zone("+23:59");
    CHECK(utc.day(-1) == -1);
    CHECK(utc.day(0) == 0);
    CHECK(utc.day(24 * hour - 1) == 0);
    CHECK(late.day(60 * second - 1) == 0);
    CHECK(late.day(60 * second) == 1);
    CHECK(early.day(0) == -1);
    CHECK(early.day(-60 * second) == -1);
    CHECK(early.day(-60 * second - 1) == -2);
    CHECK(utc.day(most) == 106751991);  // 2^63 microseconds are 106751991.17 days
    CHECK(utc.day(least) == -106751992);
    CHECK(late.day(most) == 106751992);
    CHECK(early.day(least) == -106751993);
    CHECK(late.days(std::vector<std::int64_t>{most, least, 0}) ==
          std::vector<std::int32_t>{106751992, -106751991, 0});
    CHECK(utc.days({}).empty());
    CHECK(utc.days(std::vector<std::int64_t>{-1}) == std::vector<std::int32_t>{-1});
  }

  TEST_CASE("a column's days are those of its rows, in any order and over any time") {
    Folder folder;
    folder.write("Etc/UTC", File{}.bytes());
    folder.write("Here", File{.footer = "\nABC-1DEF,M3.5.0,M10.5.0/3\n"}.bytes());
    const Tzdir tzdir(folder.path());
    const TimeZone zone = time_zone("Here");
    std::mt19937_64 random(6);
    for (const std::int64_t width : {10 * hour, 24 * 400 * hour, 24 * 40'000 * hour, most}) {
      for (const std::size_t n : {std::size_t{7}, std::size_t{5000}}) {
        CAPTURE(width);
        CAPTURE(n);
        std::vector<std::int64_t> instants(n);
        for (auto& each : instants) {
          each = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(width)) - width / 2;
          if (random() % 4 == 0) each -= each % (24 * hour);  // midnights
        }
        std::vector<std::int32_t> want;
        for (const auto each : instants) want.push_back(zone.day(each));
        CHECK(zone.days(instants) == want);
        std::sort(instants.begin(), instants.end());
        std::sort(want.begin(), want.end());
        CHECK(zone.days(instants) == want);
      }
    }
  }

  TEST_CASE("the rule after the last change repeats itself every 400 years") {
    const detail::ZoneTable berlin({0}, {0, 3600},
                                   detail::PosixTzReader("CET-1CEST,M3.5.0,M10.5.0/3").read());
    constexpr std::int64_t cycle = std::int64_t{146097} * 86400;
    for (std::int64_t seconds = 0; seconds < cycle; seconds += 86400 * 5 + 12345) {
      const std::int32_t want = offset(berlin, seconds);
      if (offset(berlin, seconds + cycle) != want || offset(berlin, seconds + 700 * cycle) != want)
        FAIL("differs at ", seconds);
    }
    CHECK(offset(berlin, -1) == 0);
    // RFC 9636, 3.3.1: daylight saving time all year, as one year's ends when the next one's begins
    const detail::ZoneTable all_year = always("XXX3EDT4,0/0,J365/23");
    for (std::int64_t seconds = -3 * cycle; seconds < 3 * cycle; seconds += 86400 * 7 + 54321)
      if (offset(all_year, seconds) != -4 * 3600) FAIL("differs at ", seconds);
    // 2024: from 31 March 01:00 UTC to 27 October 01:00 UTC
    for (const std::int64_t later : {std::int64_t{0}, 3 * cycle}) {
      CHECK(offset(berlin, at(2024, 3, 31, 1) / second - 1 + later) == 3600);
      CHECK(offset(berlin, at(2024, 3, 31, 1) / second + later) == 7200);
      CHECK(offset(berlin, at(2024, 10, 27, 1) / second - 1 + later) == 7200);
      CHECK(offset(berlin, at(2024, 10, 27, 1) / second + later) == 3600);
    }
  }

  TEST_CASE("rules that are none") {
    for (const char* text : {"",
                             "AB3",
                             "ABC",
                             "<AB>3",
                             "<ABC3",
                             "ABC25",
                             "ABC3DEF",
                             "ABC3DEF,M3.2.0",
                             "ABC3DEF,M13.1.0,M3.1.0",
                             "ABC3DEF,M3.6.0,M4.1.0",
                             "ABC3DEF,M3.1.7,M4.1.0",
                             "ABC3DEF,J0,J5",
                             "ABC3DEF,366,5",
                             "ABC3DEF,1,2/168",
                             "ABC3DEF,1,2/1:60",
                             "ABC3DEF,1,2 ",
                             "ABC3DEF,1,2,3",
                             "ABC99999999999999999999",
                             "ABC3:4:5:6",
                             ",,,"}) {
      CAPTURE(text);
      CHECK(!detail::PosixTzReader(text).read().has_value());
    }
    CHECK(detail::PosixTzReader("ABC3DEF,1,2/-167:59:59").read().has_value());
  }

  TEST_CASE("files of versions 1 to 4") {
    for (const char version : {'\0', '2', '3', '4'}) {
      CAPTURE(static_cast<int>(version));
      const detail::Tzif zone = detail::TzifReader(File{.version = version}.bytes()).read();
      CHECK(zone.broken == nullptr);
      CHECK(zone.at == std::vector<std::int64_t>{-100, 100});
      CHECK(zone.offset == std::vector<std::int32_t>{-1800, 3600, 7200});
      CHECK(zone.rule.has_value() == (version != 0));
    }
    // Only the second block has 64 bits; big bangs and other ends of time are out of reach, not wrong.
    const File far{.times = {least, most}};
    const detail::Tzif zone = detail::TzifReader(far.bytes()).read();
    CHECK(zone.at == std::vector<std::int64_t>{least, most});
    const detail::ZoneTable table(zone.at, zone.offset, zone.rule);
    CHECK(offset(table, least / second) == 3600);
    CHECK(offset(table, most / second) == 3600);
    const detail::Tzif ruled = detail::TzifReader(File{.footer = "\nABC3DEF,M3.1.0,M9.1.0\n"}.bytes()).read();
    const detail::ZoneTable late({most}, {60, 120}, ruled.rule);
    CHECK(offset(late, most / second) == 60);
  }

  TEST_CASE("without changes, the first offset or the rule holds") {
    const auto only = [](const char* footer) {
      const File file{.times = {}, .types = "", .offsets = {-1800}, .footer = footer};
      const detail::Tzif zone = detail::TzifReader(file.bytes()).read();
      REQUIRE(zone.broken == nullptr);
      return detail::ZoneTable(zone.at, zone.offset, zone.rule);
    };
    CHECK(offset(only("\n\n"), 0) == -1800);
    CHECK(offset(only("\nABC-5:30\n"), -5'000'000'000) == 5 * 3600 + 1800);
    const detail::ZoneTable table = only("\nEST5EDT,M3.2.0,M11.1.0\n");
    CHECK(offset(table, at(1776, 7, 4) / second) == -4 * 3600);
    CHECK(offset(table, at(1400, 1, 1) / second) == -5 * 3600);
    CHECK(offset(table, at(9999, 7, 4) / second) == -4 * 3600);
  }

  TEST_CASE("damaged files are refused, with the reason") {
    CHECK(broken({}) == "");
    CHECK(broken({.types = std::string("\1\3")}) == "changes to an offset that it does not have");
    CHECK(broken({.times = {100, 100}}) == "has changes that are out of order");
    CHECK(broken({.times = {}, .types = "", .offsets = {}}) == "has no offsets that its changes can name");
    CHECK(broken({.offsets = {0, 0, 93601}}) == "has an offset of more than 26 hours");
    CHECK(broken({.offsets = {0, std::numeric_limits<std::int32_t>::min(), 0}}) ==
          "has an offset of more than 26 hours");
    CHECK(broken({.leap_seconds = 2}) == "counts leap seconds, which instants here do not");
    CHECK(broken({.footer = "\nABC\n"}) == "ends with a rule that cannot be read");
    CHECK(broken({.footer = "ABC3\n"}) == "is cut short");
    CHECK(broken({.footer = "\nABC3"}) == "is cut short");
    CHECK(detail::TzifReader("").read().broken == std::string("is no time zone file"));
    CHECK(detail::TzifReader("# version 2025b").read().broken == std::string("is no time zone file"));
    const std::string whole = File{}.bytes();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK(detail::TzifReader(std::string(whole, 0, size)).read().broken != nullptr);
    }
  }

  TEST_CASE("whatever a file says, it is refused or gives one offset for each instant") {
    const std::string good = File{.footer = "\nABC-1DEF,M3.5.0/-1,J300\n"}.bytes();
    std::mt19937_64 random(7);
    std::size_t used = 0;
    for (int round = 0; round < 20'000; ++round) {
      std::string bytes = good;
      for (std::uint64_t i = 0; i <= random() % 3; ++i)
        bytes[static_cast<std::size_t>(random() % bytes.size())] = static_cast<char>(random());
      detail::Tzif zone = detail::TzifReader(bytes).read();
      if (zone.broken != nullptr || round % 20 != 0) continue;
      ++used;
      const detail::ZoneTable table(zone.at, zone.offset, zone.rule);
      for (const std::int64_t seconds :
           {least / second, std::int64_t{-101}, std::int64_t{-100}, std::int64_t{99}, std::int64_t{100},
            std::int64_t{4'000'000'000}, most / second}) {
        const detail::ZoneSpan span = table.around(seconds);
        CAPTURE(round);
        CAPTURE(seconds);
        CHECK(span.begin <= seconds);
        CHECK(seconds < span.end);
        CHECK(std::abs(span.offset) <= 26 * 3600);
        CHECK(span.offset == table.around(span.end - 1).offset);
      }
    }
    CHECK(used > 50);
  }

  TEST_CASE("refuses names that are no time zones, and says what is one") {
    Folder folder;
    folder.write("Etc/UTC", File{}.bytes());
    folder.write("Notes", "Dear diary");
    folder.write("Short", File{}.bytes().substr(0, 100));
    folder.write("secret", File{}.bytes());
    const Tzdir tzdir(folder.path());
    CHECK(time_zone("Etc/UTC").offset_seconds(0) == 3600);
    std::vector<std::string> names{
        "Mars/Olympus", "",       "utc",      "Etc",     "Etc/",   "/Etc/UTC", "Etc//UTC",
        "Etc/../Short", "secret", "./Short",  "UTC+24",  "+09:60", "+9:5",     "+",
        "UTC+",         "+123",   "+12345",   "+-5",     "+ 5",    "+0:0:0",   "+:30",
        "UTC+05:30:00", "EST ",   "\xc3\xa9", "Etc\\UTC"};
    names.push_back(std::string("Etc/UTC\0x", 9));
    names.push_back("../" + std::filesystem::path(folder.path()).filename().string() + "/Etc/UTC");
    for (const auto& name : names) {
      CHECK_THROWS_WITH_AS(
          time_zone(name),
          ("time_zone: name = \"" + name +
           "\" is not a time zone; give UTC, an offset such as +09:00 or UTC-8, or a name of the "
           "IANA database such as America/Los_Angeles")
              .c_str(),
          InvalidInput);
    }
    CHECK_THROWS_WITH_AS(
        time_zone("Short"),
        ("time_zone: name = \"Short\" cannot be used: " + folder.path() + "/Short is cut short").c_str(),
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        time_zone("Notes"),
        ("time_zone: name = \"Notes\" cannot be used: " + folder.path() + "/Notes is no time zone file")
            .c_str(),
        InvalidInput);
  }

  TEST_CASE("says that the machine has no time zones") {
    const Tzdir nowhere("/nowhere");
    CHECK_THROWS_WITH_AS(
        time_zone("America/Los_Angeles"),
        "time_zone: name = \"America/Los_Angeles\" cannot be looked up: /nowhere holds no time "
        "zones; install the system's tzdata, set TZDIR to its folder, or give UTC, an offset such "
        "as +09:00 or UTC-8",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        time_zone("../../etc/passwd"),
        "time_zone: name = \"../../etc/passwd\" is not a time zone; give UTC, an offset such as "
        "+09:00 or UTC-8, or a name of the IANA database such as America/Los_Angeles",
        InvalidInput);
  }
}
