// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The table `subscriptions`.
struct SubscriptionsTable {
  explicit SubscriptionsTable(const World& world) : until(world.until), end(until), cancel_requested(until) {}
  std::int32_t until;
  Codes account, kind, subscription, plan;
  Ids subscriptions;
  std::vector<std::int32_t> start, paid_through, signed_on;
  KnownDays end, cancel_requested;
  std::vector<std::int64_t> mrr, quantity;

  void append(std::int64_t number, const Life& life) {
    for (const SubscriptionRow& row : life.subscriptions) {
      if (row.start >= until) continue;
      account.push_back(code(number));
      start.push_back(row.start);
      end.push(row.end);
      mrr.push_back(row.mrr);
      kind.push_back(row.trial ? 1 : 0);
      subscription.push_back(
          subscriptions.encode(std::string_view(fmt::format("S-{:06}-{}", number + 1, row.number))));
      plan.push_back(code(row.plan));
      quantity.push_back(row.seats);
      cancel_requested.push(row.cancel_requested);
      paid_through.push_back(row.paid_through);
      signed_on.push_back(row.signed_on);
    }
  }

  Frame finish(const SharedIds& ids) && {
    const std::size_t rows = account.size();
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("start", days(std::move(start)));
    frame.add("end", std::move(end).finish());
    frame.add("mrr", cents(std::move(mrr)));
    frame.add("currency", same_text(rows, "USD"));
    frame.add("kind", named_codes(std::move(kind), std::array<std::string_view, 2>{"recurring", "trial"}));
    frame.add("subscription",
              IdColumn(std::move(subscription), std::make_shared<const Ids>(std::move(subscriptions))));
    frame.add("plan", named_codes(std::move(plan), plans));
    frame.add("quantity", Column<std::int64_t>(std::move(quantity)));
    frame.add("cancel_requested", std::move(cancel_requested).finish());
    frame.add("paid_through", days(std::move(paid_through)));
    frame.add("signed_on", days(std::move(signed_on)));
    return frame;
  }
};

/// The table `contracts`.
struct ContractsTable {
  Codes account;
  std::vector<std::int32_t> signed_on, start, end;
  std::vector<std::int64_t> total, one_time;

  void append(std::int64_t number, const Life& life) {
    for (const ContractRow& row : life.contracts) {
      account.push_back(code(number));
      signed_on.push_back(row.signed_on);
      start.push_back(row.start);
      end.push_back(row.end);
      total.push_back(row.total);
      one_time.push_back(row.one_time);
    }
  }

  Frame finish(const SharedIds& ids) && {
    const std::size_t rows = account.size();
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("signed_on", days(std::move(signed_on)));
    frame.add("start", days(std::move(start)));
    frame.add("end", days(std::move(end)));
    frame.add("total", cents(std::move(total)));
    frame.add("one_time", cents(std::move(one_time)));
    frame.add("currency", same_text(rows, "USD"));
    return frame;
  }
};

/// The table `causes`.
struct CausesTable {
  Codes account, cause;
  std::vector<std::int32_t> date;

  void append(std::int64_t number, const Life& life) {
    for (const ChurnRow& row : life.churns) {
      account.push_back(code(number));
      date.push_back(row.end);
      cause.push_back(code(row.cause));
    }
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("date", days(std::move(date)));
    frame.add("cause", named_codes(std::move(cause), causes));
    return frame;
  }
};

}  // namespace fealty::company::detail
