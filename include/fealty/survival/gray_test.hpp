// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of gray_test().
struct GrayTestOptions {
  std::string cause;                     ///< the cause whose incidence is compared; others compete with it
  std::vector<std::string> by = {};      ///< attributes whose values make the groups
  std::vector<std::string> strata = {};  ///< attributes within whose values groups are compared
  double rho = 0;            ///< ages count by (1 - incidence)^rho: above 0, early ages count for more
  std::int32_t threads = 0;  ///< at most so many; 0 for all of the machine's
};

/// A comparison of incidences between groups.
struct GrayTest {
  double statistic;                 ///< chi-squared; NaN where nothing can be compared
  std::int64_t degrees_of_freedom;  ///< of it
  double p_value;                   ///< that groups of one incidence would differ as much; NaN likewise
  IdColumn group;                   ///< ascending; lives without a group or a stratum are left out
  std::vector<std::int64_t> lives;  ///< in the group
  std::vector<std::int64_t> ended;  ///< of them, by the cause
  std::vector<double> observed;     ///< ends by the cause, each as much as its age counts
  std::vector<double> expected;     ///< the same if all groups had one incidence
  std::vector<double> variance;     ///< of observed - expected
  std::string cause = {};           ///< whose incidence was compared
  double rho = 0;                   ///< how much an age counted
  std::int64_t left_out = 0;        ///< lives without a group or a stratum

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("group", self.group);
    f("lives", self.lives);
    f("ended", self.ended);
    f("observed", self.observed);
    f("expected", self.expected);
    f("variance", self.variance);
  }
};

/// Tests whether groups have one and the same incidence of a cause at every age, where other causes compete.
///
/// A log-rank test of the cause alone would ask about its hazard while others spare a life. Here lives that
/// other causes have ended stay among those that might have ended by this one: at each age, n lives at risk
/// count as n (1 - incidence) / survival, both of their group just before. Sums of observed - expected ends
/// are judged by their covariance under one incidence, without which hazards of other causes need not be
/// alike. With strata only lives of one stratum are compared.
///
/// \param lives    as made by Lifetimes
/// \param options  cause, groups, strata, how much an age counts
/// \returns        the test, and a row for each group
/// \throws InvalidInput  without `by`, for names of no attribute or no cause; unless rho is a finite number;
///                       for weights that are not cases, and for lives with a delayed entry
/// \see Gray (1988), Annals of Statistics 16:1141-1154
GrayTest gray_test(const Lifetimes& lives, const GrayTestOptions& options);

/// The same of a state, whose groups and strata are its own.
///
/// \throws InvalidInput  as above; for `by` and `strata`, which only lives can tell
GrayTest gray_test(const LifeTable& table, const GrayTestOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_gray_test.hpp>
