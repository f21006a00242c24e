// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/detail/account_outcomes.hpp>
#include <fealty/health/detail/landmark_windows.hpp>
#include <fealty/health/landmark_lifetimes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes lifetimes of snapshots and outcomes.
class LandmarkLives {
 public:
  LandmarkLives(const Snapshots& snapshots, const Outcomes& outcomes, const LandmarkLifetimesOptions& options)
      : data_(snapshots.data()), options_(options),
        windows_(who, data_,
                 {options.gap_days, options.horizon_days ? *options.horizon_days : endless,
                  options.period_days, options.at_risk, options.recurrent, outcomes.observed_until()}) {
    check_options();
    AccountOutcomes happened(who, data_, outcomes.data(), options.kind);
    found_.observed_until = outcomes.observed_until();
    for (std::uint32_t i = 0; i < data_.rows.size(); ++i) add(i, happened.of(data_.rows[i].account));
    finish();
    found_.findings = happened.take_findings();
    tally_.note(who, "no_lives", "a life", found_.findings);
  }
  LandmarkLifetimes take() { return std::move(found_); }

 private:
  static constexpr const char* who = "landmark_lifetimes";
  static constexpr std::int64_t endless = std::int64_t{1} << 40;

  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = who, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check_options() {
    check_days_option(who, "period_days", options_.period_days, 1);
    if (options_.horizon_days) check_days_option(who, "horizon_days", *options_.horizon_days, 1);
    if (options_.horizon_days && *options_.horizon_days % options_.period_days != 0)
      refuse("horizon_days", fmt::format("{}", *options_.horizon_days),
             fmt::format("is no multiple of period_days = {}", options_.period_days));
    if (options_.at_risk == AtRisk::due_in_window && !options_.horizon_days)
      refuse("at_risk", "due_in_window", "was asked for without horizon_days, the end of the window");
    for (const char* const own : {"account", "as_of"})
      if (data_.attributes.find(own) != nullptr)
        refuse("attributes", fmt::format("\"{}\"", own),
               "is what lives have of their own; name it otherwise");
    found_.gap_days = options_.gap_days;
    found_.horizon_days = options_.horizon_days;
    found_.period_days = options_.period_days;
  }
  void add(std::uint32_t i, std::span<const std::int32_t> days) {
    const SnapshotRow& row = data_.rows[i];
    auto [status, next] = windows_.look(row, days);
    if (status == LandmarkStatus::used && options_.first_only && !used_.empty() &&
        data_.rows[used_.back()].account == row.account)
      status = LandmarkStatus::not_first;
    codes_.push_back(row.account);
    found_.as_of.days.push_back(row.as_of);
    found_.status.push_back(status);
    tally_.add(status);
    double duration = std::numeric_limits<double>::quiet_NaN();
    bool ended = false;
    if (status == LandmarkStatus::used) {
      used_.push_back(i);
      const LandmarkWindows::Window in = windows_.window(row);
      const std::int64_t length = options_.period_days;
      const std::int64_t known =
          (std::min<std::int64_t>(in.end, found_.observed_until->days) - in.begin) / length;
      const std::int64_t until = (next - in.begin + length - 1) / length;  // the period that has the outcome
      ended = next != open && until <= known;
      duration = static_cast<double>(ended ? until : known);
    }
    found_.duration.push_back(duration);
    found_.ended.push_back(ended ? 1 : 0);
    if (ended) tally_.add_event(row.account, next);
  }
  void finish() {
    using fealty::detail::select_rows;
    found_.account = IdColumn(codes_, data_.accounts);
    tally_.put(found_);
    found_.not_first = tally_.of(LandmarkStatus::not_first);
    survival::LifetimeColumns columns;
    columns.duration = select_rows(Column<double>(found_.duration), used_);
    columns.ended = select_rows(Column<std::uint8_t>(found_.ended), used_);
    columns.account = select_rows(found_.account, used_);
    columns.attributes = select_rows(data_.attributes, &used_);
    columns.attributes.add("account", columns.account);
    columns.attributes.add("as_of", Days{select_rows(Column<std::int32_t>(found_.as_of.days), used_)});
    found_.lives = survival::Lifetimes(columns);
  }

  const SnapshotData& data_;
  const LandmarkLifetimesOptions& options_;
  LandmarkWindows windows_;
  LandmarkLifetimes found_;
  std::vector<std::uint32_t> codes_, used_;
  LandmarkTally tally_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline LandmarkLifetimes landmark_lifetimes(const Snapshots& snapshots, const Outcomes& outcomes,
                                            const LandmarkLifetimesOptions& options) {
  return detail::LandmarkLives(snapshots, outcomes, options).take();
}

}  // namespace fealty::health
