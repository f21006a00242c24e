// SPDX-License-Identifier: MIT
#include <fealty/core/bytes.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes example() {
  ByteWriter writer("Sum", 2);
  writer.write(std::int64_t{-2});
  writer.write(1.5);
  writer.write_all(std::span<const std::uint16_t>(std::vector<std::uint16_t>{7, 0x0102}));
  writer.write_text("EUR");
  return writer.take();
}

/// Reads an example to its end: what it says.
std::string read(std::span<const std::uint8_t> bytes, std::uint32_t version = 2) {
  ByteReader reader(bytes, "Sum", version);
  std::string text = fmt::format("v{}", reader.version());
  text += fmt::format(" {}", reader.read<std::int64_t>());
  text += fmt::format(" {}", reader.read<double>());
  for (const auto value : reader.read_all<std::uint16_t>()) text += fmt::format(" {}", value);
  text += " " + reader.read_text();
  reader.finish();
  return text;
}

}  // namespace

TEST_SUITE("core/bytes") {
  TEST_CASE("the format, byte by byte: it may change with the version only") {
    CHECK(example() == Bytes{3,    0,    0,    0,    0,    0,    0,    0,    'S', 'u', 'm', 2,
                             0,    0,    0,                                   // name, version
                             0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,  // -2
                             0,    0,    0,    0,    0,    0,    0xf8, 0x3f,  // 1.5
                             2,    0,    0,    0,    0,    0,    0,    0,    7,   0,   2,   1,  // 7, 0x0102
                             3,    0,    0,    0,    0,    0,    0,    0,    'E', 'U', 'R'});
  }

  TEST_CASE("what was written is read") {
    CHECK(read(example()) == "v2 -2 1.5 7 258 EUR");
    CHECK(read(example(), 3) == "v2 -2 1.5 7 258 EUR");  // a newer library reads it too
  }

  TEST_CASE("extreme numbers and empty lists keep their bits") {
    ByteWriter writer("", 1);
    writer.write(std::numeric_limits<std::int64_t>::min());
    writer.write(-0.0);
    writer.write(std::nan(""));
    writer.write_all(std::span<const double>());
    writer.write_text({});
    const Bytes bytes = writer.take();
    ByteReader reader(bytes, "", 1);
    CHECK(reader.read<std::int64_t>() == std::numeric_limits<std::int64_t>::min());
    CHECK(std::signbit(reader.read<double>()));
    CHECK(std::isnan(reader.read<double>()));
    CHECK(reader.read_all<double>().empty());
    CHECK(reader.read_text().empty());
    CHECK_NOTHROW(reader.finish());
  }

  TEST_CASE("bytes cut short anywhere are refused") {
    const Bytes bytes = example();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const std::string want = "Sum: bytes = " + std::to_string(size) + " bytes is cut short";
      CHECK_THROWS_WITH_AS(read(std::span(bytes).first(size)), want.c_str(), InvalidInput);
    }
  }

  TEST_CASE("a length that no memory could hold is refused before it is asked for") {
    Bytes bytes = example();
    for (std::size_t i = 31; i < 39; ++i) bytes[i] = 0xff;
    CHECK_THROWS_WITH_AS(read(bytes), "Sum: bytes = 54 bytes is cut short", InvalidInput);
  }

  TEST_CASE("bytes of another state, of a newer version, or with more behind them are refused") {
    const Bytes bytes = example();
    CHECK_THROWS_WITH_AS(ByteReader(bytes, "Max", 2), "Max: bytes = 54 bytes is not a serialized Max",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(ByteReader(bytes, "Sum", 1),
                         "Sum: bytes = 54 bytes has version 2; this library reads up to version 1",
                         InvalidInput);
    Bytes longer = bytes;
    longer.push_back(0);
    CHECK_THROWS_WITH_AS(read(longer), "Sum: bytes = 55 bytes has 1 bytes too many", InvalidInput);
  }
}
