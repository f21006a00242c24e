// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fealty {

/// Days since 1970-01-01.
struct Days {
  Column<std::int32_t> days;
};

/// Microseconds since 1970-01-01T00:00 UTC.
struct Timestamps {
  Column<std::int64_t> micros;
  bool has_zone = true;  ///< whether their source says by which clock they are; if not, they are read as UTC
};

/// Yes or no: 1 or 0.
struct Flags {
  Column<std::uint8_t> flags;
};

/// What a column of a frame holds: integers, real numbers, fixed-point amounts, dates, instants,
/// flags, or texts as codes of a dictionary.
using FrameColumn =
    std::variant<Column<std::int64_t>, Column<double>, DecimalColumn, Days, Timestamps, Flags, IdColumn>;

/// Named columns of equal length: what "any dataframe" is in C++.
class Frame {
 public:
  /// Adds a column at the end.
  ///
  /// \throws InvalidInput  when the name is taken or the length differs; nothing is added then
  void add(std::string name, FrameColumn column) {
    if (find(name) != nullptr)
      throw InvalidInput(
          {.who = "Frame", .what = "column", .where = {}, .value = name, .rule = "is there already"});
    const std::size_t n = length(column);
    if (!columns_.empty() && n != rows_)
      throw InvalidInput({.who = "Frame",
                          .what = name,
                          .where = {},
                          .value = fmt::format("{} rows", n),
                          .rule = fmt::format("does not match the {} rows of the other columns", rows_)});
    columns_.emplace_back(std::move(name), std::move(column));
    rows_ = n;
  }

  std::size_t rows() const { return rows_; }
  std::size_t size() const { return columns_.size(); }
  const std::string& name(std::size_t column) const { return columns_[column].first; }
  const FrameColumn& column(std::size_t column) const { return columns_[column].second; }

  /// The column of a name, null if there is none.
  const FrameColumn* find(std::string_view name) const {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const auto& each) { return each.first == name; });
    return found == columns_.end() ? nullptr : &found->second;
  }

  /// The column of a name.
  ///
  /// \throws InvalidInput  when there is none; names those that are there
  const FrameColumn& at(std::string_view name) const {
    if (const auto* column = find(name)) return *column;
    std::string names;
    for (const auto& each : columns_) names += (names.empty() ? "" : ", ") + each.first;
    throw InvalidInput(
        {.who = "Frame",
         .what = "column",
         .where = {},
         .value = fmt::format("\"{}\"", name),
         .rule = fmt::format("is not there; the columns are {}", names.empty() ? "none" : names)});
  }

 private:
  static std::size_t length(const FrameColumn& column) {
    struct Length {
      std::size_t operator()(const Column<std::int64_t>& values) const { return values.size(); }
      std::size_t operator()(const Column<double>& values) const { return values.size(); }
      std::size_t operator()(const DecimalColumn& values) const { return values.unscaled.size(); }
      std::size_t operator()(const Days& values) const { return values.days.size(); }
      std::size_t operator()(const Timestamps& values) const { return values.micros.size(); }
      std::size_t operator()(const Flags& values) const { return values.flags.size(); }
      std::size_t operator()(const IdColumn& values) const { return values.size(); }
    };
    return std::visit(Length{}, column);
  }

  std::vector<std::pair<std::string, FrameColumn>> columns_;
  std::size_t rows_ = 0;
};

}  // namespace fealty
