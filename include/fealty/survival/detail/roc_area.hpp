// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/censoring_weights.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace fealty::survival::detail {

/// Lives by ascending risk.
inline std::vector<std::uint32_t> by_risk(const std::vector<double>& risk) {
  std::vector<std::uint32_t> order(risk.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return risk[a] < risk[b]; });
  return order;
}

/// The area under the ROC curve at one age: pairs in order, of all pairs of one that ended and one that
/// passed.
class RocArea {
 public:
  double area = nan;
  std::vector<double> slopes;  // of it along the weight of each life
  std::int64_t ended = 0, passed = 0;

  /// \param order  by_risk()
  RocArea(const CensoringWeights& weights, const CensoringWeights::Age& age, const std::vector<double>& risk,
          const std::vector<std::uint32_t>& order)
      : slopes(risk.size()), weights_(weights), age_(age) {
    count();
    if (ended == 0 || passed == 0) return;
    walk(risk, order);
    const double pairs = ended_weight_ * passed_weight_;
    area = in_order_ / pairs;
    std::vector<double> by_reading = weights.no_readings();
    for (std::size_t life = 0; life < slopes.size(); ++life) {
      if (state_[life] == LifeState::unknown) {
        slopes[life] = 0;
        continue;
      }
      const bool has_ended = state_[life] == LifeState::ended;
      const double own = share(life);
      const double slope = own * (slopes[life] - area * (has_ended ? passed_weight_ : ended_weight_)) / pairs;
      slopes[life] = slope;
      if (has_ended)
        by_reading[weights.reading(life, age_, LifeState::ended)] += weights.weight[life] * slope;
    }
    weights.add_slopes(by_reading, slopes);
  }

 private:
  /// How much a life counts for each unit of its weight. Those that passed count alike, and so as 1.
  double share(std::size_t life) const {
    if (state_[life] == LifeState::unknown) return 0;
    if (state_[life] == LifeState::passed) return 1;
    return 1 / weights_.censoring.value[weights_.reading(life, age_, LifeState::ended)];
  }
  void count() {
    for (std::size_t life = 0; life < weights_.lives(); ++life) {
      state_.push_back(weights_.state(life, age_));
      if (state_.back() == LifeState::ended) ++ended, ended_weight_ += weights_.weight[life] * share(life);
      if (state_.back() == LifeState::passed) ++passed, passed_weight_ += weights_.weight[life];
    }
  }
  /// Adds up pairs by ascending risk; each life's slope is the weight of those that it is in order with.
  void walk(const std::vector<double>& risk, const std::vector<std::uint32_t>& order) {
    double ended_below = 0, passed_below = 0;
    for (auto first = order.begin(); first != order.end();) {
      auto last = first;
      double ended_tied = 0, passed_tied = 0;
      for (; last != order.end() && risk[*last] == risk[*first]; ++last) {
        const double counts = weights_.weight[*last] * share(*last);
        if (state_[*last] == LifeState::ended) ended_tied += counts;
        if (state_[*last] == LifeState::passed) passed_tied += counts;
      }
      const double ended_above = std::max(0.0, ended_weight_ - ended_below - ended_tied);
      in_order_ += ended_tied * (passed_below + passed_tied / 2);
      for (; first != last; ++first)
        slopes[*first] = state_[*first] == LifeState::ended ? passed_below + passed_tied / 2
                                                            : ended_above + ended_tied / 2;
      ended_below += ended_tied, passed_below += passed_tied;
    }
  }

  const CensoringWeights& weights_;
  const CensoringWeights::Age& age_;
  std::vector<LifeState> state_;
  double ended_weight_ = 0, passed_weight_ = 0, in_order_ = 0;
};

}  // namespace fealty::survival::detail
