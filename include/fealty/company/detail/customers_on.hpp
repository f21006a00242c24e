// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/measure_rows.hpp>
#include <fealty/core/money.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// A customer on a day.
struct Customer {
  std::uint32_t account;  // code of the measures
  std::int32_t start;     // first day, without a gap since
  std::int64_t mrr_minor;
};

/// The customers on a day, by account id, and since when they are.
class CustomersOn {
 public:
  CustomersOn(const revenue::Subscriptions& subscriptions, Date day, MeasureRows& rows)
      : spells_(retention::customer_lifetimes(revenue::mrr_ledger(subscriptions, {.as_of = day}))) {
    const std::vector<std::uint32_t> codes = rows.codes_of(*spells_.account.ids(), "subscriptions");
    for (std::size_t i = 0; i < spells_.days.size(); ++i)
      if (spells_.ended[i] == 0)
        all_.push_back({codes[spells_.account.codes()[i]], spells_.start.days[i], spells_.last_mrr.minor[i]});
  }

  const std::vector<Customer>& all() const { return all_; }
  Currency currency() const { return spells_.last_mrr.currency; }
  /// All spells as a table of one tier.
  coverage::TierSpans spans() const {
    Ids names;
    names.encode(std::string_view("customer"));
    return coverage::TierSpans({.account = spells_.account,
                                .tier = IdColumn(std::vector<std::uint32_t>(spells_.days.size(), 0),
                                                 std::make_shared<const Ids>(std::move(names))),
                                .valid_from = Column<std::int32_t>(spells_.start.days),
                                .valid_to = Column<std::int32_t>(spells_.end.days)});
  }

 private:
  retention::CustomerLifetimes spells_;
  std::vector<Customer> all_;
};

}  // namespace fealty::company::detail
