// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace fealty::health::detail {

/// Neighbors that have been pooled: places `begin` to `end`.
struct Pool {
  std::size_t begin, end;
  double sum, weight;

  double mean() const { return sum / weight; }
};

/// Pools neighbors until their means ascend.
class PoolAdjacent {
 public:
  void add(double sum, double weight) {
    pools_.push_back({places_, places_ + 1, sum, weight});
    ++places_;
    while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() >= pools_.back().mean()) {
      const Pool last = pools_.back();
      pools_.pop_back();
      pools_.back().end = last.end;
      pools_.back().sum += last.sum;
      pools_.back().weight += last.weight;
    }
  }
  const std::vector<Pool>& pools() const { return pools_; }

 private:
  std::vector<Pool> pools_;
  std::size_t places_ = 0;
};

}  // namespace fealty::health::detail
