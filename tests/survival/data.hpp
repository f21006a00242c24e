// SPDX-License-Identifier: MIT
// The data of these tests, and what they share.
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace fealty::test {

/// A file of numbers by column, NaN where a cell is empty.
inline std::map<std::string, std::vector<double>> read_numbers(const std::string& name) {
  std::ifstream file("survival/data/" + name);
  REQUIRE_MESSAGE(file.good(), name);
  const auto cells = [](const std::string& line) {
    std::vector<std::string> found;
    std::string cell;
    for (const char c : line + ",") {
      if (c == ',') found.push_back(cell), cell.clear();
      else if (c != '"' && c != '\r') cell += c;
    }
    return found;
  };
  std::string line;
  std::getline(file, line);
  const auto names = cells(line);
  std::map<std::string, std::vector<double>> columns;
  while (std::getline(file, line)) {
    const auto values = cells(line);
    for (std::size_t i = 0; i < names.size(); ++i)
      columns[names[i]].push_back(values[i].empty() ? std::numeric_limits<double>::quiet_NaN()
                                                    : std::stod(values[i]));
  }
  return columns;
}

inline std::vector<std::uint8_t> flags(const std::vector<double>& values) {
  std::vector<std::uint8_t> found;
  for (const double value : values) found.push_back(value == 1 ? 1 : 0);
  return found;
}

/// Texts, null where one is empty.
inline IdColumn texts(const std::vector<std::string>& values) {
  std::vector<std::uint32_t> rows;
  Ids ids;
  for (const std::string& value : values) rows.push_back(value.empty() ? no_id : ids.encode(value));
  return {std::move(rows), std::make_shared<const Ids>(std::move(ids))};
}

/// Lung cancer, 228 patients.
inline survival::LifetimeColumns lung() {
  auto columns = read_numbers("lung.csv");
  Frame attributes;
  for (const char* name : {"sex", "ph.ecog", "age", "inst"})
    attributes.add(name, Column<double>(std::vector<double>(columns[name])));
  return {.duration = std::vector<double>(columns["time"]),
          .ended = flags(columns["status"]),
          .attributes = attributes};
}

/// Lung cancer, where two thirds of those who ended are known at visits only: every 90 days.
inline survival::LifetimeColumns lung_visits() {
  auto columns = read_numbers("lung.csv");
  std::vector<double> duration, upper;
  std::vector<std::uint8_t> ended;
  for (std::size_t i = 0; i < 228; ++i) {
    const double time = columns["time"][i];
    const bool seen = (i + 1) % 3 == 0 || columns["status"][i] == 0;
    duration.push_back(seen ? time : 90 * (std::ceil(time / 90) - 1));
    upper.push_back(seen ? std::numeric_limits<double>::quiet_NaN() : 90 * std::ceil(time / 90));
    ended.push_back(seen && columns["status"][i] == 1 ? 1 : 0);
  }
  Frame attributes;
  for (const char* name : {"age", "sex"})
    attributes.add(name, Column<double>(std::vector<double>(columns[name])));
  attributes.add("visit", Column<double>(std::move(upper)));
  return {.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes};
}

/// Lung cancer, where every third of those who died counts as dead of another cause, "b".
///
/// \param late    whether a quarter is watched only after a third of its time
/// \param single  whether ages differ a little, so that none are ties
inline survival::LifetimeColumns lung_causes(bool late = false, bool single = false) {
  auto columns = read_numbers("lung.csv");
  std::vector<double> duration, entry;
  std::vector<std::string> cause;
  for (std::size_t i = 0; i < 228; ++i) {
    const double time = columns["time"][i];
    duration.push_back(single ? time + static_cast<double>(i + 1) / 1000 : time);
    entry.push_back((i + 1) % 4 == 0 ? std::floor(time / 3) : std::numeric_limits<double>::quiet_NaN());
    cause.emplace_back(columns["status"][i] == 0 ? "" : (i + 1) % 3 == 0 ? "b" : "a");
  }
  Frame attributes;
  for (const char* name : {"age", "sex"})
    attributes.add(name, Column<double>(std::vector<double>(columns[name])));
  survival::LifetimeColumns found{
      .duration = std::move(duration), .cause = texts(cause), .attributes = attributes};
  if (late) found.entry = std::move(entry);
  return found;
}

/// Heart transplants, 172 stretches.
inline survival::LifetimeColumns heart() {
  auto columns = read_numbers("stanford_heart.csv");
  Frame attributes;
  for (const char* name : {"transplant", "id", "age", "year", "surgery"})
    attributes.add(name, Column<double>(std::vector<double>(columns[name])));
  return {.duration = std::vector<double>(columns["stop"]),
          .entry = std::vector<double>(columns["start"]),
          .ended = flags(columns["event"]),
          .attributes = attributes};
}

/// A thousand customers of a segment at each renewal, as a cohort table has them: Fader & Hardie (2007),
/// Journal of Interactive Marketing 21:76-90, table 1.
inline survival::LifetimeColumns fader_hardie(std::size_t years) {
  const std::vector<std::vector<double>> left{
      {1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394},
      {1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173}};
  std::vector<double> duration, weight;
  std::vector<std::uint8_t> ended;
  std::vector<std::string> segment;
  for (std::size_t s = 0; s < 2; ++s)
    for (std::size_t year = 1; year <= years + 1; ++year) {
      const bool lost = year <= years;
      duration.push_back(static_cast<double>(lost ? year : years));
      weight.push_back(lost ? left[s][year - 1] - left[s][year] : left[s][years]);
      ended.push_back(lost ? 1 : 0);
      segment.push_back(s == 0 ? "High End" : "Regular");
    }
  Frame attributes;
  attributes.add("segment", IdColumn(segment));
  return {.duration = std::move(duration),
          .ended = std::move(ended),
          .weight = std::move(weight),
          .attributes = attributes};
}

/// The last row that is not after an age.
template <class Curve>
std::size_t row_at(const Curve& curve, double age, std::size_t begin = 0) {
  std::size_t row = begin;
  while (row + 1 < curve.time.size() && curve.time[row + 1] <= age && curve.time[row + 1] > curve.time[row])
    ++row;
  return row;
}

/// Random lives: groups, late entries, ties, weights.
struct RandomLives {
  std::vector<double> duration, entry, weight;
  std::vector<double> score;  // none at first
  std::vector<std::uint8_t> ended;
  std::vector<std::string> group, cause;

  explicit RandomLives(std::uint64_t seed, std::size_t rows) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t n) { return random() % n; };
    for (std::size_t i = 0; i < rows; ++i) {
      const auto days = static_cast<double>(1 + below(40));
      duration.push_back(days);
      entry.push_back(below(3) == 0 ? static_cast<double>(below(static_cast<std::uint64_t>(days)))
                                    : std::numeric_limits<double>::quiet_NaN());
      ended.push_back(static_cast<std::uint8_t>(below(3) != 0));
      weight.push_back(static_cast<double>(1 + below(1000)));
      group.push_back(std::string(1, static_cast<char>('a' + below(3))));
      cause.push_back(below(2) == 0 ? "price" : "closed down");
    }
  }
  std::size_t size() const { return duration.size(); }
  /// The rows of a list.
  survival::Lifetimes table(const std::vector<std::size_t>& rows, bool late, bool weighted) const {
    std::vector<double> d, e, w, s;
    std::vector<std::uint8_t> x;
    std::vector<std::string> g;
    for (const std::size_t row : rows) {
      d.push_back(duration[row]), e.push_back(entry[row]), w.push_back(weight[row]);
      x.push_back(ended[row]), g.push_back(group[row]);
      if (!score.empty()) s.push_back(score[row]);
    }
    Frame attributes;
    attributes.add("group", IdColumn(g));
    if (!score.empty()) attributes.add("score", Column<double>(std::move(s)));
    survival::LifetimeColumns columns{
        .duration = std::move(d), .ended = std::move(x), .attributes = attributes};
    if (late) columns.entry = std::move(e);
    if (weighted) columns.weight = std::move(w);
    return survival::Lifetimes(columns);
  }
  survival::Lifetimes table(bool late, bool weighted) const {
    std::vector<std::size_t> rows(size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    return table(rows, late, weighted);
  }
};

/// Lives with causes, some late, some weighted.
inline survival::Lifetimes with_causes(const RandomLives& random, bool late, bool weighted) {
  std::vector<std::string> cause;
  for (std::size_t row = 0; row < random.size(); ++row)
    cause.push_back(random.ended[row] != 0 ? random.cause[row] : "alive");
  survival::LifetimeColumns columns{
      .duration = std::vector<double>(random.duration), .cause = IdColumn(cause), .censored = "alive"};
  if (late) columns.entry = std::vector<double>(random.entry);
  if (weighted) {
    columns.weight = std::vector<double>(random.weight);
    columns.weight_kind = survival::WeightKind::sampling;
  }
  return survival::Lifetimes(columns);
}

}  // namespace fealty::test
