// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/partial_state.hpp>
#include <fealty/health/detail/bin_tally.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// What a bin of an attribute holds.
enum class BinKind {
  numbers,   ///< those above its lower end, up to its upper end
  category,  ///< one text
  missing    ///< rows in which the attribute is not known
};
constexpr auto enum_names(BinKind) {
  return std::array<std::string_view, 3>{"numbers", "category", "missing"};
}

/// Settings of BinCounts and EvidenceCounts.
struct BinCountsOptions {
  std::string feature = {};  ///< the attribute
  std::optional<std::vector<double>> edges =
      {};  ///< of numbers: upper ends of all bins but the last, ascending; none: each text is a bin
};

/// The partial state of drift: how many rows are in each bin of an attribute.
///
/// Counts of partitions, batches of a stream and states from other processes add up to those of all rows,
/// exactly and in any order.
class BinCounts {
 public:
  /// \throws InvalidInput  for edges that do not ascend or are not finite
  explicit BinCounts(BinCountsOptions options = {});

  /// Adds rows.
  ///
  /// \throws InvalidInput  when the attribute is not there, infinite, a date, or numbers without edges or
  ///                       texts with edges; nothing is added then
  void update(const Frame& attributes);
  /// Adds the counts of another state.
  ///
  /// \throws InvalidInput  when its attribute or its edges are others
  void merge(const BinCounts& other);

  /// Rows so far.
  std::int64_t size() const { return tally_.total().rows; }
  /// The attribute.
  const std::string& feature() const { return tally_.feature; }

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static BinCounts deserialize(std::span<const std::uint8_t> bytes);

  const detail::BinTally& tally() const { return tally_; }

 private:
  detail::BinTally tally_;
};
static_assert(PartialState<BinCounts, Frame>);

inline BinCounts::BinCounts(BinCountsOptions options)
    : tally_(std::move(options.feature), std::move(options.edges)) {
  detail::check_edges("BinCounts", tally_.edges);
}

inline void BinCounts::update(const Frame& attributes) {
  const detail::FeatureColumn column("BinCounts", "feature", attributes, tally_.feature);
  const std::array<detail::BinTally*, 1> tallies{&tally_};
  detail::count_rows(
      "BinCounts", column, tallies, [](std::size_t) { return std::size_t{0}; },
      [](std::size_t) { return 1.0; });
}

inline void BinCounts::merge(const BinCounts& other) {
  detail::require_same_bins("BinCounts", tally_, other.tally_);
  tally_.add(detail::BinTally(other.tally_));  // a copy, since the other may be this one
}

inline std::vector<std::uint8_t> BinCounts::serialize() const {
  ByteWriter to("BinCounts", 1);
  detail::write_tally(to, tally_);
  return to.take();
}

inline BinCounts BinCounts::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "BinCounts", 1);
  BinCounts state;
  state.tally_ = detail::read_tally(from, "BinCounts");
  from.finish();
  return state;
}

}  // namespace fealty::health
