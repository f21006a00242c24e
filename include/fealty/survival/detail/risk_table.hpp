// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// What is at risk and what happens at the ages of one group, ties being one age: a row for each age at which
/// a life ends or is last seen. Weights are numbers of lives where there are none.
struct RiskTable {
  std::vector<double> age;
  std::vector<std::int64_t> at_risk, ended, censored;
  std::vector<double> at_risk_weight, ended_weight, censored_weight;
  std::vector<std::vector<std::int64_t>> cause_ended;  // of those ended, by cause; as the next two
  std::vector<std::vector<double>> cause_weight;
  std::vector<std::vector<double>> cause_squares;       // of weights
  std::vector<double> ended_squares, censored_squares;  // of weights
  bool any_late = false;  // whether any was watched later than from the beginning

  std::size_t size() const { return age.size(); }
};

/// Adds up the ages of cells that are ties, and what is left at risk.
class RiskRows {
 public:
  explicit RiskRows(const LifeCells& cells) : cells_(cells), kinds_(cells.outcomes.size()) {
    table_.cause_ended.resize(kinds_ - 1);
    table_.cause_weight.resize(kinds_ - 1);
    table_.cause_squares.resize(kinds_ - 1);
    for (std::size_t i = 0; i < cells.size(); ++i) leave(i, -1);
    for (std::size_t i = 0; i < cells.size(); ++i) enter(i, -1);
    for (std::size_t i = 0; i < cells.size();) i = take(i);
  }
  RiskTable take() { return std::move(table_); }

 private:
  bool weighted() const { return !cells_.weights.empty(); }
  void enter(std::size_t i, int sign) {
    at_risk_ += sign * cells_.entered[i];
    table_.any_late = table_.any_late || cells_.entered[i] != 0;
    if (weighted()) add(weight_, cells_.entered_weight[i], sign);
  }
  void leave(std::size_t i, int sign) {
    for (const auto& column : cells_.outcomes) at_risk_ -= sign * column[i];
    for (const auto& column : cells_.weights) add(weight_, column[i], -sign);
  }
  static void add(fealty::detail::DoubleSum& to, const fealty::detail::DoubleSum& sum, int sign) {
    sign > 0 ? to.add(sum) : to.subtract(sum);
  }

  /// Takes the ages that are ties of that of cell i.
  std::size_t take(std::size_t i) {
    std::size_t end = i + 1;
    while (end < cells_.size() && same_age(cells_.age[i], cells_.age[end])) ++end;
    std::vector<std::int64_t> counts(kinds_);
    std::vector<fealty::detail::DoubleSum> sums(kinds_), squares(kinds_);
    std::int64_t outcomes = 0;
    for (std::size_t k = 0; k < kinds_; ++k)
      for (std::size_t j = i; j < end; ++j) {
        outcomes += cells_.outcomes[k][j];
        counts[k] += cells_.outcomes[k][j];
        if (!weighted()) continue;
        sums[k].add(cells_.weights[k][j]);
        squares[k].add(cells_.squares[k][j]);
      }
    if (outcomes > 0) put(cells_.age[i], counts, sums, squares);
    for (std::size_t j = i; j < end; ++j) {
      leave(j, 1);
      enter(j, 1);
    }
    return end;
  }
  void put(double age, const std::vector<std::int64_t>& counts,
           const std::vector<fealty::detail::DoubleSum>& sums,
           const std::vector<fealty::detail::DoubleSum>& squares) {
    std::int64_t ended = 0;
    fealty::detail::DoubleSum ended_weight, ended_squares;
    for (std::size_t k = 1; k < kinds_; ++k) {
      ended += counts[k];
      ended_weight.add(sums[k]);
      ended_squares.add(squares[k]);
      const auto lives = static_cast<double>(counts[k]);
      table_.cause_ended[k - 1].push_back(counts[k]);
      table_.cause_weight[k - 1].push_back(weighted() ? sums[k].value() : lives);
      table_.cause_squares[k - 1].push_back(weighted() ? squares[k].value() : lives);
    }
    table_.age.push_back(age);
    table_.at_risk.push_back(at_risk_);
    table_.ended.push_back(ended);
    table_.censored.push_back(counts[0]);
    table_.at_risk_weight.push_back(weighted() ? weight_.value() : static_cast<double>(at_risk_));
    table_.ended_weight.push_back(weighted() ? ended_weight.value() : static_cast<double>(ended));
    table_.censored_weight.push_back(weighted() ? sums[0].value() : static_cast<double>(counts[0]));
    table_.ended_squares.push_back(weighted() ? ended_squares.value() : static_cast<double>(ended));
    table_.censored_squares.push_back(weighted() ? squares[0].value() : static_cast<double>(counts[0]));
  }

  const LifeCells& cells_;
  std::size_t kinds_;
  std::int64_t at_risk_ = 0;
  fealty::detail::DoubleSum weight_;
  RiskTable table_;
};

inline RiskTable risk_table(const LifeCells& cells) { return RiskRows(cells).take(); }

}  // namespace fealty::survival::detail
