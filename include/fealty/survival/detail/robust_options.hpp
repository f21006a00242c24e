// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/risk_table.hpp>
#include <fealty/survival/detail/robust_variance.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// What lives of a group say of a curve's squared influences; null where the table says all.
using SquaresOf = std::function<std::vector<double>(const Label&, const RiskTable&, const Influence&)>;

/// Whether standard errors are robust: as was chosen, or by what weights mean.
inline bool is_robust(const std::optional<bool>& chosen, std::optional<WeightKind> kind,
                      const std::string& cluster) {
  return !cluster.empty() || chosen.value_or(kind && *kind != WeightKind::cases);
}

/// The squares for a curve of lives; null where the curve needs none, or the table tells them.
template <class Options>
SquaresOf squares_of_lives(const char* who, const Lifetimes& lives, const Options& options) {
  const LifetimeData& data = lives.data();
  if (!is_robust(options.robust, data.weight_kind, options.cluster)) return {};
  if (!data.entry.present() && options.cluster.empty()) return {};
  const auto groups = std::make_shared<const LivesByGroup>(data, options.by, options.cluster, who);
  return [&data, groups](const Label& label, const RiskTable& table, const Influence& influence) {
    return sum_of_squares(data, groups->of(label), table, influence);
  };
}

inline std::vector<double> squares_of_table(const char* who, const RiskTable& table,
                                            const Influence& influence) {
  if (table.any_late)
    throw InvalidInput({.who = who,
                        .what = "robust",
                        .where = {},
                        .value = "",
                        .rule = "standard errors of lives with a delayed entry need the lives; a life table "
                                "does not know who entered when"});
  return sum_of_squares(table, influence);
}

/// Refuses what only lives can tell.
template <class Options>
void require_lives(const char* who, const Options& options) {
  const auto refuse = [&](const char* what, const std::string& name) {
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = "\"" + name + "\"",
                        .rule = "is an option for lives; a life table has its groups, and no clusters"});
  };
  if (!options.by.empty()) refuse("by", options.by.front());
  if (!options.cluster.empty()) refuse("cluster", options.cluster);
}

inline double checked_age(const char* who, const char* what, double age) {
  if (!(age >= 0 && std::isfinite(age)))
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("{}", age),
                        .rule = "is not an age: a number >= 0"});
  return age;
}
/// The first row of a table after an age; all rows are after the beginning.
inline std::size_t first_after(const RiskTable& table, double age) {
  std::size_t begin = 0;
  while (age > 0 && begin < table.size() && table.age[begin] <= age) ++begin;
  return begin;
}

}  // namespace fealty::survival::detail
