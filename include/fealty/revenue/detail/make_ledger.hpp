// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/min_max.hpp>
#include <fealty/revenue/detail/event_sums.hpp>
#include <fealty/revenue/detail/late_returns.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>
#include <fealty/revenue/detail/prepare_spans.hpp>
#include <fealty/revenue/detail/start_sums.hpp>
#include <fealty/revenue/detail/walk_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

inline LedgerPeriods make_periods(const std::vector<PeriodSums>& sums, const std::optional<PeriodGrid>& grid,
                                  Currency currency, std::optional<Date> as_of) {
  LedgerPeriods out;
  for (auto* money : {&out.opening, &out.new_business, &out.reactivation, &out.expansion, &out.contraction,
                      &out.churn, &out.exchange, &out.closing})
    money->currency = currency;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const PeriodSums& sum = sums[i];
    out.period.days.push_back(grid->start(i).days);
    out.period_end.days.push_back(grid->last_day(i).days);
    out.opening.minor.push_back(i == 0 ? 0 : sums[i - 1].closing);
    out.new_business.minor.push_back(sum.new_business);
    out.reactivation.minor.push_back(sum.reactivation);
    out.expansion.minor.push_back(sum.expansion);
    out.contraction.minor.push_back(sum.contraction);
    out.churn.minor.push_back(sum.churn);
    out.exchange.minor.push_back(sum.exchange);
    out.closing.minor.push_back(sum.closing);
    out.opening_accounts.push_back(i == 0 ? 0 : sums[i - 1].closing_accounts);
    out.new_business_accounts.push_back(sum.new_accounts);
    out.reactivation_accounts.push_back(sum.reactivation_accounts);
    out.expansion_accounts.push_back(sum.expansion_accounts);
    out.contraction_accounts.push_back(sum.contraction_accounts);
    out.churn_accounts.push_back(sum.churn_accounts);
    out.closing_accounts.push_back(sum.closing_accounts);
    out.complete.push_back(grid->last_day(i) <= *as_of ? 1 : 0);
  }
  return out;
}

/// The policy, with the options that stand for fields of it.
inline RevenuePolicy resolve_policy(const MrrLedgerOptions& options) {
  RevenuePolicy policy = options.policy;
  policy.ledger.period = options.period.value_or(policy.ledger.period);
  policy.ledger.fiscal_year_start = options.fiscal_year_start.value_or(policy.ledger.fiscal_year_start);
  policy.ledger.grain = options.grain.value_or(policy.ledger.grain);
  policy.ledger.netting = options.netting.value_or(policy.ledger.netting);
  check_policy("mrr_ledger", policy);
  if (options.as_of && (options.as_of->days < min_day || options.as_of->days > max_day))
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "as_of",
                        .where = {},
                        .value = to_string(*options.as_of),
                        .rule = "is not between 1900-01-01 and 9999-12-31"});
  return policy;
}

/// Whether blocks with days tell what days do to sums: for units of one currency without free rows.
inline bool summed_by_day(const LedgerData& data) {
  const LedgerPolicy& policy = data.policy;
  const bool event = policy.netting == Netting::event;
  return (event || policy.reactivation_days) && data.values.plain() && !data.spans->any_free &&
         policy.snapshot != Snapshot::any_day && LedgerBlocks::holds_days(data.cells);
}

inline LedgerSums sums_by_day(const LedgerData& data, std::size_t window) {
  if (data.policy.netting != Netting::event) return sums_with_late_returns(data, window);
  LedgerSums sums;
  sums.movements = event_sums(data);
  return sums;
}

/// Whether blocks with native amounts tell what happens, but for units of several currencies.
inline bool summed_at_start(const LedgerData& data) {
  return data.values.at_start() && data.policy.netting == Netting::period && !data.policy.reactivation_days;
}

inline LedgerSums sums_at_start(LedgerData& data) {
  const std::vector<std::uint32_t> currency_of = unit_currencies(*data.spans);
  LedgerSums sums = walk_sums(data, ungrouped_spans(data, currency_of));
  const std::vector<PeriodSums> others = start_sums(data, currency_of);
  for (std::size_t p = 0; p < others.size(); ++p) sums.movements[p].add(others[p]);
  return sums;
}

/// Sorts the spans and sums what they do, period by period.
inline LedgerSums fill_ledger(LedgerData& data, PreparedSpans& prepared, Date first, Date as_of,
                              const MrrLedgerOptions& options) {
  const LedgerPolicy& policy = data.policy;
  data.grid = make_grid(first, as_of, policy);
  data.as_of = as_of.days;
  data.cells = SnapshotCells(*data.grid, policy.snapshot, as_of.days);
  data.values = exchange_values(prepared, data, options);
  const bool by_day = summed_by_day(data), at_start = summed_at_start(data);
  data.blocks = prepared.blocks
                    ? std::move(*prepared.blocks)
                    : LedgerBlocks(*prepared.valued, data.cells, data.grid->size(), data.threads, by_day,
                                   at_start ? data.spans->amount.values().data() : nullptr);
  data.walked = policy.netting == Netting::event || policy.reactivation_days || !data.values.plain();
  const std::size_t window = periods_of_year(policy.period);
  if (!data.walked) return ledger_sums(data.blocks, data.threads, window);
  if (!by_day && !at_start && !data.grouped()) data.unit_spans = UnitSpans(*data.spans, as_of.days);
  LedgerSums sums = by_day ? sums_by_day(data, window) : at_start ? sums_at_start(data) : walk_sums(data);
  if (!by_day) sums.year.clear();
  close_periods_of(sums.movements);
  return sums;
}

inline MrrLedger make_ledger(const SpanSource& source, const RevenuePolicy& policy,
                             const MrrLedgerOptions& options) {
  auto spans = source.spans(policy.ledger);
  const bool infer = !options.as_of && spans->size() > 0;
  const std::optional<Date> as_of = infer ? infer_as_of(*spans, policy.ledger.period) : options.as_of;
  LedgerData data;
  data.threads = thread_count("mrr_ledger", options.threads);
  PreparedSpans prepared = prepare_spans(std::move(spans), policy.ledger, options, as_of, data.threads);
  data.spans = prepared.spans;
  if (!prepared.by_period) data.valued = prepared.valued;
  data.policy = policy.ledger;
  fealty::detail::MinMax<std::int32_t> starts{data.spans->start.values().data(), data.spans->size()};
  dispatch(starts);
  LedgerSums sums;
  if (as_of && starts.low <= as_of->days)
    sums = fill_ledger(data, prepared, Date{starts.low}, *as_of, options);
  data.year_sums = std::move(sums.year);
  LedgerPeriods periods = make_periods(sums.movements, data.grid, prepared.currency, as_of);
  MrrLedger ledger(std::move(data), std::move(periods), prepared.currency, as_of, infer, policy);
  ledger.remember(source, options);
  return ledger;
}

/// The last day that the rows themselves tell, and the rows that end after it: these are read as open.
inline Finding inferred_as_of(const MrrSpans& spans, Date as_of) {
  Finding finding{.code = "as_of_inferred",
                  .severity = Severity::information,
                  .rows = {},
                  .message = "no as_of was given; the rows reach to " + to_string(as_of)};
  std::int32_t last = as_of.days;
  for (std::size_t i = 0, next = 0; i < spans.size(); i = next) {
    next = spans.next_row(i);
    const std::int32_t end = spans.end[next - 1];
    if (end <= as_of.days || end == open) continue;
    finding.rows.push_back(spans.source_row(i));
    last = std::max(last, end);
  }
  if (finding.rows.empty()) return finding;
  finding.severity = Severity::warning;
  finding.message += fmt::format(
      "; ends after it, up to {}, are read as open: give an as_of if they have come", to_string(Date{last}));
  return finding;
}

/// The rows that begin and end between two periods' ends.
inline Finding rows_without_period_end(const MrrSpans& spans, const PeriodGrid& grid, std::int32_t as_of) {
  Finding finding{
      .code = "covers_no_period_end", .severity = Severity::information, .rows = {}, .message = {}};
  for (std::size_t i = 0, next = 0; i < spans.size(); i = next) {
    next = spans.next_row(i);
    const std::int32_t start = spans.start[i], end = spans.end[next - 1];
    if (start > as_of || end > as_of || grid.index(start) != grid.index(end)) continue;
    if (finding.rows.empty())
      finding.message = fmt::format(
          "row {}: account {}, [{}, {}) begins and ends within {}; netted by period, it does not move",
          spans.source_row(i), unit_text(spans, spans.account[i]), to_string(Date{start}),
          to_string(Date{end}), grid.label(grid.index(start)));
    finding.rows.push_back(spans.source_row(i));
  }
  return finding;
}

/// The rows of accounts that the accounts table does not know.
inline Finding orphan_accounts(const MrrSpans& spans, const Accounts& accounts) {
  Finding finding{.code = "orphan_account", .severity = Severity::warning, .rows = {}, .message = {}};
  const auto known = accounts.match(spans.owners ? *spans.owners->accounts : *spans.ids);
  for (std::size_t i = 0, next = 0; i < spans.size(); i = next) {
    next = spans.next_row(i);
    const std::uint32_t account = spans.owners ? spans.owners->account[spans.account[i]] : spans.account[i];
    if (accounts.has_row(known[account])) continue;
    if (finding.rows.empty())
      finding.message = fmt::format("row {}: account {} is not in the accounts", spans.source_row(i),
                                    unit_text(spans, spans.account[i]));
    finding.rows.push_back(spans.source_row(i));
  }
  return finding;
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline MrrLedger MrrLedger::with_policy(const RevenuePolicy& policy) const {
  MrrLedgerOptions options = made_->options;
  options.as_of = as_of_;
  options.policy = policy;
  options.period = {};
  options.fiscal_year_start = {};
  options.grain = {};
  options.netting = {};
  return detail::make_ledger(made_->source, detail::resolve_policy(options), options);
}

inline std::vector<Finding> MrrLedger::findings() const {
  std::vector<Finding> findings;
  if (as_of_inferred_) findings.push_back(detail::inferred_as_of(*data_->spans, *as_of_));
  if (made_->options.accounts) {
    const auto rows = made_->source.spans(policy_.ledger);
    Finding orphans = detail::orphan_accounts(*rows, *made_->options.accounts);
    if (!orphans.rows.empty()) findings.push_back(std::move(orphans));
  }
  if (!data_->grid) return findings;
  Finding unseen = detail::rows_without_period_end(*data_->spans, *data_->grid, as_of_->days);
  if (!unseen.rows.empty()) findings.push_back(std::move(unseen));
  return findings;
}

}  // namespace fealty::revenue
