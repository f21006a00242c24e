// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/csi.hpp>
#include <fealty/health/detail/make_information_value.hpp>
#include <fealty/health/detail/make_psi.hpp>
#include <fealty/health/detail/make_weight_of_evidence_features.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// One attribute of the result.
struct MovedFeature {
  std::string name;
  PopulationStability bins;
  double shift = std::numeric_limits<double>::quiet_NaN();
  std::int64_t unseen = 0;  // rows that no bin holds

  /// The bin that contributes most.
  std::string largest_bin() const {
    if (bins.kind.empty()) return {};
    const auto at = static_cast<std::size_t>(
        std::max_element(bins.contribution.begin(), bins.contribution.end()) - bins.contribution.begin());
    return bin_text({bins.kind[at], bins.lower[at], bins.upper[at], bins.category[at], {}, {}});
  }
};

/// The bins of one attribute of a points scorecard.
struct PointsBins {
  std::string name;
  std::vector<BinKind> kind;
  std::vector<double> upper, points;
  std::vector<std::string> category;
};
inline std::vector<PointsBins> points_bins(const PointsScorecard& points) {
  std::vector<PointsBins> all;
  for (std::size_t row = 0; row < points.feature.size(); ++row) {
    if (all.empty() || all.back().name != points.feature[row])
      all.push_back({points.feature[row], {}, {}, {}, {}});
    all.back().kind.push_back(points.kind[row]);
    all.back().upper.push_back(points.upper[row]);
    all.back().points.push_back(points.points[row]);
    all.back().category.push_back(points.category[row]);
  }
  return all;
}

/// Rows of a sample in the bins of a scorecard; the last count is of those that no bin holds.
inline std::vector<std::int64_t> count_points(const PointsBins& bins, const Frame& sample) {
  std::vector<std::int64_t> rows(bins.kind.size() + 1);
  for (const std::size_t bin : BinFinder("csi", bins.name, bins.kind, bins.upper, bins.category).find(sample))
    ++rows[std::min(bin, bins.kind.size())];
  return rows;
}

inline MovedFeature moved_points(const PointsBins& bins, const Frame& reference, const Frame& current,
                                 const CsiOptions& options) {
  const std::vector<std::int64_t> before = count_points(bins, reference), now = count_points(bins, current);
  std::vector<double> edges;
  for (std::size_t i = 0; i < bins.kind.size(); ++i)
    if (bins.kind[i] == BinKind::numbers && std::isfinite(bins.upper[i])) edges.push_back(bins.upper[i]);
  const bool numeric = std::find(bins.kind.begin(), bins.kind.end(), BinKind::category) == bins.kind.end();
  const auto tally = [&](const std::vector<std::int64_t>& rows) {
    BinTally out(bins.name, numeric ? std::optional(edges) : std::nullopt);
    for (std::size_t i = 0, number = 0; i < bins.kind.size(); ++i) {
      BinCell cell{rows[i], {}};
      cell.weight.add(static_cast<double>(rows[i]));
      if (bins.kind[i] == BinKind::category) out.categories[bins.category[i]] = cell;
      else (bins.kind[i] == BinKind::missing ? out.missing : out.numbers[number++]) = cell;
    }
    return out;
  };
  const BinTally was = tally(before), is = tally(now);
  MovedFeature found{bins.name, stability_of("csi", was, is, options.smoothing, options.confidence), 0, 0};
  put_drift_interval("csi", found.bins, reference, current, bins.name, options.account);
  const auto all_before = static_cast<double>(was.total().rows),
             all_now = static_cast<double>(is.total().rows);
  for (std::size_t i = 0; i < bins.kind.size(); ++i) {
    const double moved = static_cast<double>(now[i]) / all_now - static_cast<double>(before[i]) / all_before;
    if (moved != 0) found.shift += moved * bins.points[i];
  }
  found.unseen = before.back() + now.back();
  return found;
}

inline std::vector<MovedFeature> moved_features(const Frame& reference, const Frame& current,
                                                const CsiOptions& options) {
  if (options.features.empty() == !options.points)
    throw InvalidInput({.who = "csi",
                        .what = "features, points",
                        .where = {},
                        .value = options.points ? "both" : "none",
                        .rule = "were given; one of the two says which attributes"});
  std::vector<MovedFeature> all;
  if (options.points) {
    for (const PointsBins& bins : points_bins(*options.points))
      all.push_back(moved_points(bins, reference, current, options));
  } else {
    const StabilityBins bins{options.bins, {}, options.smoothing, options.confidence, options.account};
    for (const std::string& name : asked_features("csi", reference, options.features))
      all.push_back({name, stability_of("csi", "features", reference, current, name, bins)});
  }
  std::sort(all.begin(), all.end(), [](const MovedFeature& a, const MovedFeature& b) {
    const double one = std::isnan(a.bins.psi) ? -1 : a.bins.psi,
                 other = std::isnan(b.bins.psi) ? -1 : b.bins.psi;
    return one != other ? one > other : a.name < b.name;
  });
  return all;
}

inline void add_moved(CharacteristicStability& out, const MovedFeature& each, double sum) {
  out.feature.push_back(each.name);
  out.csi.push_back(each.bins.psi);
  out.std_error.push_back(each.bins.std_error);
  out.lower.push_back(each.bins.psi_lower);
  out.upper.push_back(each.bins.psi_upper);
  out.reading.push_back(each.bins.reading);
  out.share_of_all.push_back(each.bins.psi / sum);
  out.bins.push_back(each.bins.kind.empty() ? 0 : each.bins.degrees_of_freedom + 1);
  out.expected.push_back(each.bins.expected);
  out.limit.push_back(each.bins.limit);
  out.p_value.push_back(each.bins.p_value);
  out.points_shift.push_back(each.shift);
  out.largest_bin.push_back(each.largest_bin());
  out.points_shift_sum += each.shift;
  for (const Finding& finding : each.bins.findings)
    if (finding.code == "drift" || finding.code == "within_chance" || finding.code == "one_bin")
      out.findings.push_back(finding);
  if (each.unseen > 0)
    out.findings.push_back(
        {"unseen_value",
         Severity::warning,
         {},
         fmt::format("csi: {} rows have a value of {} that no bin holds; they are left out", each.unseen,
                     each.name)});
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline CharacteristicStability csi(const Frame& reference, const Frame& current, const CsiOptions& options) {
  detail::StabilityBins{options.bins, {}, options.smoothing, options.confidence, {}}.check("csi");
  const std::vector<detail::MovedFeature> all = detail::moved_features(reference, current, options);
  CharacteristicStability out;
  out.confidence = options.confidence;
  double sum = 0;
  for (const detail::MovedFeature& each : all) sum += each.bins.psi;
  for (const detail::MovedFeature& each : all) detail::add_moved(out, each, sum);
  if (!all.empty() && std::isnan(all.back().bins.psi))
    for (const Finding& finding : all.back().bins.findings)
      if (finding.code == "empty_sample") out.findings.push_back(finding);
  detail::note_configurations("csi", reference, current, options.fingerprint, out.findings);
  return out;
}

}  // namespace fealty::health
