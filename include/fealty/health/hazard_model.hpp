// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

namespace detail {
struct HazardFit;
}

/// How the chance to end in a period follows from a sum of effects.
enum class HazardLink {
  logit,   ///< log odds: effects are odds ratios of ending in a period
  cloglog  ///< log(-log(1 - chance)): effects are hazard ratios, whatever the length of a period
};
constexpr auto enum_names(HazardLink) { return std::array<std::string_view, 2>{"logit", "cloglog"}; }

/// How the chance to end depends on the age.
enum class HazardBaseline {
  by_period,   ///< a coefficient for each period: any shape, as far as lives were seen
  polynomial,  ///< a power series of the period, of `degree`
  log_period   ///< a line in the logarithm of the period
};
constexpr auto enum_names(HazardBaseline) {
  return std::array<std::string_view, 3>{"by_period", "polynomial", "log_period"};
}

/// Settings of discrete_hazard().
struct DiscreteHazardOptions {
  std::vector<std::string> features = {};  ///< attributes: numbers, flags, or texts by their levels
  HazardLink link = HazardLink::logit;     ///< of the chance to end in a period
  HazardBaseline baseline = HazardBaseline::by_period;  ///< how it depends on the age
  std::int32_t degree = 3;                              ///< of a polynomial baseline, 1 to 6
  double penalty = 0;  ///< ridge: the mean negative log-likelihood of person-periods plus
                       ///< penalty / 2 x sum of squared coefficients is smallest, >= 0
  std::vector<double> penalty_factors = {};  ///< of each of `features`: the penalty is multiplied by it, >=
                                             ///< 0; 0 for none, 1 by default; the baseline has none
  bool standardize = true;  ///< whether coefficients are penalized per standard deviation (weighted, of
                            ///< lives) or per unit of their features
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;           ///< standard errors that the last step may have, in (0, 1)
  std::int32_t max_iterations = 50;  ///< scoring steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// A discrete-time hazard model: rows for the baseline, then for each feature and level but the first.
struct DiscreteHazardModel {
  std::vector<std::string> covariate;  ///< "period=1", ... or "(intercept)", "period", "period^2", ... or
                                       ///< "log(period)"; then features, and = the level of texts
  std::vector<std::string>
      reference;                    ///< the level that it is told against, of one of texts; otherwise empty
  std::vector<double> coef;         ///< on the scale of the link; NaN where the data do not tell it
  std::vector<double> std_error;    ///< of `coef`
  std::vector<double> exp_coef;     ///< e^coef: of features, odds ratio (logit) or hazard ratio (cloglog)
  std::vector<double> z;            ///< coef / std_error
  std::vector<double> p_value;      ///< two-sided
  std::vector<double> lower;        ///< of e^coef
  std::vector<double> upper;        ///< of e^coef
  std::int64_t lives = 0;           ///< rows that were used
  std::int64_t left_out = 0;        ///< rows in which a feature is missing
  std::int64_t ended = 0;           ///< lives that ended
  std::int64_t person_periods = 0;  ///< periods that lives were at risk in: rows of the expanded table
  std::int64_t periods = 0;         ///< the longest life
  double log_likelihood = 0;        ///< weighted, at the coefficients, without the penalty
  double deviance = 0;              ///< -2 log_likelihood
  std::int64_t iterations = 0;      ///< scoring steps
  bool stabilized = false;          ///< whether separation made a weak prior necessary (see findings)
  HazardLink link = HazardLink::logit;                  ///< of the chance to end in a period
  HazardBaseline baseline = HazardBaseline::by_period;  ///< how it depends on the age
  double penalty = 0;                                   ///< of squared coefficients
  bool standardize = true;                              ///< whether it was per standard deviation of features
  double confidence = 0.95;                             ///< coverage of the intervals
  std::shared_ptr<const detail::HazardFit> fit;         ///< for predict_discrete_hazard()
  std::vector<Finding> findings = {};  ///< codes: separation, few_outcomes, constant_covariate,
                                       ///< collinear_covariate, certain_period

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    f("reference", self.reference);
    f("coef", self.coef);
    f("std_error", self.std_error);
    f("exp_coef", self.exp_coef);
    f("z", self.z);
    f("p_value", self.p_value);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

}  // namespace fealty::health
