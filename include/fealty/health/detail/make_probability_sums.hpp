// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>
#include <fealty/health/detail/probability_tally.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/health/probability_sums.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The means of a bin.
inline ProbabilityBin bin_of_sums(const ProbabilityTally& tally) {
  const double weight = tally.weight.value();
  return {0, 0, weight, tally.score.value() / weight, tally.outcome.value() / weight, tally.outcomes};
}
/// What is odd about examples of which only sums are known.
inline void note_sums(const char* who, const std::string& score, const ProbabilitySums& sums,
                      std::vector<Finding>& findings) {
  if (sums.left_out() > 0)
    findings.push_back({"missing_score",
                        Severity::warning,
                        {},
                        fmt::format("{}: {} is missing in {} of {} rows, which were left out", who, score,
                                    sums.left_out(), sums.size())});
  note_outcomes(who, sums.examples(), sums.outcomes(), 0, findings);
}

/// What is around the means of a bin follows from its sums, which have digits enough.
inline BrierSums brier_sums(const ProbabilitySums& sums) {
  BrierSums out;
  const ProbabilityTally all = sums.total();
  const double share = all.outcome.value() / all.weight.value();
  out.brier.add(square_misses(all));
  for (const auto& [number, tally] : sums.tallies()) {
    const ProbabilityBin bin = bin_of_sums(tally);
    const double off = bin.predicted - bin.observed, apart = bin.observed - share, mean = bin.predicted;
    out.reliability.add(bin.weight * off * off);
    out.resolution.add(bin.weight * apart * apart);
    fealty::detail::DoubleSum around = tally.square.sum(), together = tally.hit.sum();
    add_times(around, tally.score, -2 * mean);
    add_times(around, tally.weight, std::fma(mean, mean, -(mean * mean)));
    add_times(around, tally.weight, mean * mean);
    add_times(together, tally.score, -bin.observed);
    add_times(together, tally.outcome, -mean);
    add_times(together, tally.weight, std::fma(mean, bin.observed, -(mean * bin.observed)));
    add_times(together, tally.weight, mean * bin.observed);
    out.variance.add(std::max(0.0, around.value()));
    out.covariance.add(2 * together.value());
  }
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline ProbabilitySums::ProbabilitySums(ProbabilitySumsOptions options) : options_(std::move(options)) {
  check();
}
inline void ProbabilitySums::check() const {
  detail::check_clip("ProbabilitySums", options_.clip);
  if (options_.bins < 1 || options_.bins > 1000)
    throw InvalidInput({.who = "ProbabilitySums",
                        .what = "bins",
                        .where = {},
                        .value = fmt::format("{}", options_.bins),
                        .rule = "is not between 1 and 1,000"});
}

inline void ProbabilitySums::update(const Examples& examples) {
  const detail::CalibrationRows rows = detail::read_calibration_rows(
      "ProbabilitySums", examples, options_.score, detail::ScoreRange::probability);
  left_out_ += rows.left_out;
  for (const detail::CalibrationRow& row : rows.rows) {
    detail::ProbabilityTally& tally = tallies_[detail::bin_of_width(row.score, options_.bins)];
    ++tally.examples;
    tally.outcomes += row.outcome;
    tally.lowest = std::min(tally.lowest, row.score);
    tally.highest = std::max(tally.highest, row.score);
    tally.weight.add(row.weight);
    tally.score.add_product(row.weight, row.score);
    const double square = row.score * row.score;
    tally.square.add_product(row.weight, std::fma(row.score, row.score, -square));
    tally.square.add_product(row.weight, square);
    const double p = std::clamp(row.score, options_.clip, 1 - options_.clip);
    tally.surprise.add_product(row.weight, row.outcome != 0 ? -std::log(p) : -std::log1p(-p));
    if (row.outcome == 0) continue;
    tally.outcome.add(row.weight);
    tally.hit.add_product(row.weight, row.score);
  }
}

inline void ProbabilitySums::merge(const ProbabilitySums& other) {
  constexpr const char* who = "ProbabilitySums";
  detail::require_same(who, "score", options_.score, other.options_.score);
  detail::require_same(who, "bins", fmt::format("{}", options_.bins), fmt::format("{}", other.options_.bins));
  detail::require_same(who, "clip", fmt::format("{}", options_.clip), fmt::format("{}", other.options_.clip));
  left_out_ += other.left_out_;
  for (const auto& [bin, tally] : other.tallies_)
    tallies_[bin].add(detail::ProbabilityTally(tally));  // a copy, since the other may be this one
}

inline detail::ProbabilityTally ProbabilitySums::total() const {
  detail::ProbabilityTally total;
  for (const auto& [bin, tally] : tallies_) total.add(tally);
  return total;
}
inline double ProbabilitySums::brier() const {
  const detail::ProbabilityTally all = total();
  return detail::square_misses(all) / all.weight.value();
}
inline double ProbabilitySums::log_loss() const {
  const detail::ProbabilityTally all = total();
  return all.surprise.value() / all.weight.value();
}
inline double ProbabilitySums::mean_difference() const {
  const detail::ProbabilityTally all = total();
  fealty::detail::DoubleSum difference = all.score.sum();
  detail::add_times(difference, all.outcome, -1);
  return difference.value() / all.weight.value();
}

inline std::vector<std::uint8_t> ProbabilitySums::serialize() const {
  ByteWriter to("ProbabilitySums", 1);
  to.write_text(options_.score);
  to.write(options_.bins);
  to.write(options_.clip);
  to.write(left_out_);
  to.write(static_cast<std::uint64_t>(tallies_.size()));
  for (const auto& [bin, tally] : tallies_) {
    to.write(bin);
    tally.write(to);
  }
  return to.take();
}

inline ProbabilitySums ProbabilitySums::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "ProbabilitySums", 1);
  ProbabilitySums state;
  state.options_.score = from.read_text();
  state.options_.bins = from.read<std::int32_t>();
  state.options_.clip = from.read<double>();
  state.check();
  state.left_out_ = detail::read_rows(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    const auto bin = from.read<std::int32_t>();
    auto tally = detail::ProbabilityTally::read(from);
    if (bin != detail::bin_of_width(tally.lowest, state.options_.bins) ||
        bin != detail::bin_of_width(tally.highest, state.options_.bins))
      from.refuse("has a bin whose probabilities are of another one");
    if (!state.tallies_.emplace(bin, std::move(tally)).second) from.refuse("has a bin twice");
  }
  from.finish();
  return state;
}

inline BrierDecomposition ProbabilitySums::brier_decomposition() const {
  const detail::ProbabilityTally all = total();
  const double weight = all.weight.value();
  BrierDecomposition out =
      detail::decomposed(detail::brier_sums(*this), weight, all.outcome.value() / weight);
  out.examples = all.examples;
  out.outcomes = all.outcomes;
  out.left_out = left_out_;
  out.bins = static_cast<std::int64_t>(tallies_.size());
  out.binning = Binning::equal_width;
  detail::note_sums("brier_decomposition", options_.score, *this, out.findings);
  return out;
}

inline CalibrationCurve ProbabilitySums::calibration_curve(double confidence) const {
  constexpr const char* who = "calibration_curve";
  fealty::detail::check_confidence(who, confidence);
  const double z = fealty::detail::normal_quantile(0.5 + confidence / 2);
  CalibrationCurve out;
  for (const auto& [number, tally] : tallies_) {
    out.lowest.push_back(tally.lowest);
    out.highest.push_back(tally.highest);
    detail::add_curve_bin(out, z, detail::bin_of_sums(tally), tally.examples);
  }
  out.left_out = left_out_;
  out.binning = Binning::equal_width;
  out.confidence = confidence;
  detail::note_sums(who, options_.score, *this, out.findings);
  return out;
}

}  // namespace fealty::health
