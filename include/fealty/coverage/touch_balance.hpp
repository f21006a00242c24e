// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/coverage/touch_effect.hpp>
#include <fealty/coverage/touch_study.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::coverage {

/// Settings of touch_balance(); the first three are those of touch_effect().
struct TouchBalanceOptions {
  StudyDesign design;                        ///< how it came about who was touched
  std::vector<std::string> exact = {};       ///< attributes of one value in those that are compared
  std::optional<double> caliper = {};        ///< how far risks of a pair may be apart; .2 by default, > 0
  std::vector<std::string> covariates = {};  ///< attributes that are looked at; by default all
  double largest = 0.1;                      ///< a difference above which there is a finding, > 0
};

/// Whether those that are compared were alike beforehand, one row for each covariate, and for each level of
/// one of texts but the first.
struct TouchBalance {
  std::vector<std::string> covariate;              ///< `risk`, or an attribute, and = its level
  std::vector<double> treated_mean;                ///< of all touched
  std::vector<double> control_mean;                ///< of all others
  std::vector<double> before;                      ///< their difference, in standard deviations
  std::vector<double> matched_treated_mean;        ///< of the touched that are compared
  std::vector<double> matched_control_mean;        ///< of the others, each stratum as much as it has touched
  std::vector<double> after;                       ///< their difference, in the same standard deviations
  StudyDesign design = StudyDesign::before_after;  ///< as told
  std::vector<Finding> findings = {};              ///< code: imbalanced

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    f("treated_mean", self.treated_mean);
    f("control_mean", self.control_mean);
    f("before", self.before);
    f("matched_treated_mean", self.matched_treated_mean);
    f("matched_control_mean", self.matched_control_mean);
    f("after", self.after);
  }
};

/// How far the touched differ from the others in what was known beforehand: of all, and of those that
/// touch_effect() compares.
///
/// The standard deviation is the root of the mean of both groups' variances, before as after. Missing values
/// do not count. NaN where neither group varies.
///
/// \param study    as made by TouchStudy
/// \param options  as for touch_effect(); covariates, largest
/// \returns        a row for each covariate
/// \throws InvalidInput  as touch_effect(); for covariates that are no numbers, flags or texts; unless
/// largest
///                       is above 0
/// \see Austin (2009), Statistics in Medicine 28:3083-3107; Stuart (2010), Statistical Science 25:1-21
TouchBalance touch_balance(const TouchStudy& study, const TouchBalanceOptions& options);

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_touch_balance.hpp>
