// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

using fealty::detail::DoubleSum;

inline void write_texts(ByteWriter& to, const std::vector<std::string>& texts) {
  to.write(static_cast<std::uint64_t>(texts.size()));
  for (const std::string& text : texts) to.write_text(text);
}
inline std::vector<std::string> read_texts(ByteReader& from) {
  std::vector<std::string> texts;
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) texts.push_back(from.read_text());
  return texts;
}

inline void write_label(ByteWriter& to, const Label& label) {
  to.write(static_cast<std::uint8_t>(label.index()));
  if (const auto* number = std::get_if<std::int64_t>(&label)) to.write(*number);
  if (const auto* text = std::get_if<std::string>(&label)) to.write_text(*text);
}
inline Label read_label(ByteReader& from) {
  const auto kind = from.read<std::uint8_t>();
  if (kind > 2) from.refuse("has a label of an unknown kind");
  return kind == 0   ? Label(from.read<std::int64_t>())
         : kind == 1 ? Label(from.read_text())
                     : Label(std::monostate{});
}

inline void write_column(ByteWriter& to, const std::vector<std::int64_t>& column) {
  to.write_all(std::span<const std::int64_t>(column));
}
inline void write_column(ByteWriter& to, const std::vector<DoubleSum>& column) {
  to.write(static_cast<std::uint64_t>(column.size()));
  for (const DoubleSum& sum : column) {
    to.write(sum.high);
    to.write(sum.low);
  }
}
inline void read_column(ByteReader& from, std::vector<std::int64_t>& column, std::size_t rows) {
  column = from.read_all<std::int64_t>();
  if (column.size() != rows) from.refuse("has columns of different lengths");
  constexpr std::int64_t most = std::int64_t{1} << 48;  // so that tables can be added up
  if (std::any_of(column.begin(), column.end(), [](std::int64_t n) { return n < 0 || n > most; }))
    from.refuse("has a number of lives that is none");
}
inline void read_column(ByteReader& from, std::vector<DoubleSum>& column, std::size_t rows) {
  if (from.read<std::uint64_t>() != rows) from.refuse("has columns of different lengths");
  column.clear();
  for (std::size_t i = 0; i < rows; ++i) {
    const auto high = from.read<double>(), low = from.read<double>();
    if (!(high >= 0 && std::isfinite(high) && std::isfinite(low))) from.refuse("has a weight that is none");
    column.push_back({high, low});
  }
}

inline void write_cells(ByteWriter& to, const LifeCells& cells) {
  to.write_all(std::span<const double>(cells.age));
  each_life_column(cells, [&](const auto& column) { write_column(to, column); });
}
inline LifeCells read_cells(ByteReader& from, std::size_t kinds, bool weighted) {
  LifeCells cells;
  cells.age = from.read_all<double>();
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!(cells.age[i] >= 0 && std::isfinite(cells.age[i]) && (i == 0 || cells.age[i - 1] < cells.age[i])))
      from.refuse("has ages that are not ascending");
  cells.outcomes.resize(kinds);
  if (weighted) {
    cells.entered_weight.resize(cells.size());
    cells.weights.resize(kinds);
    cells.squares.resize(kinds);
  }
  each_life_column(cells, [&](auto& column) { read_column(from, column, cells.size()); });
  std::int64_t left = 0;  // backwards: who is at risk after an age cannot have been fewer than none
  for (std::size_t i = cells.size(); i-- > 0;) {
    left -= cells.entered[i];
    if (left < 0) from.refuse("has lives that entered and did not leave");
    for (const auto& column : cells.outcomes) left += column[i];
  }
  return cells;
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline std::vector<std::uint8_t> LifeTable::serialize() const {
  ByteWriter to("LifeTable", 1);
  detail::write_texts(to, by_);
  detail::write_texts(to, strata_);
  detail::write_texts(to, causes_);
  to.write(static_cast<std::uint8_t>(weight_kind_ ? 1 + static_cast<int>(*weight_kind_) : 0));
  to.write(static_cast<std::uint64_t>(groups_.size()));
  for (const auto& [label, cells] : groups_) {
    detail::write_label(to, label.first);
    detail::write_label(to, label.second);
    detail::write_cells(to, cells);
  }
  return to.take();
}

inline LifeTable LifeTable::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "LifeTable", 1);
  LifeTableOptions options;
  options.by = detail::read_texts(from);
  options.strata = detail::read_texts(from);
  LifeTable table(std::move(options));
  table.causes_ = detail::read_texts(from);
  if (table.causes_.size() > 250) from.refuse("has more than 250 causes");
  const auto kind = from.read<std::uint8_t>();
  if (kind > enum_names(WeightKind{}).size()) from.refuse("has weights of an unknown kind");
  if (kind > 0) table.weight_kind_ = static_cast<WeightKind>(kind - 1);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    const detail::Label group = detail::read_label(from), stratum = detail::read_label(from);
    auto cells = detail::read_cells(from, table.causes_.size() + 1, kind > 0);
    if (!table.groups_.emplace(std::pair(group, stratum), std::move(cells)).second)
      from.refuse("has a group twice");
  }
  from.finish();
  return table;
}

}  // namespace fealty::survival
