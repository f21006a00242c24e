// SPDX-License-Identifier: MIT
#include <fealty/health/ces.hpp>
#include <fealty/health/csat.hpp>
#include <fealty/health/nps.hpp>
#include <fealty/health/survey_counts.hpp>

#include "partial_states.hpp"
#include "revenue/tables.hpp"
#include "survey_tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using survey_tables::Answer;
using tables::Texts;

namespace {

using AccountAnswers = std::vector<Answer>;

/// The answers of accounts; all of an account are in one part.
Surveys of(const std::vector<AccountAnswers>& accounts) {
  std::vector<Answer> all;
  for (const AccountAnswers& each : accounts) all.insert(all.end(), each.begin(), each.end());
  return survey_tables::surveys(all);
}
std::vector<AccountAnswers> random_accounts(fealty::detail::SplitMix64& random) {
  const Texts users{"u", "v", "w", ""}, kinds{"nps", "csat", "ces"};
  const std::vector<std::string_view> days{"2024-01-01", "2024-02-01", "2024-02-20", "2024-03-05"};
  std::vector<AccountAnswers> accounts(1 + random.next() % 20);
  for (std::size_t i = 0; i < accounts.size(); ++i)
    for (std::uint64_t j = 0, n = random.next() % 9; j < n; ++j) {
      const std::string& kind = kinds[random.next() % 3];
      const double score = kind == "nps" ? static_cast<double>(random.next() % 11)
                                         : 1 + static_cast<double>(random.next() % 400) / 100;
      accounts[i].push_back(
          {"a" + std::to_string(i), users[random.next() % 4], days[random.next() % 4], kind, score});
    }
  return accounts;
}
revenue::Accounts regions() {
  Texts account, region;
  for (int i = 0; i < 20; ++i) {
    account.push_back("a" + std::to_string(i));
    region.push_back(i % 7 == 0 ? "" : i % 3 == 0 ? "north" : "south");
  }
  revenue::AccountColumns columns{.account = account};
  columns.attributes.emplace_back("region", tables::ids_with_nulls(region));
  return revenue::Accounts(columns);
}
template <class Result>
void check_same(const Result& found, const Result& expected) {
  CHECK(test::columns_of(found) == test::columns_of(expected));
  CHECK(found.as_of == expected.as_of);
  CHECK(found.as_of_inferred == expected.as_of_inferred);
  CHECK(found.window_days == expected.window_days);
  CHECK(found.counted == expected.counted);
  CHECK(found.confidence == expected.confidence);
  REQUIRE(found.findings.size() == expected.findings.size());
  for (std::size_t i = 0; i < found.findings.size(); ++i)
    CHECK(found.findings[i].message == expected.findings[i].message);
}
SurveyOptions options_of(std::uint64_t seed) {
  SurveyOptions options{.as_of = tables::date("2024-03-01"),
                        .counted = static_cast<CountedAnswers>(seed % 3),
                        .confidence = seed % 2 == 0 ? .95 : .8};
  if (seed % 5 != 0) options.window_days = 30;
  if (seed % 4 == 1) options.by = {"account"};
  if (seed % 4 == 2) options.by = {"region"}, options.accounts = regions();
  return options;
}

}  // namespace

TEST_SUITE("health/survey_counts") {
  TEST_CASE("accounts in parts, in any order, come to the rows of the whole, to the bit") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      const auto accounts = random_accounts(random);
      const SurveyOptions options = options_of(seed);
      const auto parts = test::random_parts(accounts, random);
      for (const SurveyKind kind : {SurveyKind::nps, SurveyKind::csat, SurveyKind::ces}) {
        SurveyCounts whole(kind, options);
        whole.update(of(accounts));
        const auto merged = test::merged_in_any_order(parts, random, SurveyCounts(kind, options), of);
        REQUIRE(merged.serialize() == whole.serialize());
        if (kind == SurveyKind::nps) check_same(merged.nps(), nps(of(accounts), options));
        if (kind == SurveyKind::csat) check_same(merged.csat(), csat(of(accounts), options));
        if (kind == SurveyKind::ces) check_same(merged.ces(), ces(of(accounts), options));
      }
    }
  }
  TEST_CASE("a state of nothing is that of an empty table, and adds nothing") {
    const SurveyOptions options{.as_of = tables::date("2024-03-01")};
    check_same(SurveyCounts(SurveyKind::nps, options).nps(), nps(of({}), options));
    const SurveyOptions each{.as_of = tables::date("2024-03-01"), .by = {"account"}};
    check_same(SurveyCounts(SurveyKind::csat, each).csat(), csat(of({}), each));
    SurveyCounts counts(SurveyKind::nps, options);
    counts.update(survey_tables::scores("nps", {9, 10, 3}));
    const auto bytes = counts.serialize();
    counts.merge(SurveyCounts(SurveyKind::nps, options));
    CHECK(counts.serialize() == bytes);
    counts.merge(counts);
    CHECK(counts.size() == 6);
  }
  TEST_CASE("refuses what is of another day, kind or scale, and a state without a day") {
    const SurveyOptions options{.as_of = tables::date("2024-03-01")};
    SurveyCounts counts(SurveyKind::csat, options);
    counts.update(survey_tables::scores("csat", {4, 5}));
    CHECK_THROWS_WITH_AS(SurveyCounts().update(survey_tables::scores("nps", {4, 5})),
                         "SurveyCounts: as_of is missing; parts of a table need the same day", InvalidInput);
    CHECK_THROWS_WITH_AS(counts.nps(), "nps: kind = \"nps\" is not \"csat\", of which the state is",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(counts.merge(SurveyCounts(SurveyKind::csat, {.as_of = tables::date("2024-03-02")})),
                         "SurveyCounts: as_of = \"2024-03-02\" is not \"2024-03-01\", of which the state is",
                         InvalidInput);
    const Surveys seven({.account = Texts{"b"},
                         .date = tables::days({"2024-01-01"}),
                         .kind = Texts{"csat"},
                         .score = tables::Reals{7},
                         .csat_scale = {1, 7}});
    const auto bytes = counts.serialize();
    CHECK_THROWS_WITH_AS(counts.update(seven),
                         "SurveyCounts: scale = \"1 to 7\" is not \"1 to 5\", of which the state is",
                         InvalidInput);
    CHECK(counts.serialize() == bytes);
    CHECK_THROWS_AS(SurveyCounts(SurveyKind::nps, {.window_days = 0}), InvalidInput);
  }
  TEST_CASE("refuses groups of another kind, attributes without accounts, and bytes that are none") {
    const SurveyOptions options{.as_of = tables::date("2024-03-01"), .by = {"account"}};
    SurveyCounts counts(SurveyKind::nps, options);
    counts.update(survey_tables::scores("nps", {4, 5}));
    const Surveys numbered({.account = std::vector<std::int64_t>{7},
                            .date = tables::days({"2024-01-01"}),
                            .kind = Texts{"nps"},
                            .score = tables::Reals{7}});
    CHECK_THROWS_WITH_AS(counts.update(numbered),
                         "SurveyCounts: by makes groups that are integers here and texts there",
                         InvalidInput);
    test::check_bad_bytes(counts);
    SurveyCounts by_region(SurveyKind::nps, options_of(2));
    by_region.update(of({{{"a1", "u", "2024-02-20", "nps", 9}}, {{"a7", "", "2024-02-20", "nps", 3}}}));
    test::check_bad_bytes(by_region);
    auto read = SurveyCounts::deserialize(by_region.serialize());
    CHECK_THROWS_WITH_AS(read.update(survey_tables::scores("nps", {4})),
                         "SurveyCounts: by = \"region\" needs accounts, which have the attributes; alone "
                         "there is \"account\"",
                         InvalidInput);
  }
}
