// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/risk_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::survival::detail {

/// How much a life moves a curve, by the ages that it is at risk at: it drifts with `drift` while it is at
/// risk, and one that ends stops at `ended` instead.
struct Influence {
  std::vector<double> drift;  // after each age; it begins at 0
  std::vector<double> ended;  // where the drift of a life from the beginning that ends at an age stops

  double drift_before(std::size_t i) const { return i == 0 ? 0 : drift[i - 1]; }
};

/// The sum of squared influences at each age, of lives from the beginning that do not depend on one another.
inline std::vector<double> sum_of_squares(const RiskTable& table, const Influence& influence) {
  double left = 0, gone = 0;  // squares of weights at risk; squared influences of those that are not any more
  for (std::size_t i = 0; i < table.size(); ++i) left += table.ended_squares[i] + table.censored_squares[i];
  std::vector<double> sums;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double ended = table.ended_squares[i], censored = table.censored_squares[i];
    const double drift = influence.drift[i], stop = influence.ended[i];
    left -= ended + censored;
    gone += ended * stop * stop + censored * drift * drift;
    sums.push_back(gone + (left > 0 ? left * drift * drift : 0));
  }
  return sums;
}

/// Lives of one group, for influences of each.
struct LifeRows {
  std::vector<std::uint32_t> rows;     // of the data
  std::vector<std::uint32_t> cluster;  // of each; empty where each life is one
  std::size_t clusters = 0;

  std::size_t cluster_of(std::uint32_t life) const { return cluster.empty() ? life : cluster[life]; }
};

/// That a life begins or ceases to be at risk, before the sums of an age are told.
struct LifeEvent {
  std::size_t at;  // row of the table
  std::uint32_t life;
  bool enters;
};
inline std::vector<LifeEvent> life_events(const LifetimeData& data, const LifeRows& lives,
                                          const RiskTable& table) {
  const std::size_t ages = table.size();
  const auto later = [&](double age) {  // the first row that is later
    auto i = static_cast<std::size_t>(std::upper_bound(table.age.begin(), table.age.end(), age) -
                                      table.age.begin());
    while (i < ages && same_age(age, table.age[i])) ++i;
    return i;
  };
  std::vector<LifeEvent> events;
  for (std::uint32_t life = 0; life < lives.rows.size(); ++life) {
    const std::uint32_t row = lives.rows[life];
    const bool late = data.entry.present() && data.entry[row] >= 0;
    events.push_back({late ? later(data.age(static_cast<std::size_t>(data.entry[row]))) : 0, life, true});
    events.push_back({later(data.age(static_cast<std::size_t>(data.exit[row]))) - 1, life, false});
  }
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return events;
}

/// The same of any lives: each cluster has moved the curve by a + b x drift.
inline std::vector<double> sum_of_squares(const LifetimeData& data, const LifeRows& lives,
                                          const RiskTable& table, const Influence& influence) {
  const std::vector<LifeEvent> events = life_events(data, lives, table);
  std::vector<double> a(lives.clusters), b(lives.clusters), sums;
  double aa = 0, ab = 0, bb = 0;
  auto next = events.begin();
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (; next != events.end() && next->at == i; ++next) {
      const std::uint32_t row = lives.rows[next->life];
      const std::size_t c = lives.cluster_of(next->life);
      const double weight = data.weight_kind ? data.weight[row] : 1;
      aa -= a[c] * a[c], ab -= a[c] * b[c], bb -= b[c] * b[c];
      b[c] += next->enters ? weight : -weight;
      a[c] += weight * (next->enters           ? -influence.drift_before(i)
                        : data.ended[row] != 0 ? influence.ended[i]
                                               : influence.drift[i]);
      aa += a[c] * a[c], ab += a[c] * b[c], bb += b[c] * b[c];
    }
    const double drift = influence.drift[i];
    sums.push_back(std::max(0.0, aa + 2 * drift * ab + drift * drift * bb));
  }
  return sums;
}

}  // namespace fealty::survival::detail
