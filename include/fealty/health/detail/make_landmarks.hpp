// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/account_outcomes.hpp>
#include <fealty/health/detail/landmark_windows.hpp>
#include <fealty/health/landmarks.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes landmarks of snapshots and outcomes.
class LandmarkMaker {
 public:
  /// \param who  the function that errors and findings name
  LandmarkMaker(const char* who, const Snapshots& snapshots, const Outcomes& outcomes,
                const LandmarksOptions& options)
      : who_(who), data_(snapshots.data()),
        windows_(who, data_,
                 {options.gap_days, options.horizon_days, options.horizon_days, options.at_risk,
                  options.recurrent, outcomes.observed_until()}) {
    check_days_option(who, "horizon_days", options.horizon_days, 1);
    AccountOutcomes happened(who, data_, outcomes.data(), options.kind);
    found_.gap_days = options.gap_days;
    found_.horizon_days = options.horizon_days;
    found_.observed_until = outcomes.observed_until();
    for (std::uint32_t i = 0; i < data_.rows.size(); ++i) add(i, happened.of(data_.rows[i].account));
    finish();
    found_.findings = happened.take_findings();
    tally_.note(who_, "no_examples", "an example", found_.findings);
  }
  Landmarks take() { return std::move(found_); }
  /// The place among the snapshots of each example.
  const std::vector<std::uint32_t>& used() const { return used_; }

 private:
  void add(std::uint32_t i, std::span<const std::int32_t> days) {
    const SnapshotRow& row = data_.rows[i];
    const auto [status, next] = windows_.look(row, days);
    const bool used = status == LandmarkStatus::used;
    const bool happened = used && next != open && windows_.window(row).has(next);
    codes_.push_back(row.account);
    found_.as_of.days.push_back(row.as_of);
    found_.status.push_back(status);
    found_.outcome.push_back(happened ? 1 : 0);
    found_.days_to_outcome.push_back(next == open ? std::numeric_limits<double>::quiet_NaN()
                                                  : static_cast<double>(next - row.as_of));
    tally_.add(status);
    if (used) used_.push_back(i);
    if (happened) tally_.add_event(row.account, next);
  }
  void finish() {
    found_.account = IdColumn(codes_, data_.accounts);
    tally_.put(found_);
    ExampleColumns columns{.outcome =
                               fealty::detail::select_rows(Column<std::uint8_t>(found_.outcome), used_)};
    columns.attributes = fealty::detail::select_rows(data_.attributes, &used_);
    columns.account = fealty::detail::select_rows(found_.account, used_);
    columns.as_of = fealty::detail::select_rows(Column<std::int32_t>(found_.as_of.days), used_);
    found_.examples = Examples(columns);
  }

  const char* who_;
  const SnapshotData& data_;
  LandmarkWindows windows_;
  Landmarks found_;
  std::vector<std::uint32_t> codes_, used_;
  LandmarkTally tally_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Landmarks landmarks(const Snapshots& snapshots, const Outcomes& outcomes,
                           const LandmarksOptions& options) {
  return detail::LandmarkMaker("landmarks", snapshots, outcomes, options).take();
}

}  // namespace fealty::health
