// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/examples.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// A draw that is the same in every process and on every machine.
inline std::uint64_t account_key(const Ids& ids, std::uint32_t code, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  const auto add = [&](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3U; };
  if (ids.is_text())
    for (const char each : ids.view(code)) add(static_cast<std::uint8_t>(each));
  else
    for (int i = 0; i < 8; ++i) add(static_cast<std::uint64_t>(ids.number(code)) >> (8 * i) & 0xffU);
  using fealty::detail::SplitMix64;
  return SplitMix64::mix(hash ^ SplitMix64::mix(seed + SplitMix64::step));
}

template <class Key>
std::string rows_fingerprint(std::size_t rows, Key key) {
  using fealty::detail::SplitMix64;
  std::uint64_t hash = rows;
  for (std::size_t row = 0; row < rows; ++row) hash = SplitMix64::mix(hash + SplitMix64::step) ^ key(row);
  return fmt::format("{:016x}", SplitMix64::mix(hash));
}
/// Of the account of each row; empty where there are none.
inline std::string accounts_fingerprint(const ExampleData& data) {
  if (!data.account.present()) return {};
  const Ids& ids = *data.account.ids();
  std::vector<std::uint64_t> keys(ids.size());
  for (std::uint32_t code = 0; code < ids.size(); ++code) keys[code] = account_key(ids, code, 0);
  return rows_fingerprint(data.size(), [&](std::size_t row) { return keys[data.account.codes()[row]]; });
}
/// Of the day of each row; empty where there are none.
inline std::string days_fingerprint(const ExampleData& data) {
  if (!data.as_of.present()) return {};
  return rows_fingerprint(data.size(), [&](std::size_t row) {
    return fealty::detail::SplitMix64::mix(static_cast<std::uint64_t>(data.as_of[row]));
  });
}

}  // namespace fealty::health::detail
