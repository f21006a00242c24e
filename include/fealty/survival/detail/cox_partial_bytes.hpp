// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/survival/cox_partial.hpp>
#include <fealty/survival/detail/cox_survey.hpp>
#include <fealty/survival/detail/cox_task_bytes.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

inline void write_sum(ByteWriter& to, const DoubleSum& sum) {
  to.write(sum.high);
  to.write(sum.low);
}
inline DoubleSum read_sum(ByteReader& from) {
  const auto high = from.read<double>(), low = from.read<double>();
  return {high, low};
}
inline std::int64_t read_count(ByteReader& from) {
  const auto count = from.read<std::int64_t>();
  if (count < 0 || count > std::int64_t{1} << 48) from.refuse("has a number of lives that is none");
  return count;
}

/// Calls f(column) for each column of numbers of totals.
template <class Totals, class F>
void each_total_column(Totals& totals, F f) {
  f(totals.linear), f(totals.most), f(totals.stay), f(totals.end), f(totals.gram);
}

inline void write_survey(ByteWriter& to, const CoxSurvey& survey) {
  write_kind(to, survey.weight_kind);
  to.write(static_cast<std::uint64_t>(survey.terms.size()));
  for (const SurveyedTerm& term : survey.terms) {
    to.write(term.kind);
    write_sum(to, term.sum);
    write_sum(to, term.squares);
    to.write(static_cast<std::uint64_t>(term.levels.size()));
    for (const auto& [level, weight] : term.levels) {
      write_label(to, level);
      write_sum(to, weight);
    }
  }
  to.write(static_cast<std::uint64_t>(survey.strata.size()));
  for (const auto& [label, stratum] : survey.strata) {
    write_label(to, label);
    write_cells(to, stratum.cells);
    to.write(stratum.most);
  }
}
inline SurveyedTerm read_term(ByteReader& from) {
  SurveyedTerm term;
  term.kind = from.read<std::uint8_t>();
  if (term.kind > SurveyedTerm::texts) from.refuse("has a covariate of an unknown kind");
  term.sum = read_sum(from);
  term.squares = read_sum(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    Label level = read_label(from);
    const fealty::detail::DoubleSum weight = read_sum(from);
    if (!(weight.value() >= 0)) from.refuse("has a weight that is none");
    if (!term.levels.emplace(std::move(level), weight).second) from.refuse("has a level twice");
  }
  if ((term.kind == SurveyedTerm::texts) == term.levels.empty()) from.refuse("has levels that are none");
  return term;
}
inline CoxSurvey read_survey(ByteReader& from) {
  CoxSurvey survey;
  survey.weight_kind = read_kind(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) survey.terms.push_back(read_term(from));
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    Label label = read_label(from);
    SurveyedStratum stratum;
    stratum.cells = read_cells(from, 2, survey.weight_kind.has_value());
    if (stratum.cells.size() == 0) from.refuse("has a stratum without lives");
    stratum.most = from.read<double>();
    if (!std::isfinite(stratum.most)) from.refuse("has an offset that is none");
    if (!survey.strata.emplace(std::move(label), std::move(stratum)).second)
      from.refuse("has a stratum twice");
  }
  return survey;
}

/// The lives of all strata.
inline std::int64_t surveyed_lives(const CoxSurvey& survey) {
  std::int64_t lives = 0;
  for (const auto& [label, stratum] : survey.strata)
    for (const auto& column : stratum.cells.outcomes)
      for (const std::int64_t count : column) lives = std::min(lives + count, std::int64_t{1} << 60);
  return lives;
}

inline void write_totals(ByteWriter& to, const CoxTotals& totals) {
  to.write(totals.finite);
  write_sum(to, totals.log_risk);
  each_total_column(
      totals, [&](const std::vector<double>& column) { to.write_all(std::span<const double>(column)); });
  to.write(static_cast<std::uint64_t>(totals.cluster.size()));
  for (const auto& [label, sums] : totals.cluster) {
    write_label(to, label);
    to.write_all(std::span<const double>(sums));
  }
}
inline CoxTotals read_totals(ByteReader& from) {
  CoxTotals totals;
  totals.finite = from.read<std::uint8_t>();
  totals.log_risk = read_sum(from);
  each_total_column(totals, [&](std::vector<double>& column) { column = from.read_all<double>(); });
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    Label label = read_label(from);
    if (!totals.cluster.emplace(std::move(label), from.read_all<double>()).second)
      from.refuse("has a cluster twice");
  }
  return totals;
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline std::vector<std::uint8_t> CoxPartial::serialize() const {
  ByteWriter to("CoxPartial", 1);
  to.write(number_);
  to.write(digest_);
  to.write(used_);
  to.write(left_out_);
  detail::write_survey(to, survey_);
  detail::write_totals(to, totals_);
  return to.take();
}
inline CoxPartial CoxPartial::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "CoxPartial", 1);
  CoxPartial state;
  state.number_ = detail::read_count(from);
  state.digest_ = from.read<std::uint64_t>();
  state.used_ = detail::read_count(from);
  state.left_out_ = detail::read_count(from);
  state.survey_ = detail::read_survey(from);
  if (!state.survey_.terms.empty() && detail::surveyed_lives(state.survey_) != state.used_)
    from.refuse("has lives that do not add up");
  state.totals_ = detail::read_totals(from);
  from.finish();
  return state;
}

}  // namespace fealty::survival
