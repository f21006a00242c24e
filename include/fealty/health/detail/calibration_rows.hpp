// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// A score beside what happened.
struct CalibrationRow {
  double score, weight;
  std::uint32_t account;  // code; 0 where there are none
  std::uint8_t outcome;
};

/// Rows whose score is known, in an order that does not depend on that of the table.
struct CalibrationRows {
  std::vector<CalibrationRow> rows;  // by score, outcome and weight
  double weight = 0, outcome_weight = 0;
  std::int64_t outcomes = 0, left_out = 0;
  bool has_accounts = false;
  std::size_t codes = 0;          // of accounts; not all need have rows
  std::int64_t accounts = 0;      // with rows
  std::vector<Finding> findings;  // missing_score

  std::size_t size() const { return rows.size(); }
  std::int64_t fewer() const { return std::min(outcomes, static_cast<std::int64_t>(size()) - outcomes); }
  bool dependent() const { return has_accounts && accounts < static_cast<std::int64_t>(size()); }
  double share() const { return outcome_weight / weight; }
};

/// Which numbers a score may be.
enum class ScoreRange { any, probability };

/// Reads the attribute that holds scores.
class CalibrationReader {
 public:
  CalibrationReader(const char* who, const Examples& examples, const std::string& name, ScoreRange range)
      : who_(who), name_(name), range_(range), data_(examples.data()) {
    const Column<double> scores = score_column(who, examples, name, "score");
    out_.has_accounts = data_.account.present();
    out_.codes = out_.has_accounts ? data_.account.ids()->size() : 0;
    out_.rows.reserve(data_.size());
    for (std::size_t row = 0; row < scores.size(); ++row) add(row, scores[row]);
    std::sort(out_.rows.begin(), out_.rows.end(), [](const CalibrationRow& a, const CalibrationRow& b) {
      return std::tuple(a.score, a.outcome, a.weight) < std::tuple(b.score, b.outcome, b.weight);
    });
    sum();
    if (!missing_.empty())
      out_.findings.push_back({"missing_score", Severity::warning, std::move(missing_),
                               fmt::format("{}: {} is missing in {} of {} rows, which were left out", who_,
                                           name_, out_.left_out, data_.size())});
  }
  CalibrationRows take() { return std::move(out_); }

 private:
  void add(std::size_t row, double score) {
    if (std::isnan(score)) {
      ++out_.left_out;
      missing_.push_back(static_cast<std::int64_t>(row));
      return;
    }
    if (range_ == ScoreRange::probability && !(score >= 0 && score <= 1))
      throw InvalidInput({.who = who_,
                          .what = name_,
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", score),
                          .rule = "is not a probability: a number in [0, 1]"});
    out_.rows.push_back({score + 0.0, data_.weight.present() ? data_.weight[row] : 1,
                         out_.has_accounts ? data_.account.codes()[row] : 0, data_.outcome[row]});
  }
  void sum() {
    std::vector<std::uint8_t> seen(out_.codes);
    for (const CalibrationRow& row : out_.rows) {
      out_.weight += row.weight;
      out_.outcome_weight += row.outcome != 0 ? row.weight : 0;
      out_.outcomes += row.outcome;
      if (out_.has_accounts && seen[row.account] == 0) seen[row.account] = 1, ++out_.accounts;
    }
  }

  const char* who_;
  const std::string& name_;
  ScoreRange range_;
  const ExampleData& data_;
  std::vector<std::int64_t> missing_;
  CalibrationRows out_;
};

inline CalibrationRows read_calibration_rows(const char* who, const Examples& examples,
                                             const std::string& name, ScoreRange range) {
  return CalibrationReader(who, examples, name, range).take();
}

/// What is odd about rows whatever is made of them. Codes: few_outcomes, one_class, no_examples.
inline void note_outcomes(const char* who, std::int64_t size, std::int64_t outcomes, std::int64_t least,
                          std::vector<Finding>& findings) {
  const auto say = [&](const char* code, std::string message) {
    findings.push_back({code, Severity::warning, {}, fmt::format("{}: {}", who, std::move(message))});
  };
  const std::int64_t others = size - outcomes, fewer = std::min(outcomes, others);
  if (size == 0) say("no_examples", "no example has a score");
  else if (fewer == 0)
    say("one_class", outcomes == 0 ? fmt::format("none of {} examples has the outcome", others)
                                   : fmt::format("all of {} examples have the outcome", outcomes));
  else if (fewer < least)
    say("few_outcomes", fmt::format("{} examples have the outcome and {} have not; fewer than {} of either "
                                    "tell little",
                                    outcomes, others, least));
}
inline void note_outcomes(const char* who, const CalibrationRows& rows, std::int64_t least,
                          std::vector<Finding>& findings) {
  note_outcomes(who, static_cast<std::int64_t>(rows.size()), rows.outcomes, least, findings);
}
/// Says that rows of one account are not independent, where errors take them as if they were.
inline void note_dependent(const char* who, const CalibrationRows& rows, const char* what,
                           std::vector<Finding>& findings) {
  if (rows.dependent())
    findings.push_back({"many_rows",
                        Severity::information,
                        {},
                        fmt::format("{}: {} rows are of {} accounts; {} as if they were independent", who,
                                    rows.size(), rows.accounts, what)});
}

inline void check_least_outcomes(const char* who, std::int64_t least) {
  if (least < 0)
    throw InvalidInput({.who = who,
                        .what = "least_outcomes",
                        .where = {},
                        .value = fmt::format("{}", least),
                        .rule = "is less than 0"});
}
inline void check_clip(const char* who, double clip) {
  if (!(clip > 0 && clip < 0.5))
    throw InvalidInput({.who = who,
                        .what = "clip",
                        .where = {},
                        .value = fmt::format("{}", clip),
                        .rule = "is not in (0, 0.5)"});
  if (!(1 - clip < 1))
    throw InvalidInput({.who = who,
                        .what = "clip",
                        .where = {},
                        .value = fmt::format("{}", clip),
                        .rule = "is so small that 1 less it is 1, whose logarithm is infinite"});
}

}  // namespace fealty::health::detail
