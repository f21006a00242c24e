// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/wilson.hpp>
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

/// Refuses a probability out of [0, 1], in whichever snapshot, and names the caller's row.
inline void check_probability(const char* who, const SnapshotData& data, const std::string& name,
                              const Column<double>& given) {
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  double value = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (std::isnan(given[i]) || (given[i] >= 0 && given[i] <= 1) || data.rows[i].row > first) continue;
    first = data.rows[i].row;
    value = given[i];
  }
  if (first != std::numeric_limits<std::int64_t>::max())
    throw InvalidInput({.who = who,
                        .what = name,
                        .where = first,
                        .value = fmt::format("{}", value),
                        .rule = "is not a probability: a number in [0, 1]"});
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

/// Wilson's interval of the share of outcomes, of as many rows as those of the accounts are worth.
inline fealty::detail::Interval outcome_rate_interval(const ProofRows& rows, double share,
                                                      double confidence) {
  std::vector<double> of_account(rows.account.ids()->size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    of_account[rows.account.codes()[i]] += rows.outcome[i] - share;
  double squares = 0;
  for (const double each : of_account) squares += each * each;
  const auto size = static_cast<double>(rows.size()), accounts = static_cast<double>(rows.accounts);
  const double worth =
      squares > 0 && accounts > 1
          ? std::min(size, share * (1 - share) * size * size / (accounts / (accounts - 1) * squares))
          : accounts;
  return fealty::detail::weighted_wilson(share * worth, worth,
                                         fealty::detail::normal_quantile(0.5 + confidence / 2));
}

/// The rate of outcomes among all rows of the same text: texts in the order that suits them best, ties left
/// as they are. Rates of other accounts would not do: an account with the outcome would have a lower one than
/// its neighbors, and what tells something would look as if it told nothing. Texts of few accounts are taken
/// together, since each would tell its own outcome.
inline std::vector<double> rates_of_texts(const ProofRows& rows, const IdColumn& texts) {
  constexpr std::size_t few = 10;  // accounts
  const std::uint32_t rare = static_cast<std::uint32_t>(texts.ids()->size());
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;  // text and account
  for (std::size_t i = 0; i < rows.size(); ++i) seen.emplace(texts.codes()[i], rows.account.codes()[i]);
  std::vector<std::size_t> accounts(rare);
  for (const auto& each : seen)
    if (each.first != no_id) ++accounts[each.first];
  const auto place = [&](std::size_t i) {
    const std::uint32_t code = texts.codes()[i];
    return code == no_id || accounts[code] >= few ? code : rare;
  };
  std::vector<std::int64_t> with(std::size_t{rare} + 1), all(with.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (place(i) == no_id) continue;
    ++all[place(i)];
    with[place(i)] += rows.outcome[i];
  }
  std::vector<double> rates(rows.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (place(i) != no_id) rates[i] = fealty::detail::rate(with[place(i)], all[place(i)]);
  return rates;
}

/// A score as numbers, of some attribute of the snapshots.
struct ProofBaseline {
  std::string name;
  std::vector<double> value;  // of each row that is judged
  bool texts = false;         // value is the rate of outcomes of the text; higher predicts the outcome
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
      baseline.value = baseline.texts ? rates_of_texts(rows, std::get<IdColumn>(selected))
                                      : std::visit(AttributeRanks(examples.data()), selected);
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
