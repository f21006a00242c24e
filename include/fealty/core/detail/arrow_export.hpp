// SPDX-License-Identifier: MIT
// From a frame to Arrow.
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/arrow_abi.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::arrow::detail {

/// The columns of an exported table, each of which the consumer may move away.
template <class Struct>
struct Children {
  std::vector<Struct> nodes;
  std::vector<Struct*> pointers;

  explicit Children(std::size_t n) : nodes(n) {
    for (Struct& node : nodes) pointers.push_back(&node);
  }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;
  ~Children() {
    for (Struct& node : nodes)
      if (node.release != nullptr) node.release(&node);
  }
};

struct SchemaMemory {
  std::string format, name;
  Children<ArrowSchema> children;

  SchemaMemory(std::string is, std::string called, std::size_t n_children)
      : format(std::move(is)), name(std::move(called)), children(n_children) {}
};

struct ArrayMemory {
  std::array<const void*, 3> buffers{};
  Children<ArrowArray> children;
  std::vector<std::shared_ptr<const void>> kept;

  explicit ArrayMemory(std::size_t n_children) : children(n_children) {}

  /// Keeps something alive for as long as the array.
  template <class T>
  const T& keep(T value) {
    const auto owner = std::make_shared<const T>(std::move(value));
    kept.push_back(owner);
    return *owner;
  }
};

/// Hands the memory to the struct, whose release ends it.
template <class Memory, class Struct>
void hand_over(std::unique_ptr<Memory> memory, Struct* out) {
  out->n_children = static_cast<std::int64_t>(memory->children.nodes.size());
  out->children = memory->children.pointers.data();
  out->private_data = memory.release();
  out->release = [](Struct* exported) noexcept {
    delete static_cast<Memory*>(exported->private_data);
    exported->release = nullptr;
  };
}

/// Whether the texts of a column may need more than 2 GiB: a bound that costs no pass over the rows.
inline bool is_large(const IdColumn& column) {
  std::size_t longest = 0;
  for (std::uint32_t code = 0; code < column.ids()->size(); ++code)
    longest = std::max(longest, column.ids()->view(code).size());
  return longest * column.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
}

struct FormatOf {
  std::string operator()(const Column<std::int64_t>&) const { return "l"; }
  std::string operator()(const Column<double>&) const { return "g"; }
  std::string operator()(const DecimalColumn& column) const { return fmt::format("d:38,{}", column.scale); }
  std::string operator()(const Days&) const { return "tdD"; }
  std::string operator()(const Timestamps&) const { return "tsu:UTC"; }
  std::string operator()(const Flags&) const { return "b"; }
  std::string operator()(const IdColumn& column) const {
    if (!column.present() || !column.ids()->is_text()) return "l";
    return is_large(column) ? "U" : "u";
  }
};

inline void write_schema(const Frame& frame, ArrowSchema* out) {
  const auto write = [](std::string format, std::string name, std::int64_t flags, std::size_t n_children) {
    ArrowSchema schema{};
    auto memory = std::make_unique<SchemaMemory>(std::move(format), std::move(name), n_children);
    schema.format = memory->format.c_str();
    schema.name = memory->name.c_str();
    schema.flags = flags;
    hand_over(std::move(memory), &schema);
    return schema;
  };
  ArrowSchema table = write("+s", "", 0, frame.size());
  try {
    for (std::size_t i = 0; i < frame.size(); ++i)
      *table.children[i] =
          write(std::visit(FormatOf{}, frame.column(i)), frame.name(i), ARROW_FLAG_NULLABLE, 0);
  } catch (...) {
    table.release(&table);
    throw;
  }
  *out = table;
}

/// Fills an array with one column.
class ColumnWriter {
 public:
  ColumnWriter(ArrowArray& out, ArrayMemory& memory) : out_(out), memory_(memory) {}

  void operator()(const Column<std::int64_t>& column) { write_as_is(column); }
  void operator()(const Column<double>& column) {  // a missing number is a NaN here and null there
    write_as_is(column, [](double value) { return !std::isnan(value); });
  }
  void operator()(const Days& column) {  // and so is an end that is open
    write_as_is(column.days, [](std::int32_t day) { return day != open; });
  }
  void operator()(const Timestamps& column) { write_as_is(column.micros); }
  void operator()(const DecimalColumn& column) {
    const auto values = column.unscaled.values();
    set_validity(values.size(), [&](std::size_t i) { return column.unscaled.valid(i); });
    set_buffer(1, memory_.keep(std::vector<fealty::detail::int128>(values.begin(), values.end())));
  }
  void operator()(const Flags& column) {
    const auto flags = column.flags.values();
    set_validity(flags.size(), [&](std::size_t i) { return column.flags.valid(i); });
    set_buffer(1, memory_.keep(pack(flags.size(), [&](std::size_t i) { return flags[i] != 0; })));
  }
  void operator()(const IdColumn& column) {
    const auto codes = column.codes();
    set_validity(codes.size(), [&](std::size_t i) { return codes[i] != no_id; });
    if (!column.present() || !column.ids()->is_text()) write_numbers(column);
    else if (is_large(column)) write_texts<std::int64_t>(column);
    else write_texts<std::int32_t>(column);
  }

 private:
  template <class At>
  static std::vector<std::uint8_t> pack(std::size_t n, At at) {
    std::vector<std::uint8_t> bits(n / 8 + 1);
    for (std::size_t i = 0; i < n; ++i)
      if (at(i)) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << (i % 8));
    return bits;
  }
  template <class Values>
  void set_buffer(std::size_t index, const Values& values) {
    out_.n_buffers = std::max(out_.n_buffers, static_cast<std::int64_t>(index + 1));
    if (!values.empty()) memory_.buffers[index] = values.data();
  }
  template <class There>
  void set_validity(std::size_t n, There there) {
    out_.length = static_cast<std::int64_t>(n);
    for (std::size_t i = 0; i < n; ++i)
      if (!there(i)) ++out_.null_count;
    if (out_.null_count != 0) set_buffer(0, memory_.keep(pack(n, there)));
  }
  /// The column's own memory; a value that does not count is null.
  template <class T, class Counts>
  void write_as_is(const Column<T>& column, Counts counts) {
    set_validity(column.size(), [&](std::size_t i) { return column.valid(i) && counts(column[i]); });
    set_buffer(1, memory_.keep(column).values());
  }
  template <class T>
  void write_as_is(const Column<T>& column) {
    write_as_is(column, [](const T&) { return true; });
  }
  void write_numbers(const IdColumn& column) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(column.size());
    for (const std::uint32_t code : column.codes())
      numbers.push_back(code == no_id ? 0 : column.ids()->number(code));
    set_buffer(1, memory_.keep(std::move(numbers)));
  }
  template <class Offset>
  void write_texts(const IdColumn& column) {
    const Ids& ids = *column.ids();
    std::vector<Offset> ends{0};
    ends.reserve(column.size() + 1);
    for (const std::uint32_t code : column.codes())
      ends.push_back(ends.back() + (code == no_id ? 0 : static_cast<Offset>(ids.view(code).size())));
    std::vector<char> text;
    text.reserve(static_cast<std::size_t>(ends.back()));
    for (const std::uint32_t code : column.codes())
      if (code != no_id) text.insert(text.end(), ids.view(code).begin(), ids.view(code).end());
    set_buffer(1, memory_.keep(std::move(ends)));
    set_buffer(2, memory_.keep(std::move(text)));
  }

  ArrowArray& out_;
  ArrayMemory& memory_;
};

inline void write_array(const Frame& frame, ArrowArray* out) {
  auto memory = std::make_unique<ArrayMemory>(frame.size());
  for (std::size_t i = 0; i < frame.size(); ++i) {
    auto column_memory = std::make_unique<ArrayMemory>(0);
    ArrowArray column{};
    std::visit(ColumnWriter(column, *column_memory), frame.column(i));
    column.buffers = column_memory->buffers.data();
    hand_over(std::move(column_memory), &column);
    memory->children.nodes[i] = column;
  }
  ArrowArray table{};
  table.length = static_cast<std::int64_t>(frame.rows());
  table.n_buffers = 1;
  table.buffers = memory->buffers.data();
  hand_over(std::move(memory), &table);
  *out = table;
}

}  // namespace fealty::arrow::detail
