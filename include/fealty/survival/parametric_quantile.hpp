// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/survival/parametric.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of parametric_quantile().
struct ParametricQuantileOptions {
  std::vector<double> probabilities = {0.25, 0.5, 0.75};  ///< shares of lives that have ended, in (0, 1)
  double given_age = 0;                                   ///< of lives that have passed this age, >= 0
  std::string given = {};    ///< attribute that holds the age that each life has passed, instead
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
};

/// Ages by which shares of lives like these have ended, one row for each life and share.
struct ParametricQuantiles {
  std::vector<std::int64_t> row;    ///< of the attributes, from 0
  std::vector<double> probability;  ///< share of those that passed the given age
  std::vector<double> time;         ///< age; NaN where so many never end
  std::vector<double> std_error;    ///< of it
  std::vector<double> lower;        ///< of an interval that is symmetric for the log of the time ahead
  std::vector<double> upper;        ///< of the interval
  double confidence = 0.95;         ///< coverage of the intervals

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("probability", self.probability);
    f("time", self.time);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// The ages by which shares of lives have ended, the median among them, by a model of their distribution.
///
/// Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
/// is missing has NaN; so has a share that never ends, for a cure or because the last hazard is 0.
///
/// \param model       as made by parametric()
/// \param attributes  one row for each life, as predict_parametric() reads them
/// \param options     probabilities, given age, confidence
/// \returns           one row for each life and probability
/// \throws InvalidInput  for a probability that is not in (0, 1), and as predict_parametric() does
/// \see Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 8
ParametricQuantiles parametric_quantile(const ParametricModel& model, const Frame& attributes = {},
                                        const ParametricQuantileOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_parametric_quantile.hpp>
