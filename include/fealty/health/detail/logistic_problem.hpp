// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// How many rows there are, and what they weigh.
struct ExampleCounts {
  std::int64_t used = 0, left_out = 0, outcomes = 0;
  double weight = 0, outcome_weight = 0;  // of the rows used

  /// -2 log-likelihood of the intercept alone.
  double null_deviance() const {
    const double without = weight - outcome_weight;
    return -2 * (outcome_weight * std::log(outcome_weight / weight) + without * std::log(without / weight));
  }
  /// The intercept alone.
  double log_odds() const { return std::log(outcome_weight / (weight - outcome_weight)); }
};

/// \throws InvalidInput  for rows of which none, or every one, has the outcome, or none has all features
inline void require_both_outcomes(const char* who, const ExampleCounts& counts) {
  if (counts.outcomes > 0 && counts.outcomes < counts.used) return;
  if (counts.used == 0 && counts.left_out > 0)
    throw InvalidInput(
        {.who = who,
         .what = "features",
         .where = {},
         .value = {},
         .rule = fmt::format("are not all there in any of {} rows; a model needs rows that miss "
                             "none",
                             counts.left_out)});
  throw InvalidInput(
      {.who = who,
       .what = "outcome",
       .where = {},
       .value = fmt::format("1 in {} of {} rows", counts.outcomes, counts.used),
       .rule = "tells nothing; a model needs rows in which it happened and rows in which it did not"});
}

/// \throws InvalidInput  for names that no attribute of the examples has
inline void require_features(const char* who, const Frame& attributes,
                             const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (attributes.find(name) != nullptr) continue;
    std::string known;
    for (std::size_t i = 0; i < attributes.size(); ++i) known += (i == 0 ? "" : ", ") + attributes.name(i);
    throw InvalidInput(
        {.who = who,
         .what = "features",
         .where = {},
         .value = "\"" + name + "\"",
         .rule = "is no attribute of the examples; there are " + (known.empty() ? "none" : known)});
  }
}

/// \throws InvalidInput  for a feature that no row has, which it names
inline void require_values(const char* who, const survival::detail::Design& design, std::size_t rows) {
  if (!design.rows.empty() || rows == 0) return;
  for (const survival::detail::Covariate& column : design.columns) {
    const auto values = column.values.values();
    if (std::all_of(values.begin(), values.end(), [](double each) { return std::isnan(each); }))
      throw InvalidInput({.who = who,
                          .what = column.name(),
                          .where = {},
                          .value = {},
                          .rule = fmt::format("is missing in all {} rows; a model needs its values", rows)});
  }
}
/// A feature that varies less has no coefficient: the square of one would be no number.
inline constexpr double least_spread = 1e-150;
inline void drop_narrow(survival::detail::Design& design) {
  for (double& spread : design.scale)
    if (spread < least_spread) spread = 0;
}

/// Examples as a logistic regression reads them.
struct LogisticProblem {
  LogisticProblem() = default;
  LogisticProblem(const char* who, const ExampleData& data, const std::vector<std::string>& features,
                  std::size_t threads) {
    require_features(who, data.attributes, features);
    using namespace survival::detail;
    design = Design(
        who, covariates(who, data.attributes, features, "features"), data.size(), data.weight, true,
        [](std::size_t) { return true; }, threads);
    require_values(who, design, data.size());
    drop_narrow(design);
    std::vector<std::uint32_t> places(design.rows.size());
    std::iota(places.begin(), places.end(), 0U);
    x = design.tiled(places.size(), places, {}, threads);
    const std::size_t padded = x.tiles() * TiledMatrix::tile;
    side.resize(padded);
    if (data.weight.present()) weight.resize(padded);
    counts.used = static_cast<std::int64_t>(places.size());
    counts.left_out = static_cast<std::int64_t>(data.size() - places.size());
    for (std::size_t i = 0; i < places.size(); ++i) read(data, i);
  }
  bool weighted() const { return !weight.empty(); }

  survival::detail::Design design;
  survival::detail::TiledMatrix x;
  std::vector<double> side;    // of each row used: 1 where the outcome happened, otherwise -1; 0 after them
  std::vector<double> weight;  // likewise; empty where all weigh 1
  ExampleCounts counts;

 private:
  void read(const ExampleData& data, std::size_t i) {
    const std::uint32_t row = design.rows[i];
    const bool happened = data.outcome[row] != 0;
    const double counts_for = data.weight.present() ? data.weight[row] : 1;
    side[i] = happened ? 1 : -1;
    if (weighted()) weight[i] = counts_for;
    counts.weight += counts_for;
    if (!happened) return;
    ++counts.outcomes;
    counts.outcome_weight += counts_for;
  }
};

}  // namespace fealty::health::detail
