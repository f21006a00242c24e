// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/id_pieces.hpp>
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fealty::adoption::detail {

/// Hashes of users that are the same in every process, unlike those of a dictionary: sketches keep what they
/// come to. Another hash needs another version of serialized sketches.
inline std::uint64_t sketch_hash(std::string_view id) {
  std::uint64_t hash = (id.size() + 1) * fealty::detail::SplitMix64::step;
  const char* at = id.data();
  std::size_t left = id.size();
  for (; left > 8; left -= 8, at += 8) hash = fealty::detail::fold(hash ^ fealty::detail::load_bytes(at, 8));
  return fealty::detail::SplitMix64::mix(fealty::detail::fold(hash ^ fealty::detail::load_bytes(at, left)));
}
inline std::uint64_t sketch_hash(std::int64_t id) {
  return fealty::detail::SplitMix64::mix(static_cast<std::uint64_t>(id) + fealty::detail::SplitMix64::step);
}
inline std::uint64_t sketch_hash(const Ids& ids, std::uint32_t code) {
  return ids.is_text() ? sketch_hash(ids.view(code)) : sketch_hash(ids.number(code));
}

/// A user of one account alone.
inline std::uint64_t hash_within(std::uint64_t account, std::uint64_t user) {
  return fealty::detail::SplitMix64::mix(user + fealty::detail::SplitMix64::mix(account));
}
/// An account that is its own user, who is none of the users that are called like it.
inline std::uint64_t hash_of_itself(std::uint64_t account) {
  return fealty::detail::SplitMix64::mix(~account);
}

}  // namespace fealty::adoption::detail
