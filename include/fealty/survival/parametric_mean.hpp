// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/survival/parametric.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of parametric_mean().
struct ParametricMeanOptions {
  double given_age = 0;      ///< of lives that have passed this age, >= 0: the time from it on
  std::string given = {};    ///< attribute that holds the age that each life has passed, instead
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
};

/// Mean lifetimes, one row for each life.
struct ParametricMeans {
  std::vector<std::int64_t> row;  ///< of the attributes, from 0
  std::vector<double> mean;       ///< time from the given age to the end; NaN where it is infinite
  std::vector<double> std_error;  ///< of it
  std::vector<double> lower;      ///< of an interval that is symmetric for its log
  std::vector<double> upper;      ///< of the interval
  std::vector<double> beyond;     ///< share of it that lies beyond the last life that was seen: the model's
  double confidence = 0.95;       ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< code: horizon_beyond_support, where that is 1% or more

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("mean", self.mean);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("beyond", self.beyond);
  }
};

/// The mean time that lives last, or that is still before them, by a model of their distribution: the whole
/// area under its survival curve. `beyond` tells how much of it was never seen.
///
/// The mean is infinite where some are cured, where the last hazard of piecewise_exponential is 0, for a
/// scale of loglogistic that is not below 1, and for a negative shape of generalized_gamma that is not above
/// -1 / scale; then it is NaN, as it is for a life in which a covariate or its age is missing. Standard
/// errors are those of the parameters, by the delta method.
///
/// \param model       as made by parametric()
/// \param attributes  one row for each life, as predict_parametric() reads them
/// \param options     given age, confidence
/// \returns           one row for each life
/// \throws InvalidInput  as predict_parametric() does
/// \see Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 4 and 8
ParametricMeans parametric_mean(const ParametricModel& model, const Frame& attributes = {},
                                const ParametricMeanOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_parametric_mean.hpp>
