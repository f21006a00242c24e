// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/best_bins.hpp>
#include <fealty/health/detail/divergence.hpp>
#include <fealty/health/detail/quantile_edges.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes a result from counts.
class WeightOfEvidenceMaker {
 public:
  WeightOfEvidenceMaker(const char* who, const WeightOfEvidenceOptions& options)
      : who_(who), options_(options) {
    check_smoothing(who, options.smoothing);
    if (options.bins < 1) refuse("bins", fmt::format("{}", options.bins), "is below 1");
    if (!(options.min_share >= 0 && options.min_share <= 0.5))
      refuse("min_share", fmt::format("{}", options.min_share), "is not between 0 and 0.5");
    check_edges(who, options.edges);
  }

  WeightOfEvidence of(const ExampleData& data) const {
    const FeatureColumn column(who_, "feature", data.attributes, options_.feature);
    std::optional<std::vector<double>> edges = options_.edges;
    if (column.numeric() && !edges) edges = fine_edges(column.numbers(), 100);
    BinTally outcomes(options_.feature, std::move(edges)), others = outcomes;
    const std::array<BinTally*, 2> tallies{&others, &outcomes};
    count_rows(
        who_, column, tallies, [&](std::size_t row) -> std::size_t { return data.outcome[row]; },
        [&](std::size_t row) { return data.weight.present() ? data.weight[row] : 1.0; });
    return of(outcomes, others);
  }

  WeightOfEvidence of(const BinTally& outcomes, const BinTally& others) const {
    Monotone found = options_.monotone;
    if (options_.merge && outcomes.edges && outcomes.total().rows + others.total().rows > 0) {
      const std::vector<std::size_t> ends = cut(outcomes, others, found);
      return finish(merged(outcomes, ends), merged(others, ends), found);
    }
    return finish(outcomes, others, found);
  }

 private:
  [[noreturn]] void refuse(std::string what, std::string value, std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  std::vector<std::size_t> cut(const BinTally& outcomes, const BinTally& others, Monotone& found) const {
    if (outcomes.numbers.size() > 200)
      refuse("edges", fmt::format("{} bins", outcomes.numbers.size()),
             "are too many to be merged; 200 are possible");
    const double total = outcomes.total().weight.value(), rest = others.total().weight.value();
    if (!(total > 0) || !(rest > 0)) return {};  // one class tells nothing
    const BestBins search(outcomes.numbers, others.numbers, total, rest, options_.smoothing,
                          options_.min_share);
    const auto most = static_cast<std::size_t>(options_.bins);
    if (options_.monotone == Monotone::none) return search.find(most, 0).ends;
    BestBins::Cut rising, falling;
    if (options_.monotone != Monotone::decreasing) rising = search.find(most, 1);
    if (options_.monotone != Monotone::increasing) falling = search.find(most, -1);
    const bool falls = falling.value > rising.value + 1e-12;
    found = falls ? Monotone::decreasing : Monotone::increasing;
    return falls ? falling.ends : rising.ends;
  }
  /// \param ends  of all bins but the last, in cells of the tally
  static BinTally merged(const BinTally& tally, const std::vector<std::size_t>& ends) {
    std::vector<double> edges;
    for (const std::size_t end : ends) edges.push_back((*tally.edges)[end - 1]);
    BinTally out(tally.feature, std::move(edges));
    for (std::size_t i = 0, bin = 0; i < tally.numbers.size(); ++i) {
      if (bin < ends.size() && i == ends[bin]) ++bin;
      out.numbers[bin].add(tally.numbers[i]);
    }
    out.missing = tally.missing;
    return out;
  }
  WeightOfEvidence finish(const BinTally& outcomes, const BinTally& others, Monotone found) const;
  void note(WeightOfEvidence& out, const BinTally& outcomes, const BinTally& others,
            const std::vector<std::string>& smoothed) const;

  const char* who_;
  const WeightOfEvidenceOptions& options_;
};

inline WeightOfEvidence WeightOfEvidenceMaker::finish(const BinTally& outcomes, const BinTally& others,
                                                      Monotone found) const {
  WeightOfEvidence out;
  out.feature = outcomes.feature;
  out.monotone = found;
  out.smoothing = options_.smoothing;
  const double total = outcomes.total().weight.value(), rest = others.total().weight.value();
  double sum = 0;
  std::vector<std::string> smoothed;
  for (const BinPair& pair : bin_pairs(outcomes, others)) {
    if (pair.kind == BinKind::numbers && pair.one.rows + pair.other.rows == 0 && options_.merge) continue;
    const BinDivergence bin =
        bin_divergence(pair.one.weight.value(), pair.other.weight.value(), total, rest, options_.smoothing);
    out.kind.push_back(pair.kind);
    out.lower.push_back(pair.lower);
    out.upper.push_back(pair.upper);
    out.category.push_back(pair.category);
    out.examples.push_back(pair.one.rows + pair.other.rows);
    out.outcomes.push_back(pair.one.rows);
    out.share_outcomes.push_back(bin.share);
    out.share_others.push_back(bin.other_share);
    out.weight_of_evidence.push_back(bin.log_ratio);
    out.contribution.push_back(bin.contribution);
    sum += bin.contribution;
    if (bin.smoothed) smoothed.push_back(bin_text(pair));
  }
  if (total > 0 && rest > 0) out.information_value = sum;
  note(out, outcomes, others, smoothed);
  return out;
}

/// What is odd about the bins.
inline void WeightOfEvidenceMaker::note(WeightOfEvidence& out, const BinTally& outcomes,
                                        const BinTally& others,
                                        const std::vector<std::string>& smoothed) const {
  const std::int64_t with = outcomes.total().rows, without = others.total().rows;
  const auto say = [&](const char* code, std::string message) {
    out.findings.push_back({code, Severity::warning, {}, std::string(who_) + ": " + std::move(message)});
  };
  if (with + without == 0) return say("no_examples", "there are no examples");
  if (with == 0 || without == 0)
    return say("one_class", fmt::format("{} of {} examples have the outcome: there is nothing to compare",
                                        with == 0 ? "none" : "all", with + without));
  if (out.kind.size() < 2)
    say("one_bin", fmt::format("all examples are in one bin of {}, which tells nothing", out.feature));
  if (!smoothed.empty())
    say("empty_cell",
        fmt::format("{} bins of {} have no outcomes, or nothing else: {} examples were added "
                    "to both cells of {}",
                    smoothed.size(), out.feature, options_.smoothing, fmt::join(smoothed, ", ")));
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline WeightOfEvidence weight_of_evidence(const Examples& examples, const WeightOfEvidenceOptions& options) {
  return detail::WeightOfEvidenceMaker("weight_of_evidence", options).of(examples.data());
}

inline WeightOfEvidence weight_of_evidence(const EvidenceCounts& counts,
                                           const WeightOfEvidenceOptions& options) {
  if (!options.feature.empty() && options.feature != counts.feature())
    throw InvalidInput({.who = "weight_of_evidence",
                        .what = "feature",
                        .where = {},
                        .value = "\"" + options.feature + "\"",
                        .rule = "is not \"" + counts.feature() + "\", of which the counts are"});
  if (options.edges)
    throw InvalidInput({.who = "weight_of_evidence",
                        .what = "edges",
                        .where = {},
                        .value = "",
                        .rule = "are those of the counts; they cannot be given again"});
  return detail::WeightOfEvidenceMaker("weight_of_evidence", options)
      .of(counts.with_outcome(), counts.without_outcome());
}

}  // namespace fealty::health
