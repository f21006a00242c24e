// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_variance.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// The incidence F of one cause, and how much each life moves it.
///
/// A life at risk moves F by a drift D since its entry, less G(entry) (F - F(entry)), where G sums d / (n (n
/// - d)); once it has ended or was last seen, by a fixed part and a multiple of F. So a life, or a cluster,
/// has moved it by a + b F + c D, of which only its entry and its exit change a, b and c.
class IncidenceInfluence {
 public:
  /// \param cause  an index of the table's
  IncidenceInfluence(const RiskTable& table, std::size_t cause) : table_(table), cause_(cause) {
    double survival = 1, hazard = 0, incidence = 0, drift = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i], own = table.cause_weight[cause][i];
      hazard_before_.push_back(hazard);
      step_.push_back(survival / n);
      if (survival > 0) {  // nothing changes when none is left
        incidence += survival * own / n;
        drift += survival * own / n * (hazard - 1 / n);
        hazard += d / (n * (n - d));
        survival = table.ended[i] == table.at_risk[i] ? 0 : survival * ((n - d) / n);
      }
      incidence_.push_back(incidence);
      drift_.push_back(drift);
      hazard_.push_back(hazard);
    }
  }

  double incidence(std::size_t i) const { return incidence_[i]; }
  double incidence_at(double age) const {
    const auto later = std::upper_bound(table_.age.begin(), table_.age.end(), age);
    const auto rows = static_cast<std::size_t>(later - table_.age.begin());
    return rows == 0 ? 0 : incidence_[rows - 1];
  }

  /// The area under F up to an age.
  double area(double to) const {
    double sum = 0;
    for (std::size_t i = 0; i < table_.size(); ++i) sum += width(i, to) * incidence_[i];
    return sum;
  }
  /// The sum of squares of how much each life moves the area up to an age, of lives from the beginning that
  /// do not depend on one another.
  double area_square(double to) const {
    const std::vector<Parts> areas = areas_from(to);
    if (areas.empty()) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const auto leave = [&](double squares, const Parts& parts) {
        if (squares > 0) sum += squares * std::pow(areas[0][2] + product(parts, areas[i]), 2);
      };
      leave(table_.censored_squares[i], exit(i, 0));
      for (std::size_t k = 0; k < table_.cause_squares.size(); ++k)
        leave(table_.cause_squares[k][i], exit(i, k + 1));
    }
    return sum;
  }
  /// The same of any lives, by cluster.
  double area_square(double to, const LifetimeData& data, const LifeRows& lives) const {
    const std::vector<Parts> areas = areas_from(to);
    std::vector<double> of_cluster(lives.clusters);
    for (const LifeEvent& event : life_events(data, lives, table_)) {
      if (event.at >= table_.size()) continue;
      const std::uint32_t row = lives.rows[event.life];
      const Parts change = event.enters ? entry(event.at) : exit(event.at, data.ended[row]);
      of_cluster[lives.cluster_of(event.life)] += weight(data, lives, row) * product(change, areas[event.at]);
    }
    double sum = 0;
    for (const double each : of_cluster) sum += each * each;
    return sum;
  }

  /// The sums of squares at each age, of lives from the beginning that do not depend on one another.
  std::vector<double> squares() const {
    double left = 0, aa = 0, ab = 0, bb = 0;
    for (std::size_t i = 0; i < table_.size(); ++i)
      left += table_.ended_squares[i] + table_.censored_squares[i];
    std::vector<double> sums;
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const auto leave = [&](double squares, const Parts& parts) {
        if (squares <= 0) return;
        left -= squares;
        aa += squares * parts[0] * parts[0];
        ab += squares * parts[0] * parts[1];
        bb += squares * parts[1] * parts[1];
      };
      leave(table_.censored_squares[i], exit(i, 0));
      for (std::size_t k = 0; k < table_.cause_squares.size(); ++k)
        leave(table_.cause_squares[k][i], exit(i, k + 1));
      const double f = incidence_[i], at_risk = left > 0 ? left * drift_[i] * drift_[i] : 0;
      sums.push_back(std::max(0.0, aa + 2 * f * ab + f * f * bb + at_risk));
    }
    return sums;
  }
  /// The same of any lives, by cluster.
  std::vector<double> squares(const LifetimeData& data, const LifeRows& lives) const {
    const std::vector<LifeEvent> events = life_events(data, lives, table_);
    std::vector<Parts> of_cluster(lives.clusters);
    std::array<double, 6> products{};  // of a, b, c with one another
    const auto add = [&](const Parts& p, double sign) {
      const std::array<double, 6> all{p[0] * p[0], p[0] * p[1], p[1] * p[1],
                                      p[0] * p[2], p[1] * p[2], p[2] * p[2]};
      for (std::size_t k = 0; k < 6; ++k) products[k] += sign * all[k];
    };
    std::vector<double> sums;
    auto next = events.begin();
    for (std::size_t i = 0; i < table_.size(); ++i) {
      for (; next != events.end() && next->at == i; ++next) {
        const std::uint32_t row = lives.rows[next->life];
        const double weight = this->weight(data, lives, row);
        const Parts change = next->enters ? entry(i) : exit(i, data.ended[row]);
        Parts& parts = of_cluster[lives.cluster_of(next->life)];
        add(parts, -1);
        for (std::size_t k = 0; k < 3; ++k) parts[k] += weight * change[k];
        add(parts, 1);
      }
      const double f = incidence_[i], d = drift_[i];
      const double sum = products[0] + 2 * f * products[1] + f * f * products[2] + 2 * d * products[3] +
                         2 * f * d * products[4] + d * d * products[5];
      sums.push_back(std::max(0.0, sum));
    }
    return sums;
  }

 private:
  using Parts = std::array<double, 3>;  // a, b, c

  static double product(const Parts& a, const Parts& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
  /// How long F stays as it is after row i, up to an age.
  double width(std::size_t i, double to) const {
    const double until = i + 1 < table_.size() ? std::min(table_.age[i + 1], to) : to;
    return std::max(0.0, until - table_.age[i]);
  }
  /// The areas from each row to an age under 1, F and D, which a, b and c stand before.
  std::vector<Parts> areas_from(double to) const {
    std::vector<Parts> areas(table_.size());
    Parts sum{};
    for (std::size_t i = table_.size(); i-- > 0;) {
      const double width = this->width(i, to);
      const Parts level{1, incidence_[i], drift_[i]};
      for (std::size_t k = 0; k < 3; ++k) sum[k] += width * level[k];
      areas[i] = sum;
    }
    return areas;
  }

  /// So many cases that do not depend on one another move it by the root of their number.
  static double weight(const LifetimeData& data, const LifeRows& lives, std::uint32_t row) {
    if (!data.weight_kind) return 1;
    const bool cases = *data.weight_kind == WeightKind::cases && lives.cluster.empty();
    return cases ? std::sqrt(data.weight[row]) : data.weight[row];
  }

  /// What a life brings that enters before row i.
  Parts entry(std::size_t i) const {
    if (i == 0) return {0, 0, 1};
    const double g = hazard_before_[i];
    return {g * incidence_[i - 1] - drift_[i - 1], -g, 1};
  }
  /// What one changes that leaves at row i.
  ///
  /// \param outcome  0 last seen, otherwise 1 + the cause
  Parts exit(std::size_t i, std::size_t outcome) const {
    const double f = incidence_[i];
    if (outcome == 0) return {drift_[i] - hazard_[i] * f, hazard_[i], -1};
    const double g = hazard_before_[i] - 1 / table_.at_risk_weight[i];
    return {drift_[i] + (outcome == cause_ + 1 ? step_[i] : 0) - g * f, g, -1};
  }

  const RiskTable& table_;
  std::size_t cause_;
  std::vector<double> incidence_, drift_, hazard_, hazard_before_;
  std::vector<double> step_;  // what one more end would add to F
};

/// A case is a life of weight 1: as many squares as weights.
inline void count_cases(RiskTable& table) {
  table.cause_squares = table.cause_weight;
  table.ended_squares = table.ended_weight;
  table.censored_squares = table.censored_weight;
}

/// Refuses a table of lives with a delayed entry, where the lives are not known.
inline void refuse_late(const char* who, const RiskTable& table) {
  if (table.any_late)
    throw InvalidInput({.who = who,
                        .what = "table",
                        .where = {},
                        .value = "",
                        .rule =
                            "has lives with a delayed entry, whose standard errors need the lives; a life "
                            "table does not know who entered when"});
}

}  // namespace fealty::survival::detail
