// SPDX-License-Identifier: MIT
#include <fealty/adoption/milestone_funnel.hpp>
#include <fealty/adoption/time_to_value.hpp>
#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>
#include "adoption/journeys.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::adoption;  // NOLINT(google-build-using-namespace)
using Counts = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

namespace {

Milestones some() {
  return test::milestones({{"a", "signed", "2024-01-01"},
                           {"a", "onboarded", "2024-01-11"},
                           {"a", "adopted", "2024-01-31"},
                           {"b", "signed", "2024-01-01"},
                           {"b", "onboarded", "2024-01-21"},
                           {"c", "signed", "2024-01-01"},
                           {"c", "left", "2024-01-06"},
                           {"d", "signed", "2024-01-01"},
                           {"d", "onboarded", "2024-01-03"},
                           {"d", "left", "2024-02-02"},
                           {"e", "signed", "2024-01-30"}});
}
MilestoneFunnelOptions three() {
  return {.steps = {"signed", "onboarded", "adopted"}, .churn = "left", .as_of = parse_date("2024-02-29")};
}
const Finding* find(const MilestoneFunnel& funnel, const std::string& code) {
  for (const Finding& each : funnel.findings)
    if (each.code == code) return &each;
  return nullptr;
}
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}
/// The first day by which a share of those who started had come on, where all is known.
double recount(std::vector<double> days, std::int64_t started, double share) {
  std::sort(days.begin(), days.end());
  for (std::size_t i = 0; i < days.size(); ++i)
    if (static_cast<double>(i + 1) >= share * static_cast<double>(started)) return days[i];
  return std::nan("");
}

}  // namespace

TEST_SUITE("adoption/milestone_funnel") {
  TEST_CASE("who comes on, who leaves, who still waits, and how long it takes") {
    const auto funnel = milestone_funnel(some(), three());
    CHECK(funnel.step == Texts{"signed", "onboarded", "adopted"});
    CHECK(funnel.reached == Counts{5, 3, 1});
    CHECK(funnel.churned == Counts{0, 1, 1});
    CHECK(funnel.waiting == Counts{0, 1, 1});
    CHECK(std::isnan(funnel.from_previous[0]));
    CHECK(funnel.from_previous[1] == .6);
    CHECK(funnel.from_previous[2] == doctest::Approx(1.0 / 3).epsilon(1e-12));
    CHECK(same(funnel.from_first, {1, .6, .2}));
    // To onboarding at 2 one of five, at 5 one leaves, at 10 one of three, at 20 one of two: 1/5, 2/5, 3/5.
    CHECK(same(funnel.lower_quartile, {std::nan(""), 10, 20}));
    CHECK(same(funnel.median, {std::nan(""), 20, std::nan("")}));
    CHECK(same(funnel.upper_quartile, {std::nan(""), std::nan(""), std::nan("")}));
    CHECK(same(funnel.reached_lower_quartile, {std::nan(""), 2, 20}));
    CHECK(same(funnel.reached_median, {std::nan(""), 10, 20}));
    CHECK(same(funnel.reached_upper_quartile, {std::nan(""), 20, 20}));
    CHECK(funnel.out_of_order == Counts{0, 0, 0});
    CHECK(funnel.findings.empty());
    CHECK(funnel.churn == "left");
    CHECK(funnel.as_of == parse_date("2024-02-29"));
    CHECK(!funnel.as_of_inferred);
  }

  TEST_CASE("steps out of order count without a time; those after a skipped one or leaving do not count") {
    const auto funnel = milestone_funnel(test::milestones({{"a", "signed", "2024-01-11"},
                                                           {"a", "onboarded", "2024-01-01"},
                                                           {"a", "adopted", "2024-01-15"},
                                                           {"b", "signed", "2024-01-01"},
                                                           {"b", "adopted", "2024-01-21"},
                                                           {"c", "onboarded", "2024-01-01"},
                                                           {"d", "left", "2024-01-01"},
                                                           {"d", "signed", "2024-01-03"},
                                                           {"e", "signed", "2024-01-03"},
                                                           {"e", "left", "2024-01-04"},
                                                           {"e", "onboarded", "2024-01-05"}}),
                                         three());
    CHECK(funnel.reached == Counts{3, 1, 1});
    CHECK(funnel.churned == Counts{0, 1, 0});
    CHECK(funnel.waiting == Counts{0, 1, 0});
    CHECK(funnel.out_of_order == Counts{0, 1, 0});
    CHECK(std::isnan(funnel.reached_median[1]));
    CHECK(funnel.reached_median[2] == 4);  // from the day by which it was signed and onboarded
    REQUIRE(funnel.findings.size() == 5);
    CHECK(find(funnel, "step_out_of_order")->message ==
          "row 1: account a came to onboarded on 2024-01-01, before it had come to signed and all before "
          "that; it counts, but not how long it took");
    CHECK(find(funnel, "skipped_step")->message ==
          "row 4: account b came to adopted on 2024-01-21, and never came to onboarded; it does not count");
    CHECK(find(funnel, "milestone_without_start")->message ==
          "row 5: account c came to onboarded on 2024-01-01, and never came to signed; it is left out");
    CHECK(find(funnel, "milestone_before_start")->message ==
          "row 6: account d came to left on 2024-01-01, before signed on 2024-01-03; it is left out");
    CHECK(find(funnel, "milestone_after_churn")->message ==
          "row 10: account e came to onboarded on 2024-01-05, after it left on 2024-01-04; it counts as one "
          "that left");
  }

  TEST_CASE("groups are those of the first step: attributes and cohorts") {
    auto options = three();
    options.accounts =
        revenue::Accounts({.account = Texts{"a", "b", "c", "d"},
                           .attributes = {{"plan", IdColumn(Texts{"pro", "pro", "free", "free"})}}});
    options.by = {"plan"};
    const auto funnel = milestone_funnel(some(), options);
    REQUIRE(funnel.step.size() == 9);
    CHECK(funnel.group.text(0) == "free");
    CHECK(funnel.group.text(3) == "pro");
    CHECK(funnel.group.text(6) == "null");
    CHECK(funnel.reached == Counts{2, 1, 0, 2, 2, 1, 1, 0, 0});
    CHECK(funnel.churned == Counts{0, 1, 1, 0, 0, 0, 0, 0, 0});
    CHECK(std::isnan(funnel.from_previous[8]));
    options.by = {"cohort"};
    options.cohort = Period::week;
    const auto cohorts = milestone_funnel(some(), options);
    CHECK(cohorts.group.text(0) == "2024-W01");
    CHECK(cohorts.group.text(3) == "2024-W05");
    CHECK(cohorts.reached == Counts{4, 3, 1, 1, 0, 0});
  }

  TEST_CASE("of two steps it has the quartiles of time to value") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      const auto table = test::RandomMilestones(seed, 60, {"signed", "first_value", "left"}).table();
      const Date as_of{static_cast<std::int32_t>(40 + seed)};
      const auto funnel =
          milestone_funnel(table, {.steps = {"signed", "first_value"}, .churn = "left", .as_of = as_of});
      const auto value = time_to_value(table, {.churn = "left", .as_of = as_of}).summary;
      if (funnel.step.empty()) continue;
      CAPTURE(seed);
      CHECK(funnel.reached[1] - funnel.out_of_order[1] == value.reached[0]);
      CHECK(funnel.churned[1] == value.churned[0]);
      CHECK(funnel.waiting[1] == value.waiting[0]);
      CHECK(same({funnel.lower_quartile[1], funnel.median[1], funnel.upper_quartile[1]},
                 {value.lower_quartile[0], value.median[0], value.upper_quartile[0]}));
    }
  }

  TEST_CASE("a simulated company's funnel is a recount, whose quartiles need no estimate once all is over") {
    const company::Company company = company::simulate(400, 3, {.months = 36});
    const auto& whose = std::get<IdColumn>(company.milestones.at("account"));
    const auto& what = std::get<IdColumn>(company.milestones.at("milestone"));
    const auto& when = std::get<Days>(company.milestones.at("date")).days;
    const Texts steps{"signed", "onboarded", "first_value", "adopted"};
    std::map<std::uint32_t, std::map<std::string, std::int32_t>> days;
    std::int32_t last = 0;
    std::vector<std::uint32_t> account;
    Texts milestone;
    std::vector<std::int32_t> date;
    for (std::size_t i = 0; i < whose.size(); ++i) {
      const auto [at, is_new] = days[whose.codes()[i]].try_emplace(what.text(i), when[i]);
      if (!is_new) at->second = std::min(at->second, when[i]);
      last = std::max(last, when[i]);
      account.push_back(whose.codes()[i]), milestone.push_back(what.text(i)), date.push_back(when[i]);
    }
    std::vector<std::int64_t> reached(4);
    std::vector<std::vector<double>> took(4);
    for (const auto& [id, day] : days) {
      for (std::size_t step = 0; step < 4 && day.count(steps[step]) != 0; ++step) {
        ++reached[step];
        if (step > 0) took[step].push_back(day.at(steps[step]) - day.at(steps[step - 1]));
      }
      account.push_back(id), milestone.emplace_back("left"), date.push_back(last + 1);  // all leave at last
    }
    const auto funnel = milestone_funnel(
        Milestones({.account = IdColumn(account, whose.ids()), .milestone = milestone, .date = date}),
        {.churn = "left"});
    CHECK(funnel.reached == reached);
    CHECK(funnel.waiting == Counts{0, 0, 0, 0});
    for (std::size_t step = 1; step < 4; ++step) {
      REQUIRE(reached[step] > 100);
      CHECK(funnel.churned[step] == reached[step - 1] - reached[step]);
      CHECK(funnel.reached_median[step] == recount(took[step], reached[step], .5));
      CHECK(same({funnel.lower_quartile[step], funnel.median[step], funnel.upper_quartile[step]},
                 {recount(took[step], reached[step - 1], .25), recount(took[step], reached[step - 1], .5),
                  recount(took[step], reached[step - 1], .75)}));
    }
  }

  TEST_CASE("rows in any order are the same funnel") {
    test::RandomMilestones random(8, 80, {"signed", "onboarded", "first_value", "adopted", "left"});
    const auto funnel = milestone_funnel(random.table(), {.churn = "left"});
    std::reverse(random.date.begin(), random.date.end());
    std::reverse(random.account.begin(), random.account.end());
    std::reverse(random.milestone.begin(), random.milestone.end());
    const auto again = milestone_funnel(random.table(), {.churn = "left"});
    CHECK(again.reached == funnel.reached);
    CHECK(again.churned == funnel.churned);
    CHECK(same(again.median, funnel.median));
    CHECK(again.findings.size() == funnel.findings.size());
  }

  TEST_CASE("no account and one") {
    const auto none = milestone_funnel(test::milestones({}));
    CHECK(none.step.empty());
    CHECK(!none.as_of);
    const auto one = milestone_funnel(test::milestones({{"a", "signed", "2024-01-10"}}));
    CHECK(one.reached == Counts{1, 0, 0, 0});
    CHECK(one.waiting == Counts{0, 1, 0, 0});
    CHECK(find(one, "no_competing_event") != nullptr);
    CHECK(find(one, "unknown_milestone")->message ==
          "milestone_funnel: steps[1] = \"onboarded\" is the milestone of no row; there are signed");
  }

  TEST_CASE("bad settings are refused by name") {
    const auto refuses = [](const MilestoneFunnelOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(milestone_funnel(some(), options), message, InvalidInput);
    };
    refuses({.steps = {"signed"}}, "milestone_funnel: steps = 1 are too few; a funnel has two or more");
    refuses({.steps = {"signed", "adopted", "signed"}},
            "milestone_funnel: steps[2] = \"signed\" is steps[0] too; they are two milestones");
    refuses({.steps = {"signed", ""}}, "milestone_funnel: steps[1] = \"\" is no milestone");
    refuses({.by = {"plan"}}, "milestone_funnel: by = \"plan\" is no attribute of the lives; there are none");
    refuses({.fiscal_year_start = 0}, "milestone_funnel: fiscal_year_start = 0 is not a month from 1 to 12");
  }
}
