// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/rank_tree.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Weights of pairs, as they count.
struct PairSums {
  double concordant = 0, discordant = 0, tied_score = 0;

  double all() const { return concordant + discordant + tied_score; }
  void add(double weight, const RankTree& others, std::size_t rank, bool others_end) {
    const double below = others.below(rank), at = others.at(rank), above = others.above(rank);
    // The higher rank should end first.
    concordant += weight * (others_end ? above : below);
    discordant += weight * (others_end ? below : above);
    tied_score += weight * at;
  }
};

/// Counts the pairs of lives in each stratum.
class PairCounter {
 public:
  PairSums sums;
  double tied_age = 0, tied_both = 0;
  std::vector<PairSums> of_life;  // each pair is one of both its lives

  /// \param rank    of each row's score
  /// \param factor  of each cell
  PairCounter(const CoxData& data, const std::vector<std::uint32_t>& rank, std::size_t ranks,
              const std::vector<double>& factor, bool cases)
      : of_life(data.exit.size()), data_(data), rank_(rank), ranks_(ranks), factor_(factor), cases_(cases),
        life_(data.rows) {
    for (std::size_t life = 0; life < data.exit.size(); ++life) {
      life_[data.exit[life]] = static_cast<std::uint32_t>(life);
      if (!data.entry.empty() && data.entry[life] != no_id)
        life_[data.entry[life]] = static_cast<std::uint32_t>(life);
    }
    for (std::size_t s = 0; s < data.strata(); ++s) {
      walk_back(s);
      walk_forth(s);
    }
  }

 private:
  template <class F>
  void each_row(std::uint32_t cell, Step step, F f) const {
    for (std::size_t i = data_.pieces_of[cell]; i < data_.pieces_of[cell + 1]; ++i)
      if (data_.pieces[i].step == step)
        for (std::uint32_t row = data_.pieces[i].begin; row < data_.pieces[i].end; ++row) f(row);
  }
  double weight(std::uint32_t row) const { return data_.weight_of(row); }

  /// Those that end, with all that are at risk and outlive them.
  void walk_back(std::size_t s) {
    RankTree at_risk(ranks_);
    for (std::uint32_t cell = data_.first[s + 1]; cell-- > data_.first[s];) {
      each_row(cell, Step::leaves, [&](auto row) { at_risk.add(rank_[row], weight(row)); });
      each_row(cell, Step::enters, [&](auto row) { at_risk.remove(rank_[row], weight(row)); });
      each_row(cell, Step::ends, [&](auto row) {
        const double times = weight(row) * factor_[cell];
        of_life[life_[row]].add(times, at_risk, rank_[row], false);
        sums.add(times, at_risk, rank_[row], false);
      });
      add_ties(cell);
      each_row(cell, Step::ends, [&](auto row) { at_risk.add(rank_[row], weight(row)); });
    }
  }
  /// Lives with those that ended while they were at risk: all up to their last age, less all up to their
  /// entry.
  void walk_forth(std::size_t s) {
    RankTree ended(ranks_);
    for (std::uint32_t cell = data_.first[s]; cell < data_.first[s + 1]; ++cell) {
      each_row(cell, Step::ends, [&](auto row) { meet(row, ended, 1); });
      each_row(cell, Step::ends, [&](auto row) { ended.add(rank_[row], weight(row) * factor_[cell]); });
      each_row(cell, Step::leaves, [&](auto row) { meet(row, ended, 1); });
      each_row(cell, Step::enters, [&](auto row) { meet(row, ended, -1); });
    }
  }
  void meet(std::uint32_t row, const RankTree& ended, double sign) {
    of_life[life_[row]].add(sign * weight(row), ended, rank_[row], true);
  }
  void add_ties(std::uint32_t cell) {
    std::vector<std::pair<std::uint32_t, double>> ends;
    double sum = 0, squares = 0;
    each_row(cell, Step::ends, [&](auto row) {
      ends.emplace_back(rank_[row], weight(row));
      sum += weight(row);
      squares += cases_ ? weight(row) : weight(row) * weight(row);
    });
    std::sort(ends.begin(), ends.end());
    double both = 0;
    for (std::size_t i = 0, j = 0; i < ends.size(); i = j) {
      double same = 0, same_squares = 0;
      for (; j < ends.size() && ends[j].first == ends[i].first; ++j) {
        same += ends[j].second;
        same_squares += cases_ ? ends[j].second : ends[j].second * ends[j].second;
      }
      both += (same * same - same_squares) / 2;
    }
    tied_both += factor_[cell] * both;
    tied_age += factor_[cell] * ((sum * sum - squares) / 2 - both);
  }

  const CoxData& data_;
  const std::vector<std::uint32_t>& rank_;
  std::size_t ranks_;
  const std::vector<double>& factor_;
  bool cases_;                       // weights are so many lives, which are pairs with one another
  std::vector<std::uint32_t> life_;  // of each row
};

}  // namespace fealty::survival::detail
