// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/coverage/detail/match_ids.hpp>
#include <fealty/coverage/detail/plan_tiers.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/coverage/touches.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// A stretch of days without a gap in which an account is a customer, cut into tiers.
struct Stretch {
  struct Piece {
    std::uint32_t tier;  // row of the plan
    std::int32_t from, to;
  };
  std::uint32_t account;  // code of the tiers' table
  std::vector<Piece> pieces;
  std::vector<const TouchRow*> touches;  // that count, by day

  std::int32_t start() const { return pieces.front().from; }
  std::int32_t end() const { return pieces.back().to; }  // `open` where as_of does not know of one
};

/// Which touches count, and up to which day.
struct Counting {
  const std::optional<Date>& as_of;
  const std::vector<std::string>&channels, &directions;
};

/// The touches that count, beside the tiers of their accounts.
class CadenceWalk {
 public:
  CadenceWalk(const char* who, const Touches& touches, const TierSpans& tiers, const TierPlan& plan,
              const Counting& counting)
      : who_(who), touches_(touches.data()), tiers_(tiers.data()), counting_(counting),
        tier_of_(who, plan, *tiers_.values) {
    check_plan(plan);
    read_as_of();
    allowed(counting.channels, *touches_.channels, "channels", channel_);
    allowed(counting.directions, *touches_.directions, "directions", direction_);
    say_counted();
    find_touches();
  }

  const std::optional<Date>& as_of() const { return as_of_; }
  const std::string& counted() const { return counted_; }
  const SpanTable& tiers() const { return tiers_; }

  /// Calls `f` with each stretch, by account id and then by day.
  template <class F>
  void for_each(F f) {
    if (!as_of_) return;
    for (const std::uint32_t account : tiers_.ids->sorted()) {
      std::optional<Stretch> stretch;
      next_ = begin_[account];
      for (const Span& span : tiers_.of(account)) {
        if (span.from > as_of_->days) break;
        const std::int32_t to = span.to > as_of_->days ? open : span.to;
        if (stretch && stretch->end() != span.from) finish(*stretch, f), stretch.reset();
        if (!stretch) stretch = Stretch{.account = account, .pieces = {}, .touches = {}};
        stretch->pieces.push_back({tier_of_(span.value, span.row), span.from, to});
      }
      if (stretch) finish(*stretch, f);
      skip_until(account, open);
    }
  }
  /// What is odd about the touches; after for_each().
  std::vector<Finding> take_findings() {
    std::vector<Finding> findings;
    if (!counting_.as_of && as_of_)
      findings.push_back(
          {"as_of_inferred",
           Severity::information,
           {},
           fmt::format("{}: as_of = {} is the latest day in the tables", who_, to_string(*as_of_))});
    if (outside_.empty()) return findings;
    std::sort(outside_.begin(), outside_.end());
    const std::int64_t first = outside_.front();
    findings.push_back(
        {"touch_of_no_tier", Severity::information, std::move(outside_),
         fmt::format("{}: row {}: the account has no tier on the day of the touch, which does not "
                     "count",
                     who_, first)});
    return findings;
  }

 private:
  [[noreturn]] void refuse(const char* what, std::string value, std::string rule) const {
    throw InvalidInput(
        {.who = who_, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check_plan(const TierPlan& plan) const {
    for (const double days : plan.cadence_days)
      if (!std::isnan(days)) return;
    refuse("cadence_days", "", "is null for every tier of the plan; nothing would ever be due");
  }
  void read_as_of() {
    as_of_ = counting_.as_of;
    if (as_of_ && (as_of_->days < min_day || as_of_->days > max_day))
      refuse("as_of", to_string(*as_of_), "is not between 1900-01-01 and 9999-12-31");
    if (as_of_) return;
    const auto see = [&](std::int32_t day) {
      if (!as_of_ || day > as_of_->days) as_of_ = Date{day};
    };
    for (const TouchRow& row : touches_.rows) see(row.date);
    for (const Span& span : tiers_.spans) see(span.from);
  }
  /// Which codes count: all where `flags` is empty.
  void allowed(const std::vector<std::string>& names, const Ids& ids, const char* what,
               std::vector<std::uint8_t>& flags) const {
    if (names.empty()) return;
    if (ids.size() == 0 && !touches_.rows.empty())
      refuse(what, "\"" + names.front() + "\"", "is asked for, but touches do not tell theirs");
    flags.assign(ids.size() + std::size_t{1}, 0);  // the last is what is unknown
    for (std::uint32_t code = 0; code < ids.size(); ++code)
      if (std::find(names.begin(), names.end(), ids.text(code)) != names.end()) flags[code] = 1;
  }
  static bool counts(const std::vector<std::uint8_t>& flags, std::uint32_t code) {
    return flags.empty() || flags[std::min<std::size_t>(code, flags.size() - 1)] != 0;
  }
  void say_counted() {
    const auto say = [&](const char* what, const std::vector<std::string>& names) {
      if (names.empty()) return;
      counted_ += fmt::format("{}{} {}", counted_.empty() ? "" : "; ", what, fmt::join(names, ", "));
    };
    say("channels", counting_.channels);
    say("directions", counting_.directions);
    if (counted_.empty()) counted_ = "all touches";
  }
  void find_touches() {
    const auto codes = match_ids(who_, "account", *tiers_.ids, *touches_.accounts);
    std::vector<std::vector<const TouchRow*>> of(tiers_.ids->size());
    for (const TouchRow& row : touches_.rows) {
      if (!as_of_ || row.date > as_of_->days) continue;
      if (!counts(channel_, row.channel) || !counts(direction_, row.direction)) continue;
      if (codes[row.account] == no_id) outside_.push_back(row.row);
      else of[codes[row.account]].push_back(&row);
    }
    begin_.push_back(0);
    for (const auto& rows : of) {
      found_.insert(found_.end(), rows.begin(), rows.end());
      begin_.push_back(found_.size());
    }
  }
  void skip_until(std::uint32_t account, std::int32_t day) {
    for (; next_ < begin_[account + std::size_t{1}] && found_[next_]->date < day; ++next_)
      outside_.push_back(found_[next_]->row);
  }
  template <class F>
  void finish(Stretch& stretch, F& f) {
    skip_until(stretch.account, stretch.start());
    for (; next_ < begin_[stretch.account + std::size_t{1}] && found_[next_]->date < stretch.end(); ++next_)
      stretch.touches.push_back(found_[next_]);
    f(std::as_const(stretch));
  }

  const char* who_;
  const TouchRows& touches_;
  const SpanTable& tiers_;
  Counting counting_;
  PlanTiers tier_of_;
  std::optional<Date> as_of_;
  std::vector<std::uint8_t> channel_, direction_;
  std::string counted_;
  std::vector<std::size_t> begin_;  // by account, into `found_`
  std::vector<const TouchRow*> found_;
  std::size_t next_ = 0;
  std::vector<std::int64_t> outside_;
};

}  // namespace fealty::coverage::detail
