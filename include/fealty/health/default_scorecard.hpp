// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/scorecard.hpp>

namespace fealty::health {

/// A scorecard to begin with, of measures that company::measures() makes.
///
/// Half of it is customer outcome: seats in use, days since the last use, goals, first value reached. The
/// other half is customer experience: the last answers to surveys, escalated tickets, days since the last
/// touch, late payments. A sponsor who left caps it below green for 90 days, longer if it is told again.
/// There are no published standards for weights, points and days: these are choices of this library, to be
/// replaced by your own, and prove() says whether either foretells anything. What the CSM feels is left out
/// on purpose: it is kept beside the score, by sentiment(). lint() has nothing against it.
///
/// \returns  scale 0 to 100: red to 50, yellow to 75, green above; unknown below half of the weight
Scorecard default_scorecard();

}  // namespace fealty::health

#include <fealty/health/detail/make_default_scorecard.hpp>
