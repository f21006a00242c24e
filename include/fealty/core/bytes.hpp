// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty {

/// What bytes hold: numbers without padding, and no bool, of which only two values are valid.
template <class T>
concept Number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// Writes the bytes of a serialized state: a name, a version, then numbers in little-endian order.
class ByteWriter {
 public:
  ByteWriter(std::string_view name, std::uint32_t version) {
    write_text(name);
    write(version);
  }
  template <Number T>
  void write(const T& value) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(&value);
    bytes_.insert(bytes_.end(), from, from + sizeof(T));
  }
  template <Number T>
  void write_all(std::span<const T> values) {
    write(static_cast<std::uint64_t>(values.size()));
    const auto* from = reinterpret_cast<const std::uint8_t*>(values.data());
    if (!values.empty()) bytes_.insert(bytes_.end(), from, from + values.size_bytes());
  }
  void write_text(std::string_view text) { write_all(std::span<const char>(text.data(), text.size())); }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  static_assert(std::endian::native == std::endian::little, "the format is little-endian");
  std::vector<std::uint8_t> bytes_;
};

/// Reads them back; bytes that are cut short, of another state or of a newer version are refused.
class ByteReader {
 public:
  /// \param version  the newest that the caller can read
  ByteReader(std::span<const std::uint8_t> bytes, std::string_view name, std::uint32_t version)
      : bytes_(bytes), name_(name) {
    if (read_text() != name) refuse("is not a serialized " + name_);
    version_ = read<std::uint32_t>();
    if (version_ == 0) refuse("has version 0, which there never was");
    if (version_ > version)
      refuse(fmt::format("has version {}; this library reads up to version {}", version_, version));
  }
  std::uint32_t version() const { return version_; }

  template <Number T>
  T read() {
    T value;
    std::memcpy(&value, take(sizeof(T)), sizeof(T));
    return value;
  }
  template <Number T>
  std::vector<T> read_all() {
    const auto count = read<std::uint64_t>();
    if (count > left() / sizeof(T)) refuse("is cut short");
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), take(count * sizeof(T)), count * sizeof(T));
    return values;
  }
  std::string read_text() {
    const auto text = read_all<char>();
    return {text.begin(), text.end()};
  }
  /// Refuses bytes that go on after the state.
  void finish() const {
    if (left() != 0) refuse(fmt::format("has {} bytes too many", left()));
  }
  [[noreturn]] void refuse(std::string rule) const {
    throw InvalidInput({.who = name_,
                        .what = "bytes",
                        .where = {},
                        .value = fmt::format("{} bytes", bytes_.size()),
                        .rule = std::move(rule)});
  }

 private:
  std::size_t left() const { return bytes_.size() - at_; }
  const std::uint8_t* take(std::size_t count) {
    if (count > left()) refuse("is cut short");
    at_ += count;
    return bytes_.data() + (at_ - count);
  }

  std::span<const std::uint8_t> bytes_;
  std::string name_;
  std::size_t at_ = 0;
  std::uint32_t version_ = 0;
};

}  // namespace fealty
