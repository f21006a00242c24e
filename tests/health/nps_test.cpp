// SPDX-License-Identifier: MIT
// Numbers of data/nps.py.
#include <fealty/health/nps.hpp>

#include "health/survey_tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using survey_tables::Answer;
using survey_tables::surveys;
using tables::Texts;

namespace {

Nps net(std::size_t promoters, std::size_t passives, std::size_t detractors, double confidence = 0.95) {
  std::vector<double> scores(promoters, 9);
  scores.insert(scores.end(), passives, 7);
  scores.insert(scores.end(), detractors, 6);
  return nps(survey_tables::scores("nps", scores), {.confidence = confidence});
}
void check_net(const Nps& out, double score, double std_error, double lower, double upper) {
  REQUIRE(out.nps.size() == 1);
  CHECK(out.nps[0] == doctest::Approx(score).epsilon(1e-12));
  CHECK(out.std_error[0] == doctest::Approx(std_error).epsilon(1e-12));
  CHECK(out.lower[0] == doctest::Approx(lower).epsilon(1e-12));
  CHECK(out.upper[0] == doctest::Approx(upper).epsilon(1e-12));
}
std::vector<Answer> random_answers(std::uint64_t seed, std::size_t n) {
  std::mt19937_64 random(seed);
  std::vector<Answer> answers;
  const std::vector<std::string_view> dates{"2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"};
  for (std::size_t i = 0; i < n; ++i) {
    const std::string user = random() % 5 == 0 ? "" : "u" + std::to_string(random() % 6);
    answers.push_back({"a" + std::to_string(random() % 4), user, dates[random() % 4], "nps",
                       static_cast<double>(random() % 11)});
  }
  return answers;
}

}  // namespace

TEST_SUITE("health/nps") {
  TEST_CASE("gives the score, its standard error and the adjusted interval") {
    // Of half promoters and a sixth detractors the score is 1/3, with a variance of 5/9 of each answer.
    check_net(net(162, 108, 54), 33.33333333333, 4.140866625, 24.94525141303, 41.10979445853);
    check_net(net(16, 12, 8), 22.22222222222, 13.09457002197, -4.034798214209, 45.06043923985);
    check_net(net(5, 3, 2), 30, 24.69817807046, -19.05061537636, 65.20446153021);
  }

  TEST_CASE("keeps an interval where all are of one sort") {
    check_net(net(3, 0, 0), 100, 0, -6.579286703809, 100);
    check_net(net(0, 1, 0), 0, 0, -60.01139595444, 60.01139595444);
  }

  TEST_CASE("cuts scores at 9 and 7") {
    const Nps out = nps(survey_tables::scores("nps", {0, 6, 7, 8, 9, 10, 10}));
    CHECK(out.promoters == std::vector<std::int64_t>{3});
    CHECK(out.passives == std::vector<std::int64_t>{2});
    CHECK(out.detractors == std::vector<std::int64_t>{2});
  }

  TEST_CASE("counts the last answer of each user in the window") {
    const Surveys table = surveys({{"a", "u", "2024-01-01", "nps", 0},
                                   {"a", "u", "2024-02-01", "nps", 10},
                                   {"a", "v", "2024-02-01", "nps", 6},
                                   {"a", "", "2024-02-02", "nps", 9},
                                   {"a", "", "2024-02-02", "nps", 9},
                                   {"b", "u", "2024-02-03", "nps", 3},
                                   {"b", "u", "2024-02-03", "nps", 8},
                                   {"b", "u", "2024-03-01", "nps", 10},
                                   {"b", "u", "2024-02-03", "csat", 1}});
    SurveyOptions options{.as_of = tables::date("2024-02-29"), .by = {"account"}};
    const Nps users = nps(table, options);
    CHECK(users.answers == std::vector<std::int64_t>{5, 2});
    CHECK(users.promoters == std::vector<std::int64_t>{3, 0});
    CHECK(users.detractors == std::vector<std::int64_t>{1, 1});  // of b the lower of one day
    REQUIRE(users.findings.size() == 1);
    CHECK(users.findings[0].code == "users_unknown");
    CHECK(users.findings[0].message ==
          "nps: 2 of 7 answers do not say which user gave them; they count each");
    options.counted = CountedAnswers::every;
    const Nps every = nps(table, options);
    CHECK(every.respondents == std::vector<std::int64_t>{5, 2});
    CHECK(every.detractors == std::vector<std::int64_t>{2, 1});
    CHECK(every.findings.empty());
    options.counted = CountedAnswers::last_of_account;
    CHECK(nps(table, options).promoters == std::vector<std::int64_t>{1, 0});
    options.window_days = 27;  // from 2024-02-03 on
    const Nps late = nps(table, options);
    CHECK(late.answers == std::vector<std::int64_t>{0, 2});
    CHECK(std::isnan(late.nps[0]));
    CHECK(std::isnan(late.upper[0]));
  }

  TEST_CASE("makes groups of attributes on as_of, null last") {
    const revenue::Accounts accounts({.account = Texts{"a", "a", "b"},
                                      .valid_from = tables::days({"2023-01-01", "2024-02-01", "2023-01-01"}),
                                      .attributes = {{"plan", Texts{"basic", "pro", "basic"}}}});
    const Surveys table = surveys({{"c", "u", "2024-01-01", "nps", 0},
                                   {"a", "u", "2024-01-01", "nps", 10},
                                   {"b", "u", "2024-01-01", "nps", 8}});
    const Nps early = nps(table, {.by = {"plan"}, .accounts = accounts});
    CHECK(early.group.text(0) == "basic");
    CHECK(early.group.text(1) == "null");
    CHECK(early.respondents == std::vector<std::int64_t>{2, 1});
    CHECK(early.as_of == tables::date("2024-01-01"));
    CHECK(early.as_of_inferred);
    const Nps late = nps(table, {.as_of = tables::date("2024-03-01"), .by = {"plan"}, .accounts = accounts});
    CHECK(late.respondents == std::vector<std::int64_t>{1, 1, 1});
    CHECK_FALSE(late.as_of_inferred);
  }

  TEST_CASE("has no answer without one") {
    const Nps out = nps(surveys({}));
    CHECK(out.respondents == std::vector<std::int64_t>{0});
    CHECK(std::isnan(out.nps[0]));
    CHECK(std::isnan(out.lower[0]));
    CHECK_FALSE(out.as_of.has_value());
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].message == "nps: there is no answer of kind nps in the window");
    CHECK(nps(surveys({}), {.by = {"account"}}).nps.empty());
  }

  TEST_CASE("does not depend on the order of rows, and ignores what is later") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      std::vector<Answer> answers = random_answers(seed, 60);
      const SurveyOptions options{.as_of = tables::date("2024-03-01"), .window_days = 45, .by = {"account"}};
      const Nps whole = nps(surveys(answers), options);
      std::mt19937_64 random(seed);
      std::shuffle(answers.begin(), answers.end(), random);
      answers.erase(std::remove_if(answers.begin(), answers.end(),
                                   [](const Answer& each) { return each.date == "2024-04-01"; }),
                    answers.end());
      const Nps known = nps(surveys(answers), options);
      CHECK(whole.answers == known.answers);
      CHECK(whole.promoters == known.promoters);
      CHECK(whole.detractors == known.detractors);
      for (std::size_t i = 0; i < whole.nps.size(); ++i) CHECK(whole.nps[i] == known.nps[i]);
    }
  }

  TEST_CASE("refuses options that cannot be") {
    const Surveys table = survey_tables::scores("nps", {1});
    CHECK_THROWS_WITH_AS(nps(table, {.as_of = Date{max_day + 1}}),
                         "nps: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31", InvalidInput);
    CHECK_THROWS_WITH_AS(nps(table, {.window_days = 0}), "nps: window_days = 0 is not a number of days >= 1",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(nps(table, {.confidence = 1}), "nps: confidence = 1 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(
        nps(table, {.by = {"plan"}}),
        "nps: by = \"plan\" needs accounts, which have the attributes; alone there is \"account\"",
        InvalidInput);
  }
}
