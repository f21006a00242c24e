// SPDX-License-Identifier: MIT
// Columns of fixed-width values: looked at where Arrow's memory is what a frame holds, else converted.
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/arrow_chunk.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/core/frame.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::arrow::detail {

/// Memory of a column that could not stay in Arrow's buffers.
template <class T>
struct Kept {
  std::shared_ptr<T[]> values;
  std::vector<std::uint8_t> validity;  // empty when all are there

  explicit Kept(std::size_t rows) : values(fealty::detail::big_array<T>(rows)) {}
};

/// Arrow's own value is the frame's.
struct Same {};

/// The buffer itself, when one batch holds the column just as the frame does; absent otherwise.
template <class T>
Column<T> look_at(const Source& source) {
  if (source.batches.size() != 1 || source.schema->dictionary != nullptr) return {};
  const auto chunk = std::make_shared<const Chunk>(read_chunk(source, source.batches[0], 0, 2));
  const auto* const values = static_cast<const T*>(chunk->values->buffers[1]);
  if (reinterpret_cast<std::uintptr_t>(values) % alignof(T) != 0) return {};
  return Column<T>({values + chunk->first, chunk->rows}, chunk->valid.bytes, chunk->valid.first, chunk);
}

/// A column of fixed-width values: `convert(value, row)` makes what the frame holds of Arrow's value.
template <class T, class From, class Convert>
Column<T> read_values(const Source& source, Convert convert) {
  if constexpr (std::is_same_v<Convert, Same>)
    if (Column<T> column = look_at<T>(source); column.present()) return std::move(column).named(source.name);
  const auto kept = std::make_shared<Kept<T>>(source.rows);
  each_chunk(source, 2, [&](const Chunk& chunk) {
    const void* const values = chunk.values->buffers[1];
    T* const out = kept->values.get() + chunk.row;
    const auto value_at = [&](std::size_t i) {
      const From value = load<From>(values, chunk.position(i));
      if constexpr (std::is_same_v<Convert, Same>) return value;
      else return convert(value, chunk.row + i);
    };
    if constexpr (!std::is_same_v<Convert, Same>) {
      if (chunk.valid.bytes == nullptr && chunk.positions.empty()) {
        // In blocks, for vectors.
        constexpr std::size_t block = 16;
        const std::size_t first = chunk.first, rows = chunk.rows, row = chunk.row;
        std::size_t i = 0;
        for (; i + block <= rows; i += block)
          for (std::size_t l = 0; l < block; ++l)
            out[i + l] = convert(load<From>(values, first + i + l), row + i + l);
        for (; i < rows; ++i) out[i] = convert(load<From>(values, first + i), row + i);
        return;
      }
    }
    if (chunk.valid.bytes == nullptr) {
      for (std::size_t i = 0; i < chunk.rows; ++i) out[i] = value_at(i);
      return;
    }
    if (kept->validity.empty()) kept->validity.assign(source.rows / 8 + 1, 0xff);
    for (std::size_t i = 0; i < chunk.rows; ++i) {
      out[i] = chunk.valid[i] ? value_at(i) : T{};
      if (!chunk.valid[i]) clear_bit(kept->validity, chunk.row + i);
    }
  });
  return Column<T>({kept->values.get(), source.rows},
                   kept->validity.empty() ? nullptr : kept->validity.data(), 0, kept)
      .named(source.name);
}

/// A bit of a bitmap, as a value.
struct Bit {
  std::uint8_t value;
};
template <>
inline Bit load<Bit>(const void* buffer, std::size_t i) {
  return {static_cast<std::uint8_t>(Bits{static_cast<const std::uint8_t*>(buffer), i}[0])};
}

template <class From>
FrameColumn read_integers(const Source& source) {
  if constexpr (std::is_same_v<From, std::int64_t>) {
    return read_values<std::int64_t, From>(source, Same{});
  } else {
    return read_values<std::int64_t, From>(source, [&](From value, std::size_t row) {
      if constexpr (std::is_same_v<From, std::uint64_t>)
        if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
          source.refuse(row, fmt::format("{}", value), "is above 9223372036854775807");
      return static_cast<std::int64_t>(value);
    });
  }
}

/// x / y rounded down.
constexpr std::int64_t floor_divide(std::int64_t x, std::int64_t y) { return x / y - (x % y < 0 ? 1 : 0); }

inline FrameColumn read_milli_days(const Source& source) {
  return Days{read_values<std::int32_t, std::int64_t>(source, [&](std::int64_t millis, std::size_t row) {
    const std::int64_t days = floor_divide(millis, 86'400'000);
    if (days != static_cast<std::int32_t>(days))
      source.refuse(row, fmt::format("{} ms", millis), "is beyond a day number of 32 bits");
    return static_cast<std::int32_t>(days);
  })};
}

inline Column<std::int64_t> read_micros(const Source& source, std::string_view unit) {
  if (unit == "u") return read_values<std::int64_t, std::int64_t>(source, Same{});
  if (unit == "n")
    return read_values<std::int64_t, std::int64_t>(
        source, [](std::int64_t value, std::size_t) { return floor_divide(value, 1000); });
  if (unit != "s" && unit != "m")
    source.refuse({}, fmt::format("format {}", source.format()), "is no timestamp of s, ms, us or ns");
  const std::int64_t micros = unit == "s" ? 1'000'000 : 1'000;
  const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / micros;
  return read_values<std::int64_t, std::int64_t>(source, [&](std::int64_t value, std::size_t row) {
    if (value > limit || value < -limit)
      source.refuse(row, fmt::format("{} {}", value, unit == "s" ? "s" : "ms"),
                    "is beyond 64 bits of microseconds");
    return value * micros;
  });
}
/// `ts`, the unit, a colon, and the time zone if there is one.
inline FrameColumn read_timestamps(const Source& source) {
  const std::string_view format = source.format();
  return Timestamps{read_micros(source, format.substr(2, 1)), format.size() > 4};
}

/// Digits of a decimal that has more of them than its scale.
inline std::string to_text(fealty::detail::int128 unscaled, std::int32_t scale) {
  std::string text = fmt::format("{}", unscaled);
  if (scale > 0) text.insert(text.size() - static_cast<std::size_t>(scale), 1, '.');
  return text;
}

template <class From>
FrameColumn read_decimals(const Source& source, std::int32_t scale) {
  if constexpr (std::is_same_v<From, std::int64_t>) {
    return DecimalColumn{read_values<std::int64_t, From>(source, Same{}), scale};
  } else {
    const auto narrow = [&](From value, std::size_t row) {
      const auto unscaled = static_cast<std::int64_t>(value);
      if (unscaled != value)
        source.refuse(row, to_text(value, scale), "is beyond 64 bits, counted in its last digit");
      return unscaled;
    };
    return DecimalColumn{read_values<std::int64_t, From>(source, narrow), scale};
  }
}

/// `d:precision,scale`, or `d:precision,scale,bits`.
inline FrameColumn read_decimals(const Source& source) {
  std::vector<std::int32_t> numbers;
  const std::string_view format = source.format().substr(2);
  for (const char* p = format.data(); p < format.data() + format.size(); ++p) {
    const auto read = std::from_chars(p, format.data() + format.size(), numbers.emplace_back(-1));
    p = read.ptr;
  }
  numbers.resize(numbers.size() == 2 ? 3 : numbers.size(), 128);
  if (numbers.size() == 3 && numbers[1] >= 0 && numbers[1] <= 18) {
    if (numbers[2] == 32) return read_decimals<std::int32_t>(source, numbers[1]);
    if (numbers[2] == 64) return read_decimals<std::int64_t>(source, numbers[1]);
    if (numbers[2] == 128) return read_decimals<fealty::detail::int128>(source, numbers[1]);
  }
  source.refuse({}, fmt::format("format {}", source.format()),
                "cannot be read: decimals may have a scale of 0 to 18 and at most 128 bits");
}

/// A column of which nothing is there.
inline FrameColumn read_nulls(const Source& source) {
  const auto kept = std::make_shared<Kept<double>>(source.rows);
  std::fill_n(kept->values.get(), source.rows, std::numeric_limits<double>::quiet_NaN());
  kept->validity.assign(source.rows / 8 + 1, 0);
  return Column<double>({kept->values.get(), source.rows}, kept->validity.data(), 0, kept).named(source.name);
}

}  // namespace fealty::arrow::detail
