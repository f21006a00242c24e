// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/cox.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of predict_cox().
struct CoxPredictionOptions {
  std::vector<double> ages = {};   ///< at which survival is told, >= 0; by default all at which lives ended
  std::vector<double> ahead = {};  ///< instead of `ages`: so long after the given age, >= 0
  double given_age = 0;            ///< of lives that have passed this age, >= 0
  std::string given = {};          ///< attribute that holds the age that each life has passed, instead
  double confidence = 0.95;        ///< coverage of the intervals, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which these are symmetric
};

/// Survival of single lives, one row for each of them and age.
struct CoxPrediction {
  std::vector<std::int64_t> row;          ///< of the attributes, from 0
  std::vector<double> time;               ///< age
  std::vector<double> survival;           ///< chance to pass the age; NaN beyond what was seen of the stratum
  std::vector<double> std_error;          ///< of it
  std::vector<double> lower;              ///< of the interval
  std::vector<double> upper;              ///< of the interval
  std::vector<double> cumulative_hazard;  ///< from the given age to this one
  double confidence = 0.95;               ///< coverage of the intervals
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
  }
};

/// How likely lives are to pass ages, by a proportional hazards model: new ones, or those that have already
/// passed an age.
///
/// The standard error has two parts: how sure the baseline hazard is, and how sure the coefficients are. A
/// life in which a covariate, the stratum, the offset or its age is missing has NaN.
///
/// \param model       as made by cox()
/// \param attributes  one row for each life: the model's covariates, strata and offset, by their names
/// \param options     ages, given age, confidence
/// \returns           one row for each life and age
/// \throws InvalidInput  for a model that cox() did not make, attributes that are not there, infinite values,
///                       texts that are no level or stratum of it; for ages that are no numbers >= 0, `ages`
///                       and `ahead`, or `given_age` and `given`, together; unless 0 < confidence < 1
/// \see Tsiatis (1981), Annals of Statistics 9:93-108; Therneau & Grambsch (2000), Modeling Survival Data,
///      ch. 10
CoxPrediction predict_cox(const CoxModel& model, const Frame& attributes,
                          const CoxPredictionOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_predict_cox.hpp>
