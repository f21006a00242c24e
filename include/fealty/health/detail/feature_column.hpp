// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// An attribute as numbers, NaN where one is missing, or as categories.
class FeatureColumn {
 public:
  /// \param what  the option that names it
  FeatureColumn(const char* who, const char* what, const Frame& attributes, const std::string& name)
      : who_(who), name_(name) {
    const FrameColumn* const column = attributes.find(name);
    if (column == nullptr) {
      std::vector<std::string> known;
      for (std::size_t i = 0; i < attributes.size(); ++i) known.push_back(attributes.name(i));
      refuse(what, "\"" + name + "\"",
             fmt::format("is no attribute; there are {}",
                         known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
    }
    std::visit([&](const auto& each) { read(each); }, *column);
    if (numeric()) check_finite_or_missing();
  }

  const std::string& name() const { return name_; }
  bool numeric() const { return !categories_.present(); }
  std::size_t size() const { return numeric() ? numbers_.size() : categories_.size(); }
  const Column<double>& numbers() const { return numbers_; }
  const IdColumn& categories() const { return categories_; }

 private:
  [[noreturn]] void refuse(std::string what, std::string value, std::string rule,
                           std::optional<std::int64_t> where = {}) const {
    throw InvalidInput({.who = who_,
                        .what = std::move(what),
                        .where = where,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  template <class T, class Value>
  void add(const Column<T>& column, Value value) {
    std::vector<double> values(column.size());
    for (std::size_t row = 0; row < values.size(); ++row)
      values[row] = column.valid(row) ? value(column[row]) : std::numeric_limits<double>::quiet_NaN();
    numbers_ = Column<double>(std::move(values));
  }
  void read(const Column<std::int64_t>& column) {
    add(column, [](std::int64_t value) { return static_cast<double>(value); });
  }
  void read(const Column<double>& column) {
    if (!column.may_have_nulls()) numbers_ = column;
    else add(column, [](double value) { return value; });
  }
  void read(const Flags& column) {
    add(column.flags, [](std::uint8_t flag) { return flag != 0 ? 1.0 : 0.0; });
  }
  void read(const DecimalColumn& column) {
    const double unit = std::pow(10.0, column.scale);
    add(column.unscaled, [unit](std::int64_t value) { return static_cast<double>(value) / unit; });
  }
  void read(const IdColumn& column) { categories_ = column; }
  template <class Other>
  void read(const Other&) {
    refuse(name_, "", "holds dates or times; bins are of numbers, flags or texts");
  }
  void check_finite_or_missing() const {
    const double* const values = numbers_.values().data();
    const auto infinite = [values](std::size_t row) { return std::isinf(values[row]); };
    if (!fealty::detail::AnyRow(numbers_.size(), infinite)) return;
    for (std::size_t row = 0; row < numbers_.size(); ++row)
      if (infinite(row))
        refuse(name_, fmt::format("{}", values[row]), "is not a finite number",
               static_cast<std::int64_t>(row));
  }

  const char* who_;
  std::string name_;
  Column<double> numbers_;
  IdColumn categories_;
};

/// The attributes that bins can be made of: all but dates and times.
inline std::vector<std::string> binnable_names(const Frame& attributes) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const FrameColumn& column = attributes.column(i);
    if (!std::holds_alternative<Days>(column) && !std::holds_alternative<Timestamps>(column))
      names.push_back(attributes.name(i));
  }
  return names;
}

}  // namespace fealty::health::detail
