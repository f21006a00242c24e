// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/gaps.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/levels.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Blocks of each currency's spans, over the same units.
inline const std::vector<LedgerBlocks>& blocks_by_currency(const LedgerData& data) {
  CurrencyBlocks& known = *data.currency_blocks;
  std::call_once(known.once, [&] {
    for (std::size_t c = 0; c < data.spans->currencies.size(); ++c)
      known.blocks.emplace_back(spans_in_currency(*data.spans, c), data.cells, data.grid->size(),
                                data.threads);
  });
  return known.blocks;
}

/// The levels of one block of a ledger whose currencies move: native ones of each currency, and what they
/// are worth together.
class ExchangeLevels {
 public:
  /// Takes a block; native(c) and in_currency() are of it from then on.
  void take(const LedgerData& data, std::size_t block) {
    const std::vector<LedgerBlocks>& by_currency = blocks_by_currency(data);
    const LedgerBlocks& shape = by_currency.front();
    lanes_ = shape.lanes();
    periods_ = shape.periods();
    const std::size_t cells = (periods_ + 2) * lanes_;
    native_.assign(by_currency.size(), {});
    free_.assign(cells, 0);
    for (std::size_t c = 0; c < native_.size(); ++c) fill(by_currency[c], block, native_[c]);
    integrate(data.spans->any_free);
  }

  /// The worth of every account at every period's end; in(c, period) is the rate's period.
  template <class RatePeriod>
  Levels<std::int64_t, true> valued(const LedgerData& data, RatePeriod rate_period) {
    value_.assign((periods_ + 2) * lanes_, 0);
    for (std::size_t c = 0; c < native_.size(); ++c)
      for (std::size_t period = 0; period < periods_; ++period)
        for (std::size_t lane = 0; lane < lanes_; ++lane) {
          const std::size_t cell = (period + 1) * lanes_ + lane;
          if (native_[c][cell] != 0)
            value_[cell] += data.values.convert(native_[c][cell], c, rate_period(period));
        }
    return {value_.data(), customer_.data(), periods_, lanes_};
  }
  const std::vector<std::int64_t>& native(std::size_t currency) const { return native_[currency]; }
  std::size_t currencies() const { return native_.size(); }

 private:
  void fill(const LedgerBlocks& blocks, std::size_t block, std::vector<std::int64_t>& level) {
    level.assign((periods_ + 2) * lanes_, 0);
    blocks.visit(block, [&](const auto& records) {
      for (const auto& record : records) {
        level[record.first() + lanes_] += record.amount();
        level[record.last() + lanes_] -= record.amount();
        if (record.amount() == 0) {
          ++free_[record.first() + lanes_];
          --free_[record.last() + lanes_];
        }
      }
    });
  }
  void integrate(bool any_free) {
    customer_.assign(free_.size(), 0);
    for (std::size_t cell = lanes_; cell < (periods_ + 1) * lanes_; ++cell) {
      std::int64_t is = 0;
      for (auto& level : native_) {
        level[cell] += level[cell - lanes_];
        if (level[cell] > 0) is = -1;
      }
      free_[cell] += free_[cell - lanes_];
      if (any_free && free_[cell] > 0) is |= customer_[cell - lanes_];
      customer_[cell] = is;
    }
  }

  std::size_t lanes_ = 0, periods_ = 0;
  std::vector<std::vector<std::int64_t>> native_;
  std::vector<std::int64_t> value_, customer_, free_;
};

/// Spans in the ledger's currency, for what looks at days: where rates are those of each period's end, a row
/// counts at those of the period in which it starts.
inline std::shared_ptr<const MrrSpans> valued_spans(const LedgerData& data) {
  if (data.valued) return data.valued;
  auto out = std::make_shared<MrrSpans>(*data.spans);
  std::vector<std::int64_t> amounts(out->size());
  for (std::size_t i = 0; i < amounts.size() && data.grid; ++i) {
    const std::size_t c = out->currency.present() ? out->currency[i] : 0;
    const std::size_t period = std::min<std::size_t>(data.cells.start(out->start[i]), data.grid->size() - 1);
    if (data.values.rate(c, period)) amounts[i] = data.values.convert(out->amount[i], c, period);
  }
  out->amount = std::move(amounts);
  return out;
}

/// Calls f(levels, block, slot) for every block of a ledger, in its currency, on several threads.
template <class F>
void for_each_valued_block(const LedgerData& data, std::size_t threads, F f) {
  if (!data.values.moves()) {
    for_each_block(data.blocks, threads, f);
    return;
  }
  std::vector<ExchangeLevels> memory(threads);
  for_each_chunk(blocks_by_currency(data).front().blocks(), threads,
                 [&](std::size_t block, std::size_t slot) {
                   memory[slot].take(data, block);
                   f(memory[slot].valued(data, [](std::size_t period) { return period; }), block, slot);
                 });
}

}  // namespace fealty::revenue::detail
