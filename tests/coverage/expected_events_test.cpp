// SPDX-License-Identifier: MIT
#include <fealty/coverage/expected_events.hpp>

#include "revenue/tables.hpp"

#include <fealty/coverage/performance.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using doctest::Approx;
using survival::LifetimeColumns;
using survival::Lifetimes;
using tables::Counts;
using tables::days;
using tables::Reals;
using tables::Texts;

namespace {

Approx close_to(double value) { return Approx(value).epsilon(1e-9).scale(0); }

/// The sixty lives of data/expected_events.R, which end in 2024 at the latest.
struct SixtyLives {
  static constexpr std::int32_t day_0 = 19'000, as_of = 20'000;
  Counts account, owned, owner, cuts;
  tables::Days first, end, from, to;
  Texts cause;
  std::vector<double> entry;
  Reals x;
  Counts s;

  SixtyLives() {
    for (std::int32_t i = 0; i < 60; ++i) {
      const std::int32_t lasts = 1 + 37 * i % 97, begins = std::min(i % 6 == 5 ? 5 : 0, lasts - 1);
      const bool ended = i % 4 != 0;
      // A life that goes on is seen up to a last day of its own: its end is of no counted cause.
      account.push_back(i);
      first.push_back(day_0 + 7 * i % 50);
      end.push_back(first.back() + lasts);
      cause.push_back(!ended ? "" : i % 5 == 1 ? "second" : "first");
      entry.push_back(begins > 0 ? begins : std::nan(""));
      x.push_back(i * i % 11);
      s.push_back(i % 2);
      const std::int32_t cut = i % 3 == 0 ? std::max(begins, std::min(lasts, 40)) : lasts;
      add_owner(i, i % 4, first.back() + (begins > 0 ? begins : 0), first.back() + cut);
      if (cut < lasts) add_owner(i, (i + 1) % 4, first.back() + cut, first.back() + lasts);
    }
  }
  Lifetimes lives() const {
    LifetimeColumns columns{.origin = Column<std::int32_t>(first),
                            .end = Column<std::int32_t>(end),
                            .as_of = Date{as_of},
                            .cause = tables::ids_with_nulls(cause),
                            .account = account,
                            .attributes = attributes()};
    columns.entry = std::vector<double>(entry);
    return Lifetimes(columns);
  }
  Frame attributes() const {
    Frame found;
    found.add("x", Column<double>(x));
    found.add("s", Column<std::int64_t>(s));
    return found;
  }
  Owners owners() const {
    return Owners({.account = owned, .csm = owner, .valid_from = from, .valid_to = to});
  }

 private:
  void add_owner(std::int64_t of, std::int64_t csm, std::int32_t since, std::int32_t until) {
    owned.push_back(of), owner.push_back(csm), from.push_back(since), to.push_back(until);
  }
};

struct ByOwner {
  std::map<std::string, double> expected, observed;
  explicit ByOwner(const ExpectedEvents& found) {
    for (std::size_t i = 0; i < found.expected.size(); ++i) {
      expected[found.group.text(i)] += found.expected[i];
      observed[found.group.text(i)] += static_cast<double>(found.observed[i]);
    }
  }
};

LifetimeColumns three_lives() {
  return {.origin = Column<std::int32_t>(days({"2024-01-01", "2024-01-06", "2024-01-08"})),
          .end = Column<std::int32_t>(days({"2024-01-11", "open", "2024-01-31"})),
          .as_of = tables::date("2024-02-20"),
          .account = Texts{"a", "b", "c"}};
}
Owners three_owners() {
  return Owners({.account = Texts{"a", "a", "b", "z"},
                 .csm = Texts{"ann", "bob", "bob", "ann"},
                 .valid_from = days({"2023-12-27", "2024-01-05", "2024-01-09", "2024-01-08"}),
                 .valid_to = days({"2024-01-05", "2024-01-09", "open", "open"})});
}

}  // namespace

TEST_SUITE("coverage/expected_events") {
  TEST_CASE("what coxph() expects of each owner's stretches") {
    const SixtyLives sixty;
    const auto any = expected_events(sixty.lives(), sixty.owners(), {.covariates = {"x"}, .strata = {"s"}});
    CHECK(any.events == 45);
    const ByOwner all(any);
    CHECK(all.expected.at("0") == close_to(6.876672958813));
    CHECK(all.expected.at("1") == close_to(12.002830959255));
    CHECK(all.expected.at("2") == close_to(9.787584813752));
    CHECK(all.expected.at("3") == close_to(16.332911268180));
    CHECK(all.observed == std::map<std::string, double>{{"0", 3}, {"1", 12}, {"2", 15}, {"3", 15}});
    std::vector<double> tenth;
    for (std::size_t i = 0; i < any.expected.size(); ++i)
      if (any.account.text(i) == "9") tenth.push_back(any.expected[i]);
    REQUIRE(tenth.size() == 2);
    CHECK(tenth[0] == close_to(0.51442107649710));
    CHECK(tenth[1] == close_to(0.05476076961406));

    const auto second =
        expected_events(sixty.lives(), sixty.owners(), {.covariates = {"x"}, .cause = "second"});
    CHECK(second.cause == "second");
    const ByOwner of_second(second);
    CHECK(of_second.expected.at("0") == close_to(1.800959083740));
    CHECK(of_second.expected.at("1") == close_to(2.016660094303));
    CHECK(of_second.expected.at("2") == close_to(2.538892738366));
    CHECK(of_second.expected.at("3") == close_to(2.643488083591));
    CHECK(of_second.observed == std::map<std::string, double>{{"0", 1}, {"1", 3}, {"2", 3}, {"3", 2}});
  }

  TEST_CASE("an account that changes hands counts in part for either, and nobody's days are there too") {
    const auto found = expected_events(Lifetimes(three_lives()), three_owners());
    const auto row = [&](std::size_t i) {
      return found.account.text(i) + " " + found.group.text(i) + " " +
             to_string(Date{found.valid_from.days[i]}) + " " + to_string(Date{found.valid_to.days[i]}) +
             fmt::format(" {} {}", found.exposure[i], found.observed[i]);
    };
    REQUIRE(found.expected.size() == 6);
    CHECK(row(0) == "a ann 2024-01-01 2024-01-05 4 0");
    CHECK(row(1) == "a bob 2024-01-05 2024-01-09 4 0");
    CHECK(row(2) == "a null 2024-01-09 2024-01-11 2 1");
    CHECK(row(3) == "b null 2024-01-06 2024-01-09 3 0");
    CHECK(row(4) == "b bob 2024-01-09 2024-02-21 43 0");
    CHECK(row(5) == "c null 2024-01-08 2024-01-31 23 1");
    // a ends at age 10 of three at risk, c at 23 of two.
    CHECK(found.expected[2] == Approx(1.0 / 3));
    CHECK(found.expected[4] == Approx(1.0 / 3 + 1.0 / 2));
    CHECK(found.expected[5] == Approx(1.0 / 3 + 1.0 / 2));
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].message ==
          "expected_events: 2 of 2 events were nobody's: the account had no owner");
  }

  TEST_CASE("all stretches together expect what happened, whatever the owners") {
    std::mt19937_64 random(5);
    for (int trial = 0; trial < 60; ++trial) {
      CAPTURE(trial);
      Counts account, owned, csm;
      tables::Days first, end, from;
      Reals x;
      for (std::int64_t i = 0; i < 80; ++i) {
        account.push_back(i);
        first.push_back(static_cast<std::int32_t>(19'000 + random() % 300));
        end.push_back(random() % 3 == 0 ? open : first.back() + static_cast<std::int32_t>(random() % 60));
        x.push_back(static_cast<double>(random() % 7));
        for (std::int32_t at = 18'990; at < 19'400; at += static_cast<std::int32_t>(random() % 90) + 1) {
          owned.push_back(i), from.push_back(at), csm.push_back(static_cast<std::int64_t>(random() % 5));
        }
      }
      Frame attributes;
      attributes.add("x", Column<double>(x));
      const Lifetimes lives({.origin = Column<std::int32_t>(first),
                             .end = Column<std::int32_t>(end),
                             .as_of = Date{19'350},
                             .account = account,
                             .attributes = attributes});
      const auto found = expected_events(lives, Owners({.account = owned, .csm = csm, .valid_from = from}),
                                         {.covariates = {"x"}});
      double expected = 0, observed = 0, exposure = 0, watched = 0;
      for (std::size_t i = 0; i < found.expected.size(); ++i) {
        expected += found.expected[i];
        observed += static_cast<double>(found.observed[i]);
        exposure += found.exposure[i];
      }
      for (std::size_t i = 0; i < 80; ++i)
        if (first[i] <= 19'350) watched += std::min(end[i], 19'351) - first[i];
      CHECK(observed == found.events);
      CHECK(expected == Approx(observed).epsilon(1e-9));
      CHECK(exposure == watched);
    }
  }

  TEST_CASE("a csm's part in the model draws the ratio to 1; beside the others it does not") {
    // Five books alike, of which one loses 30% less: .7 / ((.7 + 4) / 5) = .745, and .7 of the others'.
    Counts account, owned, csm;
    tables::Days first, end, from;
    std::mt19937_64 random(17);
    for (std::int64_t i = 0; i < 40'000; ++i) {
      account.push_back(i), owned.push_back(i), csm.push_back(i % 5);
      first.push_back(19'000), from.push_back(19'000);
      const double hazard = (i % 5 == 0 ? 0.7 : 1.0) / 400;
      const double lasts = -std::log(1 - static_cast<double>(random() >> 11) * 0x1p-53) / hazard;
      end.push_back(lasts > 360 ? open : 19'001 + static_cast<std::int32_t>(lasts));
    }
    const Lifetimes lives({.origin = Column<std::int32_t>(first),
                           .end = Column<std::int32_t>(end),
                           .as_of = Date{19'359},
                           .account = account});
    const auto found = expected_events(lives, Owners({.account = owned, .csm = csm, .valid_from = from}));
    const Performance books = performance(Books({.account = found.account,
                                                 .group = found.group,
                                                 .observed = found.observed,
                                                 .expected = found.expected,
                                                 .exposure = found.exposure}));
    CHECK(books.overall_ratio == Approx(1).epsilon(1e-9));
    CHECK(books.ratio[0] == Approx(0.745).epsilon(0.02));
    CHECK(books.ratio_to_others[0] == Approx(0.7).epsilon(0.02));
    CHECK(books.ratio[1] == Approx(1.064).epsilon(0.02));
  }

  TEST_CASE("what is not known of a life is not known of its book") {
    LifetimeColumns columns = three_lives();
    columns.attributes.add("x", Column<double>(Reals{1, std::nan(""), 2}));
    const auto found = expected_events(Lifetimes(columns), three_owners(), {.covariates = {"x"}});
    CHECK(std::isnan(found.expected[3]));
    CHECK(!std::isnan(found.expected[0]));
    CHECK(found.events == 2);
  }

  TEST_CASE("a life of no day is in the book of its first day's owner") {
    const auto found =
        expected_events(Lifetimes({.origin = Column<std::int32_t>(days({"2024-01-05", "2024-01-01"})),
                                   .end = Column<std::int32_t>(days({"2024-01-05", "open"})),
                                   .as_of = tables::date("2024-02-20"),
                                   .account = Texts{"a", "b"}}),
                        three_owners());
    CHECK(found.group.text(0) == "bob");
    CHECK(found.observed[0] == 1);
    CHECK(found.exposure[0] == 0);
    CHECK(found.expected[0] == 0.5);  // of two at risk
  }

  TEST_CASE("one life") {
    const auto found = expected_events(Lifetimes({.origin = Column<std::int32_t>(days({"2024-01-05"})),
                                                  .end = Column<std::int32_t>(days({"2024-01-08"})),
                                                  .as_of = tables::date("2024-02-20"),
                                                  .account = Texts{"a"}}),
                                       three_owners());
    CHECK(found.expected == Reals{1});
    CHECK(found.group.text(0) == "bob");
  }

  TEST_CASE("refuses what makes no books") {
    const auto refuses = [](auto edit, const ExpectedEventsOptions& options, const char* message) {
      LifetimeColumns columns = three_lives();
      edit(columns);
      CHECK_THROWS_WITH_AS(expected_events(Lifetimes(columns), three_owners(), options), message,
                           InvalidInput);
    };
    const auto as_is = [](LifetimeColumns&) {};
    refuses(
        [](LifetimeColumns& c) {
          c = {.duration = Reals{1, 2, 3},
               .ended = std::vector<std::uint8_t>{1, 0, 1},
               .account = Texts{"a", "b", "c"}};
        },
        {}, "expected_events: lives are told by durations, which have no days: tell origin and end");
    refuses([](LifetimeColumns& c) { c.account = {}; }, {},
            "expected_events: lives have no account, which tells whose they are");
    refuses(
        [](LifetimeColumns& c) {
          c.weight = Column<double>(Reals{1, 2, 1});
        },
        {}, "expected_events: lives have weights; a book counts each life once");
    refuses(
        [](LifetimeColumns& c) {
          c.cause = Texts{"price", "price", "merged"};
        },
        {.cause = "sponsor"}, "expected_events: cause = \"sponsor\" ended no life; there are merged, price");
    refuses(
        [](LifetimeColumns& c) {
          c.account = Counts{1, 2, 3};
        },
        {}, "expected_events: owners = integers cannot be matched with ids that are texts");
    refuses(as_is, {.covariates = {"plan"}},
            "cox: covariates = \"plan\" is no attribute of the lives; there are none");
    refuses(
        [](LifetimeColumns& c) {
          c.end = Column<std::int32_t>(days({"open", "open", "open"}));
        },
        {}, "cox: lives = 3 rows none of which has ended tell no hazard");
    const Lifetimes empty({.origin = Column<std::int32_t>(tables::Days{}),
                           .end = Column<std::int32_t>(tables::Days{}),
                           .as_of = tables::date("2024-02-20"),
                           .account = Texts{}});
    CHECK_THROWS_AS(expected_events(empty, three_owners()), InvalidInput);
  }
}
