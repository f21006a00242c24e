// SPDX-License-Identifier: MIT
// Columns of texts: encoded straight from Arrow's buffers.
#pragma once

#include <fealty/core/detail/arrow_chunk.hpp>
#include <fealty/core/detail/utf8.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::arrow::detail {

/// Texts with their ends in a second buffer, of 32 or 64 bits.
template <class Offset>
struct Texts {
  static constexpr std::int64_t n_buffers = 3;
  const ArrowArray& array;

  bool fits(std::size_t i) const {
    const auto begin = load<Offset>(array.buffers[1], i), end = load<Offset>(array.buffers[1], i + 1);
    return 0 <= begin && begin <= end && (begin == end || array.buffers[2] != nullptr);
  }
  std::string_view operator()(std::size_t i) const {
    const auto begin = load<Offset>(array.buffers[1], i);
    return {static_cast<const char*>(array.buffers[2]) + begin,
            static_cast<std::size_t>(load<Offset>(array.buffers[1], i + 1) - begin)};
  }
};

/// Texts as views of 16 bytes: length, then up to 12 bytes of text, or 4 bytes of it, buffer and offset.
struct TextViews {
  static constexpr std::int64_t n_buffers = 3;
  const ArrowArray& array;

  bool fits(std::size_t i) const {
    const char* const view = static_cast<const char*>(array.buffers[1]) + 16 * i;
    const std::int64_t size = load<std::int32_t>(view, 0), buffer = load<std::int32_t>(view, 2),
                       offset = load<std::int32_t>(view, 3), buffers = array.n_buffers - 3;
    if (size <= 12) return size >= 0;
    if (buffer < 0 || buffer >= buffers || array.buffers[2 + buffer] == nullptr) return false;
    const void* const sizes = array.buffers[array.n_buffers - 1];
    return sizes != nullptr && offset >= 0 &&
           offset + size <= load<std::int64_t>(sizes, static_cast<std::size_t>(buffer));
  }
  std::string_view operator()(std::size_t i) const {
    const char* const view = static_cast<const char*>(array.buffers[1]) + 16 * i;
    const auto size = static_cast<std::size_t>(load<std::int32_t>(view, 0));
    if (size <= 12) return {view + 4, size};
    const auto buffer = load<std::int32_t>(view, 2);
    return {static_cast<const char*>(array.buffers[2 + buffer]) + load<std::int32_t>(view, 3), size};
  }
};

/// Refuses texts that do not lie within their buffers, as far as the interface tells how large these are.
template <class TextAt>
void require_fitting(const Source& source, const Chunk& chunk, const TextAt& text_at) {
  const auto fits = [&](std::size_t i) { return !chunk.valid[i] || text_at.fits(chunk.position(i)); };
  for (std::size_t i = 0; i < chunk.rows; ++i)
    if (!fits(i)) source.refuse(chunk.row + i, "", "is a text outside of its Arrow buffers");
}

/// Codes of the rows that are there, some at a time, so that the lists stay in the cache.
template <class TextAt>
void encode_valid(const Chunk& chunk, TextAt text_at, Ids& ids, std::uint32_t* codes) {
  constexpr std::size_t some = 1024;
  std::array<std::size_t, some> rows;
  std::array<std::uint32_t, some> found;
  for (std::size_t begin = 0; begin < chunk.rows; begin += some) {
    std::size_t n = 0;
    for (std::size_t i = begin; i < std::min(chunk.rows, begin + some); ++i) {
      codes[i] = no_id;
      if (chunk.valid[i]) rows[n++] = i;
    }
    const auto valid_text = [&](std::size_t k) { return text_at(chunk.first + rows[k]); };
    ids.encode_texts(n, valid_text, found.data());
    for (std::size_t k = 0; k < n; ++k) codes[rows[k]] = found[k];
  }
}

/// Codes of rows in a dictionary. Its entries are coded once each, in the order in which rows use them, and
/// unused ones not at all: so the codes are those of the same texts without a dictionary.
template <class TextAt>
void encode_dictionary(const Chunk& chunk, TextAt text_at, Ids& ids, std::uint32_t* codes) {
  std::vector<std::size_t> used;  // positions
  std::vector<std::uint32_t> rank(static_cast<std::size_t>(chunk.values->offset + chunk.values->length),
                                  no_id);
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (!chunk.valid[i] || rank[chunk.positions[i]] != no_id) continue;
    rank[chunk.positions[i]] = static_cast<std::uint32_t>(used.size());
    used.push_back(chunk.positions[i]);
  }
  std::vector<std::uint32_t> found(used.size());
  const auto used_text = [&](std::size_t k) { return text_at(used[k]); };
  ids.encode_texts(used.size(), used_text, found.data());
  for (std::size_t i = 0; i < chunk.rows; ++i)
    codes[i] = chunk.valid[i] ? found[rank[chunk.positions[i]]] : no_id;
}

/// Texts that are no UTF-8 would come out in results that no reader takes. Each different one is looked at
/// once.
inline void require_utf8(const Source& source, const Ids& ids, const std::vector<std::uint32_t>& codes) {
  for (std::uint32_t code = 0; code < ids.size(); ++code) {
    if (fealty::detail::is_utf8(ids.view(code))) continue;
    const auto row = static_cast<std::size_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
    source.refuse(row, "\"" + fealty::detail::as_utf8(ids.view(code)) + "\"", "is not valid UTF-8");
  }
}

template <class TextAt>
FrameColumn read_texts(const Source& source) {
  Ids ids;
  ids.encode_texts(
      0, [](std::size_t) { return std::string_view(); }, nullptr);  // texts, even when there are no rows
  std::vector<std::uint32_t> codes(source.rows);
  each_chunk(source, TextAt::n_buffers, [&](const Chunk& chunk) {
    const TextAt text_at{*chunk.values};
    require_fitting(source, chunk, text_at);
    const auto row_text = [&](std::size_t i) { return text_at(chunk.first + i); };
    std::uint32_t* const out = codes.data() + chunk.row;
    if (!chunk.positions.empty()) encode_dictionary(chunk, text_at, ids, out);
    else if (chunk.valid.bytes != nullptr) encode_valid(chunk, text_at, ids, out);
    else ids.encode_texts(chunk.rows, row_text, out);
  });
  require_utf8(source, ids, codes);
  return IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(ids))).named(source.name);
}

}  // namespace fealty::arrow::detail
