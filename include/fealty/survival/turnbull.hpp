// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of turnbull().
struct TurnbullOptions {
  std::string ended_by = {};  ///< attribute: the age by which a life has ended of which it is only known
                              ///< that it had not at its duration (interval-censored); otherwise null
  std::vector<std::string> by = {};    ///< attributes whose values make the groups
  double tolerance = 1e-9;             ///< relative slope of the log-likelihood at which to stop, in (0, 1)
  std::int32_t max_iterations = 1000;  ///< steps up the likelihood, >= 1
};

/// The survival curve of each group: a row for each innermost interval, which are those that can hold a part
/// of the distribution. Where in it lives end is not known.
struct TurnbullCurve {
  IdColumn group;                   ///< of `by`, ascending, null last; only with `by`
  std::vector<double> after;        ///< age above which, ascending within a group
  std::vector<double> until;        ///< and up to which: the same where ends were seen at it; infinite after
                                    ///< the last age at which a life was seen
  std::vector<double> probability;  ///< that a life ends in the interval; 0 where the likelihood wants none
  std::vector<double> survival;     ///< P(life > until)
  double log_likelihood = 0;        ///< of all groups: the sum of the logarithms of the lives' chances
  std::int64_t iterations = 0;      ///< steps of the group that took the most
  std::optional<WeightKind> weight_kind = {};  ///< what weights mean; none without weights

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.after.empty()) f("group", self.group);
    f("after", self.after);
    f("until", self.until);
    f("probability", self.probability);
    f("survival", self.survival);
  }
};

/// The survival curve of lives of which some are only known to have ended between two ages (between two
/// visits, exports, surveys): the nonparametric maximum likelihood estimate.
///
/// A life with an age of `ended_by` has ended above its duration and up to that age; with a duration of 0 it
/// is left-censored. Others have ended at their duration, or were last seen at it. Where no life has an
/// interval the curve is that of kaplan_meier(). The estimate is the only one: it is reached when no mass
/// anywhere would raise the likelihood by more than `tolerance`, and that of each interval with mass agrees.
///
/// There are no standard errors. Where lives are looked at at any age the curve converges at the cube root of
/// their number, so that neither the information nor the bootstrap tells how sure it is. Nor are there
/// delayed entries: with them the likelihood has several maxima, or none. An entry of 0 is none.
///
/// \param lives    as made by Lifetimes
/// \param options  ended_by, groups
/// \returns        one row for each group and innermost interval
/// \throws InvalidInput  for `ended_by` or `by` that name no attribute, or none of numbers; for an age of
///                       `ended_by` that is not above the duration; for lives that entered above age 0;
///                       unless 0 < tolerance < 1 and max_iterations >= 1
/// \throws NotConverged  when max_iterations steps do not suffice
/// \see Peto (1973), Applied Statistics 22:86-91; Turnbull (1976), Journal of the Royal Statistical Society B
///      38:290-295; Groeneboom & Wellner (1992), Information Bounds and Nonparametric Maximum Likelihood
///      Estimation, part II; Jongbloed (1998), Journal of Computational and Graphical Statistics 7:310-321
TurnbullCurve turnbull(const Lifetimes& lives, const TurnbullOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_turnbull.hpp>
