// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace fealty::revenue::detail {

/// A span as cells of its block's matrix: it adds its amount from one cell on, to the one where it ends,
/// both in its account's lane. A cell is period * lanes + lane.
class WideRecord {
 public:
  WideRecord(std::uint32_t first, std::uint32_t last, std::int64_t amount)
      : amount_(amount), first_(first), last_(last) {}
  std::int64_t amount() const { return amount_; }
  std::size_t first() const { return first_; }
  std::size_t last() const { return last_; }

 private:
  std::int64_t amount_;
  std::uint32_t first_, last_;
};
/// The same in 8 bytes, where amounts fit 32 bits and cells 16; one word, so that it is one store.
class NarrowRecord {
 public:
  NarrowRecord(std::uint32_t first, std::uint32_t last, std::int64_t amount)
      : bits_(static_cast<std::uint64_t>(amount) << 32 | last << 16 | first) {}
  std::int64_t amount() const { return static_cast<std::int64_t>(bits_) >> 32; }
  std::size_t first() const { return bits_ & 0xffff; }
  std::size_t last() const { return bits_ >> 16 & 0xffff; }

 private:
  std::uint64_t bits_;
};

/// The days of a record, counted from the first of the ledger; those after as_of are one.
struct RecordDays {
  std::uint16_t start, end;
};

}  // namespace fealty::revenue::detail
