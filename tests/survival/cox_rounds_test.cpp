// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_rounds.hpp>

#include <fealty/survival/baseline_hazard.hpp>
#include <fealty/survival/cox_risk.hpp>
#include <fealty/survival/predict_cox.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

using Rows = std::vector<std::size_t>;

/// Lives of which any rows make a table.
struct Lives {
  std::vector<double> duration, entry, weight;  // the last two empty for none
  std::vector<std::uint8_t> ended;
  std::map<std::string, std::vector<double>> numbers;
  std::map<std::string, std::vector<std::string>> texts;
  std::optional<WeightKind> weight_kind = {};

  Frame frame(const Rows& rows) const {
    Frame attributes;
    for (const auto& [name, values] : numbers) attributes.add(name, Column<double>(pick(values, rows)));
    for (const auto& [name, values] : texts) attributes.add(name, test::texts(pick(values, rows)));
    return attributes;
  }
  Lifetimes table(const Rows& rows) const {
    LifetimeColumns columns{
        .duration = pick(duration, rows), .ended = pick(ended, rows), .attributes = frame(rows)};
    if (!entry.empty()) columns.entry = pick(entry, rows);
    if (!weight.empty()) columns.weight = pick(weight, rows), columns.weight_kind = weight_kind;
    return Lifetimes(columns);
  }
  Rows all() const {
    Rows rows(duration.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    return rows;
  }
  /// Random parts of random sizes; some are of one row, and one is empty.
  std::vector<Rows> parts(std::uint64_t seed) const {
    std::mt19937_64 random(seed);
    Rows rows = all();
    std::shuffle(rows.begin(), rows.end(), random);
    std::vector<Rows> found{{}};
    for (std::size_t begin = 0; begin < rows.size();) {
      const std::size_t most = random() % 3 == 0 ? 1 : rows.size() / 3 + 1;
      const std::size_t end = std::min(rows.size(), begin + 1 + random() % most);
      found.emplace_back(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         rows.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end;
    }
    std::shuffle(found.begin(), found.end(), random);
    return found;
  }

  template <class T>
  static std::vector<T> pick(const std::vector<T>& values, const Rows& rows) {
    std::vector<T> found;
    for (const std::size_t row : rows) found.push_back(values[row]);
    return found;
  }
};

Lives read(const char* file, const char* duration, const char* ended, const char* entry = nullptr) {
  Lives lives;
  lives.numbers = test::read_numbers(file);
  lives.duration = lives.numbers.at(duration);
  lives.ended = test::flags(lives.numbers.at(ended));
  if (entry != nullptr) lives.entry = lives.numbers.at(entry);
  return lives;
}
Lives lung() { return read("lung.csv", "time", "status"); }
Lives heart() { return read("stanford_heart.csv", "stop", "event", "start"); }
Lives rossi() { return read("rossi.csv", "week", "arrest"); }

/// Customers whose losses and plans change: stretches, ties, clusters, missing values.
Lives customers(std::uint64_t seed, std::size_t rows) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> draw;
  Lives lives;
  for (std::size_t i = 0; i < rows; ++i) {
    const double seats = draw(random), mood = draw(random);
    const std::size_t plan = random() % 40 == 0 ? 3 : random() % 3;
    const double rate = std::exp(0.5 * seats - 0.3 * static_cast<double>(plan));
    const double days = 1 + std::floor(20 * std::exponential_distribution<double>(rate)(random));
    lives.duration.push_back(std::min(days, 40.0));
    lives.entry.push_back(random() % 3 == 0 ? std::floor(lives.duration.back() / 2) : std::nan(""));
    lives.ended.push_back(days < 40 && random() % 4 != 0 ? 1 : 0);
    lives.numbers["seats"].push_back(random() % 50 == 0 ? std::nan("") : seats);
    lives.numbers["mood"].push_back(mood);
    lives.numbers["offset"].push_back(draw(random) / 4);
    lives.texts["plan"].push_back(random() % 60 == 0 ? "" : std::string(1, "dbca"[plan]));
    lives.texts["region"].push_back(random() % 80 == 0 ? "" : std::string(1, "nswe"[random() % 4]));
    lives.texts["account"].push_back(random() % 30 == 0 ? "" : std::to_string(random() % (rows / 3 + 1)));
  }
  return lives;
}

CoxPartial part_of(const CoxTask& task, const Lifetimes& lives) {
  CoxPartial part(task);
  part.update(lives);
  return part;
}
/// Fits the parts, all of which goes through bytes.
CoxModel by_rounds(const Lives& lives, const std::vector<Rows>& parts, const CoxOptions& options) {
  CoxRounds rounds(options);
  std::vector<Lifetimes> tables;
  for (const Rows& rows : parts) tables.push_back(lives.table(rows));
  while (!rounds.done()) {
    const auto task = CoxTask::deserialize(rounds.task().serialize());
    CoxPartial all;
    for (const Lifetimes& table : tables)
      all.merge(CoxPartial::deserialize(part_of(task, table).serialize()));
    rounds.advance(CoxPartial::deserialize(all.serialize()));
  }
  return rounds.model();
}

void same(const std::vector<double>& found, const std::vector<double>& expected, double epsilon = 1e-12) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!std::isnan(expected[i]) || !std::isnan(found[i]))
      CHECK_MESSAGE(std::abs(found[i] - expected[i]) <= epsilon * std::abs(expected[i]),
                    fmt::format("{} of {}: {:.17g}, not {:.17g}", i, found.size(), found[i], expected[i]));
}
void same(const CoxModel& found, const CoxModel& expected, double epsilon = 1e-12) {
  CHECK(found.covariate == expected.covariate);
  CHECK(found.reference == expected.reference);
  CHECK(found.lives == expected.lives);
  CHECK(found.left_out == expected.left_out);
  CHECK(found.ended == expected.ended);
  CHECK(found.iterations == expected.iterations);
  CHECK(found.degrees_of_freedom == expected.degrees_of_freedom);
  CHECK(found.robust == expected.robust);
  CHECK(found.ties == expected.ties);
  same(found.coef, expected.coef, epsilon);
  same(found.std_error, expected.std_error, epsilon);
  same(found.naive_std_error, expected.naive_std_error, epsilon);
  same({found.null_log_likelihood, found.log_likelihood, found.score, found.wald},
       {expected.null_log_likelihood, expected.log_likelihood, expected.score, expected.wald}, epsilon);
  REQUIRE(found.findings.size() == expected.findings.size());
  for (std::size_t i = 0; i < found.findings.size(); ++i) {
    CHECK(found.findings[i].code == expected.findings[i].code);
    CHECK(found.findings[i].message == expected.findings[i].message);
  }
}
/// That rounds over random parts come to what cox() does.
void check(const Lives& lives, const CoxOptions& options, std::uint64_t seeds = 3, double epsilon = 1e-12) {
  const CoxModel expected = cox(lives.table(lives.all()), options);
  same(by_rounds(lives, {lives.all()}, options), expected, epsilon);
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    same(by_rounds(lives, lives.parts(seed), options), expected, epsilon);
}

}  // namespace

TEST_SUITE("survival/cox_rounds") {
  TEST_CASE("lung, rossi and heart in parts agree with R, and with cox()") {
    const CoxOptions options{.covariates = {"age", "sex", "ph.ecog"}};
    const Lives lives = lung();
    const CoxModel model = by_rounds(lives, lives.parts(7), options);
    same(model.coef, {.01106676456, -.55261239570, .46372847537}, 1e-8);
    same(model.std_error, {.009267411014, .167739053787, .113577266162}, 1e-8);
    same({model.null_log_likelihood, model.log_likelihood, model.score},
         {-744.480455761, -729.230121375, 30.49992270}, 1e-8);
    CHECK(model.left_out == 1);
    CoxOptions breslow = options;
    breslow.ties = CoxTies::breslow;
    same(by_rounds(lives, lives.parts(8), breslow).coef, {.01104113635, -.55188956979, .46294704059}, 1e-8);
    CoxOptions robust = options;
    robust.robust = true;
    same(by_rounds(lives, lives.parts(9), robust).std_error, {.00988139278, .16474842795, .12415884861},
         1e-8);
    const Lives stretches = heart();
    const CoxModel transplants =
        by_rounds(stretches, stretches.parts(1), {.covariates = {"age", "year", "surgery", "transplant"}});
    same(transplants.coef, {.02716664096, -.14634634567, -.63720988997, -.01025077241}, 1e-8);
    same({transplants.log_likelihood}, {-290.565616218}, 1e-11);
    const Lives convicts = rossi();
    const CoxModel arrests = by_rounds(convicts, convicts.parts(1),
                                       {.covariates = {"fin", "age", "race", "wexp", "mar", "paro", "prio"}});
    same(arrests.coef,
         {-.37942216649, -.05743774268, .31389978784, -.14979569767, -.43370387794, -.08487108250,
          .09149708099},
         2e-8);  // R stops early
    check(lives, options);
    check(lives, breslow);
    check(lives, robust);
    check(stretches, {.covariates = {"age", "year", "surgery", "transplant"}});
    check(stretches, {.covariates = {"age", "year", "surgery", "transplant"}, .cluster = "id"});
    check(stretches, {.covariates = {"age", "surgery"}, .strata = {"transplant"}});
    check(convicts, {.covariates = {"fin", "age", "race", "wexp", "mar", "paro", "prio"}});
  }
  TEST_CASE("any parts, in any order, are the whole: strata, stretches, weights, offsets, clusters, levels") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      Lives lives = customers(seed, 400);
      if (seed % 2 == 0) lives.entry.clear();
      const CoxTies ties = seed % 3 == 0 ? CoxTies::breslow : CoxTies::efron;
      const std::vector<std::string> covariates{"plan", "seats", "mood"};
      check(lives, {.covariates = covariates, .ties = ties});
      check(lives, {.covariates = covariates, .strata = {"region"}, .offset = "offset", .ties = ties});
      check(lives, {.covariates = covariates, .cluster = "account", .ties = ties});
      check(lives, {.covariates = {"seats"}, .strata = {"region", "plan"}, .ties = ties, .robust = true});
      std::mt19937_64 random(seed);
      for (std::size_t i = 0; i < 400; ++i)
        lives.weight.push_back(static_cast<double>(1 + random() % 5) / (seed > 3 ? 1.0 : 3.0));
      lives.weight_kind = seed > 3 ? WeightKind::cases : WeightKind::revenue;
      check(lives, {.covariates = covariates, .strata = {"region"}, .offset = "offset", .ties = ties});
      check(lives, {.covariates = covariates, .ties = ties, .penalty = 5});
      check(lives, {.covariates = covariates,
                    .ties = ties,
                    .penalty = 5,
                    .penalty_factors = {1, 0, 2},
                    .standardize = false});
    }
  }
  TEST_CASE("covariates of 1e8, offsets of 1e3 and ages that are nearly ties lose nothing") {
    Lives lives = customers(11, 300);
    for (double& mood : lives.numbers["mood"]) mood = 1e8 + std::round(10 * mood);
    for (double& offset : lives.numbers["offset"]) offset = 1e3 + offset;
    for (std::size_t i = 0; i < 300; ++i)
      lives.duration[i] = lives.duration[i] / 10 * (1 + (i % 3 == 0 ? 1e-10 : 0)), lives.entry[i] /= 10;
    check(lives, {.covariates = {"mood", "seats"}, .offset = "offset"}, 6);
    for (double& offset : lives.numbers["offset"]) offset = 500 * (offset - 1e3);  // risks are taken anew
    check(lives, {.covariates = {"mood", "seats"}, .offset = "offset"}, 3, 1e-9);
  }
  TEST_CASE("what has no coefficient has none, for the same reasons") {
    Lives lives = customers(3, 120);
    for (std::size_t i = 0; i < 120; ++i) {
      lives.numbers["twice"].push_back(1 - 2 * lives.numbers["seats"][i]);
      lives.numbers["constant"].push_back(3.7);
      lives.numbers["order"].push_back(-lives.duration[i]);
      lives.texts["one"].push_back("level");
    }
    check(lives, {.covariates = {"seats", "twice", "constant", "seats", "one", "plan", "plan"}});
    check(lives, {.covariates = {"constant"}});
    lives.entry.clear();
    const CoxOptions options{.covariates = {"order"}, .robust = true};
    const CoxModel model = by_rounds(lives, lives.parts(1), options);
    REQUIRE(model.findings.size() == 1);
    CHECK(model.findings[0].message == cox(lives.table(lives.all()), options).findings[0].message);
    CHECK(std::isnan(model.coef[0]));
  }
  TEST_CASE("what follows from a model follows from this one too") {
    const Lives lives = customers(5, 500);
    const CoxOptions options{.covariates = {"plan", "seats"}, .strata = {"region"}, .offset = "offset"};
    const CoxModel expected = cox(lives.table(lives.all()), options);
    const CoxModel model = by_rounds(lives, lives.parts(2), options);
    const Frame frame = lives.frame({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    const auto risk = cox_risk(model, frame), expected_risk = cox_risk(expected, frame);
    same(risk.linear_predictor, expected_risk.linear_predictor, 1e-11);
    same(risk.std_error, expected_risk.std_error, 1e-11);
    const auto future = predict_cox(model, frame, {.ages = {3, 10, 25}, .given_age = 1});
    const auto expected_future = predict_cox(expected, frame, {.ages = {3, 10, 25}, .given_age = 1});
    same(future.survival, expected_future.survival, 1e-11);
    same(future.std_error, expected_future.std_error, 1e-11);
    CHECK(baseline_hazard(model).time.size() == baseline_hazard(expected).time.size());
  }
  TEST_CASE("threads work on parts of their own") {
    const Lives lives = customers(9, 2000);
    const CoxOptions options{.covariates = {"plan", "seats", "mood"}, .cluster = "account", .threads = 1};
    std::vector<Lifetimes> tables;
    std::vector<Rows> rows(4);
    for (std::size_t i = 0; i < 2000; ++i) rows[i % 4].push_back(i);
    for (const Rows& each : rows) tables.push_back(lives.table(each));
    CoxRounds rounds(options);
    while (!rounds.done()) {
      std::vector<CoxPartial> parts(tables.size(), CoxPartial(rounds.task()));
      std::vector<std::thread> threads;
      for (std::size_t i = 0; i < tables.size(); ++i)
        threads.emplace_back([&parts, &tables, i] { parts[i].update(tables[i]); });
      for (std::thread& each : threads) each.join();
      for (std::size_t i = 1; i < parts.size(); ++i) parts[0].merge(parts[i]);
      rounds.advance(parts[0]);
    }
    same(rounds.model(), cox(lives.table(lives.all()), options));
  }
  TEST_CASE("bytes of a state that were changed end in an error or in a model, never in a crash") {
    const Lives lives = customers(21, 40);
    const Lifetimes table = lives.table(lives.all());
    const CoxOptions options{
        .covariates = {"plan", "seats"}, .strata = {"region"}, .cluster = "account", .max_iterations = 12};
    std::mt19937_64 random(5);
    int read = 0, refused = 0;
    for (std::int64_t round = 1; round <= 12; ++round)
      for (int i = 0; i < 60; ++i) {
        CoxRounds rounds(options);
        try {
          while (!rounds.done()) {
            auto bytes = part_of(rounds.task(), table).serialize();
            if (rounds.task().number() == round)
              bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
            rounds.advance(CoxPartial::deserialize(bytes));
          }
          ++read;
        } catch (const Error&) {
          ++refused;
        }
      }
    CHECK(read > 0);
    CHECK(refused > 0);
  }
  TEST_CASE("settings, states and moments that do not fit are refused by name") {
    const Lives lives = lung();
    const Lifetimes table = lives.table(lives.all());
    const auto refusal = [](const auto& f) {
      try {
        f();
        return std::string("nothing");
      } catch (const Error& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal([] { CoxRounds({.covariates = {}}); }) ==
          "cox: covariates = 0 names were given; a model needs one");
    CHECK(refusal([] { CoxRounds({.covariates = {"age"}, .tolerance = 0}); }) ==
          "cox: tolerance = 0 is not in (0, 1)");
    CHECK(refusal([] { CoxRounds({.covariates = {"age"}, .ties = CoxTies::exact}); }) ==
          "CoxRounds: ties = exact needs all lives of an age in one place; efron and breslow do not");
    CoxRounds rounds({.covariates = {"age"}});
    CHECK(refusal([&] { static_cast<void>(rounds.model()); }) ==
          "CoxRounds: model is not done: round 1 has not come up");
    CHECK(refusal([&] { rounds.advance(CoxPartial()); }) ==
          "CoxRounds: all = a state without a task was given; it is to be made of task()");
    CHECK(refusal([&] { rounds.advance(CoxPartial(rounds.task())); }) ==
          "cox: lives = 0 rows none of which has ended tell no hazard");
    rounds.advance(part_of(rounds.task(), table));
    CHECK(rounds.task().number() == 2);
    CHECK(refusal([&] {
            rounds.advance(part_of(rounds.task(), lives.table({0, 1, 2})));
          }) == "CoxRounds: all = 3 lives, 0 left out is not the survey's 228 lives, 0 left out");
    CHECK(refusal([&] { rounds.advance(part_of(CoxRounds({.covariates = {"age"}}).task(), table)); }) ==
          "CoxPartial: task = that of round 1 is not that of this state, which is of round 2");
    CHECK(refusal([&] { by_rounds(lives, {lives.all()}, {.covariates = {"age"}, .max_iterations = 1}); }) ==
          "cox: max_iterations = 1 steps do not reach the tolerance");
    while (!rounds.done()) rounds.advance(part_of(rounds.task(), table));
    CHECK(refusal([&] { rounds.advance(part_of(rounds.task(), table)); }) ==
          "CoxRounds: model is done; there is no further round");
    Lives none = lung();
    none.ended.assign(none.ended.size(), 0);
    CHECK(refusal([&] { by_rounds(none, none.parts(1), {.covariates = {"age"}}); }) ==
          "cox: lives = 228 rows none of which has ended tell no hazard");
    none.numbers["age"][7] = HUGE_VAL;
    CHECK(refusal([&] { by_rounds(none, {none.all()}, {.covariates = {"age"}}); }) ==
          "CoxPartial: age[7] = inf is not a finite number");
  }
}
