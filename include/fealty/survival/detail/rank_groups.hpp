// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/rank_sums.hpp>
#include <fealty/survival/life_table.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// The groups of a table, ascending, and their cells in each stratum.
struct RankGroups {
  std::vector<Label> labels;
  std::vector<std::int64_t> lives;
  std::map<Label, std::vector<const LifeCells*>> strata;  // by group; null where it has nobody there
  std::int64_t left_out = 0;                              // lives without a group or a stratum

  explicit RankGroups(const LifeTable& table) {
    for (const auto& [key, cells] : table.groups()) {
      std::int64_t count = 0;
      for (const auto& column : cells.outcomes)
        for (const std::int64_t each : column) count += each;
      if (std::holds_alternative<std::monostate>(key.first) ||
          std::holds_alternative<std::monostate>(key.second)) {
        left_out += count;
        continue;
      }
      if (labels.empty() || labels.back() != key.first) {
        labels.push_back(key.first);
        lives.push_back(0);
      }
      lives.back() += count;
      auto& stratum = strata[key.second];
      stratum.resize(labels.size());
      stratum.back() = &cells;
    }
    for (auto& [label, cells] : strata) cells.resize(labels.size());
  }

  /// The sums of some of the groups, compared among themselves.
  RankSums sums(const std::vector<std::size_t>& which, const RankScheme& scheme) const {
    RankSums sums(which.size());
    std::vector<const LifeCells*> chosen(which.size());
    for (const auto& [label, cells] : strata) {
      for (std::size_t i = 0; i < which.size(); ++i) chosen[i] = cells[which[i]];
      RankWalk(chosen, scheme).add_to(sums);
    }
    return sums;
  }
};

/// The scheme of options, and a table that has groups to compare.
template <class Options>
RankScheme checked_scheme(const char* who, const LifeTable& table, const Options& options) {
  const auto refuse = [&](const char* what, std::string value, const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  const auto name = [](auto value) {
    return std::string(enum_names(value)[static_cast<std::size_t>(value)]);
  };
  if (table.by().empty()) refuse("by", "", "is missing; a comparison needs groups");
  for (const auto& [what, power] : {std::pair("rho", options.rho), std::pair("gamma", options.gamma)})
    if (!(power >= 0 && std::isfinite(power))) refuse(what, fmt::format("{}", power), "is not a number >= 0");
  if (options.rank_weight != RankWeight::fleming_harrington && (options.rho != 0 || options.gamma != 0))
    refuse("rank_weight", name(options.rank_weight), "takes no rho and no gamma; fleming_harrington does");
  if (table.weight_kind() && *table.weight_kind() != WeightKind::cases)
    refuse("weight_kind", name(*table.weight_kind()), "has no rank test; a test counts lives");
  return {options.rank_weight, options.rho, options.gamma};
}

/// Refuses groups and strata that are asked of a table that has its own.
template <class Options>
void require_no_groups(const char* who, const Options& options) {
  const auto refuse = [&](const char* what, const std::vector<std::string>& names) {
    if (!names.empty())
      throw InvalidInput({.who = who,
                          .what = what,
                          .where = {},
                          .value = "\"" + names.front() + "\"",
                          .rule = "is an option for lives; a life table has its groups and strata already"});
  };
  refuse("by", options.by);
  refuse("strata", options.strata);
}

}  // namespace fealty::survival::detail
