// SPDX-License-Identifier: MIT
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

const LifeTableOptions by_group{.by = {"group"}};

}  // namespace

TEST_SUITE("survival/life_table") {
  TEST_CASE("lives are counted by age and outcome") {
    const LifeTable table(Lifetimes({.duration = std::vector<double>{3, 3, 5, 3},
                                     .entry = std::vector<double>{0, 1, 3, 2},
                                     .ended = std::vector<std::uint8_t>{1, 0, 1, 1}}));
    REQUIRE(table.groups().size() == 1);
    const auto& cells = table.groups().begin()->second;
    CHECK(cells.age == std::vector<double>{0, 1, 2, 3, 5});
    CHECK(cells.entered == std::vector<std::int64_t>{1, 1, 1, 1, 0});
    CHECK(cells.outcomes[0] == std::vector<std::int64_t>{0, 0, 0, 1, 0});
    CHECK(cells.outcomes[1] == std::vector<std::int64_t>{0, 0, 0, 2, 1});
    CHECK(table.size() == 4);
  }
  TEST_CASE("any partition, in any order, gives the same bytes") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      const test::RandomLives random(seed, 150);
      const bool late = seed % 2 == 0, weighted = seed % 3 == 0;
      const auto whole = LifeTable(random.table(late, weighted), by_group).serialize();
      std::mt19937_64 shuffle(seed);
      std::vector<std::size_t> rows(random.size());
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
      std::shuffle(rows.begin(), rows.end(), shuffle);
      std::vector<LifeTable> parts;
      for (std::size_t begin = 0; begin < rows.size();) {
        const std::size_t end = std::min(rows.size(), begin + 1 + shuffle() % 60);
        parts.emplace_back(random.table({rows.begin() + static_cast<std::ptrdiff_t>(begin),
                                         rows.begin() + static_cast<std::ptrdiff_t>(end)},
                                        late, weighted),
                           by_group);
        begin = end;
      }
      LifeTable merged(by_group);
      for (const LifeTable& part : parts) merged.merge(LifeTable::deserialize(part.serialize()));
      CHECK(merged.serialize() == whole);
      CHECK(LifeTable::deserialize(whole).serialize() == whole);
    }
  }
  TEST_CASE("any number of threads gives the same bytes, and sparse ages too") {
    std::mt19937_64 random(7);
    std::vector<std::int32_t> days, spread;
    std::vector<std::uint8_t> ended;
    for (int i = 0; i < 400000; ++i) {
      days.push_back(static_cast<std::int32_t>(random() % 1000));
      spread.push_back(static_cast<std::int32_t>(random() % 2000000000));
      ended.push_back(static_cast<std::uint8_t>(random() % 2));
    }
    for (const auto& ages : {days, spread}) {
      const Lifetimes lives({.duration = DurationColumn(ages), .ended = Column<std::uint8_t>(ended)});
      const auto one = LifeTable(lives, {.threads = 1}).serialize();
      CHECK(LifeTable(lives, {.threads = 2}).serialize() == one);
      CHECK(LifeTable(lives, {.threads = 8}).serialize() == one);
      CHECK(LifeTable::deserialize(one).size() == 400000);
    }
  }
  TEST_CASE("whole numbers make the same groups however far apart they lie, and whatever their type") {
    constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = -(least + 1);
    for (const std::int64_t odd : {std::int64_t{3}, std::int64_t{-7}, std::int64_t{900}, least, most}) {
      std::mt19937_64 random(11);
      std::vector<std::int32_t> days;
      std::vector<std::uint8_t> ended;
      std::vector<std::int64_t> number;
      std::vector<std::string> text;
      for (int i = 0; i < 5000; ++i) {
        days.push_back(static_cast<std::int32_t>(random() % 500));
        ended.push_back(static_cast<std::uint8_t>(random() % 2));
        number.push_back(i == 1 || i == 4999 ? odd : static_cast<std::int64_t>(random() % 5) - 2);
        text.push_back(std::to_string(number.back()));
      }
      Frame attributes;
      attributes.add("number", Column<std::int64_t>(number));
      attributes.add("text", IdColumn(text));
      const Lifetimes lives({.duration = days, .ended = ended, .attributes = attributes});
      const LifeTable numbers(lives, {.by = {"number"}}), texts(lives, {.by = {"text"}});
      REQUIRE(numbers.groups().size() == 6);
      for (const auto& [key, cells] : numbers.groups()) {
        const auto same = texts.groups().find(
            {fealty::survival::detail::Label(std::to_string(std::get<std::int64_t>(key.first))), key.second});
        REQUIRE(same != texts.groups().end());
        CHECK(same->second.age == cells.age);
        CHECK(same->second.outcomes == cells.outcomes);
      }
    }
  }
  TEST_CASE("few lives in many groups and far ages are numbered by rank") {
    std::vector<std::int32_t> duration;
    std::vector<std::int64_t> account;
    for (int i = 0; i < 3000; ++i)
      duration.push_back(i % 7 == 0 ? 100000 : i % 50), account.push_back(i % 1000);
    Frame attributes;
    attributes.add("account", Column<std::int64_t>(account));
    const Lifetimes lives(
        {.duration = duration, .ended = std::vector<std::uint8_t>(3000, 1), .attributes = attributes});
    const LifeTable table(lives, {.by = {"account"}});
    CHECK(table.groups().size() == 1000);
    CHECK(table.size() == 3000);
    const auto& first = table.groups().begin()->second;  // rows 0, 1000 and 2000
    CHECK(first.age == std::vector<double>{0, 100000});
    CHECK(first.outcomes[1] == std::vector<std::int64_t>{2, 1});
  }
  TEST_CASE("causes of partitions are brought together") {
    const auto of = [](std::vector<std::string> causes) {
      std::vector<double> duration(causes.size(), 1.0);
      return LifeTable(Lifetimes({.duration = duration, .cause = IdColumn(causes), .censored = "alive"}));
    };
    LifeTable table = of({"price", "alive"});
    table.merge(of({"bankrupt", "price"}));
    CHECK(table.causes() == std::vector<std::string>{"bankrupt", "price"});
    CHECK(table.serialize() == of({"price", "alive", "bankrupt", "price"}).serialize());
  }
  TEST_CASE("whole weights are summed exactly, whatever their size") {
    const double large = 0x1p49 + 1;
    const std::vector<double> weight{large, 1, large, 3, 1};
    const auto table = [&](std::vector<double> order) {
      return LifeTable(Lifetimes({.duration = std::vector<double>(5, 2.0),
                                  .ended = std::vector<std::uint8_t>(5, 1),
                                  .weight = std::move(order)}));
    };
    const LifeTable sum = table(weight);
    CHECK(sum.groups().begin()->second.weights[1][0].value() == 2 * large + 5);
    CHECK(table({1, 3, large, 1, large}).serialize() == sum.serialize());
  }
  TEST_CASE("what does not add up is refused, and nothing is changed") {
    LifeTable table(Lifetimes({.duration = std::vector<double>{1}, .ended = std::vector<std::uint8_t>{1}}));
    const auto before = table.serialize();
    CHECK_THROWS_WITH(table.update(Lifetimes({.duration = std::vector<double>{1},
                                              .ended = std::vector<std::uint8_t>{1},
                                              .weight = std::vector<double>{2}})),
                      "LifeTable: weight_kind = cases is not that of the lives so far, which is none");
    CHECK_THROWS_WITH(table.merge(LifeTable(by_group)),
                      "LifeTable: by = group is not this table's, which is none");
    CHECK(table.serialize() == before);
    CHECK_THROWS_WITH(
        LifeTable(Lifetimes(test::lung()), {.by = {"plan"}}),
        "LifeTable: by = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    CHECK_THROWS_WITH(LifeTable(LifeTableOptions{.threads = -1}), "LifeTable: threads = -1 is negative");
    Frame attributes;
    attributes.add("score", Column<double>(std::vector<double>{0.5}));
    CHECK_THROWS_WITH(
        LifeTable(Lifetimes({.duration = std::vector<double>{1},
                             .ended = std::vector<std::uint8_t>{1},
                             .attributes = attributes}),
                  {.by = {"score"}}),
        "LifeTable: score[0] = 0.5 does not make groups: texts, whole numbers, dates and flags do");
  }
  TEST_CASE("bytes that are no table are refused") {
    const auto bytes = LifeTable(test::RandomLives(3, 30).table(true, true), by_group).serialize();
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_THROWS_AS(LifeTable::deserialize(std::span(bytes).first(size)), InvalidInput);
    auto longer = bytes;
    longer.push_back(0);
    CHECK_THROWS_WITH_AS(
        LifeTable::deserialize(longer),
        doctest::String(
            fmt::format("LifeTable: bytes = {} bytes has 1 bytes too many", longer.size()).c_str()),
        InvalidInput);
    std::mt19937_64 random(1);
    int read = 0, refused = 0;
    for (int i = 0; i < 3000; ++i) {  // no change crashes; what is still read can be finished
      auto changed = bytes;
      changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
      try {
        const auto curve = kaplan_meier(LifeTable::deserialize(changed), {.robust = false});
        for (const std::int64_t at_risk : curve.at_risk) REQUIRE(at_risk > 0);
        ++read;
      } catch (const InvalidInput&) {
        ++refused;
      }
    }
    CHECK(read > 0);
    CHECK(refused > 0);
  }
  TEST_CASE("the empty table is the neutral element") {
    const auto bytes = LifeTable(test::RandomLives(5, 20).table(false, false)).serialize();
    LifeTable empty;
    CHECK(empty.size() == 0);
    empty.merge(LifeTable());
    empty.merge(LifeTable::deserialize(bytes));
    CHECK(empty.serialize() == bytes);
    empty.merge(LifeTable());
    CHECK(empty.serialize() == bytes);
  }
}
