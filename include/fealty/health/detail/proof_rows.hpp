// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/money.hpp>
#include <fealty/health/detail/attribute_ranks.hpp>
#include <fealty/health/detail/make_landmarks.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// Refuses numbers of snapshots that are infinite, and names the caller's row.
inline void check_attributes_finite(const char* who, const SnapshotData& data) {
  for (std::size_t i = 0; i < data.attributes.size(); ++i) {
    const auto* const numbers = std::get_if<Column<double>>(&data.attributes.column(i));
    if (numbers == nullptr) continue;
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    double value = 0;
    for (std::size_t row = 0; row < numbers->size(); ++row) {
      if (!numbers->valid(row) || !std::isinf((*numbers)[row]) || data.rows[row].row > first) continue;
      first = data.rows[row].row;
      value = (*numbers)[row];
    }
    if (first != std::numeric_limits<std::int64_t>::max())
      throw InvalidInput({.who = who,
                          .what = data.attributes.name(i),
                          .where = first,
                          .value = fmt::format("{}", value),
                          .rule = "is not a finite number"});
  }
}

/// The rows that are judged: examples whose score is known.
struct ProofRows {
  std::vector<std::uint32_t> place;  // among the snapshots, of each
  IdColumn account;
  Column<std::int32_t> as_of;
  Column<std::uint8_t> outcome;
  std::vector<double> score;
  std::int64_t without_score = 0;
  std::int64_t events = 0;
  std::int64_t accounts = 0, accounts_with = 0, accounts_without = 0;

  ProofRows(const SnapshotData& data, const Landmarks& marks, const std::vector<std::uint32_t>& used,
            const Column<double>& scores) {
    for (const std::uint32_t i : used)
      if (std::isnan(scores[i])) ++without_score;
      else place.push_back(i);
    account = fealty::detail::select_rows(marks.account, place);
    as_of = fealty::detail::select_rows(Column<std::int32_t>(marks.as_of.days), place);
    outcome = fealty::detail::select_rows(Column<std::uint8_t>(marks.outcome), place);
    std::set<std::uint32_t> all, with, without;
    std::set<std::pair<std::uint32_t, std::int64_t>> each_event;
    for (const std::uint32_t i : place) {
      score.push_back(scores[i]);
      const std::uint32_t code = data.rows[i].account;
      all.insert(code);
      (marks.outcome[i] != 0 ? with : without).insert(code);
      if (marks.outcome[i] != 0)
        each_event.emplace(code, data.rows[i].as_of + static_cast<std::int64_t>(marks.days_to_outcome[i]));
    }
    events = static_cast<std::int64_t>(each_event.size());
    accounts = static_cast<std::int64_t>(all.size());
    accounts_with = static_cast<std::int64_t>(with.size());
    accounts_without = static_cast<std::int64_t>(without.size());
  }
  std::size_t size() const { return place.size(); }

  /// Examples with one attribute, of all rows or of those that `among` names by their place here.
  Examples examples(const std::string& name, FrameColumn column) const {
    ExampleColumns columns{.outcome = outcome, .attributes = {}, .account = account, .as_of = as_of};
    columns.attributes.add(name, std::move(column));
    return Examples(columns);
  }
  Examples examples(const std::vector<double>& numbers) const {
    return examples("score", numbers_of(numbers));
  }
  Examples some(const std::vector<std::uint32_t>& among) const {
    ExampleColumns columns{.outcome = fealty::detail::select_rows(outcome, among),
                           .attributes = {},
                           .account = fealty::detail::select_rows(account, among),
                           .as_of = fealty::detail::select_rows(as_of, among)};
    columns.attributes.add("score", fealty::detail::select_rows(numbers_of(score), among));
    return Examples(columns);
  }
  static Column<double> numbers_of(const std::vector<double>& numbers) {
    return Column<double>(std::vector<double>(numbers));
  }
};

/// A score as numbers that point up where the outcome is more likely, of some attribute of the snapshots.
struct ProofBaseline {
  std::string name;
  std::vector<double> value;  // of each row that is judged
  bool texts = false;         // value is the rate of outcomes of others; higher predicts the outcome
};

/// Reads the baselines that are asked for, or that are there.
inline std::vector<ProofBaseline> proof_baselines(const char* who, const SnapshotData& data,
                                                  const ProofRows& rows,
                                                  const std::optional<std::vector<std::string>>& asked) {
  const std::string to_renewal = "days_to_renewal";
  const std::vector<std::string> usual{"tenure_days", to_renewal, "csm_color", "csm_sentiment"};
  std::vector<ProofBaseline> found;
  for (const std::string& name : asked ? *asked : usual) {
    const FrameColumn* const column = data.attributes.find(name);
    ProofBaseline baseline{name, {}, column != nullptr && std::holds_alternative<IdColumn>(*column)};
    if (column != nullptr) {
      const FrameColumn selected = std::visit(fealty::detail::SelectRows{&rows.place}, *column);
      const Examples examples = rows.examples(name, selected);
      baseline.value = std::visit(AttributeRanks(examples.data()), selected);
    } else if (name == to_renewal && data.has_due) {
      for (const std::uint32_t i : rows.place) {
        const SnapshotRow& row = data.rows[i];
        baseline.value.push_back(row.due == no_day ? std::numeric_limits<double>::quiet_NaN()
                                                   : static_cast<double>(row.due) - row.as_of);
      }
    } else if (asked) {
      throw InvalidInput({.who = who,
                          .what = "baselines",
                          .where = {},
                          .value = "\"" + name + "\"",
                          .rule = "is no attribute of the snapshots"});
    } else {
      continue;
    }
    found.push_back(std::move(baseline));
  }
  return found;
}

}  // namespace fealty::health::detail
