// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/min_max.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/converted_spans.hpp>
#include <fealty/revenue/detail/gap_bridges.hpp>
#include <fealty/revenue/detail/gaps.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_grid.hpp>
#include <fealty/revenue/detail/mrr_ledger_options.hpp>
#include <fealty/revenue/detail/related_accounts.hpp>
#include <fealty/revenue/detail/row_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Spans as a ledger takes them.
struct PreparedSpans {
  std::shared_ptr<const MrrSpans> spans;   // in their own currencies
  std::shared_ptr<const MrrSpans> valued;  // in the ledger's currency, unless its worth changes by period
  Currency currency;
  bool at_start = false;                    // valued at the rates of the rows' starts
  bool by_period = false;                   // to be valued at the rates of each period's end
  std::optional<LedgerBlocks> blocks = {};  // of `valued`, where they were needed before
};

/// The currency of all spans.
inline Currency one_currency(const MrrSpans& spans) {
  if (spans.currencies.size() == 1) return spans.currencies.front();  // also where no row counts
  if (!spans.currency.present()) return {};
  std::vector<bool> used(spans.currencies.size());
  for (const auto index : spans.currency.values()) used[index] = true;
  std::string codes;
  Currency only{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    only = spans.currencies[i];
    codes += (count++ == 0 ? "" : ", ") + only.code();
  }
  if (count > 1)
    throw InvalidInput(
        {.who = "mrr_ledger",
         .what = "currency",
         .where = {},
         .value = codes,
         .rule = "are several; without exchange rates a ledger takes one: split the rows by currency"});
  return only;
}

/// The latest start, or the latest end that is at most one period after it.
inline Date infer_as_of(const MrrSpans& spans, Period period) {
  fealty::detail::MinMax<std::int32_t> starts{spans.start.values().data(), spans.size()};
  dispatch(starts);
  const Date start{starts.high};
  const auto ends = spans.end.values();
  std::int32_t limit = start.days + (period == Period::day ? 1 : 7);
  if (period != Period::day && period != Period::week) {
    const std::int32_t months = fealty::detail::period_months(period);
    limit = start.days > max_day - 31 * months ? max_day : add_months(start, months).days;
  }
  std::int32_t latest = start.days;
  for (const auto end : ends)
    if (end <= limit) latest = std::max(latest, end);
  return {latest};
}

/// The spans of a table that knows accounts only.
inline std::shared_ptr<const MrrSpans> account_spans(const std::shared_ptr<const MrrSpans>& spans,
                                                     const LedgerPolicy& policy) {
  if (finer_than_account(policy.grain))
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "grain",
                        .where = {},
                        .value = std::string(enum_names(Grain{})[static_cast<std::size_t>(policy.grain)]),
                        .rule = "is finer than the table, which knows accounts only"});
  if (policy.free == FreeRule::active || !spans->any_free) return spans;
  return std::make_shared<const MrrSpans>(
      selected(*spans, [&](std::size_t i) { return spans->amount[i] != 0; }));
}

/// Checks what was said about the reporting currency.
inline std::optional<Currency> reporting_currency(const MrrLedgerOptions& options) {
  const auto refuse = [&](const char* what, std::string value, const char* rule) {
    throw InvalidInput(
        {.who = "mrr_ledger", .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  const std::string& code = options.reporting_currency;
  if (code.empty() && options.exchange_rates)
    refuse("exchange_rates", "", "stand without a reporting_currency");
  if (code.empty()) return std::nullopt;
  const auto known = try_currency(code);
  if (!known) refuse("reporting_currency", "\"" + code + "\"", "is not a currency of ISO 4217");
  if (!options.exchange_rates) refuse("reporting_currency", code, "needs exchange_rates");
  return known;
}

/// Refuses negative lines that are more than there is.
inline void check_not_negative(const MrrSpans& spans, Date as_of) {
  if (const auto unit = account_below_zero(spans, as_of.days))
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "refund",
                        .where = {},
                        .value = fmt::format("of account {}", unit_text(spans, *unit)),
                        .rule = "is more than its MRR; negative lines may not take it below 0"});
}

/// Moves the ends of spans as the policy says.
///
/// \returns  the blocks of what the spans are then, where they had to be made
inline std::optional<LedgerBlocks> move_ends(MrrSpans& spans, const LedgerPolicy& policy, Date as_of,
                                             std::size_t threads) {
  if (policy.snapshot == Snapshot::end_inclusive) include_ends(spans);
  fealty::detail::MinMax<std::int32_t> starts{spans.start.values().data(), spans.size()};
  dispatch(starts);
  if (policy.gap_days == 0 || spans.size() == 0 || starts.low > as_of.days) return {};
  const PeriodGrid grid = make_grid(Date{starts.low}, as_of, policy);
  const SnapshotCells cells(grid, policy.snapshot, as_of.days);
  if (!LedgerBlocks::holds_days(cells)) {
    bridge_gaps(spans, policy.gap_days, as_of.days);
    return {};
  }
  LedgerBlocks blocks(spans, cells, grid.size(), threads, true);
  GapBridges(blocks, cells, policy.gap_days, threads).prolong(spans, threads);
  return blocks;
}

inline PreparedSpans prepare_spans(std::shared_ptr<const MrrSpans> spans, const LedgerPolicy& policy,
                                   const MrrLedgerOptions& options, std::optional<Date> as_of,
                                   std::size_t threads) {
  const auto to = reporting_currency(options);
  spans = with_related_accounts(spans, policy, options.accounts);
  std::optional<LedgerBlocks> blocks;
  const bool moves_ends = policy.snapshot == Snapshot::end_inclusive || policy.gap_days > 0;
  if (as_of && moves_ends) {
    auto changed = std::make_shared<MrrSpans>(*spans);
    blocks = move_ends(*changed, policy, *as_of, threads);
    spans = std::move(changed);
  }
  if (as_of && policy.refund == RefundRule::negative_line) check_not_negative(*spans, *as_of);
  if (as_of && policy.snapshot == Snapshot::any_day) {
    spans = touching(spans, policy, *as_of);
    blocks.reset();
  }
  PreparedSpans prepared{.spans = spans, .valued = spans, .currency = {}, .blocks = std::move(blocks)};
  if (!to) {
    prepared.currency = one_currency(*spans);
    return prepared;
  }
  prepared.currency = *to;
  if (!as_of) return prepared;
  if (policy.exchange == ExchangeRule::period_end) {
    prepared.by_period = true;
    return prepared;
  }
  prepared.blocks.reset();
  prepared.valued = converted(*spans, *options.exchange_rates, *to, policy, as_of);
  if (policy.exchange == ExchangeRule::fixed) prepared.spans = prepared.valued;
  else prepared.at_start = true;
  return prepared;
}

/// What the walk needs to know of currencies.
inline ExchangeValues exchange_values(const PreparedSpans& prepared, const LedgerData& data,
                                      const MrrLedgerOptions& options) {
  if (prepared.by_period)
    return ExchangeValues(*prepared.spans, *options.exchange_rates, prepared.currency, *data.grid, data.cells,
                          data.as_of, data.policy.rounding);
  if (!prepared.at_start) return {};
  return ExchangeValues(prepared.valued->amount, prepared.spans->currencies.size());
}

}  // namespace fealty::revenue::detail
