// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/growth_segments.hpp>
#include <fealty/core/id_column.hpp>

#include <vector>

namespace fealty::adoption {

/// What changed the number of successful customers between two periods. All figures are whole multiples of
/// 2^-20 of a customer, so that sums of them are exact, in whatever order:
/// change = now - before = customers + mix + onboarding + adoption, and where CSMs are told
/// = headcount + per_csm; the last row is the sum of those above it.
struct GrowthChange {
  IdColumn segment;                ///< ascending, then null: all of them; only with segments
  std::vector<double> before;      ///< successes of the first period
  std::vector<double> now;         ///< of the second
  std::vector<double> change;      ///< now - before
  std::vector<double> customers;   ///< of it, because there are more customers altogether
  std::vector<double> mix;         ///< because the segment is a larger part of them
  std::vector<double> onboarding;  ///< because more of them were onboarded
  std::vector<double> adoption;    ///< because more of the onboarded have adopted the product
  std::vector<double> headcount;   ///< because there are more CSMs; NaN where it is not told how many
  std::vector<double> per_csm;     ///< because each has more successes; NaN likewise

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.segment.present() || self.change.empty()) f("segment", self.segment);
    f("before", self.before);
    f("now", self.now);
    f("change", self.change);
    f("customers", self.customers);
    f("mix", self.mix);
    f("onboarding", self.onboarding);
    f("adoption", self.adoption);
    f("headcount", self.headcount);
    f("per_csm", self.per_csm);
  }
};

/// Explains the change of successful customers by the factors of the growth equation.
///
/// A segment's successes are all customers x its share of them x its onboarding rate x its adoption rate. A
/// factor's part is the mean, over all orders in which the factors could have changed one after the other, of
/// what its change did (the Shapley value): no factor is favored, and one that stayed has no part. A factor
/// that is unknown in one period (a rate of nobody) counts as in the other: the rates of a new segment have
/// changed nothing. Parts are rounded to 2^-20 of a customer, about a millionth; what this leaves goes to the
/// largest part (of equals, the first).
///
/// \param before  the first period
/// \param now     the second; a segment that one of them lacks has no customers in it
/// \returns       a row for each segment of either, and one for all of them
/// \throws InvalidInput  when only one period has segments, or when one names them by texts and the other by
///                       integers
/// \see Shapley (1953), Contributions to the Theory of Games 2:307-317; Sun (1998), Energy Economics
/// 20:85-100
GrowthChange growth_change(const GrowthSegments& before, const GrowthSegments& now);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_growth_change.hpp>
