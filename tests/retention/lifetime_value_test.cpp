// SPDX-License-Identifier: MIT
#include <fealty/retention/lifetime_value.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using doctest::Approx;
using revenue::mrr_ledger;
using tables::Counts;
using tables::date;
using tables::Reals;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

LifetimeValue value_of(const std::vector<tables::Row>& rows, std::string_view as_of,
                       const LifetimeValueOptions& options = {}) {
  return lifetime_value(mrr_ledger(tables::subscriptions(rows), {.as_of = date(as_of)}), options);
}

/// Four customers of 100.00; one leaves after a month, one after two.
const std::vector<tables::Row> four{{"a", "2024-01-01", "2024-02-01", 10000},
                                    {"b", "2024-01-01", "2024-03-01", 10000},
                                    {"c", "2024-01-01", "open", 10000},
                                    {"d", "2024-01-01", "open", 10000}};

/// A curve that loses the same share every month.
SurvivalColumns geometric(double kept, int months) {
  Reals time, survival;
  for (int month = 0; month <= months; ++month) {
    time.push_back(month * 365.0 / 12);
    survival.push_back(std::pow(kept, month));
  }
  return {.time = std::move(time), .survival = std::move(survival)};
}

std::string refusal(const SurvivalColumns& curve, const CurveLifetimeValueOptions& options = {.arpa = 1}) {
  try {
    lifetime_value(curve, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_SUITE("retention/lifetime_value") {
  TEST_CASE("four customers by hand") {
    const auto out = value_of(four, "2024-04-01");
    CHECK(out.survival == Reals{1, 0.75, 0.5});
    CHECK(out.customers == Counts{4, 3, 2});
    CHECK(out.month == Counts{0, 1, 2});
    CHECK(out.arpa == Reals{100, 100, 100});
    CHECK(out.contribution == Reals{100, 75, 50});
    CHECK(out.cumulative == Reals{100, 175, 225});
    CHECK(out.value == 225.0);
    CHECK(out.horizon_months == 3);
    CHECK(out.support_months == 3);
    CHECK(out.remaining == 0.5);
    CHECK(out.truncated);
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].code == "horizon_beyond_support");
    CHECK(out.findings[0].severity == Severity::information);
    CHECK(out.findings[0].message ==
          "lifetime_value: a whole lifetime is beyond the 3 months of age that were seen; the value is of "
          "these, and 50.0% of customers go on");
    const auto longer = value_of(four, "2024-04-01", {.horizon_months = 12});
    CHECK(longer.truncated);
    CHECK(longer.findings[0].severity == Severity::warning);
    CHECK(longer.findings[0].message ==
          "lifetime_value: horizon_months 12 is beyond the 3 months of age that were seen; the value is of "
          "these, and 50.0% of customers go on");
    CHECK(value_of(four, "2024-04-01", {.horizon_months = 3}).findings.empty());
    CHECK(out.monthly_churn == 2.0 / 9);  // 2 of 4 + 3 + 2 months at risk
    CHECK(out.flat_arpa == 100.0);
    CHECK(*out.textbook == Approx(450).epsilon(1e-15));
    CHECK(out.currency == currency("USD"));
  }

  TEST_CASE("a day earlier the third month has not been seen") {
    const auto out = value_of(four, "2024-03-31");
    CHECK(out.survival == Reals{1, 0.75});
    CHECK(out.support_months == 2);
    CHECK(out.remaining == 0.5);
    CHECK(out.value == 175.0);
  }

  TEST_CASE("a month that was seen in part counts no losses: it could not count who stayed") {
    // Half of them leave on 10 March; what the other half does by 1 April is not known on 15 March.
    std::vector<tables::Row> rows;
    for (int i = 0; i < 10; ++i)
      rows.push_back({fmt::format("A{}", i), "2024-01-01", i < 5 ? "2024-03-10" : "open", 100});
    const auto out = value_of(rows, "2024-03-15");
    CHECK(out.support_months == 2);
    CHECK(out.remaining == 1);
    CHECK(!out.textbook);
    CHECK(out.monthly_churn == 0.0);
    CHECK(value_of(rows, "2024-04-01").remaining == 0.5);
  }

  TEST_CASE("margin, discount and horizon") {
    const auto out =
        value_of(four, "2024-04-01", {.margin = 0.8, .annual_discount_rate = 0.1, .horizon_months = 2});
    const double d = std::pow(1.1, -1.0 / 12);
    CHECK(out.discount[1] == Approx(d).epsilon(1e-15));
    CHECK(*out.value == Approx(80 + 60 * d).epsilon(1e-15));
    CHECK(out.horizon_months == 2);
    CHECK(out.support_months == 3);
    CHECK(!out.truncated);
    CHECK(out.remaining == 0.5);
    CHECK(out.margin == 0.8);
    CHECK(out.annual_discount_rate == 0.1);
    CHECK(*out.textbook == Approx(360).epsilon(1e-15));
    const auto beyond = value_of(four, "2024-04-01", {.horizon_months = 60});
    CHECK(beyond.horizon_months == 3);
    CHECK(beyond.truncated);
    CHECK(!value_of(four, "2024-04-01", {.horizon_months = 3}).truncated);
    CHECK(value_of(four, "2024-04-01", {.margin = 0}).value == 0.0);
  }

  TEST_CASE("when all have left, nothing is left out") {
    const auto out = value_of(
        {{"a", "2024-01-01", "2024-02-01", 300}, {"b", "2024-01-01", "2024-03-15", 100}}, "2024-12-31");
    CHECK(out.survival == Reals{1, 0.5, 0.5});  // b is there on 1 March
    CHECK(out.remaining == 0);
    CHECK(!out.truncated);
    CHECK(
        !value_of({{"a", "2024-01-01", "2024-02-01", 300}}, "2024-12-31", {.horizon_months = 60}).truncated);
    CHECK(*out.value == Approx(2 + 0.5 + 0.5));
    CHECK(!out.flat_arpa);
    CHECK(!out.textbook);
    const auto flat =
        value_of({{"a", "2024-01-01", "2024-03-01", 300}}, "2024-12-31", {.arpa = LifetimeArpa::flat});
    CHECK(!flat.value);
    CHECK(flat.support_months == 2);
  }

  TEST_CASE("what customers pay at each age, or today") {
    const std::vector<tables::Row> rows{{"a", "2024-01-01", "2024-03-01", 10000},
                                        {"a", "2024-03-01", "open", 20000},
                                        {"b", "2024-02-15", "open", 5000}};
    const auto out = value_of(rows, "2024-05-20");
    // b is three months old on 15 May, a four on 1 May.
    CHECK(out.customers == Counts{2, 2, 2, 2});
    CHECK(out.arpa == Reals{75, 75, 125, 125});
    CHECK(out.value == 400.0);
    const auto flat = value_of(rows, "2024-05-20", {.arpa = LifetimeArpa::flat});
    CHECK(flat.arpa == Reals{125, 125, 125, 125});
    CHECK(flat.arpa_form == LifetimeArpa::flat);
    CHECK(flat.value == 500.0);
  }

  TEST_CASE("who comes back begins a new life, unless the gap is short") {
    const std::vector<tables::Row> rows{{"a", "2024-01-01", "2024-02-01", 100},
                                        {"a", "2024-02-11", "open", 100}};
    const auto two = value_of(rows, "2024-06-30");
    CHECK(two.customers[0] == 2);
    CHECK(two.survival[1] == 0.5);
    const auto one = value_of(rows, "2024-06-30", {.gap_days = 10});
    CHECK(one.customers[0] == 1);
    CHECK(one.survival == Reals{1, 1, 1, 1, 1});
    CHECK(one.arpa == Reals{1, 0, 1, 1, 1});  // 1 February is in the gap
  }

  TEST_CASE("months are those of the calendar, also from the last day of one") {
    const auto out = value_of(
        {{"a", "2024-01-31", "2024-02-29", 100}, {"b", "2024-01-31", "2024-03-31", 100}}, "2024-12-31");
    CHECK(out.survival == Reals{1, 0.5});
    CHECK(out.remaining == 0);
  }

  TEST_CASE("constant churn: the sum comes to the textbook's ARPA x margin / churn") {
    const auto out = lifetime_value(geometric(0.95, 2000), {.arpa = 100, .margin = 0.8});
    CHECK(*out.value == Approx(1600).epsilon(1e-14));
    CHECK(out.support_months == 2000);
    CHECK(out.truncated);
    CHECK(out.remaining == std::pow(0.95, 2000));
    CHECK(out.customers == Counts(2000, 0));
    CHECK(out.flat_arpa == 100.0);
    CHECK(!out.textbook);
  }

  TEST_CASE("constant churn and discount: m (1 + d) / (1 + d - r)") {
    // Gupta & Lehmann (2005), Managing Customers as Investments, for payments at the beginning of a period.
    const double month = std::pow(1.12, 1.0 / 12);
    const auto out =
        lifetime_value(geometric(0.9, 1500), {.arpa = 50, .margin = 0.7, .annual_discount_rate = 0.12});
    CHECK(*out.value == Approx(50 * 0.7 * month / (month - 0.9)).epsilon(1e-14));
  }

  TEST_CASE("a curve is read at the beginning of each month") {
    const SurvivalColumns curve{.time = Reals{0, 30, 31, 61, 365},
                                .survival = Reals{0.99, 0.9, 0.8, 0.5, 0.25}};
    const auto out = lifetime_value(curve, {.arpa = 1});
    REQUIRE(out.support_months == 12);
    CHECK(out.survival == Reals{0.99, 0.9, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5});
    CHECK(out.remaining == 0.25);
    CHECK(lifetime_value(curve, {.arpa = 1, .horizon_months = 2}).value == Approx(1.89));
    // One that ends at 0 is known for ever.
    const auto ends = lifetime_value({.time = Reals{10, 45}, .survival = Reals{0.5, 0}}, {.arpa = 1});
    CHECK(ends.survival == Reals{1, 0.5});
    CHECK(ends.remaining == 0);
    CHECK(!ends.truncated);
    // One that does not is known up to its last day.
    const auto stops = lifetime_value({.time = Reals{10, 45}, .survival = Reals{0.5, 0.4}}, {.arpa = 1});
    CHECK(stops.survival == Reals{1});
    CHECK(stops.truncated);
    const auto empty = lifetime_value({.time = Reals{}, .survival = Reals{}}, {.arpa = 1});
    CHECK(!empty.value);
    CHECK(empty.support_months == 0);
    CHECK(empty.truncated);
    CHECK(!lifetime_value({.time = Reals{0}, .survival = Reals{0}}, {.arpa = 1}).truncated);
  }

  TEST_CASE("random ledgers: as counted month by month, in any order and from any table") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      naive::Random random(seed);
      auto rows = naive::random_rows(
          random, {.accounts = random.between(1, 40), .first_day = 18600, .days = 900, .longest = 500});
      const auto as_of = static_cast<std::int32_t>(random.between(18600, 19800));
      const auto gap = static_cast<std::int32_t>(random.between(0, 1) * 30);
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{as_of}});
      const auto out = lifetime_value(ledger, {.gap_days = gap});
      const auto lives = customer_lifetimes(ledger, {.gap_days = gap});
      const auto day_of = [&](std::size_t i, std::size_t month) {
        return add_months(Date{lives.start.days[i]}, static_cast<std::int32_t>(month)).days;
      };
      double survival = 1, sum = 0;
      std::size_t month = 0;
      std::int64_t losses = 0, months_at_risk = 0;
      CAPTURE(seed);
      for (;; ++month) {
        std::int64_t there = 0, seen = 0, stayed = 0, paid = 0;
        for (std::size_t i = 0; i < lives.days.size(); ++i) {
          const std::int32_t today = day_of(i, month), then = day_of(i, month + 1);
          if (today > as_of || today >= lives.end.days[i]) continue;
          ++there;
          for (const auto& r : rows)
            if (r.account == ledger_checks::account_of(lives.account, i) && r.start <= today && today < r.end)
              paid += r.mrr;
          if (then > as_of) continue;
          ++seen;
          stayed += then < lives.end.days[i] ? 1 : 0;
        }
        if (seen == 0) break;
        REQUIRE(month < out.month.size());
        CHECK(out.customers[month] == there);
        CHECK(out.survival[month] == Approx(survival).epsilon(1e-14));
        CHECK(out.arpa[month] ==
              Approx(static_cast<double>(paid) / 100 / static_cast<double>(there)).epsilon(1e-14));
        sum += survival * static_cast<double>(paid) / 100 / static_cast<double>(there);
        survival *= static_cast<double>(stayed) / static_cast<double>(seen);
        losses += seen - stayed;
        months_at_risk += seen;
      }
      CHECK(out.support_months == static_cast<std::int64_t>(month));
      CHECK(out.remaining == Approx(survival).epsilon(1e-13));
      CHECK(out.value.has_value() == (month > 0));
      if (month > 0) CHECK(*out.value == Approx(sum).epsilon(1e-13));
      if (month > 0)
        CHECK(*out.monthly_churn ==
              Approx(static_cast<double>(losses) / static_cast<double>(months_at_risk)).epsilon(1e-15));
      std::reverse(rows.begin(), rows.end());
      const auto again =
          lifetime_value(mrr_ledger(ledger_checks::subscriptions(rows, ledger_checks::IdKind::texts),
                                    {.as_of = Date{as_of}}),
                         {.gap_days = gap});
      CHECK(tables::text(again.cumulative) == tables::text(out.cumulative));
    }
  }

  TEST_CASE("a ledger of changes gives the same") {
    const revenue::MrrChanges changes({.account = tables::Texts{"a", "b", "c", "d", "a", "b"},
                                       .date = tables::days({"2024-01-01", "2024-01-01", "2024-01-01",
                                                             "2024-01-01", "2024-02-01", "2024-03-01"}),
                                       .change_minor = Counts{10000, 10000, 10000, 10000, -10000, -10000},
                                       .currency = "USD"});
    const auto out = lifetime_value(mrr_ledger(changes, {.as_of = date("2024-04-01")}));
    CHECK(out.cumulative == value_of(four, "2024-04-01").cumulative);
  }

  TEST_CASE("the whole calendar") {
    const auto out = lifetime_value(mrr_ledger(tables::subscriptions({{"a", "1900-01-01", "open", 100}}),
                                               {.as_of = date("9999-12-31"), .period = Period::year}));
    CHECK(out.support_months == 12 * 8100 - 1);
    CHECK(*out.value == 12.0 * 8100 - 1);
    CHECK(value_of({{"a", "9999-12-31", "open", 100}}, "9999-12-31").support_months == 0);
    CHECK(value_of({{"a", "9999-11-30", "open", 100}}, "9999-12-31").support_months == 1);
  }

  TEST_CASE("amounts as large as a ledger takes") {
    const auto out =
        value_of({{"a", "2024-01-01", "open", std::numeric_limits<std::int64_t>::max()}}, "2024-03-01");
    CHECK(*out.value == Approx(2 * 92233720368547758.07));
  }

  TEST_CASE("empty, too young, and the columns in order") {
    for (const auto& out : {lifetime_value(mrr_ledger(tables::subscriptions({}))),
                            value_of({{"a", "2024-01-10", "open", 1}}, "2024-02-09"),
                            value_of({{"a", "2024-01-10", "open", 1}}, "2024-01-09")}) {
      CHECK(!out.value);
      CHECK(!out.textbook);
      CHECK(!out.monthly_churn);
      CHECK(out.month.empty());
      CHECK(out.customers.empty());
      CHECK(out.remaining == 1);
      CHECK(out.truncated);
    }
    std::string names;
    const auto some = value_of(four, "2024-04-01");
    LifetimeValue::each_column(some,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "month customers survival arpa discount contribution cumulative ");
  }

  TEST_CASE("refuses options out of range") {
    const auto message = [](const LifetimeValueOptions& options) -> std::string {
      try {
        value_of(four, "2024-04-01", options);
      } catch (const InvalidInput& error) {
        return error.what();
      }
      return "accepted";
    };
    CHECK(message({.margin = -0.1}) == "lifetime_value: margin = -0.1 is not in [0, 1]");
    CHECK(message({.margin = not_a_number}) == "lifetime_value: margin = nan is not in [0, 1]");
    CHECK(message({.annual_discount_rate = -0.01}) ==
          "lifetime_value: annual_discount_rate = -0.01 is not a number >= 0");
    CHECK(message({.annual_discount_rate = infinity}) ==
          "lifetime_value: annual_discount_rate = inf is not a number >= 0");
    CHECK(message({.horizon_months = 0}) == "lifetime_value: horizon_months = 0 is below 1");
    CHECK(message({.gap_days = -1}) == "lifetime_value: gap_days = -1 is negative");
  }

  TEST_CASE("refuses what is no survival curve") {
    const Reals half{0.5};
    CHECK(refusal({.time = Reals{1}, .survival = half}, {.arpa = -1}) ==
          "lifetime_value: arpa = -1 is not a number >= 0");
    CHECK(refusal({.time = Reals{1}, .survival = half}, {.arpa = infinity}) ==
          "lifetime_value: arpa = inf is not a number >= 0");
    CHECK(refusal({.time = {}, .survival = half}) ==
          "lifetime_value: time is missing; a curve needs this column");
    CHECK(refusal({.time = half, .survival = {}}) ==
          "lifetime_value: survival is missing; a curve needs this column");
    CHECK(refusal({.time = Column<double>(Reals{1, 2}).named("day"), .survival = half}) ==
          "lifetime_value: survival = 1 rows does not match the 2 rows of day");
    CHECK(refusal({.time = Reals{-1}, .survival = half}) ==
          "lifetime_value: time[0] = -1 is not in [0, 2958463]");
    CHECK(refusal({.time = Reals{not_a_number}, .survival = half}) ==
          "lifetime_value: time[0] = nan is not in [0, 2958463]");
    CHECK(refusal({.time = Reals{1e9}, .survival = half}) ==
          "lifetime_value: time[0] = 1000000000 is not in [0, 2958463]");
    CHECK(refusal({.time = Reals{1, 1}, .survival = Reals{0.5, 0.4}}) ==
          "lifetime_value: time[1] = 1 is not after the 1 before it");
    CHECK(refusal({.time = Reals{1}, .survival = Reals{1.5}}) ==
          "lifetime_value: survival[0] = 1.5 is not in [0, 1]");
    CHECK(refusal({.time = Reals{1}, .survival = Reals{not_a_number}}) ==
          "lifetime_value: survival[0] = nan is not in [0, 1]");
    CHECK(refusal({.time = Reals{1, 2}, .survival = Reals{0.5, 0.6}}) ==
          "lifetime_value: survival[1] = 0.6 is above the 0.5 before it");
    CHECK(refusal({.time = Reals{1, 2}, .survival = tables::with_nulls<double>({1, 1}, {1})}) ==
          "lifetime_value: survival[1] is null");
    CHECK(refusal({.time = tables::with_nulls<double>({1, 1}, {0}), .survival = Reals{1, 1}}) ==
          "lifetime_value: time[0] is null");
  }
}
