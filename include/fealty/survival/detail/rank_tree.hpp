// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// A sum of weights, and of how many: what is left when all are gone is 0, not what rounding left.
struct CountedWeight {
  double weight = 0;
  std::int64_t count = 0;

  void add(double more, std::int64_t one) { weight += more, count += one; }
  double value() const { return count == 0 ? 0 : weight; }
};

/// Sums of weights by rank, of all ranks below one in log n steps.
///
/// \see Fenwick (1994), Software: Practice and Experience 24:327-336
class RankTree {
 public:
  explicit RankTree(std::size_t ranks) : sums_(ranks + 1), at_(ranks) {}

  void add(std::size_t rank, double weight) { add(rank, weight, 1); }
  /// Takes back what was added.
  void remove(std::size_t rank, double weight) { add(rank, -weight, -1); }

  double at(std::size_t rank) const { return at_[rank].value(); }
  double below(std::size_t rank) const { return sum(rank).value(); }
  double above(std::size_t rank) const {
    CountedWeight rest = sum(rank);
    rest.add(at_[rank].weight, at_[rank].count);
    return all_.count == rest.count ? 0 : all_.weight - rest.weight;
  }

 private:
  void add(std::size_t rank, double weight, std::int64_t one) {
    all_.add(weight, one);
    at_[rank].add(weight, one);
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i].add(weight, one);
  }
  CountedWeight sum(std::size_t rank) const {
    CountedWeight sum;
    for (std::size_t i = rank; i > 0; i &= i - 1) sum.add(sums_[i].weight, sums_[i].count);
    return sum;
  }

  std::vector<CountedWeight> sums_, at_;
  CountedWeight all_;
};

}  // namespace fealty::survival::detail
