// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/surveys.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of surveys.
class SurveyReader {
 public:
  explicit SurveyReader(const SurveyColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    data_.scales = {SurveyScale{0, 10}, scale("csat_scale", c_.csat_scale), scale("ces_scale", c_.ces_scale)};
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_days(check_, c_.date, "date");
    check_kinds();
    check_finite(check_, "unusable_score", c_.score, "score");
    check_scores();
    data_.accounts = c_.account.ids();
    if (c_.user.present()) data_.users = c_.user.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) data_.rows.push_back(read(row));
    sort();
    data_.findings = check_.take_findings();
    note_several();
  }
  SurveyData take() { return std::move(data_); }

 private:
  static constexpr const char* who = "Surveys";

  static SurveyScale scale(const char* what, const std::vector<std::int32_t>& ends) {
    constexpr std::int32_t most = 1'000;
    if (ends.size() == 2 && -most <= ends[0] && ends[0] < ends[1] && ends[1] <= most)
      return {static_cast<double>(ends[0]), static_cast<double>(ends[1])};
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = fmt::format("[{}]", fmt::join(ends, ", ")),
                        .rule = "is not two ascending numbers from -1,000 to 1,000"});
  }
  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, account);
    };
    require("account", c_.account);
    require("date", c_.date);
    require("kind", c_.kind);
    require("score", c_.score);
    if (c_.user.present()) require("user", c_.user);
  }
  void check_kinds() {
    check_ids(check_, "null_kind", c_.kind, "kind");
    kinds_ = revenue::detail::enum_indices(*c_.kind.ids(), enum_names(SurveyKind{}));
    const auto codes = c_.kind.codes();
    check_.rule(
        "unknown_kind", [&](std::size_t row) { return kinds_[codes[row]] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.kind.name(), "kind"),
                             {},
                             "\"" + c_.kind.text(row) + "\"",
                             "is not one of nps, csat, ces"};
        });
  }
  SurveyKind kind(std::size_t row) const { return static_cast<SurveyKind>(kinds_[c_.kind.codes()[row]]); }
  void check_scores() {
    const auto scale_of = [&](std::size_t row) { return data_.scales[static_cast<std::size_t>(kind(row))]; };
    const auto off_scale = [&](std::size_t row) {
      const double score = c_.score[row];
      const SurveyScale on = scale_of(row);
      return score < on.low || score > on.high ||
             (kind(row) == SurveyKind::nps && score != std::floor(score));
    };
    check_.rule("score_off_scale", off_scale, [&](std::size_t row) {
      const SurveyScale on = scale_of(row);
      const bool whole = kind(row) == SurveyKind::nps;
      return ErrorDetail{"",
                         name_or(c_.score.name(), "score"),
                         {},
                         fmt::format("{}", c_.score[row]),
                         fmt::format("is not a {}number from {} to {}, as scores of {} are",
                                     whole ? "whole " : "", on.low, on.high, c_.kind.text(row))};
    });
  }
  SurveyRow read(std::size_t row) const {
    return {c_.account.codes()[row],
            c_.user.present() ? c_.user.codes()[row] : no_id,
            kind(row),
            c_.date[row],
            c_.score[row],
            static_cast<std::int64_t>(row)};
  }
  void sort() {
    const std::vector<std::uint32_t> account = data_.accounts->ranks();
    const std::vector<std::uint32_t> user = data_.users ? data_.users->ranks() : std::vector<std::uint32_t>{};
    const auto key = [&](const SurveyRow& row) {
      return std::tuple(row.kind, account[row.account], row.user == no_id ? no_id : user[row.user], row.date,
                        row.score, row.row);
    };
    std::sort(data_.rows.begin(), data_.rows.end(),
              [&](const SurveyRow& a, const SurveyRow& b) { return key(a) < key(b); });
  }
  void note_several() {
    Finding finding{.code = "several_answers", .severity = Severity::information, .rows = {}, .message = {}};
    for (std::size_t i = 1; i < data_.rows.size(); ++i) {
      const SurveyRow &before = data_.rows[i - 1], &row = data_.rows[i];
      if (row.user == no_id || std::tie(before.kind, before.account, before.user, before.date) !=
                                   std::tie(row.kind, row.account, row.user, row.date))
        continue;
      if (finding.rows.empty())
        finding.message = fmt::format(
            "user {} of account {} answered {} several times on {}; where one answer "
            "counts it is the lowest",
            data_.users->text(row.user), data_.accounts->text(row.account),
            enum_names(row.kind)[static_cast<std::size_t>(row.kind)], to_string(Date{row.date}));
      finding.rows.push_back(row.row);
    }
    if (finding.rows.empty()) return;
    std::sort(finding.rows.begin(), finding.rows.end());
    data_.findings.push_back(std::move(finding));
  }

  const SurveyColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::vector<int> kinds_;
  SurveyData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Surveys::Surveys(const SurveyColumns& columns)
    : data_(std::make_shared<const detail::SurveyData>(detail::SurveyReader(columns).take())) {}

inline std::optional<Date> Surveys::last_day() const {
  std::optional<Date> last;
  for (const auto& row : data_->rows)
    if (!last || row.date > last->days) last = Date{row.date};
  return last;
}

}  // namespace fealty::health
