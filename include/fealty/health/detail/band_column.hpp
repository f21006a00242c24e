// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// An attribute whose values are few and have names: bands, colors.
inline IdColumn band_column(const char* who, const Frame& attributes, const std::string& name) {
  const auto refuse = [&](const char* rule) {
    return InvalidInput({.who = who, .what = "band", .where = {}, .value = "\"" + name + "\"", .rule = rule});
  };
  const FrameColumn* const found = attributes.find(name);
  if (found == nullptr) throw refuse("is no attribute of the snapshots");
  if (const auto* texts = std::get_if<IdColumn>(found)) return *texts;
  const auto* numbers = std::get_if<Column<std::int64_t>>(found);
  if (numbers == nullptr) throw refuse("is no column of texts or integers");
  Ids ids;
  std::vector<std::uint32_t> codes;
  for (std::size_t row = 0; row < numbers->size(); ++row)
    codes.push_back(numbers->valid(row) ? ids.encode((*numbers)[row]) : no_id);
  return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
}

/// Refuses an order of bands that says nothing.
inline void check_band_order(const char* who, const std::vector<std::string>& order) {
  const auto refuse = [&](std::string value, const char* rule) {
    return InvalidInput({.who = who, .what = "order", .where = {}, .value = std::move(value), .rule = rule});
  };
  if (order.size() < 2)
    throw refuse(fmt::format("\"{}\"", fmt::join(order, ", ")),
                 "is too short; it names all bands, the worst first");
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i].empty()) throw refuse("\"\"", "is no band");
    for (std::size_t j = 0; j < i; ++j)
      if (order[i] == order[j]) throw refuse("\"" + order[i] + "\"", "is there twice");
  }
}

}  // namespace fealty::health::detail
