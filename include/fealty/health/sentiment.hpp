// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/scorecard_config.hpp>
#include <fealty/health/sentiments.hpp>

#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of sentiment().
struct SentimentOptions {
  std::vector<std::string> band_names = {"red", "yellow", "green"};  ///< of the scale, from the worst to the
                                                                     ///< best
  std::vector<double> band_uppers = {50, 75, 100};  ///< where each ends, ascending; those of the example of a
                                                    ///< scorecard
  BandRule band_rule = BandRule::upper_inclusive;   ///< to which of two a border belongs
  std::optional<Date> as_of = {};                   ///< last day known; by default the last date
};

/// What the score says and what the CSM says, side by side, by account id.
struct Sentiment {
  IdColumn account;                       ///< whose
  std::vector<double> score;              ///< the health score; NaN where it is unknown
  IdColumn score_band;                    ///< its band; null where it is unknown
  std::vector<double> sentiment;          ///< what the CSM thinks; NaN where it is unknown
  IdColumn sentiment_band;                ///< its band; null where it is unknown
  std::vector<double> disagreement;       ///< sentiment - score, in points: above 0 the CSM sees it greener
  std::vector<double> band_disagreement;  ///< the same in bands
  std::vector<double> days_since;         ///< from the CSM's word to as_of; NaN where the day is unknown
  std::optional<Date> as_of = {};         ///< last day known; none without dates
  bool as_of_inferred = false;            ///< it was not given
  std::vector<Finding> findings = {};     ///< by rows of the result: sentiment_above_score,
                                          ///< sentiment_below_score, outside_bands

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("score", self.score);
    f("score_band", self.score_band);
    f("sentiment", self.sentiment);
    f("sentiment_band", self.sentiment_band);
    f("disagreement", self.disagreement);
    f("band_disagreement", self.band_disagreement);
    f("days_since", self.days_since);
  }
};

/// Keeps the CSM's sentiment beside the score, and shows where they disagree: they are not averaged.
///
/// A sentiment that is dated after as_of is not known. Where one is in another band than the score, a finding
/// lists it: one of the two knows something.
///
/// \param sentiments  as made by Sentiments
/// \param options     bands, as_of
/// \returns           one row for each account
/// \throws InvalidInput  for bands without names, or as many uppers, or uppers that do not ascend; for a band
/// of
///                       a score that is none of the names, other than unknown; unless as_of is from 1900 to
///                       9999
Sentiment sentiment(const Sentiments& sentiments, const SentimentOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_sentiment.hpp>
