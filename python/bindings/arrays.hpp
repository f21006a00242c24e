// SPDX-License-Identifier: MIT
// NumPy arrays and sequences of Python objects as columns.
#pragma once

#include <fealty/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api.hpp"

namespace fealty::python {

/// What columns look at, kept alive as long as a call.
using Alive = std::vector<py::object>;

/// What becomes of times.
enum class Times {
  kept,     ///< they stay times
  days,     ///< their days are taken; which day one with a time zone means is unknown
  instants  ///< they stay times, but where every time is 00:00 they are dates
};

/// How an array is read.
struct Reading {
  bool nan_is_null;  ///< as pandas has it; NumPy's NaN is a number
  Times times = Times::kept;
};
FrameColumn array_column(py::object array, const Place& place, Alive& alive, Reading reading);
/// A list, a tuple, or anything else that can be iterated over.
FrameColumn sequence_column(py::handle sequence, const Place& place, Reading reading);

/// Refuses a value of a column, or all of it.
[[noreturn]] void refuse(const Place& place, std::optional<std::size_t> row, std::string value,
                         std::string rule);

/// A column that owns its values, built row by row.
template <class T>
class ColumnBuilder {
 public:
  explicit ColumnBuilder(std::size_t rows) : kept_(std::make_shared<Kept>()) { kept_->values.resize(rows); }

  void set(std::size_t row, T value) { kept_->values[row] = value; }
  /// Where the values go, for loops that must be fast.
  T* values() { return kept_->values.data(); }
  void set_null(std::size_t row) {
    auto& bits = kept_->validity;
    if (bits.empty()) bits.assign(kept_->values.size() / 8 + 1, 0xff);
    bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] & ~(1U << (row % 8)));
  }
  /// A cell that cannot be read: an error of its row, for the table to tell.
  void set_unread(std::size_t row) {
    set_null(row);
    unread_.push_back(static_cast<std::int64_t>(row));
  }
  Column<T> column() && {
    const std::uint8_t* const validity = kept_->validity.empty() ? nullptr : kept_->validity.data();
    const std::span<const T> values(kept_->values);
    return Column<T>(values, validity, 0, std::move(kept_));
  }
  /// \param value  a row's cell as it was written
  Column<T> column(const char* code, const char* rule, std::function<std::string(std::size_t)> value) && {
    CellFinding unread{.code = code, .rows = std::move(unread_), .rule = rule, .value = std::move(value)};
    return std::move(*this).column().found(std::move(unread));
  }

 private:
  struct Kept {
    std::vector<T> values;
    std::vector<std::uint8_t> validity;  // empty while all are there
  };
  std::shared_ptr<Kept> kept_;
  std::vector<std::int64_t> unread_;
};

/// A time as a message shows it: 2024-12-31 23:59:59.
std::string instant(std::int64_t micros);
/// Ends at the last moment of a day: cut to their day they do not cover it.
///
/// \param time  a row's cell as it was written
CellFinding ends_of_days(std::vector<std::int64_t> rows, std::function<std::string(std::size_t)> time);

/// `column` without the rows that a mask of n bytes takes out.
FrameColumn without(const FrameColumn& column, const std::uint8_t* mask);

}  // namespace fealty::python
