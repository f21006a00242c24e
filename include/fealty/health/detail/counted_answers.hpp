// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/account_groups.hpp>
#include <fealty/health/detail/answer_tally.hpp>
#include <fealty/health/detail/group_labels.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/survey_options.hpp>
#include <fealty/health/surveys.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// How often a score was given.
struct CountedScore {
  double score;
  std::int64_t count;
};
using CountedScores =
    std::vector<CountedScore>;  // ascending: no sum depends on which account gave which score

inline CountedScores counted(std::vector<double>& scores) {
  std::sort(scores.begin(), scores.end());
  CountedScores counts;
  for (const double score : scores) {
    if (counts.empty() || counts.back().score != score) counts.push_back({score, 0});
    ++counts.back().count;
  }
  return counts;
}
inline std::int64_t respondents(const CountedScores& counts) {
  std::int64_t sum = 0;
  for (const CountedScore& each : counts) sum += each.count;
  return sum;
}

/// The answers of one kind that count, by group.
class AnswerGroups {
 public:
  AnswerGroups(const char* who, SurveyKind kind, const Surveys& surveys, const SurveyOptions& options)
      : who_(who), kind_(kind), options_(options),
        scale_(surveys.data().scales[static_cast<std::size_t>(kind)]) {
    check_as_of(who, options.as_of);
    check_days_option(who, "window_days", options.window_days);
    fealty::detail::check_confidence(who, options.confidence);
    as_of_ = options.as_of ? options.as_of : surveys.last_day();
    const AccountGroups groups(who, surveys.data().accounts, options.by, options.accounts, as_of_);
    std::vector<std::vector<double>> scores(groups.count());
    answers_.resize(groups.count());
    seen_.resize(groups.count(), groups.grouped() ? 0 : 1);
    if (as_of_) read(groups, surveys.data(), scores);
    for (std::size_t place = 0; place < seen_.size(); ++place)
      if (seen_[place] != 0) places_.push_back(place);
    group_ = groups.column(places_);
    for (std::vector<double>& each : scores) counts_.push_back(counted(each));
  }
  /// Those that a state has counted.
  AnswerGroups(const char* who, SurveyKind kind, const AnswerTallies& tallies)
      : who_(who), kind_(kind), options_(tallies.options), scale_(tallies.scale.value_or(SurveyScale{0, 10})),
        as_of_(tallies.options.as_of), without_user_(tallies.without_user) {
    require_same(who, "kind", kind_name(tallies.kind), kind_name(kind));
    for (const auto& [label, tally] : tallies.groups) {
      places_.push_back(counts_.size());
      answers_.push_back(tally.answers);
      CountedScores& counts = counts_.emplace_back();
      for (const auto& [score, count] : tally.scores) counts.push_back({score, count});
    }
    if (!options_.by.empty()) {
      group_ = label_column(tallies.groups);
    } else if (places_.empty()) {
      places_ = {0}, answers_ = {0}, counts_.resize(1);
    }
  }

  SurveyScale scale() const { return scale_; }
  double z() const { return fealty::detail::normal_quantile((1 + options_.confidence) / 2); }

  /// Fills what the results of all kinds have, and calls `f` with how often each score was given in each
  /// group.
  template <class Result, class F>
  void fill(Result& out, F f) {
    out.group = group_;
    out.as_of = as_of_;
    out.as_of_inferred = as_of_ && !options_.as_of;
    out.window_days = options_.window_days;
    out.counted = options_.counted;
    out.confidence = options_.confidence;
    std::int64_t all = 0;
    for (const std::size_t place : places_) {
      out.answers.push_back(answers_[place]);
      out.respondents.push_back(respondents(counts_[place]));
      all += answers_[place];
      f(counts_[place]);
    }
    note(all);
    out.findings = std::move(findings_);
  }
  /// What a state adds.
  AnswerTallies tallies() const {
    AnswerTallies out{.kind = kind_, .options = options_, .scale = scale_, .without_user = without_user_};
    for (std::size_t i = 0; i < places_.size(); ++i) {
      AnswerTally& tally = out.groups[group_label(group_, i)];
      tally.answers = answers_[places_[i]];
      for (const CountedScore& each : counts_[places_[i]]) tally.scores[each.score] += each.count;
    }
    return out;
  }

 private:
  bool in_window(const SurveyRow& row) const {
    return row.date <= as_of_->days && row.date >= window_start(*as_of_, options_.window_days);
  }
  bool one_respondent(const SurveyRow& a, const SurveyRow& b) const {
    if (options_.counted == CountedAnswers::every || a.account != b.account) return false;
    return options_.counted == CountedAnswers::last_of_account || (a.user == b.user && a.user != no_id);
  }
  /// Rows of an account stand together, and within them those of a user.
  void read(const AccountGroups& groups, const SurveyData& data, std::vector<std::vector<double>>& scores) {
    const SurveyRow* last = nullptr;
    const auto count = [&] {
      if (last != nullptr) scores[groups.of(last->account)].push_back(last->score);
    };
    for (const SurveyRow& row : data.rows) {
      if (row.kind != kind_ || row.date > as_of_->days) continue;
      const std::size_t place = groups.of(row.account);
      seen_[place] = 1;
      if (!in_window(row)) continue;
      ++answers_[place];
      if (row.user == no_id) ++without_user_;
      if (last != nullptr && one_respondent(*last, row)) {
        if (row.date > last->date || (row.date == last->date && row.score < last->score)) last = &row;
        continue;
      }
      count();
      last = &row;
    }
    count();
  }
  void note(std::int64_t all) {
    const auto name = enum_names(kind_)[static_cast<std::size_t>(kind_)];
    if (all == 0)
      findings_.push_back({"no_answers",
                           Severity::information,
                           {},
                           fmt::format("{}: there is no answer of kind {} in the window", who_, name)});
    else if (without_user_ > 0 && options_.counted == CountedAnswers::last_of_user)
      findings_.push_back(
          {"users_unknown",
           Severity::information,
           {},
           fmt::format("{}: {} of {} answers do not say which user gave them; they count each", who_,
                       without_user_, all)});
  }

  const char* who_;
  SurveyKind kind_;
  const SurveyOptions& options_;
  SurveyScale scale_;
  std::optional<Date> as_of_;
  IdColumn group_;
  std::vector<CountedScores> counts_;
  std::vector<std::int64_t> answers_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::size_t> places_;
  std::int64_t without_user_ = 0;
  std::vector<Finding> findings_;
};

struct MeanScore {
  double mean, std_error;
};
/// The mean of scores and its standard error, with n - 1.
inline MeanScore mean_score(const CountedScores& counts) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const std::int64_t whole = respondents(counts);
  const auto n = static_cast<double>(whole);
  double sum = 0, squares = 0;
  for (const auto& [score, count] : counts) sum += static_cast<double>(count) * score;
  for (const auto& [score, count] : counts)
    squares += static_cast<double>(count) * (score - sum / n) * (score - sum / n);
  return {whole == 0 ? none : sum / n, whole < 2 ? none : std::sqrt(squares / (n - 1) / n)};
}

/// Adds a group's mean, and the share of its scores that `is_taken` takes.
template <class Result, class Taken>
void add_scores(const CountedScores& counts, double z, Result& out, std::vector<std::int64_t>& part,
                Taken is_taken) {
  const MeanScore mean = mean_score(counts);
  std::int64_t taken = 0;
  for (const auto& [score, count] : counts) taken += is_taken(score) ? count : 0;
  const std::int64_t whole = respondents(counts);
  const fealty::detail::Interval interval = fealty::detail::wilson(taken, whole, z);
  out.mean.push_back(mean.mean);
  out.std_error.push_back(mean.std_error);
  part.push_back(taken);
  out.share.push_back(fealty::detail::rate(taken, whole));
  out.lower.push_back(interval.lower);
  out.upper.push_back(interval.upper);
}

}  // namespace fealty::health::detail
