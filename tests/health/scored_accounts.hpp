// SPDX-License-Identifier: MIT
// Accounts whose score foretells churn as well as is asked: what a proof has to find out.
#pragma once

#include <fealty/health/outcomes.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace scored {

/// What was known, and what happened.
struct Tables {
  fealty::health::Snapshots snapshots;
  fealty::health::Outcomes outcomes;
};

/// Rows to make tables of.
struct Rows {
  std::vector<std::int64_t> account, outcome_account;
  std::vector<std::int32_t> as_of, outcome_date;
  std::vector<double> score, probability;
  fealty::Frame more = {};  // further attributes

  Tables tables(std::int32_t observed_until = 10'000) const {
    fealty::health::SnapshotColumns columns{.account = account, .as_of = as_of, .attributes = more};
    columns.attributes.add("score", fealty::Column<double>(std::vector<double>(score)));
    if (!probability.empty())
      columns.attributes.add("probability", fealty::Column<double>(std::vector<double>(probability)));
    return {fealty::health::Snapshots(columns),
            fealty::health::Outcomes({.account = outcome_account,
                                      .date = outcome_date,
                                      .observed_until = fealty::Date{observed_until}})};
  }
};

/// One snapshot of each account. Scores of those that churn are normal, and lie `distance` standard
/// deviations below those of the others: the area under the ROC curve is that of distance / sqrt(2).
inline Rows once(std::uint64_t seed, int accounts, int churned, double distance) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  Rows rows;
  for (int i = 0; i < accounts; ++i) {
    rows.account.push_back(i);
    rows.as_of.push_back(0);
    rows.score.push_back(50 + 10 * (normal(random) - (i < churned ? distance : 0)));
    if (i >= churned) continue;
    rows.outcome_account.push_back(i);
    rows.outcome_date.push_back(1 + static_cast<std::int32_t>(random() % 90));
  }
  return rows;
}

/// Monthly snapshots of accounts for three years. Scores stay with an account for nine parts of ten, and so
/// does what happens to it: the windows of three snapshots hold one churn. A share of accounts is never in
/// danger, whatever its score says. With `effect`, a point of the account's part of the score multiplies its
/// hazard by e to the -effect.
inline Rows monthly(std::uint64_t seed, int accounts, double hazard, double effect) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  Rows rows;
  for (int i = 0; i < accounts; ++i) {
    const double own = normal(random), danger = uniform(random) < 0.5 ? 0 : 2;
    const double monthly_hazard = std::min(0.9, danger * hazard * std::exp(-effect * own));
    for (int month = 0; month < 36; ++month) {
      rows.account.push_back(i);
      rows.as_of.push_back(30 * month);
      rows.score.push_back(50 + 10 * (own + 0.33 * normal(random)));
      if (uniform(random) >= monthly_hazard) continue;
      rows.outcome_account.push_back(i);
      rows.outcome_date.push_back(30 * month + 1 + static_cast<std::int32_t>(random() % 30));
      break;
    }
  }
  return rows;
}

/// Snapshots of each quarter, and expansions that come again and again to some accounts and never to others:
/// an account's rows are nearly one row. The score knows nothing of it.
inline Rows quarterly(std::uint64_t seed, int accounts) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  Rows rows;
  for (int i = 0; i < accounts; ++i) {
    const double own = normal(random), rate = uniform(random) < 0.4 ? 0.8 : 0.02;
    for (int quarter = 0; quarter < 8; ++quarter) {
      rows.account.push_back(i);
      rows.as_of.push_back(91 * quarter);
      rows.score.push_back(50 + 10 * (own + 0.2 * normal(random)));
      if (uniform(random) >= rate) continue;
      rows.outcome_account.push_back(i);
      rows.outcome_date.push_back(91 * quarter + 1 + static_cast<std::int32_t>(random() % 90));
    }
  }
  return rows;
}

}  // namespace scored
