// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/life_ends.hpp>
#include <fealty/adoption/detail/row_findings.hpp>
#include <fealty/adoption/milestones.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What a calculator asks about milestones.
struct JourneyRequest {
  const char* who;
  std::vector<std::pair<std::string, std::string>> milestones;  // an option, and the milestone that it names
  std::string churn;                                            // a milestone; empty for none
  std::optional<survival::Lifetimes> lifetimes;                 // whose ends are churn
  std::optional<Date> as_of;
};

/// When an account has come where, as far as it is known; `open` where it has not.
struct Journey {
  std::uint32_t account;
  std::vector<std::int32_t> day;  // of each milestone that was asked
  std::vector<std::int64_t> row;  // of the table
  std::int32_t churn = open;      // of lives, the first end after the first milestone
  std::int64_t churn_row = -1;    // -1 where a life tells
};

/// The journeys of all accounts that have come to any of some milestones, in order of their ids.
class Journeys {
 public:
  Journeys(const Milestones& milestones, const JourneyRequest& asked)
      : asked_(asked), rows_(milestones.data()), places_(rows_.milestones->size(), none) {
    check_names();
    if (asked_.lifetimes) ends_.emplace(asked_.who, *asked_.lifetimes, *rows_.accounts);
    find_as_of(milestones);
    find_places(milestones);
    if (as_of_) read();
    note();
  }

  const std::vector<Journey>& all() const { return journeys_; }
  /// The last day that is known; none for a table without rows.
  const std::optional<Date>& as_of() const { return as_of_; }
  bool as_of_inferred() const { return as_of_ && !asked_.as_of; }
  RowFindings& findings() { return findings_; }

  std::string account(const Journey& journey) const { return rows_.accounts->text(journey.account); }
  const std::string& name(std::size_t milestone) const { return asked_.milestones[milestone].second; }
  const std::string& churn() const { return asked_.churn; }
  const std::shared_ptr<const Ids>& ids() const { return rows_.accounts; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[noreturn]] void refuse(std::string what, std::string value, std::string rule) const {
    throw InvalidInput({.who = asked_.who,
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check_names() const {
    const auto& names = asked_.milestones;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].second.empty()) refuse(names[i].first, "\"\"", "is no milestone");
      for (std::size_t j = 0; j < i; ++j)
        if (names[i].second == names[j].second)
          refuse(names[i].first, fmt::format("\"{}\"", names[i].second),
                 fmt::format("is {} too; they are two milestones", names[j].first));
      if (asked_.churn == names[i].second)
        refuse("churn", fmt::format("\"{}\"", asked_.churn),
               fmt::format("is {} too; they are two milestones", names[i].first));
    }
    if (!asked_.churn.empty() && asked_.lifetimes)
      refuse("churn, lifetimes", "2 options", "were given; one of the two says who left");
  }
  void find_as_of(const Milestones& milestones) {
    if (asked_.as_of && (asked_.as_of->days < min_day || asked_.as_of->days > max_day))
      refuse("as_of", to_string(*asked_.as_of), "is not between 1900-01-01 and 9999-12-31");
    const std::optional<Date> known = asked_.lifetimes ? asked_.lifetimes->data().as_of : std::nullopt;
    if (asked_.as_of && known && *asked_.as_of > *known)
      refuse("as_of", to_string(*asked_.as_of),
             fmt::format("is after {}, the last day that the lifetimes know", to_string(*known)));
    if (milestones.size() == 0) return;
    as_of_ = asked_.as_of ? asked_.as_of : known ? known : milestones.last_day();
  }
  void find_places(const Milestones& milestones) {
    const auto place = [&](const std::string& option, const std::string& name, std::size_t at) {
      bool found = false;
      for (std::uint32_t code = 0; code < places_.size(); ++code)
        if (rows_.milestones->text(code) == name) places_[code] = at, found = true;
      if (found || milestones.size() == 0) return;
      findings_.add("unknown_milestone", Severity::warning,
                    fmt::format("{}: {} = \"{}\" is the milestone of no row; there are {}", asked_.who,
                                option, name, fmt::join(milestones.names(), ", ")));
    };
    for (std::size_t i = 0; i < asked_.milestones.size(); ++i)
      place(asked_.milestones[i].first, asked_.milestones[i].second, i);
    if (!asked_.churn.empty()) place("churn", asked_.churn, asked_.milestones.size());
  }

  void read() {
    const std::size_t count = asked_.milestones.size();
    for (const MilestoneRow& row : rows_.rows) {
      const std::size_t place = places_[row.milestone];
      if (place == none || row.date > as_of_->days) continue;
      if (journeys_.empty() || journeys_.back().account != row.account)
        journeys_.push_back({.account = row.account,
                             .day = std::vector<std::int32_t>(count, open),
                             .row = std::vector<std::int64_t>(count, -1)});
      Journey& journey = journeys_.back();
      (place == count ? journey.churn : journey.day[place]) = row.date;
      (place == count ? journey.churn_row : journey.row[place]) = row.row;
    }
    for (Journey& journey : journeys_) {
      if (!ends_ || journey.day[0] == open) continue;
      const std::int32_t end = ends_->after(journey.account, journey.day[0]);
      if (end <= as_of_->days) journey.churn = end;
      if (!ends_->knows(journey.account))
        findings_.add("account_without_lifetime", Severity::warning, journey.row[0], [&] {
          return fmt::format("account {} has no life in lifetimes, and counts as one that has not left",
                             account(journey));
        });
    }
  }
  void note() {
    if (asked_.churn.empty() && !asked_.lifetimes && !journeys_.empty())
      findings_.add(
          "no_competing_event", Severity::warning,
          fmt::format("{}: neither churn nor lifetimes say who left; an account that left counts as "
                      "waiting up to {}",
                      asked_.who, to_string(*as_of_)));
  }

  const JourneyRequest& asked_;
  const MilestoneRows& rows_;
  std::vector<std::size_t> places_;  // of each milestone of the table, among those that were asked
  std::optional<LifeEnds> ends_;
  std::optional<Date> as_of_;
  std::vector<Journey> journeys_;
  RowFindings findings_;
};

}  // namespace fealty::adoption::detail
