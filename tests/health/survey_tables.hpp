// SPDX-License-Identifier: MIT
// Small tables of surveys, written by hand.
#pragma once

#include <fealty/health/surveys.hpp>

#include "revenue/tables.hpp"

#include <string>
#include <utility>
#include <vector>

namespace survey_tables {

struct Answer {
  std::string account, user;
  std::string_view date;
  std::string kind;
  double score;
};
/// A user "" is unknown.
inline fealty::health::Surveys surveys(const std::vector<Answer>& answers) {
  tables::Texts account, user, kind;
  tables::Days date;
  tables::Reals score;
  for (const Answer& each : answers) {
    account.push_back(each.account);
    user.push_back(each.user);
    date.push_back(tables::day(each.date));
    kind.push_back(each.kind);
    score.push_back(each.score);
  }
  return fealty::health::Surveys(
      {.account = account, .date = date, .kind = kind, .score = score, .user = tables::ids_with_nulls(user)});
}
/// Answers of one day, each of another user of account "a".
inline fealty::health::Surveys scores(const std::string& kind, const std::vector<double>& values) {
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < values.size(); ++i)
    answers.push_back({"a", "u" + std::to_string(i), "2024-01-01", kind, values[i]});
  return surveys(answers);
}

}  // namespace survey_tables
