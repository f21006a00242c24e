// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/tabulate.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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

/// The cells of lives by whole numbers that lie close together, which need no codes then; none for other
/// attributes. Where they lie, a sample tells; numbers outside it come to light when they are counted.
inline std::optional<LifeGroups> numbered_groups(const LifetimeData& data, const std::vector<std::string>& by,
                                                 std::size_t threads) {
  const FrameColumn* const column = by.size() == 1 ? data.attributes.find(by.front()) : nullptr;
  const auto* const numbers = column == nullptr ? nullptr : std::get_if<Column<std::int64_t>>(column);
  if (numbers == nullptr || numbers->may_have_nulls() || data.rows == 0) return std::nullopt;
  if (data.weight_kind || data.entry.present()) return std::nullopt;
  std::int64_t low = (*numbers)[0], high = low;
  for (std::size_t row = 0; row < data.rows; row += 1 + data.rows / 1024) {
    low = std::min(low, (*numbers)[row]);
    high = std::max(high, (*numbers)[row]);
  }
  const std::uint64_t gap = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  constexpr std::size_t most_groups = 1024, most_cells = 1 << 20;
  if (gap >= most_groups || (gap + 2) * data.places > most_cells) return std::nullopt;
  const std::size_t groups = gap + 1;
  const CellIndex index(data, groups + 1, {});
  const auto counts =
      count_outcomes(data, NumberedGroups{numbers->values().data(), low, groups}, index, threads);
  std::vector<LifeCells> cells(groups + 1);
  CellCollector(data, index).collect(counts, EntriesAndWeights(data, {}, index), cells);
  if (cells[groups].size() > 0) return std::nullopt;
  LifeGroups found;
  for (std::size_t i = 0; i < groups; ++i)
    if (cells[i].size() > 0)
      found.emplace(std::pair(Label(low + static_cast<std::int64_t>(i)), Label(std::string())),
                    std::move(cells[i]));
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
  const std::size_t threads = thread_count("LifeTable", threads_);
  std::optional<detail::LifeGroups> groups;
  if (strata_.empty()) groups = detail::numbered_groups(lives.data(), by_, threads);
  if (!groups) {
    const auto group = detail::grouping(lives.data().attributes, by_, "LifeTable", "by");
    const auto stratum = detail::grouping(lives.data().attributes, strata_, "LifeTable", "strata");
    groups = detail::life_groups(lives.data(), group, stratum, threads);
  }
  add(std::move(*groups), lives.causes(), lives.weight_kind());
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
