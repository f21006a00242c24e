// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of kaplan_meier().
struct KaplanMeierOptions {
  std::vector<std::string> by = {};                  ///< attributes whose values make the groups
  double confidence = 0.95;                          ///< coverage of the band, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which the band is symmetric
  double given_age = 0;                              ///< of lives that have passed this age, >= 0
  std::optional<bool> robust = {};                   ///< standard errors by how much each life matters; by
                                                     ///< default for weights that are not cases, and clusters
  std::string cluster = {};  ///< attribute of lives that are not independent; implies robust
  std::int32_t threads = 0;  ///< at most so many; 0 for all of the machine's
};

/// A survival step curve for each group: a row for each age at which a life ended or was last seen.
struct SurvivalCurve {
  IdColumn group;                      ///< of `by`, ascending, null last; only with `by`
  std::vector<double> time;            ///< age, ascending within a group
  std::vector<std::int64_t> at_risk;   ///< lives at risk just before `time`
  std::vector<std::int64_t> ended;     ///< lives that ended at `time`
  std::vector<std::int64_t> censored;  ///< lives last seen at `time`
  std::vector<double> at_risk_weight;  ///< weight of those at risk; a column only with weights
  std::vector<double> ended_weight;    ///< weight of those that ended; a column only with weights
  std::vector<double> survival;        ///< P(life > time), in [0, 1]
  std::vector<double> std_error;       ///< of `survival`; NaN where survival is 0
  std::vector<double> lower;           ///< pointwise band; NaN where survival is 0
  std::vector<double> upper;           ///< pointwise band; NaN where survival is 0
  double confidence = 0.95;            ///< coverage of the band
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which it is symmetric
  double given_age = 0;                              ///< the curve is of lives that have passed this age
  bool robust = false;                               ///< what kind the standard errors are
  std::optional<WeightKind> weight_kind = {};        ///< what weights mean; none without weights

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("time", self.time);
    f("at_risk", self.at_risk);
    f("ended", self.ended);
    f("censored", self.censored);
    if (self.weight_kind || self.time.empty()) {
      f("at_risk_weight", self.at_risk_weight);
      f("ended_weight", self.ended_weight);
    }
    f("survival", self.survival);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// The probability that a life outlasts each age: the product-limit estimate.
///
/// Lives last seen are right-censored, and at one age they are last seen after others have ended. The
/// standard error is Greenwood's; the robust one, of weights that do not stand for lives, sums the squares of
/// how much each life, or cluster of lives, moves the curve (the infinitesimal jackknife; without weights the
/// two are the same). With `given_age` the curve is conditional: of a customer of that age today, P(life >
/// time | life > given_age).
///
/// \param lives    as made by Lifetimes
/// \param options  groups, band, given_age
/// \returns        one row for each group and age with an end or a censoring
/// \throws InvalidInput  unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that
///                       name no attribute
/// \see Kaplan & Meier (1958), JASA 53:457-481; Kalbfleisch & Prentice (2002), The Statistical Analysis of
///      Failure Time Data, sec. 1.4; Therneau & Grambsch (2000), Modeling Survival Data, sec. 2.2
SurvivalCurve kaplan_meier(const Lifetimes& lives, const KaplanMeierOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for robust standard
///                       errors of lives that were not watched from the beginning, which need the lives too
SurvivalCurve kaplan_meier(const LifeTable& table, const KaplanMeierOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_kaplan_meier.hpp>
