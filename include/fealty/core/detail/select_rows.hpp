// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::detail {

/// The rows of a column that are listed, with memory of their own.
template <class T>
Column<T> select_rows(const Column<T>& column, const std::vector<std::uint32_t>& rows) {
  if (!column.present()) return column;
  struct Memory {
    std::vector<T> values;
    std::vector<std::uint8_t> validity;
  };
  auto memory = std::make_shared<Memory>();
  memory->values.reserve(rows.size());
  for (const auto row : rows) memory->values.push_back(column[row]);
  if (column.may_have_nulls()) {
    memory->validity.resize((rows.size() + 7) / 8);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (column.valid(rows[i])) memory->validity[i / 8] |= static_cast<std::uint8_t>(1U << (i % 8));
  }
  const std::uint8_t* const validity = column.may_have_nulls() ? memory->validity.data() : nullptr;
  return Column<T>(std::span<const T>(memory->values), validity, 0, memory).named(column.name());
}
inline IdColumn select_rows(const IdColumn& column, const std::vector<std::uint32_t>& rows) {
  if (!column.present()) return column;
  std::vector<std::uint32_t> codes;
  codes.reserve(rows.size());
  for (const auto row : rows) codes.push_back(column.codes()[row]);
  return IdColumn(std::move(codes), column.ids()).named(column.name());
}

/// All rows of a column, with memory of their own.
template <class T>
Column<T> copied(const Column<T>& column) {
  if (!column.may_have_nulls()) return column.kept();
  std::vector<std::uint32_t> rows(column.size());
  std::iota(rows.begin(), rows.end(), 0U);
  return select_rows(column, rows);
}
inline IdColumn copied(const IdColumn& column) { return column; }  // shares its memory

/// The rows of a frame's column that are listed, or all.
struct SelectRows {
  const std::vector<std::uint32_t>* listed;  // null for all

  template <class T>
  FrameColumn operator()(const Column<T>& column) const {
    return select(column);
  }
  FrameColumn operator()(const IdColumn& column) const { return select(column); }
  FrameColumn operator()(const DecimalColumn& column) const {
    return DecimalColumn{select(column.unscaled), column.scale};
  }
  FrameColumn operator()(const Days& column) const { return Days{select(column.days)}; }
  FrameColumn operator()(const Timestamps& column) const {
    return Timestamps{select(column.micros), column.has_zone};
  }
  FrameColumn operator()(const Flags& column) const { return Flags{select(column.flags)}; }

 private:
  template <class Any>
  Any select(const Any& column) const {
    return listed == nullptr ? copied(column) : select_rows(column, *listed);
  }
};
/// The same of every column of a frame.
inline Frame select_rows(const Frame& frame, const std::vector<std::uint32_t>* listed) {
  Frame selected;
  for (std::size_t i = 0; i < frame.size(); ++i)
    selected.add(frame.name(i), std::visit(SelectRows{listed}, frame.column(i)));
  return selected;
}

}  // namespace fealty::detail
