// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/divergence.hpp>
#include <fealty/health/detail/drift_interval.hpp>
#include <fealty/health/detail/quantile_edges.hpp>
#include <fealty/health/detail/stability.hpp>
#include <fealty/health/psi.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// How two samples are put into the same bins.
struct StabilityBins {
  std::int32_t bins = 10;
  std::optional<std::vector<double>> edges = {};
  double smoothing = 0.5;
  double confidence = 0.95;
  std::string account = {};

  void check(const char* who) const {
    if (bins < 1 || bins > 1000)
      throw InvalidInput({.who = who,
                          .what = "bins",
                          .where = {},
                          .value = fmt::format("{}", bins),
                          .rule = "is not between 1 and 1,000"});
    check_edges(who, edges);
    check_smoothing(who, smoothing);
    fealty::detail::check_confidence(who, confidence);
  }
};

inline BinTally tally_of(const char* who, const FeatureColumn& column,
                         const std::optional<std::vector<double>>& edges) {
  BinTally tally(column.name(), edges);
  const std::array<BinTally*, 1> tallies{&tally};
  count_rows(
      who, column, tallies, [](std::size_t) { return std::size_t{0}; }, [](std::size_t) { return 1.0; });
  return tally;
}

inline DriftReading drift_reading(double index) {
  return std::isnan(index) ? DriftReading::none
         : index < 0.1     ? DriftReading::stable
         : index < 0.25    ? DriftReading::moderate
                           : DriftReading::large;
}

/// The index and its bins, from counts.
inline PopulationStability stability_of(const char* who, const BinTally& reference, const BinTally& current,
                                        double smoothing, double confidence) {
  PopulationStability out;
  out.smoothing = smoothing;
  out.confidence = confidence;
  const std::int64_t before = reference.total().rows, now = current.total().rows;
  double sum = 0;
  std::int64_t held = 0;
  std::vector<std::string> smoothed;
  for (const BinPair& pair : bin_pairs(reference, current)) {
    const BinDivergence bin =
        bin_divergence(static_cast<double>(pair.other.rows), static_cast<double>(pair.one.rows),
                       static_cast<double>(now), static_cast<double>(before), smoothing);
    out.kind.push_back(pair.kind);
    out.lower.push_back(pair.lower);
    out.upper.push_back(pair.upper);
    out.category.push_back(pair.category);
    out.reference.push_back(pair.one.rows);
    out.current.push_back(pair.other.rows);
    out.reference_share.push_back(bin.other_share);
    out.current_share.push_back(bin.share);
    out.contribution.push_back(bin.contribution);
    sum += bin.contribution;
    if (pair.one.rows + pair.other.rows > 0) ++held;
    if (bin.smoothed) smoothed.push_back(bin_text(pair));
  }
  out.degrees_of_freedom = held > 0 ? held - 1 : 0;
  const auto say = [&](const char* code, std::string message) {
    out.findings.push_back({code, Severity::warning, {}, std::string(who) + ": " + std::move(message)});
  };
  if (before == 0 || now == 0) {
    say("empty_sample", fmt::format("the reference has {} rows, the current sample {}: there is nothing to "
                                    "compare",
                                    before, now));
    return out;
  }
  out.psi = sum;
  out.reading = held < 2 ? DriftReading::none : drift_reading(sum);
  if (held < 2)
    say("one_bin", fmt::format("all rows are in one bin of {}, which tells nothing", reference.feature));
  if (!smoothed.empty())
    say("empty_cell",
        fmt::format("{} bins of {} have rows of one sample alone: {} rows were added to both cells of {}",
                    smoothed.size(), reference.feature, smoothing, fmt::join(smoothed, ", ")));
  const ChanceOfDrift chance(sum, out.degrees_of_freedom, before, now, confidence);
  out.expected = chance.expected;
  out.limit = chance.limit;
  out.p_value = chance.p_value;
  note_drift(who, reference.feature, sum, chance, confidence, out.findings);
  return out;
}

/// The interval of an index, by the delta method.
inline void put_drift_interval(PopulationStability& index, const DriftSpread& spread) {
  const auto bins = static_cast<double>(index.degrees_of_freedom);
  if (!(bins > 0) || !(spread.chance > 0)) return;  // one bin, an empty sample, one account
  const double z = fealty::detail::normal_quantile(0.5 + index.confidence / 2);
  // to which the variance of a chi-squared is added
  index.std_error = std::sqrt(spread.variance + 2 * spread.chance * spread.chance / bins);
  index.psi_lower = std::max(0.0, index.psi - spread.chance - z * index.std_error);
  index.psi_upper = index.psi + z * index.std_error;
}
inline void put_drift_interval(PopulationStability& index) {
  const DriftBins bins{index.reference, index.current, index.reference_share, index.current_share};
  put_drift_interval(index, {drift_variance(bins), index.expected});
}
/// \param account  the attribute that tells whose rows are; empty where they are independent
inline void put_drift_interval(const char* who, PopulationStability& index, const Frame& reference,
                               const Frame& current, const std::string& name, const std::string& account) {
  if (account.empty()) return put_drift_interval(index);
  const std::vector<std::uint32_t> accounts = accounts_of_samples(who, reference, current, account);
  if (std::isnan(index.psi)) return;
  const BinFinder finder(who, name, index.kind, index.upper, index.category);
  std::vector<std::size_t> bin = finder.find(reference);
  const std::size_t references = bin.size();
  const std::vector<std::size_t> now = finder.find(current);
  bin.insert(bin.end(), now.begin(), now.end());
  const DriftBins bins{index.reference, index.current, index.reference_share, index.current_share};
  put_drift_interval(index, ClusteredDrift(bins, bin, accounts, references).spread());
}

/// The same of two columns.
inline PopulationStability stability_of(const char* who, const char* what, const Frame& reference,
                                        const Frame& current, const std::string& name,
                                        const StabilityBins& bins) {
  const FeatureColumn before(who, what, reference, name), now(who, what, current, name);
  std::optional<std::vector<double>> edges = bins.edges;
  const bool numeric = before.size() > 0 ? before.numeric() : now.numeric();
  if (numeric && !edges)
    edges = quantile_edges(before.numeric() ? before.numbers() : Column<double>(std::vector<double>{}),
                           static_cast<std::size_t>(bins.bins));
  PopulationStability out = stability_of(who, tally_of(who, before, edges), tally_of(who, now, edges),
                                         bins.smoothing, bins.confidence);
  put_drift_interval(who, out, reference, current, name, bins.account);
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline PopulationStability psi(const Frame& reference, const Frame& current, const PsiOptions& options) {
  const detail::StabilityBins bins{options.bins, options.edges, options.smoothing, options.confidence,
                                   options.account};
  bins.check("psi");
  PopulationStability out = detail::stability_of("psi", "score", reference, current, options.score, bins);
  detail::note_configurations("psi", reference, current, options.fingerprint, out.findings);
  return out;
}

inline PopulationStability psi(const BinCounts& reference, const BinCounts& current,
                               const PsiOptions& options) {
  detail::StabilityBins{options.bins, {}, options.smoothing, options.confidence, {}}.check("psi");
  if (options.edges || !options.fingerprint.empty() || !options.account.empty())
    throw InvalidInput({.who = "psi",
                        .what = options.edges             ? "edges"
                                : options.account.empty() ? "fingerprint"
                                                          : "account",
                        .where = {},
                        .value = "",
                        .rule = "is of rows; counts have their own bins and know of no rows"});
  detail::require_same_bins("psi", reference.tally(), current.tally());
  PopulationStability out =
      detail::stability_of("psi", reference.tally(), current.tally(), options.smoothing, options.confidence);
  detail::put_drift_interval(out);
  return out;
}

}  // namespace fealty::health
