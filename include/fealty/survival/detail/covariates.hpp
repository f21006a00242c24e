// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/number_column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// A column of numbers, NaN where one is missing.
struct Covariate {
  std::string attribute;
  std::optional<std::string> level, reference;  // of texts: that it tells, and what it is told against
  Column<double> values;

  std::string name() const { return level ? attribute + "=" + *level : attribute; }
};

/// An attribute by its name.
inline const FrameColumn& attribute(const char* who, const Frame& attributes, const std::string& name,
                                    const char* what) {
  if (const FrameColumn* const column = attributes.find(name)) return *column;
  std::string known;
  for (std::size_t i = 0; i < attributes.size(); ++i) known += (i == 0 ? "" : ", ") + attributes.name(i);
  throw InvalidInput(
      {.who = who,
       .what = what,
       .where = {},
       .value = "\"" + name + "\"",
       .rule = "is no attribute of the lives; there are " + (known.empty() ? std::string("none") : known)});
}

/// Reads attributes as numbers; texts have a column for each level but the first.
class CovariateReader {
 public:
  CovariateReader(const char* who, const Frame& attributes, std::string name, const char* what)
      : who_(who), name_(std::move(name)) {
    std::visit([&](const auto& column) { read(column); }, attribute(who, attributes, name_, what));
  }
  std::vector<Covariate> take() { return std::move(found_); }

 private:
  void read(const IdColumn& column) {
    const auto codes = column.codes();
    std::vector<std::uint8_t> used(column.ids()->size());
    for (const std::uint32_t code : codes)
      if (code != no_id) used[code] = 1;
    std::vector<std::uint32_t> levels;
    for (const std::uint32_t level : column.ids()->sorted())
      if (used[level] != 0) levels.push_back(level);
    const auto text = [&](std::size_t i) { return std::optional(column.ids()->text(levels[i])); };
    if (levels.size() < 2)  // constant, or missing
      found_.push_back({name_, {}, levels.empty() ? std::nullopt : text(0), indicator(codes, no_id)});
    for (std::size_t i = 1; i < levels.size(); ++i)
      found_.push_back({name_, text(i), text(0), indicator(codes, levels[i])});
  }
  static std::vector<double> indicator(std::span<const std::uint32_t> codes, std::uint32_t level) {
    std::vector<double> values(codes.size());
    for (std::size_t row = 0; row < values.size(); ++row)
      values[row] = codes[row] == no_id   ? std::numeric_limits<double>::quiet_NaN()
                    : codes[row] == level ? 1.0
                                          : 0.0;
    return values;
  }
  template <class Numbers>
  void read(const Numbers& column) {
    const fealty::detail::NumberReader numbers([&] {
      throw InvalidInput({.who = who_,
                          .what = name_,
                          .where = {},
                          .value = "",
                          .rule = "holds dates or times; covariates are numbers, flags or texts"});
    });
    found_.push_back({name_, {}, {}, numbers(column)});
  }

  const char* who_;
  std::string name_;
  std::vector<Covariate> found_;
};

inline std::vector<Covariate> covariates(const char* who, const Frame& attributes,
                                         const std::vector<std::string>& names, const char* what) {
  std::vector<Covariate> found;
  for (const std::string& name : names) {
    std::vector<Covariate> more = CovariateReader(who, attributes, name, what).take();
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  return found;
}

/// An attribute that is one column of numbers.
inline Column<double> number_attribute(const char* who, const Frame& attributes, const std::string& name,
                                       const char* what) {
  std::vector<Covariate> found = CovariateReader(who, attributes, name, what).take();
  if (found.size() != 1 || found.front().reference)
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = "\"" + name + "\"",
                        .rule = "is no column of numbers"});
  return std::move(found.front().values);
}

}  // namespace fealty::survival::detail
