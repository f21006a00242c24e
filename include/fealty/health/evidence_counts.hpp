// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/bin_counts.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// The partial state of weight of evidence: how many examples with the outcome, and how many others, are in
/// each bin of an attribute.
///
/// Counts of partitions, batches of a stream and states from other processes add up to those of all examples:
/// exactly for counts and whole weights, in any order, and to 32 digits for other weights.
class EvidenceCounts {
 public:
  /// \throws InvalidInput  for edges that do not ascend or are not finite
  explicit EvidenceCounts(BinCountsOptions options = {});

  /// Adds examples.
  ///
  /// \throws InvalidInput  when the attribute is not there, infinite, a date, or numbers without edges or
  ///                       texts with edges; nothing is added then
  void update(const Examples& examples);
  /// Adds the counts of another state.
  ///
  /// \throws InvalidInput  when its attribute or its edges are others
  void merge(const EvidenceCounts& other);

  /// Examples so far.
  std::int64_t size() const { return outcomes_.total().rows + others_.total().rows; }
  /// Examples with the outcome.
  std::int64_t outcomes() const { return outcomes_.total().rows; }
  /// The attribute.
  const std::string& feature() const { return outcomes_.feature; }

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static EvidenceCounts deserialize(std::span<const std::uint8_t> bytes);

  const detail::BinTally& with_outcome() const { return outcomes_; }
  const detail::BinTally& without_outcome() const { return others_; }

 private:
  detail::BinTally outcomes_, others_;
};
static_assert(PartialState<EvidenceCounts, Examples>);

inline EvidenceCounts::EvidenceCounts(BinCountsOptions options)
    : outcomes_(std::move(options.feature), std::move(options.edges)), others_(outcomes_) {
  detail::check_edges("EvidenceCounts", outcomes_.edges);
}

inline void EvidenceCounts::update(const Examples& examples) {
  const detail::ExampleData& data = examples.data();
  const detail::FeatureColumn column("EvidenceCounts", "feature", data.attributes, outcomes_.feature);
  const std::array<detail::BinTally*, 2> tallies{&others_, &outcomes_};
  detail::count_rows(
      "EvidenceCounts", column, tallies, [&](std::size_t row) -> std::size_t { return data.outcome[row]; },
      [&](std::size_t row) { return data.weight.present() ? data.weight[row] : 1.0; });
}

inline void EvidenceCounts::merge(const EvidenceCounts& other) {
  detail::require_same_bins("EvidenceCounts", outcomes_, other.outcomes_);
  const EvidenceCounts more = other;  // which may be this one
  outcomes_.add(more.outcomes_);
  others_.add(more.others_);
}

inline std::vector<std::uint8_t> EvidenceCounts::serialize() const {
  ByteWriter to("EvidenceCounts", 1);
  detail::write_tally(to, outcomes_);
  detail::write_tally(to, others_);
  return to.take();
}

inline EvidenceCounts EvidenceCounts::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "EvidenceCounts", 1);
  EvidenceCounts state;
  state.outcomes_ = detail::read_tally(from, "EvidenceCounts");
  state.others_ = detail::read_tally(from, "EvidenceCounts");
  detail::require_same_bins("EvidenceCounts", state.outcomes_, state.others_);
  from.finish();
  return state;
}

}  // namespace fealty::health
