// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/cox_partial.hpp>
#include <fealty/survival/detail/cox_gram.hpp>
#include <fealty/survival/detail/cox_passes.hpp>
#include <fealty/survival/detail/cox_rows.hpp>
#include <fealty/survival/detail/cox_survey.hpp>
#include <fealty/survival/detail/grouping.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace fealty::survival::detail {

[[noreturn]] inline void refuse_partial(const char* what, std::string value, std::string rule) {
  throw InvalidInput(
      {.who = "CoxPartial", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
}

/// The totals of no lives.
inline CoxTotals empty_totals(const CoxPlan& plan) {
  CoxTotals totals;
  const std::size_t p = plan.columns();
  if (plan.round == CoxRound::risks) {
    totals.linear.resize(p);
    totals.most.resize(plan.label.size(), -std::numeric_limits<double>::infinity());
    totals.stay.resize(plan.age.size() * (p + 1));
    totals.end.resize(plan.events() * (p + 1));
  } else if (plan.round != CoxRound::survey) {
    totals.gram.resize(pairs(p));
  }
  return totals;
}

inline void require_same_kind(std::optional<WeightKind> own, std::optional<WeightKind> other) {
  if (own == other) return;
  const auto name = [](std::optional<WeightKind> each) {
    return each ? std::string(enum_names(WeightKind{})[static_cast<std::size_t>(*each)]) : "none";
  };
  refuse_partial("weight_kind", name(other), "is not that of the lives so far, which is " + name(own));
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxPartial::CoxPartial(CoxTask task)
    : task_(std::make_shared<const CoxTask>(std::move(task))), number_(task_->number()),
      digest_(task_->digest_), totals_(detail::empty_totals(task_->plan())) {
  if (task_->round() == CoxRound::survey) survey_.terms.resize(task_->plan().covariates.size());
}

inline void CoxPartial::update(const Lifetimes& lives) {
  if (!task_)
    detail::refuse_partial("task", "none",
                           "tells what to do with lives; a state that was read from bytes "
                           "is to be merged into one of its task");
  const detail::CoxPlan& plan = task_->plan();
  const detail::LifetimeData& data = lives.data();
  if (plan.round == CoxRound::survey) {
    detail::CoxSurveyor surveyor(data, plan);
    CoxPartial more(*task_);
    more.used_ = static_cast<std::int64_t>(surveyor.used());
    more.left_out_ = static_cast<std::int64_t>(data.rows) - more.used_;
    more.survey_ = surveyor.take();
    return merge(more);
  }
  const detail::CoxRows rows(data, plan);
  if (rows.size() > 0) detail::require_same_kind(plan.weight_kind, data.weight_kind);
  const bool clustered = plan.round == CoxRound::influence && !plan.cluster.empty();
  detail::Grouping clusters;
  if (clustered) clusters = detail::grouping(data.attributes, {plan.cluster}, "CoxPartial", "cluster");
  detail::CoxPasses passes(rows, plan, totals_);  // nothing is refused from here on
  if (plan.round == CoxRound::risks) passes.risks();
  if (plan.round == CoxRound::information) passes.information();
  if (plan.round == CoxRound::influence) passes.influence(clustered ? &clusters : nullptr);
  used_ += static_cast<std::int64_t>(rows.size());
  left_out_ += static_cast<std::int64_t>(data.rows - rows.size());
}

inline void CoxPartial::merge(const CoxPartial& other) {
  if (other.number_ == 0) return;
  if (number_ == 0) {
    *this = other;
    return;
  }
  check(other);
  used_ += other.used_;
  left_out_ += other.left_out_;
  survey_.add(other.survey_);
  totals_.add(other.totals_);
}

inline void CoxPartial::check(const CoxPartial& other) const {
  if (number_ != other.number_)
    detail::refuse_partial("task", fmt::format("that of round {}", other.number_),
                           fmt::format("is not that of this state, which is of round {}", number_));
  if (digest_ != other.digest_ || survey_.terms.size() != other.survey_.terms.size() ||
      !totals_.same_shape(other.totals_))
    detail::refuse_partial("task", fmt::format("that of round {}", number_), "is of another fit");
  if (!survey_.strata.empty() && !other.survey_.strata.empty())
    detail::require_same_kind(survey_.weight_kind, other.survey_.weight_kind);
  for (std::size_t t = 0; t < survey_.terms.size(); ++t) {
    const auto kind = survey_.terms[t].kind, others = other.survey_.terms[t].kind;
    using detail::SurveyedTerm;
    if (kind != SurveyedTerm::nothing && others != SurveyedTerm::nothing && kind != others)
      detail::refuse_partial("covariates",
                             task_ ? "\"" + task_->plan().covariates[t] + "\"" : fmt::format("[{}]", t),
                             "is of texts in some lives and of numbers in others");
  }
}

}  // namespace fealty::survival
