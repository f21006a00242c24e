// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Which question was asked.
enum class SurveyKind {
  nps,   ///< Net Promoter Score: how likely is it that you recommend us?
  csat,  ///< customer satisfaction: how satisfied are you?
  ces    ///< customer effort score: did we make it easy for you?
};
constexpr auto enum_names(SurveyKind) { return std::array<std::string_view, 3>{"nps", "csat", "ces"}; }

/// The columns of a table of surveys: one row for each answer.
struct SurveyColumns {
  IdColumn account;      ///< n ids, texts or integers
  DayColumn date;        ///< n days since 1970-01-01, or instants: when it was answered
  IdColumn kind;         ///< nps, csat or ces
  Column<double> score;  ///< of nps whole, 0 to 10; of the others on their scale
  IdColumn user = {};    ///< who answered; null: unknown
  std::vector<std::int32_t> csat_scale = {1, 5};  ///< lowest and highest CSAT score
  std::vector<std::int32_t> ces_scale = {1, 7};   ///< lowest and highest CES score; the highest is the least
                                                  ///< effort
  OnError on_error = OnError::fail;               ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct SurveyRow {
  std::uint32_t account, user;  // codes; no_id where unknown
  SurveyKind kind;
  std::int32_t date;
  double score;
  std::int64_t row;  // of the caller's table
};
struct SurveyScale {
  double low, high;
};
struct SurveyData {
  std::shared_ptr<const Ids> accounts, users;  // no users: null
  std::vector<SurveyRow> rows;                 // by kind, account id, user id (null last), date and score
  std::array<SurveyScale, 3> scales;           // by kind
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of surveys. Copies are cheap.
///
/// Scores of CSAT and CES may have fractions, as the mean of several questions has. Instants are the days of
/// UTC.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or kind, a kind that is none of
///                       the three, a score that is null or not on its scale, a scale that is not two
///                       ascending numbers from -1,000 to 1,000, a day that is null, before 1900 or after
///                       9999
class Surveys {
 public:
  explicit Surveys(const SurveyColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
  /// several_answers.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// The latest date; none without rows.
  std::optional<Date> last_day() const;

  const detail::SurveyData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::SurveyData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/survey_rows.hpp>
