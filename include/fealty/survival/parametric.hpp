// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/lifetime_distribution.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

namespace detail {
struct ParametricCurve;
}

/// Settings of parametric().
struct ParametricOptions {
  std::vector<std::string> covariates = {};  ///< attributes: numbers, flags, or texts by their levels
  LifetimeDistribution distribution = LifetimeDistribution::weibull;  ///< of lifetimes
  std::vector<double> breaks = {};  ///< ages at which the hazard of piecewise_exponential changes, ascending
  bool cure = false;                ///< whether a share of lives, the cured, never ends
  std::vector<std::string> cure_covariates = {};  ///< attributes that this share depends on
  std::string ended_by = {};  ///< attribute: the age by which a life has ended of which it is only known
                              ///< that it had not at its duration (interval-censored); otherwise null
  std::string cluster = {};   ///< attribute of lives that are not independent; implies robust
  std::optional<bool> robust = {};  ///< standard errors by how much each life matters; by default for weights
                                    ///< that are not cases, and clusters
  double confidence = 0.95;         ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;          ///< relative change of the log-likelihood at which to stop, in (0, 1)
  std::int32_t max_iterations = 50;  ///< Newton steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// A model of lifetimes: a row for each of its parameters. They are the (intercept), a coefficient for each
/// covariate and each level of one but the first, and, where the distribution has them, the (log scale), the
/// (shape), and the (cure), the logit of the cured share, with coefficients of its own; piecewise_exponential
/// has a (log rate from) each break instead of the intercept.
struct ParametricModel {
  std::vector<std::string> covariate;  ///< its name, and = the level of one of texts; or as above
  std::vector<std::string>
      reference;                  ///< the level that it is told against, of one of texts; otherwise empty
  std::vector<double> coef;       ///< of log age, or of the log hazard; NaN where the data do not tell it
  std::vector<double> std_error;  ///< of `coef`; robust where asked for
  std::vector<double> z;          ///< coef / std_error
  std::vector<double> p_value;    ///< two-sided
  std::vector<double> lower;      ///< of `coef`
  std::vector<double> upper;      ///< of `coef`
  std::vector<double> naive_std_error;          ///< as if lives were independent, and weights cases
  std::vector<std::vector<double>> covariance;  ///< of the parameters, row by row; NaN where there is none
  double scale = 1;                             ///< of the errors; NaN of piecewise_exponential
  double shape = 0;                             ///< of generalized_gamma; NaN of others
  double cure = 0;                      ///< share of lives that never end; NaN where it depends on covariates
  std::int64_t lives = 0;               ///< rows that were used
  std::int64_t left_out = 0;            ///< rows in which a covariate is missing
  std::int64_t ended = 0;               ///< lives that ended
  double null_log_likelihood = 0;       ///< without covariates; NaN where it has no maximum
  double log_likelihood = 0;            ///< with them
  double likelihood_ratio = 0;          ///< 2 (log_likelihood - null_log_likelihood)
  double likelihood_ratio_p_value = 1;  ///< that it would be as large without any effect
  std::int64_t degrees_of_freedom = 0;  ///< parameters that there are
  double aic = 0;                       ///< 2 (degrees_of_freedom - log_likelihood)
  double bic = 0;                       ///< degrees_of_freedom x log(lives, or cases) - 2 log_likelihood
  std::int64_t iterations = 0;          ///< Newton steps of the last way up
  bool robust = false;                  ///< what kind the standard errors are
  double confidence = 0.95;             ///< coverage of the intervals
  LifetimeDistribution distribution = LifetimeDistribution::weibull;  ///< of lifetimes
  std::shared_ptr<const detail::ParametricCurve> curve;               ///< for predictions
  std::vector<Finding> findings = {};  ///< codes: constant_covariate, collinear_covariate, separation,
                                       ///< no_cure, interval_without_ends, interval_not_watched

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    f("reference", self.reference);
    f("coef", self.coef);
    f("std_error", self.std_error);
    f("z", self.z);
    f("p_value", self.p_value);
    f("lower", self.lower);
    f("upper", self.upper);
    f("naive_std_error", self.naive_std_error);
  }
};

/// Lifetimes of a known distribution, and what makes them longer or shorter: unlike a curve that is only
/// drawn from what was seen, it goes on beyond.
///
/// Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
/// life that entered late counts from then on. Standard errors come from the observed information; the
/// likelihood is that of ages, not of their logarithms. Piecewise intervals include their ends.
///
/// \param lives    as made by Lifetimes
/// \param options  covariates, distribution, cure, clusters
/// \returns        the parameters, and how well they fit
/// \throws InvalidInput  for names of no attribute, covariates that are no numbers, flags or texts, infinite
///                       values; for no lives, none that ended, or one that ended at age 0, unless
///                       piecewise_exponential; for `breaks` that are no ascending ages above 0, or that the
///                       distribution does not have, likewise `cure`; for an age of `ended_by` that is not
///                       above the duration; unless 0 < confidence < 1, 0 < tolerance < 1 and
///                       max_iterations >= 1
/// \throws NotConverged  when max_iterations steps do not suffice, or the likelihood has no maximum
/// \see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 2 and 3;
///      Prentice (1974), Biometrika 61:539-544; Farewell (1982), Biometrics 38:1041-1046
ParametricModel parametric(const Lifetimes& lives, const ParametricOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_parametric.hpp>
