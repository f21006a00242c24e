// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

enum class CoxRound;

namespace detail {

/// A covariate as all lives have it: one column of numbers, or one for each level but the first.
struct CoxTerm {
  std::string attribute;
  bool texts = false;
  std::vector<std::string> levels;  // of texts, in order

  std::size_t columns() const { return std::max<std::size_t>(levels.size(), 2) - 1; }
};

/// What a round asks of lives.
struct CoxPlan {
  std::int64_t number = 1;  // of the round
  CoxRound round{};
  std::vector<std::string> covariates, strata;
  std::string offset, cluster;  // empty for none

  // After the survey:
  std::int64_t left_out = 0;  // lives
  std::optional<WeightKind> weight_kind;
  std::vector<CoxTerm> terms;             // of each covariate
  std::vector<double> mean, scale, beta;  // of each column
  std::vector<Label> label;               // of each stratum
  std::vector<std::uint64_t> first;       // cell of each stratum, and the end of the last
  std::vector<double> age;                // of each cell, ascending within a stratum
  std::vector<std::uint8_t> ends;         // of each cell: 1 where lives end
  std::vector<double> shift;              // of each stratum: what linear predictors are reduced by
  // Of the information and of influence, of each cell in which lives end ("event"):
  std::vector<double> all, own;  // the baseline hazard up to it, of lives that stay and of those that end
  // Of influence, columns for each event:
  std::vector<double> means, own_means;  // hazards times means of risk sets, summed up likewise
  std::vector<double> end_means;         // of the risk sets in which lives end

  std::size_t columns() const { return mean.size(); }
  std::size_t events() const {
    return static_cast<std::size_t>(std::count(ends.begin(), ends.end(), std::uint8_t{1}));
  }
  /// Of each cell: events up to it and of strata before; 0 before the stratum's first.
  std::vector<std::size_t> upto() const {
    std::vector<std::size_t> found(age.size());
    std::size_t events = 0;
    for (std::size_t s = 0; s + 1 < first.size(); ++s) {
      const std::size_t before = events;
      for (std::size_t cell = first[s]; cell < first[s + 1]; ++cell) {
        events += ends[cell];
        found[cell] = events == before ? 0 : events;
      }
    }
    return found;
  }
};

}  // namespace detail
}  // namespace fealty::survival
