// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/censoring_limit.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of time_dependent_auc().
struct TimeDependentAucOptions {
  std::vector<double> ages;              ///< by which lives end or not, >= 0, ascending
  std::string score = {};                ///< attribute that holds the scores
  std::vector<std::string> scores = {};  ///< instead of `score`: attributes, one for each age
  bool higher_ends_earlier = true;       ///< as hazards have it; false for a predicted lifetime or survival
  CensoringLimit censoring = CensoringLimit::before_age;  ///< how lives that are last seen are made up for
  std::string cluster = {};                               ///< attribute of lives that are not independent
  double confidence = 0.95;                               ///< coverage of the intervals, in (0, 1)
};

/// How well a score tells lives that end by an age from those that pass it, one row for each age.
struct TimeDependentAuc {
  std::vector<double> age;        ///< by which lives end or not
  std::vector<double> auc;        ///< share of pairs of one that ends by the age and one that passes it which
                                  ///< the score has in order, ties counting half; NaN without a pair, and
                                  ///< beyond the last life that was seen
  std::vector<double> std_error;  ///< of it, by how much each life matters
  std::vector<double> lower;      ///< of a normal interval, cut to [0, 1]
  std::vector<double> upper;      ///< of a normal interval, cut to [0, 1]
  std::vector<std::int64_t> ended;   ///< lives that ended by the age
  std::vector<std::int64_t> passed;  ///< lives that are known to have passed it
  double mean_auc = 0;  ///< over the ages, each counting as much as survival falls since the one before;
                        ///< NaN where one that counts is, or none has ended
  double mean_std_error = 0;                              ///< of it
  std::int64_t lives = 0;                                 ///< rows that were used
  std::int64_t left_out = 0;                              ///< rows in which a score is missing
  CensoringLimit censoring = CensoringLimit::before_age;  ///< how lives that are last seen were made up for
  double confidence = 0.95;                               ///< coverage of the intervals
  std::vector<Finding> findings = {};                     ///< code: beyond_last_life

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("age", self.age);
    f("auc", self.auc);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("ended", self.ended);
    f("passed", self.passed);
  }
};

/// The area under the ROC curve by age: cumulative, of lives that end by an age, and dynamic, against those
/// that pass it.
///
/// Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
/// the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). Standard
/// errors are the infinitesimal jackknife's: of each life, or cluster, they take how much the area moves with
/// its weight, through G too.
///
/// \param lives    as made by Lifetimes, watched from the beginning
/// \param options  ages, attributes that hold the scores
/// \returns        one row for each age, and the mean over the ages
/// \throws InvalidInput  for ages that are not ascending numbers >= 0, `score` and `scores` together or
///                       neither, not as many scores as ages, names of no attribute, scores that are no
///                       numbers, lives with a delayed entry; unless 0 < confidence < 1
/// \see Uno, Cai, Tian & Wei (2007), JASA 102:527-537; Hung & Chiang (2010), Canadian Journal of Statistics
///      38:8-26; Blanche, Dartigues & Jacqmin-Gadda (2013), Statistics in Medicine 32:5381-5397; Lambert &
///      Chevret (2016), Statistical Methods in Medical Research 25:2088-2102
TimeDependentAuc time_dependent_auc(const Lifetimes& lives, const TimeDependentAucOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_time_dependent_auc.hpp>
