// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of restricted_mean().
struct RestrictedMeanOptions {
  std::vector<std::string> by = {};    ///< attributes whose values make the groups
  std::optional<double> horizon = {};  ///< age up to which time counts, > given_age; by default the largest
                                       ///< that every group reaches
  double confidence = 0.95;            ///< coverage of the intervals, in (0, 1)
  double given_age = 0;                ///< of lives that have passed this age, >= 0: the time from it on
  std::optional<bool> robust = {};  ///< standard errors by how much each life matters; by default for weights
                                    ///< that are not cases, and clusters
  std::string cluster = {};         ///< attribute of lives that are not independent; implies robust
  std::int32_t threads = 0;         ///< at most so many; 0 for all of the machine's
};

/// Mean lifetimes up to a horizon, one row for each group.
struct RestrictedMean {
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  std::vector<double> horizon;          ///< age up to which time counted
  std::vector<double> restricted_mean;  ///< mean time from given_age to the end or the horizon
  std::vector<double> std_error;        ///< of it
  std::vector<double> lower;            ///< of a normal interval
  std::vector<double> upper;            ///< of a normal interval
  std::vector<double> survival;         ///< share of lives that pass the horizon
  std::vector<std::uint8_t> truncated;  ///< 1 where the asked horizon lies beyond the last life that was
                                        ///< seen; `horizon` then is what was seen, and the mean is of that
  double confidence = 0.95;             ///< coverage of the intervals
  double given_age = 0;                 ///< the means are of lives that have passed this age
  bool robust = false;                  ///< what kind the standard errors are
  std::vector<Finding> findings = {};   ///< code: horizon_beyond_support

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.horizon.empty()) f("group", self.group);
    f("horizon", self.horizon);
    f("restricted_mean", self.restricted_mean);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("survival", self.survival);
    f("truncated", self.truncated);
  }
};

/// The mean lifetime up to a horizon: the area under the Kaplan-Meier curve.
///
/// Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked. The
/// variance is the sum over ages of (area from there to the horizon)^2 x d / (n (n - d)).
///
/// \param lives    as made by Lifetimes
/// \param options  groups, horizon, confidence, given_age
/// \returns        one row for each group
/// \throws InvalidInput  unless 0 < confidence < 1, given_age is a number >= 0 and the horizon one above it;
///                       for `by` or `cluster` that name no attribute
/// \see Irwin (1949), Journal of Hygiene 47:188-189; Royston & Parmar (2013), BMC Medical Research
///      Methodology 13:152
RestrictedMean restricted_mean(const Lifetimes& lives, const RestrictedMeanOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for robust standard
///                       errors of lives that were not watched from the beginning, which need the lives too
RestrictedMean restricted_mean(const LifeTable& table, const RestrictedMeanOptions& options = {});

/// How restricted means differ from that of one group.
struct RestrictedMeanDifference {
  IdColumn group;                  ///< compared
  IdColumn reference;              ///< with this one
  std::vector<double> difference;  ///< restricted mean of the group less that of the reference
  std::vector<double> std_error;   ///< of it; groups are independent
  std::vector<double> lower;       ///< of a normal interval
  std::vector<double> upper;       ///< of a normal interval
  std::vector<double> z;           ///< difference / std_error
  std::vector<double> p_value;     ///< two-sided

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("group", self.group);
    f("reference", self.reference);
    f("difference", self.difference);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("z", self.z);
    f("p_value", self.p_value);
  }
};

/// The restricted mean of each further group less that of the first.
///
/// \param means  as made by restricted_mean() with groups, all up to the same horizon
/// \returns      one row for each group but the first
/// \throws InvalidInput  for means without groups, or of different horizons, which do not compare
RestrictedMeanDifference restricted_mean_difference(const RestrictedMean& means);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_restricted_mean.hpp>
