// SPDX-License-Identifier: MIT
#include <fealty/adoption/onboarding_rate.hpp>
#include <fealty/adoption/time_to_value.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include "adoption/journeys.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::adoption;  // NOLINT(google-build-using-namespace)
using Counts = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

/// January's window of 30 days has closed on March 1, February's has not.
Milestones some() {
  return test::milestones({{"a", "signed", "2024-01-01"},
                           {"a", "onboarded", "2024-01-31"},  // on the last day of its window
                           {"b", "signed", "2024-01-05"},
                           {"b", "onboarded", "2024-02-05"},  // too late
                           {"c", "signed", "2024-01-31"},
                           {"c", "left", "2024-02-10"},
                           {"d", "signed", "2024-01-31"},
                           {"d", "onboarded", "2024-01-31"},
                           {"e", "signed", "2024-01-31"},
                           {"f", "signed", "2024-02-02"},
                           {"f", "onboarded", "2024-02-12"},
                           {"g", "signed", "2024-02-02"},
                           {"h", "signed", "2024-02-20"},
                           {"i", "signed", "2024-03-01"}});
}
OnboardingRateOptions thirty() {
  return {.churn = "left", .window_days = 30, .as_of = parse_date("2024-03-03")};
}
std::string codes(const OnboardingRate& rate) {
  std::string out;
  for (const Finding& each : rate.findings) out += (out.empty() ? "" : " ") + each.code;
  return out;
}

}  // namespace

TEST_SUITE("adoption/onboarding_rate") {
  TEST_CASE(
      "a share where the window has closed, an estimate where it is open, none where nobody got there") {
    const auto rate = onboarding_rate(some(), thirty());
    REQUIRE(rate.rate.size() == 3);
    CHECK(to_string(Date{rate.period.days[1]}) == "2024-02-01");
    CHECK(to_string(Date{rate.period_end.days[1]}) == "2024-02-29");
    CHECK(rate.complete == std::vector<std::uint8_t>{1, 0, 0});
    CHECK(rate.started == Counts{5, 3, 1});
    CHECK(rate.onboarded == Counts{2, 1, 0});
    CHECK(rate.churned == Counts{1, 0, 0});
    CHECK(rate.missed == Counts{2, 1, 0});
    CHECK(rate.undecided == Counts{0, 1, 1});
    CHECK(rate.rate[0] == near(.4));
    CHECK(rate.lower[0] == near(.11762077423264793));  // Wilson's of 2 of 5
    CHECK(rate.upper[0] == near(.769275718723987));
    CHECK(rate.rate[1] == near(1.0 / 3));  // f on day 10, when all three were at risk
    CHECK(rate.lower[1] < 1.0 / 3);
    CHECK(rate.upper[1] > 1.0 / 3);
    CHECK(std::isnan(rate.rate[2]));
    CHECK(rate.small_base == std::vector<std::uint8_t>{1, 1, 1});
    CHECK(rate.total_started == 5);
    CHECK(rate.total_onboarded == 2);
    CHECK(rate.total_rate == near(.4));
    CHECK(rate.total_lower == rate.lower[0]);
    CHECK(rate.window_days == 30);
    CHECK(rate.start == "signed");
    CHECK(rate.milestone == "onboarded");
    CHECK(codes(rate) == "horizon_beyond_support");
    CHECK(rate.findings[0].message ==
          "onboarding_rate: window_days 30 is longer than any account was seen that started in 2024-03");
  }

  TEST_CASE("leaving ends the chance to be onboarded") {
    // At 5 one of four leaves, at 10 one of two is onboarded: 3/4 x 1/2. As if it was last seen: 1/2.
    const auto rate =
        onboarding_rate(test::milestones({{"a", "signed", "2024-02-01"},
                                          {"a", "left", "2024-02-06"},
                                          {"b", "signed", "2024-02-22"},
                                          {"c", "signed", "2024-02-01"},
                                          {"c", "onboarded", "2024-02-11"},
                                          {"d", "signed", "2024-02-01"}}),
                        {.churn = "left", .window_days = 28, .as_of = parse_date("2024-02-29")});
    CHECK(rate.rate[0] == near(.375));
  }

  TEST_CASE("groups and other periods") {
    auto options = thirty();
    options.accounts = revenue::Accounts(
        {.account = Texts{"a", "b", "c", "d", "e", "f"},
         .attributes = {{"plan", IdColumn(Texts{"pro", "pro", "free", "free", "pro", "free"})}}});
    options.by = {"plan"};
    options.period = Period::year;
    const auto rate = onboarding_rate(some(), options);
    REQUIRE(rate.rate.size() == 3);
    CHECK(rate.group.text(0) == "free");
    CHECK(rate.group.text(1) == "pro");
    CHECK(rate.group.text(2) == "null");
    CHECK(rate.started == Counts{3, 3, 3});
    CHECK(rate.onboarded == Counts{2, 1, 0});
    CHECK(rate.rate[1] == near(1.0 / 3));
    CHECK(rate.complete == std::vector<std::uint8_t>{0, 0, 0});
    CHECK(rate.total_started == 0);
    CHECK(std::isnan(rate.total_rate));
    CHECK(std::isnan(rate.total_lower));
  }

  TEST_CASE("counts are those of a recount, and estimates those of the curve, in any order of rows") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      test::RandomMilestones random(seed, 80, {"signed", "onboarded", "left"});
      const OnboardingRateOptions options{.churn = "left",
                                          .window_days = static_cast<std::int32_t>(seed % 25),
                                          .period = Period::week,
                                          .as_of = Date{static_cast<std::int32_t>(30 + seed % 40)}};
      const auto rate = onboarding_rate(random.table(), options);
      const ValueLifetimesOptions asked{
          .value = "onboarded", .churn = "left", .as_of = options.as_of, .cohort = Period::week};
      const survival::Lifetimes table = value_lifetimes(random.table(), asked);
      const auto& lives = table.data();
      const auto curve = time_to_value(random.table(), {.value = "onboarded",
                                                        .churn = "left",
                                                        .as_of = options.as_of,
                                                        .by = {"cohort"},
                                                        .cohort = Period::week})
                             .curve;
      const auto& start = std::get<Days>(lives.attributes.at("start")).days;
      CAPTURE(seed);
      for (std::size_t i = 0; i < rate.rate.size(); ++i) {
        std::int64_t started = 0, onboarded = 0;
        for (std::size_t life = 0; life < lives.rows; ++life) {
          if (start[life] < rate.period.days[i] || start[life] > rate.period_end.days[i]) continue;
          ++started;
          onboarded += lives.ended[life] > 0 && lives.causes[lives.ended[life] - 1U] == "value" &&
                               lives.age(static_cast<std::size_t>(lives.exit[life])) <= options.window_days
                           ? 1
                           : 0;
        }
        CHECK(rate.started[i] == started);
        CHECK(rate.onboarded[i] == onboarded);
        CHECK(rate.onboarded[i] + rate.churned[i] + rate.missed[i] + rate.undecided[i] == started);
        const bool closed = rate.period_end.days[i] + options.window_days <= options.as_of->days;
        CHECK(rate.complete[i] == (closed ? 1 : 0));
        if (rate.undecided[i] == 0) CHECK(rate.rate[i] == near(double(onboarded) / double(started)));
        if (closed || std::isnan(rate.rate[i])) continue;
        double incidence = 0;
        const PeriodGrid week(Date{rate.period.days[i]}, Date{rate.period.days[i]}, Period::week);
        for (std::size_t row = 0; row < curve.time.size(); ++row)
          if (curve.group.text(row) == week.label(0) && curve.time[row] <= options.window_days)
            incidence = curve.incidence[row];
        CHECK(rate.rate[i] == near(incidence));
      }
      std::reverse(random.date.begin(), random.date.end());
      std::reverse(random.account.begin(), random.account.end());
      std::reverse(random.milestone.begin(), random.milestone.end());
      CHECK(onboarding_rate(random.table(), options).upper.size() == rate.upper.size());
      const auto again = onboarding_rate(random.table(), options).lower;
      for (std::size_t i = 0; i < again.size(); ++i)
        CHECK((again[i] == rate.lower[i] || (std::isnan(again[i]) && std::isnan(rate.lower[i]))));
    }
  }

  TEST_CASE("no account and one; what is odd is listed") {
    const auto none = onboarding_rate(test::milestones({}));
    CHECK(none.rate.empty());
    CHECK(std::isnan(none.total_rate));
    CHECK(none.findings.empty());
    const auto one =
        onboarding_rate(test::milestones({{"a", "signed", "2024-01-10"}, {"a", "onboarded", "2024-01-10"}}),
                        {.window_days = 0, .period = Period::day, .small_base = 1});
    CHECK(one.rate == std::vector<double>{1});
    CHECK(one.complete == std::vector<std::uint8_t>{1});
    CHECK(one.small_base == std::vector<std::uint8_t>{0});
    CHECK(codes(one) == "no_competing_event");
    CHECK(codes(onboarding_rate(
              test::milestones({{"a", "onboarded", "2024-01-10"}, {"a", "signed", "2024-01-11"}}))) ==
          "no_competing_event milestone_before_start");
  }

  TEST_CASE("bad settings are refused by name") {
    const auto refuses = [](const OnboardingRateOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(onboarding_rate(some(), options), message, InvalidInput);
    };
    refuses({.start = ""}, "onboarding_rate: start = \"\" is no milestone");
    refuses({.onboarded = "signed"},
            "onboarding_rate: onboarded = \"signed\" is start too; they are two milestones");
    refuses({.window_days = -1}, "onboarding_rate: window_days = -1 is negative");
    refuses({.fiscal_year_start = 0}, "onboarding_rate: fiscal_year_start = 0 is not a month from 1 to 12");
    refuses({.by = {"plan"}}, "onboarding_rate: by = \"plan\" is no attribute of the lives; there are none");
    refuses({.confidence = 0}, "onboarding_rate: confidence = 0 is not in (0, 1)");
    refuses({.small_base = -1}, "onboarding_rate: small_base = -1 is negative");
  }
}
