// SPDX-License-Identifier: MIT
#include <fealty/health/sentiment.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Sentiments few_sentiments() {
  return Sentiments(
      {.account = Texts{"a", "b", "c", "d", "e"},
       .score = Reals{40, 90, 50, none, 60},
       .sentiment = Reals{80, 50, 50, 70, 90},
       .date = tables::with_nulls(
           tables::days({"2024-01-01", "2024-01-11", "2024-01-11", "2024-01-11", "2024-02-11"}), {2})});
}

}  // namespace

TEST_SUITE("health/sentiment") {
  TEST_CASE("shows how far the CSM and the score disagree, in points and bands") {
    const Sentiment out = sentiment(few_sentiments(), {.as_of = tables::date("2024-01-31")});
    CHECK(out.score_band.text(0) == "red");
    CHECK(out.sentiment_band.text(0) == "green");
    CHECK(out.disagreement[0] == 40);
    CHECK(out.band_disagreement[0] == 2);
    CHECK(out.days_since[0] == 30);
    CHECK(out.disagreement[1] == -40);
    CHECK(out.band_disagreement[1] == -2);
    CHECK(out.band_disagreement[2] == 0);
    CHECK(std::isnan(out.days_since[2]));
    REQUIRE(out.findings.size() == 2);
    CHECK(out.findings[0].code == "sentiment_above_score");
    CHECK(out.findings[0].rows == std::vector<std::int64_t>{0});
    CHECK(out.findings[0].message ==
          "sentiment: of account a the CSM's sentiment is in a better band than the score: 80 beside a score "
          "of 40");
    CHECK(out.findings[1].code == "sentiment_below_score");
    CHECK(out.findings[1].rows == std::vector<std::int64_t>{1});
  }

  TEST_CASE("does not compare what is unknown, or not known yet") {
    const Sentiment out = sentiment(few_sentiments(), {.as_of = tables::date("2024-01-31")});
    CHECK(out.score_band.text(3) == "null");
    CHECK(out.sentiment_band.text(3) == "yellow");
    CHECK(std::isnan(out.disagreement[3]));
    CHECK(std::isnan(out.band_disagreement[3]));
    CHECK(std::isnan(out.sentiment[4]));
    CHECK(out.sentiment_band.text(4) == "null");
    CHECK(std::isnan(out.days_since[4]));
    CHECK(sentiment(few_sentiments()).sentiment[4] == 90);
    CHECK(sentiment(few_sentiments()).as_of_inferred);
  }

  TEST_CASE("takes the band of a score that is told, as it was shown") {
    const Sentiments sentiments({.account = Texts{"a", "b"},
                                 .score = Reals{74.999, 40},
                                 .band = Texts{"green", "unknown"},
                                 .sentiment = Reals{60, 60}});
    const Sentiment out = sentiment(sentiments);
    CHECK(out.score_band.text(0) == "green");
    CHECK(out.band_disagreement[0] == -1);
    CHECK(out.score_band.text(1) == "null");
    CHECK_FALSE(out.as_of.has_value());
    CHECK_THROWS_WITH_AS(sentiment(sentiments, {.band_names = {"low", "high"}, .band_uppers = {50, 100}}),
                         "sentiment: band = \"green\" is not one of low, high, unknown", InvalidInput);
  }

  TEST_CASE("puts a border where the rule says") {
    const Sentiments sentiments({.account = Texts{"a"}, .score = Reals{50}, .sentiment = Reals{100}});
    CHECK(sentiment(sentiments).score_band.text(0) == "red");
    const Sentiment out = sentiment(sentiments, {.band_rule = BandRule::upper_exclusive});
    CHECK(out.score_band.text(0) == "yellow");
    CHECK(out.sentiment_band.text(0) == "green");
  }

  TEST_CASE("tells of numbers above the last band") {
    const Sentiment out =
        sentiment(Sentiments({.account = Texts{"a"}, .score = Reals{50}, .sentiment = Reals{101}}));
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].code == "outside_bands");
    CHECK(out.findings[0].message ==
          "sentiment: of account a a number lies above the last band: 101 beside a score of 50");
  }

  TEST_CASE("disagrees in bands only where points disagree in the same direction") {
    std::mt19937_64 random(7);
    Texts account;
    Reals score, said;
    for (int i = 0; i < 500; ++i) {
      account.push_back(std::to_string(i));
      score.push_back(static_cast<double>(random() % 101));
      said.push_back(static_cast<double>(random() % 101));
    }
    const Sentiment out = sentiment(Sentiments({.account = account, .score = score, .sentiment = said}));
    for (std::size_t i = 0; i < out.score.size(); ++i)
      CHECK(out.disagreement[i] * out.band_disagreement[i] >= 0);
  }

  TEST_CASE("has no rows without accounts, and refuses bands that cannot be") {
    const Sentiments empty({.account = Texts{}, .score = Reals{}, .sentiment = Reals{}});
    CHECK(sentiment(empty).score.empty());
    CHECK_THROWS_WITH_AS(sentiment(empty, {.band_names = {}, .band_uppers = {}}),
                         "sentiment: band_names names no band", InvalidInput);
    CHECK_THROWS_WITH_AS(sentiment(empty, {.band_names = {"a", "a"}, .band_uppers = {1, 2}}),
                         "sentiment: band_names = \"a\" is empty or there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(sentiment(empty, {.band_uppers = {1, 2}}),
                         "sentiment: band_uppers = 2 numbers does not match the 3 names of bands",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(sentiment(empty, {.band_uppers = {1, 1, 2}}),
                         "sentiment: band_uppers = 1 is not a finite number above the one before",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(sentiment(empty, {.as_of = Date{max_day + 1}}),
                         "sentiment: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
  }
}
