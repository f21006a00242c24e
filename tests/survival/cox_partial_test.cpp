// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_partial.hpp>

#include <fealty/survival/cox_rounds.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

CoxPartial part_of(const CoxTask& task, const Lifetimes& lives) {
  CoxPartial part(task);
  part.update(lives);
  return part;
}
/// A task of each round of a robust fit, and what lives make of it.
struct Rounds {
  std::vector<CoxTask> task;
  std::vector<CoxPartial> part;

  explicit Rounds(const Lifetimes& lives, CoxOptions options) {
    CoxRounds rounds(std::move(options));
    std::set<CoxRound> seen;
    while (!rounds.done()) {
      const CoxPartial all = part_of(rounds.task(), lives);
      if (seen.insert(rounds.task().round()).second) task.push_back(rounds.task()), part.push_back(all);
      rounds.advance(all);
    }
  }
};
const CoxOptions grouped{.covariates = {"score"}, .strata = {"group"}, .cluster = "group"};

test::RandomLives scored(std::uint64_t seed, std::size_t rows) {
  test::RandomLives random(seed, rows);
  std::mt19937_64 draw(seed);
  for (std::size_t i = 0; i < rows; ++i) random.score.push_back(static_cast<double>(draw() % 100) / 7);
  return random;
}
/// Lives of which each has a plan.
Lifetimes planned(std::vector<std::string> plans, std::vector<double> days) {
  Frame attributes;
  std::vector<std::uint8_t> ended(plans.size(), 1);
  attributes.add("plan", IdColumn(plans));
  return Lifetimes({.duration = std::move(days), .ended = std::move(ended), .attributes = attributes});
}

}  // namespace

TEST_SUITE("survival/cox_partial") {
  TEST_CASE("counts of whole numbers are the same bytes in any partition and order") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      test::RandomLives random = scored(seed, 150);
      const CoxTask task = CoxRounds({.covariates = {"group"}, .strata = {"group"}, .robust = false}).task();
      const auto whole = part_of(task, random.table(seed % 2 == 0, seed % 3 == 0)).serialize();
      std::vector<std::size_t> rows(150);
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
      std::mt19937_64 shuffle(seed);
      std::shuffle(rows.begin(), rows.end(), shuffle);
      CoxPartial merged;
      for (std::size_t begin = 0; begin < rows.size();) {
        const std::size_t end = std::min(rows.size(), begin + 1 + shuffle() % 60);
        merged.merge(part_of(task, random.table({rows.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 rows.begin() + static_cast<std::ptrdiff_t>(end)},
                                                seed % 2 == 0, seed % 3 == 0)));
        begin = end;
      }
      CHECK(merged.serialize() == whole);
    }
  }
  TEST_CASE(
      "a state of lives that were added and one that was merged are the same; nothing changes nothing") {
    const Lifetimes lives = scored(2, 60).table(true, false);
    const Rounds rounds(lives, grouped);
    REQUIRE(rounds.task.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
      CoxPartial all = rounds.part[i];
      CHECK(all.size() == 60);
      all.merge(CoxPartial());
      all.merge(CoxPartial(rounds.task[i]));
      CHECK(all.serialize() == rounds.part[i].serialize());
      CoxPartial none;
      none.merge(CoxPartial::deserialize(all.serialize()));
      CHECK(none.serialize() == all.serialize());
      const auto task = rounds.task[i].serialize();
      CHECK(CoxTask::deserialize(task).serialize() == task);
      CHECK(part_of(CoxTask::deserialize(task), lives).serialize() == all.serialize());
      none.merge(all);
      CHECK(none.size() == 120);
    }
  }
  TEST_CASE("bytes that are no task or no state are refused at every length and never crash") {
    const Lifetimes lives = scored(3, 25).table(true, true);
    const Rounds rounds(lives, grouped);
    std::mt19937_64 random(1);
    const auto refused = [](const auto& f) {
      try {
        f();
      } catch (const Error&) {
        return true;
      }
      return false;
    };
    for (std::size_t i = 0; i < rounds.task.size(); ++i) {
      const auto task = rounds.task[i].serialize(), part = rounds.part[i].serialize();
      for (std::size_t size = 0; size < task.size(); ++size)
        REQUIRE_THROWS_AS(CoxTask::deserialize(std::span(task).first(size)), InvalidInput);
      for (std::size_t size = 0; size < part.size(); ++size)
        REQUIRE_THROWS_AS(CoxPartial::deserialize(std::span(part).first(size)), InvalidInput);
      int read = 0, wrong = 0;
      for (int k = 0; k < 1500; ++k) {
        auto changed = k % 2 == 0 ? task : part;
        changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
        const bool bad = refused([&] {
          if (k % 2 == 0) part_of(CoxTask::deserialize(changed), lives);
          else CoxPartial(rounds.task[i]).merge(CoxPartial::deserialize(changed));
        });
        ++(bad ? wrong : read);
      }
      CHECK(read > 0);
      CHECK(wrong > 0);
    }
  }
  TEST_CASE("states that do not belong together are refused, and nothing is changed") {
    const Lifetimes lives = scored(4, 40).table(false, false);
    const Rounds rounds(lives, grouped), others(scored(5, 40).table(false, false), grouped);
    CoxPartial part = rounds.part[1];
    const auto before = part.serialize();
    CHECK_THROWS_WITH_AS(part.merge(rounds.part[2]),
                         "CoxPartial: task = that of round 3 is not that of this state, which is of round 2",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(part.merge(others.part[1]), "CoxPartial: task = that of round 2 is of another fit",
                         InvalidInput);
    CHECK_THROWS_WITH(CoxPartial::deserialize(before).update(lives),
                      "CoxPartial: task = none tells what to do with lives; a state that was read from bytes "
                      "is to be merged into one of its task");
    CHECK_THROWS_WITH(part.update(Lifetimes(test::lung())),
                      "CoxPartial: strata = \"group\" is no attribute of the lives; there are sex, ph.ecog, "
                      "age, inst");
    CHECK_THROWS_WITH(part.update(scored(4, 40).table(false, true)),
                      "CoxPartial: weight_kind = cases is not that of the lives so far, which is none");
    CHECK(part.serialize() == before);
    CoxPartial survey = rounds.part[0];
    CHECK_THROWS_WITH(survey.update(scored(4, 40).table(false, true)),
                      "CoxPartial: weight_kind = cases is not that of the lives so far, which is none");
    CHECK(survey.serialize() == rounds.part[0].serialize());
  }
  TEST_CASE("lives that the survey did not see are refused by name") {
    const Rounds rounds(planned({"a", "b", "a", "b", "a"}, {1, 2, 3, 4, 5}), {.covariates = {"plan"}});
    const auto refusal = [&](const Lifetimes& lives) {
      try {
        part_of(rounds.task[1], lives);
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal(planned({"a", "gold"}, {1, 2})) ==
          "CoxPartial: plan[1] = gold is a level that was not in the survey");
    CHECK(refusal(planned({"a", "b"}, {1, 7})) ==
          "CoxPartial: duration[1] = 7 is an age that was not in the survey");
    CHECK(refusal(Lifetimes({.duration = std::vector<double>{1}, .ended = std::vector<std::uint8_t>{1}})) ==
          "CoxPartial: covariates = \"plan\" is no attribute of the lives; there are none");
    Frame numbers;
    numbers.add("plan", Column<double>(std::vector<double>{1}));
    const Lifetimes other(
        {.duration = std::vector<double>{1}, .ended = std::vector<std::uint8_t>{1}, .attributes = numbers});
    CHECK(refusal(other) ==
          "CoxPartial: plan[0] is told otherwise than in the survey: texts are not numbers");
    CoxPartial survey = rounds.part[0];
    CHECK_THROWS_WITH(survey.update(other),
                      "CoxPartial: covariates = \"plan\" is of texts in some lives and of numbers in others");
  }
  TEST_CASE("no lives, and one") {
    const CoxTask task = CoxRounds({.covariates = {"plan"}}).task();
    CHECK(task.number() == 1);
    CHECK(task.round() == CoxRound::survey);
    CHECK(part_of(task, planned({}, {})).size() == 0);
    CHECK(part_of(task, planned({"a"}, {1})).size() == 1);
    CHECK(CoxPartial().size() == 0);
  }
}
