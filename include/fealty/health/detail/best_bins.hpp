// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/divergence.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The cut of ordered cells into at most so many bins that has the highest information value.
///
/// best(k, i, j) is the highest value of k bins that cover the cells before j, the last of which holds the
/// cells from i on. It follows from all best(k - 1, h, i) whose last bin the new one may stand beside.
class BestBins {
 public:
  /// \param totals  of outcomes and of others, wherever they are: missing ones too
  BestBins(const std::vector<BinCell>& outcomes, const std::vector<BinCell>& others, double outcome_total,
           double other_total, double smoothing, double min_share)
      : cells_(outcomes.size()) {
    fealty::detail::DoubleSum outcome, other;
    std::vector<double> outcome_before{0}, other_before{0};
    for (std::size_t i = 0; i < cells_; ++i) {
      outcome.add(outcomes[i].weight);
      other.add(others[i].weight);
      outcome_before.push_back(outcome.value());
      other_before.push_back(other.value());
    }
    const double least = min_share * (outcome_before.back() + other_before.back()) * (1 - 1e-12);
    bins_.resize(cells_ * (cells_ + 1));
    for (std::size_t i = 0; i < cells_; ++i)
      for (std::size_t j = i + 1; j <= cells_; ++j) {
        const double with = outcome_before[j] - outcome_before[i],
                     without = other_before[j] - other_before[i];
        const BinDivergence bin = bin_divergence(with, without, outcome_total, other_total, smoothing);
        at(bins_, i, j) = {bin.contribution, bin.share / bin.other_share,
                           with + without >= least && with + without > 0};
      }
  }

  struct Cut {
    std::vector<std::size_t> ends;  // of all bins but the last: how many cells lie before
    double value = -1;
  };
  /// \param direction  1 where the weight of evidence has to rise, -1 where it has to fall, 0 for any
  Cut find(std::size_t most, int direction) const {
    constexpr double none = -1;
    std::vector<std::vector<Step>> steps;
    Cut best;
    for (std::size_t k = 1; k <= std::min(most, cells_); ++k) {
      std::vector<Step> now(cells_ * (cells_ + 1), Step{none, 0});
      for (std::size_t i = k == 1 ? 0 : k - 1; i < (k == 1 ? 1 : cells_); ++i)
        for (std::size_t j = i + 1; j <= cells_; ++j)
          if (at(bins_, i, j).allowed)
            at(now, i, j) = k == 1 ? Step{at(bins_, i, j).value, 0} : step(steps.back(), i, j, direction);
      steps.push_back(std::move(now));
      for (std::size_t i = 0; i < cells_; ++i)
        if (at(steps.back(), i, cells_).value > best.value + 1e-12) best = trace(steps, i);
    }
    return best;
  }

 private:
  struct Bin {
    double value = 0, odds = 0;
    bool allowed = false;
  };
  struct Step {
    double value;
    std::size_t begin;  // of the bin before
  };
  template <class T>
  T& at(std::vector<T>& of, std::size_t i, std::size_t j) const {
    return of[i * (cells_ + 1) + j];
  }
  template <class T>
  const T& at(const std::vector<T>& of, std::size_t i, std::size_t j) const {
    return of[i * (cells_ + 1) + j];
  }
  Step step(const std::vector<Step>& before, std::size_t i, std::size_t j, int direction) const {
    const Bin& bin = at(bins_, i, j);
    Step best{-1, 0};
    for (std::size_t h = 0; h < i; ++h) {
      const double value = at(before, h, i).value;
      if (value < 0) continue;
      const double odds = at(bins_, h, i).odds;
      if ((direction > 0 && !(odds < bin.odds)) || (direction < 0 && !(odds > bin.odds))) continue;
      if (value + bin.value > best.value + 1e-15) best = {value + bin.value, h};
    }
    return best;
  }
  Cut trace(const std::vector<std::vector<Step>>& steps, std::size_t begin) const {
    Cut cut;
    cut.value = at(steps.back(), begin, cells_).value;
    std::size_t end = cells_;
    for (std::size_t k = steps.size(); k-- > 1;) {
      const std::size_t before = at(steps[k], begin, end).begin;
      cut.ends.push_back(begin);
      end = begin;
      begin = before;
    }
    std::reverse(cut.ends.begin(), cut.ends.end());
    return cut;
  }

  std::size_t cells_;
  std::vector<Bin> bins_;
};

}  // namespace fealty::health::detail
