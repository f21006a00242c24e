// SPDX-License-Identifier: MIT
// From an Arrow stream to a frame.
#pragma once

#include <fealty/core/detail/arrow_texts.hpp>
#include <fealty/core/detail/arrow_values.hpp>
#include <fealty/core/frame.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::arrow::detail {

inline FrameColumn read_column(const Source& source) {
  const bool nested =
      source.schema->dictionary != nullptr && source.schema->dictionary->dictionary != nullptr;
  const std::string_view format = nested ? "of a dictionary of dictionaries" : source.format();
  FrameColumn integers;
  const auto read = [&](auto type) { integers = read_integers<decltype(type)>(source); };
  if (with_integer(format, read)) return integers;
  if (format == "g") return read_values<double, double>(source, Same{});
  if (format == "f")
    return read_values<double, float>(source, [](float value, std::size_t) { return double{value}; });
  if (format == "b")
    return Flags{read_values<std::uint8_t, Bit>(source, [](Bit bit, std::size_t) { return bit.value; })};
  if (format == "n") return read_nulls(source);
  if (format == "u") return read_texts<Texts<std::int32_t>>(source);
  if (format == "U") return read_texts<Texts<std::int64_t>>(source);
  if (format == "vu") return read_texts<TextViews>(source);
  if (format == "tdD") return Days{read_values<std::int32_t, std::int32_t>(source, Same{})};
  if (format == "tdm") return read_milli_days(source);
  if (format.starts_with("ts")) return read_timestamps(source);
  if (format.starts_with("d:")) return read_decimals(source);
  source.refuse(
      {}, fmt::format("format {}", format),
      "cannot be read: integers, real numbers, decimals, dates, timestamps, booleans and texts can");
}

/// The name of a column; a null one is empty.
inline std::string name_of(const ArrowSchema& column) { return column.name == nullptr ? "" : column.name; }

/// Which columns of a table are wanted, in the table's order; all when none is named.
inline std::vector<std::size_t> choose(const ArrowSchema& table, std::span<const std::string> wanted,
                                       std::string_view who) {
  const auto refuse = [&](const std::string& name, std::string rule) {
    throw InvalidInput({.who = std::string(who),
                        .what = "column",
                        .where = {},
                        .value = fmt::format("\"{}\"", name),
                        .rule = std::move(rule)});
  };
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < table.n_children; ++i) names.push_back(name_of(*table.children[i]));
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  for (const std::string& name : wanted)
    if (std::find(names.begin(), names.end(), name) == names.end())
      refuse(name, "is not there; the columns are " + (names.empty() ? "none" : all));
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), names[i]) == wanted.end()) continue;
    if (std::count(names.begin(), names.end(), names[i]) > 1) refuse(names[i], "is there more than once");
    chosen.push_back(i);
  }
  return chosen;
}

[[noreturn]] inline void refuse_all(std::string_view who, std::string rule) {
  throw InvalidInput(
      {.who = std::string(who), .what = "", .where = {}, .value = "", .rule = std::move(rule)});
}

inline void require_success(int status, ArrowArrayStream& stream, std::string_view who) {
  if (status == 0) return;
  const char* const reason = stream.get_last_error(&stream);
  refuse_all(who, "the Arrow stream failed: " +
                      (reason == nullptr ? fmt::format("error {}", status) : std::string(reason)));
}

inline void require_table(const ArrowSchema& schema, std::string_view who) {
  if (schema.release == nullptr || schema.format == nullptr || std::string_view(schema.format) != "+s" ||
      (schema.n_children > 0 && schema.children == nullptr))
    refuse_all(who, "the Arrow data is not a table");
}

inline void require_batch(const ArrowArray& batch, const ArrowSchema& schema, std::string_view who) {
  if (batch.n_children != schema.n_children || batch.length < 0 || batch.offset < 0 ||
      (batch.n_children > 0 && batch.children == nullptr))
    refuse_all(who, "the Arrow data has a batch that does not fit its schema");
}

/// The frame of a table's batches, none of which is empty.
inline Frame read_frame(const ArrowSchema& schema, const std::vector<Batch>& batches,
                        std::span<const std::string> wanted, std::string_view who) {
  std::size_t rows = 0;
  for (const Batch& batch : batches) rows += static_cast<std::size_t>(batch->raw.length);
  Frame frame;
  for (const std::size_t index : choose(schema, wanted, who)) {
    const ArrowSchema& column = *schema.children[index];
    frame.add(name_of(column), read_column({who, name_of(column), &column, index, batches, rows}));
  }
  return frame;
}

/// The batches of a stream that have rows.
inline std::vector<Batch> read_batches(ArrowArrayStream& stream, const ArrowSchema& schema,
                                       std::string_view who) {
  std::vector<Batch> batches;
  while (true) {
    const auto batch = std::make_shared<Owned<ArrowArray>>();
    require_success(stream.get_next(&stream, &batch->raw), stream, who);
    if (batch->raw.release == nullptr) return batches;
    require_batch(batch->raw, schema, who);
    if (batch->raw.length > 0) batches.push_back(batch);
  }
}

}  // namespace fealty::arrow::detail
