// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/detail/logistic_kernel.hpp>
#include <fealty/health/detail/logistic_likelihood.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/health/logistic_partial.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/design.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

[[noreturn]] inline void refuse_partial(const char* what, std::string value, std::string rule) {
  throw InvalidInput({.who = "LogisticPartial",
                      .what = what,
                      .where = {},
                      .value = std::move(value),
                      .rule = std::move(rule)});
}
inline Label label_of(const Ids& ids, std::uint32_t code) {
  return ids.is_text() ? Label(ids.text(code)) : Label(ids.number(code));
}
inline std::uint8_t accounts_kind(const ExampleData& data) { return data.account.present() ? 2 : 1; }

/// Surveys examples.
class LogisticSurveyor {
 public:
  LogisticSurveyor(const ExampleData& data, const std::vector<std::string>& features) : data_(data) {
    require_features(who, data.attributes, features);
    std::vector<survival::detail::Covariate> columns;
    std::vector<std::size_t> first;  // column of each feature
    for (const std::string& name : features) {
      first.push_back(columns.size());
      for (auto& column : survival::detail::covariates(who, data.attributes, {name}, "features"))
        columns.push_back(std::move(column));
    }
    design_ = survival::detail::Design(
        who, std::move(columns), data.size(), {}, true, [](std::size_t) { return true; }, 1);
    totals_.accounts = data.size() == 0 ? std::uint8_t{0} : accounts_kind(data);
    for (const std::uint32_t row : design_.rows) {
      totals_.weight.add(weight(row));
      if (data.outcome[row] == 0) continue;
      ++totals_.outcomes;
      totals_.outcome_weight.add(weight(row));
    }
    for (std::size_t t = 0; t < first.size(); ++t)
      totals_.features.push_back(read(*data.attributes.find(features[t]), design_.columns[first[t]].values));
  }
  std::size_t used() const { return design_.rows.size(); }
  LogisticTotals take() { return std::move(totals_); }

 private:
  static constexpr const char* who = "LogisticPartial";

  double weight(std::size_t row) const { return data_.weight.present() ? data_.weight[row] : 1; }
  SurveyedFeature read(const FrameColumn& column, const Column<double>& numbers) const {
    using survival::detail::SurveyedTerm;
    SurveyedFeature found;
    if (const auto* const ids = std::get_if<IdColumn>(&column)) {
      read_levels(*ids, found.term);
      if (!found.term.levels.empty()) found.term.kind = SurveyedTerm::texts;
      return found;
    }
    if (!design_.rows.empty()) found.term.kind = SurveyedTerm::numbers;
    for (const std::uint32_t row : design_.rows) {
      const double x = numbers[row], part = weight(row) * x, rest = std::fma(weight(row), x, -part);
      found.term.sum.add(rest);
      found.term.sum.add(part);
      found.term.squares.add_product(rest, x);
      found.term.squares.add_product(part, x);
      found.least = std::min(found.least, x);
      found.most = std::max(found.most, x);
    }
    return found;
  }
  /// Levels of rows that are left out are levels too.
  void read_levels(const IdColumn& column, survival::detail::SurveyedTerm& to) const {
    const Ids& ids = *column.ids();
    std::vector<std::uint8_t> seen(ids.size());
    std::vector<DoubleSum> weights(ids.size());
    for (const std::uint32_t code : column.codes())
      if (code != no_id) seen[code] = 1;
    for (const std::uint32_t row : design_.rows) weights[column.codes()[row]].add(weight(row));
    for (std::uint32_t code = 0; code < seen.size(); ++code)
      if (seen[code] != 0) to.levels.emplace(label_of(ids, code), weights[code]);
  }

  const ExampleData& data_;
  survival::detail::Design design_;
  LogisticTotals totals_;
};

/// The examples of a batch that are used, in the units of a plan.
inline LogisticProblem planned_problem(const ExampleData& data, const LogisticPlan& plan) {
  const auto vector = [](const std::vector<double>& of) {
    return Eigen::Map<const Eigen::VectorXd>(of.data(), static_cast<Eigen::Index>(of.size())).eval();
  };
  const Eigen::VectorXd mean = vector(plan.mean), scale = vector(plan.scale);
  FeatureRows features("LogisticPartial", data.attributes, plan.terms, mean, scale, true);
  for (const Finding& finding : features.take_findings())
    if (finding.code == "unknown_level") refuse_partial("features", "", "have " + finding.message);
  LogisticProblem problem;
  const RowMatrix& x = features.x();
  for (Eigen::Index row = 0; row < x.rows(); ++row)
    if (!x.row(row).hasNaN()) problem.design.rows.push_back(static_cast<std::uint32_t>(row));
  const std::vector<std::uint32_t>& rows = problem.design.rows;
  problem.x = survival::detail::TiledMatrix(rows.size(), plan.mean.size());
  problem.side.resize(problem.x.tiles() * survival::detail::TiledMatrix::tile);
  if (data.weight.present()) problem.weight.resize(problem.side.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    problem.side[i] = data.outcome[rows[i]] != 0 ? 1 : -1;
    if (data.weight.present()) problem.weight[i] = data.weight[rows[i]];
    for (std::size_t j = 0; j < plan.mean.size(); ++j)
      problem.x.at(i, j) = x(static_cast<Eigen::Index>(rows[i]), static_cast<Eigen::Index>(j));
  }
  return problem;
}

/// What examples come to in a round after the survey.
inline LogisticTotals planned_totals(const ExampleData& data, const LogisticPlan& plan,
                                     const LogisticProblem& problem) {
  LogisticTotals found;
  found.accounts = data.size() == 0 ? std::uint8_t{0} : accounts_kind(data);
  const Eigen::VectorXd at =
      Eigen::Map<const Eigen::VectorXd>(plan.values.data(), static_cast<Eigen::Index>(plan.values.size()));
  LogisticLikelihood likelihood(problem, data.account, 1);
  if (plan.round == LogisticRound::sums)
    for (const double sum : likelihood.sums(at)) found.sums.push_back({sum, 0});
  if (plan.round == LogisticRound::margins) found.margins = likelihood.margins(at);
  if (plan.round != LogisticRound::influence) return found;
  const auto clusters = likelihood.cluster_sums(at);
  found.sums.resize(pairs(plan.values.size()));
  for (std::size_t i = 0; i < clusters.seen.size(); ++i) {
    if (!clusters.seen[i]) continue;
    const auto sums = clusters.sums.row(static_cast<Eigen::Index>(i));
    if (data.account.present()) {
      found.clusters.emplace(label_of(*data.account.ids(), static_cast<std::uint32_t>(i)),
                             std::vector<double>(sums.data(), sums.data() + sums.size()));
      continue;
    }
    auto to = found.sums.begin();
    for (Eigen::Index j = 0; j < sums.size(); ++j)
      for (Eigen::Index k = 0; k <= j; ++k) (to++)->add_product(sums[j], sums[k]);
  }
  return found;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline LogisticPartial::LogisticPartial(LogisticTask task)
    : task_(std::make_shared<const LogisticTask>(std::move(task))), number_(task_->number()),
      digest_(task_->digest_) {
  const detail::LogisticPlan& plan = task_->plan();
  if (plan.round == LogisticRound::survey) totals_.features.resize(plan.features.size());
  if (plan.round == LogisticRound::sums) totals_.sums.resize(detail::LogisticTiles::size(plan.mean.size()));
  if (plan.round == LogisticRound::influence) totals_.sums.resize(detail::pairs(plan.values.size()));
}

inline void LogisticPartial::update(const Examples& examples) {
  if (!task_)
    detail::refuse_partial("task", "none",
                           "tells what to do with examples; a state that was read from bytes is to be merged "
                           "into one of its task");
  const detail::LogisticPlan& plan = task_->plan();
  const detail::ExampleData& data = examples.data();
  LogisticPartial more(*task_);
  if (plan.round == LogisticRound::survey) {
    detail::LogisticSurveyor surveyor(data, plan.features);
    more.used_ = static_cast<std::int64_t>(surveyor.used());
    more.totals_ = surveyor.take();
  } else {
    const detail::LogisticProblem problem = detail::planned_problem(data, plan);
    more.used_ = static_cast<std::int64_t>(problem.design.rows.size());
    more.totals_ = detail::planned_totals(data, plan, problem);
  }
  more.left_out_ = static_cast<std::int64_t>(data.size()) - more.used_;
  merge(more);
}

inline void LogisticPartial::merge(const LogisticPartial& other) {
  if (other.number_ == 0) return;
  if (number_ == 0) {
    *this = other;
    return;
  }
  check(other);
  used_ += other.used_;
  left_out_ += other.left_out_;
  totals_.add(other.totals_);
}

inline void LogisticPartial::check(const LogisticPartial& other) const {
  if (number_ != other.number_)
    detail::refuse_partial("task", fmt::format("that of round {}", other.number_),
                           fmt::format("is not that of this state, which is of round {}", number_));
  bool same = digest_ == other.digest_ && totals_.features.size() == other.totals_.features.size() &&
              totals_.sums.size() == other.totals_.sums.size();
  for (const auto& [label, sums] : other.totals_.clusters)
    same = same && (totals_.clusters.empty() || sums.size() == totals_.clusters.begin()->second.size());
  if (!same) detail::refuse_partial("task", fmt::format("that of round {}", number_), "is of another fit");
  if (totals_.accounts != 0 && other.totals_.accounts != 0 && totals_.accounts != other.totals_.accounts)
    detail::refuse_partial("account", "", "is there in some examples only");
  for (std::size_t t = 0; t < totals_.features.size(); ++t) {
    using survival::detail::SurveyedTerm;
    const auto kind = totals_.features[t].term.kind, others = other.totals_.features[t].term.kind;
    if (kind != SurveyedTerm::nothing && others != SurveyedTerm::nothing && kind != others)
      detail::refuse_partial("features",
                             task_ ? "\"" + task_->plan().features[t] + "\"" : fmt::format("[{}]", t),
                             "is of texts in some examples and of numbers in others");
  }
}

}  // namespace fealty::health
