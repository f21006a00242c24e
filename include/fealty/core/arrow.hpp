// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/arrow_abi.hpp>
#include <fealty/core/detail/arrow_export.hpp>
#include <fealty/core/detail/arrow_import.hpp>
#include <fealty/core/detail/arrow_stream.hpp>
#include <fealty/core/frame.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Tables in and out by the Arrow C Data and C Stream Interfaces.
namespace fealty::arrow {

/// Reads the table of an Arrow stream as a frame.
///
/// What becomes what:
/// - integers of any width: integers; an unsigned one above 2^63 - 1 is an error
/// - float32, float64: real numbers
/// - decimal32, decimal64, decimal128 with a scale of 0 to 18: fixed-point amounts; one beyond 64 bits is an
///   error
/// - date32, date64: days; a part of a day is cut off
/// - timestamps: microseconds, of UTC where they have a time zone; nanoseconds are rounded down
/// - booleans: flags
/// - utf8, large_utf8, utf8_view: ids, coded in the order of the rows
/// - dictionaries of any of these: the same, decoded
/// - null: real numbers, none of which is there
///
/// A column that one batch holds in the frame's own layout is looked at in place (int64, float64, decimal64,
/// date32, timestamp in microseconds); the frame then keeps the batch. Other columns are copied.
///
/// \param stream  is taken over: released here or with the frame, on failure too
/// \param wanted  names of the columns to read; all when empty. Others may have any format
/// \param who     whose table it is, for messages
/// \returns  the wanted columns in the stream's order, each under its name
/// \throws InvalidInput  when the stream fails or was read already, a wanted column is not there, there more
///                       than once or of another format, or a value does not fit; names column and row
/// \see Apache Arrow, The Arrow C data interface; The Arrow C stream interface
inline Frame import_frame(ArrowArrayStream* stream, std::span<const std::string> wanted,
                          std::string_view who) {
  detail::Owned<ArrowArrayStream> owned(stream);
  if (owned.raw.release == nullptr) detail::refuse_all(who, "the Arrow stream was read already");
  detail::Owned<ArrowSchema> schema;
  detail::require_success(owned.raw.get_schema(&owned.raw, &schema.raw), owned.raw, who);
  detail::require_table(schema.raw, who);
  const auto batches = detail::read_batches(owned.raw, schema.raw, who);
  return detail::read_frame(schema.raw, batches, wanted, who);
}

/// Reads a table that is one Arrow array, which is taken over with its schema, as a frame.
inline Frame import_frame(ArrowSchema* schema, ArrowArray* array, std::span<const std::string> wanted,
                          std::string_view who) {
  const detail::Owned<ArrowSchema> owned(schema);
  const auto batch = std::make_shared<const detail::Owned<ArrowArray>>(array);
  if (batch->raw.release == nullptr) detail::refuse_all(who, "the Arrow array was read already");
  detail::require_table(owned.raw, who);
  detail::require_batch(batch->raw, owned.raw, who);
  std::vector<detail::Batch> batches;
  if (batch->raw.length > 0) batches.push_back(batch);
  return detail::read_frame(owned.raw, batches, wanted, who);
}

/// Writes the types of a frame's columns: int64, float64, decimal128 of 38 digits, date32, timestamp of UTC
/// in microseconds, boolean, utf8 (large_utf8 where the texts may take 2 GiB); ids that are integers are
/// int64.
inline void export_schema(const Frame& frame, ArrowSchema* out) { detail::write_schema(frame, out); }

/// Writes a frame as one Arrow array, which keeps the frame's memory alive. NaN and `open` become null.
///
/// Integers, real numbers, days and timestamps stay where they are; what the frame only looks at must
/// outlive the array.
inline void export_array(const Frame& frame, ArrowArray* out) { detail::write_array(frame, out); }

/// Writes a frame as an Arrow stream of one batch, as `export_schema` and `export_array` say.
inline void export_frame(Frame frame, ArrowArrayStream* out) { detail::write_stream(std::move(frame), out); }

}  // namespace fealty::arrow
