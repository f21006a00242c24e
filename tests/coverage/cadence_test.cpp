// SPDX-License-Identifier: MIT
#include <fealty/coverage/cadence.hpp>

#include "coverage/random.hpp"
#include "revenue/tables.hpp"

#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

TierPlan plan() {
  return TierPlan({.tier = Texts{"H", "L", "T"}, .cadence_days = tables::with_nulls(Reals{7, 30, 0}, {2})});
}
TierSpans spans() {  // a moves from L to H; b leaves and comes back; c is never touched; t has no cadence
  return TierSpans({.account = Texts{"a", "a", "b", "b", "c", "t"},
                    .tier = Texts{"L", "H", "H", "H", "L", "T"},
                    .valid_from = days(
                        {"2024-01-01", "2024-02-01", "2024-01-01", "2024-03-01", "2024-01-01", "2024-01-01"}),
                    .valid_to = days({"2024-02-01", "open", "2024-02-01", "open", "open", "open"})});
}
TouchColumns touched() {
  return {
      .account = Texts{"a", "a", "b", "b", "b", "x"},
      .date = days({"2024-01-20", "2024-03-01", "2024-01-05", "2024-02-10", "2024-03-05", "2024-03-01"}),
      .channel = Texts{"call", "email", "call", "call", "call", "call"},
      .hours = Reals{1, 2, .5, .5, .25, 1},
      .response = tables::ids_with_nulls({"reactive", "proactive", "reactive", "reactive", "", "reactive"})};
}
std::string text(const IdColumn& column) {
  std::string out;
  for (std::size_t row = 0; row < column.size(); ++row) out += (row == 0 ? "" : " ") + column.text(row);
  return out;
}
std::string text(const DateColumn& column) {
  std::string out;
  for (const std::int32_t day : column.days) out += (out.empty() ? "" : " ") + to_string(Date{day});
  return out;
}
std::int64_t sum(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}
std::int64_t sum(const std::vector<std::uint8_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

/// The tables of data/cadence.py.
struct Drawn {
  std::vector<std::int64_t> account, touched;
  Texts tier, channel;
  tables::Days from, to, date;

  Drawn() {
    test::Draws draws(11);
    for (std::int64_t each = 0; each < 60; ++each) {
      std::int64_t day = draws.below(200);
      for (std::int64_t n = 1 + draws.below(4); n > 0; --n) {
        const std::int64_t length = 1 + draws.below(150);
        account.push_back(each);
        tier.emplace_back(1, "HLT"[draws.below(3)]);
        from.push_back(static_cast<std::int32_t>(day));
        to.push_back(static_cast<std::int32_t>(day + length));
        day += length;
        if (draws.below(4) == 0) day += draws.below(30);
      }
      for (std::int64_t n = draws.below(25); n > 0; --n) {
        touched.push_back(each);
        date.push_back(static_cast<std::int32_t>(draws.below(450)));
        channel.emplace_back(draws.below(2) == 1 ? "call" : "email");
      }
    }
  }
};

}  // namespace

TEST_SUITE("coverage/cadence") {
  TEST_CASE("a case worked by hand") {
    const Touches touches(touched());
    const auto out = cadence(touches, spans(), plan(), {.as_of = tables::date("2024-03-12")});
    CHECK(text(out.account) == "a b c t");
    CHECK(text(out.tier) == "H H L T");
    CHECK(text(out.start) == "2024-01-01 2024-03-01 2024-01-01 2024-01-01");
    CHECK(text(out.last_touch) == "2024-03-01 2024-03-05 open open");
    CHECK(out.touches == std::vector<std::int64_t>{2, 1, 0, 0});
    CHECK(out.days_since == std::vector<std::int64_t>{11, 7, 71, 71});
    CHECK(text(out.due) == "2024-03-08 2024-03-12 2024-01-31 open");
    CHECK(out.overdue_days == std::vector<std::int64_t>{4, 0, 41, 0});
    CHECK(out.gap == std::vector<std::uint8_t>{1, 0, 1, 0});
    CHECK(!out.csm.present());
    CHECK(out.counted == "all touches");
    CHECK(tables::codes(out.findings) == "touch_of_no_tier");  // of x, and of b while it was away
    CHECK(out.findings[0].rows == std::vector<std::int64_t>{3, 5});
    CHECK(out.findings[0].message ==
          "cadence: row 3: the account has no tier on the day of the touch, which does not count");

    const auto share = coverage_share(touches, spans(), plan(), {.as_of = tables::date("2024-03-12")});
    CHECK(text(share.tier) == "H L T");
    CHECK(share.accounts == std::vector<std::int64_t>{2, 1, 1});
    CHECK(share.covered == std::vector<std::int64_t>{1, 0, 1});
    CHECK(share.never_touched == std::vector<std::int64_t>{0, 1, 1});
    CHECK(share.share[0] == .5);
    CHECK(share.share[1] == 0);
    CHECK(std::isnan(share.share[2]));
    CHECK(share.overdue_days == std::vector<std::int64_t>{4, 41, 0});

    const auto gaps = coverage_gaps(touches, spans(), plan(), {.as_of = tables::date("2024-03-12")});
    // a is overdue from the day on which its tier asks for more; b up to the day on which it left
    CHECK(text(gaps.account) == "a a b c");
    CHECK(text(gaps.start) == "2024-02-01 2024-03-09 2024-01-13 2024-02-01");
    CHECK(text(gaps.end) == "2024-03-01 open 2024-02-01 open");
    CHECK(gaps.days == std::vector<std::int64_t>{29, 4, 19, 41});
    CHECK(gaps.touched == std::vector<std::uint8_t>{1, 0, 0, 0});

    const auto mix = response_mix(touches, spans(), plan(), {.as_of = tables::date("2024-03-12")});
    CHECK(mix.touches == std::vector<std::int64_t>{1, 1, 0, 1, 0, 0, 0, 0, 0});
    CHECK(mix.share[0] == .5);
    CHECK(mix.hours == std::vector<double>{.5, 2, 0, 1, 0, 0, 0, 0, 0});
    CHECK(std::isnan(mix.share[6]));
  }
  TEST_CASE("what comes after as_of is not known") {
    const Touches touches(touched());
    const auto out = cadence(touches, spans(), plan(), {.as_of = tables::date("2024-01-31")});
    CHECK(text(out.tier) == "L H L T");  // that b leaves the next day is not known either
    CHECK(text(out.last_touch) == "2024-01-20 2024-01-05 open open");
    const auto latest = cadence(touches, spans(), plan());
    CHECK(to_string(*latest.as_of) == "2024-03-05");
    CHECK(latest.as_of_inferred);
    CHECK(latest.findings[0].message == "cadence: as_of = 2024-03-05 is the latest day in the tables");
    for (std::int32_t day = tables::day("2024-01-01"); day < tables::day("2024-03-20"); ++day) {
      const CadenceOptions options{.as_of = Date{day}};
      const auto now = cadence(touches, spans(), plan(), options);
      const auto gaps = coverage_gaps(touches, spans(), plan(), options);
      CHECK(sum(now.gap) == std::count(gaps.end.days.begin(), gaps.end.days.end(), open));
    }
  }
  TEST_CASE("only touches that are asked for count, and the result says so") {
    const auto out = cadence(Touches(touched()), spans(), plan(),
                             {.as_of = tables::date("2024-03-12"), .channels = {"call", "fax"}});
    CHECK(out.counted == "channels call, fax");
    CHECK(text(out.last_touch) == "2024-01-20 2024-03-05 open open");
    TouchColumns columns = touched();
    columns.direction = Texts{"out", "in", "out", "out", "out", "out"};
    const auto both =
        cadence(Touches(columns), spans(), plan(),
                {.as_of = tables::date("2024-03-12"), .channels = {"call"}, .directions = {"in"}});
    CHECK(both.counted == "channels call; directions in");
    CHECK(sum(both.touches) == 0);
    CHECK_THROWS_WITH(cadence(Touches(touched()), spans(), plan(), {.directions = {"in"}}),
                      "cadence: directions = \"in\" is asked for, but touches do not tell theirs");
  }
  TEST_CASE("owners and groups, as of the day") {
    const Owners owners({.account = Texts{"a", "a", "c"},
                         .csm = Texts{"x", "y", "x"},
                         .valid_from = days({"2024-01-01", "2024-02-01", "2024-01-01"})});
    const revenue::Accounts accounts({.account = Texts{"a", "b", "c"},
                                      .attributes = {{"region", tables::ids_with_nulls({"EU", "", "US"})},
                                                     {"plan", Texts{"p", "p", "p"}}}});
    CadenceOptions options{.as_of = tables::date("2024-03-12"), .owners = owners, .accounts = accounts};
    CHECK(text(cadence(Touches(touched()), spans(), plan(), options).csm) == "y null x null");
    options.by = {"region"};
    const auto share = coverage_share(Touches(touched()), spans(), plan(), options);
    CHECK(text(share.group) == "EU EU EU US US US null null null");
    CHECK(share.accounts == std::vector<std::int64_t>{1, 0, 0, 0, 1, 0, 1, 0, 1});
    options.by = {"region", "plan"};
    const auto mix = response_mix(Touches(touched()), spans(), plan(), options);
    CHECK(mix.group.text(0) == "EU, p");
    CHECK(sum(mix.touches) == 3);
    options.by = {"size"};
    CHECK_THROWS_WITH(coverage_share(Touches(touched()), spans(), plan(), options),
                      "Accounts: attribute = \"size\" is not there; the attributes are region, plan");
    options.accounts = {};
    CHECK_THROWS_WITH(coverage_share(Touches(touched()), spans(), plan(), options),
                      "coverage_share: by = \"size\" needs accounts, whose attributes make the groups");
  }
  TEST_CASE("the figures of a day-by-day count in Python") {
    const Drawn drawn;
    const TierSpans tiers(
        {.account = drawn.account, .tier = drawn.tier, .valid_from = drawn.from, .valid_to = drawn.to});
    const Touches touches({.account = drawn.touched, .date = drawn.date, .channel = drawn.channel});
    struct Expected {
      std::vector<std::string> channels;
      std::int64_t live, overdue, since, gaps, overdue_days, touched;
      std::vector<std::int64_t> covered;
    };
    const std::vector<Expected> cases{{{}, 12, 3, 616, 121, 4585, 79, {1, 3, 5}},
                                      {{"call"}, 12, 6, 1184, 103, 5445, 52, {0, 1, 5}}};
    for (const auto& each : cases) {
      const CadenceOptions options{.as_of = Date{400}, .channels = each.channels};
      const auto now = cadence(touches, tiers, plan(), options);
      CHECK(static_cast<std::int64_t>(now.gap.size()) == each.live);
      CHECK(sum(now.gap) == each.overdue);
      CHECK(sum(now.days_since) == each.since);
      const auto gaps = coverage_gaps(touches, tiers, plan(), options);
      CHECK(static_cast<std::int64_t>(gaps.days.size()) == each.gaps);
      CHECK(sum(gaps.days) == each.overdue_days);
      CHECK(sum(gaps.touched) == each.touched);
      const auto share = coverage_share(touches, tiers, plan(), options);
      CHECK(share.covered == each.covered);
      CHECK(share.accounts == std::vector<std::int64_t>{3, 4, 5});
    }
  }
  TEST_CASE("a simulated company: sums of tiers are those of accounts, in any order of rows") {
    const company::Company made = company::simulate(300, 9);
    const auto ids = [](const Frame& frame, const char* name) { return std::get<IdColumn>(frame.at(name)); };
    const auto day = [](const Frame& frame, const char* name) { return std::get<Days>(frame.at(name)).days; };
    const auto& owners = made.owners;
    const revenue::Accounts accounts({.account = ids(made.accounts, "account"),
                                      .attributes = {{"segment", ids(made.accounts, "segment")}}});
    std::vector<std::uint32_t> tier;
    auto names = std::make_shared<Ids>();
    const auto known = accounts.match(*ids(owners, "account").ids());
    for (const auto code : ids(owners, "account").codes())
      tier.push_back(
          names->encode(accounts.attribute_ids(0)->text(accounts.attribute_on(known[code], 0, Date{20000}))));
    const TierSpans tiers({.account = ids(owners, "account"),
                           .tier = IdColumn(tier, names),
                           .valid_from = day(owners, "valid_from"),
                           .valid_to = day(owners, "valid_to")});
    const TierPlan segments(
        {.tier = Texts{"enterprise", "mid_market", "small_business"}, .cadence_days = Reals{14, 30, 90}});
    const Touches touches({.account = ids(made.touches, "account"),
                           .date = day(made.touches, "date"),
                           .channel = ids(made.touches, "channel"),
                           .csm = ids(made.touches, "csm"),
                           .direction = ids(made.touches, "direction")});
    const CadenceOptions options{
        .as_of = tables::date("2024-12-31"), .accounts = accounts, .by = {"segment"}};
    const auto now = cadence(touches, tiers, segments, options);
    const auto share = coverage_share(touches, tiers, segments, options);
    CHECK(now.gap.size() > 80);
    CHECK(sum(share.accounts) == static_cast<std::int64_t>(now.gap.size()));
    CHECK(sum(share.accounts) - sum(share.covered) == sum(now.gap));
    CHECK(sum(share.overdue_days) == sum(now.overdue_days));
    for (std::size_t i = 0; i < share.share.size(); ++i)
      if (share.accounts[i] > 0) CHECK(share.group.text(i) == share.tier.text(i));
    const auto gaps = coverage_gaps(touches, tiers, segments, options);
    CHECK(std::count(gaps.end.days.begin(), gaps.end.days.end(), open) == sum(now.gap));
    const auto mix = response_mix(touches, tiers, segments, options);
    CHECK(mix.touches.empty());
    CHECK(mix.findings[0].message == "response_mix: touches have no column response; there is no mix");
  }
  TEST_CASE("empty") {
    const Touches touches({.account = Texts{}, .date = tables::Days{}});
    const TierSpans none({.account = Texts{}, .tier = Texts{}, .valid_from = tables::Days{}});
    const auto out = cadence(touches, none, plan());
    CHECK(!out.as_of);
    CHECK(out.gap.empty());
    CHECK(coverage_share(touches, none, plan()).accounts == std::vector<std::int64_t>{0, 0, 0});
    CHECK(coverage_gaps(touches, none, plan()).days.empty());
    CHECK(response_mix(touches, none, plan()).share.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    const Touches touches(touched());
    CHECK_THROWS_WITH(cadence(touches, spans(), TierPlan({.tier = Texts{"H"}, .cadence_days = Reals{7}})),
                      "cadence: tier[0] = \"L\" is not in the plan; its tiers are H");
    CHECK_THROWS_WITH(cadence(touches, spans(), TierPlan({.tier = Texts{"H", "L", "T"}})),
                      "cadence: cadence_days is null for every tier of the plan; nothing would ever be due");
    CHECK_THROWS_WITH(cadence(touches, spans(), plan(), {.as_of = Date{max_day + 1}}),
                      "cadence: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31");
    CHECK_THROWS_WITH(
        cadence(Touches({.account = tables::Counts{1}, .date = tables::Days{1}}), spans(), plan()),
        "cadence: account = integers cannot be matched with ids that are texts");
  }
}
