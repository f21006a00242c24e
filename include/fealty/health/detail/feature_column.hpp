// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/number_column.hpp>

#include <cstddef>
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
    if (const auto* const texts = std::get_if<IdColumn>(column)) {
      categories_ = *texts;
      return;
    }
    numbers_ = std::visit(
        NumberReader([&] { refuse(name_, "", "holds dates or times; bins are of numbers, flags or texts"); }),
        *column);
    check_finite_or_missing(who, name_, numbers_);
  }

  const std::string& name() const { return name_; }
  bool numeric() const { return !categories_.present(); }
  std::size_t size() const { return numeric() ? numbers_.size() : categories_.size(); }
  const Column<double>& numbers() const { return numbers_; }
  const IdColumn& categories() const { return categories_; }

 private:
  [[noreturn]] void refuse(std::string what, std::string value, std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
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
