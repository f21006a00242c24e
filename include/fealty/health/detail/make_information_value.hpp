// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_column.hpp>
#include <fealty/health/information_value.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The attributes that are asked for: by default all that can have bins.
inline std::vector<std::string> asked_features(const char* who, const Frame& attributes,
                                               const std::vector<std::string>& asked) {
  for (std::size_t i = 0; i < asked.size(); ++i)
    if (std::find(asked.begin(), asked.begin() + static_cast<std::ptrdiff_t>(i), asked[i]) !=
        asked.begin() + static_cast<std::ptrdiff_t>(i))
      throw InvalidInput({.who = who,
                          .what = "features",
                          .where = static_cast<std::int64_t>(i),
                          .value = "\"" + asked[i] + "\"",
                          .rule = "is there twice"});
  return asked.empty() ? binnable_names(attributes) : asked;
}

inline EvidenceReading evidence_reading(double value, double suspicious) {
  return std::isnan(value)     ? EvidenceReading::none
         : value >= suspicious ? EvidenceReading::suspicious
         : value < 0.02        ? EvidenceReading::useless
         : value < 0.1         ? EvidenceReading::weak
         : value < 0.3         ? EvidenceReading::medium
                               : EvidenceReading::strong;
}

inline void add_feature(InformationValue& out, const WeightOfEvidence& bins, double suspicious) {
  out.feature.push_back(bins.feature);
  out.information_value.push_back(bins.information_value);
  out.reading.push_back(evidence_reading(bins.information_value, suspicious));
  out.bins.push_back(static_cast<std::int64_t>(bins.kind.size()));
  const bool missing = !bins.kind.empty() && bins.kind.back() == BinKind::missing;
  out.missing.push_back(missing ? bins.examples.back() : 0);
}

inline void note_suspicious(InformationValue& out) {
  std::string names;
  for (std::size_t i = 0; i < out.feature.size(); ++i)
    if (out.reading[i] == EvidenceReading::suspicious)
      names +=
          fmt::format("{}{} ({:.2f})", names.empty() ? "" : ", ", out.feature[i], out.information_value[i]);
  if (names.empty()) return;
  out.findings.push_back({"suspicious_feature",
                          Severity::warning,
                          {},
                          fmt::format("information_value: {} tell more than most features can, {} or above: "
                                      "are they known beforehand, or made of the outcome?",
                                      names, out.suspicious)});
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline InformationValue information_value(const Examples& examples, const InformationValueOptions& options) {
  if (!(options.suspicious > 0))
    throw InvalidInput({.who = "information_value",
                        .what = "suspicious",
                        .where = {},
                        .value = fmt::format("{}", options.suspicious),
                        .rule = "is not above 0"});
  std::vector<WeightOfEvidence> all;
  for (const std::string& feature :
       detail::asked_features("information_value", examples.data().attributes, options.features)) {
    const WeightOfEvidenceOptions each{.feature = feature,
                                       .bins = options.bins,
                                       .min_share = options.min_share,
                                       .monotone = options.monotone,
                                       .smoothing = options.smoothing,
                                       .edges = {},
                                       .merge = true};
    all.push_back(detail::WeightOfEvidenceMaker("information_value", each).of(examples.data()));
  }
  std::sort(all.begin(), all.end(), [](const WeightOfEvidence& a, const WeightOfEvidence& b) {
    const double one = std::isnan(a.information_value) ? -1 : a.information_value;
    const double other = std::isnan(b.information_value) ? -1 : b.information_value;
    return one != other ? one > other : a.feature < b.feature;
  });
  InformationValue out;
  out.suspicious = options.suspicious;
  for (const WeightOfEvidence& each : all) detail::add_feature(out, each, options.suspicious);
  if (!all.empty())
    for (const Finding& finding : all.front().findings)
      if (finding.code == "no_examples" || finding.code == "one_class") out.findings.push_back(finding);
  detail::note_suspicious(out);
  return out;
}

}  // namespace fealty::health
