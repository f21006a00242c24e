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

/// Customer satisfaction, one row for each group.
struct Csat {
  IdColumn group;                                ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> answers;             ///< in the window
  std::vector<std::int64_t> respondents;         ///< answers that count
  std::vector<double> mean;                      ///< of the scores, on their scale; NaN without any
  std::vector<double> std_error;                 ///< of the mean, with n - 1; NaN for one respondent
  std::vector<std::int64_t> satisfied;           ///< scores in the top two boxes: at least the highest less 1
  std::vector<double> share;                     ///< satisfied / respondents; NaN without any
  std::vector<double> lower;                     ///< Wilson's interval of the share
  std::vector<double> upper;                     ///< Wilson's interval of the share
  std::optional<Date> as_of = {};                ///< last day known; none for a table without rows
  bool as_of_inferred = false;                   ///< it was not given
  std::optional<std::int32_t> window_days = {};  ///< days up to as_of whose answers count
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
    f("satisfied", self.satisfied);
    f("share", self.share);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// Customer satisfaction: the mean score, and the share of the satisfied ("top two boxes": 4 and 5 of 5).
///
/// \param surveys  as made by Surveys
/// \param options  as_of, window, which answers count, groups, confidence
/// \returns        one row for each group with an answer up to as_of; without `by` one row
/// \throws InvalidInput  as nps()
/// \see Wilson (1927), JASA 22:209-212
Csat csat(const Surveys& surveys, const SurveyOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_csat.hpp>
