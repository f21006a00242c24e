// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

namespace fealty::health::detail {

/// Any attribute as numbers that can be ranked; NaN where it is missing.
class AttributeRanks {
 public:
  explicit AttributeRanks(const ExampleData& data) : data_(data) {}

  std::vector<double> operator()(const Column<std::int64_t>& column) const {
    return numbers(column, [](std::int64_t value, std::size_t) { return static_cast<double>(value); });
  }
  std::vector<double> operator()(const Column<double>& column) const {
    return numbers(column, [](double value, std::size_t) { return value; });
  }
  std::vector<double> operator()(const DecimalColumn& column) const { return (*this)(column.unscaled); }
  std::vector<double> operator()(const Flags& column) const {
    return numbers(column.flags, [](std::uint8_t value, std::size_t) { return value != 0 ? 1.0 : 0.0; });
  }
  std::vector<double> operator()(const Days& column) const {
    return numbers(column.days, [&](std::int32_t day, std::size_t row) { return day - from(row); });
  }
  std::vector<double> operator()(const Timestamps& column) const {
    constexpr double day = 86'400e6;
    return numbers(column.micros, [&](std::int64_t micros, std::size_t row) {
      return static_cast<double>(micros) / day - from(row);
    });
  }
  /// The rate of outcomes among rows of other accounts with the same text, drawn a little toward that of all.
  std::vector<double> operator()(const IdColumn& column) const {
    std::vector<std::uint32_t> order;
    for (std::size_t row = 0; row < column.size(); ++row)
      if (column.codes()[row] != no_id) order.push_back(static_cast<std::uint32_t>(row));
    const auto key = [&](std::uint32_t row) {
      return std::tuple(column.codes()[row], data_.account.present() ? data_.account.codes()[row] : row);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    double happened = 0;
    for (const std::uint32_t row : order) happened += data_.outcome[row];
    const double prior = order.empty() ? 0 : happened / static_cast<double>(order.size());
    std::vector<double> rates(column.size(), std::numeric_limits<double>::quiet_NaN());
    const auto same_text = [&](std::size_t a, std::size_t b) {
      return std::get<0>(key(order[a])) == std::get<0>(key(order[b]));
    };
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      while (end < order.size() && same_text(begin, end)) ++end;
      const double of_text = outcomes(order, begin, end);
      for (std::size_t from = begin, to = begin; from < end; from = to) {
        while (to < end && key(order[to]) == key(order[from])) ++to;
        const double others = of_text - outcomes(order, from, to);
        const auto rows = static_cast<double>((end - begin) - (to - from));
        for (std::size_t i = from; i < to; ++i) rates[order[i]] = (others + prior) / (rows + 1);
      }
    }
    return rates;
  }

 private:
  template <class T, class Value>
  static std::vector<double> numbers(const Column<T>& column, Value value) {
    std::vector<double> all(column.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < all.size(); ++row)
      if (column.valid(row)) all[row] = value(column[row], row);
    return all;
  }
  double from(std::size_t row) const { return data_.as_of.present() ? data_.as_of[row] : 0; }
  double outcomes(const std::vector<std::uint32_t>& order, std::size_t from, std::size_t to) const {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += data_.outcome[order[i]];
    return sum;
  }

  const ExampleData& data_;
};

}  // namespace fealty::health::detail
