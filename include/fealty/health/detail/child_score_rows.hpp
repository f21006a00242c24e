// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/health/child_scores.hpp>
#include <fealty/health/detail/table_checks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of scores of children.
class ChildScoreReader {
 public:
  explicit ChildScoreReader(const ChildScoreColumns& columns)
      : c_(columns), rows_(columns.parent.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_ids(check_, "null_child", c_.child, "child");
    check_scores();
    if (c_.weight.present()) check_weights();
    check_repeated();
    check_.note(
        "child_without_parent", Severity::information,
        [&](std::size_t row) { return c_.parent.codes()[row] == no_id; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name_or(c_.child.name(), "child"), {}, c_.child.text(row), "has no parent and is left out"};
        });
    read();
  }
  std::shared_ptr<const ChildScoreData> take() {
    return std::make_shared<const ChildScoreData>(std::move(data_));
  }

 private:
  static constexpr const char* who = "ChildScores";
  static constexpr double most = 1e15;

  void check_shape() const {
    const std::string parent = name_or(c_.parent.name(), "parent");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, parent);
    };
    require("parent", c_.parent);
    require("child", c_.child);
    require("score", c_.score);
    if (c_.weight.present()) require("weight", c_.weight);
    if (c_.band.present()) require("band", c_.band);
  }
  bool scored(std::size_t row) const { return c_.score.valid(row) && !std::isnan(c_.score[row]); }

  void check_scores() {
    const std::string name = name_or(c_.score.name(), "score");
    check_.cells(c_.score, name);
    check_.rule(
        "unusable_score", [&](std::size_t row) { return scored(row) && std::abs(c_.score[row]) > most; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, fmt::format("{}", c_.score[row]), "is not a number from -1e15 to 1e15"};
        });
  }
  void check_weights() {
    const std::string name = name_or(c_.weight.name(), "weight");
    check_.cells(c_.weight, name);
    check_.rule(
        "unusable_weight",
        [&](std::size_t row) {
          return !c_.weight.valid(row) || !(c_.weight[row] >= 0 && c_.weight[row] <= most);
        },
        [&](std::size_t row) {
          const bool there = c_.weight.valid(row);
          return ErrorDetail{
              "",
              name,
              {},
              there ? fmt::format("{}", c_.weight[row]) : "",
              there ? "is not a number from 0 to 1e15" : "is null; every row needs this number"};
        });
  }
  /// A child that is counted twice would weigh double.
  void check_repeated() {
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && c_.parent.codes()[row] != no_id) order.push_back(row);
    const auto key = [&](std::size_t row) {
      return std::pair(c_.parent.codes()[row], c_.child.codes()[row]);
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return std::tuple(key(a), a) < std::tuple(key(b), b); });
    std::vector<std::uint8_t> repeated(rows_);
    for (std::size_t i = 1; i < order.size(); ++i)
      if (key(order[i]) == key(order[i - 1])) repeated[order[i]] = 1;
    check_.rule(
        "repeated_child", [&](std::size_t row) { return repeated[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.child.name(), "child"),
                             {},
                             c_.child.text(row),
                             fmt::format("is below {} twice", c_.parent.text(row))};
        });
  }

  void read() {
    data_.parents = c_.parent.ids();
    data_.children = c_.child.ids();
    if (c_.band.present()) data_.bands = c_.band.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && c_.parent.codes()[row] != no_id)
        data_.rows.push_back({c_.parent.codes()[row], c_.child.codes()[row],
                              c_.band.present() ? c_.band.codes()[row] : no_id,
                              scored(row) ? c_.score[row] : std::numeric_limits<double>::quiet_NaN(),
                              c_.weight.present() ? c_.weight[row] : 1});
    const std::vector<std::uint32_t> parent = data_.parents->ranks(), child = data_.children->ranks();
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const ChildScore& a, const ChildScore& b) {
      return std::pair(parent[a.parent], child[a.child]) < std::pair(parent[b.parent], child[b.child]);
    });
    data_.findings = check_.take_findings();
  }

  const ChildScoreColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  ChildScoreData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline ChildScores::ChildScores(const ChildScoreColumns& columns)
    : data_(detail::ChildScoreReader(columns).take()) {}

}  // namespace fealty::health
