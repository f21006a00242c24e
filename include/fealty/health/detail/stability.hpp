// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/detail/divergence.hpp>
#include <fealty/health/psi.hpp>

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline void check_part(const char* who, const char* what, double part) {
  if (!(part > 0 && part < 1))
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", part),
                        .rule = "is not between 0 and 1"});
}

inline DriftReading drift_reading(double index) {
  return std::isnan(index) ? DriftReading::none
         : index < 0.1     ? DriftReading::stable
         : index < 0.25    ? DriftReading::moderate
                           : DriftReading::large;
}

/// What chance alone does to an index: about (1 / n + 1 / m) times a chi-squared.
struct ChanceOfDrift {
  double expected = std::numeric_limits<double>::quiet_NaN();
  double limit = expected, p_value = expected;

  ChanceOfDrift() = default;
  ChanceOfDrift(double index, std::int64_t degrees_of_freedom, std::int64_t reference, std::int64_t current,
                double confidence) {
    if (degrees_of_freedom < 1 || reference < 1 || current < 1) return;
    const boost::math::chi_squared chi_squared(static_cast<double>(degrees_of_freedom));
    const double unit = 1 / static_cast<double>(reference) + 1 / static_cast<double>(current);
    expected = unit * static_cast<double>(degrees_of_freedom);
    limit = unit * quantile(chi_squared, confidence);
    p_value = cdf(complement(chi_squared, index / unit));
  }
};

/// Says how rows of a sample were configured.
inline std::string fingerprint_shares(const Frame& sample, const FrameColumn& column) {
  std::map<std::string, std::int64_t> rows;
  if (const auto* ids = std::get_if<IdColumn>(&column))
    for (std::size_t row = 0; row < ids->size(); ++row) ++rows[ids->text(row)];
  std::string text;
  for (const auto& each : rows) {
    text += fmt::format("{}{} ({:.0f}%)", text.empty() ? "" : ", ", each.first,
                        100 * static_cast<double>(each.second) / static_cast<double>(sample.rows()));
  }
  return text.empty() ? "none" : text;
}
inline const FrameColumn& fingerprint_column(const char* who, const Frame& sample, const std::string& name) {
  const FeatureColumn found(who, "fingerprint", sample, name);
  if (found.numeric() && found.size() > 0)
    throw InvalidInput({.who = who, .what = name, .where = {}, .value = "", .rule = "holds no texts"});
  return sample.at(name);
}
/// Scores under several configurations cannot be told from drift.
inline void note_configurations(const char* who, const Frame& reference, const Frame& current,
                                const std::string& fingerprint, std::vector<Finding>& findings) {
  if (fingerprint.empty()) return;
  const FrameColumn& before = fingerprint_column(who, reference, fingerprint);
  const FrameColumn& now = fingerprint_column(who, current, fingerprint);
  std::map<std::string, bool> seen;
  for (const FrameColumn* column : {&before, &now})
    if (const auto* ids = std::get_if<IdColumn>(column))
      for (std::size_t row = 0; row < ids->size(); ++row) seen[ids->text(row)] = true;
  if (seen.size() < 2) return;
  findings.push_back(
      {"configuration_changed",
       Severity::warning,
       {},
       fmt::format("{}: rows were scored under {} configurations: those of the reference under "
                   "{}; current ones under {}",
                   who, seen.size(), fingerprint_shares(reference, before),
                   fingerprint_shares(current, now))});
}

/// Drift that chance does not explain, and a reading that it does.
inline void note_drift(const char* who, const std::string& name, double index, const ChanceOfDrift& chance,
                       double confidence, std::vector<Finding>& findings) {
  if (!(index >= 0.1) || std::isnan(chance.limit)) return;
  const bool beyond = index > chance.limit;
  const char* const meaning = beyond ? "has moved beyond chance" : "may have moved by chance alone";
  findings.push_back(
      {beyond ? "drift" : "within_chance",
       beyond ? Severity::warning : Severity::information,
       {},
       fmt::format("{}: {} {}: its index is {:.3f}; in samples of this size chance stays below "
                   "{:.3f} in {}% of cases",
                   who, name, meaning, index, chance.limit, 100 * confidence)});
}

}  // namespace fealty::health::detail
