// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/group_labels.hpp>
#include <fealty/health/survey_options.hpp>
#include <fealty/health/surveys.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace fealty::health::detail {

/// The answers of a group: all of them, and the scores of those that count.
struct AnswerTally {
  std::int64_t answers = 0;
  std::map<double, std::int64_t> scores;

  void add(const AnswerTally& other) {
    answers += other.answers;
    for (const auto& [score, count] : other.scores) scores[score] += count;
  }
  std::int64_t respondents() const {
    std::int64_t sum = 0;
    for (const auto& [score, count] : scores) sum += count;
    return sum;
  }
};

/// The answers of one kind, by group.
struct AnswerTallies {
  SurveyKind kind = SurveyKind::nps;
  SurveyOptions options = {};
  std::optional<SurveyScale> scale = {};  // none before the first table
  std::int64_t without_user = 0;          // answers in the window
  std::map<GroupLabel, AnswerTally> groups = {};

  std::int64_t answers() const {
    std::int64_t sum = 0;
    for (const auto& [label, tally] : groups) sum += tally.answers;
    return sum;
  }
};

inline std::string kind_name(SurveyKind kind) {
  return std::string(enum_names(kind)[static_cast<std::size_t>(kind)]);
}

}  // namespace fealty::health::detail
