// SPDX-License-Identifier: MIT
// Every field of LedgerPolicy, at every value that it can have, changes the ledger in the way that it says.
#include "revenue/conventions.hpp"

#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::date;

namespace {

struct Case {
  LedgerPolicy before, after;
  std::string difference;
};

/// Derived from tests/python/reference/ledger.py, which shares no code with the library; printed by
/// tests/revenue/data/conventions.py. Amount/accounts of each cell that differs, by first day (of 2024; those
/// of November are of 2023).
const std::vector<Case> cases{
    {{},
     {.grain = Grain::subscription},
     "01-01 new_business 105858/21 > 105858/22; 02-01 new_business 5000/1 > 12500/2; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 9500/2; "
     "03-01 new_business 0/0 > 2900/1; 03-01 expansion 2200/2 > 2000/1; "
     "03-01 churn 18410/4 > 21110/6; "},
    {{},
     {.grain = Grain::item},
     "01-01 new_business 105858/21 > 105858/22; 02-01 new_business 5000/1 > 12500/2; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 9500/2; "
     "03-01 new_business 0/0 > 2900/1; 03-01 expansion 2200/2 > 2000/1; "
     "03-01 churn 18410/4 > 21110/6; 04-01 new_business 2500/2 > 3800/3; "
     "04-01 expansion 3400/2 > 2100/1; "},
    {{}, {.grain = Grain::parent}, "04-01 new_business 2500/2 > 800/1; 04-01 expansion 3400/2 > 5100/3; "},
    {{},
     {.netting = Netting::event},
     "01-01 new_business 105858/21 > 101858/21; 01-01 expansion 0/0 > 4000/1; "
     "02-01 new_business 5000/1 > 10500/2; 02-01 churn 4500/1 > 10000/2; "
     "03-01 contraction 8000/1 > 11000/2; 03-01 churn 18410/4 > 15410/4; "},
    {{},
     {.period = Period::day},
     "01-01 new_business 105858/21 > 0/0; 01-10 new_business 0/0 > 105858/21; "
     "02-01 new_business 5000/1 > 0/0; 02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; "
     "02-01 exchange 1000/0 > 0/0; 02-05 new_business 0/0 > 5500/1; "
     "02-10 new_business 0/0 > 5000/1; 02-10 churn 0/0 > 4500/1; 02-12 expansion 0/0 > 2500/1; "
     "02-15 exchange 0/0 > 1000/0; 02-20 churn 0/0 > 5500/1; 03-01 expansion 2200/2 > 0/0; "
     "03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 0/0; 03-05 contraction 0/0 > 8000/1; "
     "03-12 expansion 0/0 > 200/1; 03-15 expansion 0/0 > 2000/1; 03-15 churn 0/0 > 7000/1; "
     "03-21 churn 0/0 > 7000/1; 03-30 churn 0/0 > 3300/1; 03-31 churn 0/0 > 1110/1; "
     "04-01 new_business 2500/2 > 800/1; 04-01 reactivation 10300/2 > 0/0; "
     "04-01 expansion 3400/2 > 0/0; 04-01 churn 22430/4 > 1230/1; 04-01 exchange -1500/0 > 0/0; "
     "04-02 reactivation 0/0 > 3300/1; 04-05 exchange 0/0 > -1500/0; "
     "04-08 new_business 0/0 > 1700/1; 04-10 expansion 0/0 > 2100/1; 04-10 churn 0/0 > 6000/1; "
     "04-15 expansion 0/0 > 1300/1; 04-19 churn 0/0 > 9000/1; 04-25 reactivation 0/0 > 7000/1; "
     "04-30 churn 0/0 > 6200/1; 05-01 reactivation 4500/1 > 0/0; 05-01 churn 4100/1 > 0/0; "
     "05-01 exchange 2400/0 > 0/0; 05-10 churn 0/0 > 4100/1; 05-20 reactivation 0/0 > 4500/1; "
     "05-31 exchange 0/0 > 2400/0; 06-01 reactivation 6000/1 > 0/0; "
     "06-01 expansion 8000/1 > 0/0; 06-05 reactivation 0/0 > 6000/1; "
     "06-10 expansion 0/0 > 8000/1; "},
    {{},
     {.period = Period::week},
     "01-01 new_business 105858/21 > 0/0; 01-08 new_business 0/0 > 105858/21; "
     "02-01 new_business 5000/1 > 0/0; 02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; "
     "02-01 exchange 1000/0 > 0/0; 02-05 new_business 0/0 > 10500/2; 02-05 churn 0/0 > 4500/1; "
     "02-12 expansion 0/0 > 2500/1; 02-12 exchange 0/0 > 1000/0; 02-19 churn 0/0 > 5500/1; "
     "03-01 expansion 2200/2 > 0/0; 03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 0/0; "
     "03-04 contraction 0/0 > 8000/1; 03-11 expansion 0/0 > 2200/2; 03-11 churn 0/0 > 7000/1; "
     "03-18 churn 0/0 > 7000/1; 03-25 churn 0/0 > 4410/2; 04-01 new_business 2500/2 > 800/1; "
     "04-01 reactivation 10300/2 > 3300/1; 04-01 expansion 3400/2 > 0/0; "
     "04-01 churn 22430/4 > 1230/1; 04-08 new_business 0/0 > 1700/1; "
     "04-08 expansion 0/0 > 2100/1; 04-08 churn 0/0 > 6000/1; 04-15 expansion 0/0 > 1300/1; "
     "04-15 churn 0/0 > 9000/1; 04-22 reactivation 0/0 > 7000/1; 04-29 churn 0/0 > 6200/1; "
     "05-01 reactivation 4500/1 > 0/0; 05-01 churn 4100/1 > 0/0; 05-01 exchange 2400/0 > 0/0; "
     "05-06 churn 0/0 > 4100/1; 05-20 reactivation 0/0 > 4500/1; 05-27 exchange 0/0 > 2400/0; "
     "06-01 reactivation 6000/1 > 0/0; 06-01 expansion 8000/1 > 0/0; "
     "06-03 reactivation 0/0 > 6000/1; 06-10 expansion 0/0 > 8000/1; "},
    {{},
     {.period = Period::quarter},
     "01-01 new_business 105858/21 > 85648/16; 02-01 new_business 5000/1 > 0/0; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; 02-01 exchange 1000/0 > 0/0; "
     "03-01 expansion 2200/2 > 0/0; 03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 0/0; "
     "04-01 new_business 2500/2 > 25300/6; 04-01 reactivation 10300/2 > 0/0; "
     "04-01 expansion 3400/2 > 3800/2; 04-01 churn 22430/4 > 20530/4; "
     "04-01 exchange -1500/0 > 500/0; 05-01 reactivation 4500/1 > 0/0; 05-01 churn 4100/1 > 0/0; "
     "05-01 exchange 2400/0 > 0/0; 06-01 reactivation 6000/1 > 0/0; "
     "06-01 expansion 8000/1 > 0/0; "},
    {{},
     {.period = Period::year},
     "01-01 new_business 105858/21 > 94718/18; 02-01 new_business 5000/1 > 0/0; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; 02-01 exchange 1000/0 > 0/0; "
     "03-01 expansion 2200/2 > 0/0; 03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 0/0; "
     "04-01 new_business 2500/2 > 0/0; 04-01 reactivation 10300/2 > 0/0; "
     "04-01 expansion 3400/2 > 0/0; 04-01 churn 22430/4 > 0/0; 04-01 exchange -1500/0 > 0/0; "
     "05-01 reactivation 4500/1 > 0/0; 05-01 churn 4100/1 > 0/0; 05-01 exchange 2400/0 > 0/0; "
     "06-01 reactivation 6000/1 > 0/0; 06-01 expansion 8000/1 > 0/0; "},
    {{.period = Period::quarter},
     {.period = Period::quarter, .fiscal_year_start = 2},
     "01-01 new_business 85648/16 > 0/0; 02-01 new_business 0/0 > 7500/3; "
     "02-01 expansion 0/0 > 8100/5; 02-01 contraction 0/0 > 8000/1; 02-01 churn 0/0 > 35040/7; "
     "02-01 exchange 0/0 > -500/0; 04-01 new_business 25300/6 > 0/0; "
     "04-01 expansion 3800/2 > 0/0; 04-01 churn 20530/4 > 0/0; 04-01 exchange 500/0 > 0/0; "
     "05-01 reactivation 0/0 > 10500/2; 05-01 expansion 0/0 > 8000/1; 05-01 churn 0/0 > 4100/1; "
     "05-01 exchange 0/0 > 2400/0; 11-01 new_business 0/0 > 105858/21; "},
    {{},
     {.time_zone = "America/New_York"},
     "03-01 new_business 0/0 > 800/1; 04-01 new_business 2500/2 > 1700/1; "},
    {{},
     {.snapshot = Snapshot::first_day},
     "01-01 new_business 105858/21 > 0/0; 02-01 new_business 5000/1 > 106858/21; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; 02-01 exchange 1000/0 > 0/0; "
     "03-01 new_business 0/0 > 5000/1; 03-01 expansion 2200/2 > 2500/1; "
     "03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 4500/1; "
     "04-01 new_business 2500/2 > 800/1; 04-01 reactivation 10300/2 > 0/0; "
     "04-01 expansion 3400/2 > 2200/2; 04-01 contraction 0/0 > 8000/1; "
     "04-01 churn 22430/4 > 19640/5; 05-01 new_business 0/0 > 1700/1; "
     "05-01 reactivation 4500/1 > 10300/2; 05-01 expansion 0/0 > 3800/2; "
     "05-01 churn 4100/1 > 21200/3; 05-01 exchange 2400/0 > 2000/0; "
     "06-01 reactivation 6000/1 > 4500/1; 06-01 expansion 8000/1 > 0/0; "
     "06-01 churn 0/0 > 4100/1; "},
    {{},
     {.snapshot = Snapshot::any_day},
     "02-01 new_business 5000/1 > 10500/2; 02-01 expansion 2500/1 > 14500/2; "
     "02-01 churn 4500/1 > 0/0; 03-01 expansion 2200/2 > 19900/4; "
     "03-01 contraction 8000/1 > 12000/2; 03-01 churn 18410/4 > 10000/2; "
     "04-01 reactivation 10300/2 > 0/0; 04-01 expansion 3400/2 > 13900/2; "
     "04-01 contraction 0/0 > 25700/4; 04-01 churn 22430/4 > 9340/3; "
     "05-01 contraction 0/0 > 12500/1; 05-01 churn 4100/1 > 21200/3; "
     "05-01 exchange 2400/0 > 4400/0; 06-01 churn 0/0 > 4100/1; "},
    {{},
     {.snapshot = Snapshot::end_inclusive},
     "03-01 churn 18410/4 > 17300/3; 04-01 churn 22430/4 > 17340/4; "
     "05-01 churn 4100/1 > 10300/2; "},
    {{},
     {.churn_date = ChurnDate::cancel_request},
     "03-01 churn 18410/4 > 22510/5; 05-01 churn 4100/1 > 0/0; "},
    {{}, {.churn_date = ChurnDate::service_end}, "04-01 churn 22430/4 > 26530/5; 05-01 churn 4100/1 > 0/0; "},
    {{}, {.gap_days = 2}, ""},
    {{}, {.gap_days = 3}, "03-01 churn 18410/4 > 15110/3; 04-01 reactivation 10300/2 > 7000/1; "},
    {{}, {.reactivation_days = 100}, ""},
    {{}, {.reactivation_days = 99}, "05-01 new_business 0/0 > 4500/1; 05-01 reactivation 4500/1 > 0/0; "},
    {{}, {.join_and_leave = JoinAndLeave::ignored}, ""},
    {{.netting = Netting::event},
     {.netting = Netting::event, .join_and_leave = JoinAndLeave::ignored},
     "02-01 new_business 10500/2 > 5000/1; 02-01 churn 10000/2 > 4500/1; "},
    {{}, {.week_factor = WeekFactor::times_4_33}, "01-01 new_business 105858/21 > 105855/21; "},
    {{}, {.week_factor = WeekFactor::times_4}, "01-01 new_business 105858/21 > 105525/21; "},
    {{}, {.week_factor = WeekFactor::zero}, "01-01 new_business 105858/21 > 101525/20; "},
    {{}, {.day_factor = DayFactor::times_30}, "01-01 new_business 105858/21 > 105775/21; "},
    {{}, {.day_factor = DayFactor::zero}, "01-01 new_business 105858/21 > 99775/20; "},
    {{}, {.rounding = Rounding::half_up}, "01-01 new_business 105858/21 > 105859/21; "},
    {{},
     {.discount = DiscountRule::recurring},
     "01-01 new_business 105858/21 > 107858/21; 03-01 expansion 2200/2 > 200/1; "},
    {{},
     {.discount = DiscountRule::none},
     "01-01 new_business 105858/21 > 107858/21; 02-01 new_business 5000/1 > 10000/1; "
     "03-01 expansion 2200/2 > 200/1; 03-01 contraction 8000/1 > 0/0; "
     "06-01 expansion 8000/1 > 0/0; "},
    {{},
     {.metered = MeteredRule::included},
     "02-01 expansion 2500/1 > 5500/2; 03-01 contraction 8000/1 > 10300/2; "
     "05-01 contraction 0/0 > 700/1; "},
    {{},
     {.metered = MeteredRule::separate},
     "01-01 new_business 105858/21 > 0/0; 02-01 new_business 5000/1 > 3000/1; "
     "02-01 expansion 2500/1 > 0/0; 02-01 churn 4500/1 > 0/0; 02-01 exchange 1000/0 > 0/0; "
     "03-01 expansion 2200/2 > 0/0; 03-01 contraction 8000/1 > 2300/1; "
     "03-01 churn 18410/4 > 0/0; 04-01 new_business 2500/2 > 0/0; "
     "04-01 reactivation 10300/2 > 0/0; 04-01 expansion 3400/2 > 0/0; 04-01 churn 22430/4 > 0/0; "
     "04-01 exchange -1500/0 > 0/0; 05-01 reactivation 4500/1 > 0/0; 05-01 churn 4100/1 > 700/1; "
     "05-01 exchange 2400/0 > 0/0; 06-01 reactivation 6000/1 > 0/0; "
     "06-01 expansion 8000/1 > 0/0; "},
    {{}, {.paused = PausedRule::hold}, "04-01 churn 22430/4 > 16430/3; 06-01 reactivation 6000/1 > 0/0; "},
    {{}, {.paused = PausedRule::zero_now}, "03-01 churn 18410/4 > 24410/5; 04-01 churn 22430/4 > 16430/3; "},
    {{},
     {.past_due_days = {}},
     "03-01 churn 18410/4 > 10300/2; 04-01 reactivation 10300/2 > 3300/1; "
     "04-01 churn 22430/4 > 12200/2; "},
    {{}, {.past_due_days = 29}, "03-01 churn 18410/4 > 19640/5; 04-01 churn 22430/4 > 21200/3; "},
    {{}, {.past_due_days = 31}, "03-01 churn 18410/4 > 17300/3; 04-01 churn 22430/4 > 23540/5; "},
    {{}, {.unpaid = UnpaidRule::churned}, "03-01 churn 18410/4 > 27410/5; 04-01 churn 22430/4 > 13430/3; "},
    {{},
     {.refund = RefundRule::negative_line},
     "03-01 contraction 8000/1 > 9900/2; 04-01 expansion 3400/2 > 5300/3; "},
    {{},
     {.free = FreeRule::churned},
     "03-01 contraction 8000/1 > 0/0; 03-01 churn 18410/4 > 26410/5; "
     "06-01 reactivation 6000/1 > 14000/2; 06-01 expansion 8000/1 > 0/0; "},
    {{},
     {.merged = MergedRule::separate},
     "03-01 new_business 0/0 > 2900/1; 03-01 expansion 2200/2 > 2000/1; "
     "03-01 churn 18410/4 > 21110/5; "},
    {{},
     {.exchange = ExchangeRule::service_start},
     "02-01 exchange 1000/0 > 0/0; 04-01 exchange -1500/0 > -500/0; 05-01 exchange 2400/0 > 0/0; "},
    {{},
     {.exchange = ExchangeRule::fixed, .exchange_date = date("2024-02-20")},
     "01-01 new_business 105858/21 > 106858/21; 02-01 exchange 1000/0 > 0/0; "
     "04-01 expansion 3400/2 > 3700/2; 04-01 exchange -1500/0 > 0/0; "
     "05-01 exchange 2400/0 > 0/0; "},
    {{.exchange = ExchangeRule::fixed, .exchange_date = date("2024-02-20")},
     {.exchange = ExchangeRule::fixed, .exchange_date = date("2024-04-20")},
     "01-01 new_business 106858/21 > 105358/21; 04-01 expansion 3700/2 > 3400/2; "},
};

MrrLedger ledger_of(const LedgerPolicy& policy) { return conventions::ledger({.ledger = policy}); }

/// The enumerators that the cases give each field, by their places.
std::map<std::string, std::set<int>> values_met() {
  std::map<std::string, std::set<int>> met;
  for (const Case& each : cases)
    for (const LedgerPolicy* policy : {&each.before, &each.after})
      LedgerPolicy::each_field(*policy, [&](const char* name, const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_enum_v<T>) met[name].insert(static_cast<int>(value));
      });
  return met;
}

}  // namespace

TEST_SUITE("revenue/policy_fields") {
  TEST_CASE("the ledger by default") {
    // January, 21 accounts: weekly 43.33, daily 60.83, half 0.02 (2.5 cents to the even one), promo 120 - 20,
    // free 80, metered 20 (usage excluded), paused 60, late 70, brink 11.10, verge 12.30, unpaid 90,
    // leaver 41, both 30 + 40, switch 50, items 21, gap 33, back 45, edge 62, refund 52, old 27 (of kept),
    // euro 100 x 1.10 = 1,058.58.
    // February: forever 100 - 50 comes, switch + 25, back - 45; 100 EUR are worth 10 more; guest is not seen.
    // March: promo + 20, kept + 2 after the merger; free - 80 stays; both - 70, late - 70 on the 30th day,
    // gap - 33, brink - 11.10 on the 31st.
    // April: child 17 and night 8 come; late 70 and gap 33 are back; items + 13, euro + 20 x 1.05 = 21;
    // paused - 60 at its paid period's end, unpaid - 90, verge - 12.30 on the 1st, edge - 62 on the 30th;
    // 100 EUR are worth 15 less. May: back + 45, leaver - 41 where paid_through ends; 120 EUR x 0.20.
    // June: paused + 60; free + 80.
    CHECK(conventions::cells(ledger_of({})) == conventions::Cells{{{"01-01", 0}, "105858/21"},
                                                                  {{"02-01", 0}, "5000/1"},
                                                                  {{"02-01", 2}, "2500/1"},
                                                                  {{"02-01", 4}, "4500/1"},
                                                                  {{"02-01", 5}, "1000/0"},
                                                                  {{"03-01", 2}, "2200/2"},
                                                                  {{"03-01", 3}, "8000/1"},
                                                                  {{"03-01", 4}, "18410/4"},
                                                                  {{"04-01", 0}, "2500/2"},
                                                                  {{"04-01", 1}, "10300/2"},
                                                                  {{"04-01", 2}, "3400/2"},
                                                                  {{"04-01", 4}, "22430/4"},
                                                                  {{"04-01", 5}, "-1500/0"},
                                                                  {{"05-01", 1}, "4500/1"},
                                                                  {{"05-01", 4}, "4100/1"},
                                                                  {{"05-01", 5}, "2400/0"},
                                                                  {{"06-01", 1}, "6000/1"},
                                                                  {{"06-01", 2}, "8000/1"}});
    const auto periods = ledger_of({}).periods();
    CHECK(tables::text(periods.opening.minor) == "0 105858 109858 85648 77918 80718");
    CHECK(tables::text(periods.closing.minor) == "105858 109858 85648 77918 80718 94718");
    CHECK(tables::text(periods.opening_accounts) == "0 21 21 17 17 17");
    CHECK(tables::text(periods.closing_accounts) == "21 21 17 17 17 18");
  }

  TEST_CASE("each value of each field, as the reference has it") {
    for (const Case& each : cases) {
      const MrrLedger before = ledger_of(each.before), after = ledger_of(each.after);
      CAPTURE(each.difference);
      CHECK(conventions::difference(before, after) == each.difference);
      CHECK(conventions::difference(before.with_policy({.ledger = each.after}), after) == "");
      CHECK(after.policy().ledger == each.after);
    }
  }

  TEST_CASE("gap_days: by default even a gap of one day is churn") {
    const auto table =
        tables::subscriptions({{"a", "2024-01-10", "2024-02-29", 100}, {"a", "2024-03-01", "open", 100}});
    const auto moved = [&](const LedgerPolicy& policy) {
      return tables::moves(mrr_ledger(table, {.as_of = date("2024-03-31"), .policy = {.ledger = policy}}));
    };
    CHECK(moved({}) ==
          "2024-01-01 a new_business 100\n2024-02-01 a churn 100\n2024-03-01 a reactivation 100");
    CHECK(moved({.gap_days = 1}) == "2024-01-01 a new_business 100");
  }

  TEST_CASE("opening and movements make the closing, under each") {
    for (const Case& each : cases) {
      const auto p = ledger_of(each.after).periods();
      for (std::size_t i = 0; i < p.period.days.size(); ++i) {
        CHECK(p.opening.minor[i] + p.new_business.minor[i] + p.reactivation.minor[i] + p.expansion.minor[i] -
                  p.contraction.minor[i] - p.churn.minor[i] + p.exchange.minor[i] ==
              p.closing.minor[i]);
        CHECK(p.opening_accounts[i] + p.new_business_accounts[i] + p.reactivation_accounts[i] -
                  p.churn_accounts[i] ==
              p.closing_accounts[i]);
        if (i > 0) CHECK(p.opening.minor[i] == p.closing.minor[i - 1]);
      }
    }
  }

  TEST_CASE("the cases have every enumerator, and each field moves a figure in one that changes it alone") {
    const LedgerPolicy fields;
    const auto met = values_met();
    LedgerPolicy::each_field(fields, [&](const char* name, const auto& value) {
      using T = std::decay_t<decltype(value)>;
      if constexpr (std::is_enum_v<T>) {
        CAPTURE(std::string(name));
        CHECK(met.at(name).size() == enum_names(T{}).size());
      }
    });
    std::set<std::string> alone;
    for (const Case& each : cases) {
      if (each.difference.empty()) continue;
      const auto before = revenue::detail::policy_fields({.ledger = each.before}),
                 after = revenue::detail::policy_fields({.ledger = each.after});
      std::vector<std::string> changed;
      for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].value != after[i].value) changed.push_back(before[i].name.substr(7));
      if (changed.size() == 1) alone.insert(changed[0]);
      // Rates of one day need the day.
      if (changed == std::vector<std::string>{"exchange", "exchange_date"}) alone.insert("exchange");
    }
    LedgerPolicy::each_field(fields, [&](const char* name, const auto&) {
      CAPTURE(std::string(name));
      CHECK(alone.count(name) == 1);
    });
  }
}
