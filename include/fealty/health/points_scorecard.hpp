// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/points_odds.hpp>
#include <fealty/health/polarity.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of points_scorecard().
struct PointsScorecardOptions {
  std::vector<double> coefficients;  ///< of each attribute's weight of evidence, in a logistic model
  double intercept;                  ///< of that model
  Polarity polarity =
      Polarity::lower_is_healthier;  ///< of the model's outcome: a churn, or, higher is healthier, a renewal
  double pdo = 20;                   ///< points that double the odds, > 0; a custom of the field
  double base_points = 600;          ///< points at which the odds are base_odds; likewise
  double base_odds = 50;             ///< of the healthy outcome to the other, > 0; likewise
};

/// Points for each bin, one row for each of all attributes.
struct PointsScorecard {
  std::vector<std::string> feature;        ///< the attribute
  std::vector<BinKind> kind;               ///< what the bin holds
  std::vector<double> lower;               ///< of numbers: above it
  std::vector<double> upper;               ///< of numbers: up to it
  std::vector<std::string> category;       ///< of a text
  std::vector<double> weight_of_evidence;  ///< of the bin
  std::vector<double> coefficient;         ///< of the attribute
  std::vector<double> points;              ///< what the bin is worth, unrounded; NaN of an empty bin
  std::vector<double> rounded_points;      ///< the same, rounded half to even
  double factor = 0;                       ///< points by which log odds of 1 are worth: pdo / ln 2
  double offset = 0;                       ///< points at even odds: base_points - factor ln(base_odds)
  double intercept = 0;                    ///< of the model
  Polarity polarity = Polarity::lower_is_healthier;  ///< of the model's outcome
  double pdo = 20;                                   ///< points that double the odds
  double base_points = 600;                          ///< points at which the odds are base_odds
  double base_odds = 50;                             ///< of the healthy outcome to the other
  double lowest = 0;                                 ///< the least that all attributes come to
  double highest = 0;                                ///< the most

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("feature", self.feature);
    f("kind", self.kind);
    f("lower", self.lower);
    f("upper", self.upper);
    f("category", self.category);
    f("weight_of_evidence", self.weight_of_evidence);
    f("coefficient", self.coefficient);
    f("points", self.points);
    f("rounded_points", self.rounded_points);
  }
};

/// A logistic model of weights of evidence as a points scorecard: points that add up to a score.
///
/// score = offset + factor * log odds of the healthy outcome, with factor = pdo / ln 2 and offset =
/// base_points - factor * ln(base_odds): higher is healthier. The log odds of the model's outcome are
/// intercept + the sum of coefficient * weight of evidence; of a churn, they count with a minus. The
/// intercept and the offset are spread evenly over the attributes. Rounded points may miss the score by half
/// a point for each attribute.
///
/// \param evidence  as made by weight_of_evidence(), in the order of the coefficients
/// \param options   coefficients, intercept, polarity, pdo
/// \returns         a row for each bin
/// \throws InvalidInput  without evidence; for more or fewer coefficients; for numbers that are not finite,
///                       or make points that are not; unless pdo > 0 and base_odds > 0
/// \see Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling)
PointsScorecard points_scorecard(const std::vector<WeightOfEvidence>& evidence,
                                 const PointsScorecardOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_points_scorecard.hpp>
