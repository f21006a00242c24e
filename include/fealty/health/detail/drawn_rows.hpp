// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/class_totals.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/resampling.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/detail/scored_rows.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// Scored rows whose figures have intervals by the bootstrap.
class DrawnRows {
 public:
  /// \param options  score, its direction, cluster, draws, seed, confidence, threads
  /// \param value    attribute that holds what rows are worth; empty for none
  template <class Options>
  DrawnRows(const char* who, const Examples& examples, const Options& options, const std::string& value,
            std::vector<Finding>& findings)
      : clustering(checked(who, options), examples.data(), options.cluster),
        columns(read(who, examples, options.score, value)),
        rows(examples.data(), columns, clustering.matters()),
        groups(rows, columns[0], options.higher_predicts_outcome), draws_(options.draws), seed_(options.seed),
        confidence_(options.confidence), threads_(thread_count(who, options.threads)) {
    if (columns.size() > 1)
      for (const std::uint32_t row : rows.rows) value_.push_back(columns[1][row]);
    DiscriminationFindings notes(who, findings);
    if (!notes.classes(rows.outcomes, rows.others())) return;
    notes.clusters(clustering);
    if (draws_ > 0 && !drawable())
      notes.no_interval("a single row or account of a kind has no spread; there is no interval");
  }

  /// What all rows weigh.
  ClassTotals totals() const {
    ClassTotals totals{groups.with, groups.without, {}};
    if (value_.empty()) return totals;
    totals.value.resize(groups.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows.outcome[i] != 0) totals.value[groups.group[i]] += rows.weight_of(i) * value_[i];
    return totals;
  }
  /// \param tell  takes totals and writes `width` numbers
  /// \returns     an interval of each; none where no draw differs
  template <class Tell>
  std::vector<DrawnInterval> intervals(std::size_t width, const Tell& tell) const {
    std::vector<double> told;
    if (draws_ > 0 && drawable())
      told = Resampling(rows, groups, value_, seed_).run(draws_, width, threads_, tell);
    std::vector<DrawnInterval> found;
    for (std::size_t i = 0; i < width; ++i) {
      found.emplace_back(told, i, width, confidence_);
      if (!(found.back().std_error > 0))
        found.back().lower = found.back().upper = std::numeric_limits<double>::quiet_NaN();
    }
    return found;
  }

  Clustering clustering;
  std::vector<Column<double>> columns;  // the score, and what rows are worth
  ScoredRows rows;
  RiskGroups groups;

 private:
  template <class Options>
  static const char* checked(const char* who, const Options& options) {
    fealty::detail::check_confidence(who, options.confidence);
    check_draws(who, options.draws, true);
    return who;
  }
  static std::vector<Column<double>> read(const char* who, const Examples& examples, const std::string& score,
                                          const std::string& value) {
    std::vector<Column<double>> found{score_column(who, examples, score, "score")};
    if (value.empty()) return found;
    found.push_back(score_column(who, examples, value, "value"));
    for (std::size_t row = 0; row < found[1].size(); ++row)
      if (found[1][row] < 0)
        throw InvalidInput({.who = who,
                            .what = value,
                            .where = static_cast<std::int64_t>(row),
                            .value = fmt::format("{}", found[1][row]),
                            .rule = "is negative"});
    return found;
  }
  /// Whether there are two units of each kind.
  bool drawable() const {
    std::array<std::size_t, 2> first{no_unit, no_unit};
    std::array<bool, 2> second{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::size_t& of_kind = first[rows.outcome[i]];
      if (of_kind == no_unit) of_kind = rows.unit_of(i);
      else if (of_kind != rows.unit_of(i)) second[rows.outcome[i]] = true;
    }
    return second[0] && second[1];
  }
  static constexpr std::size_t no_unit = std::numeric_limits<std::size_t>::max();

  std::int32_t draws_;
  std::uint64_t seed_;
  double confidence_;
  std::size_t threads_;
  std::vector<double> value_;
};

}  // namespace fealty::health::detail
