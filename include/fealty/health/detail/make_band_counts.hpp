// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/band_counts.hpp>
#include <fealty/health/detail/band_column.hpp>
#include <fealty/health/detail/band_trend.hpp>
#include <fealty/health/detail/state_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

inline void BandCounts::update(const Examples& examples) {
  const detail::ExampleData& data = examples.data();
  const IdColumn bands = detail::band_column("BandCounts", data.attributes, band_, "examples");
  std::vector<detail::BandCount> counts(bands.ids()->size());
  for (std::size_t row = 0; row < data.size(); ++row) {
    const std::uint32_t code = bands.codes()[row];
    if (code == no_id) {
      ++left_out_;
      continue;
    }
    ++counts[code].examples;
    counts[code].outcomes += data.outcome[row];
  }
  for (std::uint32_t code = 0; code < counts.size(); ++code)
    if (counts[code].examples > 0) counts_[bands.ids()->text(code)].add(counts[code]);
}

inline void BandCounts::merge(const BandCounts& other) {
  detail::require_same("BandCounts", "band", band_, other.band_);
  left_out_ += other.left_out_;
  for (const auto& [band, count] : other.counts_) counts_[band].add(count);
}

inline std::int64_t BandCounts::size() const {
  std::int64_t size = left_out_;
  for (const auto& [band, count] : counts_) size += count.examples;
  return size;
}

inline std::vector<std::uint8_t> BandCounts::serialize() const {
  ByteWriter to("BandCounts", 1);
  to.write_text(band_);
  to.write(left_out_);
  to.write(static_cast<std::uint64_t>(counts_.size()));
  for (const auto& [band, count] : counts_) {
    to.write_text(band);
    to.write(count.examples);
    to.write(count.outcomes);
  }
  return to.take();
}

inline BandCounts BandCounts::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "BandCounts", 1);
  BandCounts state({.band = from.read_text()});
  state.left_out_ = detail::read_rows(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    std::string band = from.read_text();
    detail::BandCount count;
    count.examples = detail::read_rows(from);
    count.outcomes = detail::read_rows(from);
    if (count.examples == 0 || count.outcomes > count.examples)
      from.refuse("has a band whose examples are none, or fewer than its outcomes");
    if (!state.counts_.emplace(std::move(band), count).second) from.refuse("has a band twice");
  }
  from.finish();
  return state;
}

}  // namespace fealty::health
