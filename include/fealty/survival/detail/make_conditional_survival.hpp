// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/conditional_survival.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/customer_bands.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// A product-limit curve from which chances between two ages are read. It begins anew where it comes down to
/// 0: lives that entered later may be at risk after that.
class ProductLimitRatio {
 public:
  explicit ProductLimitRatio(const RiskTable& table) : table_(table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      const bool all_end = table.ended[i] == table.at_risk[i];
      survival_.push_back(all_end ? 1 : survival_.back() * ((n - d) / n));
      zeros_.push_back(zeros_.back() + (all_end ? 1 : 0));
    }
  }
  /// The first row after an age; ascending with it.
  std::size_t after(double age) const {
    if (age == 0) return 0;  // every row is after the beginning
    return static_cast<std::size_t>(std::upper_bound(table_.age.begin(), table_.age.end(), age) -
                                    table_.age.begin());
  }
  /// Chance to pass the rows from `begin` until an age; NaN where no life tells it.
  double operator()(std::size_t begin, double until) const {
    if (begin == table_.size()) return nan;
    const std::size_t end = after(until);
    if (zeros_[end] > zeros_[begin]) return 0;
    return until > table_.age.back() ? nan : survival_[end] / survival_[begin];
  }

 private:
  const RiskTable& table_;
  std::vector<double> survival_{1};    // after so many rows
  std::vector<std::size_t> zeros_{0};  // how often it has come down to 0
};

/// Chances of customers, one group after the other.
class ConditionalSurvivals {
 public:
  ConditionalSurvivals(const LifeTable& table, CustomerBands customers,
                       const ConditionalSurvivalOptions& options, SquaresOf squares)
      : z_(band_width("conditional_survival", options.confidence)), squares_(std::move(squares)),
        ahead_(options.ahead), grouped_(!table.by().empty()), group_(grouped_) {
    found_.confidence = options.confidence;
    found_.scale = options.scale;
    found_.robust = is_robust(options.robust, table.weight_kind(), options.cluster);
    check_ahead();
    for_each_group(table, [&](const Label& label, const LifeCells& cells) {
      const auto at = customers.find(label);
      if (at == customers.end()) return;
      add(label, risk_table(cells), at->second);
      customers.erase(at);
    });
    if (!customers.empty()) add_unseen(customers);
    found_.group = group_.take();
  }
  ConditionalSurvival take() { return std::move(found_); }

 private:
  void check_ahead() {
    for (const double time : ahead_)
      if (!(time > 0 && std::isfinite(time)))
        throw InvalidInput({.who = "conditional_survival",
                            .what = "ahead",
                            .where = {},
                            .value = fmt::format("{}", time),
                            .rule = "is not a length of time: a number > 0"});
    std::sort(ahead_.begin(), ahead_.end());
  }
  using Bands = std::map<double, std::map<double, SameAge>>;

  void add(const Label& label, const RiskTable& table, const Bands& bands) {
    const ProductLimitRatio chance(table);
    for (const auto& [begin, ages] : bands)
      for (const double ahead : ahead_) put(label, table, chance, begin, ages, ahead);
    group_.add(label, bands.size() * ahead_.size());
  }
  /// Customers of no life: without groups nothing is known of them, groups have to be those of lives.
  void add_unseen(const CustomerBands& customers) {
    const Label label = customers.begin()->first;
    if (!grouped_) return add(label, RiskTable(), customers.begin()->second);
    throw InvalidInput({.who = "conditional_survival",
                        .what = "customers",
                        .where = {},
                        .value = text_of(label),
                        .rule = "is a group that no life is in"});
  }

  static std::string text_of(const Label& label) {
    if (const auto* number = std::get_if<std::int64_t>(&label)) return fmt::format("{}", *number);
    const auto* text = std::get_if<std::string>(&label);
    return text != nullptr ? "\"" + *text + "\"" : "null";
  }

  void put(const Label& label, const RiskTable& table, const ProductLimitRatio& chance, double band_begin,
           const std::map<double, SameAge>& ages, double ahead) {
    std::int64_t customers = 0, unknown = 0;
    double weight = 0, unknown_weight = 0, stay = 0, highest = -1;
    std::vector<double> moves(table.size() + 1);  // what the sum of chances loses by a hazard at each row
    for (const auto& [age, same] : ages) {
      const std::size_t begin = chance.after(age);
      const double mine = chance(begin, age + ahead);
      customers += same.customers, weight += same.weight;
      if (std::isnan(mine)) {
        unknown += same.customers, unknown_weight += same.weight;
      } else {
        highest = age + ahead;
        stay += same.weight * mine;
        moves[begin] += same.weight * mine, moves[chance.after(highest)] -= same.weight * mine;
      }
    }
    found_.given_age.push_back(band_begin);
    found_.ahead.push_back(ahead);
    found_.customers.push_back(customers);
    found_.weight.push_back(weight);
    found_.unknown.push_back(unknown);
    found_.unknown_weight.push_back(unknown_weight);
    found_.at_risk.push_back(at_risk(table, highest));
    for (std::size_t i = 1; i < moves.size(); ++i) moves[i] += moves[i - 1];
    const double variance = found_.robust ? robust(label, table, moves) : greenwood(table, moves);
    put_chance(unknown < customers ? weight - unknown_weight : 0, stay, std::sqrt(variance));
  }
  static std::int64_t at_risk(const RiskTable& table, double age) {
    const auto at = std::lower_bound(table.age.begin(), table.age.end(), age);
    return age < 0 || at == table.age.end() ? 0
                                            : table.at_risk[static_cast<std::size_t>(at - table.age.begin())];
  }
  void put_chance(double weight, double stay, double std_error) {
    const double survival = weight > 0 ? std::min(1.0, stay / weight) : nan;
    const Band limits = band(survival, std_error / stay, z_, found_.scale);
    found_.survival.push_back(survival);
    found_.std_error.push_back(survival > 0 ? std_error / weight : nan);
    found_.lower.push_back(limits.lower);
    found_.upper.push_back(limits.upper);
    found_.expected_ended.push_back(weight * (1 - survival));
    found_.expected_ended_lower.push_back(weight * (1 - limits.upper));
    found_.expected_ended_upper.push_back(weight * (1 - limits.lower));
  }
  /// Where all at risk end, no chance is left that would move.
  static bool moves_at(const RiskTable& table, std::size_t i) { return table.ended[i] < table.at_risk[i]; }
  static double greenwood(const RiskTable& table, const std::vector<double>& moves) {
    double variance = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      if (moves_at(table, i)) variance += moves[i] * moves[i] * d / (n * (n - d));
    }
    return variance;
  }
  /// The sum of squares of how much each life moves the sum of chances.
  double robust(const Label& label, const RiskTable& table, const std::vector<double>& moves) const {
    Influence influence;
    double drift = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double n = table.at_risk_weight[i], d = table.ended_weight[i];
      const double move = moves_at(table, i) ? moves[i] : 0;
      influence.ended.push_back(drift - move / n);
      if (move != 0) drift += move * d / (n * (n - d));
      influence.drift.push_back(drift);
    }
    const auto sums = squares_ && table.size() > 0
                          ? squares_(label, table, influence)
                          : squares_of_table("conditional_survival", table, influence);
    return sums.empty() ? 0 : sums.back();
  }

  double z_;
  SquaresOf squares_;
  std::vector<double> ahead_;
  bool grouped_;
  GroupColumn group_;
  ConditionalSurvival found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline ConditionalSurvival conditional_survival(const LifeTable& table, const Frame& customers,
                                                const ConditionalSurvivalOptions& options) {
  detail::require_lives("conditional_survival", options);
  auto bands = detail::CustomerReader("conditional_survival", customers, table.by(), options).take();
  return detail::ConditionalSurvivals(table, std::move(bands), options, {}).take();
}

inline ConditionalSurvival conditional_survival(const Lifetimes& lives, const Frame& customers,
                                                const ConditionalSurvivalOptions& options) {
  const LifeTable table(lives, {.by = options.by, .threads = options.threads});
  auto bands = detail::CustomerReader("conditional_survival", customers, options.by, options).take();
  return detail::ConditionalSurvivals(table, std::move(bands), options,
                                      detail::squares_of_lives("conditional_survival", lives, options))
      .take();
}

}  // namespace fealty::survival
