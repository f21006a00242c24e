// SPDX-License-Identifier: MIT
#include <fealty/coverage/capacity.hpp>

#include "coverage/capacity_tables.hpp"
#include "revenue/tables.hpp"

#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

std::int64_t sum(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}
std::string text(const IdColumn& column) {
  std::string out;
  for (std::size_t row = 0; row < column.size(); ++row) out += (row == 0 ? "" : " ") + column.text(row);
  return out;
}
/// The minutes of each text of a column, in the order of the texts.
std::vector<std::int64_t> by(const IdColumn& column, const std::vector<std::int64_t>& minutes) {
  std::map<std::string, std::int64_t> sums;
  for (std::size_t row = 0; row < minutes.size(); ++row) sums[column.text(row)] += minutes[row];
  std::vector<std::int64_t> out;
  for (const auto& each : sums) out.push_back(each.second);
  return out;
}
TierPlan one_tier() {  // an hour of check-ins a week
  return TierPlan({.tier = Texts{"H"}, .cadence_days = Reals{7}, .check_in_hours = Reals{1}});
}
TierSpans one_account() {
  return TierSpans({.account = Texts{"a"}, .tier = Texts{"H"}, .valid_from = days({"2024-01-01"})});
}
/// All cells, weeks, CSMs, tiers and kinds add up to the same.
void check_sums(const Capacity& plan) {
  CHECK(sum(plan.demand.minutes) == plan.demand_minutes);
  CHECK(sum(plan.workload.demand_minutes) == plan.demand_minutes);
  CHECK(sum(plan.workload.supply_minutes) == plan.supply_minutes);
  CHECK(sum(plan.csms.demand_minutes) == plan.demand_minutes);
  CHECK(sum(plan.csms.supply_minutes) == plan.supply_minutes);
  CHECK(sum(plan.csms.shortfall_minutes) == sum(plan.workload.shortfall_minutes));
  CHECK(sum(plan.weeks.demand_minutes) == plan.demand_minutes);
  CHECK(sum(plan.weeks.supply_minutes) == plan.supply_minutes);
  CHECK(sum(plan.weeks.shortfall_minutes) == plan.shortfall_minutes);
  for (std::size_t i = 0; i < plan.weeks.label.size(); ++i)
    CHECK(plan.weeks.onboarding_minutes[i] + plan.weeks.check_in_minutes[i] + plan.weeks.review_minutes[i] +
              plan.weeks.renewal_minutes[i] ==
          plan.weeks.demand_minutes[i]);
  CHECK(plan.feasible == (plan.shortfall_minutes == 0));
}

}  // namespace

TEST_SUITE("coverage/capacity") {
  TEST_CASE("a case worked by hand: renewals fall into the weeks before them") {
    const TierPlan plan({.tier = Texts{"H"},
                         .cadence_days = Reals{14},
                         .accounts_per_csm = Reals{2},
                         .onboarding_hours = Reals{2},
                         .onboarding_days = Reals{14},
                         .check_in_hours = Reals{1},
                         .renewal_hours = Reals{6},
                         .renewal_lead_days = Reals{14}});
    const TierSpans tiers({.account = Texts{"old", "young"},
                           .tier = Texts{"H", "H"},
                           .valid_from = days({"2023-01-02", "2024-01-04"})});
    const auto out = capacity(tiers, plan,
                              {.as_of = tables::date("2024-01-04"),
                               .weeks = 4,
                               .owners = Owners({.account = Texts{"old", "young"},
                                                 .csm = Texts{"x", "x"},
                                                 .valid_from = days({"2023-01-02", "2024-01-04"})}),
                               .staff = Staff({.csm = Texts{"x", "y"}, .hours_per_week = Reals{4, 4}}),
                               .contracts = revenue::Contracts({.account = Texts{"old"},
                                                                .signed_on = days({"2023-01-02"}),
                                                                .start = days({"2023-01-25"}),
                                                                .end = days({"2024-01-25"}),
                                                                .total = Reals{1},
                                                                .currency = "USD"}),
                               .overhead = .5});
    CHECK(out.weeks.label == std::vector<std::string>{"2024-W02", "2024-W03", "2024-W04", "2024-W05"});
    // of 120 minutes from the 4th on, 34 fall before Monday the 8th, 94 before the 15th
    CHECK(out.weeks.onboarding_minutes == std::vector<std::int64_t>{60, 26, 0, 0});
    // half an hour a week each: 17, 47, 77, … before each Monday for the one that began on a Thursday
    CHECK(out.weeks.check_in_minutes == std::vector<std::int64_t>{60, 60, 60, 60});
    // 360 minutes from the 11th to the 24th: 4 days, 7 days, 3 days
    CHECK(out.weeks.renewal_minutes == std::vector<std::int64_t>{102, 180, 78, 0});
    CHECK(out.weeks.demand_minutes == std::vector<std::int64_t>{222, 266, 138, 60});
    CHECK(out.weeks.supply_minutes == std::vector<std::int64_t>{240, 240, 240, 240});
    CHECK(out.weeks.shortfall_minutes == std::vector<std::int64_t>{0, 26, 0, 0});
    CHECK(out.weeks.csms_over == std::vector<std::int64_t>{1, 1, 1, 0});
    CHECK(text(out.csms.csm) == "x y");
    CHECK(out.csms.accounts == std::vector<std::int64_t>{2, 0});
    CHECK(out.csms.book_load == std::vector<double>{1, 0});
    CHECK(out.csms.weeks_over == std::vector<std::int64_t>{3, 0});
    CHECK(out.csms.shortfall_minutes == std::vector<std::int64_t>{102 + 146 + 18, 0});
    CHECK(out.csms.utilization[0] == doctest::Approx(686.0 / 480).epsilon(1e-15));
    CHECK(!out.feasible);
    CHECK(out.weeks_over == 1);
    CHECK(out.headcount == 2);
    CHECK(out.headcount_needed == 1);  // 686 of 1200 x 4, those of a full-time CSM at half overhead
    CHECK(out.findings.empty());
    check_sums(out);
  }
  TEST_CASE("the figures of exact fractions in Python") {
    const test::DrawnTables drawn;
    const auto out = capacity(drawn.spans(), test::drawn_plan(),
                              {.as_of = Date{400},
                               .weeks = 26,
                               .owners = drawn.owners(),
                               .staff = test::DrawnTables::staff(),
                               .contracts = drawn.contracts()});
    CHECK(out.weeks.week.days.front() == 403);
    CHECK(sum(out.csms.accounts) == 76);
    CHECK(out.demand_minutes == 119712);
    CHECK(text(out.csms.csm) == "a b c d null");
    CHECK(out.csms.demand_minutes == std::vector<std::int64_t>{40401, 22432, 16385, 20191, 20303});
    CHECK(by(out.demand.tier, out.demand.minutes) == std::vector<std::int64_t>{97390, 21350, 972});
    CHECK(sum(out.weeks.onboarding_minutes) == 19804);
    CHECK(sum(out.weeks.check_in_minutes) == 45812);
    CHECK(sum(out.weeks.review_minutes) == 34320);
    CHECK(sum(out.weeks.renewal_minutes) == 19776);
    CHECK(out.weeks.demand_minutes == std::vector<std::int64_t>{6625, 6608, 6485, 6105, 5848, 5734, 5296,
                                                                5053, 4763, 4194, 4228, 4123, 4074, 3957,
                                                                3979, 3988, 4067, 4028, 3979, 3909, 3744,
                                                                3749, 3759, 3873, 3791, 3753});
    CHECK(out.csms.shortfall_minutes == std::vector<std::int64_t>{2383, 2407, 16385, 20191, 20303});
    CHECK(out.csms.weeks_over == std::vector<std::int64_t>{7, 7, 26, 26, 26});
    CHECK(out.shortfall_minutes == 49512);
    CHECK(out.weeks_over == 26);
    CHECK(out.headcount_needed == 3);
    CHECK(out.peak_headcount == 4);
    CHECK(out.headcount == 2);
    check_sums(out);
    CHECK(tables::codes(out.findings) ==
          "contract_of_no_tier csm_without_hours csm_without_hours unassigned_accounts");
    CHECK(out.findings[1].message == "capacity: csm c has 13 accounts and no hours");
    CHECK(std::isnan(out.csms.utilization[2]));
    CHECK(std::isnan(out.csms.utilization[4]));
  }
  TEST_CASE("more work than people is an answer, as is no work and nobody") {
    const auto crowded = capacity(one_account(), one_tier(),
                                  {.as_of = tables::date("2024-06-01"), .weeks = 2, .hours_per_week = .5});
    CHECK(crowded.headcount == 0);
    CHECK(crowded.supply_minutes == 0);
    CHECK(!crowded.feasible);
    CHECK(crowded.shortfall_minutes == 120);
    CHECK(crowded.headcount_needed == 3);  // 60 of 22.5 minutes a week, rounded to 23
    CHECK(std::isnan(crowded.weeks.utilization[0]));
    CHECK(text(crowded.csms.csm) == "null");
    CHECK(crowded.findings.empty());
    const TierSpans none({.account = Texts{}, .tier = Texts{}, .valid_from = tables::Days{}});
    const auto empty = capacity(none, one_tier());
    CHECK(!empty.as_of);
    CHECK(empty.feasible);
    CHECK(empty.weeks.label.empty());
    CHECK(empty.headcount_needed == 0);
    check_sums(empty);
    const auto early = capacity(one_account(), one_tier(), {.as_of = tables::date("2023-12-31")});
    CHECK(early.demand_minutes == 0);
    CHECK(early.feasible);
    CHECK(early.weeks.label.size() == 52);
  }
  TEST_CASE("without staff each owner is taken to have a full week") {
    const Owners owners({.account = Texts{"a"}, .csm = Texts{"x"}, .valid_from = days({"2024-01-01"})});
    const auto out = capacity(one_account(), one_tier(), {.weeks = 1, .owners = owners});
    CHECK(out.supply_minutes == 1800);
    CHECK(out.demand_minutes == 60);
    CHECK(to_string(*out.as_of) == "2024-01-01");
    CHECK(tables::codes(out.findings) == "as_of_inferred staff_assumed");
    CHECK(out.findings[1].message ==
          "capacity: no staff was given; each of 1 owners is taken to have 40 hours a week");
  }
  TEST_CASE("time follows the days of staff, and a contract that another follows makes no work") {
    const TierPlan plan({.tier = Texts{"H"}, .renewal_hours = Reals{7}, .renewal_lead_days = Reals{7}});
    CapacityOptions options{.as_of = tables::date("2024-01-07"),
                            .weeks = 60,
                            .staff = Staff({.csm = Texts{"x", "x"},
                                            .hours_per_week = Reals{28, 56},
                                            .valid_from = days({"2024-01-10", "2024-01-15"})}),
                            .overhead = 0};
    const auto contracts = [](std::vector<std::string> account, tables::Days begun, tables::Days ended) {
      return revenue::Contracts({.account = account,
                                 .signed_on = tables::Days(begun.size(), tables::day("2023-01-01")),
                                 .start = begun,
                                 .end = ended,
                                 .total = Reals(begun.size(), 1),
                                 .currency = "USD"});
    };
    CHECK(tables::codes(capacity(one_account(), plan, options).findings) == "renewals_not_told");
    options.contracts = contracts({"a"}, days({"2023-01-29"}), days({"2024-01-29"}));
    auto out = capacity(one_account(), plan, options);
    CHECK(out.weeks.supply_minutes[0] == 28 * 60 * 5 / 7);
    CHECK(out.weeks.supply_minutes[1] == 56 * 60);
    CHECK(out.weeks.renewal_minutes[2] == 420);   // 22 to 28 January
    CHECK(out.weeks.renewal_minutes[54] == 360);  // and a term of 365 days later, 21 to 27 January 2025
    CHECK(out.weeks.renewal_minutes[55] == 60);
    CHECK(out.demand_minutes == 840);
    options.contracts =
        contracts({"a", "a"}, days({"2023-01-29", "2024-01-29"}), days({"2024-01-29", "2024-05-01"}));
    out = capacity(one_account(), plan, options);
    CHECK(out.weeks.renewal_minutes[2] == 0);
    CHECK(out.demand_minutes == 420 * 4);  // every 93 days from May on: May, August, November, February
    options.contracts = contracts({"b"}, days({"2023-01-29"}), days({"2024-01-29"}));
    out = capacity(one_account(), plan, options);
    CHECK(out.demand_minutes == 0);
    CHECK(tables::codes(out.findings) == "contract_of_no_tier");
  }
  TEST_CASE("a simulated company adds up, in any order of rows") {
    const company::Company made = company::simulate(400, 3);
    const auto ids = [](const Frame& frame, const char* name) { return std::get<IdColumn>(frame.at(name)); };
    const auto day = [](const Frame& frame, const char* name) { return std::get<Days>(frame.at(name)).days; };
    const IdColumn account = ids(made.owners, "account");
    const OwnerColumns owned{.account = account,
                             .csm = ids(made.owners, "csm"),
                             .valid_from = day(made.owners, "valid_from"),
                             .valid_to = day(made.owners, "valid_to")};
    Texts tier;
    for (std::size_t row = 0; row < account.size(); ++row)
      tier.emplace_back(
          std::vector<const char*>{"high_touch", "low_touch", "tech_touch"}[account.codes()[row] % 3]);
    const TierSpans tiers({.account = account,
                           .tier = tier,
                           .valid_from = day(made.owners, "valid_from"),
                           .valid_to = day(made.owners, "valid_to")});
    const revenue::Contracts contracts({.account = ids(made.contracts, "account"),
                                        .signed_on = day(made.contracts, "signed_on"),
                                        .start = day(made.contracts, "start"),
                                        .end = day(made.contracts, "end"),
                                        .total_minor = tables::Counts(made.contracts.rows(), 1),
                                        .currency = "USD"});
    const CapacityOptions options{
        .as_of = tables::date("2024-06-30"), .owners = Owners(owned), .contracts = contracts};
    const auto out = capacity(tiers, default_tier_plan(), options);
    check_sums(out);
    CHECK(sum(out.csms.accounts) > 150);
    CHECK(sum(out.weeks.renewal_minutes) > 0);
    CHECK(tables::codes(out.findings) == "staff_assumed");
    CHECK(out.headcount_needed <= out.peak_headcount);
    std::vector<std::uint32_t> reversed(account.codes().rbegin(), account.codes().rend());
    std::vector<std::int32_t> from(day(made.owners, "valid_from").size()), to(from.size());
    const auto start = day(made.owners, "valid_from"), end = day(made.owners, "valid_to");
    for (std::size_t i = 0; i < from.size(); ++i) {
      from[from.size() - 1 - i] = start[i];
      to[from.size() - 1 - i] = end.valid(i) ? end[i] : open;
    }
    std::reverse(tier.begin(), tier.end());
    const auto again = capacity(
        TierSpans(
            {.account = IdColumn(reversed, account.ids()), .tier = tier, .valid_from = from, .valid_to = to}),
        default_tier_plan(), options);
    CHECK(again.demand.minutes == out.demand.minutes);
    CHECK(again.csms.demand_minutes == out.csms.demand_minutes);
  }
  TEST_CASE("bad settings are refused by name") {
    const auto refuses = [](const CapacityOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(capacity(one_account(), one_tier(), options), message, InvalidInput);
    };
    refuses({.weeks = 0}, "capacity: weeks = 0 is not a whole number from 1 to 520");
    refuses({.hours_per_week = 0}, "capacity: hours_per_week = 0 is not in (0, 168]");
    refuses({.overhead = 1}, "capacity: overhead = 1 is not in [0, 1)");
    refuses({.as_of = Date{max_day}},
            "capacity: as_of = 9999-12-31 is not between 1900-01-01 and 9989-12-30");
    CHECK_THROWS_WITH(capacity(one_account(), TierPlan({.tier = Texts{"H"}})),
                      "capacity: plan has no hours; there would be no work");
    CHECK_THROWS_WITH(
        capacity(one_account(),
                 TierPlan({.tier = Texts{"X"}, .cadence_days = Reals{7}, .check_in_hours = Reals{1}})),
        "capacity: tier[0] = \"H\" is not in the plan; its tiers are X");
    refuses({.owners = Owners(
                 {.account = Texts{"a"}, .csm = tables::Counts{1}, .valid_from = days({"2024-01-01"})}),
             .staff = Staff({.csm = Texts{"x"}, .hours_per_week = Reals{40}})},
            "capacity: staff = texts cannot be matched with owners of another kind");
  }
}
