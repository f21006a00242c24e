// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/incidence_influence.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/detail/support.hpp>
#include <fealty/survival/restricted_mean_time_lost.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Areas under incidences, one group after the other.
class TimesLost {
 public:
  /// \param lives  and their groups; null where only the table is known
  TimesLost(const LifeTable& table, const RestrictedMeanTimeLostOptions& options, const LifetimeData* lives,
            const LivesByGroup* groups)
      : z_(band_width("restricted_mean_time_lost", options.confidence)), causes_(table.causes()),
        lives_(lives), groups_(groups), cases_(table.weight_kind() == WeightKind::cases),
        grouped_(!table.by().empty()), group_(grouped_) {
    lost_.confidence = options.confidence;
    std::vector<std::pair<Label, RiskTable>> tables;
    double common = std::numeric_limits<double>::infinity();
    for_each_group(table, [&](const Label& label, const LifeCells& cells) {
      tables.emplace_back(label, risk_table(cells));
      common = std::min(common, tables.back().second.age.back());
    });
    check_horizon(options.horizon);
    const double horizon = options.horizon.value_or(common);
    BeyondSupport beyond(horizon);
    for (auto& [label, risk] : tables) add(label, risk, horizon, beyond);
    if (beyond.any()) lost_.findings.push_back(beyond.finding("restricted_mean_time_lost", {}));
    lost_.group = group_.take();
  }
  RestrictedMeanTimeLost take() { return std::move(lost_); }

 private:
  static void check_horizon(const std::optional<double>& horizon) {
    if (horizon && !(*horizon > 0 && std::isfinite(*horizon)))
      throw InvalidInput({.who = "restricted_mean_time_lost",
                          .what = "horizon",
                          .where = {},
                          .value = fmt::format("{}", *horizon),
                          .rule = "is not an age above 0"});
  }

  void add(const Label& label, RiskTable& table, double horizon, BeyondSupport& beyond) {
    if (groups_ == nullptr) refuse_late("restricted_mean_time_lost", table);
    if (cases_) count_cases(table);
    const Support support = support_of(table);
    const bool truncated = !support.covers(horizon);
    const double to = truncated ? support.age : horizon;
    if (truncated) beyond.add(label, grouped_, support.age);
    for (std::size_t cause = 0; cause < causes_.size(); ++cause) {
      const IncidenceInfluence influence(table, cause);
      const double square = groups_ != nullptr ? influence.area_square(to, *lives_, groups_->of(label))
                                               : influence.area_square(to);
      put(influence.area(to), std::sqrt(square));
      lost_.cause.push_back(causes_[cause]);
      lost_.horizon.push_back(to);
      lost_.incidence.push_back(influence.incidence_at(to));
      lost_.truncated.push_back(truncated ? 1 : 0);
    }
    group_.add(label, causes_.size());
  }
  void put(double time_lost, double std_error) {
    lost_.time_lost.push_back(time_lost);
    lost_.std_error.push_back(std_error);
    lost_.lower.push_back(time_lost - z_ * std_error);
    lost_.upper.push_back(time_lost + z_ * std_error);
  }

  double z_;
  const std::vector<std::string>& causes_;
  const LifetimeData* lives_;
  const LivesByGroup* groups_;
  bool cases_, grouped_;
  GroupColumn group_;
  RestrictedMeanTimeLost lost_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline RestrictedMeanTimeLost restricted_mean_time_lost(const LifeTable& table,
                                                        const RestrictedMeanTimeLostOptions& options) {
  detail::require_lives("restricted_mean_time_lost", options);
  return detail::TimesLost(table, options, nullptr, nullptr).take();
}

inline RestrictedMeanTimeLost restricted_mean_time_lost(const Lifetimes& lives,
                                                        const RestrictedMeanTimeLostOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  const detail::LifetimeData& data = lives.data();
  if (!data.entry.present() && options.cluster.empty())
    return detail::TimesLost(table, options, nullptr, nullptr).take();
  const detail::LivesByGroup groups(data, options.by, options.cluster, "restricted_mean_time_lost");
  return detail::TimesLost(table, options, &data, &groups).take();
}

}  // namespace fealty::survival
