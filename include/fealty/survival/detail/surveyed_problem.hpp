// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/cox_survey.hpp>
#include <fealty/survival/detail/risk_sets.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// A model's problem as a survey of all lives tells it, without the lives.
struct SurveyedProblem {
  CoxProblem problem;
  EndedLives ended;
  std::vector<double> shift;  // of each stratum: its largest offset

  SurveyedProblem(const CoxSurvey& survey, CoxPlan& plan) {
    const double weights = weight_of(survey);
    for (const SurveyedTerm& term : survey.terms) add_term(term, plan, weights);
    const auto p = static_cast<Eigen::Index>(plan.columns());
    problem.design.mean = Eigen::Map<const Eigen::VectorXd>(plan.mean.data(), p);
    problem.design.scale = Eigen::Map<const Eigen::VectorXd>(plan.scale.data(), p);
    problem.x = TiledMatrix(0, plan.columns());
    ended.linear = Eigen::VectorXd::Zero(p);
    CoxData& data = problem.data;
    for (const auto& [label, stratum] : survey.strata) {
      plan.label.push_back(label);
      data.stratum.push_back(static_cast<std::uint32_t>(data.stratum.size()));
      data.first.push_back(static_cast<std::uint32_t>(data.age.size()));
      shift.push_back(stratum.most);
      add_cells(stratum.cells);
    }
    data.first.push_back(static_cast<std::uint32_t>(data.age.size()));
    if (!plan.strata.empty()) name_strata(plan.label);
    add_pieces();
    plan.first.assign(data.first.begin(), data.first.end());
    plan.age = data.age;
    for (const std::int64_t count : ended.count) plan.ends.push_back(count > 0 ? 1 : 0);
  }

 private:
  static double weight_of(const CoxSurvey& survey) {
    fealty::detail::DoubleSum sum;
    for (const auto& [label, stratum] : survey.strata) {
      for (const auto& column : stratum.cells.weights)
        for (const auto& weight : column) sum.add(weight);
      if (survey.weight_kind) continue;
      for (const auto& column : stratum.cells.outcomes)
        for (const std::int64_t count : column) sum.add(static_cast<double>(count));
    }
    return sum.value();
  }
  void add_column(CoxPlan& plan, Covariate covariate, double mean, double square) {
    const double spread = std::sqrt(std::max(0.0, square));
    plan.mean.push_back(mean);
    plan.scale.push_back(spread <= 1e-12 * std::abs(mean) ? 0 : spread);
    problem.design.columns.push_back(std::move(covariate));
  }
  /// \param n  the weight of all lives
  void add_term(const SurveyedTerm& term, CoxPlan& plan, double n) {
    const std::string name = plan.covariates[plan.terms.size()];
    plan.terms.push_back({name, term.kind == SurveyedTerm::texts, {}});
    if (term.kind != SurveyedTerm::texts) {
      const double mean = term.sum.value() / n;
      fealty::detail::DoubleSum squares = term.squares;  // of values less the mean
      squares.add_product(-2 * mean, term.sum.high);
      squares.add_product(-2 * mean, term.sum.low);
      const double square = mean * mean;
      squares.add_product(n, square);
      squares.add_product(n, std::fma(mean, mean, -square));
      return add_column(plan, {name, {}, {}, {}}, mean, squares.value() / n);
    }
    const auto texts = levels(term);
    for (const auto& [level, weight] : texts) plan.terms.back().levels.push_back(level);
    const std::string& reference = texts.front().first;
    if (texts.size() == 1) add_column(plan, {name, {}, reference, {}}, 0, 0);
    for (std::size_t i = 1; i < texts.size(); ++i) {
      const double share = texts[i].second.value() / n;
      add_column(plan, {name, texts[i].first, reference, {}}, share, share * (1 - share));
    }
  }
  /// In order: whole numbers by value, texts by bytes; as texts where some lives have numbers and others
  /// texts.
  static std::vector<std::pair<std::string, fealty::detail::DoubleSum>> levels(const SurveyedTerm& term) {
    std::vector<std::pair<std::string, fealty::detail::DoubleSum>> found;
    std::map<std::string, fealty::detail::DoubleSum> texts;
    bool numbers = true;
    for (const auto& [label, weight] : term.levels) {
      const auto* const number = std::get_if<std::int64_t>(&label);
      const auto* const text = std::get_if<std::string>(&label);
      numbers = numbers && number != nullptr;
      found.emplace_back(number != nullptr ? fmt::format("{}", *number)
                         : text != nullptr ? *text
                                           : "",
                         weight);
      texts[found.back().first].add(weight);
    }
    if (!numbers) found.assign(texts.begin(), texts.end());
    return found;
  }
  /// Ages that are ties share a cell.
  void add_cells(const LifeCells& cells) {
    CoxData& data = problem.data;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i == 0 || !same_age(data.age.back(), cells.age[i])) {
        data.age.push_back(cells.age[i]);
        ended.count.push_back(0);
        weight_.emplace_back();
      }
      const std::int64_t count = cells.outcomes[1][i];
      ended.count.back() += count;
      if (cells.weights.empty()) weight_.back().add(static_cast<double>(count));
      else weight_.back().add(cells.weights[1][i]);
    }
  }
  void add_pieces() {
    CoxData& data = problem.data;
    for (std::uint32_t cell = 0; cell < data.cells(); ++cell) {
      data.pieces_of.push_back(static_cast<std::uint32_t>(data.pieces.size()));
      data.pieces.push_back({0, 0, cell, Step::leaves});
      if (ended.count[cell] > 0) data.pieces.push_back({0, 0, cell, Step::ends});
      problem.ended += ended.count[cell];
      ended.weight.push_back(weight_[cell].value());
      problem.ended_weight += ended.weight.back();
    }
    data.pieces_of.push_back(static_cast<std::uint32_t>(data.pieces.size()));
  }
  void name_strata(const std::vector<Label>& names) {
    Ids ids;
    for (const Label& name : names) {
      if (name.index() != names.front().index())
        throw InvalidInput({.who = "CoxRounds",
                            .what = "strata",
                            .where = {},
                            .value = "",
                            .rule = "are whole numbers in some lives and texts in others"});
      if (const auto* number = std::get_if<std::int64_t>(&name)) ids.encode(*number);
      if (const auto* text = std::get_if<std::string>(&name)) ids.encode(*text);
    }
    problem.strata.group =
        IdColumn(std::vector<std::uint32_t>(), std::make_shared<const Ids>(std::move(ids)));
  }

  std::vector<fealty::detail::DoubleSum> weight_;  // of those that end in each cell
};

}  // namespace fealty::survival::detail
