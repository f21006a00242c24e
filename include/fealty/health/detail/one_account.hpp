// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/detail/make_scores.hpp>
#include <fealty/health/detail/score_lines.hpp>
#include <fealty/health/scores.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The row of an account; none where it has none.
template <class Id>
std::optional<std::size_t> row_of(const Scores& scores, Id account) {
  if (!scores.account.present()) return std::nullopt;
  const std::optional<std::uint32_t> code = scores.account.ids()->find(account);
  const auto codes = scores.account.codes();
  if (!code) return std::nullopt;
  if (*code < codes.size() && codes[*code] == *code) return *code;  // as where each account has one row
  for (std::size_t row = 0; row < codes.size(); ++row)
    if (codes[row] == *code) return row;
  return std::nullopt;
}

inline std::string id_text(std::string_view account) { return std::string(account); }
inline std::string id_text(std::int64_t account) { return fmt::format("{}", account); }

/// \param scores  in which the account has no row
template <class Id>
[[noreturn]] void refuse_account(const char* who, const Scores& scores, Id account) {
  constexpr bool text = std::is_convertible_v<Id, std::string_view>;
  std::string rule = "has no row in the scores";
  if (scores.account.present() && scores.account.size() > 0 && scores.account.ids()->is_text() != text)
    rule +=
        text ? ", whose accounts are integers and not texts" : ", whose accounts are texts and not integers";
  throw InvalidInput(
      {.who = who, .what = "account", .where = {}, .value = id_text(account), .rule = std::move(rule)});
}

/// Rows of one account, or of states between two, with memory of their own. A row of nothing is all missing.
class SmallTable {
 public:
  explicit SmallTable(std::size_t rows) : rows_(rows) {}

  struct Cell {
    double value = no_points, age = no_points;
  };
  /// The cell of a measure in a row of a table.
  static Cell cell(const MeasureData& data, std::optional<std::size_t> row, const std::string& measure) {
    const MeasureSeries* const series = row ? data.find(measure) : nullptr;
    if (series == nullptr) return {};
    return {series->values[*row], series->ages.present() ? series->ages[*row] : 0};
  }
  static double baseline(const MeasureData& data, std::optional<std::size_t> row, const std::string& measure,
                         std::int32_t days) {
    const BaselineSeries* const series = row ? data.find(measure, days) : nullptr;
    return series == nullptr ? no_points : series->values[*row];
  }
  /// \param cells  one for each row
  void add(const std::string& measure, const std::vector<Cell>& cells) {
    std::vector<double> values, ages;
    for (const Cell& each : cells) {
      values.push_back(each.value);
      ages.push_back(each.age);
    }
    data_.series.push_back({measure, std::move(values), std::move(ages), {}});
  }
  void add_baseline(const std::string& measure, std::int32_t days, std::vector<double> values) {
    data_.baselines.push_back({measure, days, std::move(values)});
  }
  MeasureData take() {
    data_.account = IdColumn(std::vector<std::string>(rows_));
    return std::move(data_);
  }

 private:
  std::size_t rows_;
  MeasureData data_;
};

/// Everything that a card reads of one row of a table.
inline MeasureData one_row(const ScorecardConfig& card, const MeasureData& data,
                           std::optional<std::size_t> row) {
  SmallTable table(1);
  for (const std::string& each : read_measures(card)) table.add(each, {SmallTable::cell(data, row, each)});
  for (const auto& each : read_baselines(card))
    table.add_baseline(each.measure, each.days, {SmallTable::baseline(data, row, each.measure, each.days)});
  return table.take();
}

}  // namespace fealty::health::detail
