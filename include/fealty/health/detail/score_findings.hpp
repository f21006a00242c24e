// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/detail/score_plan.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Whether a table has any value of a measure.
inline bool is_observed(const MeasureData& data, const std::string& measure) {
  const MeasureSeries* const series = data.find(measure);
  if (series == nullptr) return false;
  const auto values = series->values.values();
  return std::any_of(values.begin(), values.end(), [](double each) { return !std::isnan(each); });
}

/// Measures of the card that nobody has.
inline void note_unobserved(const std::vector<std::string>& never, std::vector<Finding>& findings) {
  if (never.empty()) return;
  findings.push_back({"unobserved_measure",
                      Severity::warning,
                      {},
                      fmt::format("the card's {} {} observed of no account", fmt::join(never, ", "),
                                  never.size() == 1 ? "is" : "are")});
}

/// What the card's measures and flags are worth with this table.
inline void find_in_measures(const ScorecardConfig& card, const MeasureData& data,
                             std::vector<Finding>& findings) {
  if (data.size() == 0) return;
  std::vector<std::string> never, undated;
  for (const Measure& each : card.measures) {
    if (!is_observed(data, each.id)) {
      never.push_back(each.id);
      continue;
    }
    const bool ages = each.validity_days || each.carry_days || each.decay != Decay::none;
    if (ages && !data.find(each.id)->ages.present()) undated.push_back(each.id);
  }
  for (const ScoreException& each : card.exceptions)
    if (each.expires_days && is_observed(data, each.when) && !data.find(each.when)->ages.present())
      undated.push_back(each.when);
  note_unobserved(never, findings);
  if (!undated.empty())
    findings.push_back(
        {"undated_measure",
         Severity::warning,
         {},
         fmt::format("the card asks how old {} {}, and the table has no ages of it; its values "
                     "are taken to be of the day",
                     fmt::join(undated, ", "), undated.size() == 1 ? "is" : "are")});
}

/// Accounts without a score.
inline void find_unknown(const ScorecardConfig& card, auto& out) {
  const auto unknown = static_cast<std::uint32_t>(card.bands.size());
  Finding finding{.code = "low_coverage", .severity = Severity::warning, .rows = {}, .message = {}};
  const auto bands = out.band.codes();
  constexpr std::size_t some = 4096;
  for (std::size_t begin = 0; begin < bands.size(); begin += some) {
    const std::uint32_t* const codes = bands.data() + begin;
    const std::size_t rows = std::min(some, bands.size() - begin);
    const auto is_unknown = [codes, unknown](std::size_t row) { return codes[row] == unknown; };
    if (!fealty::detail::AnyRow(rows, is_unknown)) continue;
    for (std::size_t row = 0; row < rows; ++row)
      if (codes[row] == unknown) finding.rows.push_back(static_cast<std::int64_t>(begin + row));
  }
  if (finding.rows.empty()) return;
  const auto first = static_cast<std::size_t>(finding.rows.front());
  finding.message = fmt::format(
      "{} of {} accounts have no score; of {} a share of {:.4g} of the card's weight is "
      "observed, and the card asks for {:.4g}",
      finding.rows.size(), bands.size(), out.account.text(first), out.coverage[first], card.min_coverage);
  out.findings.push_back(std::move(finding));
}

/// Exceptions that hold though nobody says why.
inline void find_reasons(const ScorePlan& plan, const MeasureData& data, auto& out) {
  const ScorecardConfig& card = plan.card();
  const ScoreEngine engine(plan, data, false, SimdLevel::baseline);
  for (std::size_t e = 0; e < card.exceptions.size(); ++e) {
    const MeasureSeries* const flag = engine.flag(e);
    if (!card.exceptions[e].reason_required || flag == nullptr) continue;
    Finding finding{
        .code = "exception_without_reason", .severity = Severity::warning, .rows = {}, .message = {}};
    for (std::size_t row = 0; row < data.size(); ++row) {
      const bool reason = flag->reasons.present() && flag->reasons.codes()[row] != no_id;
      if (engine.active(e, row) && !reason) finding.rows.push_back(static_cast<std::int64_t>(row));
    }
    if (finding.rows.empty()) continue;
    finding.message = fmt::format("{} holds for account {}, and no reason is told", card.exceptions[e].when,
                                  data.account.text(static_cast<std::size_t>(finding.rows.front())));
    out.findings.push_back(std::move(finding));
  }
}

inline void find_in_scores(const ScorePlan& plan, const MeasureData& data, auto& out) {
  find_in_measures(plan.card(), data, out.findings);
  find_unknown(plan.card(), out);
  find_reasons(plan, data, out);
}

}  // namespace fealty::health::detail
