// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::revenue::detail {

/// A kernel: whether some amount is 0, and whether some does not fit 32 bits.
struct AmountsLook {
  const std::int64_t* values;
  std::size_t count;
  std::uint64_t free = 0, wide = 0;

  FEALTY_KERNEL void run() {
    std::uint64_t zeros = 0, high = 0;
    for (std::size_t i = 0; i < count; ++i) {
      zeros |= values[i] == 0 ? 1U : 0U;
      high |= (static_cast<std::uint64_t>(values[i]) + 0x80000000U) >> 32;
    }
    free = zeros;
    wide = high;
  }
};

/// The seats of a row that does not say how many it has.
inline constexpr std::int64_t unknown_quantity = -1;

/// One span, with everything that may be known of it.
struct Span {
  std::uint32_t account;
  std::uint16_t currency = 0;
  std::int32_t start, end;
  std::int64_t amount;
  std::int64_t row;
  bool annual = false;
  std::int32_t signed_on = open, cancel_requested = open;
  std::int64_t quantity = 1;
};

/// At a finer grain than accounts: whose each unit is.
struct UnitOwners {
  std::vector<std::uint32_t> account;  // of each unit, a code of `accounts`
  std::shared_ptr<const Ids> accounts;
  std::vector<std::uint32_t> part;   // of each unit, a code of `parts`
  std::shared_ptr<const Ids> parts;  // of subscriptions as the caller wrote them; of items see part_text()
};

/// What every door to the ledger opens on: stretches of days in which an account pays so much a month.
///
/// Amounts add up where spans overlap. An amount may be negative (a reduction booked as a change) where
/// the account's sum is not.
struct MrrSpans {
  std::shared_ptr<const Ids> ids;  // of accounts, or of units at a finer grain
  Column<std::uint32_t> account;   // codes of `ids`
  Column<std::int32_t> start;      // first day
  Column<std::int32_t> end;        // first day no longer paid for, or `open`
  Column<std::int64_t> amount;     // minor units per month
  std::vector<std::int64_t> row;   // of the caller's table; empty when span i is row i
  Column<std::uint16_t> currency;  // index into `currencies`; absent when there is only one
  std::vector<Currency> currencies;
  Column<std::uint8_t> annual;     // 1 for what is paid by the year or longer; absent when none is known
  Column<std::int32_t> signed_on;  // day of the signature, or `open`; absent when none is known
  Column<std::int32_t>
      cancel_requested;           // day of the request to cancel, or `open`; absent when none is known
  Column<std::int64_t> quantity;  // seats, or `unknown_quantity`; absent when none are known
  std::shared_ptr<const UnitOwners>
      owners;             // at the grain of subscriptions or items: `ids` are those of units
  bool any_free = false;  // some span has amount 0
  bool any_wide = false;  // some amount does not fit 32 bits

  std::size_t size() const { return account.size(); }
  /// Notes what the amounts allow; called when all columns are in place.
  void look_at_amounts() {
    AmountsLook look{amount.values().data(), size()};
    dispatch(look);
    any_free = look.free != 0;
    any_wide = look.wide != 0;
  }
  const Currency& currency_of(std::size_t span) const {
    return currencies[currency.present() ? currency[span] : 0];
  }
  /// The span after those of the same row: a discount that ends within a row makes two of it.
  std::size_t next_row(std::size_t span) const {
    std::size_t next = span + 1;
    while (next < row.size() && row[next] == row[span]) ++next;
    return next;
  }
  Span at(std::size_t i) const {
    Span span{.account = account[i],
              .currency = currency.present() ? currency[i] : std::uint16_t{0},
              .start = start[i],
              .end = end[i],
              .amount = amount[i],
              .row = source_row(i)};
    if (annual.present()) span.annual = annual[i] != 0;
    if (signed_on.present()) span.signed_on = signed_on[i];
    if (cancel_requested.present()) span.cancel_requested = cancel_requested[i];
    if (quantity.present()) span.quantity = quantity[i];
    return span;
  }
  std::int64_t source_row(std::size_t span) const {
    return row.empty() ? static_cast<std::int64_t>(span) : row[span];
  }
};

}  // namespace fealty::revenue::detail
