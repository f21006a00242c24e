// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/exact_sum.hpp>
#include <fealty/health/detail/state_bytes.hpp>

#include <algorithm>
#include <cstdint>

namespace fealty::health::detail {

/// Calls f(sum) for each sum of a tally.
template <class Tally, class F>
void each_sum(Tally& tally, F f) {
  f(tally.weight), f(tally.outcome), f(tally.score), f(tally.square), f(tally.hit), f(tally.surprise);
}

/// Sums over the examples of a bin, weighted.
struct ProbabilityTally {
  std::int64_t examples = 0, outcomes = 0;
  double lowest = 1, highest = 0;                                // probabilities
  fealty::detail::ExactSum weight, outcome, score, square, hit;  // of 1, o, p, p^2, p o
  fealty::detail::ExactSum surprise;                             // less the logarithm of what happened

  void add(const ProbabilityTally& other) {
    examples += other.examples;
    outcomes += other.outcomes;
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    weight.add(other.weight);
    outcome.add(other.outcome);
    score.add(other.score);
    square.add(other.square);
    hit.add(other.hit);
    surprise.add(other.surprise);
  }
  void write(ByteWriter& to) const {
    to.write(examples);
    to.write(outcomes);
    to.write(lowest);
    to.write(highest);
    each_sum(*this, [&](const fealty::detail::ExactSum& sum) { sum.write(to); });
  }
  static ProbabilityTally read(ByteReader& from) {
    ProbabilityTally tally;
    tally.examples = read_rows(from);
    tally.outcomes = read_rows(from);
    tally.lowest = from.read<double>();
    tally.highest = from.read<double>();
    each_sum(tally, [&](fealty::detail::ExactSum& sum) { sum = fealty::detail::ExactSum::read(from); });
    if (!tally.possible()) from.refuse("has sums that no examples have");
    return tally;
  }

 private:
  bool possible() const {
    const double most = 1e30, all = weight.value();  // a weight is at most 1e15
    const auto up_to = [](const fealty::detail::ExactSum& sum, double limit) {
      return sum.value() >= 0 && sum.value() <= limit;
    };
    return examples > 0 && outcomes <= examples && 0 <= lowest && lowest <= highest && highest <= 1 &&
           all > 0 && all <= most && up_to(outcome, all) && (outcomes > 0) == (outcome.value() > 0) &&
           up_to(score, all) && up_to(square, all) && up_to(hit, all) && up_to(surprise, 1000 * all);
  }
};

/// Adds a sum times a number.
inline void add_times(fealty::detail::DoubleSum& to, const fealty::detail::ExactSum& sum, double factor) {
  const fealty::detail::DoubleSum parts = sum.sum();
  to.add_product(parts.low, factor);
  to.add_product(parts.high, factor);
}
/// Sum of squares of probability - outcome.
inline double square_misses(const ProbabilityTally& tally) {
  fealty::detail::DoubleSum sum = tally.square.sum();
  add_times(sum, tally.hit, -2);
  add_times(sum, tally.outcome, 1);
  return std::max(0.0, sum.value());
}

}  // namespace fealty::health::detail
