// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// An end of an interval, in the order of the line: of one age, first that at which a life ended, as a
/// beginning, then ages up to which, then ages above which.
enum class Edge : std::uint64_t { at, upto, above };
inline std::uint64_t edge(std::uint64_t age, Edge kind) { return 3 * age + static_cast<std::uint64_t>(kind); }
inline bool begins(std::uint64_t edge) { return edge % 3 != static_cast<std::uint64_t>(Edge::upto); }

/// The interval in which a life ended, by its edges.
struct LifeSpan {
  std::uint64_t from, to;
  double weight;
};

/// Lives whose intervals hold the same innermost ones, first to last.
struct CellSpan {
  std::uint32_t first, last;
  double weight;
};

/// The innermost intervals of lives: a beginning that is followed by an end. The likelihood depends on the
/// mass of each alone, and on no other.
class InnermostIntervals {
 public:
  std::vector<std::uint64_t> from, to;  // edges of each, ascending
  std::vector<CellSpan> spans;          // in order

  explicit InnermostIntervals(std::vector<LifeSpan> lives) {
    std::vector<std::uint64_t> edges;
    for (const LifeSpan& life : lives) edges.push_back(life.from), edges.push_back(life.to);
    std::sort(edges.begin(), edges.end());
    for (std::size_t i = 1; i < edges.size(); ++i)
      if (begins(edges[i - 1]) && !begins(edges[i])) from.push_back(edges[i - 1]), to.push_back(edges[i]);
    std::sort(lives.begin(), lives.end(), [](const LifeSpan& a, const LifeSpan& b) {
      return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    });
    std::vector<CellSpan> found;
    for (std::size_t i = 0; i < lives.size();) {
      const LifeSpan& life = lives[i];
      fealty::detail::DoubleSum sum;
      for (; i < lives.size() && lives[i].from == life.from && lives[i].to == life.to; ++i)
        sum.add(lives[i].weight);
      const auto first = std::lower_bound(from.begin(), from.end(), life.from) - from.begin();
      const auto last = std::upper_bound(to.begin(), to.end(), life.to) - to.begin() - 1;
      found.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), sum.value()});
    }
    merge(std::move(found));
  }
  std::size_t size() const { return from.size(); }

 private:
  void merge(std::vector<CellSpan> found) {
    std::sort(found.begin(), found.end(), [](const CellSpan& a, const CellSpan& b) {
      return std::pair(a.first, a.last) < std::pair(b.first, b.last);
    });
    fealty::detail::DoubleSum sum;
    for (std::size_t i = 0; i < found.size(); ++i) {
      sum.add(found[i].weight);
      const bool more =
          i + 1 < found.size() && found[i + 1].first == found[i].first && found[i + 1].last == found[i].last;
      if (more) continue;
      spans.push_back({found[i].first, found[i].last, sum.value()});
      sum = {};
    }
  }
};

}  // namespace fealty::survival::detail
