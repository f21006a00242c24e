// SPDX-License-Identifier: MIT
// Every field of RatesPolicy, at every value that it can have, against figures worked out by hand.
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/retention/churn_rate.hpp>
#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using doctest::Approx;
using revenue::LogoBase;
using revenue::mrr_ledger;
using revenue::MrrLedger;
using revenue::Preset;
using revenue::RatesPolicy;
using revenue::RevenuePolicy;
using tables::Counts;
using tables::date;
using tables::days;
using tables::Reals;
using tables::Row;
using tables::text;
using tables::Texts;

namespace {

constexpr double ulp = 1e-15;

/// MRR at the ends of January to April 2024:
///
///   a 100 150 120 120      opening       400 410 360
///   b 100   0  80  80      expansion      50   0 100
///   c 200 200 100 200      contraction     0 130   0
///   d   0  60  60   0      churn         100   0  60
///     400 410 360 400      reactivation    0  80   0   (and 60 new in February)
MrrLedger four_accounts(const RevenuePolicy& policy = {}) {
  return mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                           {"a", "2024-02-10", "2024-03-10", 150},
                                           {"a", "2024-03-10", "open", 120},
                                           {"b", "2024-01-10", "2024-02-20", 100},
                                           {"b", "2024-03-20", "open", 80},
                                           {"c", "2024-01-10", "2024-03-05", 200},
                                           {"c", "2024-03-05", "2024-04-05", 100},
                                           {"c", "2024-04-05", "open", 200},
                                           {"d", "2024-02-10", "2024-04-10", 60}}),
                    {.as_of = date("2024-04-30"), .policy = policy});
}

/// NRR of April over January, by the policy of the ledger and by options.
double nrr(const RatesPolicy& rates) {
  const auto out = revenue_retention(four_accounts({.rates = rates}));
  const auto asked = revenue_retention(
      four_accounts(),
      {.window = rates.window, .nrr_form = rates.nrr_form, .nrr_reactivation = rates.nrr_reactivation});
  REQUIRE(out.nrr.size() == 1);
  CHECK(asked.nrr == out.nrr);
  CHECK(asked.retained.minor == out.retained.minor);
  CHECK(out.base.minor[0] == 400);
  return out.nrr[0];
}
double grr(GrossForm form) {
  const auto out = revenue_retention(four_accounts({.rates = {.window = 3, .grr_form = form}}));
  REQUIRE(out.grr.size() == 1);
  CHECK(revenue_retention(four_accounts(), {.window = 3, .grr_form = form}).grr == out.grr);
  return out.grr[0];
}

/// Monthly and yearly customers around March 2024.
MrrLedger renewing(const RevenuePolicy& policy = {}) {
  struct Line {
    std::string account;
    std::string_view start, end;
    std::string unit;
  };
  const std::vector<Line> lines{
      {"m1", "2024-01-10", "open", "month"},
      {"m2", "2024-03-01", "open", "month"},        // comes on the 30th day before the end of March
      {"m3", "2024-01-10", "2024-03-01", "month"},  // leaves on that day
      {"r1", "2024-01-10", "2024-03-15", "month"},  // is due, and renews
      {"r1", "2024-03-15", "open", "month"},
      {"y1", "2023-02-10", "open", "year"},
      {"y2", "2023-04-02", "open", "year"},         // comes on the 364th day before the end of March
      {"y3", "2023-04-01", "2024-03-31", "year"}};  // on the 365th, and leaves on the last
  Texts account, unit;
  tables::Days start, end;
  for (const Line& line : lines) {
    account.push_back(line.account);
    start.push_back(tables::day(line.start));
    end.push_back(tables::day(line.end));
    unit.push_back(line.unit);
  }
  return mrr_ledger(revenue::Subscriptions({.account = account,
                                            .start = start,
                                            .end = end,
                                            .amount_minor = Counts(lines.size(), 1200),
                                            .interval_unit = unit,
                                            .currency = "USD"}),
                    {.as_of = date("2024-03-31"), .policy = policy});
}

/// 100 EUR and 100 USD from January to March; a euro is worth 1, 2 and 0.5 dollars at the months' ends.
MrrLedger in_dollars(const RatesPolicy& rates) {
  return mrr_ledger(
      revenue::Subscriptions({.account = Texts{"e", "d"},
                              .start = days({"2024-01-10", "2024-01-10"}),
                              .mrr_minor = Counts{10000, 10000},
                              .currency_column = Texts{"EUR", "USD"}}),
      {.as_of = date("2024-03-31"),
       .policy = {.rates = rates},
       .reporting_currency = "USD",
       .exchange_rates = revenue::ExchangeRates({.date = days({"2024-01-31", "2024-02-29", "2024-03-31"}),
                                                 .base = Texts(3, "EUR"),
                                                 .quote = Texts(3, "USD"),
                                                 .rate = Reals{1.0, 2.0, 0.5}})});
}

/// n customers in January, of which one leaves in February.
MrrLedger one_leaves(int n, const RevenuePolicy& policy = {}) {
  std::vector<Row> rows;
  for (int i = 0; i < n; ++i)
    rows.push_back({fmt::format("A{}", i), "2024-01-10", i == 0 ? "2024-02-10" : "open", 100});
  return mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-02-29"), .policy = policy});
}

/// What each of n accounts pays in January and in February, drawn by chance.
struct Pair {
  std::int64_t then, now;
};
std::vector<Pair> random_pairs(int n, std::uint64_t seed) {
  naive::Random random(seed);
  std::vector<Pair> pairs;
  for (int i = 0; i < n; ++i) {
    const std::int64_t then = random.between(1'000, 100'000);
    pairs.push_back({then, random.chance(12) ? 0 : then * random.between(60, 150) / 100});
  }
  return pairs;
}
MrrLedger ledger_of(const std::vector<Pair>& pairs, std::int32_t threads = 0, bool backwards = false) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string account = fmt::format("A{:05}", i);
    rows.push_back({account, "2024-01-10", "2024-02-10", pairs[i].then});
    if (pairs[i].now > 0) rows.push_back({account, "2024-02-10", "open", pairs[i].now});
  }
  if (backwards) std::reverse(rows.begin(), rows.end());
  return mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-02-29"), .threads = threads});
}

/// The rate of sums of pairs, and its standard error by the delta method: that of a mean of y - rate x,
/// over the mean of x. Cochran, Sampling Techniques, 2.11 and 6.3.
struct Ratio {
  double rate, std_error;
};
template <class Now>
Ratio ratio_of(const std::vector<Pair>& pairs, Now now) {
  double x = 0, y = 0, squares = 0;
  for (const Pair& pair : pairs) {
    x += static_cast<double>(pair.then);
    y += static_cast<double>(now(pair));
  }
  for (const Pair& pair : pairs) {
    const double residual = static_cast<double>(now(pair)) - y / x * static_cast<double>(pair.then);
    squares += residual * residual;
  }
  return {y / x, std::sqrt(squares) / x};
}

}  // namespace

TEST_SUITE("retention/policy_rates") {
  TEST_CASE("the ledger of the forms is the one that the figures below are made of") {
    const auto p = four_accounts().periods();
    CHECK(text(p.opening.minor) == "0 400 410 360");
    CHECK(text(p.expansion.minor) == "0 50 0 100");
    CHECK(text(p.contraction.minor) == "0 0 130 0");
    CHECK(text(p.churn.minor) == "0 100 0 60");
    CHECK(text(p.reactivation.minor) == "0 0 80 0");
    CHECK(text(p.closing.minor) == "400 410 360 400");
  }

  TEST_CASE("nrr_form: five forms, five numbers") {
    // a 120, b 80 and c 200 of 400; d was not there.
    CHECK(nrr({.window = 3}) == 1.0);
    CHECK(nrr({.window = 3, .nrr_form = NetForm::cohort}) == 1.0);
    // 400 + 50 - 100 - 130 + 100 - 60
    CHECK(nrr({.window = 3, .nrr_form = NetForm::movement}) == Approx(260.0 / 400).epsilon(ulp));
    // 350/400 x 280/410 x 400/360
    CHECK(nrr({.window = 3, .nrr_form = NetForm::chained}) == Approx(0.6639566395663957).epsilon(ulp));
    // The mean of their cubes.
    CHECK(nrr({.window = 3, .nrr_form = NetForm::mean_annualized}) ==
          Approx((343.0 / 512 + 21952.0 / 68921 + 1000.0 / 729) / 3).epsilon(ulp));
    // (350 + 280 + 400) of (400 + 410 + 360), three times over.
    CHECK(nrr({.window = 3, .nrr_form = NetForm::weighted}) == Approx(1092727.0 / 1601613).epsilon(ulp));
  }

  TEST_CASE("nrr_reactivation: the 80 that b brings back in March are retained in every form of movements") {
    CHECK(nrr({.window = 3, .nrr_form = NetForm::cohort, .nrr_reactivation = true}) == 1.0);
    CHECK(nrr({.window = 3, .nrr_form = NetForm::movement, .nrr_reactivation = true}) ==
          Approx(340.0 / 400).epsilon(ulp));
    CHECK(nrr({.window = 3, .nrr_form = NetForm::chained, .nrr_reactivation = true}) ==
          Approx(0.875 * 360 / 410 * 400 / 360).epsilon(ulp));
    CHECK(nrr({.window = 3, .nrr_form = NetForm::mean_annualized, .nrr_reactivation = true}) ==
          Approx((343.0 / 512 + 46656.0 / 68921 + 1000.0 / 729) / 3).epsilon(ulp));
    CHECK(nrr({.window = 3, .nrr_form = NetForm::weighted, .nrr_reactivation = true}) ==
          Approx(std::pow(1110.0 / 1170, 3)).epsilon(ulp));
  }

  TEST_CASE("grr_form: four forms, four numbers") {
    // a 100 (of 120), b 80, c 200
    CHECK(grr(GrossForm::cohort) == Approx(380.0 / 400).epsilon(ulp));
    // a never had less than its 100; b had 0 in February, c 100 in March
    CHECK(grr(GrossForm::running_minimum) == Approx(200.0 / 400).epsilon(ulp));
    // 400 - 100 - 130 - 60
    CHECK(grr(GrossForm::movement) == Approx(110.0 / 400).epsilon(ulp));
    // 300/400 x 280/410 x 300/360
    CHECK(grr(GrossForm::chained) == Approx(0.75 * 280 / 410 * 300 / 360).epsilon(ulp));
    CHECK(revenue_retention(four_accounts({.rates = {.window = 3}})).grr[0] == Approx(0.95).epsilon(ulp));
  }

  TEST_CASE("what a form retains is its rate of the base, to the nearest unit") {
    const auto out = revenue_retention(
        four_accounts(), {.window = 3, .nrr_form = NetForm::chained, .grr_form = GrossForm::chained});
    CHECK(out.retained.minor[0] == 266);        // 265.58
    CHECK(out.gross_retained.minor[0] == 171);  // 170.73
    CHECK(out.policy.rates.nrr_form == NetForm::chained);
    CHECK(out.policy.rates.grr_form == GrossForm::chained);
    CHECK(out.policy.rates.window == 3);
  }

  TEST_CASE(
      "over one period, all forms of movements are one number, and the running minimum is the cohort's") {
    for (const NetForm form : {NetForm::chained, NetForm::mean_annualized, NetForm::weighted}) {
      const auto out = revenue_retention(four_accounts(), {.window = 1, .nrr_form = form});
      const auto want = revenue_retention(four_accounts(), {.window = 1, .nrr_form = NetForm::movement});
      CHECK(out.nrr == want.nrr);
      CHECK(out.retained.minor == want.retained.minor);
    }
    const auto cohort = revenue_retention(four_accounts(), {.window = 1});
    CHECK(revenue_retention(four_accounts(), {.window = 1, .grr_form = GrossForm::running_minimum}).grr ==
          cohort.grr);
    CHECK(revenue_retention(four_accounts(), {.window = 1, .grr_form = GrossForm::chained}).grr ==
          revenue_retention(four_accounts(), {.window = 1, .grr_form = GrossForm::movement}).grr);
  }

  TEST_CASE("forms of periods are none where one of them has no opening") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-03-10", "open", 100}}),
        {.as_of = date("2024-04-30")});
    for (const NetForm form : {NetForm::chained, NetForm::mean_annualized}) {
      const auto out = revenue_retention(ledger, {.window = 3, .nrr_form = form});
      CHECK(std::isnan(out.nrr[0]));
      CHECK(out.retained.minor[0] == 0);
    }
    CHECK(std::isnan(revenue_retention(ledger, {.window = 3, .grr_form = GrossForm::chained}).grr[0]));
    // All openings together: 100 + 0 + 100, of which 0 + 0 + 100 is kept.
    CHECK(revenue_retention(ledger, {.window = 3, .nrr_form = NetForm::weighted}).nrr[0] ==
          Approx(0.125).epsilon(ulp));
    CHECK(revenue_retention(ledger, {.window = 3, .grr_form = GrossForm::running_minimum}).grr[0] == 0);
  }

  TEST_CASE("GRR: running minimum <= cohort <= 1, whatever happens") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      naive::Random random(seed);
      const auto spans = naive::random_rows(random, {.accounts = 20, .days = 300});
      std::vector<std::int64_t> account, mrr;
      tables::Days start, end;
      for (const auto& row : spans) {
        account.push_back(row.account);
        mrr.push_back(row.mrr);
        start.push_back(row.start);
        end.push_back(row.end == naive::never ? open : row.end);
      }
      const auto ledger = mrr_ledger(revenue::Subscriptions(
          {.account = account, .start = start, .end = end, .mrr_minor = mrr, .currency = "USD"}));
      for (const std::int32_t window : {1, 2, 5}) {
        const auto least =
            revenue_retention(ledger, {.window = window, .grr_form = GrossForm::running_minimum});
        const auto cohort = revenue_retention(ledger, {.window = window});
        // By hand: the least of each account's MRR at the ends of the periods.
        const naive::Ledger want(spans, ledger.as_of()->days, naive::Cut::month, 1);
        bool same = true;
        for (std::size_t i = 0; i < least.grr.size(); ++i) {
          std::int64_t kept = 0;
          for (const auto& [who, then] : want.customers[i]) {
            std::int64_t lowest = then;
            for (std::size_t p = i + 1; p <= i + static_cast<std::size_t>(window); ++p) {
              const auto found = want.customers[p].find(who);
              lowest = std::min(lowest, found == want.customers[p].end() ? 0 : found->second);
            }
            kept += lowest;
          }
          same = same && least.gross_retained.minor[i] == kept && kept <= cohort.gross_retained.minor[i] &&
                 cohort.gross_retained.minor[i] <= cohort.base.minor[i];
        }
        CAPTURE(seed);
        CHECK(same);
      }
    }
  }

  TEST_CASE("window: twelve periods by default, for revenue and for logos") {
    const auto thirteen = [](const RevenuePolicy& policy) {
      return mrr_ledger(tables::subscriptions({{"a", "2023-01-10", "2023-06-10", 100},
                                               {"a", "2023-06-10", "open", 150},
                                               {"b", "2023-01-10", "2023-12-10", 100}}),
                        {.as_of = date("2024-02-29"), .policy = policy});
    };
    const auto out = revenue_retention(thirteen({}));
    CHECK(out.period.days == days({"2024-01-01", "2024-02-01"}));
    CHECK(out.nrr == Reals{0.75, 0.75});
    CHECK(logo_retention(thirteen({})).retention == Reals{0.5, 0.5});
    const RevenuePolicy eleven{.rates = {.window = 11}};
    CHECK(revenue_retention(thirteen(eleven)).nrr == Reals{0.75, 0.75, 0.75});
    const RevenuePolicy two{.rates = {.window = 2}};
    CHECK(revenue_retention(thirteen(two)).nrr.size() == 12);
    CHECK(logo_retention(thirteen(two)).retention.size() == 12);
    CHECK(logo_retention(thirteen(two)).policy.rates.window == 2);
    CHECK(revenue_retention(thirteen(two), {.window = 12}).nrr == Reals{0.75, 0.75});
  }

  TEST_CASE("net_churn_reactivation: 80 that return in March") {
    // Gross (contraction 130 + churn 0)/410; ChartMogul's net takes the reactivation off, Baremetrics' not.
    CHECK(churn_rate(four_accounts()).net_mrr_churn[1] == Approx(130.0 / 410).epsilon(ulp));
    const RevenuePolicy with{.rates = {.net_churn_reactivation = true}};
    CHECK(churn_rate(four_accounts(with)).net_mrr_churn[1] == Approx(50.0 / 410).epsilon(ulp));
    CHECK(churn_rate(four_accounts(with)).gross_mrr_churn[1] == Approx(130.0 / 410).epsilon(ulp));
    CHECK(churn_rate(four_accounts(), {.net_churn_reactivation = true}).net_mrr_churn[1] ==
          Approx(50.0 / 410).epsilon(ulp));
    CHECK(churn_rate(four_accounts(preset_policy(Preset::chartmogul))).net_mrr_churn[1] ==
          Approx(50.0 / 410).epsilon(ulp));
    CHECK(churn_rate(four_accounts(preset_policy(Preset::baremetrics))).net_mrr_churn[1] ==
          Approx(130.0 / 410).epsilon(ulp));
    CHECK(churn_rate(four_accounts(preset_policy(Preset::stripe))).net_mrr_churn[1] ==
          Approx(130.0 / 410).epsilon(ulp));
  }

  TEST_CASE("quick_ratio_reactivation: new and returning 80 over 130 lost in March") {
    const auto march = [](const RevenuePolicy& policy, const revenue::UnitEconomicsOptions& options = {}) {
      return revenue::unit_economics(four_accounts(policy), options).quick_ratio[2];
    };
    CHECK(march({}) == Approx(80.0 / 130).epsilon(ulp));
    const RevenuePolicy without{.rates = {.quick_ratio_reactivation = false}};
    CHECK(march(without) == 0);
    CHECK(march(without, {.quick_ratio_reactivation = true}) == Approx(80.0 / 130).epsilon(ulp));
    CHECK(march({}, {.quick_ratio_reactivation = false}) == 0);
    CHECK(march(preset_policy(Preset::baremetrics)) == 0);
    CHECK(march(preset_policy(Preset::chartmogul)) == Approx(80.0 / 130).epsilon(ulp));
  }

  TEST_CASE("logo_base: two of 6, 7, 5 or 3 customers left in March") {
    const auto march = [](const RevenuePolicy& policy, const ChurnRateOptions& options = {}) {
      const auto out = churn_rate(renewing(policy), options);
      return fmt::format("{}/{}", out.churn_accounts.back(), out.base_accounts.back());
    };
    const auto of = [](LogoBase base) { return RevenuePolicy{.rates = {.logo_base = base}}; };
    // m3 and y3 left. At the opening m1, m3, r1, y1, y2, y3; m2 is new.
    CHECK(march({}) == "2/6");
    CHECK(march(of(LogoBase::opening)) == "2/6");
    CHECK(march(of(LogoBase::opening_and_new)) == "2/7");
    // On 1 March m1, m2 and r1; on 1 April 2023 the yearly y1 and y3.
    CHECK(march(of(LogoBase::days_ago)) == "2/5");
    // m3, r1 and y3 have a row that ends in March.
    CHECK(march(of(LogoBase::up_for_renewal)) == "2/3");
    CHECK(march({}, {.logo_base = LogoBase::days_ago}) == "2/5");
    CHECK(march(of(LogoBase::days_ago), {.logo_base = LogoBase::opening}) == "2/6");
    CHECK(march(preset_policy(Preset::stripe)) == "2/7");
    CHECK(march(preset_policy(Preset::baremetrics)) == "2/5");
    CHECK(march(preset_policy(Preset::chartmogul)) == "2/6");
    CHECK(churn_rate(renewing(of(LogoBase::days_ago))).logo_churn.back() == 0.4);
    CHECK(churn_rate(renewing(of(LogoBase::days_ago))).opening_accounts.back() == 6);
  }

  TEST_CASE("logo_base days_ago: a month with a yearly and a monthly row is of a yearly payer") {
    const auto ledger =
        mrr_ledger(revenue::Subscriptions({.account = Texts{"a", "a"},
                                           .start = days({"2023-01-10", "2023-06-10"}),
                                           .amount_minor = Counts{1200, 100},
                                           .interval_unit = Texts{"month", "year"},
                                           .currency = "USD"}),
                   {.as_of = date("2024-03-31"), .policy = {.rates = {.logo_base = LogoBase::days_ago}}});
    const auto out = churn_rate(ledger);
    // 30 days before the end of May 2023 it pays by the month; before that of July 2023 by the year, and 365
    // days before that it was not there.
    CHECK(out.base_accounts[3] == 1);
    CHECK(out.base_accounts[5] == 0);
  }

  TEST_CASE("currency: a euro that doubles, and then falls to a quarter") {
    const auto rates = [](const RatesPolicy& policy) {
      const auto out = revenue_retention(in_dollars(policy));
      std::string line;
      for (std::size_t i = 0; i < out.nrr.size(); ++i)
        line += fmt::format("{} {} {}; ", out.base.minor[i], out.nrr[i], out.grr[i]);
      return line;
    };
    // Nobody changed what it pays: 1. At the rates of each end, 100 + 100, 200 + 100 and 50 + 100.
    CHECK(rates({.window = 1}) == "20000 1 1; 30000 1 1; ");
    CHECK(rates({.window = 1, .currency = RateCurrency::constant}) == "20000 1 1; 30000 1 1; ");
    CHECK(rates({.window = 1, .currency = RateCurrency::with_exchange}) == "20000 1.5 1; 30000 0.5 0.5; ");
    CHECK(rates({.window = 2}) == "20000 1 1; ");
    CHECK(rates({.window = 2, .currency = RateCurrency::with_exchange}) == "20000 0.75 0.75; ");
    // Exchange is no movement, but with it the forms of movements count it: 1.5 x 0.5.
    CHECK(rates({.window = 2, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement}) ==
          "20000 1 1; ");
    CHECK(rates({.window = 2,
                 .nrr_form = NetForm::movement,
                 .grr_form = GrossForm::movement,
                 .currency = RateCurrency::with_exchange}) == "20000 0.75 0.75; ");
    CHECK(rates({.window = 2,
                 .nrr_form = NetForm::chained,
                 .grr_form = GrossForm::chained,
                 .currency = RateCurrency::with_exchange}) == "20000 0.75 0.75; ");
    CHECK(rates({.window = 2,
                 .nrr_form = NetForm::mean_annualized,
                 .grr_form = GrossForm::running_minimum,
                 .currency = RateCurrency::with_exchange}) == "20000 1.25 0.75; ");  // (2.25 + 0.25)/2
    CHECK(rates({.window = 2,
                 .nrr_form = NetForm::weighted,
                 .grr_form = GrossForm::running_minimum,
                 .currency = RateCurrency::constant}) == "20000 1 1; ");
    CHECK(rates({.window = 2, .nrr_form = NetForm::weighted, .currency = RateCurrency::with_exchange}) ==
          fmt::format("20000 {} 0.75; ", 0.9 * 0.9));
    CHECK(revenue_retention(in_dollars({}), {.window = 1, .currency = RateCurrency::with_exchange}).nrr ==
          Reals{1.5, 0.5});
  }

  TEST_CASE("confidence: the intervals of logos, by Wilson's formula") {
    // 1 of 4: in Python, with statistics.NormalDist().inv_cdf for z; at 95% the figures of churn_rate's test.
    const auto churn = churn_rate(one_leaves(4));
    CHECK(churn.lower[0] == Approx(0.04558726080970055).epsilon(1e-13));
    CHECK(churn.upper[0] == Approx(0.6993581574175981).epsilon(1e-13));
    const auto logos = logo_retention(one_leaves(4, {.rates = {.window = 1}}));
    CHECK(logos.lower[0] == Approx(1 - 0.6993581574175981).epsilon(1e-13));
    CHECK(logos.upper[0] == Approx(1 - 0.04558726080970055).epsilon(1e-13));
    const RevenuePolicy half{.rates = {.window = 1, .confidence = 0.5}};
    CHECK(churn_rate(one_leaves(4, half)).lower[0] == Approx(0.13482025697898317).epsilon(1e-13));
    CHECK(churn_rate(one_leaves(4, half)).upper[0] == Approx(0.41623955397124834).epsilon(1e-13));
    CHECK(logo_retention(one_leaves(4, half)).lower[0] == Approx(1 - 0.41623955397124834).epsilon(1e-13));
    CHECK(churn_rate(one_leaves(4, half), {.confidence = 0.95}).lower == churn.lower);
    CHECK(churn_rate(one_leaves(4), {.confidence = 0.5}).policy.rates.confidence == 0.5);
  }

  TEST_CASE("small_base: 29 accounts are few, 30 are not") {
    const RevenuePolicy month{.rates = {.window = 1}};
    for (const int n : {29, 30}) {
      CAPTURE(n);
      const std::string flag = n == 29 ? "1" : "0";
      CHECK(text(revenue_retention(one_leaves(n, month)).small_base) == flag);
      CHECK(text(logo_retention(one_leaves(n, month)).small_base) == flag);
      CHECK(text(churn_rate(one_leaves(n)).small_base) == flag);
    }
    const RevenuePolicy five{.rates = {.window = 1, .small_base = 5}};
    CHECK(text(churn_rate(one_leaves(4, five)).small_base) == "1");
    CHECK(text(churn_rate(one_leaves(5, five)).small_base) == "0");
    CHECK(text(logo_retention(one_leaves(5, five)).small_base) == "0");
    CHECK(text(revenue_retention(one_leaves(4, five)).small_base) == "1");
    CHECK(text(revenue_retention(one_leaves(4, five), {.small_base = 4}).small_base) == "0");
  }

  TEST_CASE("bootstrap: of one account, or of accounts of one rate, the interval is the rate") {
    const auto one = revenue_retention(ledger_of({{1000, 700}}), {.window = 1, .draws = 50});
    CHECK(one.nrr_lower == Reals{0.7});
    CHECK(one.nrr_upper == Reals{0.7});
    CHECK(one.grr_lower == Reals{0.7});
    CHECK(one.grr_upper == Reals{0.7});
    const auto same =
        revenue_retention(ledger_of({{100, 125}, {300, 375}, {80, 100}}), {.window = 1, .draws = 50});
    CHECK(same.nrr_lower == Reals{1.25});
    CHECK(same.nrr_upper == Reals{1.25});
    CHECK(same.grr_lower == Reals{1});
    CHECK(same.grr_upper == Reals{1});
  }

  TEST_CASE("bootstrap: of two accounts the draws are known, and so are their quantiles") {
    // a and a 0.5, a and b (50 + 300)/400 = 0.875, b and b 1: in 1/4, 1/2 and 1/4 of the draws.
    const auto ledger = ledger_of({{100, 50}, {300, 300}});
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const auto wide = revenue_retention(ledger, {.window = 1, .draws = 1000, .seed = seed});
      CHECK(wide.nrr_lower == Reals{0.5});
      CHECK(wide.nrr_upper == Reals{1});
      const auto narrow =
          revenue_retention(ledger, {.window = 1, .draws = 1000, .seed = seed, .confidence = 0.3});
      CHECK(narrow.nrr_lower == Reals{0.875});
      CHECK(narrow.nrr_upper == Reals{0.875});
      // 1/4 within five standard errors of 1,000 draws: 0.18 and 0.32 lie on either side.
      CHECK(revenue_retention(ledger, {.window = 1, .draws = 1000, .seed = seed, .confidence = 0.64})
                .nrr_lower == Reals{0.5});
      CHECK(revenue_retention(ledger, {.window = 1, .draws = 1000, .seed = seed, .confidence = 0.64})
                .nrr_upper == Reals{1});
      CHECK(revenue_retention(ledger, {.window = 1, .draws = 1000, .seed = seed, .confidence = 0.36})
                .nrr_lower == Reals{0.875});
    }
  }

  TEST_CASE("bootstrap: of many accounts the interval is the delta method's") {
    // Quantiles of 4,000 draws are known to sqrt(p (1 - p) / 4000) / density: at 2.5% 0.042 and at 25% 0.022
    // standard errors; 0.2 is more than four of them and leaves room for skewness.
    for (const std::uint64_t seed : {7U, 8U, 9U}) {
      const auto pairs = random_pairs(1500, seed);
      const Ratio net = ratio_of(pairs, [](const Pair& pair) { return pair.now; });
      const Ratio gross = ratio_of(pairs, [](const Pair& pair) { return std::min(pair.then, pair.now); });
      const auto ledger = ledger_of(pairs);
      struct Level {
        double confidence, z;
      };
      for (const Level& level : {Level{0.95, 1.959963984540054}, Level{0.5, 0.6744897501960817}}) {
        const auto out = revenue_retention(
            ledger, {.window = 1, .draws = 4000, .seed = seed, .confidence = level.confidence});
        CHECK(out.nrr[0] == Approx(net.rate).epsilon(1e-14));
        CHECK(out.grr[0] == Approx(gross.rate).epsilon(1e-14));
        const auto off = [&](double got, const Ratio& ratio, double z) {
          return std::abs(got - (ratio.rate + z * ratio.std_error)) / ratio.std_error;
        };
        CAPTURE(seed);
        CAPTURE(level.confidence);
        CHECK(off(out.nrr_lower[0], net, -level.z) < 0.2);
        CHECK(off(out.nrr_upper[0], net, level.z) < 0.2);
        CHECK(off(out.grr_lower[0], gross, -level.z) < 0.2);
        CHECK(off(out.grr_upper[0], gross, level.z) < 0.2);
      }
    }
  }

  TEST_CASE("bootstrap: one seed gives one interval, on any number of threads") {
    const auto pairs = random_pairs(300, 3);
    const RevenueRetentionOptions options{.window = 1, .draws = 200, .seed = 42};
    const auto out = revenue_retention(ledger_of(pairs), options);
    const auto same = [&](const RevenueRetention& other) {
      return other.nrr_lower == out.nrr_lower && other.nrr_upper == out.nrr_upper &&
             other.grr_lower == out.grr_lower && other.grr_upper == out.grr_upper;
    };
    CHECK(same(revenue_retention(ledger_of(pairs), options)));
    for (const std::int32_t threads : {1, 2, 3})
      CHECK(same(revenue_retention(ledger_of(pairs, threads), options)));
    CHECK_FALSE(same(revenue_retention(ledger_of(pairs), {.window = 1, .draws = 200, .seed = 43})));
  }

  TEST_CASE("bootstrap: the order of the rows changes no bit of an interval") {
    const auto pairs = random_pairs(300, 3);
    const RevenueRetentionOptions options{.window = 1, .draws = 200, .seed = 42};
    const auto out = revenue_retention(ledger_of(pairs), options);
    const auto backwards = revenue_retention(ledger_of(pairs, 0, true), options);
    CHECK(backwards.nrr_lower == out.nrr_lower);
    CHECK(backwards.nrr_upper == out.nrr_upper);
    CHECK(backwards.grr_lower == out.grr_lower);
    CHECK(backwards.grr_upper == out.grr_upper);
  }

  TEST_CASE("bootstrap: only rates that are sums over accounts have intervals, and only with draws") {
    const auto ledger = ledger_of(random_pairs(50, 1));
    const auto none = revenue_retention(ledger, {.window = 1});
    CHECK(std::isnan(none.nrr_lower[0]));
    CHECK(std::isnan(none.grr_upper[0]));
    for (const NetForm form :
         {NetForm::movement, NetForm::chained, NetForm::mean_annualized, NetForm::weighted}) {
      const auto out = revenue_retention(ledger, {.window = 1, .nrr_form = form, .draws = 10});
      CHECK(std::isnan(out.nrr_lower[0]));
      CHECK(std::isnan(out.nrr_upper[0]));
      CHECK(out.grr_lower[0] < out.grr_upper[0]);
    }
    for (const GrossForm form : {GrossForm::movement, GrossForm::chained}) {
      const auto out = revenue_retention(ledger, {.window = 1, .grr_form = form, .draws = 10});
      CHECK(std::isnan(out.grr_lower[0]));
      CHECK(std::isnan(out.grr_upper[0]));
      CHECK(out.nrr_lower[0] < out.nrr_upper[0]);
    }
    CHECK_THROWS_WITH_AS(revenue_retention(ledger, {.window = 1, .draws = -1}),
                         "revenue_retention: draws = -1 is negative", InvalidInput);
    CHECK_THROWS_WITH_AS(revenue_retention(ledger, {.window = 1, .confidence = 1}),
                         "revenue_retention: confidence = 1 is not in (0, 1)", InvalidInput);
  }

  TEST_CASE("bootstrap: accounts without MRR then are not drawn, and without any there is no interval") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"b", "2024-03-10", "open", 500}}),
        {.as_of = date("2024-03-31")});
    const auto out = revenue_retention(ledger, {.window = 1, .draws = 100});
    CHECK(out.nrr_lower[0] == 0);
    CHECK(out.nrr_upper[0] == 0);
    CHECK(std::isnan(out.nrr_lower[1]));
    CHECK(std::isnan(out.grr_upper[1]));
  }

  TEST_CASE("bootstrap: the running minimum is drawn as it is, and exchange as it is asked for") {
    // The only account of January: 100, 40, 90.
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-02-10", "2024-03-10", 40},
                                                          {"a", "2024-03-10", "open", 90}}),
                                   {.as_of = date("2024-03-31")});
    const auto least =
        revenue_retention(ledger, {.window = 2, .grr_form = GrossForm::running_minimum, .draws = 20});
    CHECK(least.grr_lower == Reals{0.4});
    CHECK(least.grr_upper == Reals{0.4});
    CHECK(least.nrr_lower == Reals{0.9});
    const auto cohort = revenue_retention(ledger, {.window = 2, .draws = 20});
    CHECK(cohort.grr_upper == Reals{0.9});
    // Of e and d alone or together: 2, 1 and 1.5 of the base at each end's rates, 1 at the base's.
    const auto with = revenue_retention(in_dollars({}),
                                        {.window = 1, .currency = RateCurrency::with_exchange, .draws = 500});
    CHECK(with.nrr_lower[0] == 1);
    CHECK(with.nrr_upper[0] == 2);
    const auto constant = revenue_retention(in_dollars({}), {.window = 1, .draws = 500});
    CHECK(constant.nrr_lower[0] == 1);
    CHECK(constant.nrr_upper[0] == 1);
  }
}
