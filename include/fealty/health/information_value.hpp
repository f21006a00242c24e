// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// How an information value is usually read (Siddiqi 2006).
enum class EvidenceReading {
  none,       ///< there is no information value
  useless,    ///< below .02
  weak,       ///< below .1
  medium,     ///< below .3
  strong,     ///< up to `suspicious`
  suspicious  ///< above it: a feature that knows the outcome already looks like this
};
constexpr auto enum_names(EvidenceReading) {
  return std::array<std::string_view, 6>{"none", "useless", "weak", "medium", "strong", "suspicious"};
}

/// Settings of information_value().
struct InformationValueOptions {
  std::vector<std::string> features = {};  ///< attributes; by default all but dates and times
  std::int32_t bins = 5;                   ///< as of weight_of_evidence()
  double min_share = 0.05;                 ///< likewise
  Monotone monotone = Monotone::none;      ///< likewise
  double smoothing = 0.5;                  ///< likewise
  double suspicious = 0.5;                 ///< from which information value on a feature may be a leak; > 0
};

/// What each attribute tells of the outcome, one row for each, the most telling first.
struct InformationValue {
  std::vector<std::string> feature;       ///< the attribute; among equals by its bytes
  std::vector<double> information_value;  ///< of its bins; NaN of one class
  std::vector<EvidenceReading> reading;   ///< how that is usually read
  std::vector<std::int64_t> bins;         ///< how many it has, missing values among them
  std::vector<std::int64_t> missing;      ///< examples in which it is not known
  double suspicious = 0.5;                ///< from which on a feature may be a leak
  std::vector<Finding> findings = {};     ///< codes: no_examples, one_class, suspicious_feature

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("feature", self.feature);
    f("information_value", self.information_value);
    f("reading", self.reading);
    f("bins", self.bins);
    f("missing", self.missing);
  }
};

/// The information value of attributes: which tell something of the outcome, and which tell too much.
///
/// \param examples  as made by Examples
/// \param options   features, and how they are put into bins
/// \returns         a row for each attribute
/// \throws InvalidInput  as weight_of_evidence() does; for an attribute that is named twice; unless
///                       suspicious > 0
/// \see Siddiqi (2006), Credit Risk Scorecards, ch. 6
InformationValue information_value(const Examples& examples, const InformationValueOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_information_value.hpp>
