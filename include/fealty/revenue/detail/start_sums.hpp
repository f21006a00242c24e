// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/block_changes.hpp>
#include <fealty/revenue/detail/kind_sums.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::revenue::detail {

/// A row that begins or ends in a period, in its own currency and in the ledger's.
///
/// \tparam T  32 bits where all amounts fit
template <class T>
struct ValuedChange {
  T native, value;
  ChangeKey key;

  bool same_period(const ValuedChange& other) const { return key.bits >> 1 == other.key.bits >> 1; }
};

/// Sums of movements, netted by period, where each row is worth what it is at the rate of its start: what
/// UnitWalk tells of units of one currency, without a branch that depends on the kind of a movement.
class StartSums {
 public:
  explicit StartSums(std::size_t periods) : kinds_(periods), exchange_(periods) {}

  /// Adds what happened to one unit.
  ///
  /// \param changes  in order, with LaneSort::beyond more
  template <class T>
  void add(std::span<const ValuedChange<T>> changes) {
    std::int64_t native = 0, free = 0;
    bool was = false, seen = false;
    const ValuedChange<T>* const end = changes.data() + changes.size();
    for (const ValuedChange<T>* at = changes.data(); at < end;) {
      // Mostly a row begins, or ends, or ends and is followed by another.
      const std::size_t period = at->key.at();
      const bool two = at[0].same_period(at[1]);
      const std::int64_t first = at[0].key.begins() ? -1 : 0, second = two ? -1 : 0;  // all bits, or none
      ExchangeState::Sum sum;
      sum.begun = (first & at[0].native) + (second & at[1].native);
      sum.begun_value = (first & at[0].value) + (second & at[1].value);
      sum.ended = ~first & at[0].native;
      sum.ended_value = ~first & at[0].value;
      std::size_t taken = two ? 2 : 1;
      const bool third = at[0].same_period(at[2]), alike = at[0].key.begins() == at[1].key.begins();
      const bool odd = (at[0].native <= 0) | (two & (at[1].native <= 0));  // free, or a negative line
      std::int64_t exchange = 0;
      if (third | (two & alike) | odd) [[unlikely]] {
        taken = take_period(at, end, sum, free);
        exchange = ExchangeValues::switched(sum);
      } else {
        exchange = switched(sum);
      }
      native += sum.begun - sum.ended;
      const bool is = native > 0 || (was && free > 0);
      const std::int64_t moved = sum.begun_value - sum.ended_value - exchange;
      exchange_[period] += exchange;
      kinds_.add(period, movement_kinds(was, is, !seen, moved), moved);
      seen |= is;
      was = is;
      at += taken;
    }
  }
  void add_to(std::vector<PeriodSums>& sums) const {
    kinds_.add_to(sums);
    for (std::size_t p = 0; p < sums.size(); ++p) sums[p].exchange += exchange_[p];
  }

 private:
  /// A period in which several rows begin or end, or one that is free.
  template <class T>
  static std::size_t take_period(const ValuedChange<T>* at, const ValuedChange<T>* end,
                                 ExchangeState::Sum& sum, std::int64_t& free) {
    sum = {};
    const ValuedChange<T>* next = at;
    for (; next < end && next->same_period(*at); ++next) {
      const bool begins = next->key.begins();
      (begins ? sum.begun : sum.ended) += next->native;
      (begins ? sum.begun_value : sum.ended_value) += next->value;
      if (next->native == 0) free += begins ? 1 : -1;
    }
    return static_cast<std::size_t>(next - at);
  }
  /// ExchangeValues::switched() of amounts that are not negative: a quotient of doubles says the integer,
  /// except near a half and for large amounts.
  static std::int64_t switched(const ExchangeState::Sum& sum) {
    const bool up = sum.begun >= sum.ended;
    const auto stayed = static_cast<double>(up ? sum.ended : sum.begun);
    const auto whole = static_cast<double>(up ? sum.begun : sum.ended);
    const double share = stayed * static_cast<double>(up ? sum.begun_value : sum.ended_value) / whole;
    constexpr double magic = 0x1.8p52;  // added and taken away, it leaves the nearest integer
    const double nearest = (share + magic) - magic;
    if (share > 0x1p38 || std::abs(share - nearest) > FastRate::limit(0x1p38)) [[unlikely]]
      return ExchangeValues::switched(sum);
    const auto part = static_cast<std::int64_t>(nearest);
    return up ? part - sum.ended_value : sum.begun_value - part;
  }

  KindSums kinds_;
  std::vector<std::int64_t> exchange_;
};

/// Writes what begins and ends in a block, of units of one currency, from `to` on.
template <class T>
ValuedChange<T>* collect_valued(const LedgerBlocks& blocks, std::size_t block,
                                const std::vector<std::uint32_t>& currency_of, ValuedChange<T>* to) {
  const std::size_t bits = blocks.lane_bits(), lanes = blocks.lanes(), periods = blocks.periods();
  const auto natives = blocks.natives(block);
  blocks.visit(block, [&](const auto& records) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      const std::size_t lane = records[i].first() & (lanes - 1);
      const std::size_t first = records[i].first() >> bits, last = records[i].last() >> bits;
      const bool counts = (first < last) & (currency_of[block * lanes + lane] != no_id);
      const auto native = static_cast<T>(natives[i]), value = static_cast<T>(records[i].amount());
      *to = {native, value, ChangeKey::of(lane, first, true)};
      to += counts ? 1 : 0;
      *to = {native, value, ChangeKey::of(lane, last, false)};
      to += (counts & (last < periods)) ? 1 : 0;
    }
  });
  return to;
}

/// The movements of each period, over the units of one currency; closings are left to others.
///
/// \param data         with blocks that hold native amounts too
/// \param currency_of  of each unit, no_id for those of several
template <class T>
std::vector<PeriodSums> start_sums(const LedgerData& data, const std::vector<std::uint32_t>& currency_of) {
  const LedgerBlocks& blocks = data.blocks;
  struct Memory {
    StartSums sums;
    LaneSort<ValuedChange<T>> changes;
  };
  std::vector<Memory> memory(data.threads, {StartSums(blocks.periods()), {}});
  for_each_chunk(blocks.blocks(), data.threads, [&](std::size_t block, std::size_t slot) {
    Memory& own = memory[slot];
    own.changes.take(blocks.lanes(), blocks.periods(), 2 * blocks.natives(block).size(),
                     [&](ValuedChange<T>* to) { return collect_valued(blocks, block, currency_of, to); });
    for (std::size_t lane = 0; lane < blocks.lanes(); ++lane) own.sums.template add<T>(own.changes.of(lane));
  });
  std::vector<PeriodSums> sums(blocks.periods());
  for (const Memory& each : memory) each.sums.add_to(sums);
  return sums;
}
inline std::vector<PeriodSums> start_sums(const LedgerData& data,
                                          const std::vector<std::uint32_t>& currency_of) {
  return data.spans->any_wide || data.valued->any_wide ? start_sums<std::int64_t>(data, currency_of)
                                                       : start_sums<std::int32_t>(data, currency_of);
}

}  // namespace fealty::revenue::detail
