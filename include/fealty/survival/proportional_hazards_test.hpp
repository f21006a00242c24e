// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/cox.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// The scale of age on which a coefficient may drift.
enum class AgeTransform {
  kaplan_meier,  ///< the share of lives that ended before
  rank,          ///< its order among all ages at which lives ended or were last seen
  identity,      ///< age itself
  log            ///< its logarithm
};
constexpr auto enum_names(AgeTransform) {
  return std::array<std::string_view, 4>{"kaplan_meier", "rank", "identity", "log"};
}

/// Settings of proportional_hazards_test().
struct ProportionalHazardsTestOptions {
  AgeTransform transform = AgeTransform::kaplan_meier;  ///< of age
  std::int32_t threads = 0;                             ///< at most so many; 0 for all of the machine's
};

/// Tests of single covariates and, in the last row, of all of them together.
struct ProportionalHazardsTest {
  std::vector<std::string>
      covariate;                  ///< its name, all levels of one of texts together; "all" in the last row
  std::vector<double> statistic;  ///< chi-squared where hazards are proportional
  std::vector<std::int64_t> degrees_of_freedom;  ///< coefficients tested
  std::vector<double> p_value;  ///< that a statistic is as large; NaN without a coefficient to test
  AgeTransform transform = AgeTransform::kaplan_meier;  ///< of age

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("covariate", self.covariate);
    f("statistic", self.statistic);
    f("degrees_of_freedom", self.degrees_of_freedom);
    f("p_value", self.p_value);
  }
};

/// Whether coefficients stay the same at every age: the score test against a coefficient that drifts with
/// a transform of age. R calls it cox.zph.
///
/// \param lives    those that the model was made of
/// \param model    as made by cox(); exact ties count as Breslow's
/// \param options  the transform of age
/// \returns        a row for each covariate, and one for all
/// \throws InvalidInput  for a model that cox() did not make, or with a penalty, lives that miss its
///                       attributes, and log of an age of 0 at which a life ended
/// \see Grambsch & Therneau (1994), Biometrika 81:515-526
ProportionalHazardsTest proportional_hazards_test(const Lifetimes& lives, const CoxModel& model,
                                                  const ProportionalHazardsTestOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_proportional_hazards_test.hpp>
