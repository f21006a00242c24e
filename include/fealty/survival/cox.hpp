// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

namespace detail {
struct CoxBaseline;
}

/// How lives that end at one age share the likelihood.
enum class CoxTies {
  efron,    ///< close to the exact likelihood, also with many ties
  breslow,  ///< as if the others that end were still at risk: too small where ties are many
  exact  ///< as if time had no finer parts: of all sets of as many lives at risk, these end; work grows with
         ///< lives x ties at each age
};
constexpr auto enum_names(CoxTies) { return std::array<std::string_view, 3>{"efron", "breslow", "exact"}; }

/// Settings of cox().
struct CoxOptions {
  std::vector<std::string> covariates;   ///< attributes: numbers, flags, or texts by their levels
  std::vector<std::string> strata = {};  ///< attributes within whose values hazards are compared
  std::string cluster = {};              ///< attribute of lives that are not independent; implies robust
  std::string offset = {};               ///< attribute that is added to the linear predictor as it is
  CoxTies ties = CoxTies::efron;         ///< how ties share the likelihood
  double penalty = 0;  ///< ridge: the log-likelihood less penalty / 2 x sum of squared coefficients is
                       ///< largest, >= 0
  std::vector<double> penalty_factors = {};  ///< of each of `covariates`: the penalty is multiplied by it,
                                             ///< >= 0; 0 for none, 1 by default
  bool standardize = true;  ///< whether coefficients are penalized per standard deviation (weighted, of the
                            ///< rows used) or per unit of their covariates
  std::optional<bool> robust = {};   ///< standard errors by how much each life matters; by default for
                                     ///< weights that are not cases, and clusters
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;           ///< relative change of the log-likelihood at which to stop, > 0
  std::int32_t max_iterations = 50;  ///< Newton steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// A proportional hazards model: a row for each covariate, and for each level of one but the first.
struct CoxModel {
  std::vector<std::string> covariate;  ///< its name, and = the level of one of texts
  std::vector<std::string>
      reference;                  ///< the level that it is told against, of one of texts; otherwise empty
  std::vector<double> coef;       ///< log hazard ratio; NaN where the data do not tell it (see findings)
  std::vector<double> exp_coef;   ///< hazard ratio
  std::vector<double> std_error;  ///< of `coef`; robust where asked for
  std::vector<double> z;          ///< coef / std_error
  std::vector<double> p_value;    ///< two-sided
  std::vector<double> lower;      ///< of the hazard ratio
  std::vector<double> upper;      ///< of the hazard ratio
  std::vector<double> naive_std_error;     ///< as if lives were independent, and weights cases
  std::vector<double> sampling_std_error;  ///< with a penalty: likewise, how far `coef` varies from sample
                                           ///< to sample about what the penalty makes of it; else empty
  std::vector<std::vector<double>> covariance;  ///< of the coefficients, row by row; NaN where there is none
  std::int64_t lives = 0;                       ///< rows that were used
  std::int64_t left_out = 0;                ///< rows in which a covariate, a stratum or the offset is missing
  std::int64_t ended = 0;                   ///< lives that ended
  double null_log_likelihood = 0;           ///< partial, with all coefficients 0
  double log_likelihood = 0;                ///< partial, at the coefficients, or as far as steps went along
                                            ///< a covariate that has none; without the penalty
  std::int64_t degrees_of_freedom = 0;      ///< coefficients that there are
  double effective_degrees_of_freedom = 0;  ///< what the penalty leaves of them; tests are on so many
  double likelihood_ratio = 0;              ///< 2 (log_likelihood - null_log_likelihood)
  double likelihood_ratio_p_value = 1;      ///< that it would be as large without any effect
  double wald = 0;                          ///< coef' V^-1 coef, V robust where asked for
  double wald_p_value = 1;                  ///< likewise
  double score = 0;                         ///< from the slope at 0, and the penalty
  double score_p_value = 1;                 ///< likewise
  std::int64_t iterations = 0;              ///< Newton steps
  bool robust = false;                      ///< what kind the standard errors are
  CoxTies ties = CoxTies::efron;            ///< how ties shared the likelihood
  double penalty = 0;                       ///< of squared coefficients
  bool standardize = true;                  ///< whether it was per standard deviation of covariates
  double confidence = 0.95;                 ///< coverage of the intervals
  std::shared_ptr<const detail::CoxBaseline> baseline;  ///< for baseline_hazard() and predict_cox()
  std::vector<Finding> findings = {};  ///< codes: constant_covariate, collinear_covariate, separation

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    bool any = self.covariate.empty();
    for (const std::string& each : self.reference) any = any || !each.empty();
    if (any) f("reference", self.reference);
    f("coef", self.coef);
    f("exp_coef", self.exp_coef);
    f("std_error", self.std_error);
    f("z", self.z);
    f("p_value", self.p_value);
    f("lower", self.lower);
    f("upper", self.upper);
    f("naive_std_error", self.naive_std_error);
    if (self.covariate.empty() || !self.sampling_std_error.empty())
      f("sampling_std_error", self.sampling_std_error);
  }
};

/// Proportional hazards: how much covariates multiply the hazard, whatever it is, at every age.
///
/// Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
/// covariate that is constant, or that others tell, has no coefficient; one that tells who ends has none that
/// is finite, and is reported (findings). Age enters by its order alone. With a penalty all but constants
/// have one; standard errors then come from the curvature of the penalized likelihood, robust
/// ones from how much each life moves where it is largest.
///
/// \param lives    as made by Lifetimes; a life whose covariates change is several stretches of it
/// \param options  covariates, strata, cluster, offset, ties
/// \returns        the coefficients, and tests of all of them
/// \throws InvalidInput  for names of no attribute, covariates that are no numbers, flags or texts, infinite
///                       values, no lives or none that ended; unless penalty >= 0, each of penalty_factors
///                       likewise, 0 < confidence < 1, tolerance > 0 and max_iterations >= 1
/// \throws NotConverged  when max_iterations steps do not suffice
/// \see Cox (1972), Journal of the Royal Statistical Society B 34:187-220; Efron (1977), JASA 72:557-565; Lin
///      & Wei (1989), JASA 84:1074-1078; Gray (1992), JASA 87:942-951; Therneau & Grambsch (2000), Modeling
///      Survival Data, ch. 3, 5 and 7
CoxModel cox(const Lifetimes& lives, const CoxOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_cox.hpp>
