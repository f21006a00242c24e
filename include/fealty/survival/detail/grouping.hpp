// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// The values of an attribute as ids: groups and strata are told by texts, whole numbers, dates or flags.
class AttributeIds {
 public:
  AttributeIds(const char* who, std::string name) : who_(who), name_(std::move(name)) {}

  IdColumn operator()(const IdColumn& column) const { return column; }
  IdColumn operator()(const Column<std::int64_t>& column) const {
    if (!column.may_have_nulls()) return {column.values()};
    return numbers(
        column.size(), [&](std::size_t row) { return column.valid(row); },
        [&](std::size_t row) { return column[row]; });
  }
  IdColumn operator()(const Column<double>& column) const {
    const auto there = [&](std::size_t row) { return column.valid(row) && !std::isnan(column[row]); };
    for (std::size_t row = 0; row < column.size(); ++row)
      if (there(row) && !(std::abs(column[row]) <= 0x1p53 && column[row] == std::floor(column[row])))
        refuse(row, fmt::format("{}", column[row]));
    return numbers(column.size(), there,
                   [&](std::size_t row) { return static_cast<std::int64_t>(column[row]); });
  }
  IdColumn operator()(const DecimalColumn&) const { refuse({}, "decimals"); }
  IdColumn operator()(const Timestamps&) const { refuse({}, "times"); }
  IdColumn operator()(const Days& column) const {
    return texts(column.days, [](std::int32_t day) { return to_string(Date{day}); });
  }
  IdColumn operator()(const Flags& column) const {
    return texts(column.flags, [](std::uint8_t flag) { return std::string(flag != 0 ? "true" : "false"); });
  }

 private:
  [[noreturn]] void refuse(std::optional<std::size_t> row, std::string value) const {
    throw InvalidInput({.who = who_,
                        .what = name_,
                        .where = row ? std::optional(static_cast<std::int64_t>(*row)) : std::nullopt,
                        .value = std::move(value),
                        .rule = "does not make groups: texts, whole numbers, dates and flags do"});
  }
  template <class There, class At>
  static IdColumn numbers(std::size_t rows, There there, At at) {
    std::vector<std::int64_t> values(rows);
    for (std::size_t row = 0; row < rows; ++row) values[row] = there(row) ? at(row) : 0;
    std::vector<std::uint32_t> codes(rows);
    Ids ids;
    ids.encode_numbers(values, there, codes.data());
    return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
  }
  template <class T, class Text>
  static IdColumn texts(const Column<T>& column, Text text) {
    std::vector<std::uint32_t> codes(column.size(), no_id);
    Ids ids;
    for (std::size_t row = 0; row < codes.size(); ++row)
      if (column.valid(row)) codes[row] = ids.encode(text(column[row]));
    return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
  }

  const char* who_;
  std::string name_;
};

/// Which group each row is in.
struct Grouping {
  IdColumn group;  // absent where all are in one

  std::uint32_t of(std::size_t row) const {  // the last group is that of rows that have none
    if (!group.present()) return 0;
    return std::min(group.codes()[row], static_cast<std::uint32_t>(group.ids()->size()));
  }
  /// Whether every row has a group: codes then are groups as they are.
  bool complete() const {
    if (!group.present()) return false;
    const std::uint32_t* const codes = group.codes().data();
    return !fealty::detail::AnyRow(group.size(), [codes](std::size_t row) { return codes[row] == no_id; });
  }
  std::size_t count() const { return group.present() ? group.ids()->size() + 1 : 1; }
};

/// The pairs of two columns' values, as texts.
inline IdColumn joined(const IdColumn& a, const IdColumn& b) {
  const std::uint64_t base = b.ids()->size() + 1;
  std::vector<std::int64_t> pairs(a.size());
  for (std::size_t row = 0; row < pairs.size(); ++row)
    pairs[row] = static_cast<std::int64_t>(std::min<std::uint64_t>(a.codes()[row], a.ids()->size()) * base +
                                           std::min<std::uint64_t>(b.codes()[row], b.ids()->size()));
  const auto all = [](std::size_t) { return true; };
  std::vector<std::uint32_t> codes(pairs.size());
  Ids numbers, texts;
  numbers.encode_numbers(pairs, all, codes.data());
  const auto text = [](const Ids& ids, std::uint64_t code) {
    return code == ids.size() ? std::string("null") : ids.text(static_cast<std::uint32_t>(code));
  };
  std::vector<std::uint32_t> code_of;  // of texts: different pairs may look alike
  for (std::uint32_t code = 0; code < numbers.size(); ++code) {
    const auto pair = static_cast<std::uint64_t>(numbers.number(code));
    code_of.push_back(texts.encode(text(*a.ids(), pair / base) + ", " + text(*b.ids(), pair % base)));
  }
  for (std::uint32_t& code : codes) code = code_of[code];
  return {std::move(codes), std::make_shared<const Ids>(std::move(texts))};
}

/// The groups that attributes make: those of one, or of several, whose values then are joined.
///
/// \param what  the option that names them
/// \throws InvalidInput  for a name that is no attribute's
inline Grouping grouping(const Frame& attributes, const std::vector<std::string>& by, const char* who,
                         const char* what) {
  std::vector<IdColumn> columns;
  for (const std::string& name : by) {
    const FrameColumn* const column = attributes.find(name);
    if (column == nullptr) {
      std::string names;
      for (std::size_t i = 0; i < attributes.size(); ++i) names += (i == 0 ? "" : ", ") + attributes.name(i);
      throw InvalidInput({.who = who,
                          .what = what,
                          .where = {},
                          .value = "\"" + name + "\"",
                          .rule = "is no attribute of the lives; there are " +
                                  (names.empty() ? std::string("none") : names)});
    }
    columns.push_back(std::visit(AttributeIds(who, name), *column));
  }
  if (columns.empty()) return {};
  IdColumn group = std::move(columns.front());
  for (std::size_t i = 1; i < columns.size(); ++i) group = joined(group, columns[i]);
  return {std::move(group)};
}

}  // namespace fealty::survival::detail
