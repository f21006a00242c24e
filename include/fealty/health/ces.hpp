// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/survey_options.hpp>
#include <fealty/health/surveys.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::health {

/// Customer effort score, one row for each group.
struct Ces {
  IdColumn group;                                         ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> answers;                      ///< in the window
  std::vector<std::int64_t> respondents;                  ///< answers that count
  std::vector<double> mean;                               ///< of the scores, on their scale; NaN without any
  std::vector<double> std_error;                          ///< of the mean, with n - 1; NaN for one respondent
  std::vector<std::int64_t> agreeing;                     ///< scores above the middle of the scale
  std::vector<double> share;                              ///< agreeing / respondents; NaN without any
  std::vector<double> lower;                              ///< Wilson's interval of the share
  std::vector<double> upper;                              ///< Wilson's interval of the share
  std::optional<Date> as_of = {};                         ///< last day known; none for a table without rows
  bool as_of_inferred = false;                            ///< it was not given
  std::optional<std::int32_t> window_days = {};           ///< days up to as_of whose answers count
  CountedAnswers counted = CountedAnswers::last_of_user;  ///< which of them
  double confidence = 0.95;                               ///< coverage of the intervals
  std::vector<Finding> findings = {};                     ///< codes: no_answers, users_unknown

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.mean.empty()) f("group", self.group);
    f("answers", self.answers);
    f("respondents", self.respondents);
    f("mean", self.mean);
    f("std_error", self.std_error);
    f("agreeing", self.agreeing);
    f("share", self.share);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// Customer effort: the mean agreement that it was made easy, and the share of those who agree (5 to 7 of 7).
///
/// Scores are those of the second version of the question, in which more is better. Answers to the first, in
/// which more is more effort, are to be turned round: low + high - score.
///
/// \param surveys  as made by Surveys
/// \param options  as_of, window, which answers count, groups, confidence
/// \returns        one row for each group with an answer up to as_of; without `by` one row
/// \throws InvalidInput  as nps()
/// \see Dixon, Freeman & Toman (2010), Harvard Business Review 88(7/8):116-122
Ces ces(const Surveys& surveys, const SurveyOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_ces.hpp>
