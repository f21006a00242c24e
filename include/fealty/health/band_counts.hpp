// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/partial_state.hpp>
#include <fealty/health/detail/band_column.hpp>
#include <fealty/health/detail/band_trend.hpp>
#include <fealty/health/examples.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// Settings of BandCounts.
struct BandCountsOptions {
  std::string band = "band";  ///< attribute that holds the band
};

/// The partial state of churn_by_band(): how many examples are in each band, and how many of them have the
/// outcome.
///
/// Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
/// exactly and in any order. Weights do not count.
class BandCounts {
 public:
  explicit BandCounts(BandCountsOptions options = {}) : band_(std::move(options.band)) {}

  /// Adds examples.
  ///
  /// \throws InvalidInput  for an attribute that is not there, or is neither texts nor integers; nothing is
  ///                       added then
  void update(const Examples& examples);
  /// Adds the counts of another state.
  ///
  /// \throws InvalidInput  when they are of another attribute
  void merge(const BandCounts& other);

  /// Examples so far, those without a band included.
  std::int64_t size() const;
  /// The attribute.
  const std::string& band() const { return band_; }
  /// Examples without a band.
  std::int64_t left_out() const { return left_out_; }

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static BandCounts deserialize(std::span<const std::uint8_t> bytes);

  const std::map<std::string, detail::BandCount>& counts() const { return counts_; }

 private:
  std::string band_;
  std::int64_t left_out_ = 0;
  std::map<std::string, detail::BandCount> counts_;
};
static_assert(PartialState<BandCounts, Examples>);

}  // namespace fealty::health

#include <fealty/health/detail/make_band_counts.hpp>
