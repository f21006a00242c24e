// SPDX-License-Identifier: MIT
// How well is revenue retained? A service that takes subscriptions batch by batch, and asks any time.
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace revenue = fealty::revenue;

int main() {
  revenue::LedgerState state;
  for (int batch = 0; batch < 3; ++batch) {  // as they arrive: from a queue, a file, another process
    std::vector<std::string> account;
    std::vector<std::int32_t> start, end;
    std::vector<std::int64_t> cents;
    for (int i = 0; i < 40; ++i) {
      account.push_back(fmt::format("customer-{}", 40 * batch + i));
      start.push_back(fealty::make_date(2023, 1 + i % 12, 1 + i % 28).days);
      end.push_back(i % 5 == 0 ? fealty::make_date(2024, 1 + i % 12, 10).days : fealty::open);
      cents.push_back(100'00 + 10'00 * i);
    }
    state.update(revenue::Subscriptions(
        {.account = account, .start = start, .end = end, .mrr_minor = cents, .currency = "USD"}));
  }
  const auto ledger = revenue::mrr_ledger(state, {.as_of = fealty::make_date(2024, 12, 31)});
  const auto retention = fealty::retention::revenue_retention(ledger, {.window = 12});
  fmt::print("{} rows, {} as bytes\n", state.size(), state.serialize().size());
  fmt::print("NRR {:.1f}%, GRR {:.1f}%\n", 100 * retention.nrr.back(), 100 * retention.grr.back());
}
