// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival {

/// Ages: whole numbers, such as days, or real ones.
class DurationColumn {
 public:
  DurationColumn() = default;
  DurationColumn(Column<std::int32_t> values) : values_(std::move(values)) {}
  DurationColumn(Column<std::int64_t> values) : values_(std::move(values)) {}
  DurationColumn(Column<double> values) : values_(std::move(values)) {}
  DurationColumn(const std::vector<std::int32_t>& values) : values_(Column<std::int32_t>(values)) {}
  DurationColumn(std::vector<std::int32_t>&& values) : values_(Column<std::int32_t>(std::move(values))) {}
  DurationColumn(const std::vector<std::int64_t>& values) : values_(Column<std::int64_t>(values)) {}
  DurationColumn(std::vector<std::int64_t>&& values) : values_(Column<std::int64_t>(std::move(values))) {}
  DurationColumn(const std::vector<double>& values) : values_(Column<double>(values)) {}
  DurationColumn(std::vector<double>&& values) : values_(Column<double>(std::move(values))) {}

  /// Calls f(column) with the column of its type.
  template <class F>
  decltype(auto) visit(F f) const {
    return std::visit(f, values_);
  }
  bool present() const {
    return visit([](const auto& column) { return column.present(); });
  }
  std::size_t size() const {
    return visit([](const auto& column) { return column.size(); });
  }
  /// Whether a row holds a number: no null, and no NaN.
  bool valid(std::size_t row) const {
    return visit([&](const auto& column) { return column.valid(row) && !is_nan(column[row]); });
  }
  /// The age of a row as a real number; exact up to 2^53.
  double operator[](std::size_t row) const {
    return visit([&](const auto& column) { return static_cast<double>(column[row]); });
  }
  /// A row as text, for messages.
  std::string text(std::size_t row) const {
    return visit([&](const auto& column) { return fmt::format("{}", column[row]); });
  }
  const std::string& name() const {
    return visit([](const auto& column) -> const std::string& { return column.name(); });
  }
  DurationColumn named(std::string name) && {
    std::visit([&](auto& column) { column = std::move(column).named(std::move(name)); }, values_);
    return std::move(*this);
  }
  const std::vector<CellFinding>& cell_findings() const {
    return visit([](const auto& column) -> const auto& { return column.cell_findings(); });
  }

 private:
  template <class T>
  static bool is_nan(T value) {
    if constexpr (std::is_floating_point_v<T>) return std::isnan(value);
    return false;
  }
  std::variant<Column<std::int32_t>, Column<std::int64_t>, Column<double>> values_;
};

}  // namespace fealty::survival
