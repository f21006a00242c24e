// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/aalen_johansen.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/incidence_influence.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Incidences of causes, one group after the other.
class AalenJohansen {
 public:
  /// \param lives  and their groups; null where only the table is known
  AalenJohansen(const LifeTable& table, const AalenJohansenOptions& options, const LifetimeData* lives,
                const LivesByGroup* groups)
      : z_(band_width("aalen_johansen", options.confidence)), causes_(table.causes()), lives_(lives),
        groups_(groups), group_(!table.by().empty()) {
    curve_.confidence = options.confidence;
    curve_.scale = options.scale;
    curve_.weight_kind = table.weight_kind();
    for_each_group(table, [&](const Label& label, const LifeCells& cells) { add(label, risk_table(cells)); });
    curve_.group = group_.take();
  }
  IncidenceCurve take() { return std::move(curve_); }

 private:
  void add(const Label& label, RiskTable table) {
    if (groups_ == nullptr) refuse_late("aalen_johansen", table);
    if (curve_.weight_kind == WeightKind::cases) count_cases(table);
    for (std::size_t cause = 0; cause < causes_.size(); ++cause) {
      const IncidenceInfluence influence(table, cause);
      const std::vector<double> squares =
          groups_ != nullptr ? influence.squares(*lives_, groups_->of(label)) : influence.squares();
      for (std::size_t i = 0; i < table.size(); ++i)
        put(table, i, cause, influence.incidence(i), std::sqrt(squares[i]));
    }
    group_.add(label, table.size() * causes_.size());
  }
  void put(const RiskTable& table, std::size_t i, std::size_t cause, double incidence, double std_error) {
    const Band limits = band(incidence, std_error / incidence, z_, curve_.scale);
    curve_.cause.push_back(causes_[cause]);
    curve_.time.push_back(table.age[i]);
    curve_.at_risk.push_back(table.at_risk[i]);
    curve_.ended.push_back(table.cause_ended[cause][i]);
    curve_.incidence.push_back(incidence);
    curve_.std_error.push_back(std_error);
    curve_.lower.push_back(limits.lower);
    curve_.upper.push_back(limits.upper);
  }

  double z_;
  const std::vector<std::string>& causes_;
  const LifetimeData* lives_;
  const LivesByGroup* groups_;
  GroupColumn group_;
  IncidenceCurve curve_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline IncidenceCurve aalen_johansen(const LifeTable& table, const AalenJohansenOptions& options) {
  detail::require_lives("aalen_johansen", options);
  return detail::AalenJohansen(table, options, nullptr, nullptr).take();
}

inline IncidenceCurve aalen_johansen(const Lifetimes& lives, const AalenJohansenOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  const detail::LifetimeData& data = lives.data();
  if (!data.entry.present() && options.cluster.empty())
    return detail::AalenJohansen(table, options, nullptr, nullptr).take();
  const detail::LivesByGroup groups(data, options.by, options.cluster, "aalen_johansen");
  return detail::AalenJohansen(table, options, &data, &groups).take();
}

}  // namespace fealty::survival
