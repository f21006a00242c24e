// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/life_cells.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// What a group of a state is called: nothing where accounts have none, or all are together. Nothing comes
/// last.
using GroupLabel = survival::detail::Label;

inline GroupLabel group_label(const IdColumn& group, std::size_t row) {
  if (!group.present() || group.codes()[row] == no_id) return std::monostate{};
  const std::uint32_t code = group.codes()[row];
  return group.ids()->is_text() ? GroupLabel(group.ids()->text(code)) : GroupLabel(group.ids()->number(code));
}

/// The labels of groups that are in their order.
template <class Tally>
IdColumn label_column(const std::map<GroupLabel, Tally>& groups) {
  Ids ids;
  std::vector<std::uint32_t> codes;
  for (const auto& [label, tally] : groups) {
    if (const auto* number = std::get_if<std::int64_t>(&label)) codes.push_back(ids.encode(*number));
    else if (const auto* text = std::get_if<std::string>(&label)) codes.push_back(ids.encode(*text));
    else codes.push_back(no_id);
  }
  return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
}

/// Whether groups are integers in one and texts in the other, which have no order.
template <class Tally>
bool mixed_labels(const std::map<GroupLabel, Tally>& groups, const std::map<GroupLabel, Tally>& others) {
  bool seen[3] = {};
  for (const auto* each : {&groups, &others})
    for (const auto& [label, tally] : *each) seen[label.index()] = true;
  return seen[0] && seen[1];
}
template <class Tally>
void check_labels(const char* who, const std::map<GroupLabel, Tally>& groups,
                  const std::map<GroupLabel, Tally>& others) {
  if (mixed_labels(groups, others))
    throw InvalidInput({.who = who,
                        .what = "by",
                        .where = {},
                        .value = "",
                        .rule = "makes groups that are integers here and texts there"});
}

/// Parts of a table have last days of their own: their sums would be of different days.
inline void require_as_of(const char* who, const std::optional<Date>& as_of) {
  if (!as_of)
    throw InvalidInput({.who = who,
                        .what = "as_of",
                        .where = {},
                        .value = "",
                        .rule = "is missing; parts of a table need the same day"});
}

template <class T>
void write_option(ByteWriter& to, const std::optional<T>& value) {
  to.write(static_cast<std::uint8_t>(value ? 1 : 0));
  if (value) to.write(*value);
}
template <class T>
std::optional<T> read_option(ByteReader& from) {
  const auto there = from.read<std::uint8_t>();
  if (there > 1) from.refuse("has an option that is none");
  return there == 1 ? std::optional(from.read<T>()) : std::nullopt;
}
inline std::optional<std::int32_t> days_of(const std::optional<Date>& date) {
  return date ? std::optional(date->days) : std::nullopt;
}
inline std::optional<Date> read_date(ByteReader& from) {
  const auto days = read_option<std::int32_t>(from);
  if (!days) return {};
  if (*days < min_day || *days > max_day) from.refuse("has a day that is none");
  return Date{*days};
}
inline std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : "none"; }
inline std::string text_of(const std::optional<std::int32_t>& days) {
  return days ? fmt::format("{}", *days) : "none";
}

}  // namespace fealty::health::detail
