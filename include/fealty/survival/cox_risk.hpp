// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/survival/cox.hpp>

#include <cstdint>
#include <vector>

namespace fealty::survival {

/// Settings of cox_risk().
struct CoxRiskOptions {
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
};

/// How much higher the hazard of single lives is than that of one whose covariates are the means.
struct CoxRisk {
  std::vector<std::int64_t> row;         ///< of the attributes, from 0
  std::vector<double> linear_predictor;  ///< its logarithm; NaN where an attribute is missing
  std::vector<double> std_error;         ///< of `linear_predictor`
  std::vector<double> hazard_ratio;      ///< exp(linear_predictor)
  std::vector<double> lower;             ///< of the hazard ratio
  std::vector<double> upper;             ///< of the hazard ratio
  double confidence = 0.95;              ///< coverage of the intervals

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("linear_predictor", self.linear_predictor);
    f("std_error", self.std_error);
    f("hazard_ratio", self.hazard_ratio);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// The risk of lives by a proportional hazards model, relative to the means of the covariates: whom to look
/// after first, and the score that concordance() judges.
///
/// \param model       as made by cox()
/// \param attributes  one row for each life: the model's covariates, strata and offset, by their names
/// \param options     confidence
/// \returns           one row for each life
/// \throws InvalidInput  for a model that cox() did not make, attributes that are not there, infinite values,
///                       texts that are no level or stratum of it; unless 0 < confidence < 1
/// \see Therneau & Grambsch (2000), Modeling Survival Data, ch. 3
CoxRisk cox_risk(const CoxModel& model, const Frame& attributes, const CoxRiskOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_cox_risk.hpp>
