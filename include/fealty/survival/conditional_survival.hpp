// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of conditional_survival().
struct ConditionalSurvivalOptions {
  std::vector<double> ahead;         ///< how much longer a customer is to stay, > 0
  std::string given = "age";         ///< attribute of customers that holds the age that each has passed
  std::string weight = {};           ///< attribute of customers: what each counts for, >= 0; 1 by default
  std::vector<double> bands = {};    ///< ages, ascending, at which bands of customers begin; by default each
                                     ///< age is one of its own
  std::vector<std::string> by = {};  ///< attributes, of lives and of customers, that make
                                     ///< the groups
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which these are symmetric
  std::optional<bool> robust = {};                   ///< standard errors by how much each life matters; by
                                                     ///< default for weights that are not cases, and clusters
  std::string cluster = {};  ///< attribute of lives that are not independent; implies robust
  std::int32_t threads = 0;  ///< at most so many; 0 for all of the machine's
};

/// How likely customers of today are to stay, one row for each group, age or band of ages, and time ahead.
struct ConditionalSurvival {
  IdColumn group;                            ///< of `by`, ascending, null last; only with `by`
  std::vector<double> given_age;             ///< age that they have passed, or at which their band begins
  std::vector<double> ahead;                 ///< how much longer they are to stay
  std::vector<std::int64_t> customers;       ///< of that age
  std::vector<double> weight;                ///< what they count for together
  std::vector<std::int64_t> unknown;         ///< of them, whose time ahead reaches beyond the last life that
                                             ///< was seen: what follows is of the others
  std::vector<double> unknown_weight;        ///< what these count for
  std::vector<std::int64_t> at_risk;         ///< lives still at risk at the highest age that is reached
  std::vector<double> survival;              ///< chance to stay, the mean by weight; NaN where none is known
  std::vector<double> std_error;             ///< of `survival`; NaN where it is 0 or unknown
  std::vector<double> lower;                 ///< of the interval; NaN likewise
  std::vector<double> upper;                 ///< of the interval; NaN likewise
  std::vector<double> expected_ended;        ///< weight that is expected to have ended by then
  std::vector<double> expected_ended_lower;  ///< by the upper limit of survival
  std::vector<double> expected_ended_upper;  ///< by the lower limit of survival
  double confidence = 0.95;                  ///< coverage of the intervals
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which they are symmetric
  bool robust = false;                               ///< what kind the standard errors are

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.ahead.empty()) f("group", self.group);
    f("given_age", self.given_age);
    f("ahead", self.ahead);
    f("customers", self.customers);
    f("weight", self.weight);
    f("unknown", self.unknown);
    f("unknown_weight", self.unknown_weight);
    f("at_risk", self.at_risk);
    f("survival", self.survival);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("expected_ended", self.expected_ended);
    f("expected_ended_lower", self.expected_ended_lower);
    f("expected_ended_upper", self.expected_ended_upper);
  }
};

/// The chance that customers who have come to an age stay so much longer: S(age + ahead) / S(age), of the
/// Kaplan-Meier curve.
///
/// Each customer's chance is that of its own age; that of a band is their mean, by weight. The standard error
/// counts that all of these are read from one curve; by how much chance makes the outcome differ from what is
/// expected, it does not say. Nothing is extrapolated: customers whose time ahead reaches beyond the last
/// life that was seen are counted as unknown, and in nothing else.
///
/// \param lives      as made by Lifetimes
/// \param customers  one row for each customer of today: its age, its groups, its weight
/// \param options    time ahead, bands, groups, confidence
/// \returns          one row for each group, band and time ahead, all ascending, that has customers
/// \throws InvalidInput  for attributes that are not there; for ages that are no numbers >= 0, or below the
///                       first band; for bands that do not ascend; for a time ahead that is no number > 0, a
///                       weight that is none >= 0; for a group that no life is in; unless 0 < confidence < 1
/// \see Zabor, Gonen, Chapman & Panageas (2013), Cancer 119:3589-3592
ConditionalSurvival conditional_survival(const Lifetimes& lives, const Frame& customers,
                                         const ConditionalSurvivalOptions& options);

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for robust standard
///                       errors of lives that were not watched from the beginning, which need the lives too
ConditionalSurvival conditional_survival(const LifeTable& table, const Frame& customers,
                                         const ConditionalSurvivalOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_conditional_survival.hpp>
