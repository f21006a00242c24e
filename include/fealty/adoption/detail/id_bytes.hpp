// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::adoption::detail {

inline void write_names(ByteWriter& to, const std::vector<std::string>& names) {
  to.write(static_cast<std::uint64_t>(names.size()));
  for (const std::string& name : names) to.write_text(name);
}
/// Names once each, in order.
inline std::vector<std::string> read_names(ByteReader& from) {
  std::vector<std::string> names;
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    names.push_back(from.read_text());
    if (names.size() > 1 && names[names.size() - 2] >= names.back()) from.refuse("has names out of order");
  }
  return names;
}

/// Ids whose codes follow their order.
inline void write_ids(ByteWriter& to, const Ids& ids) {
  to.write(static_cast<std::uint8_t>(ids.size() > 0 && ids.is_text() ? 1 : 0));
  std::vector<std::int64_t> numbers;
  std::vector<std::uint32_t> lengths;
  std::vector<char> texts;
  for (std::uint32_t code = 0; code < ids.size(); ++code) {
    if (!ids.is_text()) numbers.push_back(ids.number(code));
    if (!ids.is_text()) continue;
    const std::string_view text = ids.view(code);
    lengths.push_back(static_cast<std::uint32_t>(text.size()));
    texts.insert(texts.end(), text.begin(), text.end());
  }
  to.write_all(std::span<const std::int64_t>(numbers));
  to.write_all(std::span<const std::uint32_t>(lengths));
  to.write_all(std::span<const char>(texts));
}
inline Ids read_ids(ByteReader& from) {
  const auto kind = from.read<std::uint8_t>();
  const auto numbers = from.read_all<std::int64_t>();
  const auto lengths = from.read_all<std::uint32_t>();
  const auto texts = from.read_all<char>();
  if (kind > 1 || !(kind == 1 ? numbers.empty() : lengths.empty())) from.refuse("has ids of an unknown kind");
  Ids ids;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && numbers[i - 1] >= numbers[i]) from.refuse("has ids out of order");
    ids.encode(numbers[i]);
  }
  std::string_view left(texts.data(), texts.size()), before;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] > left.size()) from.refuse("is cut short");
    const std::string_view text = left.substr(0, lengths[i]);
    if (i > 0 && before >= text) from.refuse("has ids out of order");
    ids.encode(text);
    before = text;
    left.remove_prefix(lengths[i]);
  }
  if (!left.empty()) from.refuse("has texts that are no ids");
  return ids;
}

}  // namespace fealty::adoption::detail
