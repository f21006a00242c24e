// SPDX-License-Identifier: MIT
#include "frames.hpp"

#include <fealty/core/arrow.hpp>
#include <fealty/core/date.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <pybind11/numpy.h>

#include "arrays.hpp"

namespace fealty::python {

namespace {

using Names = std::vector<std::string>;

template <class Struct>
Struct* pointer_of(const py::object& capsule, const char* name) {
  auto* const pointer = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (pointer == nullptr) throw py::error_already_set();
  return pointer;
}

constexpr const char* choose = "choose the reporting time zone and give dates of it";

/// Refuses timestamps with a time zone where days are wanted: which day it is depends on the zone.
void require_no_zone(std::string_view format, const WantedColumn& wanted, const std::string& who) {
  if (wanted.times == Times::days && format.starts_with("ts") && format.size() > 4)
    refuse({who, wanted.name}, {}, "", fmt::format("has the time zone {}; {}", format.substr(4), choose));
}
void require_no_zone(const ArrowSchema& schema, const std::vector<WantedColumn>& wanted,
                     const std::string& who) {
  for (std::int64_t i = 0; i < schema.n_children; ++i)
    for (const auto& each : wanted)
      if (schema.children[i]->name != nullptr && each.name == schema.children[i]->name)
        require_no_zone(schema.children[i]->format, each, who);
}

ReadColumns columns_of(const Frame& frame) {
  ReadColumns columns;
  for (std::size_t i = 0; i < frame.size(); ++i) columns.columns.emplace(frame.name(i), frame.column(i));
  return columns;
}

Names names_of(const std::vector<WantedColumn>& wanted) {
  Names names;
  for (const auto& each : wanted)
    if (std::find(names.begin(), names.end(), each.name) == names.end()) names.push_back(each.name);
  return names;
}

ReadColumns read_stream(const py::object& capsule, const std::vector<WantedColumn>& wanted,
                        const std::string& who) {
  auto* const stream = pointer_of<ArrowArrayStream>(capsule, "arrow_array_stream");
  const py::gil_scoped_release released;
  if (stream->release != nullptr) {
    arrow::detail::Owned<ArrowSchema> schema;
    if (stream->get_schema(stream, &schema.raw) == 0) require_no_zone(schema.raw, wanted, who);
  }
  return columns_of(arrow::import_frame(stream, names_of(wanted), who));
}

ReadColumns read_array(const py::tuple& capsules, const std::vector<WantedColumn>& wanted,
                       const std::string& who) {
  auto* const schema = pointer_of<ArrowSchema>(capsules[0], "arrow_schema");
  auto* const array = pointer_of<ArrowArray>(capsules[1], "arrow_array");
  const py::gil_scoped_release released;
  if (schema->release != nullptr) require_no_zone(*schema, wanted, who);
  return columns_of(arrow::import_frame(schema, array, names_of(wanted), who));
}

/// Refuses a pyarrow reader that was read here before: it would look like a table without rows.
void require_unread(const py::object& reader, const std::string& who) {
  static PyObject* const read =
      py::module_::import("weakref").attr("WeakSet")().release().ptr();  // lives as long as the process
  if (py::handle(read).contains(reader))
    refuse({who, "table"}, {}, "", "is a reader that was given before; make a table of it first: read_all()");
  py::handle(read).attr("add")(reader);
}

/// A type of a package, null when the package has not been imported: then nothing is of that type.
py::object type_of(const char* package, const char* name) {
  const py::dict modules = py::module_::import("sys").attr("modules");
  if (!modules.contains(package) || !py::hasattr(modules[package], name)) return {};
  return modules[package].attr(name);
}
bool is_a(py::handle object, const char* package, const char* name) {
  const py::object type = type_of(package, name);
  return type && py::isinstance(object, type);
}

/// One Arrow array, or a stream of them, as a column: each of them is a batch of one column.
class ArrowColumn {
 public:
  ArrowColumn(const WantedColumn& wanted, const std::string& who) : wanted_(wanted), who_(who) {}

  FrameColumn read(const py::object& value) {
    if (py::hasattr(value, "__arrow_c_stream__")) {
      const py::object capsule = value.attr("__arrow_c_stream__")();
      Owned<ArrowArrayStream> stream(pointer_of<ArrowArrayStream>(capsule, "arrow_array_stream"));
      const py::gil_scoped_release released;
      if (stream.raw.release == nullptr) arrow::detail::refuse_all(who_, "the Arrow stream was read already");
      arrow::detail::require_success(stream.raw.get_schema(&stream.raw, &schema_.raw), stream.raw, who_);
      while (add_next(stream.raw)) continue;
      return column();
    }
    const py::tuple capsules = value.attr("__arrow_c_array__")();
    const Owned<ArrowSchema> schema(pointer_of<ArrowSchema>(capsules[0], "arrow_schema"));
    std::swap(schema_.raw, const_cast<ArrowSchema&>(schema.raw));
    add(*pointer_of<ArrowArray>(capsules[1], "arrow_array"));
    return column();
  }

 private:
  template <class Struct>
  using Owned = arrow::detail::Owned<Struct>;

  bool add_next(ArrowArrayStream& stream) {
    ArrowArray next{};
    arrow::detail::require_success(stream.get_next(&stream, &next), stream, who_);
    if (next.release == nullptr) return false;
    add(next);
    return true;
  }
  void add(ArrowArray& column) {
    auto memory = std::make_unique<arrow::detail::ArrayMemory>(1);
    ArrowArray batch{};
    batch.length = column.length;
    batch.n_buffers = 1;
    batch.buffers = memory->buffers.data();
    memory->children.nodes[0] = column;
    column.release = nullptr;  // moved
    arrow::detail::hand_over(std::move(memory), &batch);
    rows_ += static_cast<std::size_t>(batch.length);
    batches_.push_back(std::make_shared<const Owned<ArrowArray>>(&batch));
  }
  FrameColumn column() const {
    require_no_zone(schema_.raw.format, wanted_, who_);
    return arrow::detail::read_column({who_, wanted_.name, &schema_.raw, 0, batches_, rows_});
  }

  const WantedColumn& wanted_;
  const std::string& who_;
  Owned<ArrowSchema> schema_;
  std::vector<arrow::detail::Batch> batches_;
  std::size_t rows_ = 0;
};

/// Codes of categories as codes of the texts that occur.
FrameColumn decode(const IdColumn& categories, const py::array_t<std::int64_t>& codes) {
  Ids ids;
  std::vector<std::uint32_t> code_of(categories.size(), no_id),
      rows(static_cast<std::size_t>(codes.size()), no_id);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::int64_t category = codes.data()[row];
    if (category < 0) continue;
    std::uint32_t& code = code_of[static_cast<std::size_t>(category)];
    if (code == no_id)
      code = ids.encode(categories.ids()->view(categories.codes()[static_cast<std::size_t>(category)]));
    rows[row] = code;
  }
  return IdColumn(std::move(rows), std::make_shared<const Ids>(std::move(ids)));
}

FrameColumn pandas_column(py::object series, const WantedColumn& wanted, const std::string& who,
                          Alive& alive) {
  const Place place{who, wanted.name};
  const py::object dtype = series.attr("dtype");
  const auto numpy = [&](const py::object& array) {
    return array_column(array, place, alive, {.nan_is_null = true, .times = wanted.times});
  };
  if (is_a(dtype, "numpy", "dtype")) return numpy(series.attr("to_numpy")());
  if (is_a(dtype, "pandas", "DatetimeTZDtype")) {
    if (wanted.times == Times::days)
      refuse(place, {}, "",
             fmt::format("has the time zone {}; {}", py::str(dtype.attr("tz")).cast<std::string>(), choose));
    FrameColumn utc = numpy(series.attr("dt").attr("tz_convert")(py::none()).attr("to_numpy")());
    if (auto* times = std::get_if<Timestamps>(&utc)) times->has_zone = true;  // NumPy's have none
    return utc;
  }
  if (is_a(dtype, "pandas", "CategoricalDtype")) {
    const py::object categories = series.attr("cat").attr("categories");
    const FrameColumn entries = pandas_column(categories.attr("to_series")(), wanted, who, alive);
    if (const auto* texts = std::get_if<IdColumn>(&entries))
      return decode(*texts, series.attr("cat").attr("codes").attr("to_numpy")("int64"));
    return numpy(series.attr("to_numpy")("object"));
  }
  const bool in_arrow = is_a(dtype, "pandas", "ArrowDtype") ||
                        (is_a(dtype, "pandas", "StringDtype") &&
                         py::str(dtype.attr("storage")).cast<std::string>() == "pyarrow");
  if (in_arrow)
    return read_stream(series.attr("to_frame")(wanted.name).attr("__arrow_c_stream__")(), {wanted}, who)
        .columns.at(wanted.name);
  return numpy(series.attr("to_numpy")("object"));
}

FrameColumn column_of(const py::object& value, const WantedColumn& wanted, const std::string& who,
                      Alive& alive) {
  const Place place{who, wanted.name};
  if (is_a(value, "pandas", "Series")) return pandas_column(value, wanted, who, alive);
  if (is_a(value, "pandas", "Index")) return pandas_column(value.attr("to_series")(), wanted, who, alive);
  if (is_a(value, "pandas.api.extensions", "ExtensionArray"))
    return pandas_column(type_of("pandas", "Series")(value), wanted, who, alive);
  if (py::hasattr(value, "__arrow_c_stream__") || py::hasattr(value, "__arrow_c_array__"))
    return ArrowColumn(wanted, who).read(value);
  if (is_a(value, "numpy.ma", "MaskedArray"))
    refuse(place, {}, "a masked array", "would lose its mask; fill it, or give a list with None");
  if (py::hasattr(value, "__array__"))
    return array_column(py::module_::import("numpy").attr("asarray")(value), place, alive,
                        {.nan_is_null = false, .times = wanted.times});
  const bool unordered = py::isinstance<py::anyset>(value) || py::isinstance<py::dict>(value);
  if (unordered || py::isinstance<py::str>(value) || !py::hasattr(value, "__iter__"))
    refuse(place, {}, py::repr(value).cast<std::string>(), "is neither an array nor a list");
  return sequence_column(value, place, {.nan_is_null = false, .times = wanted.times});
}

/// The columns of whatever is indexed by their names.
template <class Read>
ReadColumns read_named(const py::object& names, const std::vector<WantedColumn>& wanted,
                       const std::string& who, Read read) {
  std::string all;
  std::map<std::string, int> count;
  for (const auto name : names) {
    const auto text = py::str(name).cast<std::string>();
    all += (all.empty() ? "" : ", ") + text;
    ++count[text];
  }
  ReadColumns found;
  for (const auto& each : wanted) {
    const std::string quoted = "\"" + each.name + "\"";
    if (count[each.name] == 0)
      refuse({who, "column"}, {}, quoted, "is not there; the columns are " + (all.empty() ? "none" : all));
    if (count[each.name] > 1) refuse({who, "column"}, {}, quoted, "is there more than once");
    if (!found.columns.contains(each.name)) found.columns.emplace(each.name, read(each, found.alive));
  }
  return found;
}

}  // namespace

ReadColumns read_columns(py::handle given, const std::vector<WantedColumn>& wanted, const std::string& who) {
  const auto table = py::reinterpret_borrow<py::object>(given);
  if (is_a(table, "pandas", "DataFrame"))
    return read_named(table.attr("columns"), wanted, who, [&](const WantedColumn& each, Alive& alive) {
      return pandas_column(table[py::str(each.name)], each, who, alive);
    });
  const bool is_stream = py::hasattr(table, "__arrow_c_stream__"),
             is_array = py::hasattr(table, "__arrow_c_array__");
  if (is_stream || is_array) {
    if (wanted.empty()) return {};
    if (is_a(table, "pyarrow", "RecordBatchReader")) require_unread(table, who);
    return is_stream ? read_stream(table.attr("__arrow_c_stream__")(), wanted, who)
                     : read_array(table.attr("__arrow_c_array__")(), wanted, who);
  }
  const bool records = py::isinstance<py::array>(table) && !table.attr("dtype").attr("names").is_none();
  if (!records && !py::isinstance(table, py::module_::import("collections.abc").attr("Mapping")))
    raise_type_error({who, "table"}, py::type::of(table),
                     "is no table: give a dataframe (pandas, polars, pyarrow, DuckDB, any Arrow stream) or a "
                     "dict of arrays");
  return read_named(records ? py::object(table.attr("dtype").attr("names")) : table.attr("keys")(), wanted,
                    who, [&](const WantedColumn& each, Alive& alive) {
                      return column_of(table[py::str(each.name)], each, who, alive);
                    });
}

}  // namespace fealty::python
