// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/detail/support.hpp>
#include <fealty/survival/restricted_mean.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Areas under product-limit curves, one group after the other.
class RestrictedMeans {
 public:
  RestrictedMeans(const LifeTable& table, const RestrictedMeanOptions& options, SquaresOf squares)
      : options_(options), z_(band_width("restricted_mean", options.confidence)),
        squares_(std::move(squares)), grouped_(!table.by().empty()), group_(grouped_) {
    means_.confidence = options.confidence;
    means_.given_age = checked_age("restricted_mean", "given_age", options.given_age);
    means_.robust = is_robust(options.robust, table.weight_kind(), options.cluster);
    std::vector<std::pair<Label, RiskTable>> groups;
    double common = std::numeric_limits<double>::infinity();
    for_each_group(table, [&](const Label& label, const LifeCells& cells) {
      groups.emplace_back(label, risk_table(cells));
      common = std::min(common, groups.back().second.age.back());
    });
    const double horizon = checked_horizon(options.horizon.value_or(common), !groups.empty());
    BeyondSupport beyond(horizon);
    for (const auto& [label, risk] : groups) add(label, risk, horizon, beyond);
    if (beyond.any()) means_.findings.push_back(beyond.finding("restricted_mean", {}));
    means_.group = group_.take();
  }
  RestrictedMean take() { return std::move(means_); }

 private:
  double checked_horizon(double horizon, bool any) const {
    if ((options_.horizon || any) && !(horizon > means_.given_age && std::isfinite(horizon)))
      throw InvalidInput({.who = "restricted_mean",
                          .what = "horizon",
                          .where = {},
                          .value = fmt::format("{}", horizon),
                          .rule = fmt::format("is not an age above {}", means_.given_age)});
    return horizon;
  }

  /// The curve from given_age to the horizon: survival after each of its ages, and the area left from there
  /// on.
  struct Area {
    std::vector<double> survival, left;
    double mean = 0, beyond = 1;  // beyond: survival at the horizon
  };
  static Area area(const RiskTable& table, std::size_t begin, std::size_t end, double from, double to) {
    Area area;
    double survival = 1;
    for (std::size_t i = begin; i < end; ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      survival = table.ended[i] == table.at_risk[i] ? 0 : survival * ((n - d) / n);
      area.survival.push_back(survival);
    }
    area.beyond = survival;
    area.left.resize(end - begin);
    double left = 0, until = to;
    for (std::size_t i = end; i-- > begin;) {
      left += (until - table.age[i]) * area.survival[i - begin];
      area.left[i - begin] = left;
      until = table.age[i];
    }
    area.mean = left + (until - from);
    return area;
  }

  void add(const Label& label, const RiskTable& table, double horizon, BeyondSupport& beyond) {
    const std::size_t begin = first_after(table, means_.given_age);
    const Support support = support_of(table);
    const bool truncated = !support.covers(horizon);
    const double to = truncated ? std::max(support.age, means_.given_age) : horizon;
    if (truncated) beyond.add(label, grouped_, support.age);
    std::size_t end = begin;
    while (end < table.size() && table.age[end] <= to) ++end;
    const Area area = RestrictedMeans::area(table, begin, end, means_.given_age, to);
    const double variance = means_.robust ? robust(label, table, begin, area) : greenwood(table, begin, area);
    const double std_error = std::sqrt(variance);
    group_.add(label, 1);
    means_.horizon.push_back(to);
    means_.restricted_mean.push_back(area.mean);
    means_.std_error.push_back(std_error);
    means_.lower.push_back(area.mean - z_ * std_error);
    means_.upper.push_back(area.mean + z_ * std_error);
    means_.survival.push_back(area.beyond);
    means_.truncated.push_back(truncated ? 1 : 0);
  }
  static double greenwood(const RiskTable& table, std::size_t begin, const Area& area) {
    double variance = 0;
    for (std::size_t i = 0; i < area.left.size(); ++i) {
      const double n = table.at_risk_weight[begin + i], d = table.ended_weight[begin + i];
      if (area.left[i] > 0) variance += area.left[i] * area.left[i] * d / (n * (n - d));
    }
    return variance;
  }
  /// The sum of squares of how much each life moves the area.
  double robust(const Label& label, const RiskTable& table, std::size_t begin, const Area& area) const {
    Influence influence;
    double drift = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      const double left = i >= begin && i - begin < area.left.size() ? area.left[i - begin] : 0;
      influence.ended.push_back(drift - left / n);
      if (left > 0) drift += left * d / (n * (n - d));
      influence.drift.push_back(drift);
    }
    const auto sums =
        squares_ ? squares_(label, table, influence) : squares_of_table("restricted_mean", table, influence);
    return sums.empty() ? 0 : sums.back();
  }

  const RestrictedMeanOptions& options_;
  double z_;
  SquaresOf squares_;
  bool grouped_;
  GroupColumn group_;
  RestrictedMean means_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline RestrictedMean restricted_mean(const LifeTable& table, const RestrictedMeanOptions& options) {
  detail::require_lives("restricted_mean", options);
  return detail::RestrictedMeans(table, options, {}).take();
}

inline RestrictedMean restricted_mean(const Lifetimes& lives, const RestrictedMeanOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  return detail::RestrictedMeans(table, options, detail::squares_of_lives("restricted_mean", lives, options))
      .take();
}

inline RestrictedMeanDifference restricted_mean_difference(const RestrictedMean& means) {
  const auto refuse = [](const char* what, std::string value, const char* rule) {
    throw InvalidInput({.who = "restricted_mean_difference",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = rule});
  };
  RestrictedMeanDifference out;
  const std::size_t groups = means.horizon.size();
  if (groups == 0) return out;
  if (!means.group.present()) refuse("by", "", "is missing; the means have no groups to compare");
  const double z = detail::band_width("restricted_mean_difference", means.confidence);
  const boost::math::normal normal;
  std::vector<std::uint32_t> codes, references;
  for (std::size_t i = 1; i < groups; ++i) {
    if (means.horizon[i] != means.horizon[0])
      refuse("horizon", fmt::format("{}", means.horizon[i]), "is not that of the first group");
    const double difference = means.restricted_mean[i] - means.restricted_mean[0];
    const double std_error = std::hypot(means.std_error[i], means.std_error[0]);
    const double score = std_error > 0 ? difference / std_error : detail::nan;
    codes.push_back(means.group.codes()[i]);
    references.push_back(means.group.codes()[0]);
    out.difference.push_back(difference);
    out.std_error.push_back(std_error);
    out.lower.push_back(difference - z * std_error);
    out.upper.push_back(difference + z * std_error);
    out.z.push_back(score);
    out.p_value.push_back(std::isnan(score) ? detail::nan : 2 * cdf(complement(normal, std::abs(score))));
  }
  out.group = IdColumn(std::move(codes), means.group.ids());
  out.reference = IdColumn(std::move(references), means.group.ids());
  return out;
}

}  // namespace fealty::survival
