// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/health/detail/find_text.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/observations.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Wide tables of sorted observations: for each account a row for each of some days, filled by one pass over
/// its observations.
class ObservationSweep {
 public:
  struct Baseline {
    std::string measure;
    std::int32_t days;
  };
  /// \param dates  ascending
  ObservationSweep(const ObservationData& data, const std::vector<std::string>& measures,
                   const std::vector<Baseline>& baselines, std::vector<std::int32_t> dates)
      : data_(data), dates_(std::move(dates)), targets_(data.measures->size()),
        first_day_(data.accounts->size(), never), spans_(data.accounts->size()) {
    for (const std::string& each : measures) add(each, -1);
    for (const Baseline& each : baselines) add(each.measure, each.days);
    find_accounts();
  }

  static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
  /// Of each code of an account the day of its first observation, of whatever measure.
  const std::vector<std::int32_t>& first_day() const { return first_day_; }
  const std::vector<std::int32_t>& dates() const { return dates_; }

  /// Whether a measure that is asked for has observations, of whatever day.
  bool occurs(const std::string& measure) const {
    for (const auto& targets : targets_)
      for (const std::size_t target : targets)
        if (series_[target].measure == measure) return true;
    return false;
  }

  /// \param accounts  codes of the observations' accounts; others have no observations
  /// \param first     of each of them the first date that it has a row of
  MeasureData fill(std::span<const std::uint32_t> accounts, std::span<const std::size_t> first,
                   const std::shared_ptr<const Ids>& ids) {
    std::vector<std::uint32_t> codes;
    for (std::size_t i = 0; i < accounts.size(); ++i)
      codes.insert(codes.end(), dates_.size() - first[i], accounts[i]);
    for (Series& each : series_) {
      each.values.assign(codes.size(), nothing);
      if (each.days < 0) each.ages.assign(codes.size(), nothing);
      each.reasons.clear();
      if (each.days < 0 && data_.reasons) each.reasons.assign(codes.size(), no_id);
    }
    std::size_t row = 0;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      if (accounts[i] < spans_.size()) fill_account(accounts[i], first[i], row);
      row += dates_.size() - first[i];
    }
    return take(IdColumn(std::move(codes), ids));
  }

 private:
  static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  struct Span {
    std::size_t begin = 0, end = 0;
  };
  struct Series {
    std::string measure;
    std::int32_t days;  // before; -1 for the measure itself
    std::vector<double> values, ages;
    std::vector<std::uint32_t> reasons;
  };

  void add(const std::string& measure, std::int32_t days) {
    const auto code = find_text(*data_.measures, measure);
    if (code) targets_[*code].push_back(series_.size());
    series_.push_back({measure, days, {}, {}, {}});
  }
  void find_accounts() {
    for (std::size_t i = 0; i < data_.rows.size(); ++i) {
      const ObservationRow& row = data_.rows[i];
      if (i == 0 || data_.rows[i - 1].account != row.account) spans_[row.account].begin = i;
      spans_[row.account].end = i + 1;
      first_day_[row.account] = std::min(first_day_[row.account], row.date);
    }
  }
  void fill_account(std::uint32_t account, std::size_t first, std::size_t row) {
    const std::span<const ObservationRow> all(data_.rows);
    std::size_t begin = spans_[account].begin;
    const std::size_t end = spans_[account].end;
    while (begin < end) {
      std::size_t next = begin + 1;
      while (next < end && all[next].measure == all[begin].measure) ++next;
      for (const std::size_t target : targets_[all[begin].measure])
        fill_measure(series_[target], all.subspan(begin, next - begin), first, row);
      begin = next;
    }
  }
  void fill_measure(Series& series, std::span<const ObservationRow> run, std::size_t first, std::size_t row) {
    std::size_t seen = 0;
    for (std::size_t d = first; d < dates_.size(); ++d, ++row) {
      const std::int64_t day = std::int64_t{dates_[d]} - std::max(series.days, 0);
      while (seen < run.size() && run[seen].date <= day) ++seen;
      if (seen == 0) continue;
      const ObservationRow& last = run[seen - 1];
      double sum = 0;
      std::uint32_t reason = no_id;
      std::size_t same = 0;
      for (; same < seen && run[seen - 1 - same].date == last.date; ++same) {
        sum += run[seen - 1 - same].value;
        if (reason == no_id) reason = run[seen - 1 - same].reason;
      }
      series.values[row] = sum / static_cast<double>(same);
      if (std::isinf(sum)) {  // numbers near the largest that there are
        series.values[row] = 0;
        for (std::size_t i = 0; i < same; ++i)
          series.values[row] += run[seen - 1 - i].value / static_cast<double>(same);
      }
      if (series.days < 0) series.ages[row] = static_cast<double>(dates_[d]) - last.date;
      if (!series.reasons.empty()) series.reasons[row] = reason;
    }
  }
  MeasureData take(IdColumn account) {
    MeasureData out;
    out.account = std::move(account);
    for (Series& each : series_) {
      if (each.days >= 0) out.baselines.push_back({each.measure, each.days, std::move(each.values)});
      else
        out.series.push_back({each.measure, std::move(each.values), std::move(each.ages),
                              data_.reasons ? IdColumn(std::move(each.reasons), data_.reasons) : IdColumn()});
      each.values = each.ages = {};
      each.reasons = {};
    }
    return out;
  }

  const ObservationData& data_;
  std::vector<std::int32_t> dates_;
  std::vector<std::vector<std::size_t>> targets_;  // of each code of a measure
  std::vector<std::int32_t> first_day_;
  std::vector<Span> spans_;
  std::vector<Series> series_;
};

}  // namespace fealty::health::detail
