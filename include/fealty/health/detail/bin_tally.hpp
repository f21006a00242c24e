// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_column.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Rows of a bin, and what they weigh.
struct BinCell {
  std::int64_t rows = 0;
  fealty::detail::DoubleSum weight = {};

  void add(double more) {
    ++rows;
    weight.add(more);
  }
  void add(const BinCell& more) {
    rows += more.rows;
    weight.add(more.weight);
  }
};

/// Counts of one attribute: in bins of numbers, or in categories; and of rows that lack it.
struct BinTally {
  std::string feature;
  std::optional<std::vector<double>> edges;     // of numbers: all upper ends but the last
  std::vector<BinCell> numbers;                 // one more than edges
  std::map<std::string, BinCell> categories{};  // without edges
  BinCell missing{};

  BinTally(std::string name, std::optional<std::vector<double>> ends)
      : feature(std::move(name)), edges(std::move(ends)), numbers(edges ? edges->size() + 1 : 0) {}

  /// The bin of a number: one holds its upper end.
  std::size_t place(double number) const {
    return static_cast<std::size_t>(std::lower_bound(edges->begin(), edges->end(), number) - edges->begin());
  }
  BinCell total() const {
    BinCell sum = missing;
    for (const BinCell& cell : numbers) sum.add(cell);
    for (const auto& each : categories) sum.add(each.second);
    return sum;
  }
  void add(const BinTally& other) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i].add(other.numbers[i]);
    for (const auto& each : other.categories) categories[each.first].add(each.second);
    missing.add(other.missing);
  }
};

inline void check_edges(const char* who, const std::optional<std::vector<double>>& edges) {
  if (!edges) return;
  for (std::size_t i = 0; i < edges->size(); ++i)
    if (!std::isfinite((*edges)[i]) || (i > 0 && (*edges)[i] <= (*edges)[i - 1]))
      throw InvalidInput({.who = who,
                          .what = "edges",
                          .where = static_cast<std::int64_t>(i),
                          .value = fmt::format("{}", (*edges)[i]),
                          .rule = "does not ascend; edges are finite numbers, each above the one before"});
}

/// Counts each row in one of several tallies, which have the same bins.
///
/// \param which   of a row: the number of its tally
/// \param weight  of a row
template <class Which, class Weight>
void count_rows(const char* who, const FeatureColumn& column, std::span<BinTally* const> tallies, Which which,
                Weight weight) {
  if (column.numeric() != tallies.front()->edges.has_value() && column.size() > 0)
    throw InvalidInput({.who = who,
                        .what = column.name(),
                        .where = {},
                        .value = "",
                        .rule = column.numeric() ? "holds numbers; their bins need edges"
                                                 : "holds texts, for which there are no edges"});
  if (column.numeric()) {
    for (std::size_t row = 0; row < column.size(); ++row) {
      BinTally& tally = *tallies[which(row)];
      const double number = column.numbers()[row];
      (std::isnan(number) ? tally.missing : tally.numbers[tally.place(number)]).add(weight(row));
    }
    return;
  }
  const std::size_t ids = column.categories().ids()->size();
  std::vector<std::vector<BinCell>> cells(tallies.size(), std::vector<BinCell>(ids + 1));
  for (std::size_t row = 0; row < column.size(); ++row)
    cells[which(row)][std::min<std::size_t>(column.categories().codes()[row], ids)].add(weight(row));
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    tallies[i]->missing.add(cells[i][ids]);
    for (std::uint32_t code = 0; code < ids; ++code)
      if (cells[i][code].rows > 0)
        tallies[i]->categories[column.categories().ids()->text(code)].add(cells[i][code]);
  }
}

/// Refuses a state of other bins.
inline void require_same_bins(const char* who, const BinTally& tally, const BinTally& other) {
  if (tally.feature != other.feature)
    throw InvalidInput({.who = who,
                        .what = "feature",
                        .where = {},
                        .value = "\"" + other.feature + "\"",
                        .rule = "is not \"" + tally.feature + "\", which the other counts are of"});
  if (tally.edges != other.edges)
    throw InvalidInput({.who = who,
                        .what = "edges",
                        .where = {},
                        .value = "",
                        .rule = "differ; only counts of the same bins can be added or compared"});
}

inline void write_cell(ByteWriter& to, const BinCell& cell) {
  to.write(cell.rows);
  to.write(cell.weight.high);
  to.write(cell.weight.low);
}
inline BinCell read_cell(ByteReader& from) {
  BinCell cell;
  cell.rows = from.read<std::int64_t>();
  cell.weight.high = from.read<double>();
  cell.weight.low = from.read<double>();
  constexpr std::int64_t most = std::int64_t{1} << 48;  // so that states can be added up
  if (cell.rows < 0 || cell.rows > most) from.refuse("has a number of rows that is none");
  if (!(cell.weight.high >= 0 && std::isfinite(cell.weight.high) && std::isfinite(cell.weight.low)))
    from.refuse("has a weight that is none");
  return cell;
}
inline void write_tally(ByteWriter& to, const BinTally& tally) {
  to.write_text(tally.feature);
  to.write(static_cast<std::uint8_t>(tally.edges ? 1 : 0));
  if (tally.edges) to.write_all(std::span<const double>(*tally.edges));
  for (const BinCell& cell : tally.numbers) write_cell(to, cell);
  to.write(static_cast<std::uint64_t>(tally.categories.size()));
  for (const auto& each : tally.categories) {
    to.write_text(each.first);
    write_cell(to, each.second);
  }
  write_cell(to, tally.missing);
}
inline BinTally read_tally(ByteReader& from, const char* who) {
  std::string feature = from.read_text();
  std::optional<std::vector<double>> edges;
  if (from.read<std::uint8_t>() != 0) edges = from.read_all<double>();
  check_edges(who, edges);
  BinTally tally(std::move(feature), std::move(edges));
  for (BinCell& cell : tally.numbers) cell = read_cell(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    std::string category = from.read_text();
    tally.categories[std::move(category)] = read_cell(from);
  }
  if (tally.edges && !tally.categories.empty()) from.refuse("has bins both of numbers and of texts");
  tally.missing = read_cell(from);
  return tally;
}

}  // namespace fealty::health::detail
