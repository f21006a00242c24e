// SPDX-License-Identifier: MIT
#include <fealty/health/contributions.hpp>
#include <fealty/health/scores.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include "health/cards.hpp"
#include "health/random_cards.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

ScorecardConfig plain_card(std::vector<Measure> measures, std::int32_t decimals = 2) {
  ScorecardConfig card;
  card.id = "plain";
  card.bands = {{"red", 50}, {"yellow", 75}, {"green", 100}};
  card.min_coverage = 0;
  card.decimals = decimals;
  card.measures = std::move(measures);
  return card;
}
/// A measure whose points are its value.
Measure same(const char* id, double weight = 1) {
  return {.id = id, .weight = weight, .transform = {.points = {{0, 0}, {100, 100}}}};
}
MeasureTable one_account(std::vector<std::pair<std::string, double>> values) {
  MeasureColumns columns{.account = Texts{"a"}};
  for (auto& [name, value] : values) columns.values.add(name, Column<double>(Reals{value}));
  return MeasureTable(columns);
}
double score_of(const ScorecardConfig& card, std::vector<std::pair<std::string, double>> values) {
  return score(Scorecard(card), one_account(std::move(values))).score[0];
}

/// Five accounts with days, for policies.
MeasureTable aged() {
  MeasureColumns columns{.account = Texts{"a", "b", "c", "d"}};
  columns.values.add("x", Column<double>(Reals{80, 80, 80, none}));
  columns.values.add("y", Column<double>(Reals{40, 40, 40, 40}));
  columns.ages.add("x_days", Column<double>(Reals{0, 30, 31, 0}));
  columns.ages.add("y", Column<double>(Reals{5, 5, 5, 5}));
  return MeasureTable(columns);
}
/// So many accounts, 0 and up.
std::vector<std::int64_t> ids_of(std::size_t rows) {
  std::vector<std::int64_t> ids(rows);
  std::iota(ids.begin(), ids.end(), 0);
  return ids;
}

}  // namespace

TEST_SUITE("health/scores") {
  TEST_CASE("worked examples of vendors") {
    CHECK(score_of(plain_card({same("a", 20), same("b", 15), same("c", 22)}),
                   {{"a", 47}, {"b", 59}, {"c", 21}}) == 40.12);
    CHECK(score_of(plain_card({same("a", 20), same("b", 15), same("c", 22)}, 0),
                   {{"a", 47}, {"b", 59}, {"c", 21}}) == 40);
    CHECK(score_of(plain_card({same("a"), same("b"), same("c")}), {{"a", 10}, {"b", 10}, {"c", 0}}) == 6.67);
    CHECK(score_of(plain_card({same("a"), same("b"), same("c"), same("d")}),
                   {{"a", 10}, {"b", 5}, {"c", 5}, {"d", 5}}) == 6.25);
    Measure ratio{.id = "a", .polarity = Polarity::higher_is_healthier};
    ratio.transform = {.kind = TransformKind::ratio, .target = 564, .target_points = 50};
    CHECK(score_of(plain_card({ratio}, 0), {{"a", 693}}) == 61);
  }

  TEST_CASE("the card of the handbook") {
    const auto card = Scorecard::from_json(cards::enterprise);
    const Observations seen({.account = Texts{"A", "A", "A", "B", "B", "B", "C"},
                             .measure = Texts{"seat_utilization", "goal_attainment", "csat",
                                              "seat_utilization", "csat", "sponsor_left", "goal_attainment"},
                             .value = Reals{.6, .5, 4, .8, 5, 1, .25},
                             .date = tables::days({"2024-03-01", "2024-01-10", "2024-02-01", "2024-03-20",
                                                   "2024-03-21", "2024-02-25", "2024-03-01"})});
    const Scores scores = score(card, seen, {.as_of = tables::date("2024-03-31")});
    // A: (30 x 66.667 + 20 x 50) / 50 = 60, with csat 60; B: 100 and 100, capped; C has too little
    REQUIRE(scores.score.size() == 3);
    CHECK(scores.score[0] == 60);
    CHECK(scores.band.text(0) == "yellow");
    CHECK(scores.coverage[0] == 1);
    CHECK(scores.oldest_days[0] == 81);
    CHECK(scores.score[1] == 49);
    CHECK(scores.band.text(1) == "red");
    CHECK(scores.coverage[1] == doctest::Approx(.8).epsilon(1e-15));
    CHECK(std::isnan(scores.score[2]));
    CHECK(scores.band.text(2) == "unknown");
    CHECK(tables::codes(scores.findings) == "low_coverage exception_without_reason");
    CHECK(scores.findings[0].message ==
          "1 of 3 accounts have no score; of C a share of 0.2 of the card's weight "
          "is observed, and the card asks for 0.6");
    CHECK(scores.findings[0].rows == std::vector<std::int64_t>{2});
    CHECK(scores.findings[1].message == "sponsor_left holds for account B, and no reason is told");
    CHECK_FALSE(scores.as_of_inferred);
    // the flag has expired, and what comes later is not seen
    const Scores later = score(card, seen, {.as_of = tables::date("2024-04-15")});
    CHECK(later.score[1] == 100);
    const Scores earlier = score(card, seen, {.as_of = tables::date("2024-02-15")});
    CHECK(earlier.account.size() == 1);
    CHECK(earlier.score[0] == doctest::Approx(55));  // goal 50, csat 60: 0.7 of the weight
    const Scores inferred = score(card, seen);
    CHECK(inferred.as_of == tables::date("2024-03-21"));
    CHECK(inferred.as_of_inferred);
  }

  TEST_CASE("the policies for what is missing or too old") {
    const auto with = [](auto edit) {
      ScorecardConfig card = plain_card({same("x", 3), same("y")});
      card.measures[0].validity_days = 30;
      edit(card.measures[0]);
      return score(Scorecard(card), aged());
    };
    const auto left_out = with([](Measure&) {});
    CHECK(left_out.score == Reals{70, 70, 40, 40});
    CHECK(left_out.coverage == Reals{1, 1, .25, .25});
    CHECK(left_out.oldest_days == Reals{5, 30, 5, 5});
    const auto neutral = with([](Measure& x) {
      x.missing = MissingPolicy::neutral;
      x.neutral = 60;
    });
    CHECK(neutral.score == Reals{70, 70, 55, 55});
    CHECK(neutral.coverage == Reals{1, 1, .25, .25});
    CHECK(with([](Measure& x) { x.missing = MissingPolicy::worst; }).score == Reals{70, 70, 10, 10});
    const auto carried = with([](Measure& x) {
      x.missing = MissingPolicy::carry;
      x.carry_days = 31;
    });
    CHECK(carried.score == Reals{70, 70, 70, 40});
    CHECK(carried.coverage == Reals{1, 1, 1, .25});
    CHECK_THROWS_WITH_AS(with([](Measure& x) { x.missing = MissingPolicy::fail; }),
                         "score: x is missing of account c; the card says that it must not be", InvalidInput);
  }

  TEST_CASE("points fade toward neutral") {
    const auto with = [](auto edit) {
      ScorecardConfig card = plain_card({same("x")});
      edit(card.measures[0]);
      return score(Scorecard(card), aged()).score;
    };
    const auto linear = with([](Measure& x) {
      x.decay = Decay::linear;
      x.validity_days = 60;
    });
    CHECK(linear[0] == 80);
    CHECK(linear[1] == 65);  // half of the way from 80 to 50
    CHECK(linear[2] == 64.5);
    const auto halves = with([](Measure& x) {
      x.decay = Decay::half_life;
      x.half_life_days = 15;
      x.neutral = 20;
    });
    CHECK(halves[1] == 35);  // a quarter of 60 above 20
    CHECK(halves[2] == doctest::Approx(34.32));
  }

  TEST_CASE("exceptions in the card's order, while their flag is up") {
    ScorecardConfig card = plain_card({same("x")});
    card.exceptions = {{.when = "flag", .effect = ExceptionEffect::cap, .points = 30},
                       {.when = "lift", .effect = ExceptionEffect::floor, .points = 45},
                       {.when = "hold", .effect = ExceptionEffect::set, .points = 90}};
    CHECK(score_of(card, {{"x", 80}}) == 80);
    CHECK(score_of(card, {{"x", 80}, {"flag", 0}}) == 80);
    CHECK(score_of(card, {{"x", 80}, {"flag", 1}}) == 30);
    CHECK(score_of(card, {{"x", 20}, {"flag", 1}}) == 20);
    CHECK(score_of(card, {{"x", 80}, {"flag", 1}, {"lift", 2}}) == 45);
    CHECK(score_of(card, {{"x", 80}, {"flag", 1}, {"lift", 2}, {"hold", -1}}) == 90);
    card.min_coverage = 1;
    CHECK(std::isnan(score_of(card, {{"x", none}, {"hold", 1}})));  // not even then is it known
  }

  TEST_CASE("the border of two bands") {
    ScorecardConfig card = plain_card({same("x")});
    const auto band = [&](double value) {
      return score(Scorecard(card), one_account({{"x", value}})).band.text(0);
    };
    CHECK(band(50) == "red");
    CHECK(band(50.004) == "red");  // it is shown as 50
    CHECK(band(50.01) == "yellow");
    CHECK(band(100) == "green");
    card.band_rule = BandRule::upper_exclusive;
    CHECK(band(50) == "yellow");
    CHECK(band(49.999) == "yellow");
    CHECK(band(49.99) == "red");
    CHECK(band(100) == "green");
  }

  TEST_CASE("rounds half to even") {
    const ScorecardConfig card = plain_card({same("x")});
    for (const auto& [value, shown] : std::vector<std::pair<double, double>>{
             {0.125, .12}, {0.135, .14}, {0.115, .12}, {0.1250001, .12}, {0.125001, .13}, {2.5, 2.5}})
      CHECK(score_of(card, {{"x", value}}) == shown);
    CHECK(score_of(plain_card({same("x")}, 0), {{"x", 2.5}}) == 2);
    CHECK(score_of(plain_card({same("x")}, 0), {{"x", 3.5}}) == 4);
  }

  TEST_CASE("like the handbook, step by step, for random cards") {
    std::int64_t compared = 0, known = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
      random_cards::Random random(seed);
      const bool plain = seed % 4 == 0, ages = !plain && seed % 4 != 1;
      const Scorecard card = random_cards::random_scorecard(random, plain);
      const MeasureTable table = random_cards::random_measures(random, 40, ages);
      const Scores scores = score(card, table);
      const double half = .5 * std::pow(10, -card.config().decimals);
      CAPTURE(seed);
      for (std::size_t row = 0; row < scores.score.size(); ++row) {
        const random_cards::Naive naive(card.config(), table, row);
        CAPTURE(row);
        REQUIRE(std::abs(scores.coverage[row] - naive.coverage) < 1e-12);
        REQUIRE(std::isnan(scores.score[row]) == !naive.known);
        ++compared;
        if (!naive.known) continue;
        ++known;
        REQUIRE(std::abs(scores.score[row] - naive.score) <= half + 5.1e-7);
        // the same decimals, unless it lies between two of them
        const double scaled = naive.score / (2 * half),
                     apart = std::abs(std::abs(scaled - std::floor(scaled)) - .5);
        if (apart * 2 * half > 1e-6)
          REQUIRE(std::abs(scores.score[row] - std::nearbyint(scaled) * 2 * half) < 1e-9);
      }
    }
    CHECK(compared == 24000);
    CHECK(known > 10000);
  }

  TEST_CASE("all instruction sets and numbers of threads give the same bits") {
    random_cards::Random random(5);
    for (int i = 0; i < 20; ++i) {
      const Scorecard card = random_cards::random_scorecard(random, i % 3 == 0);
      const MeasureTable table = random_cards::random_measures(random, 1300, i % 3 != 0);
      const health::detail::ScorePlan plan(card.config());
      std::vector<Scores> all;
      std::vector<health::detail::ScoreLines> lines;
      for (const SimdLevel level : {SimdLevel::baseline, SimdLevel::avx2, SimdLevel::avx512}) {
        if (level > best_simd_level()) continue;
        health::detail::ScoreLineRoom room(plan, table.size());
        all.push_back(health::detail::score_rows(plan, *table.data(), {.level = level}, &room));
        lines.push_back(room.take());
      }
      for (std::size_t k = 1; k < all.size(); ++k) {
        CHECK(all[k].score_micro == all[0].score_micro);
        CHECK(all[k].coverage == all[0].coverage);
        for (std::size_t j = 0; j < lines[0].measures.size(); ++j)
          CHECK(std::ranges::equal(lines[k].measures[j].values(), lines[0].measures[j].values()));
        CHECK(std::ranges::equal(lines[k].rounding.values(), lines[0].rounding.values()));
        CHECK(std::ranges::equal(lines[k].decay.values(), lines[0].decay.values()));
      }
    }
    const Scorecard card = random_cards::random_scorecard(random);
    const MeasureTable table = random_cards::random_measures(random, 100'000);
    CHECK(score(card, table, {.threads = 1}).score_micro == score(card, table).score_micro);
  }

  TEST_CASE("an account alone has the lines that it has among many") {
    constexpr std::size_t rows = 90'001;
    ScorecardConfig config{.id = "tiles", .bands = {{"low", 50}, {"high", 100}}};
    MeasureColumns many{.account = ids_of(rows)};
    fealty::detail::SplitMix64 random(7);
    for (std::size_t j = 0; j < 25; ++j) {
      const double middle = 20 + static_cast<double>(j);
      Measure measure{.id = fmt::format("m{}", j), .weight = static_cast<double>(1 + j % 3)};
      measure.transform.points = {{-1, 3}, {middle, 30}, {60, 71}, {90, 100}};
      if (j % 4 == 1) measure.transform.points.resize(2);
      if (j % 7 == 2) measure.missing = MissingPolicy::neutral;
      config.measures.push_back(measure);
      Reals values(rows);
      for (double& each : values)
        each = random.next() % 5 == 0 ? none : static_cast<double>(random.next() >> 11) * 0x1p-46;
      many.values.add(measure.id, Column<double>(std::move(values)));
    }
    const Scorecard card(config);
    const MeasureTable table(many);
    const Contributions lines = contributions(score(card, table, {.with_contributions = true, .threads = 1}));
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      std::int64_t sum = lines.renormalization[row] + lines.rounding[row] + lines.clamp[row];
      for (const auto& each : lines.measures) sum += each[row];
      wrong += sum == lines.score_micro[row] ? 0 : 1;
    }
    CHECK(wrong == 0);
    for (const std::size_t row :
         {std::size_t{0}, std::size_t{77}, std::size_t{511}, std::size_t{33'333}, rows - 2}) {
      MeasureColumns one{.account = ids_of(1)};
      for (const auto& each : table.data()->series)
        one.values.add(each.measure, Column<double>(Reals{each.values[row]}));
      const Contributions alone = contributions(score(card, MeasureTable(one)));
      CHECK(alone.score_micro[0] == lines.score_micro[row]);
      CHECK(alone.rounding[0] == lines.rounding[row]);
      for (std::size_t j = 0; j < lines.measures.size(); ++j)
        CHECK(alone.measures[j][0] == lines.measures[j][row]);
    }
  }

  TEST_CASE("the order of rows does not matter") {
    random_cards::Random random(3);
    const Scorecard card = random_cards::random_scorecard(random);
    const MeasureTable table = random_cards::random_measures(random, 700);
    const Scores scores = score(card, table);
    MeasureColumns turned{.account = std::vector<std::int64_t>{699, 3}};
    for (const auto& each : table.data()->series) {
      turned.values.add(each.measure, Column<double>(Reals{each.values[699], each.values[3]}));
      turned.ages.add(each.measure, Column<double>(Reals{each.ages[699], each.ages[3]}));
    }
    for (const auto& each : table.data()->baselines)
      turned.baselines.add(fmt::format("{}_{}_days_before", each.measure, each.days),
                           Column<double>(Reals{each.values[699], each.values[3]}));
    const Scores few = score(card, MeasureTable(turned));
    CHECK(few.score_micro == std::vector<std::int64_t>{scores.score_micro[699], scores.score_micro[3]});
  }

  TEST_CASE("what the card asks for and the table does not have is found") {
    ScorecardConfig card = plain_card({same("x"), same("seen_by_none")});
    card.measures[0].validity_days = 10;
    const Scores scores = score(Scorecard(card), one_account({{"x", 80}, {"seen_by_none", none}}));
    CHECK(tables::codes(scores.findings) == "unobserved_measure undated_measure");
    CHECK(scores.findings[0].message == "the card's seen_by_none is observed of no account");
    CHECK(
        scores.findings[1].message ==
        "the card asks how old x is, and the table has no ages of it; its values are taken to be of the day");
    CHECK(std::isnan(scores.oldest_days[0]));
    CHECK(scores.score[0] == 80);
  }

  TEST_CASE("no accounts, and one of which nothing is known") {
    const Scorecard card(plain_card({same("x")}));
    const Scores empty = score(card, MeasureTable());
    CHECK(empty.score.empty());
    CHECK(empty.findings.empty());
    const Observations nothing(
        {.account = Texts{}, .measure = Texts{}, .value = Reals{}, .date = tables::Days{}});
    CHECK(score(card, nothing).score.empty());
    CHECK_FALSE(score(card, nothing).as_of.has_value());
    const Scores unknown = score(card, one_account({{"x", none}}));
    CHECK(std::isnan(unknown.score[0]));
    CHECK(unknown.band.text(0) == "unknown");
    CHECK(unknown.coverage[0] == 0);
    CHECK(unknown.score_micro[0] == 0);
  }

  TEST_CASE("a ratio or growth without anything to compare with is missing") {
    Measure growth{.id = "x",
                   .transform = {.kind = TransformKind::growth, .points = {{-.2, 0}, {0, 50}, {.2, 100}}}};
    growth.transform.baseline_days = 90;
    const Scorecard card(plain_card({growth}));
    const Observations seen(
        {.account = Texts{"a", "a", "b", "c", "c"},
         .measure = Texts(5, "x"),
         .value = Reals{100, 110, 100, 0, 5},
         .date = tables::days({"2024-01-01", "2024-06-01", "2024-06-01", "2024-01-01", "2024-06-01"})});
    const Scores scores = score(card, seen);
    CHECK(scores.score[0] == 75);
    CHECK(std::isnan(scores.score[1]));
    CHECK(std::isnan(scores.score[2]));
  }

  TEST_CASE("refuses options that measures do not have") {
    const Scorecard card(plain_card({same("x")}));
    CHECK_THROWS_WITH_AS(score(card, one_account({{"x", 1}}), {.as_of = Date{1}}),
                         "score: as_of is of observations; a table of measures has its own", InvalidInput);
    CHECK_THROWS_WITH_AS(score(card, one_account({{"x", 1}}), {.threads = -1}),
                         "score: threads = -1 is negative", InvalidInput);
  }
}
