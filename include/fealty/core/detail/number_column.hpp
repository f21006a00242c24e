// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::detail {

/// Reads a column of a frame as numbers, NaN where one is missing: a visitor of it.
///
/// \tparam Refuse  is called for a column that holds no numbers, and throws
template <class Refuse>
class NumberReader {
 public:
  explicit NumberReader(Refuse refuse) : refuse_(std::move(refuse)) {}

  Column<double> operator()(const Column<double>& column) const {
    if (!column.may_have_nulls()) return column;
    return read(column, [](double value) { return value; });
  }
  Column<double> operator()(const Column<std::int64_t>& column) const {
    return read(column, [](std::int64_t value) { return static_cast<double>(value); });
  }
  Column<double> operator()(const Flags& column) const {
    return read(column.flags, [](std::uint8_t flag) { return flag != 0 ? 1.0 : 0.0; });
  }
  Column<double> operator()(const DecimalColumn& column) const {
    const double unit = std::pow(10.0, column.scale);
    return read(column.unscaled, [unit](std::int64_t value) { return static_cast<double>(value) / unit; });
  }
  template <class Other>
  Column<double> operator()(const Other&) const {
    refuse_();
    return {};
  }

 private:
  template <class T, class Value>
  static Column<double> read(const Column<T>& column, Value value) {
    std::vector<double> values(column.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < values.size(); ++row)
      if (column.valid(row)) values[row] = value(column[row]);
    return Column<double>(std::move(values));
  }

  Refuse refuse_;
};

}  // namespace fealty::detail
