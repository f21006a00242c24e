// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of cox_path().
struct CoxPathOptions {
  std::vector<std::string> covariates;   ///< attributes: numbers, flags, or texts by their levels
  std::vector<std::string> strata = {};  ///< attributes within whose values hazards are compared
  std::string offset = {};               ///< attribute that is added to the linear predictor as it is
  CoxTies ties = CoxTies::efron;         ///< how ties share the likelihood: efron or breslow
  double l1_ratio = 1;                   ///< share of the penalty that is of sizes, not of squares, in (0, 1]
  std::vector<double> penalties = {};  ///< > 0, in any order; empty for a sequence from the smallest at which
                                       ///< all coefficients are 0 down
  std::int32_t count = 100;            ///< of penalties in that sequence, evenly spaced in logarithms, >= 1
  std::optional<double> ratio = {};    ///< of its last to its first, in (0, 1); by default 1e-4, or 1e-2
                                       ///< where covariates are more than rows
  std::vector<double> penalty_factors = {};  ///< of each of `covariates`: its penalty is multiplied by it,
                                             ///< >= 0; 0 for none, 1 by default
  bool standardize = true;                   ///< whether coefficients are penalized per standard deviation
                                             ///< (weighted, of the rows used) or per unit of their covariates
  double tolerance = 1e-9;                   ///< slope that may be left of the objective, for each end and
                                             ///< standard deviation, in (0, 1)
  std::int32_t max_iterations = 100;         ///< steps at each penalty, >= 1
  std::int32_t threads = 0;                  ///< at most so many; 0 for all of the machine's
};

/// Coefficients along falling penalties: a row for each penalty and covariate, or level of one but the first.
struct CoxPath {
  std::vector<double> penalty;         ///< descending
  IdColumn covariate;                  ///< its name, and = the level of one of texts
  std::vector<double> coef;            ///< log hazard ratio; 0 where the penalty holds it back, NaN where
                                       ///< the data do not tell it (see findings)
  std::vector<std::int64_t> nonzero;   ///< coefficients that are not 0 at the penalty
  std::vector<double> log_likelihood;  ///< partial, at the penalty's coefficients; without the penalty
  std::vector<double> deviance_ratio;  ///< share of the deviance of no coefficients that they explain
  std::int64_t lives = 0;              ///< rows that were used
  std::int64_t left_out = 0;           ///< rows in which a covariate, a stratum or the offset is missing
  std::int64_t ended = 0;              ///< lives that ended
  double null_log_likelihood = 0;      ///< partial, with all coefficients 0
  double l1_ratio = 1;                 ///< share of the penalty that is of sizes
  bool standardize = true;             ///< whether it was per standard deviation of covariates
  CoxTies ties = CoxTies::efron;       ///< how ties shared the likelihood
  std::vector<Finding> findings = {};  ///< codes: constant_covariate, collinear_covariate

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("penalty", self.penalty);
    f("covariate", self.covariate);
    f("coef", self.coef);
    f("nonzero", self.nonzero);
    f("log_likelihood", self.log_likelihood);
    f("deviance_ratio", self.deviance_ratio);
  }
};

/// Proportional hazards of few covariates among many: the elastic net, from the penalty that lets none in
/// down.
///
/// Coefficients are those at which - log-likelihood / W + penalty x the sum of factor x (l1_ratio |b| +
/// (1 - l1_ratio) b^2 / 2) is least: W is the sum of the weights of the rows used (their number without), b a
/// coefficient per standard deviation of its covariate, or per unit. Factors are taken as they are. A
/// sequence that was not given ends early where more than 0.999 of the deviance is explained. There are no
/// standard errors: coefficients that were chosen by the same data are not near normal, and errors that
/// overlook the choice would be too small.
///
/// \param lives    as made by Lifetimes; a life whose covariates change is several stretches of it
/// \param options  covariates, strata, offset, ties, penalties
/// \returns        the coefficients at each penalty, with their likelihood
/// \throws InvalidInput  for names of no attribute, covariates that are no numbers, flags or texts, infinite
///                       values, no lives or none that ended, exact ties; unless 0 < l1_ratio <= 1, penalties
///                       > 0, penalty_factors >= 0, 0 < ratio < 1, 0 < tolerance < 1, count and
///                       max_iterations
///                       >= 1
/// \throws NotConverged  when max_iterations steps do not suffice, or a covariate without a penalty tells who
///                       ends before whom
/// \see Simon, Friedman, Hastie & Tibshirani (2011), Journal of Statistical Software 39(5):1-13; Tibshirani
/// et
///      al. (2012), Journal of the Royal Statistical Society B 74:245-266
CoxPath cox_path(const Lifetimes& lives, const CoxPathOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_cox_path.hpp>
