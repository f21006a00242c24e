// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// Sums of weights by rank, of all ranks below one in log n steps.
///
/// \see Fenwick (1994), Software: Practice and Experience 24:327-336
class RankTree {
 public:
  explicit RankTree(std::size_t ranks) : sums_(ranks + 1), at_(ranks) {}

  void add(std::size_t rank, double weight) {
    all_ += weight;
    at_[rank] += weight;
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i] += weight;
  }
  double all() const { return all_; }
  double at(std::size_t rank) const { return at_[rank]; }
  double below(std::size_t rank) const {
    double sum = 0;
    for (std::size_t i = rank; i > 0; i &= i - 1) sum += sums_[i];
    return sum;
  }

 private:
  std::vector<double> sums_, at_;
  double all_ = 0;
};

}  // namespace fealty::survival::detail
