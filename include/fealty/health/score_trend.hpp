// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/score_history.hpp>

#include <cstdint>
#include <vector>

namespace fealty::health {

/// Settings of score_trend().
struct ScoreTrendOptions {
  std::int32_t window_days = 90;  ///< days before an account's last row that count; a convention, > 0
};

/// Where scores are going: a row for each account.
struct ScoreTrend {
  IdColumn account;                  ///< ascending
  DateColumn as_of;                  ///< the account's last row
  std::vector<double> score;         ///< on that day; NaN where too little was known
  std::vector<double> slope;         ///< points in 30 days, by least squares; NaN with fewer than two scores
  std::vector<double> change;        ///< from the first score of the window to the last; NaN likewise
  std::vector<std::int64_t> scores;  ///< how many known scores this stands on
  IdColumn band;                     ///< on that day
  IdColumn previous_band;            ///< the one before; null where it has always been the same
  std::vector<std::int64_t> days_in_band;  ///< since the first row of this stay, at least
  std::int32_t window_days = 90;           ///< days that count

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("as_of", self.as_of);
    f("score", self.score);
    f("slope", self.slope);
    f("change", self.change);
    f("scores", self.scores);
    f("band", self.band);
    f("previous_band", self.previous_band);
    f("days_in_band", self.days_in_band);
  }
};

/// How scores moved over a window of days, and how long accounts have been in their band.
///
/// The slope is a description of the days that are there, no forecast. Unknown scores are left out of it;
/// "unknown" is a band of its own.
///
/// \param history  as made by score_history()
/// \param options  window_days
/// \returns        a row for each account
/// \throws InvalidInput  unless window_days > 0
ScoreTrend score_trend(const ScoreHistory& history, const ScoreTrendOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_score_trend.hpp>
