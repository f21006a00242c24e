// SPDX-License-Identifier: MIT
// One batch's share of one column, with offsets, validity and dictionary resolved.
#pragma once

#include <fealty/core/detail/arrow_abi.hpp>
#include <fealty/core/error.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::arrow::detail {

/// A struct of the interface that is released at the end of its scope.
template <class Struct>
struct Owned {
  Struct raw{};

  Owned() = default;
  explicit Owned(Struct* source) : raw(*source) {
    source->release = nullptr;
  }  // moves, as the interface says
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (raw.release != nullptr) raw.release(&raw);
  }
};
using Batch = std::shared_ptr<const Owned<ArrowArray>>;

/// The column being read, and for whom.
struct Source {
  std::string_view who;
  std::string name;
  const ArrowSchema* schema;
  std::size_t index;  // among the children of every batch
  const std::vector<Batch>& batches;
  std::size_t rows;

  /// What the values are, dictionary-encoded or not.
  std::string_view format() const {
    const char* const text = schema->dictionary != nullptr ? schema->dictionary->format : schema->format;
    return text == nullptr ? std::string_view() : std::string_view(text);
  }
  [[noreturn]] void refuse(std::optional<std::size_t> row, std::string value, std::string rule) const {
    std::optional<std::int64_t> where;
    if (row) where = static_cast<std::int64_t>(*row);
    throw InvalidInput({.who = std::string(who),
                        .what = name,
                        .where = where,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
};

/// The i-th value of a buffer, which need not be aligned.
template <class T>
T load(const void* buffer, std::size_t i) {
  T value;
  std::memcpy(&value, static_cast<const char*>(buffer) + i * sizeof(T), sizeof(T));
  return value;
}

/// n bits from some bit of a bitmap on; all are set where there is no bitmap.
struct Bits {
  const std::uint8_t* bytes = nullptr;
  std::size_t first = 0;

  bool operator[](std::size_t i) const {
    return bytes == nullptr || (bytes[(first + i) / 8] >> ((first + i) % 8) & 1) != 0;
  }
};

inline void clear_bit(std::vector<std::uint8_t>& bits, std::size_t i) {
  bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] & ~(1U << (i % 8)));
}

inline std::size_t count_set(Bits bits, std::size_t n) {
  std::size_t count = 0;
  std::size_t i = 0;
  for (; i < n && (bits.first + i) % 8 != 0; ++i) count += bits[i];
  for (; i + 8 <= n; i += 8)
    count += static_cast<std::size_t>(std::popcount(bits.bytes[(bits.first + i) / 8]));
  for (; i < n; ++i) count += bits[i];
  return count;
}

/// Which of n values are there. The array's own count of nulls serves only when it is 0: it may be
/// unknown, and a slice of the array may hold none of them.
inline Bits validity(const ArrowArray& array, std::size_t first, std::size_t n) {
  if (array.null_count == 0 || array.n_buffers < 1 || array.buffers[0] == nullptr) return {};
  const Bits bits{static_cast<const std::uint8_t*>(array.buffers[0]), first};
  return count_set(bits, n) == n ? Bits{} : bits;
}

struct Chunk {
  Batch batch;                         // keeps everything below alive
  const ArrowArray* values;            // the column's array, or its dictionary
  std::size_t first;                   // where the value of row 0 is
  std::vector<std::size_t> positions;  // or where each row's value is, in a dictionary
  std::size_t row;                     // of the frame, at the chunk's row 0
  std::size_t rows;
  Bits valid;
  std::vector<std::uint8_t> own_valid;  // the memory of `valid`, where no buffer has it

  std::size_t position(std::size_t i) const { return positions.empty() ? first + i : positions[i]; }

  /// Copies the validity, so that bits can be cleared.
  void own() {
    if (!own_valid.empty()) return;
    own_valid.assign(rows / 8 + 1, 0xff);
    for (std::size_t i = 0; i < rows; ++i)
      if (!valid[i]) clear_bit(own_valid, i);
    valid = {own_valid.data(), 0};
  }
};

/// Calls `use` with a value of the integer type that a format names, and tells whether it names one.
template <class Use>
bool with_integer(std::string_view format, Use use) {
  if (format == "c") use(std::int8_t{});
  else if (format == "C") use(std::uint8_t{});
  else if (format == "s") use(std::int16_t{});
  else if (format == "S") use(std::uint16_t{});
  else if (format == "i") use(std::int32_t{});
  else if (format == "I") use(std::uint32_t{});
  else if (format == "l") use(std::int64_t{});
  else if (format == "L") use(std::uint64_t{});
  else return false;
  return true;
}

/// Replaces the indices of a chunk by positions in its dictionary.
template <class Index>
void look_up(const Source& source, Chunk& chunk, const ArrowArray& dictionary) {
  const void* const indices = chunk.values->buffers[1];
  const auto offset = static_cast<std::size_t>(dictionary.offset);
  const auto size = static_cast<std::size_t>(dictionary.length);
  const Bits there = validity(dictionary, offset, size);
  chunk.positions.assign(chunk.rows, 0);
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (!chunk.valid[i]) continue;
    const auto index = load<Index>(indices, chunk.first + i);
    const auto at = static_cast<std::size_t>(index);  // a negative index is out of range, too
    if (at >= size)
      source.refuse(chunk.row + i, fmt::format("{}", index),
                    fmt::format("is no index of a dictionary of {}", size));
    chunk.positions[i] = offset + at;
    if (!there[at]) {
      chunk.own();
      clear_bit(chunk.own_valid, i);
    }
  }
  chunk.values = &dictionary;
}

inline bool has_buffers(const ArrowArray& array, std::int64_t n) {
  return array.n_buffers >= n && (n == 0 || array.buffers != nullptr) &&
         (n < 2 || array.length == 0 || array.buffers[1] != nullptr);
}

/// The column's rows of one batch. Offsets of the batch and of the column add; a null row of the batch
/// is null in every column.
///
/// \param n_buffers  how many the format of the values has, at least
inline Chunk read_chunk(const Source& source, const Batch& batch, std::size_t row, std::int64_t n_buffers) {
  const ArrowArray& table = batch->raw;
  if (table.children[source.index] == nullptr)
    source.refuse({}, "", "has an Arrow array that does not fit its schema");
  const ArrowArray& column = *table.children[source.index];
  const auto rows = static_cast<std::size_t>(table.length);
  const auto table_first = static_cast<std::size_t>(table.offset);
  const std::size_t first = table_first + static_cast<std::size_t>(column.offset);
  const ArrowArray* const dictionary = source.schema->dictionary == nullptr ? nullptr : column.dictionary;
  const bool fits = source.schema->dictionary == nullptr
                        ? has_buffers(column, n_buffers)
                        : dictionary != nullptr && has_buffers(column, 2) &&
                              has_buffers(*dictionary, n_buffers) && dictionary->offset >= 0 &&
                              dictionary->length >= 0;
  if (!fits || column.offset < 0 || column.length - table.length < table.offset)
    source.refuse({}, "", "has an Arrow array that does not fit its schema");
  Chunk chunk{batch, &column, first, {}, row, rows, validity(column, first, rows), {}};
  if (const Bits of_table = validity(table, table_first, rows); of_table.bytes != nullptr) {
    chunk.own();
    for (std::size_t i = 0; i < rows; ++i)
      if (!of_table[i]) clear_bit(chunk.own_valid, i);
  }
  const auto look = [&](auto index) { look_up<decltype(index)>(source, chunk, *dictionary); };
  if (dictionary != nullptr && !with_integer(source.schema->format, look))
    source.refuse({}, fmt::format("format {}", source.schema->format), "is none of a dictionary's indices");
  return chunk;
}

/// Calls `read(chunk)` for the column's share of every batch.
template <class Read>
void each_chunk(const Source& source, std::int64_t n_buffers, Read read) {
  std::size_t row = 0;
  for (const Batch& batch : source.batches) {
    read(read_chunk(source, batch, row, n_buffers));
    row += static_cast<std::size_t>(batch->raw.length);
  }
}

}  // namespace fealty::arrow::detail
