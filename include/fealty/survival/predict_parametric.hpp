// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/parametric.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of predict_parametric().
struct ParametricPredictionOptions {
  std::vector<double> ages = {};   ///< at which survival is told, >= 0; by default all at which lives ended
  std::vector<double> ahead = {};  ///< instead of `ages`: so long after the given age, >= 0
  double given_age = 0;            ///< of lives that have passed this age, >= 0
  std::string given = {};          ///< attribute that holds the age that each life has passed, instead
  double confidence = 0.95;        ///< coverage of the intervals, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which these are symmetric
};

/// Survival of single lives, one row for each of them and age.
struct ParametricPrediction {
  std::vector<std::int64_t> row;                     ///< of the attributes, from 0
  std::vector<double> time;                          ///< age
  std::vector<double> survival;                      ///< chance to pass the age
  std::vector<double> std_error;                     ///< of it
  std::vector<double> lower;                         ///< of the interval
  std::vector<double> upper;                         ///< of the interval
  std::vector<double> cumulative_hazard;             ///< from the given age to this one
  std::vector<double> hazard;                        ///< at the age; NaN at age 0
  double confidence = 0.95;                          ///< coverage of the intervals
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which they are symmetric

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("time", self.time);
    f("survival", self.survival);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("cumulative_hazard", self.cumulative_hazard);
    f("hazard", self.hazard);
  }
};

/// How likely lives are to pass ages, by a model of their distribution, also beyond what was ever seen: new
/// lives, or those that have already passed an age.
///
/// Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
/// is missing has NaN, as has piecewise_exponential beyond a break after which no life was watched.
///
/// \param model       as made by parametric()
/// \param attributes  one row for each life: the model's covariates, by their names; a model without any
///                    tells of one life
/// \param options     ages, given age, confidence
/// \returns           one row for each life and age
/// \throws InvalidInput  for a model that parametric() did not make, attributes that are not there, infinite
///                       values, texts that are no level of it; for ages that are no numbers >= 0, `ages` and
///                       `ahead`, or `given_age` and `given`, together; unless 0 < confidence < 1
/// \see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 3
ParametricPrediction predict_parametric(const ParametricModel& model, const Frame& attributes = {},
                                        const ParametricPredictionOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_predict_parametric.hpp>
