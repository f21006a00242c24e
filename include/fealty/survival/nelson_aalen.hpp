// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// How lives that end at one age add to the hazard.
enum class HazardTies {
  nelson_aalen,       ///< together: d / n
  fleming_harrington  ///< one after the other: 1 / n + 1 / (n - 1) + …
};
constexpr auto enum_names(HazardTies) {
  return std::array<std::string_view, 2>{"nelson_aalen", "fleming_harrington"};
}
/// Scale on which the confidence band of a cumulative hazard is symmetric around the estimate.
enum class HazardScale {
  plain,  ///< of the hazard itself, cut off at 0
  log     ///< of its logarithm
};
constexpr auto enum_names(HazardScale) { return std::array<std::string_view, 2>{"plain", "log"}; }

/// Settings of nelson_aalen().
struct NelsonAalenOptions {
  std::vector<std::string> by = {};            ///< attributes whose values make the groups
  double confidence = 0.95;                    ///< coverage of the bands, in (0, 1)
  HazardScale scale = HazardScale::log;        ///< on which the band is symmetric
  HazardTies ties = HazardTies::nelson_aalen;  ///< how lives that end at one age count
  double given_age = 0;                        ///< of lives that have passed this age, >= 0
  std::optional<bool> robust = {};             ///< standard errors by how much each life matters; by default
                                               ///< for weights that are not cases, and clusters
  std::string cluster = {};  ///< attribute of lives that are not independent; implies robust
  std::int32_t threads = 0;  ///< at most so many; 0 for all of the machine's
};

/// A cumulative hazard for each group: a row for each age at which a life ended or was last seen.
struct HazardCurve {
  IdColumn group;                         ///< of `by`, ascending, null last; only with `by`
  std::vector<double> time;               ///< age, ascending within a group
  std::vector<std::int64_t> at_risk;      ///< lives at risk just before `time`
  std::vector<std::int64_t> ended;        ///< lives that ended at `time`
  std::vector<std::int64_t> censored;     ///< lives last seen at `time`
  std::vector<double> cumulative_hazard;  ///< expected number of ends up to `time`, >= 0
  std::vector<double> std_error;          ///< of `cumulative_hazard`
  std::vector<double> lower;             ///< pointwise band; NaN where no life has ended yet on the scale log
  std::vector<double> upper;             ///< pointwise band; NaN likewise
  std::vector<double> survival;          ///< exp(-cumulative_hazard), in [0, 1]
  std::vector<double> survival_lower;    ///< exp(-upper)
  std::vector<double> survival_upper;    ///< exp(-lower)
  double confidence = 0.95;              ///< coverage of the bands
  HazardScale scale = HazardScale::log;  ///< on which they are symmetric
  HazardTies ties = HazardTies::nelson_aalen;  ///< how lives that end at one age count
  double given_age = 0;                        ///< the curve is of lives that have passed this age
  bool robust = false;                         ///< what kind the standard errors are
  std::optional<WeightKind> weight_kind = {};  ///< what weights mean; none without weights

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("time", self.time);
    f("at_risk", self.at_risk);
    f("ended", self.ended);
    f("censored", self.censored);
    f("cumulative_hazard", self.cumulative_hazard);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("survival", self.survival);
    f("survival_lower", self.survival_lower);
    f("survival_upper", self.survival_upper);
  }
};

/// The cumulative hazard up to each age, and the survival that it implies (Fleming and Harrington's
/// estimate).
///
/// The variance is the sum of d / n^2, or of 1 / (n - k)^2 where ties come one after the other. Where weights
/// are cases or none, that is; the robust one sums the squares of how much each life, or cluster of lives,
/// moves the hazard, ties taken together.
///
/// \param lives    as made by Lifetimes
/// \param options  groups, band, ties, given_age
/// \returns        one row for each group and age with an end or a censoring
/// \throws InvalidInput  unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that
///                       name no attribute; for robust standard errors where ties come one after the other
/// \see Aalen (1978), Annals of Statistics 6:701-726; Fleming & Harrington (1984), Communications in
///      Statistics 13:2469-2486
HazardCurve nelson_aalen(const Lifetimes& lives, const NelsonAalenOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for robust standard
///                       errors of lives that were not watched from the beginning, which need the lives too
HazardCurve nelson_aalen(const LifeTable& table, const NelsonAalenOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_nelson_aalen.hpp>
