// SPDX-License-Identifier: MIT
#include <fealty/retention/lifetimes.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/study_audit.hpp>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;

namespace {

/// a left and came back, b stays, c left; prices in cents.
CustomerLifetimes spells() {
  return customer_lifetimes(
      revenue::mrr_ledger(tables::subscriptions({{"a", "2024-01-01", "2024-01-11", 100},
                                                 {"a", "2024-03-01", "open", 300},
                                                 {"b", "2024-01-01", "open", 500},
                                                 {"c", "2024-01-01", "2024-01-21", 700}}),
                          {.as_of = tables::date("2024-03-31")}));
}
std::vector<std::string> texts(const IdColumn& column) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < column.size(); ++i) out.push_back(column.text(i));
  return out;
}

}  // namespace

TEST_SUITE("retention/lifetimes") {
  TEST_CASE("each spell is a life, censored where it lasts") {
    const survival::Lifetimes lives = lifetimes(spells());
    const auto curve = survival::kaplan_meier(lives);
    CHECK(curve.time == std::vector<double>{10, 20, 31, 91});
    CHECK(curve.ended == std::vector<std::int64_t>{1, 1, 0, 0});
    CHECK(curve.censored == std::vector<std::int64_t>{0, 0, 1, 1});
    CHECK_FALSE(lives.weight_kind().has_value());
    const auto& attributes = lives.data().attributes;
    CHECK(texts(std::get<IdColumn>(attributes.at("account"))) ==
          std::vector<std::string>{"a", "a", "b", "c"});
    CHECK(std::get<Column<std::int64_t>>(attributes.at("spell"))[1] == 2);
    CHECK(std::get<Days>(attributes.at("start")).days[1] == tables::day("2024-03-01"));
    CHECK(survival::kaplan_meier(lives, {.cluster = "account"}).robust);
  }
  TEST_CASE("lives keep their days, so that a study of them can be checked") {
    const survival::Lifetimes lives = lifetimes(spells());
    CHECK(lives.data().as_of == tables::date("2024-03-31"));
    CHECK(lives.data().origin[1] == tables::day("2024-03-01"));
    const auto audit = survival::study_audit(lives);
    CHECK(audit.verdict[0] == survival::StudyVerdict::clear);
    CHECK(audit.message[0] == "no life ended before 2024-01-11, when 0.0 of 2 ends were to be expected");
    CHECK(audit.verdict[6] == survival::StudyVerdict::finding);  // a came back
  }
  TEST_CASE("weighted by first MRR, the curve is of revenue") {
    const auto curve = survival::kaplan_meier(lifetimes(spells(), {.spell_weight = SpellWeight::first_mrr}));
    CHECK(curve.weight_kind == survival::WeightKind::revenue);
    CHECK(curve.at_risk_weight[0] == 1600);
    CHECK(curve.survival[0] == 1500.0 / 1600);
    CHECK(curve.survival[1] == doctest::Approx(1500.0 / 1600 * 800 / 1500).epsilon(1e-15));
  }
  TEST_CASE("periods are counted from the first day, and one that ends a spell counts") {
    const auto months = [](const char* from, const char* to, Period period,
                           const char* as_of = "2026-06-30") {
      const auto found = customer_lifetimes(
          revenue::mrr_ledger(tables::subscriptions({{"a", from, to, 100}}), {.as_of = tables::date(as_of)}));
      return survival::kaplan_meier(lifetimes(found, {.period = period})).time[0];
    };
    CHECK(months("2024-01-15", "2024-02-15", Period::month) == 1);
    CHECK(months("2024-01-15", "2024-02-16", Period::month) == 2);
    CHECK(months("2024-01-15", "2024-01-16", Period::month) == 1);
    CHECK(months("2024-01-31", "2024-02-29", Period::month) == 1);  // the month's last day
    CHECK(months("2024-01-31", "2024-03-30", Period::month) == 2);
    CHECK(months("2024-01-31", "2024-04-01", Period::month) == 3);
    CHECK(months("2024-02-29", "2025-02-28", Period::year) == 1);
    CHECK(months("2024-02-29", "2025-03-01", Period::year) == 2);
    CHECK(months("2024-01-15", "2025-01-14", Period::quarter) == 4);
    CHECK(months("2024-01-01", "2024-01-08", Period::week) == 1);
    CHECK(months("2024-01-01", "2024-01-09", Period::week) == 2);
    CHECK(months("2024-01-01", "2024-01-09", Period::day) == 8);
    // one that lasts, up to the end of as_of
    CHECK(months("2024-01-15", "open", Period::month, "2024-02-13") == 0);
    CHECK(months("2024-01-15", "open", Period::month, "2024-02-14") == 1);
    CHECK(months("2024-01-15", "open", Period::year, "2026-01-13") == 1);
    CHECK(months("2024-01-15", "open", Period::year, "2026-01-14") == 2);
    CHECK(months("2024-01-01", "open", Period::week, "2024-01-13") == 1);
    CHECK(months("9999-11-01", "open", Period::month, "9999-12-31") == 1);
  }
  TEST_CASE("attributes are those of the first day, and missing where the table does not know the account") {
    const revenue::Accounts accounts(
        {.account = tables::Texts{"a", "a", "c"},
         .valid_from = tables::days({"2023-01-01", "2024-02-01", "2023-01-01"}),
         .attributes = {{"plan", IdColumn(tables::Texts{"free", "pro", "pro"})}}});
    const survival::Lifetimes lives = lifetimes(spells(), {.accounts = accounts});
    CHECK(texts(std::get<IdColumn>(lives.data().attributes.at("plan"))) ==
          std::vector<std::string>{"free", "pro", "null", "pro"});
    const auto curve = survival::kaplan_meier(lives, {.by = {"plan"}});
    CHECK(curve.group.text(0) == "free");
    CHECK(curve.at_risk[1] == 2);
  }
  TEST_CASE("no spells are no lives; a name that is taken is refused") {
    CHECK(lifetimes(customer_lifetimes(revenue::mrr_ledger(tables::subscriptions({})))).size() == 0);
    const revenue::Accounts accounts(
        {.account = tables::Texts{"a"}, .attributes = {{"spell", IdColumn(tables::Texts{"long"})}}});
    CHECK_THROWS_WITH_AS(lifetimes(spells(), {.accounts = accounts}),
                         "Frame: column = spell is there already", InvalidInput);
  }
}
