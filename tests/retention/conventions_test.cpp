// SPDX-License-Identifier: MIT
#include <fealty/retention/conventions.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/tables.hpp"

#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/policy_json.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using revenue::mrr_ledger;
using revenue::SubscriptionColumns;
using revenue::Subscriptions;
using tables::Counts;
using tables::date;
using tables::days;
using tables::Texts;

namespace {

/// The five accounts of Gold (2020), Fighting Churn with Data, ch. 2, seen over March 2020.
SubscriptionColumns five_accounts() {
  return {.account = Texts{"a1", "a2", "a2", "a3", "a3", "a4", "a5", "a5"},
          .start = days({"2020-01-10", "2020-01-10", "2020-03-10", "2020-01-10", "2020-03-20", "2020-03-05",
                         "2020-01-10", "2020-03-25"}),
          .end = days({"2020-03-15", "open", "open", "2020-03-20", "open", "open", "2020-03-10", "open"}),
          .mrr_minor = Counts{10000, 10000, 4000, 10000, 6000, 50000, 8000, 8000},
          .currency = "USD"};
}
revenue::MrrLedger march(const SubscriptionColumns& columns) {
  return mrr_ledger(Subscriptions(columns), {.as_of = date("2020-03-31")});
}

std::string line(const Conventions& all, std::size_t i) {
  const bool logos = all.measure[i] == RetentionMeasure::logo_retention;
  return logos ? fmt::format("{}/{}", all.retained_accounts[i], all.base_accounts[i])
               : fmt::format("{}/{}", all.retained.minor[i] / 100, all.base.minor[i] / 100);
}
/// "part/whole" of a measure by a convention; empty when there is none.
std::string share(const Conventions& all, RetentionMeasure measure, std::string_view name) {
  for (std::size_t i = 0; i < all.value.size(); ++i)
    if (all.measure[i] == measure && all.convention[i] == name) return line(all, i);
  return "";
}

}  // namespace

TEST_SUITE("retention/conventions") {
  TEST_CASE("the same month of five accounts, by every convention") {
    SubscriptionColumns columns = five_accounts();
    columns.subscription = Texts{"s1", "s2", "s2b", "s3", "s3", "s4", "s5", "s5"};
    const Conventions all = conventions(march(columns), {.window = 1, .draws = 0});
    using enum RetentionMeasure;
    const auto check = [&](RetentionMeasure measure, std::string_view name, std::string_view want) {
      CAPTURE(name);
      CHECK(share(all, measure, name) == want);
    };
    // a2 grows by 40, a3 shrinks by 40, a1 leaves with 100; a5's pause is seen between days alone.
    check(nrr, "cohort", "280/380");
    check(nrr, "movement", "280/380");
    check(nrr, "chained", "280/380");
    check(nrr, "by_event", "200/380");  // and churn of 80, whose return is not retained
    check(nrr, "first_day", "380/380");
    check(nrr, "any_day", "560/380");  // both rows of a switch count
    check(nrr, "by_subscription", "240/380");
    check(nrr, "preset_chartmogul", "280/380");  // every event, returns retained
    check(nrr, "preset_stripe", "200/380");
    check(nrr, "preset_profitwell", "280/380");
    check(nrr, "preset_chargebee", "240/380");  // 40 more is a new subscription
    check(grr, "cohort", "240/380");
    check(grr, "running_minimum", "240/380");
    check(grr, "by_event", "160/380");
    check(grr, "any_day", "380/380");
    check(logo_retention, "cohort", "3/4");
    check(logo_retention, "uninterrupted", "3/4");
    check(logo_retention, "by_event", "2/4");
    check(logo_retention, "opening_and_new", "4/5");
    check(logo_retention, "preset_stripe", "3/5");
    check(logo_retention, "first_day", "4/4");
    for (std::size_t i = 0; i < all.value.size(); ++i) CHECK_FALSE(all.definition[i].empty());
    CHECK(all.period == date("2020-03-01"));
    CHECK(all.period_end == date("2020-03-31"));
    CHECK(all.window == 1);
  }

  TEST_CASE(
      "the ledger's own forms are those of revenue_retention and logo_retention, with their intervals") {
    naive::Random random(5);
    const auto table = ledger_checks::subscriptions(naive::random_rows(random, {.accounts = 80, .rows = 6}));
    const auto ledger = mrr_ledger(table);
    const Conventions all = conventions(ledger, {.window = 3, .draws = 200, .seed = 7});
    const std::pair<NetForm, const char*> net[] = {{NetForm::cohort, "cohort"},
                                                   {NetForm::movement, "movement"},
                                                   {NetForm::chained, "chained"},
                                                   {NetForm::mean_annualized, "mean_annualized"},
                                                   {NetForm::weighted, "weighted"}};
    const auto row = [&](RetentionMeasure measure, std::string_view name) {
      std::size_t i = 0;
      while (all.measure[i] != measure || all.convention[i] != name) ++i;
      return i;
    };
    std::size_t at = ledger.periods().complete.size() - 1;
    while (ledger.periods().complete[at] == 0) --at;
    for (const auto& each : net) {
      const auto out =
          revenue_retention(ledger, {.window = 3, .nrr_form = each.first, .draws = 200, .seed = 7});
      const std::size_t i = row(RetentionMeasure::nrr, each.second);
      CHECK(all.value[i] == out.nrr[at - 3]);
      if (each.first == NetForm::cohort) CHECK(all.lower[i] == out.nrr_lower[at - 3]);
      else CHECK(std::isnan(all.lower[i]));
    }
    const auto logos = logo_retention(ledger, {.window = 3});
    const std::size_t i = row(RetentionMeasure::logo_retention, "cohort");
    CHECK(all.value[i] == logos.retention[at - 3]);
    CHECK(all.lower[i] == logos.lower[at - 3]);
    CHECK(all.upper[i] == logos.upper[at - 3]);
  }

  TEST_CASE("a convention is named once for each measure, and tells the policy it was made with") {
    const auto ledger = march(five_accounts());
    const Conventions all = conventions(ledger, {.window = 1});
    std::set<std::pair<RetentionMeasure, std::string>> names;
    for (std::size_t i = 0; i < all.value.size(); ++i) names.emplace(all.measure[i], all.convention[i]);
    CHECK(names.size() == all.value.size());
    CHECK(all.fingerprint.front() == revenue::policy_fingerprint(ledger.policy()));
    CHECK(share(all, RetentionMeasure::nrr, "by_subscription").empty());  // the table has none
    CHECK(share(all, RetentionMeasure::nrr, "preset_chargebee").empty());
    CHECK(share(all, RetentionMeasure::nrr, "by_period").empty());  // it is the ledger's own
  }

  TEST_CASE("what the rates of exchange have no answer for is left out") {
    SubscriptionColumns columns = five_accounts();
    columns.currency = "EUR";
    const revenue::ExchangeRates one_day({.date = days({"2020-03-31"}),
                                          .base = Texts{"EUR"},
                                          .quote = Texts{"USD"},
                                          .rate = std::vector<double>{2}});
    const auto ledger =
        mrr_ledger(Subscriptions(columns), {.as_of = date("2020-03-31"),
                                            .policy = {.ledger = {.exchange = revenue::ExchangeRule::fixed,
                                                                  .exchange_date = date("2020-03-31")}},
                                            .reporting_currency = "USD",
                                            .exchange_rates = one_day});
    const Conventions all = conventions(ledger, {.window = 1});
    CHECK(share(all, RetentionMeasure::nrr, "cohort") == "560/760");
    CHECK(share(all, RetentionMeasure::nrr, "by_event") == "400/760");
    CHECK(share(all, RetentionMeasure::nrr, "preset_chartmogul").empty());  // asks for those of each start
  }

  TEST_CASE("the period may be named; by default it is the last complete one") {
    const auto ledger = mrr_ledger(Subscriptions(five_accounts()), {.as_of = date("2020-04-10")});
    CHECK(conventions(ledger, {.window = 1}).period == date("2020-03-01"));
    CHECK(conventions(ledger, {.period = "2020-02", .window = 1}).period == date("2020-02-01"));
    CHECK(conventions(ledger, {.period = "2020-04-05", .window = 2}).period == date("2020-04-01"));
  }

  TEST_CASE("refuses what it has no answer for") {
    const auto ledger = march(five_accounts());
    CHECK_THROWS_WITH_AS(
        conventions(ledger),
        "conventions: window = 12 reaches back beyond the ledger, which has 2 periods before "
        "2020-03",
        InvalidInput);
    CHECK_THROWS_WITH_AS(conventions(ledger, {.period = "2021-01", .window = 1}),
                         "conventions: period = \"2021-01\" is not one of 2020-01 to 2020-03", InvalidInput);
    CHECK_THROWS_WITH_AS(conventions(ledger, {.window = 0}), "conventions: window = 0 is below 1",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(conventions(ledger, {.window = 1, .draws = -1}),
                         "conventions: draws = -1 is negative", InvalidInput);
    CHECK_THROWS_WITH_AS(conventions(ledger, {.window = 1, .confidence = 95}),
                         "conventions: confidence = 95 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(conventions(mrr_ledger(tables::subscriptions({}))),
                         "conventions: period is not given, and the ledger has no complete one",
                         InvalidInput);
  }
}
