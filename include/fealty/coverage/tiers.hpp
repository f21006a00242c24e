// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/coverage/account_scores.hpp>
#include <fealty/coverage/tier_plan.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::coverage {

/// Settings of tiers(). The defaults are assumptions: no published standard says how firm a tier should be.
struct TiersOptions {
  double margin = 0.1;             ///< share of a threshold by which a score has to pass it, in [0, 1)
  std::int32_t snapshots = 1;      ///< in so many rows of the account one after the other, >= 1
  std::optional<Date> as_of = {};  ///< last day known; by default all rows are
};

/// The tier of each account and snapshot, by account id and then by date.
struct Tiers {
  IdColumn account;                   ///< whose
  DateColumn date;                    ///< of the snapshot, and first day of this tier; null without dates
  DateColumn valid_to;                ///< the account's next snapshot; null for its last
  MoneyColumn acv;                    ///< annual contract value
  std::vector<double> score;          ///< acv x potential x complexity
  IdColumn score_tier;                ///< the tier that the score alone would make
  IdColumn previous;                  ///< the tier before; null for none
  IdColumn tier;                      ///< the tier
  std::vector<std::uint8_t> changed;  ///< 1 where it is another than the one before
  std::vector<std::int64_t> beyond;   ///< rows in a row, up to this one, that were past the margin
  double margin = 0;                  ///< as it was asked for
  std::int32_t snapshots = 1;         ///< as it was asked for
  std::int64_t changes = 0;           ///< how often a tier changed
  std::int64_t changes_without = 0;   ///< how often it would have, by the score alone

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("date", self.date);
    f("valid_to", self.valid_to);
    f("acv", self.acv);
    f("score", self.score);
    f("score_tier", self.score_tier);
    f("previous", self.previous);
    f("tier", self.tier);
    f("changed", self.changed);
    f("beyond", self.beyond);
  }
};

/// Puts accounts into tiers by their scores, firmly enough that they do not flap.
///
/// The score alone makes the first tier of the plan whose threshold it reaches. An account that has a tier
/// leaves it only when the score reaches the next higher threshold x (1 + margin), or falls below its own x
/// (1 - margin), in each of `snapshots` rows one after the other; then it comes into the tier of its score.
/// So an account whose score stays within the margin of its tier never moves, and tiers never change more
/// often than by the score alone. Without a tier before, the score alone makes it.
///
/// \param scores   one row for each account, or for each account and snapshot
/// \param plan     tiers and thresholds, in the currency of the scores
/// \param options  margin, snapshots, as_of
/// \returns        one row for each that is known by as_of
/// \throws InvalidInput  for a plan without thresholds, a tier that it does not have, as_of without dates,
/// unless
///                       0 <= margin < 1 and snapshots >= 1
Tiers tiers(const AccountScores& scores, const TierPlan& plan, const TiersOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_tiers.hpp>
