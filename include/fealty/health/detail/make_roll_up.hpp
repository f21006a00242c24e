// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/roll_up.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Rolls up one parent after the other.
class RollUpMaker {
 public:
  RollUpMaker(const ChildScoreData& data, const RollUpOptions& options) : data_(data), options_(options) {
    check_options();
    out_.polarity = options.polarity;
    out_.worse_than = options.worse_than;
    out_.bands = options.bands;
    const std::vector<ChildScore>& rows = data.rows;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      while (end < rows.size() && rows[end].parent == rows[begin].parent) ++end;
      add(std::span(rows).subspan(begin, end - begin));
    }
    out_.parent = IdColumn(std::move(parents_), data.parents);
    out_.worst_child = IdColumn(std::move(worst_), data.children);
    open();
    note("no_child_scored", std::move(unscored_), "no child with a score");
    note("no_child_weighs", std::move(weightless_), "no child with a score that weighs anything");
  }
  RollUp take() { return std::move(out_); }

 private:
  using Rows = std::span<const ChildScore>;
  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

  void check_options() {
    const auto refuse = [](std::string what, std::string value, std::string rule) {
      throw InvalidInput({.who = "roll_up",
                          .what = std::move(what),
                          .where = {},
                          .value = std::move(value),
                          .rule = std::move(rule)});
    };
    if (options_.worse_than && !std::isfinite(*options_.worse_than))
      refuse("worse_than", fmt::format("{}", *options_.worse_than), "is not a finite number");
    if (!options_.bands.empty() && !data_.bands)
      refuse("bands", "", "are named, but the children have no band");
    wanted_.resize(data_.bands ? data_.bands->size() : 0);
    for (std::uint32_t code = 0; code < wanted_.size(); ++code)
      wanted_[code] = std::find(options_.bands.begin(), options_.bands.end(), data_.bands->text(code)) !=
                      options_.bands.end();
  }
  bool worse(double a, double b) const {
    return options_.polarity == Polarity::higher_is_healthier ? a < b : a > b;
  }
  static double ratio(double part, double whole) { return whole > 0 ? part / whole : unknown; }

  void add(Rows rows) {
    fealty::detail::DoubleSum sum, weighted, weight, all_weight;
    std::int64_t scored = 0, beyond = 0;
    const ChildScore* worst = nullptr;
    for (const ChildScore& each : rows) {
      all_weight.add(each.weight);
      if (std::isnan(each.score)) continue;
      ++scored;
      sum.add(each.score);
      weight.add(each.weight);
      weighted.add_product(each.score, each.weight);
      if (options_.worse_than && worse(each.score, *options_.worse_than)) ++beyond;
      if (worst == nullptr || worse(each.score, worst->score)) worst = &each;
    }
    const auto n = static_cast<double>(scored);
    const auto row = static_cast<std::int64_t>(parents_.size());
    if (scored == 0) unscored_.push_back(row);
    else if (weight.value() == 0) weightless_.push_back(row);
    parents_.push_back(rows[0].parent);
    worst_.push_back(worst == nullptr ? no_id : worst->child);
    weights_.push_back(weight.value());
    out_.children.push_back(static_cast<std::int64_t>(rows.size()));
    out_.scored.push_back(scored);
    out_.coverage.push_back(ratio(weight.value(), all_weight.value()));
    out_.mean.push_back(ratio(sum.value(), n));
    out_.weighted_mean.push_back(ratio(weighted.value(), weight.value()));
    out_.worst.push_back(worst == nullptr ? unknown : worst->score);
    out_.share_worse.push_back(options_.worse_than ? ratio(static_cast<double>(beyond), n) : unknown);
    out_.share_in_bands.push_back(share_in_bands(rows));
  }
  double share_in_bands(Rows rows) const {
    if (options_.bands.empty()) return unknown;
    std::int64_t inside = 0, known = 0;
    for (const ChildScore& each : rows) {
      if (each.band == no_id || data_.bands->text(each.band) == "unknown") continue;
      ++known;
      inside += wanted_[each.band];
    }
    return ratio(static_cast<double>(inside), static_cast<double>(known));
  }

  /// The rows behind the figures.
  void open() {
    std::vector<std::uint32_t> parents, children, bands;
    std::size_t place = 0;
    for (const ChildScore& each : data_.rows) {
      while (each.parent != out_.parent.codes()[place]) ++place;
      parents.push_back(each.parent);
      children.push_back(each.child);
      bands.push_back(each.band);
      out_.members.score.push_back(each.score);
      out_.members.weight.push_back(each.weight);
      out_.members.contribution.push_back(each.score * ratio(each.weight, weights_[place]));
    }
    out_.members.parent = IdColumn(std::move(parents), data_.parents);
    out_.members.child = IdColumn(std::move(children), data_.children);
    out_.members.band = IdColumn(std::move(bands), data_.bands ? data_.bands : std::make_shared<const Ids>());
  }
  void note(const char* code, std::vector<std::int64_t> rows, const char* what) {
    if (rows.empty()) return;
    Finding finding{.code = code, .severity = Severity::warning, .rows = {}, .message = {}};
    finding.message =
        fmt::format("roll_up: {} has {}", out_.parent.text(static_cast<std::size_t>(rows[0])), what);
    finding.rows = std::move(rows);
    out_.findings.push_back(std::move(finding));
  }

  const ChildScoreData& data_;
  const RollUpOptions& options_;
  RollUp out_;
  std::vector<std::uint8_t> wanted_;  // for each band, whether it was named
  std::vector<std::uint32_t> parents_, worst_;
  std::vector<double> weights_;  // of the children with a score
  std::vector<std::int64_t> unscored_, weightless_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline RollUp roll_up(const ChildScores& children, const RollUpOptions& options) {
  return detail::RollUpMaker(children.data(), options).take();
}

}  // namespace fealty::health
