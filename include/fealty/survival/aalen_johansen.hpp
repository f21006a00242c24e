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

/// Settings of aalen_johansen().
struct AalenJohansenOptions {
  std::vector<std::string> by = {};                  ///< attributes whose values make the groups
  double confidence = 0.95;                          ///< coverage of the band, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which the band is symmetric
  std::string cluster = {};                          ///< attribute of lives that are not independent
  std::int32_t threads = 0;                          ///< at most so many; 0 for all of the machine's
};

/// The incidence of each cause, for each group: a row for each age at which a life ended or was last seen.
struct IncidenceCurve {
  IdColumn group;                                    ///< of `by`, ascending, null last; only with `by`
  std::vector<std::string> cause;                    ///< what ends a life, in order within a group
  std::vector<double> time;                          ///< age, ascending within a cause
  std::vector<std::int64_t> at_risk;                 ///< lives at risk just before `time`
  std::vector<std::int64_t> ended;                   ///< lives that this cause ended at `time`
  std::vector<double> incidence;                     ///< P(this cause ends a life by `time`), in [0, 1]
  std::vector<double> std_error;                     ///< of `incidence`
  std::vector<double> lower;                         ///< pointwise band; NaN where the incidence is 0
  std::vector<double> upper;                         ///< pointwise band; NaN where the incidence is 0
  double confidence = 0.95;                          ///< coverage of the band
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which it is symmetric
  std::optional<WeightKind> weight_kind = {};        ///< what weights mean; none without weights

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("cause", self.cause);
    f("time", self.time);
    f("at_risk", self.at_risk);
    f("ended", self.ended);
    f("incidence", self.incidence);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// The probability that each of several causes has ended a life by an age.
///
/// Causes compete: a life that one has ended is not at risk of another any more, so the incidences and the
/// survival add up to 1; one minus the Kaplan-Meier curve of a single cause would be too much. Lives that end
/// at one age leave together, whatever their causes. The standard error sums the squares of how much each
/// life, or cluster of lives, moves the curve (the infinitesimal jackknife). Cases are so many lives with one
/// row each.
///
/// \param lives    as made by Lifetimes, with `cause`
/// \param options  groups, band, cluster
/// \returns        one row for each group, cause and age with an end or a censoring
/// \throws InvalidInput  unless 0 < confidence < 1; for `by` or `cluster` that name no attribute
/// \see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Therneau & Grambsch (2000),
///      Modeling Survival Data
IncidenceCurve aalen_johansen(const Lifetimes& lives, const AalenJohansenOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for lives that were not
///                       watched from the beginning, whose standard errors need the lives too
IncidenceCurve aalen_johansen(const LifeTable& table, const AalenJohansenOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_aalen_johansen.hpp>
