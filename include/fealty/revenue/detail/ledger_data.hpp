// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/exchange_values.hpp>
#include <fealty/revenue/detail/ledger_blocks.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/row_rules.hpp>
#include <fealty/revenue/detail/snapshot_cells.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/detail/window_sums.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace fealty::revenue::detail {

/// What a table's rows come to under a policy.
struct SpanSource {
  std::function<std::shared_ptr<const MrrSpans>(const LedgerPolicy&)> spans;
  bool subscriptions = false;              // whether it knows them
  std::optional<LedgerPolicy> rules = {};  // the only ones, where its rows were read before

  bool takes(const LedgerPolicy& policy) const {
    return rules ? same_rules(*rules, policy) : subscriptions || !finer_than_account(policy.grain);
  }
};

/// Blocks of each currency's spans, made when they are first asked for: sums by period do without.
struct CurrencyBlocks {
  std::once_flag once;
  std::vector<LedgerBlocks> blocks;
};

/// What calculators over a ledger read: the spans, sorted into blocks, and the periods.
struct LedgerData {
  std::shared_ptr<const MrrSpans> spans;   // in their own currencies
  std::shared_ptr<const MrrSpans> valued;  // in the ledger's; null where its worth changes by period
  LedgerPolicy policy;
  std::optional<PeriodGrid> grid;  // none without a visible row
  SnapshotCells cells;
  LedgerBlocks blocks;  // in the ledger's currency; native amounts where their worth changes by period
  std::shared_ptr<CurrencyBlocks> currency_blocks = std::make_shared<CurrencyBlocks>();  // for when it does
  ExchangeValues values;
  bool walked = false;   // movements are told by UnitWalk, not by the difference of levels
  UnitSpans unit_spans;  // of a ledger that is walked; made again when asked for, where sums did without
  std::vector<WindowSums> year_sums;  // over a window of periods_of_year()
  std::int32_t as_of = 0;
  std::size_t threads = 1;

  /// Whether sums may be taken of groups of units, without telling what happened to each.
  bool grouped() const {
    return policy.netting == Netting::period && !policy.reactivation_days &&
           (values.moves() || values.currencies() == 1) && !values.at_start();
  }
};

}  // namespace fealty::revenue::detail
