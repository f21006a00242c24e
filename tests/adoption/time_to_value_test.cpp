// SPDX-License-Identifier: MIT
#include <fealty/adoption/time_to_value.hpp>
#include <fealty/company/simulate.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/restricted_mean.hpp>

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
using Texts = std::vector<std::string>;

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

TimeToValueOptions twelve() { return {.value = "first_report", .churn = "churned", .as_of = Date{10}}; }

std::string codes(const TimeToValue& found) {
  std::string out;
  for (const Finding& each : found.findings) out += (out.empty() ? "" : " ") + each.code;
  return out;
}
std::string message(const TimeToValue& found, const std::string& code) {
  for (const Finding& each : found.findings)
    if (each.code == code) return each.message;
  return "";
}
std::string rows(const TimeToValue& found, const std::string& code) {
  for (const Finding& each : found.findings)
    if (each.code == code) return fmt::format("{}", fmt::join(each.rows, " "));
  return "";
}

/// A simulated company's milestones, with the end of each account's first life as one of them.
struct Simulated {
  std::vector<std::int64_t> account;
  Texts milestone;
  std::vector<std::int32_t> date;

  explicit Simulated(const company::Company& company) {
    add(company.milestones, std::get<IdColumn>(company.milestones.at("milestone")));
    add(company.causes, IdColumn(Texts(company.causes.rows(), "left")));
  }
  void add(const Frame& frame, const IdColumn& what) {
    const auto& whose = std::get<IdColumn>(frame.at("account"));
    const auto& when = std::get<Days>(frame.at("date")).days;
    for (std::size_t i = 0; i < frame.rows(); ++i) {
      account.push_back(whose.codes()[i]);
      milestone.push_back(what.text(i));
      date.push_back(when[i]);
    }
  }
};

}  // namespace

TEST_SUITE("adoption/time_to_value") {
  TEST_CASE("twelve accounts: the curve that counts leaving, as R's survfit() has it") {
    const auto found = time_to_value(test::Twelve().table(), twelve());
    const auto& curve = found.curve;
    CHECK(curve.time == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 10});
    CHECK(curve.at_risk == std::vector<std::int64_t>{12, 11, 9, 8, 6, 5, 4, 2, 1});
    CHECK(curve.reached == std::vector<std::int64_t>{1, 1, 1, 1, 0, 1, 1, 0, 0});
    CHECK(curve.churned == std::vector<std::int64_t>{0, 1, 0, 0, 1, 0, 0, 0, 1});
    CHECK(curve.censored == std::vector<std::int64_t>{0, 0, 0, 1, 0, 0, 1, 1, 0});
    const std::vector<double> incidence{.0833333333333, .1666666666667, .25,
                                        .3333333333333, .3333333333333, .4305555555556,
                                        .5277777777778, .5277777777778, .5277777777778};
    const std::vector<double> std_error{.079785592313, .107582870728, .125,
                                        .136082763488, .136082763488, .146822045221,
                                        .150231303144, .150231303144, .150231303144};
    for (std::size_t i = 0; i < 9; ++i) {
      CHECK(curve.incidence[i] == near(incidence[i]));
      CHECK(curve.std_error[i] == near(std_error[i]));
      CHECK(curve.incidence[i] + curve.churn_incidence[i] + curve.waiting[i] == near(1));
      CHECK(curve.lower[i] < curve.incidence[i]);
      CHECK(curve.upper[i] > curve.incidence[i]);
    }
    CHECK(curve.churn_incidence[5] == near(.18055555556));
    CHECK(curve.waiting[6] == near(.2916666667));
    CHECK(!curve.group.present());
    CHECK(found.findings.empty());
    CHECK(found.start == "signed");
    CHECK(found.value == "first_report");
    CHECK(found.churn == "churned");
    CHECK(found.as_of == Date{10});
    CHECK(!found.as_of_inferred);
  }

  TEST_CASE("twelve accounts: quartiles of all who started, and the mean up to a horizon") {
    auto options = twelve();
    options.horizon = 8;
    const auto summary = time_to_value(test::Twelve().table(), options).summary;
    CHECK(summary.started == std::vector<std::int64_t>{12});
    CHECK(summary.reached == std::vector<std::int64_t>{6});
    CHECK(summary.churned == std::vector<std::int64_t>{3});
    CHECK(summary.waiting == std::vector<std::int64_t>{3});
    CHECK(summary.lower_quartile == std::vector<double>{3});  // there F is .25 up to rounding
    CHECK(summary.median == std::vector<double>{7});
    CHECK(std::isnan(summary.upper_quartile[0]));
    CHECK(summary.restricted_mean[0] == near(5.875));
    CHECK(summary.std_error[0] == near(.7375183090425));
    CHECK(summary.lower[0] == near(5.875 - 1.959963984540054 * .7375183090425));
    CHECK(summary.upper[0] == near(5.875 + 1.959963984540054 * .7375183090425));
    CHECK(summary.incidence[0] == near(.5277777777778));
    CHECK(summary.horizon == std::vector<double>{8});
    CHECK(summary.truncated == std::vector<std::uint8_t>{0});
  }

  TEST_CASE("to count those who left as last seen then would say more, and sooner") {
    const auto found = time_to_value(test::Twelve().table(), twelve()).curve;
    std::vector<double> duration;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 0; i < found.time.size(); ++i)
      for (std::int64_t k = 0; k < found.reached[i] + found.churned[i] + found.censored[i]; ++k) {
        duration.push_back(found.time[i]);
        ended.push_back(k < found.reached[i] ? 1 : 0);
      }
    const survival::Lifetimes naive({.duration = duration, .ended = ended});
    const auto curve = survival::kaplan_meier(naive);
    CHECK(1 - curve.survival[6] == near(.6111111111111));  // by day 7, as R has it
    CHECK(found.incidence[6] < .53);
    const auto mean = survival::restricted_mean(naive, {.horizon = 8});
    CHECK(mean.restricted_mean[0] == near(5.6944444444444));
    CHECK(mean.std_error[0] == near(.7467263947672));
  }

  TEST_CASE("by segment and by cohort; the default horizon is what every group reaches") {
    std::vector<std::int64_t> ids;
    Texts plan;
    for (std::int64_t id = 1; id <= 12; ++id)
      ids.push_back(id), plan.emplace_back(id % 2 == 0 ? "pro" : "free");
    auto options = twelve();
    options.accounts = revenue::Accounts({.account = ids, .attributes = {{"plan", IdColumn(plan)}}});
    options.by = {"plan"};
    const auto found = time_to_value(test::Twelve().table(), options);
    CHECK(found.summary.group.text(0) == "free");
    CHECK(found.summary.group.text(1) == "pro");
    CHECK(found.summary.started == std::vector<std::int64_t>{6, 6});
    CHECK(found.summary.reached == std::vector<std::int64_t>{1, 5});  // of 1, 3, 5, …: 1; of 2, 4, 6, …: 5
    CHECK(found.summary.horizon == std::vector<double>{8, 8});
    CHECK(found.curve.group.text(0) == "free");
    options.horizon = 9;
    const auto beyond = time_to_value(test::Twelve().table(), options);
    CHECK(beyond.summary.truncated == std::vector<std::uint8_t>{1, 0});
    CHECK(beyond.summary.horizon == std::vector<double>{8, 9});
    CHECK(codes(beyond) == "horizon_beyond_support");
    CHECK(message(beyond, "horizon_beyond_support") ==
          "time_to_value: horizon 9 is beyond the last life that was seen, at 8 (free)");
    options = twelve();
    options.cohort = Period::week;
    options.by = {"cohort"};
    const auto cohorts = time_to_value(test::Twelve().table(), options);
    CHECK(cohorts.cohort == Period::week);
    REQUIRE(cohorts.summary.started.size() == 2);  // days 0, 2 and 3, and day 6
    CHECK(cohorts.summary.group.text(0) == "1970-W01");
    CHECK(cohorts.summary.started == std::vector<std::int64_t>{11, 1});
    CHECK(cohorts.summary.waiting[1] == 1);
    CHECK(cohorts.summary.restricted_mean[1] == cohorts.summary.horizon[1]);  // none has come to value
    CHECK(std::isnan(cohorts.summary.median[1]));
  }

  TEST_CASE("what is odd is listed, with what became of it") {
    const auto found = time_to_value(test::milestones({{"a", "first_value", "2024-01-10"},
                                                       {"b", "first_value", "2024-01-10"},
                                                       {"b", "signed", "2024-01-11"},
                                                       {"c", "left", "2024-01-09"},
                                                       {"c", "signed", "2024-01-11"},
                                                       {"d", "signed", "2024-01-11"},
                                                       {"d", "left", "2024-01-12"},
                                                       {"d", "first_value", "2024-01-13"}}),
                                     {.churn = "left"});
    CHECK(codes(found) == "milestone_without_start milestone_before_start milestone_after_churn");
    CHECK(message(found, "milestone_without_start") ==
          "row 0: account a came to first_value on 2024-01-10, and never came to signed; it is left out");
    CHECK(message(found, "milestone_before_start") ==
          "row 1: account b came to first_value on 2024-01-10, before signed on 2024-01-11; it is left out");
    CHECK(rows(found, "milestone_before_start") == "1 3");
    CHECK(message(found, "milestone_after_churn") ==
          "row 7: account d came to first_value on 2024-01-13, after it left on 2024-01-12; it counts as one "
          "that left");
    CHECK(found.summary.started == std::vector<std::int64_t>{1});
    CHECK(found.summary.churned == std::vector<std::int64_t>{1});
    CHECK(found.as_of == parse_date("2024-01-13"));
    CHECK(found.as_of_inferred);
  }

  TEST_CASE("without churn those who left go on waiting, which is said") {
    auto options = twelve();
    options.churn = "";
    const auto found = time_to_value(test::Twelve().table(), options);
    CHECK(codes(found) == "no_competing_event");
    CHECK(
        message(found, "no_competing_event") ==
        "time_to_value: neither churn nor lifetimes say who left; an account that left counts as waiting up "
        "to 1970-01-11");
    CHECK(found.summary.churned == std::vector<std::int64_t>{0});
    CHECK(found.summary.waiting == std::vector<std::int64_t>{6});
    options.value = "first_reprot";
    const auto unknown = time_to_value(test::Twelve().table(), options);
    CHECK(codes(unknown) == "unknown_milestone no_competing_event");
    CHECK(message(unknown, "unknown_milestone") ==
          "time_to_value: value = \"first_reprot\" is the milestone of no row; there are churned, "
          "first_report, signed");
    CHECK(unknown.summary.restricted_mean == unknown.summary.horizon);
    CHECK(unknown.summary.std_error == std::vector<double>{0});
    CHECK(std::isnan(unknown.curve.lower[0]));
  }

  TEST_CASE("an account that lifetimes do not know is found") {
    const survival::Lifetimes customers({.origin = Column<std::int32_t>(std::vector<std::int32_t>{0}),
                                         .end = Column<std::int32_t>(std::vector<std::int32_t>{3}),
                                         .as_of = Date{10},
                                         .account = IdColumn(Texts{"a"})});
    const auto found =
        time_to_value(test::milestones({{"a", "signed", "1970-01-01"}, {"b", "signed", "1970-01-02"}}),
                      {.lifetimes = customers});
    CHECK(message(found, "account_without_lifetime") ==
          "row 1: account b has no life in lifetimes, and counts as one that has not left");
    CHECK(found.summary.churned == std::vector<std::int64_t>{1});
    CHECK(found.as_of == Date{10});
  }

  TEST_CASE("where nothing is censored the curve is a count of a simulated company's accounts") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      Simulated simulated(company::simulate(300, seed, {.months = 24, .churn_scale = 3}));
      std::map<std::int64_t, std::map<std::string, std::int32_t>> days;
      for (std::size_t i = 0; i < simulated.account.size(); ++i) {
        const auto [at, is_new] =
            days[simulated.account[i]].try_emplace(simulated.milestone[i], simulated.date[i]);
        if (!is_new) at->second = std::min(at->second, simulated.date[i]);
      }
      std::int32_t last = 0;
      for (const auto day : simulated.date) last = std::max(last, day);
      std::vector<std::int32_t> value;
      double started = 0;
      for (const auto& [account, day] : days) {
        if (day.count("signed") == 0) continue;
        const bool reached = day.count("first_value") != 0, left = day.count("left") != 0;
        if (!reached && !left) {  // then it leaves on the day after the last
          simulated.account.push_back(account);
          simulated.milestone.emplace_back("left");
          simulated.date.push_back(last + 1);
        }
        if ((reached && day.at("first_value") < day.at("signed")) ||
            (left && day.at("left") < day.at("signed")))
          continue;
        started += 1;
        if (reached && (!left || day.at("first_value") <= day.at("left")))
          value.push_back(day.at("first_value") - day.at("signed"));
      }
      const auto found = time_to_value(
          Milestones(
              {.account = simulated.account, .milestone = simulated.milestone, .date = simulated.date}),
          {.churn = "left"});
      CAPTURE(seed);
      CHECK(found.summary.started[0] == static_cast<std::int64_t>(started));
      CHECK(found.summary.waiting[0] == 0);
      CHECK(found.summary.reached[0] == static_cast<std::int64_t>(value.size()));
      REQUIRE(value.size() > 50);
      double lost = 0;
      for (const auto day : value) lost += found.summary.horizon[0] - day;
      CHECK(found.summary.restricted_mean[0] == near(found.summary.horizon[0] - lost / started));
      for (std::size_t i = 0; i < found.curve.time.size(); ++i) {
        const auto by = std::count_if(value.begin(), value.end(),
                                      [&](std::int32_t day) { return day <= found.curve.time[i]; });
        const double share = static_cast<double>(by) / started;
        CHECK(found.curve.incidence[i] == near(share).scale(1));
        CHECK(found.curve.std_error[i] == near(std::sqrt(share * (1 - share) / started)).scale(1));
      }
    }
  }

  TEST_CASE("no account and one") {
    const auto none = time_to_value(test::milestones({}));
    CHECK(none.curve.time.empty());
    CHECK(none.summary.started.empty());
    CHECK(!none.as_of);
    CHECK(none.findings.empty());
    const auto one =
        time_to_value(test::milestones({{"a", "signed", "2024-01-10"}, {"a", "first_value", "2024-01-14"}}),
                      {.horizon = 10});
    CHECK(one.summary.median == std::vector<double>{4});
    CHECK(one.summary.restricted_mean == std::vector<double>{4});
    CHECK(one.summary.horizon == std::vector<double>{10});  // all have come to value: it is known for good
    const auto today = time_to_value(test::milestones({{"a", "signed", "2024-01-10"}}));
    CHECK(today.summary.horizon == std::vector<double>{0});
    CHECK(today.summary.restricted_mean == std::vector<double>{0});
  }

  TEST_CASE("bad settings are refused by name") {
    const auto refuses = [](const TimeToValueOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(time_to_value(test::Twelve().table(), options), message, InvalidInput);
    };
    refuses({.value = ""}, "time_to_value: value = \"\" is no milestone");
    refuses({.by = {"plan"}},
            "time_to_value: by = \"plan\" is no attribute of the lives; there are account, start");
    refuses({.horizon = 0}, "time_to_value: horizon = 0 is not a number of days above 0");
    refuses({.confidence = 1}, "time_to_value: confidence = 1 is not in (0, 1)");
  }
}
