// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/account_outcomes.hpp>
#include <fealty/health/detail/band_column.hpp>
#include <fealty/health/detail/make_landmarks.hpp>
#include <fealty/health/lead_time.hpp>

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// A median, and the interval that the sign test does not reject.
struct MedianEstimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  double lower = std::numeric_limits<double>::quiet_NaN();
  double upper = std::numeric_limits<double>::quiet_NaN();

  MedianEstimate(std::vector<double> values, double confidence) {
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    value = (values[(n - 1) / 2] + values[n / 2]) / 2;
    const boost::math::binomial half(static_cast<double>(n), 0.5);
    std::size_t below = 0;  // so many may be cut off at each end
    while (below < n / 2 && cdf(half, static_cast<double>(below)) <= (1 - confidence) / 2) ++below;
    if (below == 0) return;
    lower = values[below - 1];
    upper = values[n - below];
  }
};

/// Follows the bands of each account to its outcomes.
class LeadTimeMaker {
 public:
  LeadTimeMaker(const char* who, const Snapshots& snapshots, const Outcomes& outcomes,
                const LeadTimeOptions& options)
      : who_(who), data_(snapshots.data()), options_(options) {
    check_band_order(who, options.order);
    check_days_option(who, "days_before", options.days_before, 1);
    fealty::detail::check_confidence(who, options.confidence);
    band_ = band_column(who, data_.attributes, options.band);
    AccountOutcomes happened(who, data_, outcomes.data(), options.kind);
    found_.days_before = options.days_before;
    found_.confidence = options.confidence;
    found_.findings = happened.take_findings();
    rank();
    walk(happened);
    finish();
  }
  LeadTime take() { return std::move(found_); }

 private:
  static constexpr std::size_t no_band = std::numeric_limits<std::size_t>::max();

  /// The place in the order of each band, and what is not in it.
  void rank() {
    const Ids& ids = *band_.ids();
    for (std::uint32_t code = 0; code < ids.size(); ++code) {
      const auto at = std::find(options_.order.begin(), options_.order.end(), ids.text(code));
      place_.push_back(at == options_.order.end() ? no_band
                                                  : static_cast<std::size_t>(at - options_.order.begin()));
    }
    std::vector<std::int64_t> rows;
    std::string first;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) {
      const std::uint32_t code = band_.codes()[i];
      if (code == no_id || place_[code] != no_band) continue;
      if (rows.empty()) first = ids.text(code);
      rows.push_back(data_.rows[i].row);
    }
    if (rows.empty()) return;
    std::sort(rows.begin(), rows.end());
    const std::size_t number = rows.size();
    found_.findings.push_back(
        {"band_not_in_order", Severity::warning, std::move(rows),
         fmt::format("{}: {} snapshots have a band that is not in the order, such as \"{}\"; they are passed "
                     "over",
                     who_, number, first)});
  }
  std::size_t place(std::size_t i) const {
    const std::uint32_t code = band_.codes()[i];
    return code == no_id ? no_band : place_[code];
  }
  void walk(const AccountOutcomes& happened) {
    for (std::size_t begin = 0, end = 0; begin < data_.rows.size(); begin = end) {
      const std::uint32_t account = data_.rows[begin].account;
      while (end < data_.rows.size() && data_.rows[end].account == account) ++end;
      std::size_t from = begin;
      const std::span<const std::int32_t> days = happened.of(account);
      for (std::size_t i = 0; i < days.size() && (options_.recurrent || i == 0); ++i) {
        std::size_t to = from;
        while (to < end && data_.rows[to].as_of < days[i]) ++to;
        add(account, days[i], from, to);
        from = to;
      }
    }
  }
  /// An outcome, and the snapshots [from, to) before it.
  void add(std::uint32_t account, std::int32_t day, std::size_t from, std::size_t to) {
    std::vector<std::size_t> known;  // those with a band
    for (std::size_t i = from; i < to; ++i)
      if (place(i) != no_band) known.push_back(i);
    if (known.empty()) return;
    std::uint32_t before = no_id;
    for (const std::size_t i : known)
      if (std::int64_t{data_.rows[i].as_of} <= std::int64_t{day} - options_.days_before)
        before = band_.codes()[i];
    const auto unbroken = [&](auto holds) {  // days since it held and never ceased to
      double days = no_days;
      for (auto at = known.rbegin(); at != known.rend() && holds(place(*at)); ++at)
        days = static_cast<double>(day - data_.rows[*at].as_of);
      return days;
    };
    const std::size_t best = options_.order.size() - 1;
    accounts_.push_back(account);
    found_.date.days.push_back(day);
    before_.push_back(before);
    last_.push_back(band_.codes()[known.back()]);
    found_.worst_days.push_back(unbroken([](std::size_t at) { return at == 0; }));
    found_.warned_days.push_back(unbroken([best](std::size_t at) { return at != best; }));
    if (before == no_id) return;
    ++found_.with_band_before;
    if (place_[before] == best) ++found_.watermelons;
  }
  static std::vector<double> told(const std::vector<double>& days) {
    std::vector<double> some;
    for (const double each : days)
      if (!std::isnan(each)) some.push_back(each);
    return some;
  }
  void finish() {
    found_.account = IdColumn(accounts_, data_.accounts);
    found_.band_before = IdColumn(before_, band_.ids());
    found_.last_band = IdColumn(last_, band_.ids());
    found_.outcomes = static_cast<std::int64_t>(accounts_.size());
    const std::int64_t stood_out = found_.with_band_before - found_.watermelons;
    const double z = fealty::detail::normal_quantile(0.5 + options_.confidence / 2);
    const auto interval = fealty::detail::wilson(stood_out, found_.with_band_before, z);
    found_.not_best_share = fealty::detail::rate(stood_out, found_.with_band_before);
    found_.not_best_lower = interval.lower;
    found_.not_best_upper = interval.upper;
    const std::vector<double> worst = told(found_.worst_days), warned = told(found_.warned_days);
    const MedianEstimate of_worst(worst, options_.confidence), of_warned(warned, options_.confidence);
    found_.in_worst = static_cast<std::int64_t>(worst.size());
    found_.median_worst_days = of_worst.value;
    found_.median_worst_lower = of_worst.lower;
    found_.median_worst_upper = of_worst.upper;
    found_.warned = static_cast<std::int64_t>(warned.size());
    found_.median_warned_days = of_warned.value;
    found_.median_warned_lower = of_warned.lower;
    found_.median_warned_upper = of_warned.upper;
  }

  const char* who_;
  const SnapshotData& data_;
  const LeadTimeOptions& options_;
  IdColumn band_;
  std::vector<std::size_t> place_;  // in the order, of each band's code
  std::vector<std::uint32_t> accounts_, before_, last_;
  LeadTime found_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline LeadTime lead_time(const Snapshots& snapshots, const Outcomes& outcomes,
                          const LeadTimeOptions& options) {
  return detail::LeadTimeMaker("lead_time", snapshots, outcomes, options).take();
}

}  // namespace fealty::health
