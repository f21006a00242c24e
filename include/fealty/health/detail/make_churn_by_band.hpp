// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/churn_by_band.hpp>
#include <fealty/health/detail/band_column.hpp>
#include <fealty/health/detail/band_trend.hpp>
#include <fealty/health/detail/pool_adjacent.hpp>
#include <fealty/health/detail/state_bytes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Counts outcomes by band, and asks whether they fall.
class BandReport {
 public:
  BandReport(const Examples& examples, const ChurnByBandOptions& options) : options_(options) {
    check();
    count(examples.data());
    report();
  }
  BandReport(const BandCounts& counts, const ChurnByBandOptions& options) : options_(options) {
    check();
    require_same(who, "band", counts.band(), options.band);
    left_out_ = counts.left_out();
    for (const auto& [band, count] : counts.counts()) {
      const std::size_t place = place_of(band);
      if (place == bands_.size()) refuse_band({}, band);
      bands_[place].add(count);
    }
    report();
  }
  ChurnByBand take() { return std::move(found_); }

 private:
  static constexpr const char* who = "churn_by_band";

  void report() {
    z_ = fealty::detail::normal_quantile(0.5 + options_.confidence / 2);
    found_.left_out = left_out_;
    found_.worse_predicts_outcome = options_.worse_predicts_outcome;
    found_.confidence = options_.confidence;
    put_rates();
    fit();
    const BandTrend trend(bands_, options_.exact_outcomes);
    found_.trend = -trend.z();  // the worst band comes first
    found_.p_value = trend.p();
    found_.exact = trend.exact();
    find();
    compare();
  }
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = who, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  [[noreturn]] void refuse_band(std::optional<std::int64_t> row, const std::string& band) const {
    throw InvalidInput({.who = who,
                        .what = options_.band,
                        .where = row,
                        .value = "\"" + band + "\"",
                        .rule = fmt::format("is not in the order {}", fmt::join(options_.order, ", "))});
  }
  void check() {
    fealty::detail::check_confidence(who, options_.confidence);
    check_band_order(who, options_.order, 1);
    if (options_.exact_outcomes < 0 || options_.exact_outcomes > 1000)
      refuse("exact_outcomes", fmt::format("{}", options_.exact_outcomes), "is not between 0 and 1,000");
    bands_.resize(options_.order.size());
  }
  /// In the order; its length for a band that is not there.
  std::size_t place_of(const std::string& band) const {
    return static_cast<std::size_t>(std::find(options_.order.begin(), options_.order.end(), band) -
                                    options_.order.begin());
  }
  void count(const ExampleData& data) {
    const IdColumn bands = band_column(who, data.attributes, options_.band, "examples");
    std::vector<std::size_t> place(bands.ids()->size(), options_.order.size());
    for (std::uint32_t code = 0; code < place.size(); ++code) place[code] = place_of(bands.ids()->text(code));
    std::vector<std::uint8_t> seen(data.account.present() ? data.account.ids()->size() : 0);
    for (std::size_t row = 0; row < data.size(); ++row) {
      const std::uint32_t code = bands.codes()[row];
      if (code == no_id) {
        missing_.push_back(static_cast<std::int64_t>(row));
        continue;
      }
      if (place[code] == options_.order.size())
        refuse_band(static_cast<std::int64_t>(row), bands.ids()->text(code));
      ++bands_[place[code]].examples;
      bands_[place[code]].outcomes += data.outcome[row];
      if (!seen.empty()) dependent_ = dependent_ || std::exchange(seen[data.account.codes()[row]], 1) != 0;
    }
    left_out_ = static_cast<std::int64_t>(missing_.size());
  }
  void put_rates() {
    found_.band = IdColumn(options_.order);
    for (const BandCount& band : bands_) {
      const auto interval = fealty::detail::wilson(band.outcomes, band.examples, z_);
      found_.examples.push_back(band.examples);
      found_.outcomes.push_back(band.outcomes);
      found_.rate.push_back(fealty::detail::rate(band.outcomes, band.examples));
      found_.lower.push_back(interval.lower);
      found_.upper.push_back(interval.upper);
    }
  }
  /// In the direction in which rates should rise.
  std::vector<std::size_t> rising() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < bands_.size(); ++i)
      if (bands_[i].examples > 0) places.push_back(i);
    if (options_.worse_predicts_outcome) std::reverse(places.begin(), places.end());
    return places;
  }
  void fit() {
    found_.monotone_rate.assign(bands_.size(), std::numeric_limits<double>::quiet_NaN());
    const std::vector<std::size_t> places = rising();
    PoolAdjacent pooled;
    for (const std::size_t i : places)
      pooled.add(static_cast<double>(bands_[i].outcomes), static_cast<double>(bands_[i].examples));
    for (const Pool& pool : pooled.pools())
      for (std::size_t i = pool.begin; i < pool.end; ++i) found_.monotone_rate[places[i]] = pool.mean();
    found_.monotone = !places.empty();
    for (std::size_t i = 1; i < places.size(); ++i)
      if (found_.rate[places[i]] < found_.rate[places[i - 1]]) found_.monotone = false;
  }
  void say(const char* code, Severity severity, std::string message) {
    found_.findings.push_back({code, severity, {}, fmt::format("{}: {}", who, std::move(message))});
  }
  void find();
  void compare();

  const ChurnByBandOptions& options_;
  double z_ = 0;
  bool dependent_ = false;
  std::vector<BandCount> bands_;
  std::int64_t left_out_ = 0;
  std::vector<std::int64_t> missing_;  // rows, where they are known
  ChurnByBand found_;
};

inline void BandReport::find() {
  std::int64_t rows = 0, outcomes = 0;
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    rows += bands_[i].examples;
    outcomes += bands_[i].outcomes;
    if (bands_[i].examples == 0)
      say("empty_band", Severity::information, fmt::format("no example is {}", options_.order[i]));
  }
  if (left_out_ > 0) {
    say("missing_band", Severity::warning,
        fmt::format("{} is missing in {} of {} rows, which were left out", options_.band, left_out_,
                    rows + left_out_));
    found_.findings.back().rows = std::move(missing_);
  }
  if (rows == 0) say("no_examples", Severity::warning, "no example has a band");
  else if (outcomes == 0 || outcomes == rows)
    say("one_class", Severity::warning,
        fmt::format("{} of {} examples {} the outcome", outcomes == 0 ? "none" : "all", rows,
                    outcomes == 0 ? "has" : "have"));
  if (dependent_)
    say("many_rows", Severity::information,
        "accounts have several rows; intervals and tests take rows as if they were independent");
}

/// Bands beside those that come next, empty ones left out.
inline void BandReport::compare() {
  found_.next_p_value.assign(bands_.size(), std::numeric_limits<double>::quiet_NaN());
  std::size_t before = bands_.size();
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    if (bands_[i].examples == 0) continue;
    const std::size_t worse = std::exchange(before, i);
    if (worse == bands_.size()) continue;
    const double p = same_share_p(bands_[worse], bands_[i]);
    found_.next_p_value[worse] = p;
    const double change = found_.rate[i] - found_.rate[worse];
    const auto tell = [&](const char* code, const char* what) {
      say(code, Severity::warning,
          fmt::format("{} and {} {}: {} of {}, {} of {}", options_.order[worse], options_.order[i], what,
                      bands_[worse].outcomes, bands_[worse].examples, bands_[i].outcomes,
                      bands_[i].examples));
    };
    if (options_.worse_predicts_outcome ? change > 0 : change < 0) tell("not_monotone", "go the wrong way");
    if (p > 1 - options_.confidence) tell("bands_alike", "do not differ beyond chance");
  }
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline ChurnByBand churn_by_band(const Examples& examples, const ChurnByBandOptions& options) {
  return detail::BandReport(examples, options).take();
}
inline ChurnByBand churn_by_band(const BandCounts& counts, const ChurnByBandOptions& options) {
  return detail::BandReport(counts, options).take();
}

}  // namespace fealty::health
