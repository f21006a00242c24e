// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/logistic_fitter.hpp>
#include <fealty/health/detail/logistic_likelihood.hpp>
#include <fealty/health/detail/surveyed_design.hpp>
#include <fealty/health/logistic_rounds.hpp>
#include <fealty/survival/detail/cox_gram.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// A log-likelihood that partitions have told where Newton's steps went. At the first question that they have
/// not been asked, it throws that.
class RecordedLogistic : public SummedLikelihood {
 public:
  struct Unknown {
    LogisticRound round;
    Eigen::VectorXd at;
  };
  using Answer = std::variant<LogisticSums, Margins, ScoreSquares>;

  explicit RecordedLogistic(const std::vector<Answer>& answers) : answers_(answers) {}
  bool evaluate(const Eigen::VectorXd& beta) override {
    return take(next<LogisticSums>(LogisticRound::sums, beta));
  }
  Margins margins(const Eigen::VectorXd& direction) override {
    return next<Margins>(LogisticRound::margins, direction);
  }
  ScoreSquares squares(const Eigen::VectorXd& beta) override {
    return next<ScoreSquares>(LogisticRound::influence, beta);
  }

 private:
  template <class T>
  const T& next(LogisticRound round, const Eigen::VectorXd& at) {
    if (next_ == answers_.size()) throw Unknown{round, at};
    return std::get<T>(answers_[next_++]);
  }

  const std::vector<Answer>& answers_;
  std::size_t next_ = 0;
};

/// Drives a fit from round to round. Newton's steps are taken again from the first with all that has been
/// told so far: what they ask next is the next round.
class LogisticDriver {
 public:
  explicit LogisticDriver(LogisticOptions options) : options_(std::move(options)) {
    check_logistic(options_);
    plan_.features = options_.features;
    task_.emplace(plan_);
  }
  const LogisticTask& task() const { return *task_; }
  bool done() const { return model_.has_value(); }
  const LogisticModel& model() const {
    if (!done()) refuse("model", "", fmt::format("is not done: round {} has not come up", plan_.number));
    return *model_;
  }

  void advance(const LogisticPartial& all) {
    check(all);
    const LogisticTotals& totals = all.totals();
    switch (plan_.round) {
      case LogisticRound::survey:
        return survey(all);
      case LogisticRound::sums:
        return record(LogisticSums(values(totals.sums), plan_.mean.size()));
      case LogisticRound::margins:
        return record(totals.margins);
      case LogisticRound::influence:
        return record(squares(all));
    }
  }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "LogisticRounds",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check(const LogisticPartial& all) const {
    if (done()) refuse("model", "", "is done; there is no further round");
    LogisticPartial(*task_).merge(all);  // refuses states of other tasks
    if (all.number() == 0) refuse("all", "a state without a task", "was given; it is to be made of task()");
    for (const auto& [label, sums] : all.totals().clusters)
      if (sums.size() != plan_.values.size()) refuse("all", "", "has accounts of another fit");
    if (plan_.round == LogisticRound::survey) return;
    const std::int64_t used = all.size() - all.left_out();
    if (used != counts_.used || all.left_out() != counts_.left_out)
      refuse("all", fmt::format("{} examples, {} left out", used, all.left_out()),
             fmt::format("is not the survey's {} examples, {} left out", counts_.used, counts_.left_out));
  }
  static std::vector<double> values(const std::vector<DoubleSum>& sums) {
    std::vector<double> found;
    for (const DoubleSum& sum : sums) found.push_back(sum.value());
    return found;
  }
  ScoreSquares squares(const LogisticPartial& all) const {
    const LogisticTotals& totals = all.totals();
    ScoreSquares found{survival::detail::symmetric(values(totals.sums), plan_.values.size()),
                       static_cast<double>(totals.accounts == 2 ? totals.clusters.size()
                                                                : static_cast<std::size_t>(counts_.used))};
    for (const auto& [label, sums] : totals.clusters) {
      const Eigen::Map<const Eigen::VectorXd> moved(sums.data(), static_cast<Eigen::Index>(sums.size()));
      found.sum += moved * moved.transpose();
    }
    return found;
  }
  void survey(const LogisticPartial& all) {
    const LogisticTotals& totals = all.totals();
    const ExampleCounts counts{all.size() - all.left_out(), all.left_out(), totals.outcomes,
                               totals.weight.value(), totals.outcome_weight.value()};
    require_both_outcomes("logistic", counts);
    LogisticPlan plan = plan_;
    auto design = std::make_unique<SurveyedDesign>(totals, plan);
    counts_ = counts;
    accounts_ = totals.accounts == 2;
    design_ = std::move(design);
    plan_ = std::move(plan);
    step();
  }
  void record(RecordedLogistic::Answer answer) {
    answers_.push_back(std::move(answer));
    try {
      step();
    } catch (...) {
      answers_.pop_back();
      throw;
    }
  }
  /// Takes all steps that can be taken.
  void step() {
    RecordedLogistic recorded(answers_);
    try {
      LogisticFitter fitter(options_, design_->design, counts_, accounts_,
                            [this] { return design_->ranges; });
      model_ = fitter.fit(recorded);
    } catch (const RecordedLogistic::Unknown& asked) {
      plan_.round = asked.round;
      ++plan_.number;
      plan_.values.assign(asked.at.data(), asked.at.data() + asked.at.size());
      task_.emplace(plan_);
    }
  }

  LogisticOptions options_;
  LogisticPlan plan_;
  std::optional<LogisticTask> task_;
  ExampleCounts counts_;
  bool accounts_ = false;
  std::unique_ptr<SurveyedDesign> design_;
  std::vector<RecordedLogistic::Answer> answers_;
  std::optional<LogisticModel> model_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline LogisticRounds::LogisticRounds(LogisticOptions options)
    : driver_(std::make_unique<detail::LogisticDriver>(std::move(options))) {}
inline LogisticRounds::LogisticRounds(LogisticRounds&&) noexcept = default;
inline LogisticRounds& LogisticRounds::operator=(LogisticRounds&&) noexcept = default;
inline LogisticRounds::~LogisticRounds() = default;

inline LogisticTask LogisticRounds::task() const { return driver_->task(); }
inline void LogisticRounds::advance(const LogisticPartial& all) { driver_->advance(all); }
inline bool LogisticRounds::done() const { return driver_->done(); }
inline LogisticModel LogisticRounds::model() const { return driver_->model(); }

}  // namespace fealty::health
