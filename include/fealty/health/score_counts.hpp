// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/partial_state.hpp>
#include <fealty/health/examples.hpp>

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// Settings of ScoreCounts.
struct ScoreCountsOptions {
  std::string score = "score";  ///< attribute that holds the score
};

namespace detail {
/// What examples have in common that are counted together.
struct CountedExample {
  double score, weight;
  std::uint8_t outcome;

  friend auto operator<=>(const CountedExample&, const CountedExample&) = default;
};
}  // namespace detail

/// The partial state of whatever is told of a score alone, roc_auc() among them: how often each score occurs
/// with the outcome, and without.
///
/// Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
/// exactly and in any order. Its size is that of the scores that differ: some thousands of scores with two
/// decimals, but all rows of probabilities with all their digits, for which there is ProbabilitySums.
/// Accounts are not kept: what is made of it takes rows as independent.
class ScoreCounts {
 public:
  explicit ScoreCounts(ScoreCountsOptions options = {}) : score_(std::move(options.score)) {}

  /// Adds examples.
  ///
  /// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is infinite; nothing
  ///                       is added then
  void update(const Examples& examples);
  /// Adds the counts of another state.
  ///
  /// \throws InvalidInput  when they are of another attribute
  void merge(const ScoreCounts& other);

  /// Examples so far, those without a score included.
  std::int64_t size() const;
  /// The attribute.
  const std::string& score() const { return score_; }
  /// Examples without a score.
  std::int64_t left_out() const { return left_out_; }
  /// All examples that have a score, for roc_auc() and its like: as many rows as there were, without
  /// accounts, in the order of their scores.
  ///
  /// \throws InvalidInput  when there are more than 2^31 of them
  Examples examples() const;

  /// The state as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static ScoreCounts deserialize(std::span<const std::uint8_t> bytes);

 private:
  std::string score_;
  std::int64_t left_out_ = 0;
  bool weighted_ = false;
  std::map<detail::CountedExample, std::int64_t> counts_;
};
static_assert(PartialState<ScoreCounts, Examples>);

}  // namespace fealty::health

#include <fealty/health/detail/make_score_counts.hpp>
