// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/coverage/touch_study.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::coverage {

/// How it came about who was touched: what a comparison is worth.
enum class StudyDesign {
  randomized,   ///< by a draw: what differs afterwards, the touch did
  matched,      ///< by choice, compared among those alike beforehand: as good as what they are alike in
  before_after  ///< each account with itself: no evidence, since touches follow trouble, and trouble passes
};
constexpr auto enum_names(StudyDesign) {
  return std::array<std::string_view, 3>{"randomized", "matched", "before_after"};
}

/// Settings of touch_effect().
struct TouchEffectOptions {
  StudyDesign design;                   ///< how it came about who was touched
  std::vector<std::string> exact = {};  ///< attributes of one value in those that are compared
  std::optional<double> caliper = {};   ///< how far risks of a pair may be apart, in standard deviations of
                                        ///< all; .2 by default (Austin 2011, of the logit), > 0
  double confidence = 0.95;             ///< coverage of the intervals, in (0, 1)
};

/// What an effect is told by.
enum class EffectMeasure {
  risk_difference,  ///< share with the outcome of the touched - of the others
  risk_ratio,       ///< the one / the other
  odds_ratio        ///< likewise of odds
};
constexpr auto enum_names(EffectMeasure) {
  return std::array<std::string_view, 3>{"risk_difference", "risk_ratio", "odds_ratio"};
}

/// What touches did, one row for each measure.
struct TouchEffect {
  std::vector<EffectMeasure> measure;  ///< of the effect
  std::vector<double> estimate;        ///< Mantel-Haenszel's, within strata; NaN where there is none
  std::vector<double> lower;           ///< of the interval
  std::vector<double> upper;           ///< of the interval
  std::vector<double> std_error;       ///< of the difference, or of the logarithm of the ratio
  std::vector<double> crude;           ///< the same of all rows, whatever their stratum
  StudyDesign design = StudyDesign::before_after;  ///< what the comparison is worth
  std::int64_t treated = 0;                        ///< rows that were touched and compared
  std::int64_t controls = 0;                       ///< rows that were not, and compared
  std::int64_t treated_outcomes = 0;               ///< of them, with the outcome
  std::int64_t control_outcomes = 0;               ///< of them, with the outcome
  std::int64_t strata = 0;                         ///< with both
  std::int64_t left_out = 0;                       ///< rows with nobody to be compared with
  double statistic = 0;                ///< Cochran-Mantel-Haenszel, chi-squared; NaN where nothing differs
  double p_value = 1;                  ///< that it would be as large without any effect; NaN likewise
  double confidence = 0.95;            ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< codes: not_evidence, unmeasured_differences, unmatched,
                                       ///< many_rows, unknown_risk, without_stratum, no_estimate

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("measure", self.measure);
    f("estimate", self.estimate);
    f("lower", self.lower);
    f("upper", self.upper);
    f("std_error", self.std_error);
    f("crude", self.crude);
  }
};

/// What touches did to an outcome, and what the comparison is worth.
///
/// Rows are compared within strata. With a column `stratum` these are given. Otherwise, of a matched study
/// with risks, each touched account gets the one that was not touched, is of the same values of `exact` and
/// nearest in risk, within the caliper: those of highest risk choose first, each control is taken once, ties
/// go to the smaller id. Without risks, strata are the values of `exact`; of a study before and after, the
/// accounts.
///
/// Differences have the errors of Sato, ratios of risks those of Greenland and Robins, ratios of odds those
/// of Robins, Breslow and Greenland: right for many small strata as for few large ones. The test is without
/// correction for continuity.
///
/// \param study    as made by TouchStudy
/// \param options  design, exact, caliper, confidence
/// \returns        a row for each measure, and what the comparison is worth
/// \throws InvalidInput  for a matched study with neither strata, risks nor `exact`; a caliper without risks;
///                       names of no attribute; unless caliper > 0 and 0 < confidence < 1
/// \see Mantel & Haenszel (1959), Journal of the National Cancer Institute 22:719-748; Robins, Breslow &
///      Greenland (1986), Biometrics 42:311-323; Greenland & Robins (1985), Biometrics 41:55-68; Sato (1989),
///      Biometrics 45:1323-1324; Austin (2011), Pharmaceutical Statistics 10:150-161
TouchEffect touch_effect(const TouchStudy& study, const TouchEffectOptions& options);

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_touch_effect.hpp>
