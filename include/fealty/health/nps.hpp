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

/// Net Promoter Score, one row for each group: in points from -100 to 100.
struct Nps {
  IdColumn group;                         ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> answers;      ///< in the window
  std::vector<std::int64_t> respondents;  ///< answers that count
  std::vector<std::int64_t> promoters;    ///< 9 and 10
  std::vector<std::int64_t> passives;     ///< 7 and 8
  std::vector<std::int64_t> detractors;   ///< 0 to 6
  std::vector<double> nps;                ///< 100 (promoters - detractors) / respondents; NaN without any
  std::vector<double> std_error;          ///< 100 sqrt((p + d - (p - d)^2) / n) of their shares; 0 where all
                                          ///< are of one sort, which the interval is not
  std::vector<double> lower;              ///< adjusted Wald interval
  std::vector<double> upper;              ///< adjusted Wald interval
  std::optional<Date> as_of = {};         ///< last day known; none for a table without rows
  bool as_of_inferred = false;            ///< it was not given
  std::optional<std::int32_t> window_days = {};           ///< days up to as_of whose answers count
  CountedAnswers counted = CountedAnswers::last_of_user;  ///< which of them
  double confidence = 0.95;                               ///< coverage of the intervals
  std::vector<Finding> findings = {};                     ///< codes: no_answers, users_unknown

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.nps.empty()) f("group", self.group);
    f("answers", self.answers);
    f("respondents", self.respondents);
    f("promoters", self.promoters);
    f("passives", self.passives);
    f("detractors", self.detractors);
    f("nps", self.nps);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// The Net Promoter Score: the share of promoters less that of detractors, with its standard error and
/// interval.
///
/// The standard error is that of a mean of n answers that are 1, 0 or -1, with n and not n - 1 below. The
/// interval is Wald's after three answers were added, one half passive and a quarter each promoter and
/// detractor, held within -100 and 100: of 10 respondents Wald's own 95% interval, nps -+ 1.96 std_error,
/// holds the true score in 88 of 100 surveys, this one in 95 (the mean over all populations in steps of 5%).
///
/// \param surveys  as made by Surveys
/// \param options  as_of, window, which answers count, groups, confidence
/// \returns        one row for each group with an answer up to as_of; without `by` one row
/// \throws InvalidInput  unless as_of is from 1900 to 9999, window_days >= 1 and 0 < confidence < 1; for `by`
///                       without accounts or with an attribute that they do not have
/// \see Reichheld (2003), Harvard Business Review 81(12):46-54; Rocks (2016), American Statistician
///      70:365-372, for the interval
Nps nps(const Surveys& surveys, const SurveyOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_nps.hpp>
