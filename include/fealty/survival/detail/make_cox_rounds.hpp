// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/cox_rounds.hpp>
#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/make_cox.hpp>
#include <fealty/survival/detail/merged_likelihood.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/detail/surveyed_problem.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// A partial likelihood that has been evaluated where Newton's steps went. At the first point where it has
/// not, it throws that.
class RecordedLikelihood : public PartialLikelihood {
 public:
  struct Unknown {
    Eigen::VectorXd beta;
  };
  struct Point {
    bool finite = false;
    double log_likelihood = 0;
    Eigen::VectorXd score;
    Eigen::MatrixXd information;
  };

  explicit RecordedLikelihood(const std::vector<Point>& points) : points_(points) {}
  bool evaluate(const Eigen::VectorXd& beta) override {
    if (next_ == points_.size()) throw Unknown{beta};
    const Point& point = points_[next_++];
    if (!point.finite) return false;
    log_likelihood = point.log_likelihood;
    score = point.score;
    information = point.information;
    return true;
  }

 private:
  const std::vector<Point>& points_;
  std::size_t next_ = 0;
};

/// Drives a fit from round to round. Newton's steps are those of cox(), taken again from the first with all
/// that has been told so far: the point at which they stop is that of the next round.
class CoxDriver {
 public:
  explicit CoxDriver(CoxOptions options) : options_(std::move(options)) {
    static_cast<void>(CoxFit(lives_, options_, CoxFit::Unfitted()));
    if (options_.ties == CoxTies::exact)
      refuse("ties", "exact", "needs all lives of an age in one place; efron and breslow do not");
    plan_.covariates = options_.covariates;
    plan_.strata = options_.strata;
    plan_.offset = options_.offset;
    plan_.cluster = options_.cluster;
    task_.emplace(plan_);
  }
  const CoxTask& task() const { return *task_; }
  bool done() const { return model_.has_value(); }
  const CoxModel& model() const {
    if (!done()) refuse("model", "", fmt::format("is not done: round {} has not come up", plan_.number));
    return *model_;
  }

  void advance(const CoxPartial& all) {
    check(all);
    switch (plan_.round) {
      case CoxRound::survey:
        return survey(all);
      case CoxRound::risks:
        return take_risks(all.totals());
      case CoxRound::information: {
        const bool finite = likelihood_->take_gram(all.totals());
        return record({finite, likelihood_->log_likelihood, likelihood_->score, likelihood_->information});
      }
      case CoxRound::influence:
        influence_ = squares(all.totals());
        return step();
    }
  }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "CoxRounds", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check(const CoxPartial& all) const {
    if (done()) refuse("model", "", "is done; there is no further round");
    CoxPartial(*task_).merge(all);  // refuses states of other tasks
    if (all.number() == 0) refuse("all", "a state without a task", "was given; it is to be made of task()");
    for (const auto& [label, sums] : all.totals().cluster)
      if (sums.size() != plan_.columns()) refuse("all", "", "has clusters of another fit");
    if (plan_.round == CoxRound::survey) return;
    const auto used = all.size() - all.left_out();
    if (used != static_cast<std::int64_t>(lives_.rows) || all.left_out() != plan_.left_out)
      refuse("all", fmt::format("{} lives, {} left out", used, all.left_out()),
             fmt::format("is not the survey's {} lives, {} left out", lives_.rows, plan_.left_out));
  }

  void survey(const CoxPartial& all) {
    CoxPlan plan = plan_;
    lives_.rows = static_cast<std::size_t>(all.size() - all.left_out());
    plan.left_out = all.left_out();
    plan.weight_kind = lives_.weight_kind = all.survey().weight_kind;
    auto found = std::make_unique<SurveyedProblem>(all.survey(), plan);
    if (found->problem.ended == 0)
      throw InvalidInput({.who = "cox",
                          .what = "lives",
                          .where = {},
                          .value = fmt::format("{} rows", lives_.rows),
                          .rule = "none of which has ended tell no hazard"});
    likelihood_ = std::make_unique<MergedLikelihood>(found->problem.data, found->problem.x, found->ended,
                                                     options_.ties == CoxTies::efron,
                                                     thread_count("cox", options_.threads), found->shift);
    problem_ = std::move(found);
    plan_ = std::move(plan);
    step();
  }
  void take_risks(const CoxTotals& totals) {
    switch (likelihood_->take_risks(totals)) {
      case MergedLikelihood::Next::nothing:
        return record({});
      case MergedLikelihood::Next::risks:
        return ask(CoxRound::risks);
      case MergedLikelihood::Next::hazards:
        return ask(CoxRound::information);
    }
  }
  void record(RecordedLikelihood::Point point) {
    points_.push_back(std::move(point));
    try {
      step();
    } catch (...) {
      points_.pop_back();
      throw;
    }
  }
  /// Takes all steps that can be taken.
  void step() {
    RecordedLikelihood recorded(points_);
    try {
      const CoxNewton newton(recorded, problem_->problem, options_.tolerance, options_.max_iterations,
                             CoxFit::penalties(problem_->problem, options_));
      finish(newton);
    } catch (const RecordedLikelihood::Unknown& at) {
      plan_.beta.assign(at.beta.data(), at.beta.data() + at.beta.size());
      ask(CoxRound::risks);
    }
  }
  void finish(const CoxNewton& newton) {
    const bool robust = is_robust(options_.robust, lives_.weight_kind, options_.cluster);
    if (robust && !newton.active.empty() && plan_.round != CoxRound::influence)
      return ask(CoxRound::influence);
    CoxFit fit(lives_, options_, problem_->problem, *likelihood_, newton, influence_);
    model_ = fit.take();
    model_->left_out = plan_.left_out;
  }
  /// The squares of sums of residuals.
  Eigen::MatrixXd squares(const CoxTotals& totals) const {
    Eigen::MatrixXd sum = symmetric(totals.gram, plan_.columns());
    for (const auto& [label, sums] : totals.cluster) {
      const Eigen::Map<const Eigen::VectorXd> moved(sums.data(), static_cast<Eigen::Index>(sums.size()));
      sum += moved * moved.transpose();
    }
    return sum;
  }
  /// Makes the task of the next round.
  void ask(CoxRound round) {
    plan_.round = round;
    ++plan_.number;
    plan_.shift = likelihood_->next_shift();
    for (std::vector<double>* each :
         {&plan_.all, &plan_.own, &plan_.means, &plan_.own_means, &plan_.end_means})
      each->clear();
    const RiskSets& sets = likelihood_->sets();
    if (round != CoxRound::risks) {
      Hazards hazards = sets.hazards();
      plan_.all = std::move(hazards.all);
      plan_.own = std::move(hazards.own);
    }
    if (round == CoxRound::influence) {
      for (std::size_t s = 0; s < plan_.shift.size(); ++s) plan_.shift[s] = likelihood_->shift(s);
      const auto flat = [](const RowMatrix& rows) {
        return std::vector<double>(rows.data(), rows.data() + rows.size());
      };
      plan_.means = flat(sets.passed_means(false));
      plan_.own_means = flat(sets.passed_means(true));
      for (std::size_t e = 0; e < sets.events(); ++e) {
        const Eigen::RowVectorXd mean = sets.end_mean(e);
        plan_.end_means.insert(plan_.end_means.end(), mean.data(), mean.data() + mean.size());
      }
    }
    task_.emplace(plan_);
  }

  CoxOptions options_;
  LifetimeData lives_;  // what is known of all: how many are used, what their weights mean
  CoxPlan plan_;
  std::optional<CoxTask> task_;
  std::unique_ptr<SurveyedProblem> problem_;
  std::unique_ptr<MergedLikelihood> likelihood_;
  std::vector<RecordedLikelihood::Point> points_;
  Eigen::MatrixXd influence_;
  std::optional<CoxModel> model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxRounds::CoxRounds(CoxOptions options)
    : driver_(std::make_unique<detail::CoxDriver>(std::move(options))) {}
inline CoxRounds::CoxRounds(CoxRounds&&) noexcept = default;
inline CoxRounds& CoxRounds::operator=(CoxRounds&&) noexcept = default;
inline CoxRounds::~CoxRounds() = default;

inline CoxTask CoxRounds::task() const { return driver_->task(); }
inline void CoxRounds::advance(const CoxPartial& all) { driver_->advance(all); }
inline bool CoxRounds::done() const { return driver_->done(); }
inline CoxModel CoxRounds::model() const { return driver_->model(); }

}  // namespace fealty::survival
