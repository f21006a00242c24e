// SPDX-License-Identifier: MIT
#include <fealty/health/leakage.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

using OutcomeFlags = std::vector<std::uint8_t>;

/// 100 rows, each of an account of its own, of which the first 40 have the outcome.
struct Hundred {
  OutcomeFlags outcome = OutcomeFlags(100, 0);
  Texts account;
  tables::Days as_of = tables::Days(100, 500);
  Frame attributes;

  Hundred() {
    for (std::size_t i = 0; i < 100; ++i) {
      outcome[i] = i < 40 ? 1 : 0;
      account.push_back(fmt::format("a{}", i));
    }
  }
  template <class Value>
  void add(const std::string& name, Value value) {
    Reals values;
    for (std::size_t i = 0; i < 100; ++i) values.push_back(value(i));
    attributes.add(name, Column<double>(std::move(values)));
  }
  Examples examples() const {
    return Examples({.outcome = outcome, .attributes = attributes, .account = account, .as_of = as_of});
  }
};
std::string kinds(const Leakage& found) {
  std::string out;
  for (std::size_t i = 0; i < found.kind.size(); ++i)
    out += fmt::format("{}{}: {}", i == 0 ? "" : ", ", found.attribute[i],
                       enum_names(LeakKind{})[static_cast<std::size_t>(found.kind[i])]);
  return out;
}

}  // namespace

TEST_SUITE("health/leakage") {
  TEST_CASE("what is the outcome, or nearly tells it, is found whichever way it points") {
    Hundred rows;
    rows.add("honest", [](std::size_t i) { return static_cast<double>(i * 37 % 100); });
    rows.add("churned", [](std::size_t i) { return i < 40 ? 1.0 : 0.0; });
    rows.add("stayed", [](std::size_t i) { return i < 40 ? 0.0 : 1.0; });
    rows.add("later_usage", [](std::size_t i) { return static_cast<double>(i == 39 ? 41 : i); });
    const Leakage found = leakage(rows.examples());
    CHECK(kinds(found) ==
          "honest: none, churned: same_as_outcome, stayed: same_as_outcome, "
          "later_usage: separates_outcomes");
    CHECK(found.leaks == 3);
    CHECK(found.auc[1] == 1);
    CHECK(found.auc[3] == doctest::Approx(1 - 1.5 / 2400).epsilon(1e-14));  // 1 pair wrong, 1 tied
    CHECK(std::isnan(found.missing_auc[1]));
    CHECK(found.rows[3] == 100);
    CHECK(found.findings.empty());
  }

  TEST_CASE("a limit divides what is good from what is too good") {
    Hundred rows;
    rows.add("score", [](std::size_t i) { return static_cast<double>(i == 0 ? 80 : i); });  // 40 - .5 pairs
    const double auc = 1 - 40.5 / 2400;
    const Leakage found = leakage(rows.examples());
    CHECK(found.auc[0] == doctest::Approx(auc).epsilon(1e-14));
    CHECK(kinds(found) == "score: separates_outcomes");
    CHECK(kinds(leakage(rows.examples(), {.auc = 0.99})) == "score: none");
  }

  TEST_CASE("what is told only of those who left shows by where it is missing") {
    Hundred rows;
    rows.attributes.add("left_on", Days{tables::Days(100, 510)});
    Texts texts(100);
    for (std::size_t i = 0; i < 40; ++i) texts[i] = i % 2 == 0 ? "price" : "product";
    rows.attributes.add("reason", tables::ids_with_nulls(texts));
    rows.add("survey", [](std::size_t i) {
      return i % 2 == 0 ? static_cast<double>(i * 37 % 100) : std::numeric_limits<double>::quiet_NaN();
    });
    const Leakage found = leakage(rows.examples());
    CHECK(kinds(found) == "left_on: none, reason: missing_separates, survey: none");
    CHECK(std::isnan(found.auc[1]));  // all that have a reason left
    CHECK(found.missing_auc[1] == 1);
    CHECK(found.missing_auc[2] == 0.5);
  }

  TEST_CASE("texts are judged by the other accounts of the same text") {
    Hundred rows;
    Texts status, name, color;
    for (std::size_t i = 0; i < 100; ++i) {
      status.push_back(i < 40 ? "cancelled" : "active");
      name.push_back(fmt::format("name {}", i));
      color.push_back(i % 3 == 0 ? "red" : "green");
    }
    rows.attributes.add("status", IdColumn(status));
    rows.attributes.add("name", IdColumn(name));
    rows.attributes.add("color", IdColumn(color));
    const Leakage found = leakage(rows.examples());
    CHECK(kinds(found) == "status: same_as_outcome, name: none, color: none");
    CHECK(found.auc[1] == 0.5);
    // several rows of one account, each with a name of its own: no name of another account's to go by
    OutcomeFlags outcome;
    Texts account, names;
    for (std::size_t i = 0; i < 300; ++i) {
      outcome.push_back(i / 3 < 40 ? 1 : 0);
      account.push_back(fmt::format("a{}", i / 3));
      names.push_back(fmt::format("name {}", i / 3));
    }
    ExampleColumns columns{.outcome = outcome};
    columns.attributes.add("name", IdColumn(names));
    CHECK(kinds(leakage(Examples(columns))) == "name: separates_outcomes");  // as if rows were independent
    columns.account = account;
    CHECK(kinds(leakage(Examples(columns))) == "name: none");
  }

  TEST_CASE("what is dated after as_of is known later, however little it tells") {
    Hundred rows;
    rows.add("score", [](std::size_t i) { return static_cast<double>(i * 37 % 100); });
    tables::Days dates(100, 500);
    rows.attributes.add("made_of", Days{dates});
    CHECK(kinds(leakage(rows.examples(), {.known_on = "made_of"})) == "made_of: none, score: none");
    dates[7] = 501;
    Hundred later;
    later.attributes.add("made_of", Days{dates});
    const Leakage found = leakage(later.examples(), {.known_on = "made_of"});
    CHECK(kinds(found) == "made_of: known_later");
    CHECK(found.rows[0] == 1);
  }

  TEST_CASE("few accounts prove nothing, and that is said") {
    Hundred rows;
    rows.add("score", [](std::size_t i) { return static_cast<double>(i); });
    const Leakage found = leakage(rows.examples(), {.least_outcomes = 41});
    CHECK(kinds(found) == "score: none");
    CHECK(found.auc[0] == 1);
    REQUIRE(tables::codes(found.findings) == "few_outcomes");
    CHECK(found.findings[0].message ==
          "leakage: score would be too good to be true, with more than 40 "
          "accounts that have the outcome, and have it not");
  }

  TEST_CASE("of one class alone nothing can be told") {
    ExampleColumns columns{.outcome = OutcomeFlags{1, 1}};
    columns.attributes.add("score", Column<double>(Reals{1, 2}));
    const Leakage one = leakage(Examples(columns));
    CHECK(kinds(one) == "score: none");
    CHECK(std::isnan(one.auc[0]));
    REQUIRE(tables::codes(one.findings) == "one_class");
    CHECK(one.findings[0].message ==
          "leakage: all 2 examples are with the outcome; only dates can be looked at");
    CHECK(tables::codes(leakage(Examples({.outcome = OutcomeFlags{}})).findings) == "no_examples");
  }

  TEST_CASE("the order of rows does not matter") {
    std::mt19937_64 random(3);
    OutcomeFlags outcome;
    Texts account, text;
    Reals score;
    for (std::size_t i = 0; i < 200; ++i) {
      outcome.push_back(random() % 4 == 0 ? 1 : 0);
      account.push_back(fmt::format("a{}", random() % 60));
      text.push_back(fmt::format("t{}", random() % 9));
      score.push_back(static_cast<double>(random() % 50));
    }
    const auto make = [&] {
      ExampleColumns columns{.outcome = outcome, .attributes = {}, .account = account};
      columns.attributes.add("score", Column<double>(score));
      columns.attributes.add("text", IdColumn(text));
      return leakage(Examples(columns)).auc;
    };
    const auto once = make();
    for (std::size_t i = 199; i > 0; --i) {
      const std::size_t j = random() % (i + 1);
      std::swap(outcome[i], outcome[j]);
      std::swap(account[i], account[j]);
      std::swap(text[i], text[j]);
      std::swap(score[i], score[j]);
    }
    CHECK(make() == once);
  }

  TEST_CASE("refuses options out of range, and attributes that are not there") {
    const Examples examples = Hundred().examples();
    const auto refuses = [&](const LeakageOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(leakage(examples, options), message, InvalidInput);
    };
    refuses({.attributes = {"usage"}}, "leakage: attributes = \"usage\" is no attribute of the examples");
    refuses({.known_on = "made_of"}, "leakage: known_on = \"made_of\" is no attribute of the examples");
    refuses({.auc = 1}, "leakage: auc = 1 is not in (.5, 1)");
    refuses({.auc = std::numeric_limits<double>::quiet_NaN()}, "leakage: auc = nan is not in (.5, 1)");
    refuses({.least_outcomes = 0}, "leakage: least_outcomes = 0 is below 1");
    Hundred rows;
    rows.add("made_of", [](std::size_t) { return 1.0; });
    CHECK_THROWS_WITH_AS(leakage(rows.examples(), {.known_on = "made_of"}),
                         "leakage: known_on = \"made_of\" holds no dates", InvalidInput);
    ExampleColumns columns{.outcome = OutcomeFlags{1}};
    columns.attributes.add("made_of", Days{tables::Days{1}});
    CHECK_THROWS_WITH_AS(leakage(Examples(columns), {.known_on = "made_of"}),
                         "leakage: known_on = \"made_of\" needs examples with as_of", InvalidInput);
  }
}
