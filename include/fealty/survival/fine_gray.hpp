// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

namespace detail {
struct IncidenceBaseline;
}

/// What standard errors make of the chances to be still watched, by which lives are weighted.
enum class WatchingChance {
  estimated,  ///< they are not known: their errors count (Fine & Gray; R's cmprsk)
  known       ///< as if they were (R's finegray() and coxph())
};
constexpr auto enum_names(WatchingChance) { return std::array<std::string_view, 2>{"estimated", "known"}; }

/// Settings of fine_gray().
struct FineGrayOptions {
  std::string cause;                     ///< the cause whose incidence is told; others compete with it
  std::vector<std::string> covariates;   ///< attributes: numbers, flags, or texts by their levels
  std::vector<std::string> strata = {};  ///< attributes within whose values hazards are compared
  std::string cluster = {};              ///< attribute of lives that are not independent
  CoxTies ties = CoxTies::efron;         ///< how ties share the likelihood: efron or breslow
  WatchingChance chances = WatchingChance::estimated;  ///< what standard errors make of the weights
  double confidence = 0.95;                            ///< coverage of the intervals, in (0, 1)
  double tolerance = 1e-9;           ///< relative change of the log-likelihood at which to stop, > 0
  std::int32_t max_iterations = 50;  ///< Newton steps, >= 1
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// A model of one of several causes: a row for each covariate, and for each level of one but the first.
struct FineGrayModel {
  std::vector<std::string> covariate;  ///< its name, and = the level of one of texts
  std::vector<std::string>
      reference;                  ///< the level that it is told against, of one of texts; otherwise empty
  std::vector<double> coef;       ///< log ratio of subdistribution hazards; NaN where the data do not tell it
  std::vector<double> exp_coef;   ///< ratio of subdistribution hazards
  std::vector<double> std_error;  ///< of `coef`, robust
  std::vector<double> z;          ///< coef / std_error
  std::vector<double> p_value;    ///< two-sided
  std::vector<double> lower;      ///< of the hazard ratio
  std::vector<double> upper;      ///< of the hazard ratio
  std::vector<double> naive_std_error;          ///< as if weighted lives were lives
  std::vector<std::vector<double>> covariance;  ///< of the coefficients, row by row; NaN where there is none
  std::string cause = {};                       ///< whose incidence is told
  std::int64_t lives = 0;                       ///< rows that were used
  std::int64_t left_out = 0;                    ///< rows in which a covariate or a stratum is missing
  std::int64_t ended = 0;                       ///< lives that ended by the cause
  std::int64_t competing = 0;                   ///< lives that ended by another
  double null_log_likelihood = 0;               ///< partial and weighted, with all coefficients 0
  double log_likelihood = 0;                    ///< partial and weighted, at the coefficients
  std::int64_t degrees_of_freedom = 0;          ///< coefficients that there are
  double likelihood_ratio = 0;          ///< 2 (log_likelihood - null_log_likelihood); weights make it inexact
  double likelihood_ratio_p_value = 1;  ///< that it would be as large without any effect
  double wald = 0;                      ///< coef' V^-1 coef, V robust
  double wald_p_value = 1;              ///< likewise
  double score = 0;                     ///< from the slope at 0; weights make it inexact
  double score_p_value = 1;             ///< likewise
  std::int64_t iterations = 0;          ///< Newton steps
  CoxTies ties = CoxTies::efron;        ///< how ties shared the likelihood
  WatchingChance chances = WatchingChance::estimated;         ///< what standard errors made of the weights
  double confidence = 0.95;                                   ///< coverage of the intervals
  std::shared_ptr<const detail::IncidenceBaseline> baseline;  ///< for predict_fine_gray()
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
  }
};

/// How much covariates move the incidence of one cause, where others compete: proportional hazards of the
/// subdistribution.
///
/// Who ends by another cause will never end by this one, and stays at risk of it: at each later age with the
/// chance to be still watched at it, relative to when it ended, so that those who were last seen are stood
/// for. A delayed entry counts likewise, by the chance to have entered. These chances are estimated in each
/// stratum by itself, from all of its lives that are used, with their weights. Ratios above 1 mean more ends
/// by the cause, be it directly or because fewer end by others.
///
/// Each row is a life, with covariates of its first day: they cannot change along a life that has ended by
/// another cause.
///
/// \param lives    as made by Lifetimes, with `cause`
/// \param options  cause, covariates, strata, cluster, ties
/// \returns        the coefficients, and tests of all of them
/// \throws InvalidInput  for a cause that no life has; for names of no attribute, covariates that are no
///                       numbers, flags or texts, infinite values, no lives; for exact ties; for stretches of
///                       one account that follow each other; where nobody is left to tell how many had
///                       entered before; unless 0 < confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
/// \throws NotConverged  when max_iterations steps do not suffice
/// \see Fine & Gray (1999), JASA 94:496-509; Geskus (2011), Biometrics 67:39-49; Zhang, Zhang & Fine (2011),
///      Statistics in Medicine 30:1933-1951
FineGrayModel fine_gray(const Lifetimes& lives, const FineGrayOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_fine_gray.hpp>
