// SPDX-License-Identifier: MIT
// The tables of data/capacity.py.
#pragma once

#include <fealty/coverage/owners.hpp>
#include <fealty/coverage/staff.hpp>
#include <fealty/coverage/tier_plan.hpp>
#include <fealty/coverage/tier_spans.hpp>
#include <fealty/revenue/contracts.hpp>

#include "coverage/random.hpp"
#include "revenue/tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::coverage::test {

inline TierPlan drawn_plan() {
  return TierPlan({.tier = tables::Texts{"H", "L", "T"},
                   .cadence_days = tables::with_nulls(tables::Reals{14, 30, 0}, {2}),
                   .accounts_per_csm = tables::with_nulls(tables::Reals{15, 60, 0}, {2}),
                   .onboarding_hours = tables::Reals{40, 10, 1},
                   .onboarding_days = tables::Reals{90, 60, 30},
                   .check_in_hours = tables::Reals{2, 1, 0},
                   .review_hours = tables::Reals{10, 4, 0},
                   .review_days = tables::with_nulls(tables::Reals{91, 182, 0}, {2}),
                   .renewal_hours = tables::Reals{12, 4, .5},
                   .renewal_lead_days = tables::Reals{90, 60, 30}});
}

struct DrawnTables {
  tables::Counts account, contracted, owned;
  tables::Texts tier, csm;
  tables::Days from, to, signed_on, start, end;
  tables::Reals acv;

  DrawnTables() {
    Draws draws(23);
    const auto push = [&](std::int64_t each, char name, std::int64_t first, std::int64_t last,
                          std::int64_t worth) {
      account.push_back(each);
      tier.emplace_back(1, name);
      from.push_back(static_cast<std::int32_t>(first));
      to.push_back(last < 0 ? open : static_cast<std::int32_t>(last));
      acv.push_back(static_cast<double>(1000 * worth));
    };
    for (std::int64_t each = 0; each < 80; ++each) {
      const std::int64_t first = 150 + draws.below(260);
      const char name = "HLT"[draws.below(3)];
      if (draws.below(2) == 0) {
        push(each, name, first, -1, draws.below(9));
      } else {
        const std::int64_t change = first + 1 + draws.below(100);
        const char after = "HLT"[draws.below(3)];
        const std::int64_t factor = draws.below(2);
        const std::int64_t gap = factor * draws.below(20);
        const std::int64_t worth = draws.below(9);
        push(each, name, first, change, worth);
        push(each, after, change + gap, change + gap + 20 + draws.below(400), worth);
      }
      add_contracts(each, first, draws);
      owned.push_back(each);
      const std::int64_t owner = draws.below(5);
      csm.push_back(owner == 4 ? "" : std::string(1, static_cast<char>('a' + owner)));
    }
  }
  void add_contracts(std::int64_t each, std::int64_t day, Draws& draws) {
    for (std::int64_t n = draws.below(4); n > 0; --n) {
      const std::int64_t term = 30 + draws.below(200);
      contracted.push_back(each);
      signed_on.push_back(static_cast<std::int32_t>(day - draws.below(60)));
      start.push_back(static_cast<std::int32_t>(day));
      end.push_back(static_cast<std::int32_t>(day + term));
      const std::int64_t factor = draws.below(3);
      day += term + factor * draws.below(40);
    }
  }
  TierSpans spans() const {
    return TierSpans({.account = account, .tier = tier, .valid_from = from, .valid_to = to, .acv = acv});
  }
  Owners owners() const {
    return Owners({.account = owned, .csm = tables::ids_with_nulls(csm), .valid_from = tables::Days(80, 0)});
  }
  revenue::Contracts contracts() const {
    return revenue::Contracts({.account = contracted,
                               .signed_on = signed_on,
                               .start = start,
                               .end = end,
                               .total_minor = tables::Counts(contracted.size(), 100),
                               .currency = "USD"});
  }
  /// a has a full week, b half of one, c none; d is not known.
  static Staff staff() {
    return Staff({.csm = tables::Texts{"a", "b", "c"},
                  .hours_per_week = tables::with_nulls(tables::Reals{40, 20, 0}, {2})});
  }
};

}  // namespace fealty::coverage::test
