// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/ids.hpp>

#include <cstdint>

namespace fealty::revenue::detail {

inline void write_ids(ByteWriter& writer, const Ids& ids) {
  writer.write(static_cast<std::uint8_t>(ids.is_text()));
  writer.write(static_cast<std::uint64_t>(ids.size()));
  for (std::uint32_t code = 0; code < ids.size(); ++code)
    ids.is_text() ? writer.write_text(ids.view(code)) : writer.write(ids.number(code));
}

/// \param what  "an account id", for bytes that have one twice
inline Ids read_ids(ByteReader& reader, const char* what) {
  Ids ids;
  const bool text = reader.read<std::uint8_t>() != 0;
  const auto count = reader.read<std::uint64_t>();
  for (std::uint64_t code = 0; code < count; ++code)
    if ((text ? ids.encode(reader.read_text()) : ids.encode(reader.read<std::int64_t>())) != code)
      reader.refuse(fmt::format("repeats {}", what));
  return ids;
}

}  // namespace fealty::revenue::detail
