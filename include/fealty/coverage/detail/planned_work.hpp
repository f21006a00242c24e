// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>
#include <fealty/coverage/detail/match_ids.hpp>
#include <fealty/coverage/detail/plan_tiers.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/retention/renewal.hpp>
#include <fealty/revenue/contracts.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Of work spread evenly over [from, from + days), whole minutes that fall before a day: the minutes of any
/// cut of the days add up.
inline std::int64_t spread_before(std::int64_t minutes, std::int64_t from, std::int64_t days,
                                  std::int64_t day) {
  return minutes * std::clamp<std::int64_t>(day - from, 0, days) / days;
}
/// The same of work that comes again every `days` without an end.
inline std::int64_t repeated_before(std::int64_t minutes, std::int64_t from, std::int64_t days,
                                    std::int64_t day) {
  return minutes * std::max<std::int64_t>(day - from, 0) / days;
}

/// What work is for: the places of the values of WorkKind.
inline constexpr std::size_t onboarding_work = 0, check_in_work = 1, review_work = 2, renewal_work = 3,
                             work_kinds = 4;

/// A tier's work in minutes.
struct TierWork {
  std::int64_t onboarding = 0, onboarding_days = 1, check_in = 0, cadence_days = 1, review = 0,
               review_days = 1, renewal = 0, lead_days = 1;
};

/// An account whose work is planned.
struct PlannedAccount {
  std::uint32_t account;                                        // code of the tiers' table
  std::uint32_t tier;                                           // row of the plan
  std::int32_t start;                                           // first day as a customer
  double acv;                                                   // NaN where unknown
  std::int64_t row;                                             // of the tiers' table
  std::vector<std::pair<std::int64_t, std::int64_t>> renewals;  // end of the term, and its days
};

/// What capacity() and capacity_what_if() plan.
class PlannedWork {
 public:
  PlannedWork(const char* who, const TierSpans& tiers, const TierPlan& plan, const std::optional<Date>& as_of,
              std::int32_t weeks, const std::optional<revenue::Contracts>& contracts)
      : who_(who), tiers_(tiers.data()), tier_of_(who, plan, *tiers_.values), as_of_(as_of), weeks_(weeks) {
    if (weeks < 1 || weeks > 520)
      refuse("weeks", fmt::format("{}", weeks), "is not a whole number from 1 to 520");
    read_work(plan);
    read_as_of(contracts);
    if (!as_of_) return;
    const std::int32_t weekday = fealty::detail::weekday_from_monday(*as_of_);
    first_ = as_of_->days + 7 - weekday;
    read_accounts();
    if (contracts) read_contracts(contracts->data());
  }

  const std::optional<Date>& as_of() const { return as_of_; }
  std::size_t weeks() const { return as_of_ ? static_cast<std::size_t>(weeks_) : 0; }
  std::int64_t monday(std::size_t week) const {
    return std::int64_t{first_} + 7 * static_cast<std::int64_t>(week);
  }
  const std::vector<PlannedAccount>& accounts() const { return accounts_; }
  const SpanTable& tiers() const { return tiers_; }
  bool has_renewals() const { return has_renewals_; }
  std::vector<std::int64_t> take_strangers() { return std::move(strangers_); }

  /// Calls `f` with each kind, week and minutes of an account's work, as if it were in a tier.
  template <class F>
  void for_each_week(const PlannedAccount& account, std::uint32_t tier, F f) const {
    const TierWork& work = work_[tier];
    const auto weekly = [&](std::size_t kind, auto before, std::size_t from, std::size_t to) {
      std::int64_t done = before(monday(from));
      for (std::size_t week = from; week < to; ++week) {
        const std::int64_t next = before(monday(week + 1));
        if (next != done) f(kind, week, next - done);
        done = next;
      }
    };
    const auto onboarding = [&](std::int64_t day) {
      return spread_before(work.onboarding, account.start, work.onboarding_days, day);
    };
    const auto check_in = [&](std::int64_t day) {
      return repeated_before(work.check_in, account.start, work.cadence_days, day);
    };
    const auto review = [&](std::int64_t day) {
      return repeated_before(work.review, account.start, work.review_days, day);
    };
    weekly(onboarding_work, onboarding, 0, weeks());
    weekly(check_in_work, check_in, 0, weeks());
    weekly(review_work, review, 0, weeks());
    for (const auto& [end, term] : account.renewals)
      for (std::int64_t due = end; due - work.lead_days < monday(weeks()); due += term) {
        const std::int64_t from = due - work.lead_days;
        const auto renewal = [&work, from](std::int64_t day) {
          return spread_before(work.renewal, from, work.lead_days, day);
        };
        weekly(renewal_work, renewal, week_of(from), std::min(weeks(), week_of(due) + 1));
      }
  }
  /// The week that holds a day, the first for one before.
  std::size_t week_of(std::int64_t day) const {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, day - first_) / 7);
  }

  [[noreturn]] void refuse(const char* what, std::string value, std::string rule) const {
    throw InvalidInput(
        {.who = who_, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  /// Whole minutes of a week for accounts.
  std::int64_t full_time(double hours_per_week, double overhead) const {
    if (!(hours_per_week > 0 && hours_per_week <= 168))
      refuse("hours_per_week", fmt::format("{}", hours_per_week), "is not in (0, 168]");
    if (!(overhead >= 0 && overhead < 1)) refuse("overhead", fmt::format("{}", overhead), "is not in [0, 1)");
    return std::max<std::int64_t>(1, std::llround(hours_per_week * 60 * (1 - overhead)));
  }

 private:
  void read_work(const TierPlan& plan) {
    const auto minutes = [](double hours) { return std::isnan(hours) ? 0 : std::llround(hours * 60); };
    const auto days = [](double given) { return std::isnan(given) ? 1 : static_cast<std::int64_t>(given); };
    std::int64_t any = 0;
    for (std::size_t row = 0; row < plan.tier.size(); ++row) {
      work_.push_back({.onboarding = minutes(plan.onboarding_hours[row]),
                       .onboarding_days = days(plan.onboarding_days[row]),
                       .check_in = minutes(plan.check_in_hours[row]),
                       .cadence_days = days(plan.cadence_days[row]),
                       .review = minutes(plan.review_hours[row]),
                       .review_days = days(plan.review_days[row]),
                       .renewal = minutes(plan.renewal_hours[row]),
                       .lead_days = days(plan.renewal_lead_days[row])});
      any += work_.back().onboarding + work_.back().check_in + work_.back().review + work_.back().renewal;
      has_renewals_ = has_renewals_ || work_.back().renewal > 0;
    }
    if (any == 0) refuse("plan", "", "has no hours; there would be no work");
  }
  void read_as_of(const std::optional<revenue::Contracts>& contracts) {
    const std::int32_t last = max_day - 3653;  // ten years of weeks
    if (as_of_ && (as_of_->days < min_day || as_of_->days > last))
      refuse("as_of", to_string(*as_of_),
             fmt::format("is not between 1900-01-01 and {}", to_string(Date{last})));
    if (as_of_) return;
    const auto see = [&](std::int32_t day) {
      if (!as_of_ || day > as_of_->days) as_of_ = Date{std::min(day, last)};
    };
    for (const Span& span : tiers_.spans) see(span.from);
    if (contracts)
      for (const auto& row : contracts->data().rows) see(row.signed_on);
  }
  void read_accounts() {
    place_.assign(tiers_.ids->size(), no_id);
    for (const std::uint32_t account : tiers_.ids->sorted()) {
      std::int32_t start = 0, end = min_day - 1;
      for (const Span& span : tiers_.of(account)) {
        if (span.from > as_of_->days) break;
        if (span.from != end) start = span.from;
        end = span.to;
        if (!span.holds(as_of_->days)) continue;
        place_[account] = static_cast<std::uint32_t>(accounts_.size());
        accounts_.push_back({.account = account,
                             .tier = tier_of_(span.value, span.row),
                             .start = start,
                             .acv = span.amount,
                             .row = span.row,
                             .renewals = {}});
      }
    }
  }
  /// Contracts are sorted by account.
  void read_contracts(const revenue::detail::ContractRows& data) {
    const auto codes = match_ids(who_, "contracts", *tiers_.ids, *data.accounts);
    const std::span<const revenue::detail::ContractRow> rows(data.rows);
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      while (end < rows.size() && rows[end].account == rows[begin].account) ++end;
      const std::uint32_t account = codes[rows[begin].account];
      const std::uint32_t place = account == no_id ? no_id : place_[account];
      for (std::size_t i = begin; i < end; ++i) {
        if (!known(rows[i]) || rows[i].end <= as_of_->days) continue;
        if (place == no_id) strangers_.push_back(rows[i].row);
        else if (!followed(rows[i], rows.subspan(begin, end - begin)))
          accounts_[place].renewals.emplace_back(rows[i].end, rows[i].end - rows[i].start);
      }
    }
    std::sort(strangers_.begin(), strangers_.end());
  }
  bool known(const revenue::detail::ContractRow& row) const { return row.signed_on <= as_of_->days; }
  bool followed(const revenue::detail::ContractRow& row,
                std::span<const revenue::detail::ContractRow> others) const {
    const retention::RenewalOptions limits;
    return std::any_of(others.begin(), others.end(), [&](const revenue::detail::ContractRow& other) {
      return known(other) && other.start > row.start && other.end > row.end &&
             other.start >= row.end - limits.early_days && other.start <= row.end + limits.late_days;
    });
  }

  const char* who_;
  const SpanTable& tiers_;
  PlanTiers tier_of_;
  std::optional<Date> as_of_;
  std::int32_t weeks_, first_ = 0;
  bool has_renewals_ = false;
  std::vector<TierWork> work_;
  std::vector<PlannedAccount> accounts_;  // by id
  std::vector<std::uint32_t> place_;      // by code
  std::vector<std::int64_t> strangers_;   // rows of contracts of accounts without a tier
};

}  // namespace fealty::coverage::detail
