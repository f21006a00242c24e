// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/discrete_hazard.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of predict_discrete_hazard().
struct HazardPredictionOptions {
  std::int32_t ahead = 12;   ///< periods that are told, 1 to 10,000
  double given_age = 0;      ///< periods that lives have passed, whole, >= 0
  std::string given = {};    ///< attribute that holds how many each life has passed, instead
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
};

/// The next periods of lives, one row for each of them and period.
struct HazardPrediction {
  std::vector<std::int64_t> row;       ///< of the attributes, from 0
  std::vector<std::int64_t> period;    ///< of the life, from 1
  std::vector<double> hazard;          ///< chance to end in it, having come so far; NaN where it is not known
  std::vector<double> survival;        ///< chance to pass it, having passed the given age
  std::vector<double> std_error;       ///< of the survival
  std::vector<double> lower;           ///< of the interval of the survival
  std::vector<double> upper;           ///< of the interval of the survival
  double confidence = 0.95;            ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< codes: missing_feature, unknown_level, beyond_support

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("period", self.period);
    f("hazard", self.hazard);
    f("survival", self.survival);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// How likely lives are to pass their next periods, given the age they have.
///
/// Beyond the longest life that the model has seen, a baseline by_period tells nothing (NaN); a polynomial or
/// log_period goes on (finding beyond_support in both cases). Intervals are symmetric in log(-log survival).
///
/// \param model       as made by discrete_hazard()
/// \param attributes  one row for each life: the model's features, by their names
/// \param options     periods, given age, confidence
/// \returns           one row for each life and period
/// \throws InvalidInput  for a model that discrete_hazard() did not make, attributes that are not there, are
/// of
///                       another kind than the model's or infinite; for ages that are no whole numbers >= 0,
///                       given_age and given together; unless 1 <= ahead <= 10,000 and 0 < confidence < 1
/// \see Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3
HazardPrediction predict_discrete_hazard(const DiscreteHazardModel& model, const Frame& attributes,
                                         const HazardPredictionOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_predict_discrete_hazard.hpp>
