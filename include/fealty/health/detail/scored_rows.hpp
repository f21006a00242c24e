// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/health/detail/radix_sort.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/examples.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::health::detail {

/// The examples of which every score is known. The vectors have one entry for each of them.
struct ScoredRows {
  std::vector<std::uint32_t> rows;    // of the table
  std::vector<std::uint8_t> outcome;  // 0 or 1
  std::vector<double> weight;         // empty where all count alike
  std::vector<std::uint32_t> unit;    // the place of its account in the order of ids; empty without clusters
  std::size_t units = 0;              // accounts, or rows
  std::int64_t outcomes = 0, left_out = 0;

  ScoredRows(const ExampleData& data, const std::vector<Column<double>>& scores, bool clustered) {
    for (std::size_t row = 0; row < data.size(); ++row)
      if (known(scores, row)) rows.push_back(static_cast<std::uint32_t>(row));
    left_out = static_cast<std::int64_t>(data.size() - rows.size());
    outcome.reserve(rows.size());
    for (const std::uint32_t row : rows) outcome.push_back(data.outcome[row]), outcomes += data.outcome[row];
    if (data.weight.present())
      for (const std::uint32_t row : rows) weight.push_back(data.weight[row]);
    units = rows.size();
    if (clustered) number_units(data.account);
  }
  std::size_t size() const { return rows.size(); }
  std::int64_t others() const { return static_cast<std::int64_t>(rows.size()) - outcomes; }
  bool one_class() const { return outcomes == 0 || others() == 0; }
  double weight_of(std::size_t i) const { return weight.empty() ? 1 : weight[i]; }
  std::size_t unit_of(std::size_t i) const { return unit.empty() ? i : unit[i]; }

 private:
  static bool known(const std::vector<Column<double>>& scores, std::size_t row) {
    for (const Column<double>& each : scores)
      if (std::isnan(each[row])) return false;
    return true;
  }
  /// Accounts without a row here have no number.
  void number_units(const IdColumn& account) {
    const std::vector<std::uint32_t> rank = account.ids()->ranks();
    std::vector<std::uint32_t> number(rank.size());
    for (const std::uint32_t row : rows) number[rank[account.codes()[row]]] = 1;
    std::uint32_t next = 0;
    for (std::uint32_t& each : number) {
      const std::uint32_t here = each;
      each = next;
      next += here;
    }
    units = next;
    unit.reserve(rows.size());
    for (const std::uint32_t row : rows) unit.push_back(number[rank[account.codes()[row]]]);
  }
};

/// Scored rows in groups of one score, by ascending risk.
struct RiskGroups {
  std::vector<std::uint32_t> group;      // of each row
  std::vector<double> score;             // of each group
  std::vector<double> with, without;     // weight of the rows with the outcome and of the others
  double all_with = 0, all_without = 0;  // of all groups

  RiskGroups(const ScoredRows& rows, const Column<double>& scores, bool higher_predicts_outcome) {
    std::vector<RowKey> keys(rows.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::uint64_t bits = ordered_bits(scores[rows.rows[i]]);
      keys[i] = {higher_predicts_outcome ? bits : ~bits, static_cast<std::uint32_t>(i)};
    }
    radix_sort(std::span(keys));
    group.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || keys[i].key != keys[i - 1].key)
        score.push_back(number_of_bits(higher_predicts_outcome ? keys[i].key : ~keys[i].key));
      group[keys[i].row] = static_cast<std::uint32_t>(score.size() - 1);
    }
    with.resize(score.size());
    without.resize(score.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      (rows.outcome[i] != 0 ? with : without)[group[i]] += rows.weight_of(i);
    for (const double each : with) all_with += each;
    for (const double each : without) all_without += each;
  }
  std::size_t size() const { return score.size(); }
  double prevalence() const { return all_with / (all_with + all_without); }
};

}  // namespace fealty::health::detail
