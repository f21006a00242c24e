// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/growth_segments.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <vector>

namespace fealty::adoption {

/// Settings of growth_equation().
struct GrowthEquationOptions {
  double points = 1;  ///< by how many percentage points rates are raised to see what it brings, > 0
};

/// Where successful customers come from, and what would bring more. Needed figures are NaN without a target,
/// and where no figure would do.
struct GrowthEquation {
  IdColumn segment;                            ///< ascending, then null: all of them; only with segments
  std::vector<std::int64_t> customers;         ///< all that there are
  std::vector<double> onboarding_rate;         ///< onboarded / customers; NaN without customers
  std::vector<double> adoption_rate;           ///< adopted / onboarded; NaN where nobody was onboarded
  std::vector<double> successes;               ///< customers x onboarding_rate x adoption_rate
  std::vector<double> csms;                    ///< customer success managers; NaN where it was not told
  std::vector<double> successes_per_csm;       ///< successes / csms, and so what one more brings; NaN without
  std::vector<double> per_onboarding_point;    ///< more successes if the onboarding rate were `points` higher
  std::vector<double> per_adoption_point;      ///< the same of the adoption rate
  std::vector<double> target;                  ///< successes that are wanted; NaN for none
  std::vector<double> needed_success_rate;     ///< target / customers: above 1, only more customers help
  std::vector<double> needed_onboarding_rate;  ///< if only this rate changes; above 1 it cannot
  std::vector<double> needed_adoption_rate;    ///< the same of the adoption rate
  std::vector<double> needed_factor;           ///< by which both rates grow to reach the target
  std::vector<double> needed_both_onboarding_rate;  ///< the onboarding rate then
  std::vector<double> needed_both_adoption_rate;    ///< the adoption rate then
  std::vector<double> needed_customers;             ///< at the same rates
  std::vector<double> needed_csms;                  ///< at the same successes per CSM; round it up
  std::vector<std::uint8_t> onboarding_suffices;  ///< 1 where the onboarding rate alone can reach the target
  std::vector<std::uint8_t> adoption_suffices;    ///< the same of the adoption rate
  std::vector<std::uint8_t> both_suffice;         ///< the same of both, raised by one factor
  double points = 1;                              ///< as chosen
  std::vector<Finding> findings = {};  ///< by rows of the result: target_out_of_reach, successes_without_csm

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.segment.present() || self.successes.empty()) f("segment", self.segment);
    f("customers", self.customers);
    f("onboarding_rate", self.onboarding_rate);
    f("adoption_rate", self.adoption_rate);
    f("successes", self.successes);
    f("csms", self.csms);
    f("successes_per_csm", self.successes_per_csm);
    f("per_onboarding_point", self.per_onboarding_point);
    f("per_adoption_point", self.per_adoption_point);
    f("target", self.target);
    f("needed_success_rate", self.needed_success_rate);
    f("needed_onboarding_rate", self.needed_onboarding_rate);
    f("needed_adoption_rate", self.needed_adoption_rate);
    f("needed_factor", self.needed_factor);
    f("needed_both_onboarding_rate", self.needed_both_onboarding_rate);
    f("needed_both_adoption_rate", self.needed_both_adoption_rate);
    f("needed_customers", self.needed_customers);
    f("needed_csms", self.needed_csms);
    f("onboarding_suffices", self.onboarding_suffices);
    f("adoption_suffices", self.adoption_suffices);
    f("both_suffice", self.both_suffice);
  }
};

/// The growth equation in its two forms: successful customers = CSMs x successes per CSM, which grows with
/// the payroll, and = customers x onboarding rate x adoption rate, which says what to raise.
///
/// Both forms are linear in each factor, so a point more of one rate brings customers x (the other rate) /
/// 100 more, and one more CSM as many as each brings now. All segments' rates are those of all their
/// customers together. A target is that of its segment; the last row's is the sum of them.
///
/// \param segments  as made by GrowthSegments
/// \param options   points
/// \returns         a row for each segment, and one for all of them
/// \throws InvalidInput  unless points is a number above 0
/// \see growth_change() for what changed between two periods
GrowthEquation growth_equation(const GrowthSegments& segments, const GrowthEquationOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_growth_equation.hpp>
