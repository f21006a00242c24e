// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/tabulate.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The label of each group of a grouping.
inline std::vector<Label> labels(const Grouping& grouping) {
  std::vector<Label> labels;
  if (!grouping.group.present()) return {Label(std::string())};
  const Ids& ids = *grouping.group.ids();
  for (std::uint32_t code = 0; code < ids.size(); ++code)
    labels.push_back(ids.is_text() ? Label(ids.text(code)) : Label(ids.number(code)));
  labels.emplace_back(std::monostate{});
  return labels;
}

/// The cells of lives, by group and stratum.
inline LifeGroups life_groups(const LifetimeData& data, const Grouping& group, const Grouping& stratum,
                              std::size_t threads) {
  const std::size_t groups = group.count();
  std::vector<std::uint32_t> memory;
  std::span<const std::uint32_t> codes;
  if (!stratum.group.present() && group.complete()) {
    codes = group.group.codes();
  } else if (group.group.present() || stratum.group.present()) {
    memory.resize(data.rows);
    for (std::size_t row = 0; row < data.rows; ++row)
      memory[row] = static_cast<std::uint32_t>(stratum.of(row) * groups + group.of(row));
    codes = memory;
  }
  auto cells = tabulate(data, codes, groups * stratum.count(), threads);
  const auto group_labels = labels(group), stratum_labels = labels(stratum);
  LifeGroups found;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].size() > 0)
      found.emplace(std::pair(group_labels[i % groups], stratum_labels[i / groups]), std::move(cells[i]));
  return found;
}

inline std::string list_of(const std::vector<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

/// Puts the outcomes of cells where other causes than theirs are told too.
inline void spread_causes(LifeCells& cells, const std::vector<std::string>& from,
                          const std::vector<std::string>& to) {
  const auto spread = [&](auto& columns, auto none) {
    if (columns.empty()) return;
    std::remove_reference_t<decltype(columns)> all(to.size() + 1, none);
    all[0] = std::move(columns[0]);
    for (std::size_t i = 0; i < from.size(); ++i) {
      const auto at = std::find(to.begin(), to.end(), from[i]) - to.begin();
      all[static_cast<std::size_t>(at) + 1] = std::move(columns[i + 1]);
    }
    columns = std::move(all);
  };
  spread(cells.outcomes, std::vector<std::int64_t>(cells.size()));
  spread(cells.weights, std::vector<fealty::detail::DoubleSum>(cells.size()));
  spread(cells.squares, std::vector<fealty::detail::DoubleSum>(cells.size()));
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline LifeTable::LifeTable(LifeTableOptions options)
    : by_(std::move(options.by)), strata_(std::move(options.strata)), threads_(options.threads) {
  static_cast<void>(thread_count("LifeTable", threads_));
}

inline void LifeTable::update(const Lifetimes& lives) {
  accept(lives.weight_kind());
  const auto group = detail::grouping(lives.data().attributes, by_, "LifeTable", "by");
  const auto stratum = detail::grouping(lives.data().attributes, strata_, "LifeTable", "strata");
  add(detail::life_groups(lives.data(), group, stratum, thread_count("LifeTable", threads_)), lives.causes(),
      lives.weight_kind());
}

inline void LifeTable::merge(const LifeTable& other) {
  const auto same = [](const char* what, const auto& own, const auto& others) {
    if (own != others)
      throw InvalidInput({.who = "LifeTable",
                          .what = what,
                          .where = {},
                          .value = detail::list_of(others),
                          .rule = "is not this table's, which is " + detail::list_of(own)});
  };
  same("by", by_, other.by_);
  same("strata", strata_, other.strata_);
  if (other.groups_.empty()) return;
  accept(other.weight_kind_);
  add(other.groups_, other.causes_, other.weight_kind_);
}

inline void LifeTable::accept(std::optional<WeightKind> kind) const {
  if (groups_.empty() || kind == weight_kind_) return;
  const auto name = [](std::optional<WeightKind> each) {
    return each ? std::string(enum_names(WeightKind{})[static_cast<std::size_t>(*each)]) : "none";
  };
  throw InvalidInput({.who = "LifeTable",
                      .what = "weight_kind",
                      .where = {},
                      .value = name(kind),
                      .rule = "is not that of the lives so far, which is " + name(weight_kind_)});
}

inline void LifeTable::add(detail::LifeGroups more, const std::vector<std::string>& causes,
                           std::optional<WeightKind> kind) {
  std::vector<std::string> all = causes_;
  for (const std::string& cause : causes)
    if (std::find(all.begin(), all.end(), cause) == all.end()) all.push_back(cause);
  std::sort(all.begin(), all.end(), &detail::cause_before);
  if (all != causes_)
    for (auto& [label, cells] : groups_) detail::spread_causes(cells, causes_, all);
  for (auto& [label, cells] : more) {
    if (all != causes) detail::spread_causes(cells, causes, all);
    const auto [at, is_new] = groups_.try_emplace(label, std::move(cells));
    if (!is_new) detail::add_cells(at->second, cells);  // which try_emplace has left as they were
  }
  causes_ = std::move(all);
  if (!groups_.empty()) weight_kind_ = kind;
}

inline std::int64_t LifeTable::size() const {
  std::int64_t lives = 0;
  for (const auto& [label, cells] : groups_)
    for (const auto& column : cells.outcomes)
      for (const std::int64_t count : column) lives += count;
  return lives;
}

}  // namespace fealty::survival
