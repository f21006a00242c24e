// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/tabulate.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// What a covariate is in lives: its weighted sums if it is of numbers, or the weight of each level. Levels
/// of rows that are left out are levels too.
struct SurveyedTerm {
  enum Kind : std::uint8_t { nothing, numbers, texts };

  std::uint8_t kind = nothing;  // nothing where all values are missing
  fealty::detail::DoubleSum sum, squares;
  std::map<Label, fealty::detail::DoubleSum> levels;

  void add(const SurveyedTerm& other) {
    if (kind == nothing) kind = other.kind;
    sum.add(other.sum);
    squares.add(other.squares);
    for (const auto& [level, weight] : other.levels) levels[level].add(weight);
  }
};

/// The lives of a stratum by age: last seen, and ended.
struct SurveyedStratum {
  LifeCells cells;
  double most = -std::numeric_limits<double>::infinity();  // offset
};

/// What has to be known of all lives before the first step.
struct CoxSurvey {
  std::optional<WeightKind> weight_kind;
  std::vector<SurveyedTerm> terms;  // of each covariate
  std::map<Label, SurveyedStratum> strata;

  void add(CoxSurvey other) {
    if (!other.strata.empty()) weight_kind = other.weight_kind;
    for (std::size_t t = 0; t < terms.size(); ++t) terms[t].add(other.terms[t]);
    for (auto& [label, more] : other.strata) {
      const auto [at, is_new] = strata.try_emplace(label, std::move(more));
      if (is_new) continue;
      add_cells(at->second.cells, more.cells);  // which try_emplace has left as they were
      at->second.most = std::max(at->second.most, more.most);
    }
  }
};

/// Surveys lives.
class CoxSurveyor {
 public:
  CoxSurveyor(const LifetimeData& lives, const CoxPlan& plan)
      : lives_(lives), strata_(grouping(lives.attributes, plan.strata, who, "strata")) {
    if (!plan.cluster.empty()) static_cast<void>(grouping(lives.attributes, {plan.cluster}, who, "cluster"));
    if (!plan.offset.empty()) offset_ = number_attribute(who, lives.attributes, plan.offset, "offset");
    std::vector<Covariate> columns;
    std::vector<std::size_t> first;  // column of each covariate
    for (const std::string& name : plan.covariates) {
      first.push_back(columns.size());
      for (Covariate& column : covariates(who, lives.attributes, {name}, "covariates"))
        columns.push_back(std::move(column));
    }
    design_ = Design(
        who, std::move(columns), lives.rows, {}, false, [&](std::size_t row) { return usable(plan, row); },
        1);
    for (std::size_t t = 0; t < first.size(); ++t)
      found_.terms.push_back(term(*lives.attributes.find(plan.covariates[t]), design_.columns[first[t]]));
    if (design_.rows.empty()) return;
    found_.weight_kind = lives.weight_kind;
    count();
  }
  std::size_t used() const { return design_.rows.size(); }
  CoxSurvey take() { return std::move(found_); }

 private:
  static constexpr const char* who = "CoxPartial";

  bool usable(const CoxPlan& plan, std::size_t row) const {
    const bool placed = !strata_.group.present() || strata_.group.codes()[row] != no_id;
    if (!offset_.present()) return placed;
    if (placed && std::isinf(offset_[row]))
      throw InvalidInput({.who = who,
                          .what = plan.offset,
                          .where = static_cast<std::int64_t>(row),
                          .value = "inf",
                          .rule = "is not a finite number"});
    return placed && !std::isnan(offset_[row]);
  }
  SurveyedTerm term(const FrameColumn& column, const Covariate& covariate) const {
    SurveyedTerm found;
    if (const auto* const ids = std::get_if<IdColumn>(&column)) {
      add_levels(*ids, found);
      if (!found.levels.empty()) found.kind = SurveyedTerm::texts;
    } else if (!design_.rows.empty()) {
      found.kind = SurveyedTerm::numbers;
      add_moments(covariate.values, found);
    }
    return found;
  }
  void add_levels(const IdColumn& column, SurveyedTerm& to) const {
    const Ids& ids = *column.ids();
    std::vector<std::uint8_t> seen(ids.size());
    std::vector<fealty::detail::DoubleSum> weight(ids.size());
    for (const std::uint32_t code : column.codes())
      if (code != no_id) seen[code] = 1;
    for (const std::uint32_t row : design_.rows) weight[column.codes()[row]].add(weight_of(row));
    for (std::uint32_t code = 0; code < seen.size(); ++code)
      if (seen[code] != 0)
        to.levels.emplace(ids.is_text() ? Label(ids.text(code)) : Label(ids.number(code)), weight[code]);
  }
  /// Sums around a value that is near the mean, as sums around 0: of 32 digits, so that little is lost when
  /// all are put together.
  void add_moments(const Column<double>& column, SurveyedTerm& to) const {
    double n = 0, sum = 0, rest = 0, squares = 0;
    for (const std::uint32_t row : design_.rows) n += weight_of(row), sum += weight_of(row) * column[row];
    const double center = sum / n;
    for (const std::uint32_t row : design_.rows) {
      const double gap = column[row] - center, part = weight_of(row) * gap;
      rest += part, squares += part * gap;
    }
    to.sum.add_product(n, center);
    to.sum.add(rest);
    const double square = center * center;
    to.squares.add_product(n, square);
    to.squares.add_product(n, std::fma(center, center, -square));
    to.squares.add_product(2 * center, rest);
    to.squares.add(squares);
  }
  double weight_of(std::size_t row) const { return lives_.weight_kind ? lives_.weight[row] : 1; }
  /// Counts lives by stratum and age. What ended them does not matter.
  void count() {
    const std::size_t strata = strata_.count();
    std::vector<std::uint32_t> code(lives_.rows, static_cast<std::uint32_t>(strata));  // those left out
    std::vector<double> most(strata, offset_.present() ? -std::numeric_limits<double>::infinity() : 0);
    for (const std::uint32_t row : design_.rows) {
      code[row] = strata_.of(row);
      if (offset_.present()) most[code[row]] = std::max(most[code[row]], offset_[row]);
    }
    std::vector<LifeCells> cells = tabulate(lives_, code, strata + 1, 1);
    const std::vector<Label> label = labels(strata_);
    for (std::size_t s = 0; s < strata; ++s) {
      if (cells[s].size() == 0) continue;
      join(cells[s].outcomes);
      join(cells[s].weights);
      join(cells[s].squares);
      found_.strata.emplace(label[s], SurveyedStratum{std::move(cells[s]), most[s]});
    }
  }
  template <class Columns>
  static void join(Columns& columns) {
    if (columns.empty()) return;
    if (columns.size() == 1) columns.push_back(typename Columns::value_type(columns[0].size()));
    for (std::size_t cause = 2; cause < columns.size(); ++cause)
      for (std::size_t i = 0; i < columns[1].size(); ++i) add_to(columns[1][i], columns[cause][i]);
    columns.resize(2);
  }

  const LifetimeData& lives_;
  Grouping strata_;
  Column<double> offset_;
  Design design_;
  CoxSurvey found_;
};

}  // namespace fealty::survival::detail
