// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>
#include <vector>

namespace fealty::detail {

inline std::uint64_t load_bytes(const char* p, std::size_t bytes) {  // up to 8
  std::uint64_t word = 0;
  std::uint32_t low = 0, high = 0;
  if (bytes == 8) {
    std::memcpy(&word, p, 8);
  } else if (bytes >= 4) {  // two that overlap
    std::memcpy(&low, p, 4);
    std::memcpy(&high, p + bytes - 4, 4);
    word = std::uint64_t{high} << 32 | low;
  } else if (bytes > 0) {
    word = static_cast<std::uint64_t>(static_cast<unsigned char>(p[0])) |
           static_cast<std::uint64_t>(static_cast<unsigned char>(p[bytes / 2])) << 8 |
           static_cast<std::uint64_t>(static_cast<unsigned char>(p[bytes - 1])) << 16;
  }
  return word;
}

/// A text in one 16-byte piece: itself when it has up to 12 bytes, as ids mostly do, or else where it
/// stands in a pool.
class ShortText {
 public:
  ShortText(std::string_view text, std::vector<char>& pool) : size_(static_cast<std::uint32_t>(text.size())) {
    if (text.size() <= sizeof(bytes_)) {
      if (!text.empty()) std::memcpy(bytes_, text.data(), text.size());
      return;
    }
    const std::uint64_t offset = pool.size();
    std::memcpy(bytes_, &offset, sizeof(offset));
    pool.insert(pool.end(), text.begin(), text.end());
  }
  bool is(std::string_view text, const char* pool) const {
    if (size_ != text.size()) return false;
    if (size_ > sizeof(bytes_)) return view(pool) == text;
    if (size_ <= 8) return load_bytes(bytes_, size_) == load_bytes(text.data(), size_);
    return load_bytes(bytes_, 8) == load_bytes(text.data(), 8) &&
           load_bytes(bytes_ + size_ - 8, 8) == load_bytes(text.data() + size_ - 8, 8);  // they overlap
  }
  std::string_view view(const char* pool) const {
    if (size_ <= sizeof(bytes_)) return {bytes_, size_};
    std::uint64_t offset = 0;
    std::memcpy(&offset, bytes_, sizeof(offset));
    return {pool + offset, size_};
  }

 private:
  std::uint32_t size_;
  char bytes_[12] = {};
};

inline std::uint64_t fold(std::uint64_t x) {  // both halves of a product: one multiplication mixes all bits
  const auto product = static_cast<uint128>(x ^ 0xbf58476d1ce4e5b9U) * 0x94d049bb133111ebU;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}
/// Another one in each process, so that nobody can choose ids that collide. Codes do not depend on it.
inline std::uint64_t hash_seed() {
  static const std::uint64_t seed = std::uint64_t{std::random_device{}()} << 32 | std::random_device{}();
  return seed;
}

inline std::uint64_t hash_id(std::string_view id) {
  std::uint64_t h = hash_seed() + id.size() * 0x9e3779b97f4a7c15U;
  const char* p = id.data();
  std::size_t left = id.size();
  for (; left > 8; left -= 8, p += 8) h = fold(h ^ load_bytes(p, 8));
  return fold(h ^ load_bytes(p, left));
}
inline std::uint64_t hash_id(std::int64_t id) {  // the finalizer of splitmix64
  auto x = static_cast<std::uint64_t>(id) ^ hash_seed();
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

}  // namespace fealty::detail
