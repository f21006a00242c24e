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

/// Settings of restricted_mean_time_lost().
struct RestrictedMeanTimeLostOptions {
  std::vector<std::string> by = {};    ///< attributes whose values make the groups
  std::optional<double> horizon = {};  ///< age up to which time counts, > 0; by default the largest that
                                       ///< every group reaches
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
  std::string cluster = {};  ///< attribute of lives that are not independent
  std::int32_t threads = 0;  ///< at most so many; 0 for all of the machine's
};

/// Time lost to each cause up to a horizon: a row for each group and cause.
struct RestrictedMeanTimeLost {
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  std::vector<std::string> cause;       ///< what ends a life, in order within a group
  std::vector<double> horizon;          ///< age up to which time counted
  std::vector<double> time_lost;        ///< mean time from an end by this cause to the horizon
  std::vector<double> std_error;        ///< of it
  std::vector<double> lower;            ///< of a normal interval
  std::vector<double> upper;            ///< of a normal interval
  std::vector<double> incidence;        ///< P(this cause ends a life by the horizon)
  std::vector<std::uint8_t> truncated;  ///< 1 where the asked horizon lies beyond the last life that was
                                        ///< seen; `horizon` then is what was seen, and the mean is of that
  double confidence = 0.95;             ///< coverage of the intervals
  std::vector<Finding> findings = {};   ///< code: horizon_beyond_support

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.horizon.empty()) f("group", self.group);
    f("cause", self.cause);
    f("horizon", self.horizon);
    f("time_lost", self.time_lost);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("incidence", self.incidence);
    f("truncated", self.truncated);
  }
};

/// The mean time that each of several causes takes from a life up to a horizon: the area under its incidence.
///
/// The times lost to all causes and the restricted mean lifetime add up to the horizon. The standard error
/// sums the squares of how much each life, or cluster of lives, moves the area (the infinitesimal jackknife).
/// Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked.
///
/// \param lives    as made by Lifetimes, with `cause`
/// \param options  groups, horizon, confidence, cluster
/// \returns        one row for each group and cause
/// \throws InvalidInput  unless 0 < confidence < 1 and the horizon is a number above 0; for `by` or `cluster`
///                       that name no attribute
/// \see Andersen (2013), Statistics in Medicine 32:5278-5285
RestrictedMeanTimeLost restricted_mean_time_lost(const Lifetimes& lives,
                                                 const RestrictedMeanTimeLostOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by` and `cluster`, which only lives can tell; for lives that were not
///                       watched from the beginning, whose standard errors need the lives too
RestrictedMeanTimeLost restricted_mean_time_lost(const LifeTable& table,
                                                 const RestrictedMeanTimeLostOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_restricted_mean_time_lost.hpp>
