// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// What a group or a stratum is called; nothing where an attribute is missing, which comes last.
using Label = std::variant<std::int64_t, std::string, std::monostate>;

/// Lives of one group and stratum by age. A row for each age with anything, ascending. Who is among the
/// outcomes and never entered was watched from the beginning.
struct LifeCells {
  std::vector<double> age;
  std::vector<std::int64_t> entered;                // who were watched from this age on
  std::vector<std::vector<std::int64_t>> outcomes;  // last seen at it, then ended by each cause
  // The same as sums of weights and, of outcomes, of their squares; empty without weights.
  std::vector<fealty::detail::DoubleSum> entered_weight;
  std::vector<std::vector<fealty::detail::DoubleSum>> weights, squares;

  std::size_t size() const { return age.size(); }
};

/// By group and stratum.
using LifeGroups = std::map<std::pair<Label, Label>, LifeCells>;

/// Calls f(values) for each column of sums or counts, whose places are those of `age`.
template <class Cells, class F>
void each_life_column(Cells& cells, F f) {
  f(cells.entered);
  for (auto& column : cells.outcomes) f(column);
  if (!cells.entered_weight.empty()) f(cells.entered_weight);
  for (auto& column : cells.weights) f(column);
  for (auto& column : cells.squares) f(column);
}

inline void add_to(std::int64_t& sum, std::int64_t more) { sum += more; }
inline void add_to(fealty::detail::DoubleSum& sum, const fealty::detail::DoubleSum& more) { sum.add(more); }

/// Adds the cells of two tables of the same causes, both with weights or both without.
inline void add_cells(LifeCells& to, const LifeCells& more) {
  std::vector<double> ages;
  ages.reserve(to.size() + more.size());
  std::set_union(to.age.begin(), to.age.end(), more.age.begin(), more.age.end(), std::back_inserter(ages));
  const auto spread = [&]<class T>(std::vector<T>& column, const std::vector<T>& other) {
    std::vector<T> sums(ages.size());
    for (std::size_t i = 0, a = 0, b = 0; i < ages.size(); ++i) {
      if (a < to.size() && to.age[a] == ages[i]) add_to(sums[i], column[a++]);
      if (b < more.size() && more.age[b] == ages[i]) add_to(sums[i], other[b++]);
    }
    column = std::move(sums);
  };
  spread(to.entered, more.entered);
  if (!to.weights.empty()) spread(to.entered_weight, more.entered_weight);
  for (std::size_t i = 0; i < to.outcomes.size(); ++i) spread(to.outcomes[i], more.outcomes[i]);
  for (std::size_t i = 0; i < to.weights.size(); ++i) spread(to.weights[i], more.weights[i]);
  for (std::size_t i = 0; i < to.squares.size(); ++i) spread(to.squares[i], more.squares[i]);
  to.age = std::move(ages);
}

}  // namespace fealty::survival::detail
