// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

namespace detail {
struct LogisticFit;
}

/// Which sign a coefficient may have: what is known beforehand of how a feature works.
enum class CoefficientSign {
  any,       ///< none is asked for
  positive,  ///< >= 0: more of the feature never makes the outcome less likely
  negative   ///< <= 0
};
constexpr auto enum_names(CoefficientSign) {
  return std::array<std::string_view, 3>{"any", "positive", "negative"};
}

/// Settings of logistic().
struct LogisticOptions {
  std::vector<std::string> features;         ///< attributes: numbers, flags, or texts by their levels
  std::vector<CoefficientSign> signs = {};   ///< of each of `features`; any by default
  double penalty = 0;                        ///< ridge, as in glmnet: the mean negative log-likelihood plus
                                             ///< penalty / 2 x sum of squared coefficients is smallest, >= 0
  std::vector<double> penalty_factors = {};  ///< of each of `features`: the penalty is multiplied by it,
                                             ///< >= 0; 0 for none, 1 by default; they are not rescaled
  bool standardize = true;  ///< whether coefficients are penalized per standard deviation (weighted, of the
                            ///< rows used, over n) or per unit of their features
  std::optional<bool> robust = {};   ///< standard errors by how much each account moves the fit (each row,
                                     ///< without accounts); by default where there are accounts
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;           ///< standard errors that the last step may have, in (0, 1)
  std::int32_t max_iterations = 50;  ///< Newton steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// A logistic regression: a row for the intercept, for each feature, and for each level of one of texts but
/// the first.
struct LogisticModel {
  std::vector<std::string> covariate;  ///< "(intercept)", then names of features, and = the level of texts
  std::vector<std::string>
      reference;                   ///< the level that it is told against, of one of texts; otherwise empty
  std::vector<double> coef;        ///< log odds ratio; NaN where the data do not tell it (see findings)
  std::vector<double> std_error;   ///< of `coef`; NaN where a sign holds it at 0
  std::vector<double> odds_ratio;  ///< e^coef
  std::vector<double> z;           ///< coef / std_error
  std::vector<double> p_value;     ///< two-sided
  std::vector<double> lower;       ///< of the odds ratio
  std::vector<double> upper;       ///< of the odds ratio
  std::vector<std::vector<double>> covariance;  ///< of the coefficients, row by row; NaN where there is none
  std::int64_t examples = 0;                    ///< rows that were used
  std::int64_t left_out = 0;                    ///< rows in which a feature is missing
  std::int64_t outcomes = 0;                    ///< rows used in which the outcome happened
  double weight = 0;                            ///< of all rows used; `examples` without weights
  double log_likelihood = 0;                    ///< weighted, at the coefficients, without the penalty
  double deviance = 0;                          ///< -2 log_likelihood
  double null_deviance = 0;                     ///< with the intercept alone
  double effective_degrees_of_freedom = 0;      ///< coefficients, less what the penalty takes of them
  std::int64_t iterations = 0;                  ///< Newton steps
  bool robust = false;                          ///< what kind the standard errors are
  bool stabilized = false;   ///< whether separation made a weak prior necessary (see findings)
  double penalty = 0;        ///< of squared coefficients
  bool standardize = true;   ///< whether it was per standard deviation of features
  double equivalent_c = 0;   ///< scikit-learn's C that penalizes as much: 1 / (weight x penalty); infinite
                             ///< without one
  double confidence = 0.95;  ///< coverage of the intervals
  std::shared_ptr<const detail::LogisticFit> fit;  ///< for predict_logistic()
  std::vector<Finding> findings = {};              ///< codes: separation, few_outcomes, constant_covariate,
                                                   ///< collinear_covariate, held_by_sign

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    f("reference", self.reference);
    f("coef", self.coef);
    f("std_error", self.std_error);
    f("odds_ratio", self.odds_ratio);
    f("z", self.z);
    f("p_value", self.p_value);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

}  // namespace fealty::health
