// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/censoring_limit.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of brier().
struct BrierOptions {
  std::vector<double> ages;           ///< at which survival was predicted, >= 0, ascending
  std::vector<std::string> survival;  ///< attributes that hold it, one for each age: numbers in [0, 1]
  CensoringLimit censoring = CensoringLimit::before_age;  ///< how lives that are last seen are made up for
  std::string cluster = {};                               ///< attribute of lives that are not independent
  double confidence = 0.95;                               ///< coverage of the intervals, in (0, 1)
};

/// How far predicted survival is from what happened, one row for each age.
struct BrierScore {
  std::vector<double> age;           ///< at which survival was predicted
  std::vector<double> brier;         ///< mean squared distance; NaN beyond the last life that was seen
  std::vector<double> std_error;     ///< of it, by how much each life matters
  std::vector<double> lower;         ///< of a normal interval, cut to [0, 1]
  std::vector<double> upper;         ///< of a normal interval, cut to [0, 1]
  std::vector<double> null_brier;    ///< that of the Kaplan-Meier curve of all these lives
  std::vector<double> r_squared;     ///< 1 - brier / null_brier
  double integrated_brier = 0;       ///< mean over the ages from the first to the last, by trapezoids; NaN of
                                     ///< fewer than two, or where one is NaN
  double integrated_std_error = 0;   ///< of it
  double integrated_null_brier = 0;  ///< the same of null_brier
  double integrated_r_squared = 0;   ///< 1 - integrated_brier / integrated_null_brier
  std::int64_t lives = 0;            ///< rows that were used
  std::int64_t left_out = 0;         ///< rows in which a prediction is missing
  CensoringLimit censoring = CensoringLimit::before_age;  ///< how lives that are last seen were made up for
  double confidence = 0.95;                               ///< coverage of the intervals
  std::vector<Finding> findings = {};                     ///< code: beyond_last_life

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("age", self.age);
    f("brier", self.brier);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("null_brier", self.null_brier);
    f("r_squared", self.r_squared);
  }
};

/// The Brier score: how far predicted survival is from 1 for lives that pass an age, and from 0 for those
/// that end by it.
///
/// Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
/// the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). The standard
/// error is the infinitesimal jackknife's: of each life, or cluster, it takes how much the score moves with
/// its weight, through G too.
///
/// \param lives    as made by Lifetimes, watched from the beginning
/// \param options  ages, attributes that hold the predictions
/// \returns        one row for each age, and the mean over the ages
/// \throws InvalidInput  for ages that are not ascending numbers >= 0, more or fewer attributes than ages,
///                       names of no attribute, predictions that are no numbers in [0, 1], lives with a
///                       delayed entry; unless 0 < confidence < 1
/// \see Graf, Schmoor, Sauerbrei & Schumacher (1999), Statistics in Medicine 18:2529-2545
BrierScore brier(const Lifetimes& lives, const BrierOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_brier.hpp>
