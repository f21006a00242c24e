// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/innermost_intervals.hpp>
#include <fealty/survival/detail/interval_masses.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/seen_ages.hpp>
#include <fealty/survival/turnbull.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Curves of interval-censored lives, one group after the other.
class Turnbull {
 public:
  Turnbull(const LifetimeData& lives, const TurnbullOptions& options) : lives_(lives), options_(options) {
    check();
    const Grouping groups = grouping(lives.attributes, options.by, "turnbull", "by");
    read();
    number_ages();
    const std::vector<Label> labels = detail::labels(groups);
    std::map<Label, std::vector<LifeSpan>> spans;
    for (std::size_t row = 0; row < lives.rows; ++row) spans[labels[groups.of(row)]].push_back(span(row));
    GroupColumn column(!options.by.empty());
    curve_.weight_kind = lives.weight_kind;
    for (auto& [label, of_group] : spans) column.add(label, add(std::move(of_group)));
    curve_.group = column.take();
  }
  TurnbullCurve take() { return std::move(curve_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::optional<std::size_t> row, double value,
                                  const char* rule) {
    throw InvalidInput({.who = "turnbull",
                        .what = what,
                        .where = row ? std::optional(static_cast<std::int64_t>(*row)) : std::nullopt,
                        .value = fmt::format("{}", value),
                        .rule = rule});
  }
  void check() const {
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", {}, options_.tolerance, "is not in (0, 1)");
    if (options_.max_iterations < 1) refuse("max_iterations", {}, options_.max_iterations, "is less than 1");
    if (!lives_.entry.present()) return;
    for (std::size_t row = 0; row < lives_.rows; ++row)
      if (const std::int32_t entry = lives_.entry[row];
          entry >= 0 && lives_.age(static_cast<std::size_t>(entry)) > 0)
        refuse("entry", row, lives_.age(static_cast<std::size_t>(entry)),
               "is late: interval-censored lives are watched from the beginning");
  }

  void read() {
    Column<double> upper;
    if (!options_.ended_by.empty())
      upper = number_attribute("turnbull", lives_.attributes, options_.ended_by, "ended_by");
    for (std::size_t row = 0; row < lives_.rows; ++row) {
      LifeAges life{.age = lives_.age(static_cast<std::size_t>(lives_.exit[row]))};
      if (lives_.ended[row] != 0) life.seen = Seen::ended;
      if (upper.present())
        read_upper("turnbull", life, upper[row], static_cast<std::uint32_t>(row), options_.ended_by);
      if (life.seen == Seen::between && same_age(life.age, life.upper)) life.seen = Seen::ended;
      seen_.push_back(life);
    }
  }
  /// Ages that are ties become one.
  void number_ages() {
    for (const LifeAges& life : seen_) {
      ages_.push_back(life.age);
      if (life.seen == Seen::between) ages_.push_back(life.upper);
    }
    std::sort(ages_.begin(), ages_.end());
    ages_.erase(std::unique(ages_.begin(), ages_.end()), ages_.end());
    for (const double age : ages_) {
      if (number_.empty() || !same_age(first_.back(), age)) first_.push_back(age);
      number_.push_back(first_.size() - 1);
    }
  }
  std::uint64_t number(double age) const {
    return number_[static_cast<std::size_t>(std::lower_bound(ages_.begin(), ages_.end(), age) -
                                            ages_.begin())];
  }
  LifeSpan span(std::size_t row) const {
    const LifeAges& life = seen_[row];
    const double weight = lives_.weight_kind ? lives_.weight[row] : 1;
    const std::uint64_t age = number(life.age);
    if (life.seen == Seen::ended) return {edge(age, Edge::at), edge(age, Edge::upto), weight};
    const std::uint64_t upper = life.seen == Seen::between ? number(life.upper) : first_.size();
    return {edge(age, Edge::above), edge(upper, Edge::upto), weight};
  }
  double age_of(std::uint64_t edge) const {
    return edge / 3 < first_.size() ? first_[edge / 3] : std::numeric_limits<double>::infinity();
  }

  /// \returns  how many rows
  std::size_t add(std::vector<LifeSpan> spans) {
    const InnermostIntervals cells(std::move(spans));
    const IntervalMasses masses(cells, options_.tolerance, options_.max_iterations);
    std::vector<double> survival(cells.size());
    for (std::size_t j = cells.size() - 1; j-- > 0;) survival[j] = survival[j + 1] + masses.mass[j + 1];
    for (std::size_t j = 0; j < cells.size(); ++j) {
      curve_.after.push_back(age_of(cells.from[j]));
      curve_.until.push_back(age_of(cells.to[j]));
      curve_.probability.push_back(masses.mass[j]);
      curve_.survival.push_back(survival[j]);
    }
    curve_.log_likelihood += masses.log_likelihood;
    curve_.iterations = std::max(curve_.iterations, masses.iterations);
    return cells.size();
  }

  const LifetimeData& lives_;
  const TurnbullOptions& options_;
  std::vector<LifeAges> seen_;
  std::vector<double> ages_, first_;   // all, and the first of those that are ties
  std::vector<std::uint64_t> number_;  // of each of the former, among the latter
  TurnbullCurve curve_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline TurnbullCurve turnbull(const Lifetimes& lives, const TurnbullOptions& options) {
  return detail::Turnbull(lives.data(), options).take();
}

}  // namespace fealty::survival
