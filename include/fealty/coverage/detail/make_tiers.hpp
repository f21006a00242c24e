// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/plan_tiers.hpp>
#include <fealty/coverage/tiers.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Walks along each account's rows.
class TierWalk {
 public:
  TierWalk(const AccountScores& scores, const TierPlan& plan, const TiersOptions& options)
      : data_(scores.data()), plan_(plan), options_(options), tier_of_("tiers", plan, *data_.tiers) {
    check_options();
    out_.margin = options.margin;
    out_.snapshots = options.snapshots;
    out_.acv.currency = data_.currency;
    for (const ScoreRow& row : data_.rows)
      if (!options.as_of || row.date <= options.as_of->days) step(row);
    out_.account = IdColumn(std::move(accounts_), data_.accounts);
    out_.score_tier = tier_column(plan, by_score_);
    out_.previous = tier_column(plan, previous_);
    out_.tier = tier_column(plan, now_);
  }
  Tiers take() { return std::move(out_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, const char* rule) {
    throw InvalidInput({.who = "tiers", .what = what, .where = {}, .value = std::move(value), .rule = rule});
  }
  void check_options() const {
    if (!(options_.margin >= 0 && options_.margin < 1))
      refuse("margin", fmt::format("{}", options_.margin), "is not in [0, 1)");
    if (options_.snapshots < 1)
      refuse("snapshots", fmt::format("{}", options_.snapshots), "is not a whole number >= 1");
    if (options_.as_of && !data_.dated)
      refuse("as_of", to_string(*options_.as_of), "needs scores with dates");
    if (std::isnan(plan_.threshold.front()) && plan_.threshold.size() > 1)
      refuse("threshold", "", "is missing from the plan");
  }
  /// Whether a score comes to a bound, up to the rounding of both: 110 is 10% above 100.
  static bool reaches(double score, double bound) { return score >= bound - 1e-12 * bound; }
  std::uint32_t tier_by(double score) const {
    std::uint32_t row = 0;
    while (row + 1 < plan_.threshold.size() && !reaches(score, plan_.threshold[row])) ++row;
    return row;
  }
  /// -1 when the score is so high that a tier is left upwards, 1 when downwards, 0 when it stays.
  int beyond(std::uint32_t tier, double score) const {
    if (tier > 0 && reaches(score, plan_.threshold[tier - 1] * (1 + options_.margin))) return -1;
    const bool last = tier + 1 == plan_.threshold.size();
    return !last && !reaches(score, plan_.threshold[tier] * (1 - options_.margin)) ? 1 : 0;
  }
  void step(const ScoreRow& row) {
    const bool first = accounts_.empty() || accounts_.back() != row.account;
    if (!first && out_.valid_to.days.back() == open) out_.valid_to.days.back() = row.date;
    std::uint32_t before = first ? no_id : now_.back();
    std::uint32_t before_by_score = first ? no_id : by_score_.back();
    if (row.tier != no_id) {
      const std::uint32_t told = tier_of_(row.tier, row.row);
      if (told != before) count_ = 0;
      if (told != before || first) before_by_score = told;
      before = told;
    }
    if (first) count_ = 0;
    const std::uint32_t by_score = tier_by(row.score);
    std::uint32_t now = by_score;
    if (before != no_id) {
      const int way = beyond(before, row.score);
      if (way != way_) count_ = 0;
      count_ += way == 0 ? 0 : 1;
      way_ = way;
      if (count_ < options_.snapshots) now = before;
    }
    push(row, before, by_score, now);
    out_.changes_without += before_by_score != no_id && before_by_score != by_score ? 1 : 0;
    if (now != before) count_ = 0;
  }
  void push(const ScoreRow& row, std::uint32_t before, std::uint32_t by_score, std::uint32_t now) {
    accounts_.push_back(row.account);
    out_.date.days.push_back(data_.dated ? row.date : open);
    out_.valid_to.days.push_back(open);
    out_.acv.minor.push_back(row.acv);
    out_.score.push_back(row.score);
    by_score_.push_back(by_score);
    previous_.push_back(before);
    now_.push_back(now);
    const bool changed = before != no_id && now != before;
    out_.changed.push_back(changed ? 1 : 0);
    out_.beyond.push_back(count_);
    out_.changes += changed ? 1 : 0;
  }

  const ScoreRows& data_;
  const TierPlan& plan_;
  const TiersOptions& options_;
  PlanTiers tier_of_;
  Tiers out_;
  std::vector<std::uint32_t> accounts_, by_score_, previous_, now_;
  std::int64_t count_ = 0;  // rows in a row past the margin
  int way_ = 0;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Tiers tiers(const AccountScores& scores, const TierPlan& plan, const TiersOptions& options) {
  return detail::TierWalk(scores, plan, options).take();
}

}  // namespace fealty::coverage
