// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
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

/// The same of every column of a frame.
inline Frame select_rows(const Frame& frame, const std::vector<std::uint32_t>& rows) {
  struct Select {
    const std::vector<std::uint32_t>& rows;
    FrameColumn operator()(const Column<std::int64_t>& column) const { return select_rows(column, rows); }
    FrameColumn operator()(const Column<double>& column) const { return select_rows(column, rows); }
    FrameColumn operator()(const DecimalColumn& column) const {
      return DecimalColumn{select_rows(column.unscaled, rows), column.scale};
    }
    FrameColumn operator()(const Days& column) const { return Days{select_rows(column.days, rows)}; }
    FrameColumn operator()(const Timestamps& column) const {
      return Timestamps{select_rows(column.micros, rows)};
    }
    FrameColumn operator()(const Flags& column) const { return Flags{select_rows(column.flags, rows)}; }
    FrameColumn operator()(const IdColumn& column) const { return select_rows(column, rows); }
  };
  Frame selected;
  for (std::size_t i = 0; i < frame.size(); ++i)
    selected.add(frame.name(i), std::visit(Select{rows}, frame.column(i)));
  return selected;
}

}  // namespace fealty::detail
